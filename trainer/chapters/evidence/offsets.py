"""Whether tokens print the span of time from which a date is derived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.dates.written import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Derivation
    from trainer.dates.written import Relative, Span

# What a unit is in days or in months, into which alone a derivation is turned.
_SIZES = {
    Unit.DAY: (1, "days"),
    Unit.WEEK: (7, "days"),
    Unit.MONTH: (1, "months"),
    Unit.YEAR: (12, "months"),
}
_HOURS_OF_A_DAY = 24


def prints_offset(derivation: Derivation, spans: Iterable[Relative | Span]) -> bool:
    """Tell whether the span from which a date is derived is printed; none is needed for the same day.

    Its direction is not judged: `nine days after A` dates A as well as what came after.
    """
    wanted = (
        (abs(derivation.days + 7 * derivation.weeks), "days"),
        (abs(derivation.months + 12 * derivation.years), "months"),
    )
    printed = {_offset(span.count, span.unit) for span in spans if span.count is not None}
    return all(not size or (size, unit) in printed for size, unit in wanted)


def _offset(count: int, unit: Unit) -> tuple[int, str] | None:
    if unit is Unit.HOUR:
        return None if count % _HOURS_OF_A_DAY else (count // _HOURS_OF_A_DAY, "days")
    if unit not in _SIZES:
        return None
    size, name = _SIZES[unit]
    return (count * size, name)
