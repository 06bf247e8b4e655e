"""What stands in the log: entries that are added and never changed, the truth from which all else is derived.

What was shown is stored as shown, because a question may be made differently by the next version.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from trainer.study.grades import Rating, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | int | float | None


class Mode(StrEnum):
    """In which sort of session something was answered."""

    STUDY = "study"
    QUIZ = "quiz"
    CRAM = "cram"  # flash cards out of turn
    FLASH = (
        "flash"  # the same before cards were scheduled; they were graded from memory, and so count
    )


class EntryType(StrEnum):
    """What an entry says."""

    REVIEW = "review"
    UNDO = "undo"
    SUSPEND = "suspend"  # the card is not asked until it is resumed
    RESUME = "resume"
    BURY = "bury"  # the card is not asked on this study day
    RENAME = "rename"  # what went by a former id goes by another
    BEGIN = "begin"  # a session, with all that it takes to go on with it
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One answer, with the question as it was shown.

    Attributes:
        at: the instant, in UTC.
        study_day: the learner's day as YYYY-MM-DD; the day of `at` in UTC if not given.
        options: ids in the order shown; empty where nothing was to choose.
        key: the id of the right option, the ids of all of them in their right order, parted by spaces, or the
            right answer in words.
        answered: the chosen option's id or what was typed; None where nothing was.
        rating: what it counts for; None where nothing is scheduled.
        scheduler: what made a memory of it; None where nothing is scheduled.
    """

    at: datetime
    session: str
    mode: Mode
    chapter: str
    digest: str
    card: str | None
    cards: tuple[str, ...]
    question: str
    form: str
    prompt: str
    options: tuple[str, ...]
    key: str
    answered: str | None
    verdict: Verdict
    milliseconds: int
    seed: int
    rating: Rating | None = None
    overruled: bool = False
    study_day: str | None = None
    scheduler: str | None = None

    @property
    def day(self) -> str:
        """The learner's day as YYYY-MM-DD."""
        return self.study_day or self.at.astimezone(UTC).date().isoformat()

    @property
    def scheduled(self) -> bool:
        """Whether it changes when its card is asked again."""
        return (
            self.card is not None
            and self.rating is not None
            and self.mode in {Mode.STUDY, Mode.FLASH}
        )


@dataclass(frozen=True, slots=True)
class LoggedReview:
    """A review as it stands in the log."""

    id: str
    review: Review


# The columns of a review, in the order in which `review_of` takes them.
REVIEW_COLUMNS = (
    "id", "at", "study_day", "session", "mode", "chapter", "digest", "card", "cards", "question", "form",
    "prompt", "options", "key", "answered", "verdict", "rating", "overruled", "milliseconds", "seed", "scheduler",
)  # fmt: skip


def instant(at: datetime) -> str:
    """Write an instant in UTC; naive times are refused because nobody could read them back."""
    assert at.tzinfo is not None, "an instant needs a time zone"
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def row_of(review: Review) -> Mapping[str, Value]:
    """Return the columns that say what `review` does, without an id."""
    return {
        "type": EntryType.REVIEW.value,
        "at": instant(review.at),
        "study_day": review.day,
        "session": review.session,
        "mode": review.mode.value,
        "chapter": review.chapter,
        "digest": review.digest,
        "card": review.card,
        "cards": json.dumps(review.cards),
        "question": review.question,
        "form": review.form,
        "prompt": review.prompt,
        "options": json.dumps(review.options),
        "key": review.key,
        "answered": review.answered,
        "verdict": review.verdict.value,
        "rating": review.rating.value if review.rating else None,
        "overruled": int(review.overruled),
        "milliseconds": review.milliseconds,
        "seed": review.seed,
        "scheduler": review.scheduler,
    }


def review_of(row: tuple[object, ...]) -> LoggedReview:
    """Return the review that the values of `REVIEW_COLUMNS` say."""
    told = dict(zip(REVIEW_COLUMNS, row, strict=True))

    def text(name: str) -> str:
        return str(told[name])

    def text_or_none(name: str) -> str | None:
        return None if told[name] is None else str(told[name])

    review = Review(
        at=datetime.fromisoformat(text("at")),
        study_day=text("study_day"),
        session=text("session"),
        mode=Mode(text("mode")),
        chapter=text("chapter"),
        digest=text("digest"),
        card=text_or_none("card"),
        cards=tuple(json.loads(text("cards"))),
        question=text("question"),
        form=text("form"),
        prompt=text("prompt"),
        options=tuple(json.loads(text("options"))),
        key=text("key"),
        answered=text_or_none("answered"),
        verdict=Verdict(text("verdict")),
        rating=None if told["rating"] is None else Rating(text("rating")),
        overruled=bool(told["overruled"]),
        milliseconds=int(text("milliseconds")),
        seed=int(text("seed")),
        scheduler=text_or_none("scheduler"),
    )
    return LoggedReview(text("id"), review)
