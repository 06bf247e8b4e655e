"""Whether tokens print the date of a fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.chapters.evidence.offsets import prints_offset
from trainer.chapters.evidence.report import Finding, Verdict
from trainer.chapters.record import Status
from trainer.dates import (
    Calendar,
    Moment,
    day_number,
    format_date,
    from_day_number,
    moments,
)
from trainer.dates.names import MONTHS
from trainer.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.evidence.printed_dates import PrintedDates
    from trainer.chapters.record import Dating, Derivation
    from trainer.dates import Date
    from trainer.dates.written import Point


@dataclass(frozen=True, slots=True)
class Frame:
    """What the chapter itself says of dates: its year, and the calendar it counts in."""

    year: int
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class _Doubt:
    """Why a date is not proved: and how to mend that."""

    reason: str
    mend: str = ""


def judge_dating(dating: Dating, printed: PrintedDates, frame: Frame, path: str) -> list[Finding]:
    """Return the findings on a date, and on the weekday that is recorded with it."""
    findings = [_judge_date(dating, printed, frame, path)]
    if dating.weekday is not None:
        wanted = words(dating.weekday)[0]
        shown = any(wanted in token for token in printed.words)
        findings.append(
            Finding(
                path=f"{path}.weekday",
                value=dating.weekday,
                verdict=Verdict.PROVED if shown else Verdict.FAILED,
                reason="" if shown else f"no token prints “{dating.weekday}”",
                mend="" if shown else "quote it in a token, or leave the weekday out",
            )
        )
    return findings


def _judge_date(dating: Dating, printed: PrintedDates, frame: Frame, path: str) -> Finding:
    verdict, doubt = _verdict(dating, printed, frame)
    return Finding(
        path=path,
        value=f"{format_date(dating.date)} ({dating.date.calendar})",
        verdict=verdict,
        reason=doubt.reason,
        mend=doubt.mend,
    )


def _verdict(dating: Dating, printed: PrintedDates, frame: Frame) -> tuple[Verdict, _Doubt]:
    note = _Doubt(dating.note or "")
    if dating.status is Status.CORRECTED:
        return (Verdict.CORRECTED, note)
    doubt = _doubt(dating.date, printed, frame)
    if dating.derived is not None:
        how = _Doubt(dating.note or f"counted from {dating.derived.from_fact}")
        doubt = doubt and _doubt_derivation(dating, dating.derived, printed)
        return (Verdict.DERIVED, how) if doubt is None else (Verdict.FAILED, doubt)
    if dating.status is Status.DERIVED and dating.note:
        return (Verdict.DERIVED, note)
    return (Verdict.PROVED, note) if doubt is None else (Verdict.FAILED, doubt)


def _doubt_derivation(
    dating: Dating, derivation: Derivation, printed: PrintedDates
) -> _Doubt | None:
    if dating.note or prints_offset(derivation, printed.spans):
        return None
    return _Doubt(
        f"no token prints the span from {derivation.from_fact}, nor the date itself",
        "quote the words that tell it, such as “nine days later”, or explain it in `note`",
    )


def _doubt(date: Date, printed: PrintedDates, frame: Frame) -> _Doubt | None:
    """Return why a date is not proved; None if all its ends are."""
    for moment, calendar in moments(date):
        doubt = _doubt_moment(moment, calendar, printed, frame)
        if doubt is not None:
            return doubt
    return None


def _doubt_moment(
    moment: Moment, calendar: Calendar, printed: PrintedDates, frame: Frame
) -> _Doubt | None:
    if moment.last_year != moment.year:
        return None if moment.year in printed.years else _unprinted_year(str(moment))
    if moment.month is None:
        # The chapter's own year need not be printed, unless the tokens print another.
        if moment.year in (printed.years or {frame.year}):
            return None
        return _unprinted_year(str(moment.year), printed.years)
    if moment.day is None:
        return _doubt_month(moment, printed, frame)
    return _doubt_day(moment, calendar, printed, frame)


def _doubt_month(moment: Moment, printed: PrintedDates, frame: Frame) -> _Doubt | None:
    assert moment.month is not None
    named = [month for month in printed.months if month.month == moment.month]
    name = MONTHS[moment.month - 1]
    if not named:
        return _Doubt(
            f"no token prints {name}",
            "quote the month, in this or an earlier item of evidence; what a season or the like tells, "
            "write as {edtf: …, status: derived, note: …}",
        )
    if any(_year_fits(month.year, moment.year, printed, frame) for month in named):
        return None
    return _wrong_year(moment.year, [month.year for month in named], frame)


def _doubt_day(
    moment: Moment, calendar: Calendar, printed: PrintedDates, frame: Frame
) -> _Doubt | None:
    assert moment.month is not None
    assert moment.day is not None
    twin = from_day_number(
        day_number(moment.year, moment.month, moment.day, calendar), calendar.other
    )
    own = (moment.year, moment.month, moment.day)
    wrong_years: list[int | None] = []
    for day in printed.days:
        for wanted, style in ((own, calendar), (twin, calendar.other)):
            if (day.month, day.day) != wanted[1:] or not _calendar_fits(
                day, style, calendar, frame
            ):
                continue
            if _year_fits(day.year, wanted[0], printed, frame):
                return None
            wrong_years.append(day.year)
    if wrong_years:
        return _wrong_year(moment.year, wrong_years, frame)
    return _unprinted_day(moment, calendar, printed)


def _calendar_fits(day: Point, style: Calendar, recorded: Calendar, frame: Frame) -> bool:
    """Tell whether a printed day may be read in the calendar `style`.

    One that print gives no calendar is read as the record reads it, or as the chapter counts.
    """
    if day.calendar is not None:
        return day.calendar is style
    return style is recorded or style is frame.calendar


def _year_fits(own: int | None, wanted: int, printed: PrintedDates, frame: Frame) -> bool:
    if own is not None:
        return own == wanted
    return wanted == frame.year or wanted in printed.years


def _unprinted_year(year: str, others: Iterable[int] = ()) -> _Doubt:
    if others:
        return _Doubt(
            f"the tokens print {_listed(others)}, not {year}",
            "correct the year, quote the right one, or explain it: status: derived, note: …",
        )
    return _Doubt(
        f"no token prints the year {year}", "quote it, or explain it: status: derived, note: …"
    )


def _wrong_year(year: int, printed: Iterable[int | None], frame: Frame) -> _Doubt:
    """Return the doubt about a year where the month, or day, is printed with others, or with none."""
    others = {other for other in printed if other is not None}
    if others:
        return _Doubt(
            f"the tokens print the year {_listed(others)}, not {year}",
            "correct the year, or quote the right one",
        )
    return _Doubt(
        f"the tokens do not print the year {year}, nor is it the chapter's ({frame.year})",
        "quote the year, in this or another item of evidence, or correct it",
    )


def _listed(years: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(years)))


def _unprinted_day(moment: Moment, calendar: Calendar, printed: PrintedDates) -> _Doubt:
    assert moment.month is not None
    name = MONTHS[moment.month - 1]
    shown = f"{moment.day} {name}"
    for day in printed.days:
        if day.day == moment.day and day.month is None:
            return _Doubt(
                f"a token prints the day {moment.day} but none its month",
                f"quote “{name}” in the same or an earlier item of evidence",
            )
        if (day.day, day.month) == (moment.day, moment.month):
            assert day.calendar is not None
            return _Doubt(
                f"{shown} is printed as a {day.calendar.title()} date, "
                f"the record has it as {calendar.title()}",
                "correct the day or its calendar",
            )
    if printed.days:
        others = ", ".join(dict.fromkeys(map(_said, printed.days)))
        return _Doubt(
            f"the tokens print {others}, not {shown}", "correct the date, or quote the right day"
        )
    return _Doubt(
        f"no token prints {shown}",
        f"quote it as printed, such as “third of {name}”, or say how it follows: derived, or "
        "status: derived with a note",
    )


def _said(day: Point) -> str:
    month = None if day.month is None else MONTHS[day.month - 1]
    return " ".join(str(part) for part in (day.day, month, day.year) if part is not None)
