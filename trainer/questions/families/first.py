"""`first`: several events of a lesson, which came first."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from trainer.dates import from_day_number
from trainer.questions.distractors import Picker, arranged
from trainer.questions.families.composite import (
    DRAWS,
    OfEvents,
    Sought,
    best,
    card_of,
    cards_of,
    in_order,
    timed_choice,
)
from trainer.questions.ids import question_id
from trainer.questions.proof import FEWEST_OPTIONS
from trainer.questions.question import Form, OptionSource, Question, Withheld
from trainer.questions.seeding import Seeded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.questions.draft import Choice
    from trainer.questions.timeline import Moment, Timeline

# So many events after the first are looked at, those of other lessons if they were over so many days later.
_REACH, _FAR = 24, 100

# Nobody wants to meet the same events over and over.
_MOST_TIMES = 3

_STEMS = ("Which of these came first?", "Which of these took place first?")


class First(OfEvents):
    """A core event, and others of its lesson, of any importance, that certainly came later."""

    template: ClassVar[str] = "first"

    def make(self, timeline: Timeline, seed: int) -> Iterator[Question | Withheld]:
        """Yield one question for each core event that certainly came before others of its lesson."""
        times = Counter[str]()
        for moments in timeline.by_lesson.values():
            for place, moment in enumerate(moments):
                if moment.is_core:
                    own = moments[place + 1 : place + 1 + _REACH]
                    near = islice(timeline.after(moment), _REACH)
                    soon = [each for each in near if each.last < moment.last + _FAR]
                    pools = [
                        [each for each in later if times[each.event.id] < _MOST_TIMES]
                        for later in (own, soon)
                    ]
                    question = self._question(timeline, moment, pools, seed)
                    if isinstance(question, Question):
                        times.update(option.id for option in question.options)
                    yield question

    def _question(
        self, timeline: Timeline, moment: Moment, pools: list[list[Moment]], seed: int
    ) -> Question | Withheld:
        index, event = timeline.index, moment.event
        # Which events stand together is the chapter's doing, not the seed's: it is part of the question's id.
        chance = Seeded(card_of(event, index), self.template)
        key = timed_choice(moment, timeline, "It came first", OptionSource.SAME_FACT)
        stem = chance.choice(_STEMS)
        picker = Picker(stem, key, lambda _: True, chance)
        drawn = [self._draw(timeline, moment, picker, later) for later in pools]
        distractors = max(drawn, key=len)
        if len(distractors) + 1 < FEWEST_OPTIONS:
            reason = "too few later events of like length, of several months"
            return self.withheld(event, index, reason)
        together = [timeline.of[choice.id] for choice in (key, *distractors)]
        asked = tuple(each.event for each in together)
        name = question_id(cards_of(asked, index), self.template, Form.CHOICE)
        options = arranged(self.pick, key, distractors, Seeded(seed, name))
        sought = Sought(
            asked=asked,
            of=event,
            key=key,
            explanation=in_order(together, timeline, turn=moment, place="First came"),
        )
        return self.question(sought, index, stem=stem, options=options)

    def _draw(
        self, timeline: Timeline, moment: Moment, picker: Picker, later: list[Moment]
    ) -> list[Choice]:
        """Return the best of some draws from what may have come later, nothing if none is fair."""
        pool = [
            timed_choice(other, timeline, "That came later", OptionSource.OTHER_FACT)
            for other in later
            if moment.is_before(other)
        ]
        draws = (picker.pick(self.pick, pool) or [] for _ in range(DRAWS))
        return best(drawn for drawn in draws if not _share_a_month(timeline, moment, drawn))


def _share_a_month(timeline: Timeline, moment: Moment, later: list[Choice]) -> bool:
    """Tell whether the later events all lie in one month, or year, and the first alone in another."""
    months = {_month(timeline.of[choice.id]) for choice in later}
    return len(months) == 1 and _month(moment) not in months


def _month(moment: Moment) -> tuple[int, int]:
    """Return the year and the month in which something began."""
    return from_day_number(moment.first, moment.date.calendar)[:2]


FIRST = First()
