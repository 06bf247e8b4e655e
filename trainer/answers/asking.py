"""What a question expects to be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.answers.expected import Expected, Match, Names, Number, Order, Tally, When
from trainer.chapters.record import Count, Counts, Event, Importance, Stand, Vote
from trainer.dates import Date, bounds, from_day_number
from trainer.questions.dating import asked_date, loose_date
from trainer.questions.question import Form, Gap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.answers.directory import Directory
    from trainer.chapters.record import Chapter, Fact
    from trainer.questions.question import Question

# By how many days the date of an event may be missed for half the credit: an anchor less than an aside.
_TOLERANCES = {Importance.CORE: 1, Importance.SECONDARY: 2, Importance.TRIVIA: 3}

_COUNTED = {
    Stand.FOR: "the number of votes for",
    Stand.AGAINST: "the number of votes against",
    Stand.ABSTAINING: "the number of those who abstained",
    Stand.NOT_VOTING: "the number of those who did not vote",
    Stand.ABSENT: "the number of those who were absent",
    Stand.PRESENT: "the number of those who were present",
}


def expected_of(question: Question, directory: Directory) -> Expected | None:
    """Return what is to be typed for a question; None where nothing is: one chooses, or grades oneself."""
    if question.form in {Form.ORDER, Form.MATCH}:
        return _of_what_is_shown(question)
    fact = directory.facts.get(question.facts[0])
    match question.answer.sought:
        case None | Gap() as itself:
            return itself
        case Date():
            return date_of(fact, directory.chapter) if isinstance(fact, Event) else None
        case Count() as count:
            return _number(fact, count)
        case Counts() as counts:
            known = counts.known()
            return Tally(tuple((s, c.value) for s, c in known if c.value is not None))
        case names:
            return Names(names, wanted=len(names), kin=_kin(names, fact, directory))


def _of_what_is_shown(question: Question) -> Order | Match:
    shown = tuple(option.id for option in question.options)
    if question.form is Form.ORDER:
        return Order(items=question.in_right_order, shown=shown)
    names = tuple(name for name, _ in question.answer.pairs)
    return Match(names=names, items=question.in_right_order, shown=shown)


def _number(fact: Fact | None, count: Count) -> Number:
    if not isinstance(fact, Vote):
        return Number(count=count)
    return Number(count=count, others=tuple(_other_counts(fact, count)), round_to=fact.round_to)


def date_of(event: Event, chapter: Chapter) -> When | None:
    """Return the date of an event at the grain that it is worth; None where it is not asked.

    The chapter's own year is implied, as nearly everything lies in it; any other has to be told.
    """
    date = asked_date(event)
    if not isinstance(date, Date):
        date = loose_date(event)
    if not isinstance(date, Date):
        return None
    years = {from_day_number(day, date.calendar)[0] for day in bounds(date) if day is not None}
    return When(
        date=date,
        fact=event.id,
        year=chapter.year if years == {chapter.year} else None,
        tolerance=_TOLERANCES[event.importance],
    )


def count_of(vote: Vote, stand: Stand) -> Number | None:
    """Return one of the counts of a motion, with what else of the vote it may be taken for; None if not told."""
    known = dict(vote.counts.known()) if vote.counts else {}
    if stand not in known:
        return None
    return Number(count=known[stand], others=tuple(_other_counts(vote, known[stand])))


def _other_counts(vote: Vote, count: Count) -> Iterator[tuple[str, Count]]:
    """Yield the counts of a vote other than this very one."""
    for stand, other in vote.counts.known() if vote.counts else ():
        if other is not count:
            yield _COUNTED[stand], other


def _kin(names: tuple[str, ...], fact: Fact | None, directory: Directory) -> tuple[str, ...]:
    """Return the bodies that somebody may mean by the name of another: its parts and wholes, and those of the vote."""
    bodies = [name for name in names if directory.is_body(name)]
    found = {kin for body in bodies for kin in directory.kin_of(body)}
    if bodies and isinstance(fact, Vote):
        about = (fact.session or "", *fact.proposed_by)
        found.update(name for name in about if directory.is_body(name))
    return tuple(sorted(found.difference(names)))
