"""`same-day`: what else happened on the day of an event, where both are worth their day or hang together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Grain
from trainer.questions.families.composite import (
    RANK,
    Composite,
    Sought,
    are_linked,
    timed_choice,
    weight,
)
from trainer.questions.question import Demand, OptionSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.questions.draft import Choice
    from trainer.questions.question import Question, Withheld
    from trainer.questions.timeline import Moment, Timeline

# So many events on either side of the day are looked at, and none so many days away.
_REACH, _FAR = 12, 92


class SameDay(Composite):
    """Events that certainly were not on that day."""

    template: ClassVar[str] = "same-day"
    demand: ClassVar[Demand] = Demand.RECALL

    def make(self, timeline: Timeline, seed: int) -> Iterator[Question | Withheld]:
        """Yield, for each day, a question from its most important event to each of the others."""
        by_day: dict[int, list[Moment]] = defaultdict(list)
        for moment in timeline.moments:
            if moment.first == moment.last:
                by_day[moment.first].append(moment)
        for row in by_day.values():
            given, *others = sorted(row, key=lambda moment: RANK[moment.event.importance])
            for moment in others:
                if not _matters(given, moment):
                    reason = "nothing says that it matters what else was on its day"
                    yield self.withheld(moment.event, timeline.index, reason)
                else:
                    yield self._question(timeline, given, moment, seed)

    def _question(
        self, timeline: Timeline, given: Moment, moment: Moment, seed: int
    ) -> Question | Withheld:
        index, day = timeline.index, moment.first

        def may_be_right(choice: Choice) -> bool:
            return not index.lies_outside(choice.id, day, day)

        title = given.event.title
        sought = Sought(
            asked=(given.event, moment.event),
            of=moment.event,
            stems=(
                f"Which of these took place on the same day as {title}?",
                f"On the same day as {title}, which of these took place?",
            ),
            key=timed_choice(moment, timeline, "It was that day", OptionSource.SAME_FACT),
            distractors=[
                timed_choice(other, timeline, "That was at another time", OptionSource.OTHER_FACT)
                for other in timeline.around(day, day, _REACH)
                if day - _FAR < other.first and other.last < day + _FAR
            ],
            may_be_right=may_be_right,
            explanation=_explanation(timeline, given, moment),
            precision=0.7,
        )
        return self.choice(sought, index, seed)


def _matters(one: Moment, other: Moment) -> bool:
    """Tell whether both days are worth knowing, or one hangs on the other."""
    worth = all(moment.event.ask_grain is Grain.DAY for moment in (one, other))
    return worth or are_linked(one.event, other.event)


def _explanation(timeline: Timeline, given: Moment, moment: Moment) -> str:
    """Name both, the one whose weight is told last, and then its weight."""
    first, last = (moment, given) if given.event.significance else (given, moment)
    told = f"Both were on {timeline.when(moment)}: {first.event.title} and {last.event.title}."
    return f"{told} {weight(last.event)}".strip()


SAME_DAY = SameDay()
