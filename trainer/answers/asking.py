"""What a question on a fact expects to be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.answers.expected import Number, When
from trainer.chapters.record import Importance, Stand
from trainer.dates import Date, bounds, from_day_number
from trainer.questions.dating import asked_date

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter, Event, Vote

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


def date_of(event: Event, chapter: Chapter) -> When | None:
    """Return the date of an event at the grain that it is worth; None where it is not asked.

    The chapter's own year is implied, as nearly everything lies in it; any other has to be told.
    """
    date = asked_date(event)
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
    others = tuple((_COUNTED[other], count) for other, count in known.items() if other is not stand)
    return Number(count=known[stand], others=others)
