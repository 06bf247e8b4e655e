"""The record as plain data for other programs: what `trainer show --json` prints.

Dates stand in both calendars; a count that is known exactly is a number, any other a mapping of what is
known. What corrects or explains a count stands under `remarks` of its entry, so that numbers stay numbers.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from trainer.chapters import record
from trainer.dates import Calendar, Date, in_calendar, precision

if TYPE_CHECKING:
    from collections.abc import Callable

_SORTS = (
    "lessons",
    "persons",
    "organizations",
    "events",
    "votes",
    "works",
    "statements",
    "terms",
    "omitted",
)

# Python's names, and those of the files.
_KEYS = {"when": "date", "for_": "for", "from_": "from", "from_fact": "from", "class_": "class"}


def as_json(chapter: record.Chapter) -> dict[str, Any]:
    """Return the whole chapter as dicts, lists, strings, numbers, booleans and None."""
    about = {
        field.name: _plain(getattr(chapter, field.name))
        for field in fields(chapter)
        if field.name not in _SORTS
    }
    about["issues"] = dict(chapter.issues)
    entries = {sort: [_entry(entry) for entry in getattr(chapter, sort)] for sort in _SORTS}
    return {"chapter": about, **entries}


def _entry(entry: Any) -> dict[str, Any]:
    plain = _fields(entry)
    plain.pop("source", None)
    if isinstance(entry, record.Fact):
        plain["remarks"] = _remarks(entry)
    if plain.get("date", ...) is None:
        del plain["date"]
    return plain


def _plain(value: Any) -> Any:
    for sort, convert in _CONVERTERS.items():
        if isinstance(value, sort):
            return convert(value)
    return _part(value) if is_dataclass(value) else value


def _fields(value: Any) -> dict[str, Any]:
    return {
        _KEYS.get(field.name, field.name): _plain(getattr(value, field.name))
        for field in fields(value)
    }


def _part(value: Any) -> dict[str, Any]:
    """Show a part of an entry; of status and note only what there is to say."""
    plain = _fields(value)
    if plain.get("status") == record.Status.PRINTED:
        del plain["status"]
    if plain.get("note", ...) is None:
        del plain["note"]
    return plain


def _name(name: record.Name) -> dict[str, Any]:
    return {"name": name.name, "note": name.note, "misprint": name.misprint}


def _date(dating: record.Dating) -> dict[str, Any]:
    date = dating.date
    ends = [calendar.value for calendar in (date.calendar, date.end_calendar) if calendar]
    shown: dict[str, Any] = {
        "edtf": date.edtf,
        "calendar": ends[0] if len(ends) == 1 else ends,
        "julian": _edtf(in_calendar(date, Calendar.JULIAN)),
        "gregorian": _edtf(in_calendar(date, Calendar.GREGORIAN)),
        "precision": precision(date).value,
    }
    if dating.derived is not None:
        shown["derived"] = _plain(dating.derived)
    for name in ("weekday", "time_of_day", "note"):
        if (said := getattr(dating, name)) is not None:
            shown[name] = said
    if dating.status is not record.Status.PRINTED:
        shown["status"] = dating.status.value
    return shown


def _edtf(date: Date | None) -> str | None:
    return None if date is None else date.edtf


def _count(count: record.Count) -> int | dict[str, int]:
    if count.value is not None:
        return count.value
    bounds = {name: getattr(count, name) for name in ("at_least", "at_most", "about")}
    return {name: number for name, number in bounds.items() if number is not None}


def _roll(roll: record.Roll) -> dict[str, Any]:
    return {
        "size": _plain(roll.size),
        "complete": roll.complete,
        "ordered_by_votes": roll.ordered_by_votes,
        "persons": list(roll.ids()),
        "members": [_plain(member) for member in roll.persons],
    }


def _counts(counts: record.Counts) -> dict[str, Any]:
    return {stand.value: _count(count) for stand, count in counts.known()}


_CONVERTERS: dict[type, Callable[[Any], Any]] = {
    record.Dating: _date,
    record.Count: _count,
    record.Counts: _counts,
    record.Roll: _roll,
    record.Name: _name,
    tuple: lambda items: [_plain(item) for item in items],
    StrEnum: lambda word: word.value,
}


def _remarks(value: Any, path: str = "") -> list[dict[str, str | None]]:
    """Return the status and note of every count within `value` that has something to say."""
    if isinstance(value, record.Count):
        if value.status is record.Status.PRINTED and value.note is None:
            return []
        return [{"on": path, "status": value.status.value, "note": value.note}]
    if isinstance(value, tuple):
        return [
            remark
            for index, item in enumerate(value)
            for remark in _remarks(item, f"{path}[{index}]")
        ]
    if not is_dataclass(value):
        return []
    found = []
    for field in fields(value):
        name = _KEYS.get(field.name, field.name)
        found += _remarks(getattr(value, field.name), f"{path}.{name}" if path else name)
    return found
