"""Opening a document of whatever format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.drafting.reading.decoding import clean, decode
from trainer.drafting.reading.markdown import read_markdown
from trainer.drafting.reading.markup import charset_of, read_page
from trainer.drafting.reading.source import Source, of_blocks
from trainer.errors import NotFoundError, TrainerError, reason_of

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 5_000_000
"""Characters of the longest text that is read: that of ten thick novels."""
_MOST_BYTES = 200_000_000

_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_PAGE = frozenset({".html", ".htm", ".xhtml"})
_BY_SUFFIX = {".pdf": "pdf", ".docx": "docx", ".epub": "epub"}
_PDF, _ZIP = b"%PDF-", b"PK\x03\x04"
# Formats whose own programs can save something that is read.
_OTHERS = frozenset({".doc", ".odt", ".rtf", ".pages", ".mobi", ".azw", ".azw3", ".djvu", ".wpd"})


def read_document(file: Path) -> Source:
    """Return the text of a document; its format is told by the ending of its name.

    Raises:
        NotFoundError: it is not there, or empty.
        TrainerError: it cannot be read as what it is; the message says what to do.
    """
    source = _read(file)
    if not any(sign.isalnum() for sign in source.text):
        raise NotFoundError(f"{file} is empty", mend="name a file that holds the text")
    if len(source.text) > LONGEST:
        raise TrainerError(
            f"{file} holds {len(source.text):,} characters, more than {LONGEST:,}",
            mend="split it: a chapter is a text that is learned together",
        )
    return source


def _read(file: Path) -> Source:
    head = _head(file)
    suffix = file.suffix.casefold()
    if suffix in _OTHERS:
        raise TrainerError(
            f"{file}: files that end in {suffix} are not read",
            mend="save it as docx, PDF, HTML or plain text (UTF-8)",
        )
    format_ = _BY_SUFFIX.get(suffix)
    if head.startswith(_PDF) or format_ == "pdf":
        from trainer.drafting.reading.pdf import read_pdf

        return read_pdf(file)
    if format_ == "docx":
        from trainer.drafting.reading.word import read_docx

        return read_docx(file)
    if format_ == "epub":
        from trainer.drafting.reading.epub import read_epub

        return read_epub(file)
    if head.startswith(_ZIP):
        raise TrainerError(
            f"{file} is an archive, not a text",
            mend="give it the ending that it should have (.docx, .epub), or unpack it",
        )
    return _of_text(_content(file), file, suffix)


def _of_text(content: bytes, file: Path, suffix: str) -> Source:
    if suffix in _PAGE:
        page = read_page(_decoded_page(content, file))
        return of_blocks(page.blocks, title=page.heading or page.title, author=page.author)
    text = decode(content, file)
    return read_markdown(text) if suffix in _MARKDOWN else Source(text)


def _decoded_page(content: bytes, file: Path) -> str:
    """Return a page by the encoding that it names for itself, else by what its bytes are."""
    named = charset_of(content)
    if named is None or named.casefold() in {"utf-8", "utf8"}:
        return decode(content, file)
    try:
        return clean(content.decode(named))
    except (LookupError, UnicodeDecodeError):
        return decode(content, file)


def _head(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(8)
    except OSError as error:
        raise _unread(file, error) from error


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise TrainerError(f"{file} is too large for a text", mend="split it into chapters")
        return file.read_bytes()
    except OSError as error:
        raise _unread(file, error) from error


def _unread(file: Path, error: OSError) -> NotFoundError:
    return NotFoundError(
        f"cannot read {file}: {reason_of(error)}", mend="name your copy of the text"
    )
