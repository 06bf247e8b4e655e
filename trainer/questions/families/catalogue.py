"""Every family, in the order in which a card's questions stand in the bank."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from trainer.questions.families.absent import ABSENT
from trainer.questions.families.also_known_as import ALSO_KNOWN_AS
from trainer.questions.families.author import AUTHOR
from trainer.questions.families.calendar import CALENDAR
from trainer.questions.families.changed import make_changed
from trainer.questions.families.did_what import DID_WHAT
from trainer.questions.families.fate import FATE
from trainer.questions.families.first import make_firsts
from trainer.questions.families.match import make_matches
from trainer.questions.families.member import MEMBER
from trainer.questions.families.odd_one_out import make_odd_ones_out
from trainer.questions.families.on_what import ON_WHAT
from trainer.questions.families.opposed import OPPOSED
from trainer.questions.families.outcome import OUTCOME
from trainer.questions.families.placing import PLACED, WINNER
from trainer.questions.families.role import HOLDER, ROLE
from trainer.questions.families.stance import STANCE
from trainer.questions.families.what import WHAT
from trainer.questions.families.when import WHEN
from trainer.questions.families.which_body import BODY
from trainer.questions.families.who_did import WHO_DID
from trainer.questions.families.wrote import WROTE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trainer.questions.families.family import Family
    from trainer.questions.index import Index
    from trainer.questions.question import Question, Withheld

    Composite = Callable[[Index, int], Iterator[Question | Withheld]]

FAMILIES: tuple[Family[Any], ...] = (
    WHEN,
    CALENDAR,
    WHAT,
    WHO_DID,
    DID_WHAT,
    ABSENT,
    AUTHOR,
    WROTE,
    ROLE,
    HOLDER,
    ALSO_KNOWN_AS,
    FATE,
    MEMBER,
    STANCE,
    OPPOSED,
    OUTCOME,
    ON_WHAT,
    BODY,
    WINNER,
    PLACED,
)

# Those that ask about several cards at once are made of the whole chapter.
_COMPOSITES: tuple[Composite, ...] = (make_firsts, make_changed, make_odd_ones_out, make_matches)


def composites(index: Index, seed: int) -> Iterator[Question | Withheld]:
    """Yield every composite question of a chapter, or why it is withheld."""
    return chain.from_iterable(make(index, seed) for make in _COMPOSITES)


# What a deck may name.
TEMPLATES = (*(family.template for family in FAMILIES), "first", "changed", "odd-one-out", "match")
