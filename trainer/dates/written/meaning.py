"""What somebody meant who wrote a date in words where EDTF is expected."""

from __future__ import annotations

from trainer.dates.calendars import Calendar
from trainer.dates.errors import DateError
from trainer.dates.written.reading import NoDate, read_date
from trainer.dates.written.resolving import resolve

_SIGNS = frozenset("?~%")  # in words they mean nothing, and would be lost


def edtf_of(text: str) -> str | None:
    """Return `1888-03-03` for `3 March 1888`, or None unless the text means one date in whichever calendar."""
    written = read_date(text)
    if isinstance(written, NoDate) or _SIGNS & {*text}:
        return None
    try:
        dates = [(calendar, resolve(written, calendar=calendar)) for calendar in Calendar]
    except DateError:
        return None
    meant = {date.edtf if date and date.calendar is calendar else None for calendar, date in dates}
    return meant.pop() if len(meant) == 1 else None
