"""A chapter as its authors wrote it: checked entries that still know where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from trainer.chapters.models.base import Model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.models.base import Entry
    from trainer.chapters.models.chapter import ChapterEntry
    from trainer.chapters.models.events import EventEntry
    from trainer.chapters.models.lessons import LessonEntry
    from trainer.chapters.models.omitted import OmissionEntry
    from trainer.chapters.models.organizations import OrganizationEntry
    from trainer.chapters.models.persons import PersonEntry
    from trainer.chapters.models.statements import StatementEntry
    from trainer.chapters.models.terms import TermEntry
    from trainer.chapters.models.votes import BallotEntry
    from trainer.chapters.models.works import WorkEntry
    from trainer.chapters.yaml_source import Document, Path
    from trainer.errors import Place

T_co = TypeVar("T_co", bound=Model, covariant=True)


@dataclass(frozen=True, slots=True)
class Authored(Generic[T_co]):
    """One entry and where it stands: `path` leads to it from the top of its file."""

    entry: T_co
    name: str
    document: Document
    path: Path

    def place(self, *steps: str | int, key: bool = False) -> Place:
        """Return the place of something within the entry."""
        return self.document.place((*self.path, *steps), key=key)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthoredChapter:
    """All files of a chapter.

    Attributes:
        ids: the id of every entry by file, those included that could not be read for another reason.
    """

    id: str
    digest: str
    chapter: Authored[ChapterEntry]
    lessons: list[Authored[LessonEntry]] = field(default_factory=list)
    persons: list[Authored[PersonEntry]] = field(default_factory=list)
    organizations: list[Authored[OrganizationEntry]] = field(default_factory=list)
    events: list[Authored[EventEntry]] = field(default_factory=list)
    votes: list[Authored[BallotEntry]] = field(default_factory=list)
    works: list[Authored[WorkEntry]] = field(default_factory=list)
    statements: list[Authored[StatementEntry]] = field(default_factory=list)
    terms: list[Authored[TermEntry]] = field(default_factory=list)
    omitted: list[Authored[OmissionEntry]] = field(default_factory=list)
    ids: dict[str, frozenset[str]] = field(default_factory=dict)

    def facts(self) -> Iterator[Authored[Entry]]:
        """Every fact, sort by sort in the order of the record."""
        yield from self.persons
        yield from self.organizations
        yield from self.events
        yield from self.votes
        yield from self.works
        yield from self.statements
        yield from self.terms


def models_within(value: Any, path: Path = ()) -> Iterator[tuple[Path, Model]]:
    """Yield every model within `value`, itself included, with the path that leads to it in the file."""
    if isinstance(value, Model):
        yield path, value
        for name, written in _fields(type(value)):
            part = getattr(value, name)
            # Most values are plain; asking here saves a generator for each of them.
            if isinstance(part, Model | list):
                yield from models_within(part, (*path, written))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from models_within(item, (*path, index))


@cache
def _fields(model: type[Model]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a model, as Python names them and as files do."""
    return tuple((name, info.alias or name) for name, info in model.model_fields.items())
