"""Where the user's copy of a chapter's text is: remembered with what is theirs alone, never in the chapter."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.errors import OutputError
from trainer.files import write_atomically

if TYPE_CHECKING:
    from trainer.content import Places

_FILE = "texts.json"


def remember_copy(places: Places, folder: Path, text: Path) -> None:
    """Remember which file is a copy of a chapter's text; where nothing can be written, nothing is remembered."""
    known = _known(places)
    place, copy = str(folder.resolve()), str(text.resolve())
    if known.get(place) == copy:
        return
    with suppress(OSError, OutputError):
        places.state.mkdir(parents=True, exist_ok=True)
        told = json.dumps(known | {place: copy}, ensure_ascii=False, indent=1, sort_keys=True)
        write_atomically(places.state / _FILE, told + "\n")


def known_copy(places: Places, folder: Path) -> Path | None:
    """Return the copy of a chapter's text: the one that was named last, or the one that ships with the chapter.

    It may be gone since.
    """
    if told := _known(places).get(str(folder.resolve())):
        return Path(told)
    shipped = folder.resolve() / f"{folder.resolve().name}.txt"
    return shipped if shipped.is_file() else None


def _known(places: Places) -> dict[str, str]:
    try:
        told = json.loads((places.state / _FILE).read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(told, dict):
        return {}
    return {place: text for place, text in told.items() if isinstance(text, str)}
