"""Reads a deck's file and reports everything that is wrong with it, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from trainer.chapters.refusals import explain
from trainer.chapters.wording import nearest
from trainer.chapters.yaml_source import Document, read_yaml
from trainer.dates import Bounds, DateError, bounds, make_date
from trainer.decks.models import DeckEntry, PeriodEntry, SelectorEntry
from trainer.decks.selection import Period, Selector
from trainer.errors import ContentError, NotFoundError, Place, Problem, reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from trainer.chapters.record import Chapter
    from trainer.dates import Calendar


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck as its author wrote it, which still knows where everything stands."""

    file: Path
    entry: DeckEntry
    document: Document

    @property
    def id(self) -> str:
        """The deck's id, which is also its file's name."""
        return self.entry.id

    @property
    def title(self) -> str:
        """The deck's title."""
        return self.entry.title

    @property
    def description(self) -> str:
        """The deck's description."""
        return self.entry.description

    @property
    def place(self) -> Place:
        """Where the deck says what it selects."""
        return self.document.place(("select",), key=True)

    @property
    def chapters(self) -> tuple[tuple[str, Place], ...]:
        """The id of every chapter that the deck names, and where it names it."""
        return tuple(
            (chapter, self.document.place(("select", "chapters", index)))
            for index, chapter in enumerate(self.entry.select.chapters)
        )

    def selectors(
        self, chapter: Chapter, chapters: Sequence[Chapter]
    ) -> tuple[Selector, Selector | None]:
        """Return what the deck selects from `chapter` and what it excludes.

        Args:
            chapter: the one to select from.
            chapters: all chapters of the deck, for an id need stand in one of them only.

        Raises:
            ContentError: the deck names an id that none of the chapters has, or a date that is none.
        """
        entry = self.entry
        problems = [
            *self._unknown_ids("select", entry.select, chapters),
            *(self._unknown_ids("exclude", entry.exclude, chapters) if entry.exclude else ()),
        ]
        if problems:
            raise ContentError(problems)
        wanted = self._selector("select", entry.select, chapter.calendar)
        unwanted = (
            self._selector("exclude", entry.exclude, chapter.calendar) if entry.exclude else None
        )
        return wanted, unwanted

    def _unknown_ids(
        self, where: str, entry: SelectorEntry, chapters: Iterable[Chapter]
    ) -> Iterable[Problem]:
        known = {
            "lessons": [lesson.id for chapter in chapters for lesson in chapter.lessons],
            "persons": [person.id for chapter in chapters for person in chapter.persons],
            "organizations": [body.id for chapter in chapters for body in chapter.organizations],
            "facts": [fact.id for chapter in chapters for fact in chapter.facts()],
        }
        for key, ids in known.items():
            for index, name in enumerate(getattr(entry, key) or ()):
                if name not in ids:
                    near = nearest(name, ids)
                    mend = f"did you mean {near}?" if near else "look it up with trainer show"
                    place = self.document.place((where, key, index))
                    yield Problem(place, f"{key}: {name} is not in the deck's chapters", mend)

    def _selector(self, where: str, entry: SelectorEntry, calendar: Calendar) -> Selector:
        return Selector(
            lessons=_set(entry.lessons),
            kinds=_set(entry.kinds),
            templates=_set(entry.templates),
            demands=_set(entry.demands),
            tags=_set(entry.tags),
            importance=_set(entry.importance),
            period=self._period(where, entry.period, calendar) if entry.period else None,
            persons=_set(entry.persons),
            organizations=_set(entry.organizations),
            facts=_set(entry.facts),
        )

    def _period(self, where: str, entry: PeriodEntry, calendar: Calendar) -> Period:
        calendar = entry.calendar or calendar
        first = self._reach(where, "from", entry.from_, calendar)
        last = self._reach(where, "to", entry.to, calendar)
        if first and last and first.first and last.last and first.first > last.last:
            raise ContentError(
                [
                    Problem(
                        self.document.place((where, "period", "to")),
                        f"the period ends with {entry.to}, before it begins with {entry.from_}",
                        "exchange them",
                    )
                ]
            )
        return Period(first=first.first if first else None, last=last.last if last else None)

    def _reach(self, where: str, end: str, edtf: str | None, calendar: Calendar) -> Bounds | None:
        if edtf is None:
            return None
        try:
            return bounds(make_date(edtf, calendar))
        except DateError as error:
            place = self.document.place((where, "period", end))
            raise ContentError([Problem(place, error.what, error.mend)]) from None


def load_deck(file: Path) -> Deck:
    """Read a deck's file.

    Raises:
        NotFoundError: there is no such file, or it may not be read.
        ContentError: the file is not a deck; holds all that is wrong with it.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise NotFoundError(
            f"cannot read {file}: {reason_of(error)}",
            mend="check its name and whether you may read it",
        ) from error
    document = read_yaml(content, str(file))
    if not isinstance(document.data, dict):
        problem = Problem(
            Place(str(file), 1, 1), "not a deck", "write id, title, description and select"
        )
        raise ContentError([problem])
    try:
        entry = DeckEntry.model_validate(document.data)
    except ValidationError as error:
        raise ContentError(explain(error, DeckEntry, document, ())) from None
    if entry.id != file.stem:
        problem = Problem(
            document.place(("id",)),
            f"the deck's id is {entry.id}, but its file is {file.name}",
            f"write id: {file.stem}, or rename the file",
        )
        raise ContentError([problem])
    return Deck(file, entry, document)


def _set(values: Iterable[Any] | None) -> frozenset[Any] | None:
    return None if values is None else frozenset(values)
