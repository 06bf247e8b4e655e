"""Reads a deck's file and reports everything that is wrong with it, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from trainer.chapters.refusals import explain
from trainer.chapters.suggestions import did_you_mean
from trainer.chapters.yaml_source import Document, read_yaml
from trainer.dates import Bounds, DateError, bounds, make_date
from trainer.decks.models import DeckEntry, PeriodEntry, SelectorEntry
from trainer.decks.selection import Period, Selector
from trainer.errors import ContentError, Place, Problem
from trainer.files import read_file
from trainer.questions.families.catalogue import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
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
            ContentError: something is wrong with the deck; holds all of it.
        """
        parts = [("select", self.entry.select), ("exclude", self.entry.exclude)]
        problems = [*self._misnamed()]
        for where, entry in parts:
            if entry is not None:
                problems += [
                    *self._unknown_ids(where, entry, chapters),
                    *self._unknown_templates(where, entry),
                    *self._wrong_period(where, entry, chapter.calendar),
                ]
        if problems:
            raise ContentError(problems)
        wanted, unwanted = (
            None if entry is None else self._selector(entry, chapter.calendar) for _, entry in parts
        )
        assert wanted is not None, "a deck selects"
        return wanted, unwanted

    def unknown_tags(self, known: Collection[str]) -> Iterator[Problem]:
        """Yield a problem for every tag that no question of the deck's chapters bears."""
        for where, entry in (("select", self.entry.select), ("exclude", self.entry.exclude)):
            for index, tag in enumerate(entry.tags or ()) if entry else ():
                if tag not in known:
                    place = self.document.place((where, "tags", index))
                    mend = did_you_mean(tag, known, f"known: {', '.join(sorted(known))}")
                    yield Problem(place, f"tags: no question is tagged {tag}", mend)

    def _misnamed(self) -> Iterator[Problem]:
        if self.entry.id != self.file.stem:
            yield Problem(
                self.document.place(("id",)),
                f"the deck's id is {self.entry.id}, but its file is {self.file.name}",
                f"write id: {self.file.stem}, or rename the file",
            )

    def _unknown_ids(
        self, where: str, entry: SelectorEntry, chapters: Sequence[Chapter]
    ) -> Iterator[Problem]:
        known = {
            "lessons": [lesson.id for chapter in chapters for lesson in chapter.lessons],
            "persons": [person.id for chapter in chapters for person in chapter.persons],
            "organizations": [body.id for chapter in chapters for body in chapter.organizations],
            "issues": [fact.issue for chapter in chapters for fact in chapter.statements],
            "facts": [fact.id for chapter in chapters for fact in chapter.facts()],
        }
        heirs = {old: f.id for each in chapters for f in each.facts() for old in f.formerly}
        for key, ids in known.items():
            for index, name in enumerate(getattr(entry, key) or ()):
                if name not in ids:
                    place = self.document.place((where, key, index))
                    mend = (
                        f"write {heirs[name]}, as it is called now"
                        if name in heirs
                        else did_you_mean(name, ids, "look it up with trainer show")
                    )
                    yield Problem(place, f"{key}: {name} is not in the deck's chapters", mend)

    def _unknown_templates(self, where: str, entry: SelectorEntry) -> Iterator[Problem]:
        for index, template in enumerate(entry.templates or ()):
            if template not in TEMPLATES:
                place = self.document.place((where, "templates", index))
                mend = did_you_mean(template, TEMPLATES, f"known: {', '.join(TEMPLATES)}")
                yield Problem(place, f"templates: there is no template {template}", mend)

    def _wrong_period(
        self, where: str, entry: SelectorEntry, calendar: Calendar
    ) -> Iterator[Problem]:
        period = entry.period
        if period is None:
            return
        calendar = period.calendar or calendar
        wrong = False
        for end, edtf in (("from", period.from_), ("to", period.to)):
            try:
                _reach(edtf, calendar)
            except DateError as error:
                wrong = True
                yield Problem(self.document.place((where, "period", end)), error.what, error.mend)
        if wrong:
            return
        first, last = _period(period, calendar)
        if first is not None and last is not None and first > last:
            yield Problem(
                self.document.place((where, "period", "to")),
                f"the period ends with {period.to}, before it begins with {period.from_}",
                "exchange them",
            )

    def _selector(self, entry: SelectorEntry, calendar: Calendar) -> Selector:
        return Selector(
            lessons=_set(entry.lessons),
            kinds=_set(entry.kinds),
            templates=_set(entry.templates),
            demands=_set(entry.demands),
            forms=_set(entry.forms),
            tags=_set(entry.tags),
            importance=_set(entry.importance),
            period=_chosen_period(entry.period, calendar),
            persons=_set(entry.persons),
            organizations=_set(entry.organizations),
            issues=_set(entry.issues),
            facts=_set(entry.facts),
        )


def load_deck(file: Path) -> Deck:
    """Read a deck's file.

    Raises:
        NotFoundError: there is no such file.
        TrainerError: it is no file, or may not be read.
        ContentError: the file is not a deck; holds all that is wrong with it.
    """
    document = read_yaml(read_file(file), str(file))
    if not isinstance(document.data, dict):
        problem = Problem(
            Place(str(file), 1, 1), "not a deck", "write id, title, description and select"
        )
        raise ContentError([problem])
    try:
        entry = DeckEntry.model_validate(document.data)
    except ValidationError as error:
        raise ContentError(explain(error, DeckEntry, document, ())) from None
    return Deck(file, entry, document)


def _chosen_period(entry: PeriodEntry | None, calendar: Calendar) -> Period | None:
    if entry is None:
        return None
    first, last = _period(entry, entry.calendar or calendar)
    return Period(first=first, last=last)


def _period(entry: PeriodEntry, calendar: Calendar) -> tuple[int | None, int | None]:
    """Return the first and the last day of a period; None is an open end."""
    first, last = _reach(entry.from_, calendar), _reach(entry.to, calendar)
    return (first.first if first else None, last.last if last else None)


def _reach(edtf: str | None, calendar: Calendar) -> Bounds | None:
    return None if edtf is None else bounds(make_date(edtf, calendar))


def _set(values: Iterable[Any] | None) -> frozenset[Any] | None:
    return None if values is None else frozenset(values)
