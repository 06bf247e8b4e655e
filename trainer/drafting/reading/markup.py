"""HTML as paragraphs, by the standard library."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from trainer.text.words import words

_BLOCKS = frozenset(
    words("""
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul
    """)
)
_CELLS = frozenset({"td", "th"})
# What a reader does not read: the elements, and what stands in them.
_UNREAD = frozenset(
    words("head script style template noscript nav svg math iframe object button select textarea")
)
_NOTE_NUMBER = re.compile(r"\s*\[?(\d{1,4})\]?\s*")
_META_CHARSET = re.compile(rb"<meta[^>]*?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD = 4096


class Blocks(HTMLParser):
    """Gathers the paragraphs of a page, its title, and its author if it tells one.

    The number of a note, `<sup>2</sup>`, is put in brackets, so that nobody takes it for a part of the text.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.title = ""
        self.heading = ""
        self.author = ""
        self._text: list[str] = []
        self._raised: list[str] | None = None
        self._unread: list[str] = []
        self._in_title = False
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph, or what is not read."""
        if tag == "title" and not self.title:
            self._in_title = True
        if tag == "meta":
            told = dict(attrs)
            if (told.get("name") or "").casefold() == "author":
                self.author = told.get("content") or ""
        if tag == "body":
            # Not every head is closed.
            self._unread.clear()
        if tag in _UNREAD:
            self._unread.append(tag)
        elif tag in _BLOCKS:
            self._end()
            self._in_heading = self._in_heading or (tag == "h1" and not self.heading)
        elif tag == "br" or tag in _CELLS:
            self._text.append(" ")
        elif tag == "sup":
            self._raised = []

    def handle_endtag(self, tag: str) -> None:
        """End a paragraph, or what is not read."""
        if tag == "title":
            self._in_title = False
        if tag in _UNREAD:
            if tag in self._unread:
                del self._unread[self._unread.index(tag) :]
        elif tag in _BLOCKS:
            self._end()
            self._in_heading = self._in_heading and tag != "h1"
        elif tag == "sup" and self._raised is not None:
            self._end_of_note()

    def handle_data(self, data: str) -> None:
        """Take what is read."""
        if self._in_title:
            self.title += data
        elif not self._unread:
            (self._text if self._raised is None else self._raised).append(data)

    def close(self) -> None:
        """End the last paragraph."""
        super().close()
        self._end()

    def _end_of_note(self) -> None:
        raised = "".join(self._raised or [])
        self._raised = None
        number = _NOTE_NUMBER.fullmatch(raised)
        self._text.append(f"[{number[1]}]" if number else raised)

    def _end(self) -> None:
        if self._raised is not None:
            self._end_of_note()
        block = " ".join("".join(self._text).split())
        self._text = []
        if block:
            self.blocks.append(block)
            if self._in_heading and not self.heading:
                self.heading = block


def read_page(page: str) -> Blocks:
    """Return what a page holds; any text is one, however badly it is marked up."""
    blocks = Blocks()
    blocks.feed(page)
    blocks.close()
    return blocks


def charset_of(content: bytes) -> str | None:
    """Return the encoding that a page names for itself."""
    named = _META_CHARSET.search(content[:_HEAD])
    return named[1].decode("ascii") if named else None
