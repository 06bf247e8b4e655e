"""`text.json`: the fingerprint of the text that a chapter records, generated and kept beside the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.errors import Place, TrainerError, reason_of
from trainer.files import write_atomically
from trainer.text.fingerprints import TextFingerprint, fingerprint

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "text.json"


def read_fingerprint(folder: Path) -> TextFingerprint | None:
    """Return the fingerprint in a chapter's folder; None if there is none.

    Raises:
        TrainerError: the file cannot be read or is damaged.
    """
    path = folder / FILE_NAME
    mend = "delete it, and generate it again from the text"
    try:
        return TextFingerprint.from_json(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise TrainerError(reason_of(error), mend=mend, place=Place(str(path))) from error
    except ValueError as error:
        what = "the fingerprint of the text is damaged"
        raise TrainerError(what, mend=mend, place=Place(str(path))) from error


def write_fingerprint(folder: Path, text: str, segmentation: str) -> TextFingerprint:
    """Write the fingerprint of a text into a chapter's folder and return it.

    Raises:
        OutputError: the folder cannot be written to.
    """
    made = fingerprint(text, segmentation)
    write_atomically(folder / FILE_NAME, made.to_json())
    return made
