"""What the confirm screen opens, and what it says where there is no passage, or no draft left."""

from __future__ import annotations

from dataclasses import dataclass
from shlex import join
from typing import TYPE_CHECKING

from textual.widgets.text_area import Selection

from trainer.errors import TrainerError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from trainer.chapters.text_copy import Text
    from trainer.content import Places
    from trainer.drafting.confirming.desk import Desk, Step
    from trainer.drafting.confirming.sheets import Item

NO_TEXT = (
    "The passages stand here once you name your copy of the text; it is remembered:\n\n{command}"
)
DONE = "No drafts are left.\n\nNext, see what is asked of them, and prove them against the text:\n\n{commands}"

SORTS = {
    "lessons.yaml": "lesson",
    "persons.yaml": "person",
    "organizations.yaml": "body",
    "events.yaml": "event",
    "votes.yaml": "vote",
    "works.yaml": "work",
    "statements.yaml": "statement",
    "terms.yaml": "term",
}


@dataclass(frozen=True, slots=True)
class Opened:
    """A chapter whose drafts are gone through.

    Attributes:
        text: None if no copy of the text is known, or it cannot be used.
        copy: where the copy is, or was.
        why: that it cannot be used; "" where none is known.
    """

    desk: Desk
    text: Text | None = None
    copy: Path | None = None
    why: str = ""


def open_drafts(folder: Path, file: Path | None, places: Places) -> Opened:
    """Open a chapter's drafts beside a copy of the text: the one that is named, or the one that is known.

    A copy that is named is known from then on.

    Raises:
        TrainerError: the chapter cannot be read, or the copy that is named.
    """
    from trainer.drafting.confirming.desk import Desk
    from trainer.drafting.copies import known_copy, remember_copy

    desk = Desk.open(folder)
    if file is not None:
        text = _read(desk, file)
        remember_copy(places, folder, file)
        return Opened(desk, text, file)
    copy = known_copy(places, folder)
    if copy is None:
        return Opened(desk)
    try:
        return Opened(desk, _read(desk, copy), copy)
    except TrainerError as error:
        return Opened(desk, None, copy, str(error))


def no_text(opened: Opened, chapter: str) -> str:
    """Say why no passage is shown, and how one can be."""
    told = NO_TEXT.format(command=join(("trainer", "confirm", chapter, "--text", "FILE")))
    return f"{opened.why}\n\n{told}" if opened.why else told


def ending(opened: Opened | None, chapter: str) -> str:
    """Say what comes after the last draft."""
    copy = str(opened.copy) if opened and opened.text and opened.copy else "FILE"
    commands = (
        join(("trainer", "check", chapter)),
        join(("trainer", "evidence", chapter, "--text", copy)),
    )
    return DONE.format(commands="\n".join(commands))


def _read(desk: Desk, file: Path) -> Text:
    from trainer.chapters.fingerprints import read_fingerprint
    from trainer.chapters.text_copy import Text
    from trainer.drafting.reading import read_document

    rule = desk.about.entry.segmentation
    text, _ = Text.of_copy(read_document(file).text, rule, read_fingerprint(desk.folder))
    return text


def outcome_of(step: Callable[[], Step]) -> Step | TrainerError:
    """Return what a step did, or why it did nothing."""
    try:
        return step()
    except TrainerError as error:
        return error


def named(item: Item) -> str:
    """Return all names of an entry, to choose it by."""
    return f"{', '.join(item.names)} ({item.id})"


def first_quotation(text: str) -> Selection:
    """Return what stands in “…”, the text's own words, or the beginning of the first value after the id."""
    for row, written in enumerate(text.split("\n")):
        start = written.find("“")
        if start >= 0 and (stop := written.find("”", start)) >= 0:
            return Selection((row, start), (row, stop + 1))
    return Selection((0, 0), (0, 0))
