"""Writes what was answered in one session to the log, as it was shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypedDict

from trainer.study.days import ROLLOVER_HOUR, study_day
from trainer.study.entries import Mode, Review
from trainer.study.grades import Rating, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from trainer.questions.question import Front, Option, Question
    from trainer.study.store import Store


def session_id(began: datetime, deck: str, seed: int) -> str:
    """Return what tells a session from any other: no two of a learner begin in the same millisecond."""
    return f"{began.isoformat(timespec='milliseconds')} {deck} {seed}"


def deck_of(session: str) -> str:
    """Return the deck that the id of a session names."""
    return session.partition(" ")[2].rpartition(" ")[0]


class _Shown(TypedDict):
    """What a review says of the question, whoever asks it."""

    card: str | None
    cards: tuple[str, ...]
    question: str
    form: str
    prompt: str
    options: tuple[str, ...]
    key: str


def as_shown(question: Question) -> _Shown:
    """Return what a review keeps of a question as it was shown."""
    right = question.key.id if question.options and not question.in_right_order else ""
    return {
        "card": question.card,
        "cards": question.cards,
        "question": question.id,
        "form": question.form.value,
        "prompt": question.prompt,
        "options": tuple(option.id for option in question.options),
        "key": " ".join(question.in_right_order) or right or question.answer.text,
    }


class _Circumstances(TypedDict):
    """What a review says however the answer was given."""

    at: datetime
    study_day: str
    session: str
    chapter: str
    digest: str
    milliseconds: int
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorder:
    """Turns answers of one session into reviews.

    Attributes:
        session: tells the sessions of the log apart.
        digests: the digest of each chapter as it was when asked, by the chapter's id.
        seed: what the questions were drawn with.
        now: the time with the learner's own zone.
        rollover_hour: at which a study day begins.
    """

    log: Store
    session: str
    digests: Mapping[str, str]
    seed: int
    now: Callable[[], datetime]
    rollover_hour: int = ROLLOVER_HOUR

    def choice(self, question: Question, chosen: Option, milliseconds: int) -> str:
        """Write down a choice and return the review's id.

        Raises:
            TrainerError: it could not be written.
        """
        return self.log.append(
            Review(
                **self._circumstances(question.chapter, milliseconds),
                mode=Mode.QUIZ,
                **as_shown(question),
                answered=chosen.id,
                verdict=Verdict.RIGHT if chosen.correct else Verdict.WRONG,
            )
        )

    def typed(
        self,
        question: Question,
        typed: str,
        share: float,
        milliseconds: int,
    ) -> str:
        """Write down what was typed, with the credit (0 to 1) that it got, and return the review's id.

        Of what is put in order or matched, the options are kept as they were shown, and the key is their right order.
        What was recalled is graded by the learner: then that grade is what was typed.

        Raises:
            TrainerError: it could not be written.
        """
        return self.log.append(self._typed(question, typed, share, milliseconds))

    def overrule(self, review: str, question: Question, typed: str, milliseconds: int) -> str:
        """Take a verdict back and write down that the learner counts what was typed as right; return the new id.

        Raises:
            TrainerError: it could not be written.
        """
        counted = replace(self._typed(question, typed, 1.0, milliseconds), overruled=True)
        return self.log.replace(review, counted)

    def recall(self, front: Front, rating: Rating, milliseconds: int) -> str:
        """Write down how well the learner says a card was known and return the review's id.

        Raises:
            TrainerError: it could not be written.
        """
        return self.log.append(
            Review(
                **self._circumstances(front.card.chapter, milliseconds),
                mode=Mode.FLASH,
                card=front.card.id,
                cards=(front.card.id,),
                question=f"{front.card.id}@front.recall",
                form="recall",
                prompt=front.stem,
                options=(),
                key=front.answer,
                answered=None,
                verdict=Verdict.UNGRADED,
                rating=rating,
            )
        )

    def _typed(self, question: Question, typed: str, share: float, milliseconds: int) -> Review:
        partly = Verdict.PARTLY if share > 0 else Verdict.WRONG
        return Review(
            **self._circumstances(question.chapter, milliseconds),
            mode=Mode.QUIZ,
            **as_shown(question),
            answered=typed,
            verdict=Verdict.RIGHT if share >= 1 else partly,
        )

    def _circumstances(self, chapter: str, milliseconds: int) -> _Circumstances:
        at = self.now()
        return {
            "at": at,
            "study_day": study_day(at, self.rollover_hour).isoformat(),
            "session": self.session,
            "chapter": chapter,
            "digest": self.digests.get(chapter, ""),
            "milliseconds": milliseconds,
            "seed": self.seed,
        }
