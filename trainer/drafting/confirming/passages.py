"""The passage of an entry: the paragraphs that its evidence names, and where its tokens stand in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trainer.text.words import in_order, located_words, occurrences, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.chapters.text_copy import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One paragraph.

    Attributes:
        text: None if there is no copy of the text, or the copy lacks the paragraph.
        marked: the characters of the tokens, each from and to before which, in order and not overlapping.
        missing: the tokens that do not stand in it.
    """

    number: int
    text: str | None = None
    marked: tuple[tuple[int, int], ...] = ()
    missing: tuple[str, ...] = ()


def passages(data: Mapping[str, Any], text: Text | None) -> list[Passage]:
    """Return the paragraphs that an entry, and what is in it, gives as evidence, each once, first come first."""
    quotes: dict[int, list[list[str]]] = {}
    for item in _evidence(data):
        number, prints = str(item.get("paragraph", "")), item.get("prints")
        if number.isdecimal() and isinstance(prints, list):
            quotes.setdefault(int(number), []).append(
                [one for one in prints if isinstance(one, str)]
            )
    return [_passage(number, items, text) for number, items in quotes.items()]


def _evidence(value: Any) -> Iterable[Mapping[str, Any]]:
    if isinstance(value, dict):
        listed = value.get("evidence")
        if isinstance(listed, list):
            yield from (one for one in listed if isinstance(one, dict))
        for key, inner in value.items():
            if key != "evidence":
                yield from _evidence(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _evidence(inner)


def _passage(number: int, items: list[list[str]], text: Text | None) -> Passage:
    printed = text.paragraphs.get(number) if text else None
    if printed is None:
        return Passage(number=number, missing=tuple(one for tokens in items for one in tokens))
    located = located_words(printed)
    said = [one.word for one in located]
    covered: set[int] = set()
    missing = []
    for tokens in items:
        runs = [words(token) for token in tokens]
        # The tokens of one item stand together: where they do is nearer the truth than where each stands first.
        together = min(
            in_order(runs, said), key=lambda starts: starts[-1] - starts[0], default=None
        )
        for at, (token, run) in enumerate(zip(tokens, runs, strict=True)):
            start = together[at] if together else next(occurrences(run, said), None)
            if start is None:
                missing.append(token)
            else:
                covered |= {*range(start, start + len(run))}
    marked: list[tuple[int, int]] = []
    for at in sorted(covered):
        if marked and at - 1 in covered:
            marked[-1] = (marked[-1][0], located[at].stop)
        else:
            marked.append((located[at].start, located[at].stop))
    return Passage(number=number, text=printed, marked=tuple(marked), missing=tuple(missing))
