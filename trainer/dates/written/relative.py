"""Dates told by other dates, and spans of time: the rules, and what a match of them says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trainer.dates.written.model import Direction, Relative, Span, Unit
from trainer.dates.written.rules import compile_rules
from trainer.dates.written.vocabulary import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.dates.written.pieces import Piece

_RULES = compile_rules(
    {
        "figures": "cardinal | figure | number",
        "how_many": "few? figures ((or | to | dash) figures)? word? | few word? | half | a",
        "counted": "(quite | about)* the? how_many dash? unit (or cardinal)?",
        # three days later, two weeks before, a year ago, weeks later
        "distance": "(counted | unit) (later | ago | after | which)",
        # the next day, the very next evening, the past two weeks, the ensuing four dramatic days
        "which_one": "the? very? which ((figures | few) word?)? (unit | daytime | weekday)",
        # last night, the last few days, the last week preceding
        "last_one": "the? last (figures | few)? (unit | daytime | weekday) (which)?",
        "that_one": "that (unit | daytime)",
        # the day before, the night after, the very day after
        "beside": "the very? (unit | daytime) after",
        "adverb_of_time": "adverb daytime?",
        "eve_of": "the very? eve | on eve",
        # on the day of, on the very day when, the day the
        "day_when": "on? the very? unit",
        "part_of_unit": "the? very? part (the | that) which? (unit | century)",
        "span": "counted",
    }
)
_ORDER = tuple(name for name in _RULES if name not in {"figures", "how_many", "counted"})

_MONTHS_IN_HALF_A_YEAR = 6
_ANCHOR_END = re.compile(
    r"[^\w\s'’‘“\"-]|[”\"]|\s[–—-]+\s|\b(?:and|but|or|which|who|while|because|where|he|she|they|it|we|so)\b"
)
_NO_ANCHOR = re.compile(
    r"\s*(?:was|were|is|had|has|have|would|could|did|to|there|then|for|in|on|at|with|by|from)\b",
    re.IGNORECASE,
)
_LEADS_TO_SPAN = re.compile(r"\b(?:for|in|within|after|than|about|every|only|just|fully|of)\s*$", re.IGNORECASE)
_CLAUSE = re.compile(r"\s+(?:when\b|on which\b|the\s)")
_DAY_CLAUSE = re.compile(r"\s+(?:of\s|when\b|that\b|on which\b|the\s|[A-Z])")
_LONGEST_ANCHOR = 8


@dataclass(frozen=True, slots=True)
class Found:
    """What was read from piece `start` to before piece `stop`."""

    says: Relative | Span
    start: int
    stop: int


def read_relative(text: str, shape: str, pieces: Sequence[Piece], at: int) -> Found | None:
    """Return the longest relative date or span of time that begins with piece `at`."""
    best: Found | None = None
    for rule in _ORDER:
        match = _RULES[rule].match(shape, at)
        if match is None or (best is not None and match.end() <= best.stop):
            continue
        says = _says(rule, text, pieces, at, match.end())
        if says is not None:
            best = Found(says, at, match.end())
    return best


def _says(
    rule: str, text: str, pieces: Sequence[Piece], start: int, stop: int
) -> Relative | Span | None:
    found = pieces[start:stop]
    says: dict[str, Any] = {}
    for piece in found:
        says |= piece.says
    sorts = {piece.sort for piece in found}
    says.pop("day", None)
    if not _counts(found, says):
        return None
    if rule == "span":
        return _span(text, found, says)
    if rule == "distance" and _is_single_without_count(text, found):
        return None
    if rule == "that_one" and says["unit"] is Unit.HOUR:
        return None
    if rule == "day_when":
        says |= {"count": 0, "direction": Direction.SAME}
        clause = _DAY_CLAUSE if found[0].sort is Sort.ON else _CLAUSE
        if says["unit"] is not Unit.DAY or not clause.match(text, found[-1].stop):
            return None
    if rule in {"beside", "day_when"} and _word(text, found[-2 if rule == "beside" else -1]).endswith("s"):
        return None
    if rule == "beside":
        says["count"] = 1
    if rule == "part_of_unit":
        says |= {"count": 0, "direction": Direction.SAME}
    if rule in {"which_one", "last_one"}:
        numbered = bool(sorts & {Sort.CARDINAL, Sort.FIGURE, Sort.NUMBER, Sort.FEW})
        unit = next((piece for piece in found if piece.sort is Sort.UNIT), None)
        if unit is not None and not numbered and _word(text, unit).endswith("s"):
            says["count"], numbered = None, True
        if says["unit"] is Unit.HOUR or (unit is None and _word(text, found[0]) == "past"):
            return None
        says["throughout"] = numbered or (rule == "last_one" and Sort.UNIT in sorts)
        says["deictic"] = rule == "last_one" and not sorts & {Sort.THE, Sort.WHICH}
    return Relative(**says, anchor=_anchor(rule, text, found))


def _counts(found: Sequence[Piece], says: dict[str, Any]) -> bool:
    """Put number and unit into what is said; False if there is no such unit."""
    numbers = [
        piece.number
        for piece in found
        if piece.sort in {Sort.CARDINAL, Sort.FIGURE, Sort.NUMBER} and piece.number is not None
    ]
    few = any(piece.sort is Sort.FEW for piece in found)
    times = says.pop("times", 1)
    if numbers:
        says["count"] = numbers[0] * times
    elif few:
        says["count"] = next((p.says["count"] for p in found if "count" in p.says and p.sort is Sort.FEW), None)
    elif any(piece.sort is Sort.A for piece in found):
        says["count"] = times
    elif times > 1 and says.get("count") is not None:
        says["count"] *= times
    if any(piece.sort is Sort.A for piece in found) and numbers:
        says["count"], says["most"] = times, numbers[0] * times
    elif len(numbers) > 1:
        says["most"] = numbers[-1] * times
    if any(piece.sort is Sort.CENTURY for piece in found):
        says["unit"] = Unit.CENTURY
    if any(piece.sort is Sort.HALF for piece in found):
        if says.get("unit") is not Unit.YEAR:
            return False
        says |= {"count": _MONTHS_IN_HALF_A_YEAR, "unit": Unit.MONTH}
    if "unit" not in says:
        says["unit"] = Unit.WEEK if "weekday" in says else Unit.DAY
    says.setdefault("count", None)
    says.pop("uncertain", None)
    return True


def _span(text: str, found: Sequence[Piece], says: dict[str, Any]) -> Span | None:
    """Return a span of time; "a day" and "one day" are one only where a word leads to it."""
    bare = says["unit"] in {Unit.DAY, Unit.HOUR} and says["count"] == 1 and says.get("most") is None
    if bare and not _LEADS_TO_SPAN.search(text, 0, found[-1].start):
        before = text[max(found[0].start - 12, 0) : found[0].start]
        if not _LEADS_TO_SPAN.search(before):
            return None
    return Span(
        count=says["count"],
        unit=says["unit"],
        most=says.get("most"),
        approximate=says.get("approximate", False),
    )


def _is_single_without_count(text: str, found: Sequence[Piece]) -> bool:
    """Tell "day after" from "days after" and "a day after"."""
    return found[0].sort is Sort.UNIT and not _word(text, found[0]).endswith("s")


def _word(text: str, piece: Piece) -> str:
    return text[piece.start : piece.stop].casefold()


def _anchor(rule: str, text: str, found: Sequence[Piece]) -> str | None:
    """Return the words behind a relative date that say what it is reckoned from."""
    if rule not in {"distance", "beside", "eve_of", "day_when", "last_one"}:
        return None
    last = found[-1].sort
    if rule in {"distance", "last_one"} and last not in {Sort.AFTER, Sort.WHICH}:
        return None
    rest = text[found[-1].stop :]
    if rule in {"eve_of", "day_when"}:
        rest = re.sub(r"^\s+(?:of|when|that|on which)\b", "", rest)
        if rule == "eve_of" and rest == text[found[-1].stop :]:
            return None
    if _NO_ANCHOR.match(rest):
        return None
    end = _ANCHOR_END.search(rest)
    words = rest[: end.start() if end else None].split()[:_LONGEST_ANCHOR]
    return " ".join(words) or None
