"""Putting stems and options into English: names, bodies, dates, and whose word it is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from trainer.chapters.record import Basis, Event, Voice
from trainer.dates import Date, Precision, days_between, format_date, precision
from trainer.questions.dating import month_names_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Contest, Dating, Fact, Organization, Vote, Work
    from trainer.questions.index import Index

_SPOKEN = ("speech", "address", "report", "lecture", "talk")

_QUESTION_WORDS = frozenset({"who", "whether", "how", "what", "why", "when", "where", "which"})

# What these rest on needs nobody's name: a stem may state it plainly.
_PLAIN_BASES = frozenset({Basis.PROTOCOL, Basis.PRINT})


def upper_first(text: str) -> str:
    """Return the text with a capital at its start."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return one of our own stems, which begin with a small word, as the rest of a sentence."""
    return text[:1].lower() + text[1:]


def full_stop(text: str) -> str:
    """Return the text as a sentence: a capital at its start, one stop at its end."""
    text = upper_first(text.strip())
    return text if text.endswith((".", "!", "?", ".”", "!”", "?”")) else f"{text}."


def listed(items: Iterable[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    *most, last = items
    return f"{', '.join(most)} and {last}" if most else last


def body(organization: Organization) -> str:
    """Name a body as it stands within a sentence."""
    return f"the {organization.name}" if organization.article else organization.name


def called(work: Work) -> str:
    """Name a work: a printed title in quotation marks after its medium, a description of ours bare."""
    if work.title[:1].islower():
        return work.title
    return f"the {work.medium} “{work.title}”" if work.medium else f"“{work.title}”"


def wrote_or_gave(work: Work) -> str:
    """Return the verb for what an author did with a work."""
    return "gave" if (work.medium or "").lower().endswith(_SPOKEN) else "wrote"


def on_issue(index: Index, issue: str) -> str | None:
    """Return what an issue is called after "on", so that no two question words meet."""
    name = index.issues.get(issue)
    if name is not None and name.split()[0] in _QUESTION_WORDS:
        return f"the question of {name}"
    return name


def body_or_session(index: Index, vote: Vote) -> str | None:
    """Say who voted, or else at which meeting; None if the record tells neither."""
    if vote.organization in index.bodies:
        return body(index.bodies[vote.organization])
    match index.facts.get(vote.session or ""):
        case Event(title=title):
            return title
        case _ if vote.session in index.bodies:
            return body(index.bodies[vote.session])
        case _:
            return None


def is_on_date(contest: Contest) -> bool:
    """Tell whether a source contests no more than when something was."""
    return bool(month_names_in(contest.says))


def by_whose_word(fact: Fact, index: Index, *, dated: bool = False) -> str | None:
    """Return "according to SOMEBODY" where a plain stem would claim too much, else None.

    What is contested about a date matters only where the date is asked or given: `dated`.
    """
    if fact.voice is Voice.REPORTED and fact.asserted_by in index.persons:
        return f"according to {index.persons[fact.asserted_by].name}"
    contested = any(dated or not is_on_date(contest) for contest in fact.contested)
    if fact.voice is Voice.REPORTED or contested or fact.basis not in _PLAIN_BASES:
        return "by the author's account"
    return None


def attributed(stem: str, fact: Fact, index: Index, *, dated: bool = False) -> str:
    """Return the stem, preceded by whose word it is where that matters."""
    word = by_whose_word(fact, index, dated=dated)
    return f"{upper_first(word)}, {lower_first(stem)}" if word else stem


@lru_cache(maxsize=4096)
def on_date(date: Date, *, style: bool = True, lasting: bool = False) -> str:
    """Say when, as a phrase: "on 3 April 1917 (Old Style)", "in April 1917", "between 16 and 20 July 1917".

    What lasted all the days is said to have been "from 16 to 20 July 1917".
    """
    match precision(date):
        case Precision.DAY:
            return f"on {format_date(date, calendar_name='long' if style else 'none')}"
        case Precision.INTERVAL:
            return _between(date, style=style, lasting=lasting)
        case _:
            return f"in {format_date(date)}"


def _between(date: Date, *, style: bool, lasting: bool) -> str:
    """Say "between 16 and 20 July 1917 (Old Style)"."""
    start, end = (Date(end, date.calendar) for end in date.edtf.split("/"))
    first, last = format_date(start), format_date(end, calendar_name="long" if style else "none")
    first_words, last_words = first.split(), format_date(end).split()
    while len(first_words) > 1 and first_words[-1:] == last_words[-1:]:
        first_words.pop()
        last_words.pop()
    # Two days that follow each other have nothing between them.
    if days_between(start, end) == 1:
        return f"on {' '.join(first_words)} and {last}"
    words = ("from", "to") if lasting else ("between", "and")
    return f"{words[0]} {' '.join(first_words)} {words[1]} {last}"


def scene_of(fact: Fact, index: Index) -> str:
    """Say in which month or year a fact belongs, "" where the record leaves that open.

    A fact without a date takes its meeting's, or the one year in which all of its lesson happened.
    """
    if when := scene(getattr(fact, "when", None)):
        return when
    session = index.facts.get(getattr(fact, "session", None) or "")
    if when := scene(getattr(session, "when", None)):
        return when
    if getattr(fact, "when", None) is not None:
        return ""
    year = index.year_of(fact)
    return f"in {year}" if year else ""


def beside(when: str, text: str) -> str:
    """Return a scene without what the text says of it already: "" beside the year, the year beside the month."""
    said = set(re.findall(r"\w+", text))
    *month, year = when.split()[1:] or [""]
    if year in said:
        return ""
    return f"in {year}" if said & set(month) else when


def scene(dating: Dating | None) -> str:
    """Say in which month or year something happened, as the beginning of a stem; "" if unknown.

    A stem that does not ask for the date needs no day and therefore no calendar.
    """
    if dating is None:
        return ""
    date = dating.date
    match precision(date):
        case Precision.DAY | Precision.MONTH:
            return f"in {_month_of(date)}"
        case Precision.INTERVAL if date.end_calendar is None:
            return _months_of(date)
        case Precision.YEAR:
            return f"in {format_date(date)}"
        case _:
            return ""


def _months_of(date: Date) -> str:
    """Say in which month or months an interval lies, "" where that takes too many words."""
    start, end = (Date(end, date.calendar) for end in date.edtf.split("/"))
    if Precision.YEAR in {precision(start), precision(end)}:
        return f"in {format_date(date)}"
    if _month_of(start) == _month_of(end):
        return f"in {_month_of(start)}"
    months = format_date(Date(f"{start.edtf[:7]}/{end.edtf[:7]}", date.calendar))
    return f"in {months.replace('–', ' or ', 1)}" if months.count("–") == 1 else ""


def _month_of(date: Date) -> str:
    months = 2 if not date.edtf.startswith("-") else 3
    parts = date.edtf.split("-")[:months]
    return format_date(Date("-".join(parts), date.calendar))
