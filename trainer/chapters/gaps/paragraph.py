"""One paragraph of a text: its words, where quoted tokens stand in it, what stands near something."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from trainer.chapters.evidence.locating import WINDOW
from trainer.text.words import in_order, located_words, occurrences, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.text.words import Located

_CONTEXT = 8


@dataclass(frozen=True, slots=True)
class Place:
    """Where words of a paragraph stand: characters `start` to before `stop`, and the words, folded."""

    start: int
    stop: int
    words: tuple[str, ...]

    def holds(self, start: int, stop: int) -> bool:
        """Tell whether something stands within it."""
        return self.start <= start and stop <= self.stop


@dataclass(frozen=True)
class Paragraph:
    """A paragraph as it stands in a copy of the text; `number` is that of the record."""

    number: int
    text: str

    @cached_property
    def located(self) -> tuple[Located, ...]:
        """Its words with their places."""
        return located_words(self.text)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, folded."""
        return tuple(word.word for word in self.located)

    def indices(self, start: int, stop: int) -> tuple[int, ...]:
        """Return which of its words stand between two characters, in whole or in part."""
        first = bisect_right(self.located, start, key=lambda word: word.stop)
        last = bisect_left(self.located, stop, key=lambda word: word.start)
        return tuple(range(first, last))

    def places_of(self, token: str) -> Iterator[Place]:
        """Yield every place at which a token stands."""
        wanted = words(token)
        for index in occurrences(wanted, self.words):
            yield self._place(index, index + len(wanted))

    def places_of_all(self, tokens: Sequence[str]) -> Iterator[Place]:
        """Yield the places of tokens wherever all stand in order within the window of evidence."""
        wanted = [words(token) for token in tokens]
        found = {
            (start, start + len(token))
            for starts in in_order(wanted, self.words)
            if starts[-1] + len(wanted[-1]) - starts[0] <= WINDOW
            for start, token in zip(starts, wanted, strict=True)
        }
        for start, stop in sorted(found):
            yield self._place(start, stop)

    def near(self, start: int, stop: int) -> str:
        """Return at most eight words, those between two characters among them if they are not more."""
        inside = self.indices(start, stop)
        if not inside:
            return ""
        first, last = inside[0], min(inside[-1], inside[0] + _CONTEXT - 1)
        spare = _CONTEXT - (last - first + 1)
        first -= min(first, spare - min(spare // 2, len(self.located) - 1 - last))
        last = min(len(self.located) - 1, first + _CONTEXT - 1)
        begin, end = self.located[first].start, self.located[last].stop
        return " ".join(self.text[begin:end].split())

    def _place(self, start: int, stop: int) -> Place:
        begin, end = self.located[start].start, self.located[stop - 1].stop
        return Place(begin, end, self.words[start:stop])
