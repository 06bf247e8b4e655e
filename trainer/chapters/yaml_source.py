"""Reads YAML as people write it: text stays text, and every value knows where it stands.

PyYAML only composes (in C where it is there); values are made from its nodes here, so that `no`, `1901` and
`1901-03-04` are what they look like and a file of 300 KB takes well under a tenth of a second.
Places are found again in the nodes, which costs nothing until something is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml
from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from trainer.chapters.collector import collector_off
from trainer.chapters.yaml_complaints import place_after, place_of, syntax_problem
from trainer.errors import ContentError, Place, Problem

Path: TypeAlias = tuple[str | int, ...]

MAXIMUM_DEPTH = 40

# What is nested more deeply than this, or holds more, is not even composed: twenty thousand events have a million.
_DEPTH_THAT_COMPOSES = 100
_MOST_NODES = 2_000_000
_TOO_DEEP = ("lists or mappings nested too deeply", "close the brackets that are open")

# All but what YAML lets stand in a file; what ends a line for YAML and for hardly an editor; what makes a terminal
# write the rest of a line from right to left.
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029\u202d\u202e]"
)


class Scalar(str):
    """A text from a file; `quoted` tells whether it was written in quotes or as a block."""

    __slots__ = ("quoted",)

    quoted: bool


class _BoundError(Exception):
    """More than can be composed: nesting too deep for the composer's stack, or nodes too many for memory."""

    def __init__(self, what: str, mend: str, mark: yaml.Mark | None) -> None:
        super().__init__()
        self.what, self.mend, self.mark = what, mend, mark


class _Unresolved:
    """Leaves tags empty: what a scalar means is for the models to say.

    Counts the nodes, and how deeply they are nested: the composers call themselves for each level, in C without
    a bound.
    """

    _depth = 0
    _nodes = 0

    def descend_resolver(self, parent: yaml.Node | None, _: object) -> None:
        """Go one level down; there are no implicit tags to find."""
        self._depth += 1
        self._nodes += 1
        if self._depth > _DEPTH_THAT_COMPOSES:
            raise _BoundError(*_TOO_DEEP, parent.start_mark if parent else None)
        if self._nodes > _MOST_NODES:
            what = f"more than {_MOST_NODES:,} values in one file"
            raise _BoundError(
                what, "part the chapter in two", parent.start_mark if parent else None
            )

    def ascend_resolver(self) -> None:
        """Come one level up."""
        self._depth -= 1

    def resolve(self, *_: object) -> str:
        """Give every node without a tag the empty one."""
        return ""


