"""Dates in two calendars: EDTF, day numbers, comparison and formatting; standard library only."""

from __future__ import annotations

from trainer.dates.calendars import (
    Calendar,
    day_number,
    days_in_month,
    from_day_number,
    is_leap_year,
    weekday,
)
from trainer.dates.comparison import Order, compare, days_between
from trainer.dates.dates import (
    Bounds,
    Date,
    Precision,
    bounds,
    in_calendar,
    is_approximate,
    is_uncertain,
    make_date,
    moments,
    precision,
    shift,
    single_day,
    sort_key,
    twin,
)
from trainer.dates.edtf import (
    DateSet,
    Edtf,
    Interval,
    Moment,
    Qualification,
    SetKind,
    Unspecified,
    century_of,
    parse_edtf,
)
from trainer.dates.errors import DateError, EdtfError
from trainer.dates.formatting import CalendarName, format_both, format_date
from trainer.dates.weekdays import check_weekday, weekday_name

__all__ = [
    "Bounds",
    "Calendar",
    "CalendarName",
    "Date",
    "DateError",
    "DateSet",
    "Edtf",
    "EdtfError",
    "Interval",
    "Moment",
    "Order",
    "Precision",
    "Qualification",
    "SetKind",
    "Unspecified",
    "bounds",
    "century_of",
    "check_weekday",
    "compare",
    "day_number",
    "days_between",
    "days_in_month",
    "format_both",
    "format_date",
    "from_day_number",
    "in_calendar",
    "is_approximate",
    "is_leap_year",
    "is_uncertain",
    "make_date",
    "moments",
    "parse_edtf",
    "precision",
    "shift",
    "single_day",
    "sort_key",
    "twin",
    "weekday",
    "weekday_name",
]
