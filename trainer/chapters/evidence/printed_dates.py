"""The dates that tokens print: `third [ 16] of April`, `March 12/25`, `fourteenth to the twenty- second of April`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from trainer.dates import Calendar, DateError, day_number, from_day_number
from trainer.dates.names import MONTHS, WEEKDAYS
from trainer.text.numerals import read_numeral
from trainer.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day of the month as printed; what is None is not told."""

    day: int
    month: int | None
    year: int | None = None
    calendar: Calendar | None = None

    def __str__(self) -> str:
        """Write it as people do."""
        parts = [str(self.day)]
        if self.month is not None:
            parts.append(MONTHS[self.month - 1])
        if self.year is not None:
            parts.append(str(self.year))
        return " ".join(parts)


@dataclass(frozen=True, slots=True)
class PrintedMonth:
    """A month as printed, with the year beside it if there is one."""

    month: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class PrintedDates:
    """Everything about dates that the tokens of a fact print."""

    days: tuple[PrintedDay, ...] = ()
    months: tuple[PrintedMonth, ...] = ()
    years: frozenset[int] = frozenset()
    words: tuple[tuple[str, ...], ...] = ()


class _Sort(Enum):
    DAY = auto()
    MONTH = auto()
    YEAR = auto()
    CALENDAR = auto()
    OF = auto()
    JOINT = auto()
    STOP = auto()
    WORD = auto()


@dataclass(slots=True)
class _Piece:
    sort: _Sort
    value: int = 0
    calendar: Calendar | None = None
    # A day that is surely one, because it is an ordinal.
    ordinal: bool = False
    spelled: bool = False
    # "at first", "second": an ordinal that no article makes a day.
    adverb: bool = False


@dataclass(slots=True)
class _Run:
    """Pieces of a date that stand together in one token; a stop is where a clause or the token ends."""

    pieces: list[_Piece] = field(default_factory=list)


