"""A chapter's file cut into its entries, so that one changes and every other byte stays as it is.

The file is cut at the lines where entries begin. What stands between two entries, comments and blank lines, goes with
the one above; what stands before the first is the head.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import yaml

from trainer.chapters.record import Status
from trainer.chapters.yaml_complaints import place_after
from trainer.chapters.yaml_source import Document, read_yaml
from trainer.drafting.confirming.raw import listed, name_in
from trainer.errors import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DASH = re.compile(r"^ *-(?=\s)", re.MULTILINE)
_START_OF_DOCUMENT = re.compile(r"^---(?=\s|$)", re.MULTILINE)
_END_OF_DOCUMENT = re.compile(r"^\.\.\.(?=\s|$).*\n?", re.MULTILINE)
_LONE_RETURN = re.compile(r"\r(?!\n)")


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One entry as it is written; two are the same only if they are one.

    Attributes:
        file: the name of the file that it stands in.
        text: its lines, and those up to the next entry.
        id: "" of an entry that has none.
        draft: whether it says `status: draft`.
        names: its name, "" if it has none, and its other names.
    """

    file: str
    text: str
    id: str
    draft: bool
    names: tuple[str, ...]

    @classmethod
    def of(cls, file: str, text: str) -> Item:
        """Return the one entry that a text holds.

        Raises:
            ContentError: it holds no list of one entry.
        """
        (data,) = _read(file, text).data
        return cls(file, text, *_about(data))

    @property
    def document(self) -> Document:
        """The entry, read by itself: a list of one."""
        return _read(self.file, self.text)

    @property
    def data(self) -> dict[str, Any]:
        """What it says; nothing if it is no mapping."""
        (data,) = self.document.data
        return data if isinstance(data, dict) else {}

    @property
    def own(self) -> str:
        """Its own lines."""
        return self.text[: self._end]

    @property
    def rest(self) -> str:
        """What stands between it and the next entry."""
        return self.text[self._end :]

    @property
    def _end(self) -> int:
        root = self.document.root
        assert root is not None, "an item holds an entry"
        return _line_end(self.text, content_end(root, self.text))


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A file: what stands before its entries, and the entries.

    Attributes:
        mark: whether the file begins with a byte order mark.
    """

    name: str
    head: str
    items: tuple[Item, ...]
    mark: bool = False

    @classmethod
    def of(cls, name: str, content: bytes, file: str) -> Sheet:
        """Cut the content of a file.

        Raises:
            ContentError: it cannot be read, or its entries do not begin on lines of their own.
        """
        document = read_yaml(content, file)
        text = content.decode("utf-8-sig")
        if lone := _LONE_RETURN.search(text):
            what = "a line that ends with a carriage return alone, as on computers of old"
            mend = "save the file with the line ends of Unix (LF) or Windows (CRLF)"
            raise ContentError([Problem(place_after(text[: lone.start()], file), what, mend)])
        mark = content != text.encode()
        root = document.root
        if root is None or document.data is None:
            return cls(name, text, (), mark)
        if not isinstance(root, yaml.SequenceNode) or root.flow_style:
            problem = Problem(
                document.place(()),
                "the entries do not stand below each other",
                "begin each on a line of its own, with a dash: `- id: …`",
            )
            raise ContentError([problem])
        starts = _starts(root, text)
        ends = [*starts[1:], len(text)]
        items = tuple(
            Item(name, text[start:end], *_about(data))
            for start, end, data in zip(starts, ends, document.data, strict=True)
        )
        return cls(name, text[: starts[0]], items, mark)

    @classmethod
    def whole(cls, name: str, content: bytes) -> Sheet:
        """Return a file that is no list of entries."""
        return cls(name, content.decode("utf-8-sig"), (), content.startswith(b"\xef\xbb\xbf"))

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        text = self.head + "".join(item.text for item in self.items)
        return (b"\xef\xbb\xbf" if self.mark else b"") + text.encode()

    @property
    def newline(self) -> str:
        """How its lines end."""
        first = self.head or (self.items[0].text if self.items else "")
        return "\r\n" if "\r\n" in first else "\n"

    def with_items(self, item: Item, others: Sequence[Item]) -> Sheet:
        """Return the file with an entry replaced by others."""
        at = self.items.index(item)
        return replace(self, items=(*self.items[:at], *others, *self.items[at + 1 :]))

    def with_head(self, head: str) -> Sheet:
        """Return the file with something else before its entries."""
        return replace(self, head=head)

    def with_all(self, items: Iterable[Item]) -> Sheet:
        """Return the file with other entries."""
        return replace(self, items=tuple(items))

    def without(self, item: Item) -> Sheet:
        """Return the file without an entry; comments below it stay."""
        at = self.items.index(item)
        kept = item.rest if item.rest.strip() else ""
        if len(self.items) == 1 and not _START_OF_DOCUMENT.search(self.head):
            # An end is no YAML where there is neither a start nor an entry.
            kept = _END_OF_DOCUMENT.sub("", kept)
        if not at:
            return replace(self, head=self.head + kept, items=self.items[1:])
        above = self.items[at - 1]
        above = replace(above, text=above.text + kept)
        return replace(self, items=(*self.items[: at - 1], above, *self.items[at + 1 :]))


@lru_cache(maxsize=64)
def _read(file: str, text: str) -> Document:
    """Read an entry; a step looks at one several times before it comes to the next."""
    return read_yaml(text.encode(), file)


def content_end(node: yaml.Node, text: str) -> int:
    """Return the character after the last that belongs to a node, blank lines and comments below it not counted."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style:
        key, value = node.value[-1]
        return max(content_end(key, text), content_end(value, text))
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        return content_end(node.value[-1], text)
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(text[start:end].rstrip())


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _starts(root: yaml.SequenceNode, text: str) -> list[int]:
    """Return where the line of each entry's dash begins."""
    starts = []
    before = root.start_mark.index - root.start_mark.column
    for node in root.value:
        dash = _DASH.search(text, before)
        assert dash is not None, "every entry of a list has its dash"
        starts.append(dash.start())
        before = content_end(node, text)
    return starts


def _about(data: Any) -> tuple[str, bool, tuple[str, ...]]:
    if not isinstance(data, dict):
        return "", False, ("",)
    id_ = data.get("id")
    others = (name for one in listed(data, "other_names") if (name := name_in(one)))
    return (
        id_ if isinstance(id_, str) else "",
        data.get("status") == Status.DRAFT,
        (name_in(data.get("name")), *others),
    )
