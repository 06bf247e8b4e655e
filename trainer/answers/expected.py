"""What a question may expect to be typed, one class for each sort of answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from trainer.chapters.record import Count, Stand
    from trainer.dates import Date
    from trainer.questions.question import Gap


@dataclass(frozen=True, slots=True)
class Names:
    """Persons, bodies, works or terms, all of one sort, by their ids.

    Attributes:
        accepted: whose names are right.
        wanted: how many of them have to be told; 1 for any one of them.
        kin: what is so near to one of them, as a part or the whole of a body, that its name asks again.
    """

    accepted: tuple[str, ...]
    wanted: int = 1
    kin: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date at the grain at which it is asked, in the calendar that the question names.

    Attributes:
        date: its precision and calendar are those that are asked for.
        fact: whose date it is.
        year: the year that the question implies, for answers without one, in the calendar asked; None where
            an answer has to tell it.
        tolerance: by how many days a day may be missed for half the credit; the judge keeps it from reaching
            any other date of the fact's lesson.
    """

    date: Date
    fact: str
    year: int | None = None
    tolerance: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A count.

    Attributes:
        count: exact unless it says `about`, `at_least` or `at_most`.
        others: what it may be taken for, such as the vote's other counts: what each is, completing
            "that is …" ("the number of votes against"), and the count.
        round_to: a rounding to which is as good as the exact number.
    """

    count: Count
    others: tuple[tuple[str, Count], ...] = ()
    round_to: int | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """All the counts of a vote that are asked, each exact, in the order of a tally: those for come first."""

    counts: tuple[tuple[Stand, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Items in their right order.

    Attributes:
        items: their ids, first to last.
        shown: their ids in the order in which they were shown, for answers such as `2 1 3` or `bac`.
        ranks: where given, one rank an item, never falling: those of equal rank go either way.
    """

    items: tuple[str, ...]
    shown: tuple[str, ...] = ()
    ranks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Persons, each to be given one of the things that are shown.

    Attributes:
        names: of the persons, as they are shown.
        items: the id of what is each person's, in the order of the names; no two are the same.
        shown: the same ids in the order in which they were shown, for answers such as `b d a c`.
    """

    names: tuple[str, ...]
    items: tuple[str, ...]
    shown: tuple[str, ...]


Expected: TypeAlias = "Names | When | Number | Tally | Order | Match | Gap"