_ABBREVIATIONS = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTHS = (
    _ABBREVIATIONS
    | {"sept": MONTHS.index("September") + 1}
    | {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
)
_ALSO_PLAIN_WORDS = re.compile(r"\b(may|march|mar|jan|dec|sep)\b", re.IGNORECASE)
_STYLES = {
    "o s": Calendar.JULIAN,
    "old style": Calendar.JULIAN,
    "n s": Calendar.GREGORIAN,
    "new style": Calendar.GREGORIAN,
}
_JOINTS = frozenset(
    {"and", "to", "from", "through", "till", "until", "or", "on", "the", "between", "in", "by"}
    | {"about", "around", "early", "late"}
    | {name.casefold() for name in WEEKDAYS}
)
_STOPS = re.compile(r"[,;:](?=\s)")
_LAST_DAY = 31
_LAST_ADVERB = 3
_DUAL = 2
_FIRST_YEAR, _LAST_YEAR = 100, 2999


def printed_dates(items: Sequence[Sequence[str]], chapter_year: int) -> PrintedDates:
    """Return the dates that items of evidence print, each item a sequence of tokens.

    A day takes its month from its own token, else from the item that it stands in, else from an
    earlier item. In `3 [16] April`, where two days stand side by side and are one in the two
    calendars, each gets its calendar.
    """
    days: list[PrintedDay] = []
    months: list[PrintedMonth] = []
    years: set[int] = set()
    carried: int | None = None
    for tokens in items:
        runs = [run for token in tokens for run in _runs(token)]
        named = [piece.value for run in runs for piece in run.pieces if piece.sort is _Sort.MONTH]
        current = carried
        for run in runs:
            found = _days(run)
            own = [piece.value for piece in run.pieces if piece.sort is _Sort.MONTH]
            current = own[-1] if own else current
            month = current or (named[0] if named else None)
            found = [day if day.month else replace(day, month=month) for day in found]
            days += _with_calendars(found, run, chapter_year)
            months += _months(run)
            years.update(piece.value for piece in run.pieces if piece.sort is _Sort.YEAR)
        carried = named[-1] if named else carried
    return PrintedDates(
        tuple(days),
        tuple(months),
        frozenset(years),
        tuple(words(token) for tokens in items for token in tokens),
    )


def _runs(token: str) -> Iterator[_Run]:
    run = _Run()
    for piece in _pieces(token):
        if piece.sort is not _Sort.WORD:
            run.pieces.append(piece)
        elif run.pieces:
            yield run
            run = _Run()
    if run.pieces:
        yield run


def _pieces(token: str) -> Iterator[_Piece]:
    for clause in _STOPS.split(token):
        yield from _clause_pieces(clause)
        yield _Piece(_Sort.STOP)


def _clause_pieces(token: str) -> Iterator[_Piece]:
    printed = words(token)
    plain = {match[0] for match in _ALSO_PLAIN_WORDS.finditer(token) if match[0].islower()}
    index = 0
    while index < len(printed):
        word = printed[index]
        if style := _STYLES.get(" ".join(printed[index : index + 2])):
            yield _Piece(_Sort.CALENDAR, calendar=style)
            index += 2
        elif (numeral := read_numeral(printed, index)) is not None:
            adverb = numeral.value <= _LAST_ADVERB and printed[index - 1 : index] != ("the",)
            index = numeral.stop
            if 1 <= numeral.value <= _LAST_DAY:
                yield _Piece(
                    _Sort.DAY,
                    numeral.value,
                    ordinal=numeral.ordinal,
                    spelled=numeral.spelled,
                    adverb=adverb,
                )
            elif _FIRST_YEAR <= numeral.value <= _LAST_YEAR and not numeral.ordinal:
                yield _Piece(_Sort.YEAR, numeral.value)
            else:
                yield _Piece(_Sort.WORD)
        else:
            index += 1
            if word in _MONTHS and word not in plain:
                yield _Piece(_Sort.MONTH, _MONTHS[word])
            elif word == "of":
                yield _Piece(_Sort.OF)
            else:
                yield _Piece(_Sort.JOINT if word in _JOINTS else _Sort.WORD)


def _days(run: _Run) -> list[PrintedDay]:
    """Return the days of a run, bound to the months and years that stand in it."""
    pieces = run.pieces
    has_month = any(piece.sort is _Sort.MONTH for piece in pieces)
    found = []
    for index, piece in enumerate(pieces):
        if piece.sort is not _Sort.DAY or not _is_day(run, index, has_month=has_month):
            continue
        calendar = _marked(pieces, index)
        found.append(
            PrintedDay(piece.value, _month_of(pieces, index), _year_of(pieces, index), calendar)
        )
    return found


def _is_day(run: _Run, index: int, *, has_month: bool) -> bool:
    """Tell a day from another number: a figure needs a month beside it, an ordinal no noun behind."""
    piece = run.pieces[index]
    if has_month:
        return piece.ordinal or not piece.spelled or _beside_month(run.pieces, index)
    following = run.pieces[index + 1 : index + 2]
    return (
        piece.ordinal
        and not piece.adverb
        and any(other.sort is not _Sort.OF for other in following)
    )


def _beside_month(pieces: Sequence[_Piece], index: int) -> bool:
    beside = (*pieces[max(index - 1, 0) : index], *pieces[index + 1 : index + 2])
    return any(piece.sort in {_Sort.MONTH, _Sort.OF} for piece in beside)


def _month_of(pieces: Sequence[_Piece], index: int) -> int | None:
    before = [piece.value for piece in pieces[:index] if piece.sort is _Sort.MONTH]
    after = [piece.value for piece in pieces[index + 1 :] if piece.sort is _Sort.MONTH]
    begins_with_month = next(
        (piece.sort is _Sort.MONTH for piece in pieces if piece.sort in {_Sort.DAY, _Sort.MONTH}),
        False,
    )
    of_month = [piece.sort for piece in pieces[index + 1 : index + 3]] == [_Sort.OF, _Sort.MONTH]
    if before and (not after or (begins_with_month and not of_month)):
        return before[-1]
    return after[0] if after else None


def _year_of(pieces: Sequence[_Piece], index: int) -> int | None:
    after = [piece.value for piece in pieces[index + 1 :] if piece.sort is _Sort.YEAR]
    before = [piece.value for piece in pieces[:index] if piece.sort is _Sort.YEAR]
    return after[0] if after else before[-1] if before else None


def _marked(pieces: Sequence[_Piece], index: int) -> Calendar | None:
    """Return the calendar that is named behind a day and before the next."""
    for piece in pieces[index + 1 :]:
        if piece.sort is _Sort.DAY:
            break
        if piece.sort is _Sort.CALENDAR:
            return piece.calendar
    return None


def _months(run: _Run) -> Iterator[PrintedMonth]:
    for index, piece in enumerate(run.pieces):
        if piece.sort is _Sort.MONTH:
            yield PrintedMonth(piece.value, _year_of(run.pieces, index))


def _with_calendars(found: list[PrintedDay], run: _Run, chapter_year: int) -> list[PrintedDay]:
    """Give the two days of a dual date, `3 [16]` with nothing between them, their calendars."""
    joined = any(piece.sort is _Sort.JOINT for piece in _between_days(run.pieces))
    if joined or len(found) != _DUAL:
        return found
    first, second = found
    if twin := _as_twin(first, second, chapter_year):
        return [replace(first, calendar=Calendar.JULIAN), twin]
    if twin := _as_twin(second, first, chapter_year):
        return [twin, replace(second, calendar=Calendar.JULIAN)]
    return found


def _between_days(pieces: Sequence[_Piece]) -> Sequence[_Piece]:
    at = [index for index, piece in enumerate(pieces) if piece.sort is _Sort.DAY]
    return pieces[at[0] : at[-1]] if at else ()


def _as_twin(julian: PrintedDay, other: PrintedDay, chapter_year: int) -> PrintedDay | None:
    """Return `other` as the Gregorian name of a Julian day, if it is; `March 28/10` may mean 10 April."""
    if julian.month is None:
        return None
    year = julian.year or other.year or chapter_year
    try:
        number = day_number(year, julian.month, julian.day, Calendar.JULIAN)
        year, month, day = from_day_number(number, Calendar.GREGORIAN)
    except DateError:
        return None
    if day != other.day or other.month not in {month, julian.month}:
        return None
    return replace(other, month=month, calendar=Calendar.GREGORIAN)
