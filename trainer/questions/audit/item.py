"""A choice as the audit sees it: from the outside, as a learner does who knows nothing, plus who is who."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from trainer.chapters.record import (
    Event,
    Organization,
    Person,
    Statement,
    Term,
    Vote,
    Work,
)
from trainer.dates import Calendar, Precision, bounds, precision
from trainer.dates.written import NoDate, read_date, resolve
from trainer.questions.question import Form, Kind
from trainer.questions.words import fold, name_words_of_person, names_of_person, telling_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from trainer.chapters.record import Chapter, Fact
    from trainer.questions.question import Option, Question


class Sort(StrEnum):
    """What sort of thing an option is."""

    DATE = "date"
    NUMBER = "number"
    TALLY = "tally"
    PERSON = "person"
    BODY = "body"
    EVENT = "event"
    VOTE = "vote"
    WORK = "work"
    STATEMENT = "statement"
    TERM = "term"
    TEXT = "text"


# These are as long and as worded as they are; nobody wrote them for the question.
FIXED = frozenset({Sort.DATE, Sort.NUMBER, Sort.TALLY, Sort.PERSON, Sort.BODY})

_SORTS: dict[type, Sort] = {
    Person: Sort.PERSON,
    Organization: Sort.BODY,
    Event: Sort.EVENT,
    Vote: Sort.VOTE,
    Work: Sort.WORK,
    Statement: Sort.STATEMENT,
    Term: Sort.TERM,
}

_NUMBER = re.compile(r"(?:about )?(\d[\d,]*)(?: per cent| %)?")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_TALLY = re.compile(r"\b\d+(?:,\d{3})* (?:for|against|abstaining|not voting|absent|votes?)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """An option with what can be read off it.

    Attributes:
        grain: of a date.
        measure: what dates (the Julian day number of their first day) and numbers are ordered by.
        words: its telling words.
        names: folded whole names under which the person goes, their own text among them.
        name_words: the words of these names.
    """

    option: Option
    sort: Sort
    grain: Precision | None
    measure: int | None
    words: frozenset[str]
    names: frozenset[str] = frozenset()
    name_words: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """What the learner reads."""
        return self.option.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A choice with its options read; `words` are the telling words of the stem."""

    question: Question
    offered: tuple[Offered, ...]
    place: int
    words: frozenset[str]

    @property
    def id(self) -> str:
        """The id of the question."""
        return self.question.id

    @property
    def stem(self) -> str:
        """What the learner reads first."""
        return self.question.prompt

    @property
    def key(self) -> Offered:
        """The right option."""
        return self.offered[self.place]

    @property
    def distractors(self) -> tuple[Offered, ...]:
        """The wrong options."""
        return tuple(each for n, each in enumerate(self.offered) if n != self.place)

    @property
    def sorts(self) -> frozenset[Sort]:
        """Of what sorts the options are."""
        return frozenset(each.sort for each in self.offered)

    @property
    def is_free_text(self) -> bool:
        """Whether the options are phrases, which might have been worded otherwise."""
        return self.sorts.isdisjoint(FIXED)


def read_items(questions: Iterable[Question], chapters: Iterable[Chapter]) -> tuple[Item, ...]:
    """Return the choices among the questions, read; other forms have no options to audit."""
    facts = {chapter.id: {fact.id: fact for fact in chapter.facts()} for chapter in chapters}
    return tuple(
        read_item(question, facts.get(question.chapter, {}))
        for question in questions
        if question.form is Form.CHOICE and question.options
    )


def read_item(question: Question, facts: Mapping[str, Fact]) -> Item:
    """Return one choice, read; `facts` are those of its chapter, by id."""
    offered = tuple(
        _read(option, facts.get(option.id), question.kind) for option in question.options
    )
    return Item(
        question=question,
        offered=offered,
        place=next(n for n, option in enumerate(question.options) if option.correct),
        words=telling_words(question.prompt),
    )


def _read(option: Option, fact: Fact | None, kind: Kind) -> Offered:
    text = option.text
    sort, grain, measure = Sort.TEXT, None, None
    if kind is Kind.DATE and (when := _date_in(text)):
        sort, (grain, measure) = Sort.DATE, when
    elif number := _NUMBER.fullmatch(text):
        sort, measure = Sort.NUMBER, int(number[1].replace(",", ""))
    elif _TALLY.search(text):
        sort = Sort.TALLY
    elif fact is not None:
        sort = _SORTS.get(type(fact), Sort.TEXT)
    person = fact if isinstance(fact, Person) else None
    return Offered(
        option=option,
        sort=sort,
        grain=grain,
        measure=measure,
        words=telling_words(text),
        names=names_of_person(person) if person else frozenset({fold(text)}),
        name_words=name_words_of_person(person) if person else frozenset(),
    )


@lru_cache(maxsize=4096)
def _date_in(text: str) -> tuple[Precision, int] | None:
    """Read an option that is a date and nothing else: its grain and its first day."""
    written = read_date(text)
    if isinstance(written, NoDate):
        return None
    # Options of one question are in one calendar; for their order it may be the one that has every 29 February.
    date = resolve(written, calendar=Calendar.JULIAN)
    first = None if date is None else bounds(date).first
    return None if date is None or first is None else (precision(date), first)


def unquoted(text: str) -> str:
    """Return the text without what stands in quotation marks: titles say what they say."""
    return _QUOTED.sub("", text)


def pairs(items: Iterable[Offered]) -> Iterator[tuple[Offered, Offered]]:
    """Yield every two of the options."""
    row = tuple(items)
    for n, one in enumerate(row):
        for other in row[n + 1 :]:
            yield one, other
