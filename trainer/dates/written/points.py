"""One day, month, year, season, decade or century: the rules, and what a match of them says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from trainer.dates.written.model import Point, Unit
from trainer.dates.written.rules import compile_rules
from trainer.dates.written.vocabulary import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.dates.written.tokens import Piece
    from trainer.dates.written.vocabulary import Says


class Form(StrEnum):
    """By which rule a point was read."""

    DAY = "day_form"
    MONTH = "month_form"
    SEASON = "season_form"
    YEAR = "year_form"
    DECADE = "decade_form"
    CENTURY = "century_form"
    BARE = "bare_form"
    WEEKDAY = "weekday_form"
    NUMERIC = "numeric_form"
    DAMAGED = "damaged_form"


_NUMBERS = {Sort.FIGURE, Sort.NUMBER}

YEAR_AND_CALENDAR = {
    "era_year": "(figure | number | year) (before_era | era) | era (figure | number | year)",
    # in 476, but not 476 sacks
    "lone_number": "number (?! word | name | unit | cardinal)",
    "told_year": "comma? (of | in)? (the unit)? (era_year | year | short | lone_number)",
    "style": "comma? calendar | comma? open calendar close",
}
"""The rules of what is told behind a day or month."""

_RULES = compile_rules(
    YEAR_AND_CALENDAR
    | {
        "rough": "(about about?)?",
        "day": "ordinal | figure",
        "part_of": "the? very? part | early (in | on | dash)? | indefinite",
        "time_of": "the? very? early? daytime of",
        "lead": "rough part_of? time_of?",
        "week_day": "weekday daytime? comma? the?",
        "at_time": "comma? (at | in the | on the) daytime | daytime",
        "day_month": "the? week_day? the? day of? the? month_of? month",
        "month_day": "the? week_day? month the? (day | damaged)",
        "day_form": "lead (day_month | month_day) style? told_year? style? at_time?",
        "month_form": "lead the? month_of? month told_year? style?",
        "season_form": "lead the? season told_year?",
        "year_form": "lead (the unit)? (era_year | year | short) style? | rough indefinite lone_number style?",
        "decade_form": "lead the? (early dash?)? sign? decade",
        "century_form": "lead the? (early dash?)? ordinal dash? century (before_era | era)?",
        "bare_form": "rough (the unit)? time_of? week_day? the? (day | number) style? (comma? year)? style? at_time? (of (the | that) unit)?",
        "weekday_form": "lead weekday at_time?",
        "numeric_form": "rough week_day? numeric style? at_time?",
        "damaged_form": "damaged",
    }
)


@dataclass(frozen=True, slots=True)
class Member:
    """A point as it stands in a text, up to before piece `stop`."""

    point: Point
    form: Form
    stop: int
    # A lone number, and how many figures it has: a day, or a year whose century or era is told elsewhere.
    number: int | None = None
    figures: int = 0
    # Whether its year is told with an era, and whether that is before ours.
    era: Sort | None = None
    # Whether "the years" leads to it.
    years: bool = False
    # Whether its month stands before its day.
    month_first: bool = False
    readings: tuple[Point, ...] = ()


def read_points(shape: str, pieces: Sequence[Piece], at: int) -> Iterator[Member]:
    """Yield what can be read from piece `at` on, the longest first; of two alike the more special."""
    matches = []
    for rank, form in enumerate(Form):
        match = _RULES[form].match(shape, at)
        if match is not None:
            matches.append((-match.end(), rank, form))
    for negative_stop, _, form in sorted(matches):
        member = _member(pieces, at, -negative_stop, form)
        if member is not None:
            yield member


def _member(pieces: Sequence[Piece], start: int, stop: int, form: Form) -> Member | None:
    found = pieces[start:stop]
    units = [piece.says for piece in found if piece.sort is Sort.UNIT]
    if units and (len(units) > 1 or not _leads_or_follows(units[0], found)):
        return None
    says: dict[str, Any] = {}
    for piece in found:
        if piece.sort not in _NUMBERS | {Sort.UNIT, Sort.THAT}:
            says |= piece.says
    readings: tuple[Point, ...] = says.pop("readings", ())
    if form is Form.NUMERIC:
        readings = tuple(_with(reading, says) for reading in readings)
        return Member(readings[0], form, stop, readings=readings) if readings else None
    lone = _put_numbers(says, form, found)
    era = next((p.sort for p in found if p.sort in {Sort.ERA, Sort.BEFORE_ERA}), None)
    if era is Sort.BEFORE_ERA and "year" in says:
        says["year"] = 1 - says["year"]
    elif era is Sort.BEFORE_ERA:
        says["century"] = -says["century"]
    if "day" in says:
        # "Early on the morning of the 3rd": there is no name for a part of a day.
        says.pop("part", None)
    return Member(
        Point(**says),
        form,
        stop,
        number=lone.number if lone else None,
        figures=lone.stop - lone.start if lone else 0,
        era=era,
        years={"unit": Unit.YEAR} in units,
        month_first=_is_month_first(found),
    )


def _leads_or_follows(unit: Says, found: Sequence[Piece]) -> bool:
    """Tell whether a unit belongs to a date: "the year 1871", "the fifth of the month"."""
    return unit == {"unit": Unit.MONTH if found[-1].sort is Sort.UNIT else Unit.YEAR}


def _put_numbers(says: dict[str, Any], form: Form, found: Sequence[Piece]) -> Piece | None:
    """Give each number its part: day, year or century. Return one whose part is still open."""
    numbers = [piece for piece in found if piece.sort in _NUMBERS]
    if form is Form.CENTURY:
        says["century"] = says.pop("day")
        return None
    if form is Form.DAY and not says.keys() & {"day", "damaged"}:
        says["day"] = numbers.pop(0).number
    if not numbers:
        return None
    if form is not Form.BARE:
        says["year"] = numbers[0].number
        return None
    says |= numbers[0].says
    return numbers[0]


def _is_month_first(found: Sequence[Piece]) -> bool:
    month = next((p.start for p in found if p.sort is Sort.MONTH), None)
    day = next((p.start for p in found if p.sort in {Sort.ORDINAL, Sort.FIGURE}), None)
    return month is not None and day is not None and month < day


def _with(point: Point, says: dict[str, Any]) -> Point:
    told = {name: getattr(point, name) for name in ("day", "month", "year", "short_year")}
    return Point(**(told | says))
