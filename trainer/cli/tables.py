"""Tables as lines of text that fit into a window."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from trainer.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

LEAST_WIDTH = 40
_LEAST_NAME = 12
_GAP = "  "
_MINUTE = 60
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def table(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Yield a table of a name and figures, the figures to the right.

    Columns of figures that do not fit are left out from the left, so that the last ones matter most; long names are
    cut short.
    """
    cells = [[one_line(cell) for cell in row] for row in (header, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    kept = [*range(1, len(widths))]
    while len(kept) > 1 and width - _taken(widths, kept) < min(_LEAST_NAME, widths[0]):
        kept.pop(0)
    name = max(1, min(widths[0], width - _taken(widths, kept)))
    for row in cells:
        figures = "".join(f"{_GAP}{row[at]:>{widths[at]}}" for at in kept)
        yield f"{short(row[0], name):<{name}}{figures}".rstrip()


def _taken(widths: Sequence[int], kept: Sequence[int]) -> int:
    """Return what columns of figures take of a line."""
    return sum(widths[at] + len(_GAP) for at in kept)


def short(text: str, width: int) -> str:
    """Return a text, cut to a width where it is longer."""
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def percent(part: float, whole: float = 1.0) -> str:
    """Return a share; a dash of nothing."""
    return f"{100 * part / whole:.0f} %" if whole else "–"


def duration(seconds: float) -> str:
    """Return hours and minutes, or seconds of less than a minute."""
    if round(seconds) < _MINUTE:
        return f"{round(seconds)} s"
    hours, minutes = divmod(round(seconds / _MINUTE), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def short_date(day: date) -> str:
    """Return a day of about now: Mon 3 May."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def whole_date(day: date) -> str:
    """Return a day: 3 May 2027."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def by_weeks(days: Sequence[date], single: int) -> Iterator[tuple[str, range]]:
    """Yield rows for days that follow one another: the first ones one by one, the others in weeks."""
    for at, day in enumerate(days[:single]):
        yield short_date(day), range(at, at + 1)
    for start in range(single, len(days), 7):
        end = min(start + 7, len(days))
        first, last = days[start], days[start] + timedelta(days=end - start - 1)
        name = f"{first.day} {_MONTHS[first.month - 1]} – {last.day} {_MONTHS[last.month - 1]}"
        yield name, range(start, end)