class _PureComposer(_Unresolved, Reader, Scanner, Parser, Composer):
    """Composes in Python, where PyYAML was built without its C part."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


try:
    from yaml._yaml import CParser  # type: ignore[import-untyped,unused-ignore]
except ImportError:  # pragma: no cover - PyYAML's wheels bring it everywhere that we test
    _Composer: type[Any] = _PureComposer
else:

    class _FastComposer(_Unresolved, CParser):
        """Composes in C."""

    _Composer = _FastComposer


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file: `data` made of dicts, lists, `Scalar` and None, and the places of all of it.

    Attributes:
        root: the node that `data` was made of, which knows its characters; None of an empty file.
    """

    file: str
    data: Any
    root: yaml.Node | None

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Return where `path` stands, or as much of it as the file has.

        Args:
            path: keys and indices from the top of the file.
            key: ask for the key itself rather than its value.
        """
        node, mark = self.root, self.root.start_mark if self.root else None
        for depth, step in enumerate(path):
            last = depth == len(path) - 1
            if isinstance(node, yaml.MappingNode):
                pair = next((pair for pair in node.value if pair[0].value == step), None)
                if pair is None:
                    break
                name, node = pair
                # A mapping or list begins where its key does, as a reader sees it.
                at_key = (last and key) or not isinstance(node, yaml.ScalarNode) or _is_empty(node)
                mark = name.start_mark if at_key else node.start_mark
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                if step >= len(node.value):
                    break
                node = node.value[step]
                mark = node.start_mark
            else:
                break
        return place_of(self.file, mark)


def read_yaml(content: bytes, file: str) -> Document:
    """Read one file.

    Args:
        content: the file's bytes, in UTF-8 with or without a byte order mark, with any line ends.
        file: what to call the file in places.

    Raises:
        ContentError: it is not UTF-8, not YAML, or uses what chapters do without (anchors, tags, a second
            document, a key twice).
    """
    text = _decode(content, file)
    with collector_off():
        root = _compose(text, file)
        construct = _Construction(file)
        data = construct.value(root) if root is not None else None
    if construct.problems:
        raise ContentError(construct.problems)
    return Document(file, data, root)


def _decode(content: bytes, file: str) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig")
        place = place_after(before, file)
        raise ContentError(
            [
                Problem(
                    place,
                    f"the byte 0x{content[error.start]:02X} is not UTF-8",
                    "save the file as UTF-8",
                )
            ]
        ) from None
    if strange := _UNPRINTABLE.search(text):
        place = place_after(text[: strange.start()], file)
        what = f"the control character U+{ord(strange[0]):04X}"
        mend = (
            "save the file as UTF-8, or delete it"
            if strange[0] == "\0"
            else "delete it; it cannot be seen in most editors"
        )
        raise ContentError([Problem(place, what, mend)])
    return text


def _compose(text: str, file: str) -> yaml.Node | None:
    composer = _Composer(text)
    try:
        root: yaml.Node | None = composer.get_single_node()
    except yaml.MarkedYAMLError as error:
        raise ContentError([syntax_problem(error, text, file)]) from None
    except _BoundError as error:
        problem = Problem(place_of(file, error.mark), error.what, error.mend)
        raise ContentError([problem]) from None
    except RecursionError:
        raise ContentError([_too_deep(Place(file))]) from None
    finally:
        if hasattr(composer, "dispose"):
            composer.dispose()
    return root


class _Construction:
    """Makes plain values from nodes and notes every problem on the way."""

    def __init__(self, file: str) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._seen: set[int] = set()
        self._repeated: set[int] = set()

    def value(self, node: yaml.Node, depth: int = 0) -> Any:
        """Return the value of `node`; what is wrong is noted and left out."""
        if isinstance(node, yaml.ScalarNode):
            if node.tag:
                self._note_tag(node)
            if _is_empty(node):
                return None
            if node.style == '"' and (strange := _UNPRINTABLE.search(node.value)):
                self._note_control(node, strange[0])
            text = Scalar(node.value)
            text.quoted = bool(node.style)
            if id(node) in self._seen:
                self._note_alias(node)
            self._seen.add(id(node))
            return text
        if id(node) in self._seen:
            self._note_alias(node)
            return None
        self._seen.add(id(node))
        if node.tag:
            self._note_tag(node)
        if depth > MAXIMUM_DEPTH:
            self.problems.append(_too_deep(place_of(self._file, node.start_mark)))
            return None
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, depth + 1) for item in node.value]
        return self._mapping(node, depth)

    def _mapping(self, node: yaml.Node, depth: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for name, value in node.value:
            if not isinstance(name, yaml.ScalarNode):
                self._note(name, "a key that is no word", "write `key: value`")
            elif name.value == "<<" and not name.style:
                self._note(name, "a merge key (<<)", "write the keys out")
            elif not name.value:
                self._note(name, "a value without a key", "write `key: value`")
            elif name.value in mapping:
                self._note(name, f'the key "{name.value}" stands twice', "keep one of them")
            else:
                mapping[name.value] = self.value(value, depth + 1)
        return mapping

    def _note(self, node: yaml.Node, what: str, mend: str) -> None:
        self.problems.append(Problem(place_of(self._file, node.start_mark), what, mend))

    def _note_alias(self, node: yaml.Node) -> None:
        # Only the anchor's place is known: an alias composes to the very node that it names.
        if id(node) in self._repeated:
            return
        self._repeated.add(id(node))
        place = place_of(self._file, node.start_mark)
        what = "an anchor (&) that an alias (*) repeats"
        self.problems.append(Problem(place, what, "write the value out where it is used"))

    def _note_control(self, node: yaml.Node, sign: str) -> None:
        place = place_of(self._file, node.start_mark)
        what = f"the control character U+{ord(sign):04X}, written as an escape"
        mend = (
            "write '\\b' in single quotes, or \"\\\\b\": in double quotes \\b is a backspace"
            if sign == "\b"
            else "delete it; a terminal might obey it"
        )
        self.problems.append(Problem(place, what, mend))

    def _note_tag(self, node: yaml.Node) -> None:
        place = place_of(self._file, node.start_mark)
        self.problems.append(Problem(place, f"a tag ({_short(node.tag)})", "delete it"))


def _is_empty(node: yaml.ScalarNode) -> bool:
    """Tell whether nothing at all is written, not even quotes."""
    return not node.value and not node.style


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _too_deep(place: Place) -> Problem:
    return Problem(place, *_TOO_DEEP)
