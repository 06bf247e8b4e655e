"""Reads a chapter's files into checked entries, one by one; what takes more than one is for `checks`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from trainer.chapters.authored import Authored, AuthoredChapter
from trainer.chapters.files import CHAPTER_FILE, LIST_FILES, digest_of, read_files
from trainer.chapters.models.chapter import ChapterEntry
from trainer.chapters.models.events import EventEntry
from trainer.chapters.models.lessons import LessonEntry
from trainer.chapters.models.omitted import OmissionEntry
from trainer.chapters.models.organizations import OrganizationEntry
from trainer.chapters.models.persons import PersonEntry
from trainer.chapters.models.statements import StatementEntry
from trainer.chapters.models.terms import TermEntry
from trainer.chapters.models.votes import (
    ChoiceEntry,
    ElectionEntry,
    FigureEntry,
    ListEntry,
    MotionEntry,
)
from trainer.chapters.models.works import WorkEntry
from trainer.chapters.refusals import explain
from trainer.chapters.suggestions import nearest, one_of
from trainer.chapters.yaml_source import Document, read_yaml
from trainer.errors import ContentError, Place, Problem

if TYPE_CHECKING:
    from trainer.chapters.models.base import Model

_MODELS: dict[str, type[Model]] = {
    "lessons.yaml": LessonEntry,
    "persons.yaml": PersonEntry,
    "organizations.yaml": OrganizationEntry,
    "events.yaml": EventEntry,
    "works.yaml": WorkEntry,
    "statements.yaml": StatementEntry,
    "terms.yaml": TermEntry,
    "omitted.yaml": OmissionEntry,
}

_VOTES: dict[str, type[Model]] = {
    "motion": MotionEntry,
    "choice": ChoiceEntry,
    "election": ElectionEntry,
    "list": ListEntry,
    "figure": FigureEntry,
}


@dataclass(slots=True)
class Reading:
    """What could be read of a chapter, and all that is wrong with its files.

    Attributes:
        chapter: None where chapter.yaml itself is wrong.
        unread: files of which nothing could be read, so that ids in them are not known.
    """

    chapter: AuthoredChapter | None = None
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _List:
    """What could be read of one file of entries."""

    content: bytes
    entries: list[Authored[Any]]
    ids: frozenset[str]
    reading: Reading


class KeptFiles:
    """What was read of the files of one chapter, for when most of them have not changed since."""

    def __init__(self) -> None:
        self._lists: dict[str, _List] = {}

    def read(self, folder: Path, name: str, content: bytes) -> _List:
        """Read one file, or return what was read when it held the same."""
        kept = self._lists.get(name)
        if kept is None or kept.content != content:
            part = Reading()
            kept = _List(content, *_Reader(folder, part).read_list(name, content), part)
            self._lists[name] = kept
        return kept


def read_chapter(folder: Path, kept: KeptFiles | None = None) -> Reading:
    """Read every file in `folder`, but those of which `kept` knows what they hold.

    Raises:
        NotFoundError: `folder` holds no chapter.
        TrainerError: a file cannot be opened.
    """
    contents = read_files(folder)
    kept = kept or KeptFiles()
    reading = Reading()
    reader = _Reader(folder, reading)
    for name in contents:
        reader.check_name(name)
    about = reader.read_about(contents[CHAPTER_FILE])
    lists = {name: kept.read(folder, name, contents.get(name, b"")) for name in LIST_FILES}
    for part in lists.values():
        reading.problems += part.reading.problems
        reading.unread |= part.reading.unread
    if about is not None:
        reading.chapter = AuthoredChapter(
            id=folder.resolve().name,
            digest=digest_of(contents),
            chapter=about,
            ids={name: part.ids for name, part in lists.items()},
            **{name.removesuffix(".yaml"): part.entries for name, part in lists.items()},
        )
    return reading


def read_about(folder: Path, content: bytes) -> tuple[Authored[ChapterEntry] | None, list[Problem]]:
    """Return what chapter.yaml says, None if it is wrong, and all that is wrong with it."""
    reading = Reading()
    return _Reader(folder, reading).read_about(content), reading.problems


def read_entry(
    name: str, document: Document, index: int
) -> tuple[Authored[Any] | None, list[Problem]]:
    """Return one entry of a list read before, None if it is wrong, and all that is wrong with it.

    Args:
        name: of the file that the list is of, which says what its entries are.
        document: the list.
        index: which entry.
    """
    reading = Reading()
    entry = _Reader(Path(document.file).parent, reading).read_item(name, document, index)
    return entry, reading.problems


class _Reader:
    def __init__(self, folder: Path, reading: Reading) -> None:
        self._folder = folder
        self._reading = reading

    def check_name(self, name: str) -> None:
        known = (CHAPTER_FILE, *LIST_FILES)
        if name in known:
            return
        near = nearest(name, known)
        self._note(
            Place(self._path(name)),
            "no file of a chapter has this name",
            f"rename it to {near}" if near else f"move it away; known are {', '.join(known)}",
        )

    def read_about(self, content: bytes) -> Authored[ChapterEntry] | None:
        document = self._document(CHAPTER_FILE, content)
        if document is None:
            return None
        if not isinstance(document.data, dict):
            what = "the file is empty" if document.data is None else "this is no mapping"
            self._note(document.place(()), what, "write keys such as `title: …`, one a line")
            return None
        return self._entry(ChapterEntry, CHAPTER_FILE, document, ())

    def read_list(self, name: str, content: bytes) -> tuple[list[Authored[Any]], frozenset[str]]:
        document = self._document(name, content)
        if document is None or document.data is None:
            return [], frozenset()
        if not isinstance(document.data, list):
            self._note(
                document.place(()), "this is no list", "begin each entry with a dash: `- id: …`"
            )
            self._reading.unread.add(name)
            return [], frozenset()
        found = (self.read_item(name, document, index) for index in range(len(document.data)))
        ids = [item.get("id") for item in document.data if isinstance(item, dict)]
        return [entry for entry in found if entry], frozenset(i for i in ids if isinstance(i, str))

    def read_item(self, name: str, document: Document, index: int) -> Authored[Any] | None:
        item = document.data[index]
        if not isinstance(item, dict):
            self._note(
                document.place((index,)), "an entry that is no mapping", "write keys: `- id: …`"
            )
            return None
        if name == "votes.yaml":
            return self._vote(document, index)
        return self._entry(_MODELS[name], name, document, (index,))

    def _vote(self, document: Document, index: int) -> Authored[Any] | None:
        sort = document.data[index].get("type")
        if sort is None:
            mend = f"add `type:` with {one_of(_VOTES)}"
            self._note(document.place((index,)), 'the key "type" is missing', mend)
            return None
        model = _VOTES.get(sort) if isinstance(sort, str) else None
        if model is None:
            near = nearest(sort, _VOTES) if isinstance(sort, str) else None
            said = f'"{sort}"' if isinstance(sort, str) else "this"
            mend = (
                f"did you mean {near}? (known: {', '.join(_VOTES)})"
                if near
                else f"write {one_of(_VOTES)}"
            )
            self._note(document.place((index, "type")), f"type: {said} is not known", mend)
            return None
        return self._entry(model, "votes.yaml", document, (index,))

    def _entry(
        self, model: type[Model], name: str, document: Document, path: tuple[int, ...]
    ) -> Authored[Any] | None:
        value = document.data
        for step in path:
            value = value[step]
        try:
            return Authored(model.model_validate(value), name, document, path)
        except ValidationError as error:
            self._reading.problems.extend(explain(error, model, document, path))
            return None

    def _document(self, name: str, content: bytes) -> Document | None:
        try:
            return read_yaml(content, self._path(name))
        except ContentError as error:
            self._reading.problems.extend(error.problems)
            self._reading.unread.add(name)
            return None

    def _path(self, name: str) -> str:
        return str(self._folder / name)

    def _note(self, place: Place, what: str, mend: str) -> None:
        self._reading.problems.append(Problem(place, what, mend))
