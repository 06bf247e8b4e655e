"""Changes to the text of one entry that leave all else of it as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from trainer.chapters.yaml_source import read_yaml
from trainer.drafting.confirming.sheets import Item, content_end
from trainer.drafting.yaml_text import flow
from trainer.errors import TrainerError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from trainer.chapters.yaml_source import Path


def with_values(item: Item, paths: Iterable[Path], value: str) -> Item:
    """Return an entry with the scalars at some paths replaced by a plain text."""
    root = _root(item)
    spans = {_span(_node_at(root, path)) for path in paths}
    text = item.text
    for start, stop in sorted(spans, reverse=True):
        text = text[:start] + value + text[stop:]
    return Item.of(item.file, text)


def without_key(item: Item, key: str) -> Item:
    """Return an entry without one of its keys, if it has it."""
    return _without_key_at(item, (0,), key)


def without_at(item: Item, path: Path) -> Item:
    """Return an entry without the item of a list, or the key, at a path.

    A list that would be empty goes with its key.
    """
    *above, last = path
    holder = _node_at(_root(item), above)
    if isinstance(last, str):
        return _without_key_at(item, tuple(above), last)
    assert isinstance(holder, yaml.SequenceNode), "an index leads into a list"
    if len(holder.value) == 1:
        return without_at(item, tuple(above))
    nodes = holder.value
    if holder.flow_style:
        start, stop = _in_row([_span(node) for node in nodes], last)
    else:
        start, stop = _lines(item.text, nodes[last])
    return Item.of(item.file, item.text[:start] + item.text[stop:])


def with_more(item: Item, key: str, values: Sequence[Any], newline: str, *, after: str) -> Item:
    """Return an entry with values at the end of one of its lists, which is made if need be.

    Args:
        item: the entry.
        key: of the list.
        values: plain data.
        newline: how lines of the file end.
        after: the key below which the list is put if there is none.
    """
    if not values:
        return item
    mapping = _mapping(item)
    pairs = {name.value: (name, value) for name, value in mapping.value}
    told = [flow(value) for value in values]
    if key in pairs:
        return _appended(item, pairs[key][1], told, newline)
    name, value = pairs[after]
    row = f"{key}: [{', '.join(told)}]"
    if mapping.flow_style:
        at, new = _span(value)[1], f", {row}"
    else:
        at = _after_line(item.text, content_end(value, item.text))
        new = f"{' ' * name.start_mark.column}{row}{newline}"
        if not item.text[:at].endswith("\n"):
            new = newline + new
    return Item.of(item.file, item.text[:at] + new + item.text[at:])


def plain_quote(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return an item of evidence as plain data, its paragraph as the number that it is."""
    number = str(item.get("paragraph", ""))
    return {**item, "paragraph": int(number)} if number.isdecimal() else dict(item)


def _appended(item: Item, listed: yaml.Node, told: Sequence[str], newline: str) -> Item:
    text = item.text
    if not isinstance(listed, yaml.SequenceNode):
        raise TrainerError(f"{item.id}: a list is not written as one", mend="amend it first")
    if listed.flow_style:
        at = content_end(listed.value[-1], text) if listed.value else listed.start_mark.index + 1
        new = "".join(f", {one}" for one in told) if listed.value else ", ".join(told)
    else:
        at = _after_line(text, content_end(listed.value[-1], text))
        dash = text.rfind("-", 0, listed.value[-1].start_mark.index)
        indent = " " * (dash - text.rfind("\n", 0, dash) - 1)
        new = "".join(f"{indent}- {one}{newline}" for one in told)
        if not text[:at].endswith("\n"):
            new = newline + new
    return Item.of(item.file, text[:at] + new + text[at:])


def without_key_in(text: str, file: str, path: Path) -> str:
    """Return a file that is one mapping without the key at a path; a mapping that would be empty goes with its key."""
    root = read_yaml(text.encode(), file).root
    assert root is not None, "the file has keys"
    *above, key = path
    holder = _node_at(root, above)
    assert isinstance(holder, yaml.MappingNode), "a key stands in a mapping"
    if above and len(holder.value) == 1:
        return without_key_in(text, file, tuple(above))
    start, stop = _key_lines(text, holder, str(key))
    return text[:start] + text[stop:]


def _without_key_at(item: Item, path: Path, key: str) -> Item:
    holder = _node_at(_root(item), path)
    assert isinstance(holder, yaml.MappingNode), "a key stands in a mapping"
    if all(name.value != key for name, _ in holder.value):
        return item
    start, stop = _key_lines(item.text, holder, key)
    return Item.of(item.file, item.text[:start] + item.text[stop:])


def _key_lines(text: str, holder: yaml.MappingNode, key: str) -> tuple[int, int]:
    """Return what to cut for a key and its value to go."""
    at = next(at for at, (name, _) in enumerate(holder.value) if name.value == key)
    name, value = holder.value[at]
    if holder.flow_style:
        return _in_row([(one.start_mark.index, _span(other)[1]) for one, other in holder.value], at)
    if at + 1 < len(holder.value) and not at:
        # The dash stands before the first key.
        return name.start_mark.index, holder.value[1][0].start_mark.index
    return name.start_mark.index - name.start_mark.column, _after_line(
        text, content_end(value, text)
    )


def _in_row(spans: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    """Return what to cut of a row, its comma included."""
    if at + 1 < len(spans):
        return spans[at][0], spans[at + 1][0]
    return (spans[at - 1][1] if at else spans[at][0]), spans[at][1]


def _lines(text: str, node: yaml.Node) -> tuple[int, int]:
    """Return the lines of an item of a list, from that of its dash."""
    dash = text.rfind("-", 0, node.start_mark.index)
    return text.rfind("\n", 0, dash) + 1, _after_line(text, content_end(node, text))


def _after_line(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _root(item: Item) -> yaml.Node:
    root = item.document.root
    assert root is not None, "an item holds an entry"
    return root


def _mapping(item: Item) -> yaml.MappingNode:
    node = _node_at(_root(item), (0,))
    assert isinstance(node, yaml.MappingNode), "an entry is a mapping"
    return node


def _node_at(node: yaml.Node, path: Sequence[str | int]) -> yaml.Node:
    """Return the node at a path, or the bare value that stands for what is left of it."""
    for step in path:
        if isinstance(node, yaml.MappingNode):
            node = next(value for name, value in node.value if name.value == step)
        elif isinstance(node, yaml.SequenceNode):
            assert isinstance(step, int), "lists are counted"
            node = node.value[step]
    return node


def _span(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.index, node.end_mark.index
