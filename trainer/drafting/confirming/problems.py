"""What is wrong with an entry as it is written now, in the loader's own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trainer.chapters.authored import Authored, AuthoredChapter, models_within
from trainer.chapters.checks import check_chapter
from trainer.chapters.models.base import DateEntry
from trainer.chapters.reading import read_entry
from trainer.chapters.yaml_source import read_yaml
from trainer.errors import ContentError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from trainer.chapters.models.chapter import ChapterEntry
    from trainer.drafting.confirming.sheets import Item, Sheet

_ANCHOR = "anchor"


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to be named in a chapter: found once, looked up for each of its entries.

    Attributes:
        ids: of each file.
        items: the entries with an id; two have the same only by mistake.
    """

    ids: Mapping[str, frozenset[str]]
    items: Mapping[str, Sequence[Item]]

    @classmethod
    def of(cls, sheets: Mapping[str, Sheet]) -> Known:
        """Find what there is in the files of a chapter."""
        ids: dict[str, frozenset[str]] = {}
        items: dict[str, list[Item]] = {}
        for name, sheet in sheets.items():
            ids[name] = frozenset(item.id for item in sheet.items if item.id)
            for item in sheet.items:
                if item.id:
                    items.setdefault(item.id, []).append(item)
        return cls(ids, items)

    def others(self, name: str, item: Item | None) -> list[Item]:
        """Return the entries with an id, one entry not counted."""
        return [one for one in self.items.get(name, ()) if one is not item]

    def ids_with(
        self, file: str, new: AbstractSet[str], replaced: Item | None
    ) -> Mapping[str, frozenset[str]]:
        """Return the ids of each file, with new ones in one of them for that of an entry which they replace."""
        gone = (
            frozenset((replaced.id,))
            if replaced and not self.others(replaced.id, replaced)
            else frozenset()
        )
        if gone == new:
            return self.ids
        return {**self.ids, file: (self.ids.get(file, frozenset()) - gone) | new}


def problems_in(
    text: str,
    file: str,
    known: Known,
    about: Authored[ChapterEntry],
    replacing: Item | None = None,
) -> list[Problem]:
    """Return all that is wrong with a text that is to stand for an entry; places count its own lines.

    Only the entry is read, and what its dates are reckoned from: it takes as long in a chapter of any size.

    Args:
        text: one entry or several, as they stand in a file.
        file: the file's name.
        known: what there is in the chapter.
        about: what chapter.yaml says.
        replacing: the entry that it is to stand for.
    """
    try:
        document = read_yaml(text.encode(), file)
    except ContentError as error:
        return list(error.problems)
    if not isinstance(document.data, list) or not document.data:
        return [Problem(document.place(()), "this is no entry", "begin it with a dash: `- id: …`")]
    entries: list[Authored[Any]] = []
    problems: list[Problem] = []
    for index in range(len(document.data)):
        entry, found = read_entry(file, document, index)
        problems += found
        if entry is not None:
            entries.append(entry)
    for entry in entries:
        if known.others(entry.entry.id, replacing):
            what = f'the id "{entry.entry.id}" is used twice'
            problems.append(Problem(entry.place("id"), what, "choose another"))
    if problems:
        return sorted(problems)
    own = frozenset(entry.entry.id for entry in entries)
    chapter = AuthoredChapter(
        id="chapter", digest="", chapter=about, ids=dict(known.ids_with(file, own, replacing))
    )
    for entry in [*entries, *_anchors(entries, known, replacing)]:
        getattr(chapter, entry.name.removesuffix(".yaml")).append(entry)
    found = check_chapter(chapter)
    return sorted(one for one in found if one.place is not None and one.place.file == file)


def told(problem: Problem) -> str:
    """Say a problem with its line, but not the file that is open anyway."""
    place = problem.place or Place("")
    where = f"line {place.line}: " if place.line else ""
    return where + str(Problem(None, problem.what, problem.mend))


def _anchors(
    entries: Sequence[Authored[Any]], known: Known, replacing: Item | None
) -> list[Authored[Any]]:
    """Return the entries from whose dates others are reckoned, and theirs, as far as they can be read."""
    found: dict[str, Authored[Any]] = {}
    own = {entry.entry.id for entry in entries}
    to_read = [name for entry in entries for name in _reckoned_from(entry)]
    while to_read:
        name = to_read.pop()
        if name in found or name in own:
            continue
        item = next(iter(known.others(name, replacing)), None)
        if item is None:
            continue
        anchor, _ = read_entry(item.file, read_yaml(item.text.encode(), _ANCHOR), 0)
        if anchor is not None:
            found[name] = anchor
            to_read += _reckoned_from(anchor)
    return list(found.values())


def _reckoned_from(entry: Authored[Any]) -> list[str]:
    return [
        model.derived.from_
        for _, model in models_within(entry.entry)
        if isinstance(model, DateEntry) and model.derived is not None
    ]
