"""The words of which dates are made: phrases of folded words, the sort of each, and what it says.

What a phrase says is a piece of the data that a date is built from, by the name of its field.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Any, TypeAlias

from trainer.dates.calendars import Calendar
from trainer.dates.names import MONTHS, WEEKDAYS
from trainer.dates.written.model import Direction, Part, Season, TimeOfDay, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

Says: TypeAlias = "Mapping[str, Any]"


class Sort(Enum):
    """What a piece of text is to the grammar; the rules name these in small letters."""

    # numbers
    ORDINAL = auto()  # third, 3rd
    FIGURE = auto()  # 1 to 31
    NUMBER = auto()  # 32 to 999
    YEAR = auto()  # four figures, or "nineteen hundred and five"
    SHORT = auto()  # '17
    CARDINAL = auto()  # three
    DAMAGED = auto()  # 2s
    NUMERIC = auto()  # 3.4.1901
    # names of times
    MONTH = auto()
    WEEKDAY = auto()
    SEASON = auto()
    DECADE = auto()
    CENTURY = auto()
    CALENDAR = auto()
    BEFORE_ERA = auto()
    ERA = auto()
    DAYTIME = auto()
    UNIT = auto()
    PART = auto()
    EARLY = auto()  # early, late, mid: no article before them
    INDEFINITE = auto()  # a day in, a month in
    MONTH_OF = auto()
    # words that lead to dates or tie them together
    THE = auto()
    A = auto()
    OF = auto()
    IN = auto()
    ON = auto()
    AT = auto()
    BY = auto()
    FROM = auto()
    TO = auto()
    UNTIL = auto()
    SINCE = auto()
    BETWEEN = auto()
    AND = auto()
    OR = auto()
    ONWARD = auto()
    OR_EARLIER = auto()
    OR_LATER = auto()
    SOME_TIME = auto()
    ABOUT = auto()  # about, perhaps
    QUITE = auto()  # exactly, more than: before spans only
    # words of relative dates
    FEW = auto()
    HALF = auto()
    WHICH = auto()  # next, following, previous, same
    LAST = auto()
    THAT = auto()
    VERY = auto()
    LATER = auto()
    AFTER = auto()
    AGO = auto()
    ADVERB = auto()  # yesterday
    EVE = auto()
    IDIOM = auto()  # "order of the day", which is no date
    # signs and all else
    COMMA = auto()
    DASH = auto()
    SLASH = auto()
    OPEN = auto()
    CLOSE = auto()
    SIGN = auto()
    WORD = auto()
    NAME = auto()


Meaning: TypeAlias = tuple[Sort, Says]


def _phrases(sort: Sort, phrases: str, **says: Any) -> dict[tuple[str, ...], Meaning]:
    return {tuple(phrase.split()): (sort, says) for phrase in phrases.split(", ")}


def _table(sort: Sort, field: str, entries: Mapping[str, Any]) -> dict[tuple[str, ...], Meaning]:
    found: dict[tuple[str, ...], Meaning] = {}
    for names, value in entries.items():
        found |= _phrases(sort, names, **{field: value})
    return found


_DECADES = (
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
)

# With "of", since "the last week" alone is a relative date and "the end" alone is none.
_PARTS = {
    "beginning of, start of, opening of, early part of, first months of": Part.EARLY,
    "middle of": Part.MIDDLE,
    "end of, close of, latter part of, last months of": Part.LATE,
    "first half of": Part.FIRST_HALF,
    "second half of, latter half of": Part.SECOND_HALF,
    "first days of, early days of, opening days of, first few days of": Part.FIRST_DAYS,
    "last days of, closing days of, final days of, last few days of": Part.LAST_DAYS,
    "first week of, first week in": Part.FIRST_WEEK,
    "second week of, second week in": Part.SECOND_WEEK,
    "third week of, third week in": Part.THIRD_WEEK,
    "last week of, final week of, last week in": Part.LAST_WEEK,
}
_TIMES = {
    "dawn, daybreak, sunrise": TimeOfDay.DAWN,
    "morning": TimeOfDay.MORNING,
    "noon, midday": TimeOfDay.NOON,
    "afternoon": TimeOfDay.AFTERNOON,
    "evening": TimeOfDay.EVENING,
    "night": TimeOfDay.NIGHT,
    "midnight": TimeOfDay.MIDNIGHT,
}
_UNITS = {
    "hour, hours": Unit.HOUR,
    "day, days, nights": Unit.DAY,
    "week, weeks": Unit.WEEK,
    "month, months": Unit.MONTH,
    "year, years": Unit.YEAR,
}
_BEFORE, _AFTER = Direction.BEFORE, Direction.AFTER

LEXICON: dict[tuple[str, ...], Meaning] = (
    _table(Sort.MONTH, "month", {name.casefold(): n for n, name in enumerate(MONTHS, 1)})
    | _table(Sort.WEEKDAY, "weekday", {name.casefold(): name for name in WEEKDAYS})
    | _table(Sort.SEASON, "season", {season.value: season for season in Season})
    | _phrases(Sort.SEASON, "fall of", season=Season.AUTUMN)
    | _table(Sort.DECADE, "short_decade", {word: 10 * n for n, word in enumerate(_DECADES, 2)})
    | _phrases(Sort.CENTURY, "century, centuries")
    | _phrases(Sort.CALENDAR, "o s, old style, julian", calendar=Calendar.JULIAN)
    | _phrases(
        Sort.CALENDAR,
        "os, julian calendar, by the old calendar, julian style",
        calendar=Calendar.JULIAN,
    )
    | _phrases(Sort.CALENDAR, "n s, new style, gregorian", calendar=Calendar.GREGORIAN)
    | _phrases(
        Sort.CALENDAR,
        "ns, gregorian calendar, by the new calendar, gregorian style",
        calendar=Calendar.GREGORIAN,
    )
    | _phrases(Sort.BEFORE_ERA, "b c, bc, b c e, bce, before christ")
    | _phrases(Sort.ERA, "a d, ad, c e, ce")
    | _table(Sort.DAYTIME, "time_of_day", _TIMES)
    | _table(Sort.UNIT, "unit", _UNITS)
    | _phrases(Sort.UNIT, "fortnight, fortnights", unit=Unit.WEEK, times=2)
    | _phrases(Sort.UNIT, "decade, decades", unit=Unit.YEAR, times=10)
    | _table(Sort.PART, "part", _PARTS)
    | _table(Sort.EARLY, "part", {"early": Part.EARLY, "late": Part.LATE, "mid": Part.MIDDLE})
    | _phrases(Sort.INDEFINITE, "a day in, one day in, some day in", part=Part.SOME_DAY)
    | _phrases(Sort.INDEFINITE, "a month in", part=Part.SOME_MONTH)
    | _phrases(Sort.MONTH_OF, "month of")
    | _phrases(Sort.THE, "the")
    | _phrases(Sort.A, "a, an")
    | _phrases(Sort.OF, "of")
    | _phrases(Sort.IN, "in, during, throughout")
    | _phrases(Sort.ON, "on, upon")
    | _phrases(Sort.AT, "at")
    | _phrases(Sort.BY, "by, towards, toward")
    | _phrases(Sort.FROM, "from")
    | _phrases(Sort.SINCE, "since, ever since")
    | _phrases(Sort.TO, "to, through")
    | _phrases(Sort.UNTIL, "until, till, up to, up until")
    | _phrases(Sort.BETWEEN, "between")
    | _phrases(Sort.AND, "and")
    | _phrases(Sort.OR, "or")
    | _phrases(Sort.ONWARD, "onward, onwards")
    | _phrases(Sort.OR_EARLIER, "or earlier")
    | _phrases(Sort.OR_LATER, "or later")
    | _phrases(Sort.SOME_TIME, "some time in, sometime in, some time between")
    | _phrases(Sort.ABOUT, "about, around, circa, ca, approximately, roughly", approximate=True)
    | _phrases(Sort.ABOUT, "perhaps, possibly, probably", uncertain=True)
    | _phrases(Sort.QUITE, "exactly, precisely, just, only, fully, barely, a mere, a full")
    | _phrases(
        Sort.QUITE,
        "more than, less than, at least, almost, nearly, over, something like, not quite",
        approximate=True,
    )
    | _phrases(Sort.FEW, "a few, few, several, some, many, a number of, a good many")
    | _phrases(Sort.FEW, "a couple of, a couple", count=2)
    | _phrases(Sort.HALF, "half a, half an, a half")
    | _phrases(Sort.WHICH, "next, following, succeeding, ensuing", count=1, direction=_AFTER)
    | _phrases(Sort.WHICH, "previous, preceding, past", count=1, direction=_BEFORE)
    | _phrases(Sort.WHICH, "same", count=0, direction=Direction.SAME)
    | _phrases(Sort.LAST, "last", count=1, direction=_BEFORE)
    | _phrases(Sort.THAT, "that, that very, that same", count=0, direction=Direction.SAME)
    | _phrases(
        Sort.THAT, "this, this very, this same", count=0, direction=Direction.SAME, deictic=True
    )
    | _phrases(Sort.VERY, "very")
    | _phrases(Sort.LATER, "later, afterward, afterwards, thereafter", direction=_AFTER)
    | _phrases(Sort.LATER, "earlier, previously, beforehand", direction=_BEFORE)
    | _phrases(Sort.AFTER, "after", direction=_AFTER)
    | _phrases(Sort.AFTER, "before, prior to", direction=_BEFORE)
    | _phrases(Sort.AGO, "ago, back", direction=_BEFORE, deictic=True)
    | _phrases(Sort.AGO, "hence, from now", direction=_AFTER, deictic=True)
    | _phrases(Sort.ADVERB, "yesterday", count=1, unit=Unit.DAY, direction=_BEFORE, deictic=True)
    | _phrases(
        Sort.ADVERB,
        "the day before yesterday",
        count=2,
        unit=Unit.DAY,
        direction=_BEFORE,
        deictic=True,
    )
    | _phrases(Sort.ADVERB, "tomorrow", count=1, unit=Unit.DAY, direction=_AFTER, deictic=True)
    | _phrases(
        Sort.ADVERB,
        "the day after tomorrow",
        count=2,
        unit=Unit.DAY,
        direction=_AFTER,
        deictic=True,
    )
    | _phrases(Sort.ADVERB, "today", count=0, unit=Unit.DAY, direction=Direction.SAME, deictic=True)
    | _phrases(
        Sort.ADVERB,
        "tonight",
        count=0,
        unit=Unit.DAY,
        direction=Direction.SAME,
        deictic=True,
        time_of_day=TimeOfDay.NIGHT,
    )
    | _phrases(Sort.ADVERB, "the morrow", count=1, unit=Unit.DAY, direction=_AFTER)
    | _phrases(Sort.EVE, "eve", count=1, unit=Unit.DAY, direction=_BEFORE)
    | _phrases(
        Sort.IDIOM, "as early as, as late as, as far back as, at the latest, at the earliest"
    )
    | _phrases(Sort.IDIOM, "order of the day, to this day, to this very day, latter day")
    | _phrases(
        Sort.IDIOM, "day after day, day in and day out, day by day, day to day, year after year"
    )
    | _phrases(Sort.IDIOM, "at first, in the first place, at last, at the end, in the end")
)
"""Phrases by their folded words; where two begin alike, the longer is read."""

MONTH_ABBREVIATIONS = {name[:3].casefold(): n for n, name in enumerate(MONTHS, 1)} | {"sept": 9}
WEEKDAY_ABBREVIATIONS = {
    **{name[:3].casefold(): name for name in WEEKDAYS},
    "tues": "Tuesday",
    "weds": "Wednesday",
    "thur": "Thursday",
    "thurs": "Thursday",
}

LONGEST_PHRASE = max(map(len, LEXICON))
