"""One closed grammar of dates as people write them in English."""

from __future__ import annotations

from trainer.dates.written.finding import find_dates
from trainer.dates.written.model import (
    Ambiguous,
    DateList,
    Direction,
    Dual,
    Part,
    Point,
    Range,
    Reading,
    Relative,
    Season,
    Span,
    TimeOfDay,
    Unit,
    WrittenDate,
)
from trainer.dates.written.reading import NoDate, read_date
from trainer.dates.written.resolving import resolve

__all__ = [
    "Ambiguous",
    "DateList",
    "Direction",
    "Dual",
    "NoDate",
    "Part",
    "Point",
    "Range",
    "Reading",
    "Relative",
    "Season",
    "Span",
    "TimeOfDay",
    "Unit",
    "WrittenDate",
    "find_dates",
    "read_date",
    "resolve",
]
