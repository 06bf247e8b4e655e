"""`order`: four to six events, to be put in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Importance
from trainer.questions.families.composite import OfEvents
from trainer.questions.seeding import Seeded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from trainer.questions.question import Question, Withheld
    from trainer.questions.timeline import Moment, Timeline

_FEWEST, _MOST = 4, 6

_STEMS = (
    "Put these events in order, the earliest first.",
    "In which order did these events take place? Begin with the earliest.",
)


class Order(OfEvents):
    """Events of which each was certainly over before the next began; there are no distractors."""

    template: ClassVar[str] = "order"

    def make(self, timeline: Timeline, seed: int) -> Iterator[Question | Withheld]:
        """Yield the events of each lesson, so many at a time, and then the core events of all lessons together."""
        for lesson, moments in timeline.by_lesson.items():
            chain = _chain(m for m in moments if m.event.importance is not Importance.TRIVIA)
            if len(chain) < _FEWEST:
                reason = "too few events of its lesson lie surely one after another"
                yield self.withheld(moments[0].event, timeline.index, reason)
            for row in _in_turn(chain):
                yield self._question(row, timeline, lesson, seed)
        for row in _in_turn(_chain(moment for moment in timeline.moments if moment.is_core)):
            # What lies within one lesson has been asked with it.
            if len({moment.event.lesson for moment in row}) > 1:
                yield self._question(row, timeline, None, seed)

    def _question(
        self, row: Sequence[Moment], timeline: Timeline, lesson: str | None, seed: int
    ) -> Question:
        stem = Seeded(self.template, *(moment.event.id for moment in row)).choice(_STEMS)
        return self.order(row, timeline, lesson=lesson, stem=stem, seed=seed)


def _chain(moments: Iterable[Moment]) -> list[Moment]:
    """Return events that lie surely one after another, in order; of those that overlap the more important."""
    chain: list[Moment] = []
    for moment in sorted(moments, key=lambda m: (m.last, m.event.importance.rank, m.event.id)):
        if not chain or chain[-1].is_before(moment):
            chain.append(moment)
        elif moment.event.importance.rank < chain[-1].event.importance.rank and (
            len(chain) == 1 or chain[-2].is_before(moment)
        ):
            chain[-1] = moment
    return chain


def _in_turn(chain: Sequence[Moment]) -> Iterator[Sequence[Moment]]:
    """Deal the events out like cards, so that each row spans the whole time; each row has four to six."""
    rows = -(-len(chain) // _MOST)
    # Seven are too many for one row and too few for two.
    if chain and len(chain) // rows < _FEWEST:
        rows -= 1
        chain = chain[: rows * _MOST]
    if len(chain) >= _FEWEST:
        yield from (chain[number::rows] for number in range(rows))


ORDER = Order()
