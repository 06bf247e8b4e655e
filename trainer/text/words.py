"""The words of a text, for matching: folded, without punctuation, numbers whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.text.folding import fold, fold_sign

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A number with separators between groups of three, or a run of letters and digits.
_WORD = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?![\w])|[^\W_]+")
_SEPARATORS = str.maketrans("", "", ".,")


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, in order.

    `79,000` is one word, `79000`; `twenty- second`, `Stalin's` and `12/25` are two each, so that
    white space and punctuation between words never matter, and a word is never part of another.
    """
    return tuple(map(_without_separators, _WORD.findall(fold(text))))


@dataclass(frozen=True, slots=True)
class Located:
    """A folded word, and the characters of the text that print it: `start` to before `stop`."""

    word: str
    start: int
    stop: int


def located_words(text: str) -> tuple[Located, ...]:
    """Return the folded words of a text, as `words` does, each with its place."""
    signs = [fold_sign(sign) for sign in text]
    origins = [index for index, folded in enumerate(signs) for _ in folded]
    return tuple(
        Located(_without_separators(match[0]), origins[match.start()], origins[match.end() - 1] + 1)
        for match in _WORD.finditer("".join(signs))
    )


def _without_separators(word: str) -> str:
    return word.translate(_SEPARATORS) if "," in word or "." in word else word


def occurrences(needle: Sequence[str], haystack: Sequence[str]) -> Iterator[int]:
    """Yield every index at which the words `needle` stand one after another in `haystack`."""
    length = len(needle)
    if not length:
        return
    first, wanted = needle[0], tuple(needle)
    for index in range(len(haystack) - length + 1):
        if haystack[index] == first and tuple(haystack[index : index + length]) == wanted:
            yield index


def in_order(runs: Sequence[Sequence[str]], haystack: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """Yield where runs of words stand one after another, none overlapping, as near as can be.

    One tuple of indices, that of each run, for each place of the first run.
    """
    places = [list(occurrences(run, haystack)) for run in runs]
    for start in places[0] if places else ():
        found = [start]
        for run, following in zip(runs, places[1:], strict=False):
            at = bisect_left(following, found[-1] + len(run))
            if at == len(following):
                return
            found.append(following[at])
        yield tuple(found)


def contains(needle: Sequence[str], haystack: Sequence[str]) -> bool:
    """Tell whether the words `needle` stand one after another in `haystack`."""
    return next(occurrences(needle, haystack), None) is not None
