"""`between`: two events that everybody should know, which of these lies between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Importance
from trainer.questions.families.composite import (
    OfEvents,
    Sought,
    enclosed,
    in_order,
    timed_choice,
)
from trainer.questions.question import OptionSource, Question, Withheld

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from trainer.questions.draft import Choice
    from trainer.questions.timeline import Moment, Timeline

# So many events on either side of the two are looked at, none farther off than the two from each other and so
# many days.
_REACH, _FAR = 12, 150


class Between(OfEvents):
    """Events that certainly were over before the earlier of the two, or began after the later."""

    template: ClassVar[str] = "between"

    def make(self, timeline: Timeline, seed: int) -> Iterator[Question | Withheld]:
        """Yield one question for each two core events that are the nearest around an event, the more important first."""
        done: set[tuple[str, str]] = set()
        placed = [moment for moment in timeline.moments if moment.is_placed]
        core = _Core(placed)
        for moment in sorted(placed, key=lambda each: each.event.importance.rank):
            if moment.event.importance is Importance.TRIVIA:
                continue
            ends = core.ends(moment)
            if ends is None:
                reason = "no core events lie on both sides of it"
                yield self.withheld(moment.event, timeline.index, reason)
                continue
            pair = (ends[0].event.id, ends[1].event.id)
            if pair in done:
                reason = "an event between the same two is asked for already"
                yield self.withheld(moment.event, timeline.index, reason)
                continue
            made = self._question(timeline, moment, ends, seed)
            if isinstance(made, Question):
                done.add(pair)
            yield made

    def _question(
        self, timeline: Timeline, moment: Moment, ends: tuple[Moment, Moment], seed: int
    ) -> Question | Withheld:
        start, end = ends
        far = _FAR + end.last - start.first
        around = [
            other
            for other in timeline.around(start.first, end.first, _REACH)
            if start.first - far < other.first and other.last < end.last + far
        ]
        sides = {other.is_before(start) for other in around}

        def may_be_right(choice: Choice) -> bool:
            other = timeline.of[choice.id]
            return not (other.is_before(start) or end.is_before(other))

        def lie_on_both_sides(choices: Sequence[Choice]) -> bool:
            return len({timeline.of[choice.id].is_before(start) for choice in choices}) == len(
                sides
            )

        from_, to = enclosed(start.event.title), end.event.title
        sought = Sought(
            asked=(start.event, moment.event, end.event),
            of=moment.event,
            stems=(
                f"Which of these came between {from_} and {to}?",
                f"Which of these came after {from_} and before {to}?",
            ),
            key=timed_choice(moment, timeline, "That lay between", OptionSource.SAME_FACT),
            distractors=[
                timed_choice(
                    other,
                    timeline,
                    "That came before" if other.is_before(start) else "That came after",
                    OptionSource.OTHER_FACT,
                )
                for other in around
            ],
            may_be_right=may_be_right,
            do_well=lie_on_both_sides,
            explanation=in_order(
                (start, moment, end), timeline, turn=moment, place="Between them came"
            ),
        )
        return self.choice(sought, timeline.index, seed)


class _Core:
    """The core events, so arranged that those nearest to an event are found without looking at all."""

    def __init__(self, moments: Iterable[Moment]) -> None:
        core = [moment for moment in moments if moment.is_core]
        self._by_first = sorted(core, key=lambda each: (each.first, each.last, each.event.id))
        self._by_last = sorted(core, key=lambda each: (each.last, each.first, each.event.id))

    def ends(self, moment: Moment) -> tuple[Moment, Moment] | None:
        """Return the last that was surely over before it and the first that surely began after it, None if it lacks either."""
        before = bisect_left(self._by_last, moment.first, key=lambda each: each.last)
        after = bisect_right(self._by_first, moment.last, key=lambda each: each.first)
        if before == 0 or after == len(self._by_first):
            return None
        return self._by_last[before - 1], self._by_first[after]


BETWEEN = Between()
