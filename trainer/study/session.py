"""A session of studying: so many minutes of what is due and what is new, answer by answer on the disk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from trainer.errors import NotFoundError
from trainer.study.confusables import brought_together, contrasts_among
from trainer.study.days import study_day
from trainer.study.entries import EntryType, Mode, Review
from trainer.study.filters import Filters
from trainer.study.maturity import form_for
from trainer.study.path import path_through
from trainer.study.queue import Plan, Queue, plan_day
from trainer.study.rating import rate
from trainer.study.recording import session_id
from trainer.study.scheduler import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime

    from trainer.chapters.record import Lesson
    from trainer.decks.opening import OpenedDeck
    from trainer.questions.question import Card, Form, Question
    from trainer.study.confusables import Contrast
    from trainer.study.grades import Rating, Verdict
    from trainer.study.memory import Memory
    from trainer.study.settings import StudySettings
    from trainer.study.store import Store


class Ending(StrEnum):
    """Why nothing more is asked."""

    DONE = "done"  # nothing is left for now
    TIME = "time"  # the minutes are over


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What is asked next.

    Attributes:
        memory: of the card; None if it is new.
        begins: the lesson, where this is the first card of it that the learner meets.
        contrast: what the card could be taken for, where the learner was just asked that.
    """

    card: Card
    question: Question
    memory: Memory | None
    begins: Lesson | None
    contrast: Contrast | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer that is on the disk.

    Attributes:
        review: its id in the log.
        memory: of the card, after it.
    """

    review: str
    ask: Ask
    rating: Rating
    memory: Memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """How an ask was answered.

    Attributes:
        answer: the chosen option's id or what was typed; None where nothing was.
        milliseconds: how long it took.
        said: the learner's own grade.
        overruled: the learner counts it as right, whatever the verdict.
    """

    answer: str | None
    verdict: Verdict
    milliseconds: int
    said: Rating | None = None
    overruled: bool = False


class StudySession:
    """One session with one deck.

    The study day is fixed when it begins: a session that goes on past the hour at which days change belongs to the day
    on which it began.
    """

    def __init__(
        self,
        deck: OpenedDeck,
        store: Store,
        settings: StudySettings,
        now: Callable[[], datetime],
        *,
        minutes: int | None = None,
        filters: Filters | None = None,
    ) -> None:
        """Begin a session, or go on with that of this deck which was interrupted today.

        Args:
            deck: opened with the seed of the study day, so that what was interrupted is asked as it was.
            store: where answers go.
            settings: how the learner wants to study.
            now: the time with the learner's own zone.
            minutes: how long it is; as the settings say if not given.
            filters: what of the deck it is about.

        Raises:
            NotFoundError: the deck has nothing of that.
            TrainerError: the store cannot be written.
        """
        self._deck, self._store, self._settings, self._now = deck, store, settings, now
        self.day = study_day(now(), settings.rollover_hour)
        self._minutes = settings.minutes if minutes is None else minutes
        self._filters = filters or Filters()
        self._asked = _askable(deck, self._filters)
        if not self._asked:
            raise NotFoundError(
                f"there is nothing to study in {deck.id}", mend="ask for less, or for another deck"
            )
        cards = {card.id: card for card in deck.cards if card.id in self._asked}
        self._path = path_through(deck.chapters, cards.values())
        self._cards = cards
        self._lessons = {
            (chapter.id, lesson.id): lesson
            for chapter in deck.chapters
            for lesson in chapter.lessons
        }
        self._contrasts = contrasts_among(deck.questions)
        self._last: Answered | None = None
        self.answers: list[Answered] = []
        store.rename(
            {card.id: card.formerly for card in deck.cards if card.formerly},
            at=now(),
            day=self.day,
        )
        self._begin()

    @property
    def left(self) -> int:
        """How many cards are left today."""
        return self._queue.left

    @property
    def waiting(self) -> int:
        """How many more are due, and wait for another day."""
        return self._plan.waiting

    @property
    def seconds_left(self) -> float:
        """How much is left of the session's minutes; below 0 when they are over."""
        used = self._used + (self._now() - self._resumed).total_seconds()
        return self._minutes * 60 - used

    def next(self) -> Ask | Ending:
        """Return what is asked next; the minutes are looked at between cards only."""
        if self.seconds_left <= 0:
            return Ending.TIME
        name = self._queue.next(self._now())
        if name is None:
            return Ending.DONE
        card, memory = self._cards[name], self._memories.get(name)
        forms = self._asked[name]
        return Ask(
            card=card,
            question=forms[form_for(memory, frozenset(forms))],
            memory=memory,
            begins=self._begins(card) if memory is None else None,
            contrast=self._contrast(card),
        )

    def answer(self, ask: Ask, given: Given) -> Answered:
        """Write an answer down; it is on the disk when this returns.

        Raises:
            TrainerError: it could not be written; nothing has changed, so it can be tried again.
        """
        rating = rate(
            given.verdict,
            ask.question.form,
            ask.memory,
            said=given.said,
            overruled=given.overruled,
        )
        review = self._store.append(self._review(ask, given, rating))
        return self._take(ask, review, rating)

    def regrade(self, answered: Answered, given: Given) -> Answered:
        """Have the last answer count as the learner says: overruled, or harder or easier than it was.

        Raises:
            TrainerError: it could not be written; nothing has changed, so it can be tried again.
        """
        assert answered is self._last, "only the last answer is open to the learner's word"
        ask = answered.ask
        rating = rate(
            given.verdict, ask.question.form, ask.memory, said=given.said, overruled=given.overruled
        )
        review = self._store.replace(answered.review, self._review(ask, given, rating))
        self.answers.pop()
        return self._take(ask, review, rating)

    def undo(self) -> Ask | None:
        """Take the last answer back and return what was asked, to be asked again; None if there was none.

        Raises:
            TrainerError: it could not be written.
        """
        if not self.answers:
            return None
        last = self.answers.pop()
        self._store.undo(last.review, at=self._now(), day=self.day)
        self._last = None
        self._refill()
        return last.ask

    def set_aside(self, card: str, sort: EntryType) -> None:
        """Suspend a card, or bury it for today.

        Raises:
            TrainerError: it could not be written.
        """
        self._store.mark(card, sort, at=self._now(), day=self.day)
        self._queue.drop(card)

    def end(self) -> None:
        """Write down that the session is over, so that the next one begins anew.

        Raises:
            TrainerError: it could not be written.
        """
        self._store.end(self._session, at=self._now(), day=self.day)

    def _begin(self) -> None:
        self._memories = self._store.memories()
        self._resumed, self._used = self._now(), 0.0
        interrupted = next(
            (each for each in self._store.interrupted(self.day) if self._is_ours(each[1])), None
        )
        if interrupted is not None:
            self._session, told = interrupted
            self._plan = Plan(
                reviews=tuple(told["reviews"]), new=tuple(told["new"]), waiting=told["waiting"]
            )
            done = [each.review.milliseconds for each in self._store.reviews(self._session)]
            self._used = sum(done) / 1000
        else:
            self._session = session_id(self._now(), self._deck.id, self._deck.seed)
            self._plan = self._planned()
            self._store.begin(self._session, self._told(), at=self._now(), day=self.day)
        self._refill()

    def _planned(self) -> Plan:
        marks = self._store.marks()
        unasked = {
            card for card, mark in marks.items() if mark.suspended or mark.buried_on == self.day
        }
        plan = plan_day(self._path, self._memories, self._settings, self.day, unasked=unasked)
        return replace(
            plan, reviews=brought_together(plan.reviews, self._contrasts, self._memories)
        )

    def _told(self) -> dict[str, object]:
        return {
            "deck": self._deck.id,
            "minutes": self._minutes,
            "filters": self._filters.to_json(),
            "reviews": self._plan.reviews,
            "new": self._plan.new,
            "waiting": self._plan.waiting,
        }

    def _is_ours(self, told: Mapping[str, object]) -> bool:
        return (told["deck"], told["filters"]) == (self._deck.id, self._filters.to_json())

    def _refill(self) -> None:
        """Have the queue be what the store says: when the session begins, and when an answer is taken back."""
        self._memories = self._store.memories()
        self._queue = Queue(self._plan, self._memories, self._cards.keys(), self.day)

    def _take(self, ask: Ask, review: str, rating: Rating) -> Answered:
        memory = self._store.memory(ask.card.id)
        assert memory is not None, "what was just answered is remembered"
        self._memories[ask.card.id] = memory
        self._queue.answered(memory)
        self._last = Answered(review=review, ask=ask, rating=rating, memory=memory)
        self.answers.append(self._last)
        return self._last

    def _review(self, ask: Ask, given: Given, rating: Rating) -> Review:
        question = ask.question
        return Review(
            at=self._now(),
            study_day=self.day.isoformat(),
            session=self._session,
            mode=Mode.STUDY,
            chapter=question.chapter,
            digest=self._deck.digests[question.chapter],
            card=ask.card.id,
            cards=(ask.card.id,),
            question=question.id,
            form=question.form.value,
            prompt=question.prompt,
            options=tuple(option.id for option in question.options),
            key=question.answer.text if not question.options else question.key.id,
            answered=given.answer,
            verdict=given.verdict,
            rating=rating,
            overruled=given.overruled,
            milliseconds=given.milliseconds,
            seed=self._deck.seed,
            scheduler=VERSION,
        )

    def _begins(self, card: Card) -> Lesson | None:
        """Return the lesson of a new card if none of its cards was met before."""
        if card.lesson is None:
            return None
        met = any(
            each.id in self._memories
            for each in self._path
            if (each.chapter, each.lesson) == (card.chapter, card.lesson)
        )
        return None if met else self._lessons.get((card.chapter, card.lesson))

    def _contrast(self, card: Card) -> Contrast | None:
        """Return what the card could be taken for, if that was the last that was asked."""
        if self._last is None:
            return None
        last = self._last.ask.card.id
        return next((each for each in self._contrasts.get(card.id, ()) if each.card == last), None)


def _askable(deck: OpenedDeck, filters: Filters) -> dict[str, dict[Form, Question]]:
    """Return the questions of each card that is asked by itself, by their form; the first of a form stands for it."""
    found: dict[str, dict[Form, Question]] = {}
    for question in filters.among(deck.questions):
        if question.card is not None:
            found.setdefault(question.card, {}).setdefault(question.form, question)
    return found


def seed_of(day: date) -> int:
    """Return the seed with which questions of a study day are made: other options every day."""
    return day.toordinal()
