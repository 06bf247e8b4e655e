"""PDF as paragraphs, by pypdf: running heads and page numbers left out, lines joined, hyphens at their ends taken back."""

from __future__ import annotations

import logging
import re
from collections import Counter
from contextlib import contextmanager
from itertools import chain
from statistics import median
from typing import TYPE_CHECKING

from trainer.drafting.reading.archives import damaged
from trainer.drafting.reading.decoding import clean
from trainer.drafting.reading.extra import missing
from trainer.drafting.reading.source import Source, of_blocks
from trainer.errors import TrainerError
from trainer.text.folding import plain_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_DIGITS = re.compile(r"\d+")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
_ENDS = re.compile(r"[.!?…:][\"')\]]*(?:\[\d+\])?$")
# A line is the last of its paragraph if it ends a sentence and is shorter than this share of the others.
_SHORT = 0.85
_FEW_PAGES = 3


def read_pdf(file: Path) -> Source:
    """Return the paragraphs of a PDF.

    Raises:
        TrainerError: the extra is missing, or the file is damaged, protected, or holds no text but pictures of it.
    """
    try:
        from pypdf import PdfReader
        from pypdf.errors import FileNotDecryptedError, PyPdfError
    except ImportError as error:
        raise missing("a PDF", "pypdf") from error
    with _silent():
        try:
            reader = PdfReader(file)
            if reader.is_encrypted and not reader.decrypt(""):
                raise _protected(file)
            pages = [clean(page.extract_text()).split("\n") for page in reader.pages]
            about = reader.metadata
        except FileNotDecryptedError as error:
            raise _protected(file) from error
        # Damaged files make it fail in many ways.
        except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError,
                RecursionError, OSError) as error:  # fmt: skip
            raise damaged(file) from error
    if not any(line.strip() for page in pages for line in page):
        raise TrainerError(
            f"{file} holds pictures of pages and no text",
            mend="have the letters recognized first: ocrmypdf IN.pdf OUT.pdf",
        )
    kept, left_out = _without_running_heads(pages)
    remarks = (f"{left_out} running heads and page numbers were left out",) if left_out else ()
    return of_blocks(
        list(_paragraphs(kept)),
        title=(about and about.title) or "",
        author=(about and about.author) or "",
        remarks=(*remarks, "paragraphs of a PDF are a guess: look through them before you go on"),
    )


@contextmanager
def _silent() -> Iterator[None]:
    """Keep what the reader remarks on a file's structure off the terminal."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _protected(file: Path) -> TrainerError:
    return TrainerError(
        f"{file} is protected by a password", mend="save it without one, or save the text"
    )


def _without_running_heads(pages: list[list[str]]) -> tuple[list[list[str]], int]:
    """Leave out first and last lines that are numbers or recur, but for numbers, on every other page."""
    bare = [[line.strip() for line in page if line.strip()] for page in pages]
    seen = Counter(_shape(line) for page in bare for line in {page[at] for at in (0, -1) if page})
    often = max(_FEW_PAGES, len(bare) // 3)
    left_out = 0
    for page in bare:
        for at in (0, -1):
            while page and (page[at].isdecimal() or seen[_shape(page[at])] >= often):
                page.pop(at)
                left_out += 1
    return bare, left_out


def _shape(line: str) -> str:
    return _DIGITS.sub("0", line)


def _paragraphs(pages: Iterable[list[str]]) -> Iterator[str]:
    lines = list(chain.from_iterable(pages))
    usual = median(map(len, lines)) if lines else 0
    said = ""
    for line in lines:
        joined = _HYPHEN.search(said) and line[:1].islower()
        said = _HYPHEN.sub("", said) + line if joined else f"{said} {line}".strip()
        if _ENDS.search(plain_marks(line)) and len(line) < _SHORT * usual:
            yield said
            said = ""
    yield said
