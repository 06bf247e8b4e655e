"""When a card is to be asked next: FSRS-6, by the package `fsrs`, on the learner's study days.

The package wants `timezone.utc`, believes any clock and any setting, counts days as 24 hours, and shifts intervals by
the process's own random numbers. Here a day is a study day: the package is told midnights of those, in UTC, and never
what time it is. Intervals are shifted by what the card's id and the number of its reviews give, so that the same
reviews always make the same memory.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, reduce
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from trainer.study.grades import Rating
from trainer.study.memory import Memory, State

if TYPE_CHECKING:
    from collections.abc import Iterable

    import fsrs

    from trainer.study.settings import StudySettings

VERSION = (
    # The formula and, after the point, how it is used here and with which usual parameters; logged with each review.
    "fsrs-6.1"
)

_DAY = timedelta(days=1)
# By how much an interval is shifted at most: a day, and of each stretch of it this share (as in FSRS).
_FUZZ = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))
_LEAST_FUZZED_DAYS = 2.5


class Answered(NamedTuple):
    """What a memory is made of: one review that counts."""

    rating: Rating
    at: datetime
    day: date


class _Package(NamedTuple):
    """What is used of the package, and how its words are ours."""

    scheduler: fsrs.Scheduler
    card: type[fsrs.Card]
    ratings: dict[Rating, fsrs.Rating]
    states: dict[State, fsrs.State]
    ours: dict[fsrs.State, State]


class Scheduler:
    """FSRS-6 with the learner's settings.

    Args:
        settings: as `read_settings` checked them; the package would believe any.
        fuzzing: whether intervals are shifted a little, so that cards learned together part.
    """

    def __init__(self, settings: StudySettings, *, fuzzing: bool = True) -> None:
        self._settings = settings
        self._fuzzing = fuzzing

    @cached_property
    def _package(self) -> _Package:
        import fsrs  # 20 ms, for which who only counts what is due need not wait
        from fsrs.scheduler import DEFAULT_PARAMETERS

        states = {state: fsrs.State[state.name.title()] for state in State}
        return _Package(
            scheduler=fsrs.Scheduler(
                parameters=self._settings.parameters or DEFAULT_PARAMETERS,
                desired_retention=self._settings.desired_retention,
                enable_fuzzing=False,
            ),
            card=fsrs.Card,
            ratings={rating: fsrs.Rating[rating.name.title()] for rating in Rating},
            states=states,
            ours={theirs: ours for ours, theirs in states.items()},
        )

    @cached_property
    def fingerprint(self) -> str:
        """What changes when the same reviews would make other memories."""
        told = (self._settings.parameters, self._settings.desired_retention, self._fuzzing)
        return f"{VERSION}-{sha256(repr(told).encode()).hexdigest()[:16]}"

    def next(
        self, memory: Memory | None, card: str, rating: Rating, at: datetime, day: date
    ) -> Memory:
        """Return the memory of a card after one more review.

        Args:
            memory: before it; None for the first.
            card: the card's id.
            rating: what the answer counts for.
            at: the instant, with any zone.
            day: the study day. Where the clock or the learner went back, no day has passed since the last review.
        """
        package = self._package
        last_day = day if memory is None else memory.last_day
        today = _midnight(max(day, last_day))
        after, _ = package.scheduler.review_card(
            self._theirs(memory, today), package.ratings[rating], today
        )
        assert after.stability is not None
        assert after.difficulty is not None
        reviews = 1 if memory is None else memory.reviews + 1
        lapsed = memory is not None and not memory.learning and rating is Rating.AGAIN
        state = package.ours[after.state]
        at = at.astimezone(UTC)
        in_days = state is State.REVIEW
        wait = after.due - today
        return Memory(
            card=card,
            state=state,
            step=after.step,
            stability=after.stability,
            difficulty=after.difficulty,
            due_day=day + self._shifted(wait, card, reviews) if in_days else day,
            due_at=None if in_days else at + wait,
            last_at=at,
            last_day=day,
            reviews=reviews,
            lapses=(0 if memory is None else memory.lapses) + lapsed,
            introduced=day if memory is None else memory.introduced,
        )

    def fold(
        self, card: str, answers: Iterable[Answered], memory: Memory | None = None
    ) -> Memory | None:
        """Return the memory of a card after all `answers`, in their order, from `memory` on."""

        def one_more(held: Memory | None, answer: Answered) -> Memory:
            return self.next(held, card, *answer)

        return reduce(one_more, answers, memory)

    def retrievability(self, memory: Memory, day: date) -> float:
        """Return how likely the card is remembered on a study day: 1 on the day of its last review."""
        return self._after(memory, (day - memory.last_day) / _DAY)

    def retrievability_at(self, memory: Memory, at: datetime) -> float:
        """Return the same at an instant, falling from minute to minute: what orders the cards of one day."""
        return self._after(memory, (at - memory.last_at) / _DAY)

    def _after(self, memory: Memory, days: float) -> float:
        """Return the formula of forgetting; the package has it for whole days only."""
        decay = -self._package.scheduler.parameters[20]
        factor = 0.9 ** (1 / decay) - 1
        return float((1 + factor * max(0.0, days) / memory.stability) ** decay)

    def _theirs(self, memory: Memory | None, today: datetime) -> fsrs.Card:
        """Return the package's card. It is given an id and a due day: it would sleep or read the clock for either."""
        if memory is None:
            return self._package.card(card_id=0, due=today)
        return self._package.card(
            card_id=0,
            state=self._package.states[memory.state],
            step=memory.step,
            stability=memory.stability,
            difficulty=memory.difficulty,
            due=today,
            last_review=_midnight(memory.last_day),
        )

    def _shifted(self, wait: timedelta, card: str, reviews: int) -> timedelta:
        if not self._fuzzing or wait.days < _LEAST_FUZZED_DAYS:
            return wait
        least, most = _fuzz_range(wait.days, self._package.scheduler.maximum_interval)
        digest = sha256(f"{card} {reviews}".encode()).digest()
        chance = int.from_bytes(digest[:6], "big") / 2**48
        return timedelta(days=least + int(chance * (most - least + 1)))


def _fuzz_range(days: int, longest: int) -> tuple[int, int]:
    """Return the least and most days that an interval may become: FSRS's ranges."""
    spread = 1.0 + sum(
        share * max(0.0, min(float(days), end) - start) for start, end, share in _FUZZ
    )
    return max(2, round(days - spread)), min(longest, round(days + spread))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
