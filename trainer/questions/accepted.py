"""Examples of what is right where an answer is typed, as the record has it; the judge takes more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trainer.chapters.record import Count, Counts, Organization, Person, Term, Work
from trainer.dates import Date, format_date, single_day, twin
from trainer.questions.question import Gap
from trainer.questions.words import IN_ANY_SENTENCE, fold, words
from trainer.text.spelled_out import spelled_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.record import Fact
    from trainer.questions.index import Index
    from trainer.questions.question import Sought

_ARTICLE = "the "
_QUOTED = re.compile("“([^”]+)”")

# A short name that begins like a first name is a form of it.
_BEGINNING = 2

# Nobody writes the year 44 BCE as -0043, the year 2 as 0002, or the 1820s as 182X.
_WRITTEN_SO = re.compile(r"[1-9]\d{3}(?:-\d\d){0,2}")


def accepted(text: str, sought: Sought | None, stem: str, index: Index) -> tuple[str, ...]:
    """Return examples of what may be typed for an answer, its own text first; none where it is free text.

    What the stem says already, such as the name of which it asks whose it is, is no answer to it, nor what holds it.
    """
    match sought:
        case None:
            return ()
        case Date():
            others: Iterable[str] = _dates(sought, index)
        case Count():
            others = _numbers(sought)
        case Counts():
            others = _tallies(sought)
        case Gap():
            others = (sought.missing, sought.whole)
        case (ident,):
            names = _names(index.facts[ident], index)
            others = (name for name in names if not is_said(name, stem, text))
        case _:
            others = ()
    return tuple(dict.fromkeys((text, *others)))


def is_said(name: str, stem: str, answer: str) -> bool:
    """Tell whether a stem says a name, or in quotation marks a word of it that the answer lacks."""
    own = words(name)
    quoted = frozenset[str]().union(*map(words, _QUOTED.findall(stem)))
    quoted -= IN_ANY_SENTENCE | words(answer)
    return own <= words(stem) or not own.isdisjoint(quoted)


def named_alone(text: str, fact: Fact | None) -> bool:
    """Tell whether a text is the name of a person, body, work or term and nothing else."""
    own = names_of(fact)[:1] if fact is not None else ()
    return any(bare(text) == bare(name) for name in own)


def bare(name: str) -> str:
    """Return a name folded and without its article: what somebody may type for it."""
    return fold(name).removeprefix(_ARTICLE)


def names_of(fact: Fact) -> tuple[str, ...]:
    """Return by what names a fact goes, misprints left out, its own first; none if it has no name."""
    match fact:
        case Person() | Organization() | Term():
            own = fact.name
        case Work():
            own = fact.title
        case _:
            return ()
    return (own, *(other.name for other in fact.other_names if not other.misprint))


def _names(fact: Fact, index: Index) -> Iterator[str]:
    """Yield the names that are nobody else's: of a person also the surname, but no mere first name."""
    own, *others = names_of(fact)
    if isinstance(fact, Person):
        surname, begins = fold(fact.sort_name), fold(own)[:_BEGINNING]
        if fold(own).endswith(f" {surname}") and index.by_surname.get(surname) == fact.id:
            others.append(fact.sort_name)
        # Gregory, of Grigori Zinoviev, could be anybody's first name.
        others = [name for name in others if " " in name or fold(name)[:_BEGINNING] != begins]
    for name in (own, *others):
        if index.bearers_of_name.get(bare(name), {fact.id}) == {fact.id}:
            yield name


def _dates(date: Date, index: Index) -> Iterator[str]:
    """Yield a date in words, as ISO 8601 writes it and, of a day, in both calendars."""
    yield format_date(date)
    if _WRITTEN_SO.fullmatch(date.edtf):
        yield date.edtf
    other = twin(date) if single_day(date) is not None and index.two_calendars else None
    if other is not None:
        yield f"{format_date(date, calendar_name='short')}, {format_date(other, calendar_name='short')}"


def _tallies(counts: Counts) -> Iterator[str]:
    """Yield a tally as it is said: "414 to 519"."""
    said = [f"{count.value:,}" for _, count in counts.known() if count.value is not None]
    yield ", ".join((" to ".join(said[:2]), *said[2:]))


def _numbers(count: Count) -> Iterator[str]:
    """Yield a number in digits and in words."""
    for number in (count.value, count.about, count.at_least, count.at_most):
        if number is not None:
            yield f"{number:,}"
            yield str(number)
            yield spelled_out(number)
