"""A session of studying: so many minutes of what is due and what is new, answer by answer on the disk."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.errors import NotFoundError
from trainer.study.asking import Answered, Ask, Ending, Given
from trainer.study.confusables import brought_together, contrasts_among
from trainer.study.days import study_day
from trainer.study.entries import EntryType, Mode, Review
from trainer.study.exam import prepare
from trainer.study.filters import Filters
from trainer.study.forecast import SECONDS_AN_ANSWER
from trainer.study.gone import gone_from
from trainer.study.grades import Verdict
from trainer.study.leeches import became_leech
from trainer.study.maturity import form_for
from trainer.study.path import next_lesson, path_through
from trainer.study.queue import Plan, Queue, plan_cram, plan_day
from trainer.study.rating import rate
from trainer.study.recording import as_shown, session_id
from trainer.study.scheduler import VERSION
from trainer.study.summary import Step, Summary, due_tomorrow, moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from trainer.chapters.record import Lesson
    from trainer.decks.opening import OpenedDeck
    from trainer.questions.question import Card, Form, Question
    from trainer.study.confusables import Contrast
    from trainer.study.exam import Preparation
    from trainer.study.grades import Rating
    from trainer.study.settings import StudySettings
    from trainer.study.store import Store


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
        cram: bool = False,
    ) -> None:
        """Begin a session, or go on with that of this deck which was interrupted today.

        Args:
            deck: opened with the seed of the study day, so that what was interrupted is asked as it was.
            store: where answers go.
            settings: how the learner wants to study.
            now: the time with the learner's own zone.
            minutes: how long it is; as the settings say if not given.
            filters: what of the deck it is about.
            cram: ask everything, whether due or not, until it was known once; nothing of it is scheduled.

        Raises:
            NotFoundError: the deck has nothing of that.
            TrainerError: the store cannot be written.
        """
        self._deck, self._store, self._now, self._cram = deck, store, now, cram
        self.day = study_day(now(), settings.rollover_hour)
        self._filters = filters or Filters()
        self._asked = _askable(deck, self._filters)
        self._cards = {card.id: card for card in deck.cards if card.id in self._asked}
        if not self._cards:
            raise NotFoundError(
                f"there is nothing to study of that in {deck.id}",
                mend="ask for less, or study another deck",
            )
        self._path = path_through(deck.chapters, self._cards.values())
        self._lessons: dict[tuple[str, str | None], Lesson] = {
            (chapter.id, lesson.id): lesson
            for chapter in deck.chapters
            for lesson in chapter.lessons
        }
        self._contrasts = contrasts_among(deck.questions)
        self.answers: list[Answered] = []
        store.rename(
            {card.id: card.formerly for card in deck.cards if card.formerly},
            at=now(),
            day=self.day,
        )
        self._memories = store.memories()
        self._met = {_lesson_of(card) for card in self._path if cram or card.id in self._memories}
        self.preparation = self._preparation(settings)
        self._settings = self.preparation.adapt(settings) if self.preparation else settings
        self._begin(minutes)

    @property
    def left(self) -> int:
        """How many cards are left today."""
        return self._queue.left

    @property
    def seconds_left(self) -> float:
        """How much is left of the session's minutes; below 0 when they are over."""
        elapsed = max((self._now() - self._resumed).total_seconds(), 0.0)  # clocks are put back
        return self._minutes * 60 - self._used - elapsed

    @property
    def seconds(self) -> float:
        """How long the session is as a whole."""
        return self._minutes * 60.0

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
            begins=None if _lesson_of(card) in self._met else self._lessons.get(_lesson_of(card)),
            contrast=self._contrast(card),
        )

    def answer(self, ask: Ask, given: Given) -> Answered:
        """Write an answer down; it is on the disk when this returns.

        Raises:
            TrainerError: it could not be written; nothing has changed, so it can be tried again.
        """
        rating = self._rate(ask, given)
        review = self._store.append(self._review(ask, given, rating))
        return self._take(ask, given, review, rating)

    def regrade(self, *, said: Rating | None = None, overruled: bool = False) -> Answered:
        """Have the last answer count as the learner says: as right, or as harder or easier than it was.

        Raises:
            TrainerError: it could not be written; nothing has changed, so it can be tried again.
        """
        last = self.answers[-1]
        given = replace(
            last.given,
            said=said or last.given.said,
            overruled=overruled or last.given.overruled,
        )
        rating = self._rate(last.ask, given)
        review = self._store.replace(last.review, self._review(last.ask, given, rating))
        self._resume_leech(self.answers.pop())
        return self._take(last.ask, given, review, rating)

    def undo(self) -> Ask | None:
        """Take the last answer back and return what was asked, to be asked again; None if there was none.

        Raises:
            TrainerError: it could not be written.
        """
        if not self.answers:
            return None
        last = self.answers[-1]
        self._store.undo(last.review, at=self._now(), day=self.day)
        self._resume_leech(self.answers.pop())
        self._remember(last.ask.card)
        self._fill()
        return last.ask

    def set_aside(self, card: str, sort: EntryType) -> None:
        """Suspend a card, or bury it for today.

        Raises:
            TrainerError: it could not be written.
        """
        self._store.mark(card, sort, at=self._now(), day=self.day)
        self._queue.drop(card)

    def end(self) -> Summary:
        """Write down that the session is over, so that the next one begins anew, and return what it moved.

        Raises:
            TrainerError: it could not be written.
        """
        self._store.end(self._session, at=self._now(), day=self.day)
        steps = [
            Step(
                each.ask.card.id, each.ask.memory, None if self._cram else each.memory, each.rating
            )
            for each in self.answers
        ]
        begun, held, lapsed = moved(steps)
        wanted = [card for card in self._path if card.importance.value in self._settings.importance]
        known = {name for name, memory in self._memories.items() if memory.was_known}
        return Summary(
            answers=len(steps),
            remembered=sum(step.rating.remembered for step in steps),
            begun=begun,
            held=held,
            lapsed=lapsed,
            leeches=tuple(each.ask.question.prompt for each in self.answers if each.leech),
            left=self._queue.left,
            waiting=self._plan.waiting,
            tomorrow=due_tomorrow(self._memories, self._cards, self.day),
            gone=len(gone_from(self._deck.chapters, self._memories)),
            suggested=next_lesson(self._deck.chapters, wanted, known),
        )

    def _begin(self, minutes: int | None) -> None:
        self._resumed, self._used = self._now(), 0.0
        self._minutes = self._settings.minutes if minutes is None else minutes
        interrupted = next(
            (each for each in self._store.interrupted(self.day) if self._is_ours(each[1])), None
        )
        if interrupted is not None:
            session, told = interrupted
            done = [each.review for each in self._store.reviews(session)]
            used = sum(each.milliseconds for each in done) / 1000
            whole = told["minutes"] if minutes is None else minutes
            if used < whole * 60:
                self._session, self._used, self._minutes = session, used, whole
                self._plan = Plan(
                    reviews=tuple(told["reviews"]), new=tuple(told["new"]), waiting=told["waiting"]
                )
                self._fill(done)
                return
        self._session = session_id(self._now(), self._deck.id, self._deck.seed)
        self._plan = self._planned()
        self._store.begin(self._session, self._told(), at=self._now(), day=self.day)
        self._fill()

    def _planned(self) -> Plan:
        unasked = self._unasked()
        if self._cram:
            return plan_cram((name for name in self._cards if name not in unasked), self.day)
        plan = plan_day(
            self._path,
            self._memories,
            self._settings,
            self.day,
            unasked=unasked,
            portion=self._minutes * 60 // SECONDS_AN_ANSWER,
            through=self.preparation.due_through(self.day) if self.preparation else None,
            apart=self.preparation is None,
        )
        together = brought_together(plan.reviews, self._contrasts, self._memories)
        return replace(plan, reviews=together)

    def _preparation(self, settings: StudySettings) -> Preparation | None:
        """Return what the exam asks of each day, if it is on this deck and yet to come."""
        exam = settings.exam
        if exam is None or exam.deck != self._deck.id or self._cram:
            return None
        known = [self._memories[name] for name in self._cards if name in self._memories]
        return prepare(exam.date, self.day, len(self._cards) - len(known), known, settings)

    def _told(self) -> dict[str, object]:
        return {
            **self._ours(),
            "minutes": self._minutes,
            "reviews": self._plan.reviews,
            "new": self._plan.new,
            "waiting": self._plan.waiting,
        }

    def _ours(self) -> dict[str, object]:
        """Return what tells that a session is the same."""
        return {"deck": self._deck.id, "filters": self._filters.to_json(), "cram": self._cram}

    def _is_ours(self, told: Mapping[str, object]) -> bool:
        ours = json.loads(json.dumps(self._ours()))  # as it was written
        return all(told.get(key) == value for key, value in ours.items())

    def _unasked(self) -> frozenset[str]:
        """Return what is suspended, or buried today."""
        return frozenset(
            card
            for card, mark in self._store.marks().items()
            if mark.suspended or mark.buried_on == self.day
        )

    def _fill(self, done: Iterable[Review] = ()) -> None:
        """Have the queue be what the plan has left: when the session begins, and when an answer is taken back."""
        cards = self._cards.keys() - self._unasked()
        if not self._cram:
            self._queue = Queue(self._plan, self._memories, cards, self.day)
            return
        self._queue = Queue(self._plan, {}, cards, self.day)
        answers = [(each.ask.card.id, each.rating.remembered) for each in self.answers]
        for card, remembered in [*((each.card, _was_right(each)) for each in done), *answers]:
            self._cross_off(card or "", remembered=remembered)

    def _cross_off(self, card: str, *, remembered: bool) -> None:
        """Where nothing is scheduled, a card comes until it was known once."""
        if remembered:
            self._queue.drop(card)
        else:
            self._queue.postpone(card)

    def _rate(self, ask: Ask, given: Given) -> Rating:
        return rate(
            given.verdict,
            ask.question.form,
            ask.memory,
            said=given.said,
            overruled=given.overruled,
        )

    def _take(self, ask: Ask, given: Given, review: str, rating: Rating) -> Answered:
        """Have the queue and the memories follow what was just written."""
        self._met.add(_lesson_of(ask.card))
        leech = False
        if self._cram:
            self._cross_off(ask.card.id, remembered=rating.remembered)
        else:
            self._remember(ask.card)
            memory = self._memories[ask.card.id]
            self._queue.answered(memory)
            leech = became_leech(ask.memory, memory)
            if leech:
                self.set_aside(ask.card.id, EntryType.SUSPEND)
        answered = Answered(
            review=review,
            ask=ask,
            given=given,
            rating=rating,
            memory=self._memories.get(ask.card.id),
            leech=leech,
        )
        self.answers.append(answered)
        return answered

    def _remember(self, card: Card) -> None:
        """Take over what the store has of a card; nothing, where its only answer was taken back."""
        memory = self._store.memory(card.id)
        if memory is not None:
            self._memories[card.id] = memory
        else:
            self._memories.pop(card.id, None)

    def _resume_leech(self, answered: Answered) -> None:
        """Have a card asked again that was set aside for an answer that counts no longer."""
        if answered.leech:
            self._store.mark(answered.ask.card.id, EntryType.RESUME, at=self._now(), day=self.day)

    def _review(self, ask: Ask, given: Given, rating: Rating) -> Review:
        question, cram = ask.question, self._cram
        verdict, answered = given.verdict, given.answer
        if cram and verdict is Verdict.UNGRADED:  # the grade is all that tells whether it was known
            verdict = Verdict.RIGHT if rating.remembered else Verdict.WRONG
            answered = rating.value
        return Review(
            at=self._now(),
            study_day=self.day.isoformat(),
            session=self._session,
            mode=Mode.CRAM if cram else Mode.STUDY,
            chapter=question.chapter,
            digest=self._deck.digests.get(question.chapter, ""),
            **as_shown(question),
            answered=answered,
            verdict=verdict,
            rating=None if cram else rating,
            overruled=given.overruled,
            milliseconds=given.milliseconds,
            seed=self._deck.seed,
            scheduler=None if cram else VERSION,
        )

    def _contrast(self, card: Card) -> Contrast | None:
        """Return what the card could be taken for, if that was the last that was asked."""
        if not self.answers:
            return None
        last = self.answers[-1].ask.card.id
        return next((each for each in self._contrasts.get(card.id, ()) if each.card == last), None)


def _askable(deck: OpenedDeck, filters: Filters) -> dict[str, dict[Form, Question]]:
    """Return the questions of each card that is asked by itself, by their form; the first of a form stands for it."""
    found: dict[str, dict[Form, Question]] = {}
    for question in filters.among(deck.questions):
        if question.card is not None:
            found.setdefault(question.card, {}).setdefault(question.form, question)
    return found


def _lesson_of(card: Card) -> tuple[str, str | None]:
    return card.chapter, card.lesson


def _was_right(review: Review) -> bool:
    return review.verdict is Verdict.RIGHT or review.overruled
