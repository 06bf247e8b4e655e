"""Putting stems and options into English: names, bodies, dates, and whose word it is."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from trainer.chapters.record import Event, Organization, Person, Voice, Work
from trainer.dates import (
    Date,
    Precision,
    bounds,
    days_between,
    format_date,
    from_day_number,
    is_approximate,
    is_uncertain,
    precision,
)
from trainer.questions.dating import month_names_in
from trainer.questions.gate import PLAIN_BASES
from trainer.questions.words import words
from trainer.text.numerals import read_numeral

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Contest, Dating, Deed, Fact, Statement, Vote
    from trainer.questions.index import Index

# A title of the first day of what went on longer.
_BEGINNING = re.compile(r"(?:the )?(?:opening|start|beginning) of ")

_SPOKEN = ("speech", "address", "report", "lecture", "talk")

_QUESTION_WORDS = frozenset({"who", "whether", "how", "what", "why", "when", "where", "which"})

# What ends the first noun of a title.
_AFTER_A_NOUN = re.compile(
    r"\b(?:of|at|in|on|to|for|from|by|with|against|who|whom|whose|that|which|present)\b"
)
_SEVERAL = frozenset({"men", "women", "people", "children", "those"})

# A text that dates itself says the month after one of these, or after the day.
_BEFORE_A_MONTH = r"(?:in|of|for|since|until|by|early|late|\d{1,2})"


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


def introduced(person: Person) -> str:
    """Name a person with who they are, as the subject of a sentence: "Ann Lee, a baker,"."""
    return f"{person.name}, {person.gloss}," if person.gloss else person.name


def wrote_or_gave(work: Work) -> str:
    """Return the verb for what an author did with a work."""
    return "gave" if (work.medium or "").lower().endswith(_SPOKEN) else "wrote"


def is_of_several(title: str) -> bool:
    """Tell whether a noun phrase means several and not one body: "the speakers at …", "the three whom …"."""
    head = _AFTER_A_NOUN.split(title, maxsplit=1)[0].split()
    noun = head[-1] if head else ""
    plural = noun.endswith("s") and not noun.endswith(("ss", "'s"))
    return plural or noun in _SEVERAL or read_numeral((noun,)) is not None


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


def audience_of(statement: Statement, index: Index) -> str | None:
    """Name the body before which something was said; None if the record tells of none."""
    whom = index.bodies.get(statement.audience or "")
    return body(whom) if whom is not None and whom.id != statement.speaker else None


def is_on_date(contest: Contest) -> bool:
    """Tell whether a source contests no more than when something was."""
    return bool(month_names_in(contest.says))


def is_beginning(title: str) -> bool:
    """Tell whether a title means the first day of something: what people did in it may have been later."""
    return _BEGINNING.match(title) is not None


# Whose word it is where nobody else's is told.
BY_THE_AUTHOR = "by the author's account"

# What stands in a stem for the name of a teller that it would give away.
BY_SOMEBODY = "by a later account"


def by_whose_word(
    fact: Fact, index: Index, *, dated: bool = False, of: str | None = None
) -> str | None:
    """Return "according to SOMEBODY" where a plain stem would claim too much, else None.

    What is contested about a date matters only where the date is asked or given: `dated`. What somebody tells
    `of` themselves is told without their name: it is the answer.
    """
    teller = fact.asserted_by
    if fact.voice is Voice.REPORTED and teller is not None and (name := _teller(teller, index)):
        if of is not None and index.is_same_person(teller, of):
            return BY_SOMEBODY
        return f"according to {name}"
    contested = any(dated or not is_on_date(contest) for contest in fact.contested)
    if fact.voice is Voice.REPORTED or contested or fact.basis not in PLAIN_BASES:
        return BY_THE_AUTHOR
    return None


def _teller(identifier: str, index: Index) -> str | None:
    """Name the person, body or work whose word something is; None if the record has none of that id."""
    match index.facts.get(identifier):
        case Person(name=name):
            return name
        case Organization() as organization:
            return body(organization)
        case Work() as work:
            return called(work)
        case _:
            return None


def as_known(event: Event, deeds: Iterable[Deed]) -> Event:
    """Return the event resting on what these of its deeds rest on: one that is less than plain counts most."""
    bases = [deed.basis or event.basis for deed in deeds]
    return replace(event, basis=next((b for b in bases if b not in PLAIN_BASES), bases[0]))


def attributed(
    stem: str, fact: Fact, index: Index, *, dated: bool = False, of: str | None = None
) -> str:
    """Return the stem, preceded by whose word it is where that matters: not by a name that it says anyway."""
    teller = fact.asserted_by
    if teller in index.persons and index.name_words[teller] & words(stem):
        of = teller
    word = by_whose_word(fact, index, dated=dated, of=of)
    return f"{upper_first(word)}, {lower_first(stem)}" if word else stem


@lru_cache(maxsize=4096)
def on_date(date: Date, *, style: bool = True, lasting: bool = False) -> str:
    """Say when, as a phrase: "on 3 April 1901 (Old Style)", "in April 1901", "between 16 and 20 July 1901".

    What lasted all the days is said to have been "from 16 to 20 July 1901".
    """
    match precision(date):
        case Precision.DAY:
            return f"on {format_date(date, calendar_name='long' if style else 'none')}"
        case Precision.INTERVAL:
            return _between(date, style=style, lasting=lasting)
        case _:
            return f"in {format_date(date)}"


def _between(date: Date, *, style: bool, lasting: bool) -> str:
    """Say "between 16 and 20 July 1901 (Old Style)"."""
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


def at_its_time(stem: str, vote: Vote, index: Index) -> str:
    """Return a stem that says the title of a vote, preceded by the scene where the title does not tell it."""
    when = beside(scene_of(vote, index), vote.title)
    return f"{upper_first(when)}, {lower_first(stem)}" if when else stem


def beside(when: str, text: str) -> str:
    """Return a scene without what the text says of it already: "" beside the year, the year beside the month."""
    said = set(re.findall(r"\w+", text))
    *month, year = re.findall(r"\w+", when)[1:] or [""]
    if year in said:
        return ""
    return f"in {year}" if said & set(month) - {"or"} else when


def on_date_beside(date: Date, text: str, *, style: bool) -> str:
    """Say when beside a text that may name the month: "in 1901" beside "the April Conference"."""
    when = on_date(date, style=style)
    return beside(when, text) if when.startswith("in ") else when


def with_year(text: str, when: str, index: Index) -> str:
    """Return a text that names the month of its scene with the year after it: "present on 20 October 1901".

    Only within the chapter's own year is a month without one sure to be that year's.
    """
    *months, year = re.findall(r"\w+", when)[1:] or [""]
    if not months or year != str(index.chapter.year) or year in re.findall(r"\w+", text):
        return text
    bare = rf"\b({_BEFORE_A_MONTH} (?:{'|'.join(months)}))\b(?!['\u2019-]| [A-Z\d])"
    return re.sub(bare, rf"\1 {year}", text, count=1)


def scene(dating: Dating | None) -> str:
    """Say in which month or year something happened, as the beginning of a stem; "" if that is not certain.

    A stem that does not ask for the date needs no day and therefore no calendar.
    """
    return _scene(dating.date) if dating else ""


@lru_cache(maxsize=65536)
def _scene(date: Date) -> str:
    if is_uncertain(date):
        return ""
    if is_approximate(date) and precision(date) in {Precision.MONTH, Precision.YEAR}:
        return format_date(date)
    first, last = bounds(date)
    if first is None or last is None:
        return ""
    start, end = (from_day_number(day, date.calendar)[:2] for day in (first, last))
    months = 12 * (end[0] - start[0]) + end[1] - start[1]
    if months <= 1:
        ends = [_edtf(*end) for end in dict.fromkeys((start, end))]
        # Two months of one year are said as one date.
        spans = ["/".join(ends)] if start[0] == end[0] else ends
        return f"in {' or '.join(format_date(Date(span, date.calendar)) for span in spans)}"
    return f"in {format_date(Date(_edtf(start[0]), date.calendar))}" if start[0] == end[0] else ""


def _edtf(year: int, month: int | None = None) -> str:
    """Return a year or a month as EDTF writes it."""
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}" + (f"-{month:02}" if month else "")
