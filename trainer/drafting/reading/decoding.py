"""Bytes of a text file as text: UTF-8, or UTF-16 that says so; never a guess."""

from __future__ import annotations

import codecs
import re
import shlex
from typing import TYPE_CHECKING

from trainer.errors import Place, TrainerError

if TYPE_CHECKING:
    from pathlib import Path

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Other separators of lines and paragraphs, and the break between two pages.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Controls, which no text means: tabs and line feeds are none of these.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
# What is not seen at all: soft hyphens, spaces of no width, marks that turn the direction of writing.
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]")


def decode(content: bytes, file: Path) -> str:
    """Return the text of a file, with line feeds alone and a space for each control.

    Raises:
        TrainerError: it is no text, or in another encoding; the message says how to change that.
    """
    if content.startswith(_UTF_16):
        try:
            return clean(content.decode("utf-16"))
        except UnicodeDecodeError as error:
            raise _not_text(file) from error
    if b"\0" in content:
        raise _not_text(file)
    try:
        return clean(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        name = shlex.quote(str(file))
        raise TrainerError(
            f"the text is not UTF-8: the byte {content[error.start]:#04x} is none",
            place=Place(str(file), line, column),
            mend="save it as UTF-8 in your editor; if it is from an older Windows: "
            f"iconv -f cp1252 -t utf-8 {name} > new.txt",
        ) from error


def clean(text: str) -> str:
    """Return a text with line feeds alone, a space for each control, and nothing for what is not seen."""
    text = _UNSEEN.sub("", text)
    return _CONTROLS.sub(" ", _LINE_ENDS.sub("\n", text.removeprefix("\ufeff")))


def _not_text(file: Path) -> TrainerError:
    return TrainerError(
        f"{file} is no text",
        mend="name a text, Markdown, HTML, PDF, Word (docx) or EPUB file, with its usual ending",
    )
