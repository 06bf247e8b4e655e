"""EPUB as paragraphs: an archive of pages, read in the order of the book.

The best kept library for it is under the AGPL; what is needed of the format is little, and the parser of pages reads its
XML too: it expands no entities, so that nothing hostile can hide in them.
"""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote

from trainer.drafting.reading.archives import damaged, open_archive
from trainer.drafting.reading.decoding import decode
from trainer.drafting.reading.markup import read_page
from trainer.drafting.reading.source import Source, of_blocks

if TYPE_CHECKING:
    import zipfile
    from pathlib import Path

_CONTAINER = "META-INF/container.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})


class _Package(HTMLParser):
    """What the package document of a book says: its pages in order, its title, its author."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.package = ""
        self.pages: dict[str, str] = {}
        self.spine: list[str] = []
        self.told: dict[str, str] = {}
        self._telling = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        bare = tag.rpartition(":")[2]
        if bare == "rootfile" and not self.package:
            self.package = given.get("full-path", "")
        elif bare == "item" and given.get("media-type") in _PAGES:
            self.pages[given.get("id", "")] = given.get("href", "")
        elif bare == "itemref" and given.get("linear") != "no":
            self.spine.append(given.get("idref", ""))
        elif bare in {"title", "creator"} and bare not in self.told:
            self._telling = bare

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._telling = ""

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser's signature
        self._telling = ""

    def handle_data(self, data: str) -> None:
        if self._telling:
            self.told[self._telling] = self.told.get(self._telling, "") + data


def read_epub(file: Path) -> Source:
    """Return the paragraphs of a book in the order in which it is read.

    Raises:
        TrainerError: it is damaged, protected, too large, or no book.
    """
    with open_archive(file) as archive:
        package = _Package()
        package.feed(_text(archive, _CONTAINER, file))
        folder = posixpath.dirname(package.package)
        package.feed(_text(archive, package.package, file))
        blocks: list[str] = []
        for name in package.spine:
            if href := package.pages.get(name):
                path = posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))
                blocks += read_page(_text(archive, path, file)).blocks
    return of_blocks(
        blocks, title=package.told.get("title", ""), author=package.told.get("creator", "")
    )


def _text(archive: zipfile.ZipFile, name: str, file: Path) -> str:
    try:
        content = archive.read(name)
    except KeyError as error:
        raise damaged(file) from error
    return decode(content, file / name)
