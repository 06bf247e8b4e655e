"""Spans of time that tokens print: `nine days later`, `the next day`, `a week`, `on the eve`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.text.numerals import read_numeral

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.record import Derivation

# Units that can be turned into days, and those that can be turned into months.
_DAYS = {"day": 1, "days": 1, "night": 1, "nights": 1, "week": 7, "weeks": 7, "fortnight": 14}
_MONTHS = {"month": 1, "months": 1, "year": 12, "years": 12}
_ONE_DAY = frozenset({"yesterday", "tomorrow", "eve", "morrow"})
_ONE = frozenset(
    {"a", "an", "next", "following", "previous", "preceding", "last", "later", "before", "after"}
)
_HOURS_OF_A_DAY = 24


def prints_offset(derivation: Derivation, tokens: Iterable[tuple[str, ...]]) -> bool:
    """Tell whether tokens print the span from which a date is derived; none is needed for the same day.

    Its direction is not judged: `nine days after A` dates A as well as what came after.
    """
    wanted = (
        abs(derivation.days + 7 * derivation.weeks),
        abs(derivation.months + 12 * derivation.years),
    )
    printed = {offset for token in tokens for offset in _offsets(token)}
    return all(
        not size or (size, unit) in printed
        for size, unit in zip(wanted, ("days", "months"), strict=True)
    )


def _offsets(token: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    for index, word in enumerate(token):
        if word in _ONE_DAY:
            yield (1, "days")
        for units, unit in ((_DAYS, "days"), (_MONTHS, "months")):
            if word in units:
                neighbours = {*token[max(index - 1, 0) : index], *token[index + 1 : index + 2]}
                count = _count_before(token, index)
                if count is not None:
                    yield (count * units[word], unit)
                elif neighbours & _ONE:
                    yield (units[word], unit)
        if word in {"hour", "hours"}:
            hours = _count_before(token, index)
            if hours and hours % _HOURS_OF_A_DAY == 0:
                yield (hours // _HOURS_OF_A_DAY, "days")


def _count_before(token: tuple[str, ...], index: int) -> int | None:
    """Return the cardinal that ends right before a word."""
    for start in range(index):
        numeral = read_numeral(token, start)
        if numeral is not None and numeral.stop == index and not numeral.ordinal:
            return numeral.value
    return None
