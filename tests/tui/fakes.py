"""An app over invented content, with a clock that stands still."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.quizzes.samples import CHAPTER, FRONTS, QUESTIONS
from trainer.content import Places
from trainer.decks.catalogue import Catalogue, ChapterSummary, DeckSummary, LessonSummary
from trainer.decks.opening import OpenedDeck
from trainer.study.store import Store
from trainer.tui.app import TrainerApp
from trainer.tui.start import Home, Start

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from trainer.errors import TrainerError
    from trainer.questions.question import Front, Question
    from trainer.study.entries import Review
    from trainer.study.memory import Memory
    from trainer.study.wish import Study

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)

CATALOGUE = Catalogue(
    decks=(
        DeckSummary(
            id="first-lamps",
            title="First lamps",
            description="The dates, persons and votes that hold the story together: begin here.",
            chapters=(CHAPTER,),
            questions=24,
            cards=18,
        ),
        DeckSummary(
            id="board",
            title="The votes of the Harbour Board",
            description="Who was for lighting the quays, and how it came out.",
            chapters=(CHAPTER,),
            questions=9,
            cards=1,
        ),
    ),
    chapters=(
        ChapterSummary(
            id=CHAPTER,
            title="The Dark Weeks of Port Merrow",
            work="A History of the Southern Lights",
            counts={"events": 31, "votes": 7, "persons": 22},
            lessons=(
                LessonSummary(id="the-rate", title="The night rate", cards=21, questions=40),
                LessonSummary(id="the-dark-week", title="The dark week", cards=34, questions=71),
                LessonSummary(
                    id="settlement",
                    title="How the Harbour Board came to terms with the lamplighters in July",
                    cards=12,
                    questions=18,
                ),
            ),
            questions=129,
            cards=67,
        ),
    ),
)


def deck(
    questions: tuple[Question, ...] = QUESTIONS,
    fronts: tuple[Front, ...] = FRONTS,
    title: str = "First lamps",
) -> OpenedDeck:
    return OpenedDeck(
        id="first-lamps",
        title=title,
        description="",
        seed=0,
        chapters=(),
        cards=(),
        questions=questions,
        fronts=fronts,
    )


@dataclass
class FakeLibrary:
    """Content that is simply there; `error` is raised instead, if given."""

    content: Catalogue = CATALOGUE
    opened: OpenedDeck = field(default_factory=deck)
    error: TrainerError | None = None
    asked: list[tuple[str, str | None, int]] = field(default_factory=list)
    counted: int = 0

    def kept(self) -> Catalogue | None:
        return None

    def catalogue(self) -> Catalogue:
        self.counted += 1
        return self.content

    def open(self, deck: str, *, lesson: str | None, seed: int) -> OpenedDeck:
        self.asked.append((deck, lesson, seed))
        if self.error is not None:
            raise self.error
        return self.opened

    def open_to_study(
        self, study: Study, memories: Mapping[str, Memory], day: date
    ) -> tuple[OpenedDeck, tuple[str, ...]]:
        self.asked.append((study.deck, study.filters.lesson, len(memories) + day.toordinal()))
        if self.error is not None:
            raise self.error
        return self.opened, ()


def places(root: Path) -> Places:
    return Places(library=root / "library", state=root / "state", cache=root / "cache")


def make_app(
    root: Path,
    start: Start | None = None,
    library: FakeLibrary | None = None,
    environ: dict[str, str] | None = None,
) -> TrainerApp:
    return TrainerApp(
        library or FakeLibrary(),
        places(root),
        start=start or Home(),
        now=lambda: NOON,
        environ=environ or {},
    )


def logged(root: Path) -> list[Review]:
    with Store.open(places(root).state / "log.db") as log:
        return [entry.review for entry in log.reviews()]
