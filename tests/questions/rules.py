"""The rules that every question keeps, whatever its family, checked on what the learner sees and on the record.

Like the judge, this shares no code with the generators.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tests.questions.judge import day_of, is_in_order, numbers_in, right_options
from tests.questions.judge_of_persons import whose
from trainer.dates import Calendar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.record import Chapter
    from trainer.questions.question import Question

# Words that would make somebody's own word of it.
_ON_SOMEBODYS_WORD = (
    "according to ",
    "by the author's account",
    "by a later account",
    "the chapter",
)

# These ask how the author knows, and may have as their key what he cannot know for certain.
_ASK_HOW_IT_IS_KNOWN = frozenset({"basis", "record-or-claim"})

# These alone ask who or what is not.
_NEGATIVE = frozenset({"absent", "odd-one-out"})

_UNCERTAIN = frozenset({"memory", "inference", "hearsay"})

_MADE_UP = re.compile(
    r"made up|digits|difference|counts|exchanged|stood|supported|opposed|carried|rejected|refused|decided"
    r"|chosen|unanimous|put (?:it )?off|evenly divided|the motion was",
    re.IGNORECASE,
)


def broken_rules(chapter: Chapter, question: Question) -> list[str]:
    """Return which of the rules a question breaks, in words; none if it is sound."""
    return [*_of_any(chapter, question), *_of_its_form(chapter, question)]


def _of_its_form(chapter: Chapter, question: Question) -> Iterator[str]:  # noqa: C901  # one case a form
    match question.form:
        case "choice":
            yield from _of_a_choice(chapter, question)
        case "order":
            if not is_in_order(chapter, question):
                yield "1: the order is not certain"
            if sorted(question.answer.order) != sorted(o.id for o in question.options):
                yield "1: the answer is not an order of the options"
            if not 4 <= len(question.options) <= 6:
                yield "1: too few or too many to put in order"
        case "match":
            people = {o.id for o in question.options}
            for option in question.options:
                if whose(chapter, option.text) & people != {option.id}:
                    yield f"1: {option.text} is not true of {option.id} alone"
            if len(people) < 4:
                yield "1: too few to match"
        case _:
            if question.options:
                yield "a question without options has some"


def _of_any(  # noqa: C901, PLR0912  # one line a rule
    chapter: Chapter, question: Question
) -> Iterator[str]:
    facts: dict[str, Any] = {fact.id: fact for fact in chapter.facts()}
    fact, prompt = facts[question.facts[0]], question.prompt
    for name in question.facts:
        if name not in facts:
            yield f"8: it rests on {name}, which the record lacks"
    if fact.status == "draft" or not fact.ask or fact.voice == "denied":
        yield "3: nothing may be asked about its fact"
    sure = question.template not in _ASK_HOW_IT_IS_KNOWN
    if sure and fact.basis in _UNCERTAIN:
        yield "3: its fact is not certain"
    said = any(words in prompt.lower() for words in _ON_SOMEBODYS_WORD)
    if sure and (fact.voice == "reported" or fact.basis == "eyewitness") and not said:
        yield "3: it does not say whose word it is"
    for contest in fact.contested:
        if sure and contest.by not in question.explanation and question.card is not None:
            yield "5: the explanation does not tell what is contested"
    if question.card and fact.significance and not question.explanation.endswith(fact.significance):
        yield "16: the explanation does not end with why it matters"
    if not prompt[0].isupper() or not prompt.endswith(("?", ".")) or "  " in prompt:
        yield "11: the stem is no whole sentence"
    if re.search(r"\bNone\b| \?|\(\)|\[\]", prompt):
        yield "11: the stem has a hole"
    if (question.template in _NEGATIVE) != (" NOT " in prompt):
        yield "11: the stem is negative, or says so in small letters"
    if not question.explanation or not question.answer.text:
        yield "8: nothing is explained"
    if not 0 <= question.difficulty <= 1:
        yield "the difficulty lies between 0 and 1"


def _of_a_choice(  # noqa: C901  # one line a rule
    chapter: Chapter, question: Question
) -> Iterator[str]:
    options, texts = question.options, [option.text for option in question.options]
    keys = [option.id for option in options if option.correct]
    if right_options(chapter, question) != keys or len(keys) != 1:
        yield f"1: right are {right_options(chapter, question)}, and the key is {keys}"
    if question.answer.text != question.key.text:
        yield "1: the answer is not the key"
    if len(options) not in {3, 4}:
        yield "a choice has three or four options"
    if len({text.casefold() for text in texts}) < len(texts) or len({o.id for o in options}) < len(
        texts
    ):
        yield "10: an option repeats another"
    for text in texts:
        if re.match(r"(?i)(all|none|both|neither) of (these|the above)", text):
            yield "10: all or none of the above"
    yield from _of_dates(question, texts)
    yield from _of_facts_offered(chapter, question)
    for option in options:
        if not option.why.endswith((".", "!", "?", ".”")) or option.why == option.text:
            yield f"8: no reason for {option.id}: {option.why}"
        if option.source == "computed" and not _MADE_UP.search(option.why):
            yield f"7: {option.id} is computed and does not say so: {option.why}"
    if {
        option.text[:1].isupper() or option.text[:1].isdigit() or not option.text[:1].isalpha()
        for option in options
    } != {True}:
        yield "12: options begin alike"
    yield from _of_clues(chapter, question)


def _of_dates(question: Question, texts: list[str]) -> Iterator[str]:
    """Check dates and numbers: twins, order, distance, grain."""
    julian = [day_of(text, Calendar.JULIAN) for text in texts]
    if all(day is not None for day in julian):
        new = [day_of(text, Calendar.GREGORIAN) for text in texts]
        if question.template != "calendar" and {*julian} & {*new}:
            yield "2: a date stands beside its twin"
        if julian != sorted(julian, key=lambda day: day or 0):
            yield "9: dates out of order"
        if question.template == "when":
            gaps = [(b or 0) - (a or 0) for a, b in pairwise(julian)]
            if min(gaps) < 3:
                yield "7: two dates are as good as one"
    elif any(day is not None for day in julian):
        yield "6: dates stand beside something else"
    numbers = [numbers_in(text) for text in texts]
    in_order = numbers == sorted(numbers, key=lambda row: row[:1]) or "None" in texts
    if question.template in {"figure", "share", "since", "tally"} and not in_order:
        yield "9: numbers out of order"


def _of_facts_offered(chapter: Chapter, question: Question) -> Iterator[str]:
    """Check that what is offered may be told at all, and is of one sort."""
    facts: dict[str, Any] = {fact.id: fact for fact in chapter.facts()}
    people = {person.id for person in chapter.persons}
    for option in question.options:
        fact = facts.get(option.id.partition("/")[0])
        # Who has to do with the fact itself may be named even if nothing is asked about them.
        if fact is None or option.correct or (fact.id in people and option.source == "same-fact"):
            continue
        if fact.status == "draft" or not fact.ask or fact.voice == "denied":
            yield f"3: {option.id} may not be offered"
        if fact.basis in _UNCERTAIN:
            yield f"3: {option.id} is not certain, and offered"
    sorts = {type(facts.get(o.id.partition("/")[0])).__name__ for o in question.options}
    if len(sorts - {"NoneType"}) > 1 and question.template not in {"because", "led-to"}:
        yield f"6: options of several sorts: {sorts}"


def _of_clues(chapter: Chapter, question: Question) -> Iterator[str]:
    people = {person.id: person for person in chapter.persons}
    said = {*re.findall(r"[\w'-]+", question.prompt.casefold())}
    if question.key.id in people:
        person = people[question.key.id]
        names = (
            [person.name]
            if question.template == "also-known-as"
            else [person.name, *(n.name for n in person.other_names if not n.misprint)]
        )
        told = {word for name in names for word in name.casefold().split()} - {"the", "old"}
        if told & said:
            yield f"12: the stem says {told & said} of the answer's name"
    elif question.template in _FREE_TEXT:
        lengths = [len(option.text) for option in question.options]
        mean = sum(lengths) / len(lengths)
        if not 1 / 1.3 <= len(question.key.text) / mean <= 1.3:
            yield "12: the length of the key tells it"


_FREE_TEXT = frozenset(
    [
        "what",
        "did-what",
        "wrote",
        "on-what",
        "because",
        "led-to",
        "reversed",
        "compare",
        "gloss",
        "record-or-claim",
        "between",
        "same-day",
        "first",
        "changed",
        "fate",
    ]
)
