"""Which entries name another one, and what becomes of them when that one changes its id or goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trainer.chapters.authored import models_within
from trainer.chapters.checks.ties import ties_of
from trainer.chapters.reading import read_entry
from trainer.drafting.confirming.splicing import with_values, without_at
from trainer.errors import TrainerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from trainer.chapters.yaml_source import Path
    from trainer.drafting.confirming.sheets import Item, Sheet

# In which order files are written, so that what is named is always there.
FACT_FILES = (
    "events.yaml",
    "votes.yaml",
    "works.yaml",
    "statements.yaml",
    "terms.yaml",
    "organizations.yaml",
    "persons.yaml",
)


def references(item: Item, name: str, file: str) -> list[Path]:
    """Return where an entry names the fact with an id.

    Args:
        item: the entry.
        name: the id.
        file: that the fact stands in.

    Raises:
        TrainerError: the entry cannot be read, so that nobody knows.
    """
    # The quick look first: few of a long chapter's entries have the id at all.
    if name not in item.text or not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", item.text):
        return []
    entry, problems = read_entry(item.file, item.document, 0)
    if entry is None:
        what = problems[0].what if problems else "it cannot be read"
        raise TrainerError(
            f"{item.file}: {item.id or 'an entry'} may name {name}, but {what}",
            mend=f"mend it first: trainer check tells where; {problems[0].mend}",
        )
    return [
        (*entry.path, *path, *steps)
        for path, model in models_within(entry.entry)
        for steps, named, files, _ in ties_of(model)
        if named == name and file in files
    ]


def renamed(item: Item, old: str, new: str, file: str) -> Item:
    """Return an entry that names another fact wherever it named one; what then stands twice in a list stands once."""
    paths = references(item, old, file)
    if not paths:
        return item
    changed = with_values(item, paths, new)
    for path in sorted(paths, key=_by_index, reverse=True):
        at = _in_list(path)
        if at is None:
            continue
        *above, index = at
        listed = _value_at(changed, above)
        if (
            isinstance(listed, list)
            and isinstance(index, int)
            and listed[index] in (listed[:index] + listed[index + 1 :])
        ):
            changed = without_at(changed, at)
    return changed


def released(item: Item, name: str, file: str) -> Item:
    """Return an entry that no longer names a fact which is to go.

    Raises:
        TrainerError: it cannot do without.
    """
    while paths := references(item, name, file):
        item = _without(item, paths[-1], name)
    return item


def _without(item: Item, path: Path, name: str) -> Item:
    # Where a bare id stands for a mapping, its path leads further than the file does.
    bare = not isinstance(_value_at(item, path[:-1]), dict | list)
    ways = [] if bare else [path]
    if (listed := _in_list(path)) is not None:
        ways.append(listed)
    if "derived" not in path:
        for way in dict.fromkeys(ways):
            changed = without_at(item, way)
            entry, _ = read_entry(changed.file, changed.document, 0)
            if entry is not None:
                return changed
    key = next(step for step in reversed(path) if isinstance(step, str))
    raise TrainerError(
        f"{item.id} cannot do without {name} ({key})",
        mend=f"amend or discard {item.id} first",
    )


def _in_list(path: Path) -> Path | None:
    """Return the path of the item of a list that a path leads into, below the entry itself."""
    at = next((at for at in reversed(range(1, len(path))) if isinstance(path[at], int)), None)
    return None if at is None else path[: at + 1]


def _by_index(path: Path) -> tuple[str, ...]:
    return tuple(f"{step:06}" if isinstance(step, int) else step for step in path)


def _value_at(item: Item, path: Iterable[str | int]) -> object:
    value: object = item.document.data
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
    return value


def in_all(
    sheets: dict[str, Sheet], change: Callable[[Item], Item]
) -> tuple[dict[str, Sheet], int]:
    """Return the files with a change made to every entry, and how many entries it changed."""
    changed: dict[str, Sheet] = {}
    count = 0
    for file in FACT_FILES:
        sheet = sheets.get(file)
        if sheet is None:
            continue
        made = [(item, change(item)) for item in sheet.items]
        number = sum(new is not old for old, new in made)
        if number:
            changed[file] = sheet.with_all(new for _, new in made)
            count += number
    return changed, count
