"""Gives every date its calendar, and computes those that follow from another fact's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.record import Dating, Derivation, Status
from trainer.dates import Calendar, Date, DateError, bounds, in_calendar, make_date, shift

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.chapters.models.base import DateEntry, DerivedFrom


class AnchorError(DateError):
    """A date that cannot be computed because the date that it is derived from is wrong itself."""


class CircleError(DateError):
    """A date that is derived from itself, directly or by way of others."""


class Datings:
    """Resolves the dates of one chapter.

    Args:
        calendar: that of dates which name none.
        dates: what is written as the date of each fact, by id, also by former ids.
        known: the ids of all facts, those without a date included.
    """

    def __init__(
        self, calendar: Calendar, dates: Mapping[str, DateEntry], known: frozenset[str]
    ) -> None:
        self._calendar = calendar
        self._dates = dates
        self._known = known
        self._anchors: dict[str, Date | AnchorError] = {}

    def resolve(self, entry: DateEntry) -> Dating:
        """Return the date as the record keeps it.

        Raises:
            DateError: the date does not exist, cannot be computed, or disagrees with what it is
                computed to be.
        """
        status, derivation = entry.status, None
        if entry.derived is None:
            assert entry.edtf is not None
            date = self._typed(entry, entry.edtf)
        else:
            date = self._computed(entry.derived, entry)
            derivation = Derivation(
                from_fact=entry.derived.from_,
                days=entry.derived.days,
                weeks=entry.derived.weeks,
                months=entry.derived.months,
                years=entry.derived.years,
            )
            if entry.edtf is None and status is Status.PRINTED:
                status = Status.DERIVED
        return Dating(
            date=date,
            derived=derivation,
            weekday=entry.weekday,
            time_of_day=entry.time_of_day,
            status=status,
            note=entry.note,
        )

    def _typed(self, entry: DateEntry, edtf: str) -> Date:
        if isinstance(entry.calendar, tuple):
            return make_date(edtf, *entry.calendar)
        return make_date(edtf, entry.calendar or self._calendar)

    def _computed(self, derived: DerivedFrom, entry: DateEntry) -> Date:
        date = shift(
            self._anchor(derived.from_),
            days=derived.days,
            weeks=derived.weeks,
            months=derived.months,
            years=derived.years,
        )
        if isinstance(entry.calendar, Calendar):
            date = in_calendar(date, entry.calendar) or date
        if isinstance(entry.calendar, tuple) and entry.edtf is None:
            raise DateError("a derived date in two calendars", "name one calendar")
        if entry.edtf is not None:
            typed = self._typed(entry, entry.edtf)
            if bounds(typed) != bounds(date):
                raise DateError(
                    f"the derived date disagrees: {typed.edtf} is written, {_told(derived)} is {date.edtf}",
                    "correct one of them",
                )
        return date

    def _anchor(self, fact: str) -> Date:
        # What others follow from is resolved before them, so that a chain may be of any length.
        for name in reversed(self._unresolved(fact)):
            self._anchors[name] = self._attempt(name)
        anchor = self._anchors[fact]
        if isinstance(anchor, AnchorError):
            raise AnchorError(anchor.what, anchor.mend)
        return anchor

    def _unresolved(self, fact: str) -> list[str]:
        """Return the fact and, back to one whose date is known, those that its date follows from."""
        chain: dict[str, None] = {}
        name = fact
        while name not in self._anchors:
            written = self._dates.get(name)
            if written is None:
                if not chain:
                    what = "has no date" if name in self._known else "is not known"
                    raise DateError(
                        f"the date is derived from {name}, which {what}", "name a dated fact"
                    )
                break  # told of the fact before, when its turn comes
            if name in chain:
                names = list(chain)
                circle = [*names[names.index(name) :], name]
                raise CircleError(
                    f"dates are derived in a circle: {' from '.join(circle)}", "type one of them"
                )
            chain[name] = None
            if written.derived is None:
                break
            name = written.derived.from_
        return list(chain)

    def _attempt(self, fact: str) -> Date | AnchorError:
        try:
            return self.resolve(self._dates[fact]).date
        except AnchorError as error:
            return error
        except DateError as error:
            # A fact whose own date is wrong says so itself.
            return AnchorError(f"the date of {fact} is wrong: {error.what}", error.mend)


def _told(derived: DerivedFrom) -> str:
    """Say "9 days after lane-closed"."""
    parts = [
        f"{abs(number)} {unit[:-1] if abs(number) == 1 else unit}"
        for unit in ("years", "months", "weeks", "days")
        if (number := getattr(derived, unit))
    ]
    if not parts:
        return f"the date of {derived.from_}"
    numbers = [derived.years, derived.months, derived.weeks, derived.days]
    way = "before" if all(number <= 0 for number in numbers) else "after"
    return f"{' and '.join(parts)} {way} {derived.from_}"
