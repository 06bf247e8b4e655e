"""Whether tokens print the span of time from which a date is derived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.dates.written import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Derivation
    from trainer.dates.written import Relative, Span

Length = tuple[int, Unit]

_HOURS_OF_A_DAY = 24
_DAYS_OF_A_WEEK = 7
_MONTHS_OF_A_YEAR = 12


def lengths_of(derivation: Derivation) -> tuple[frozenset[Length], ...]:
    """Return what a derivation counts, its days and its months, each in every unit that they fill: 14 days, 2 weeks.

    Neither has a sign, and none is returned of what it does not count.
    """
    days = abs(derivation.days + _DAYS_OF_A_WEEK * derivation.weeks)
    months = abs(derivation.months + _MONTHS_OF_A_YEAR * derivation.years)
    found = []
    if days:
        hours = (days * _HOURS_OF_A_DAY, Unit.HOUR)
        found.append({(days, Unit.DAY), hours} | _filled(days, _DAYS_OF_A_WEEK, Unit.WEEK))
    if months:
        found.append({(months, Unit.MONTH)} | _filled(months, _MONTHS_OF_A_YEAR, Unit.YEAR))
    return tuple(map(frozenset, found))


def prints_offset(derivation: Derivation, spans: Iterable[Relative | Span]) -> bool:
    """Tell whether the span from which a date is derived is printed; none is needed for the same day.

    Its direction is not judged: `nine days after A` dates A as well as what came after.
    """
    printed = {(span.count, span.unit) for span in spans}
    return all(lengths & printed for lengths in lengths_of(derivation))


def _filled(count: int, size: int, unit: Unit) -> set[Length]:
    return set() if count % size else {(count // size, unit)}
