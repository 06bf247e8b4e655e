"""Every family, in the order in which a card's questions stand in the bank."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.questions.families.about_when import ABOUT_WHEN
from trainer.questions.families.absent import ABSENT
from trainer.questions.families.also_known_as import ALSO_KNOWN_AS
from trainer.questions.families.author import AUTHOR
from trainer.questions.families.basis import BASIS, RECORD_OR_CLAIM
from trainer.questions.families.between import BETWEEN
from trainer.questions.families.calendar import CALENDAR
from trainer.questions.families.candidate import CANDIDATE
from trainer.questions.families.casting import CASTING
from trainer.questions.families.causes import BECAUSE, LED_TO
from trainer.questions.families.changed import CHANGED
from trainer.questions.families.compare import COMPARE
from trainer.questions.families.did_what import DID_WHAT
from trainer.questions.families.elected import ALTERNATE, ELECTED
from trainer.questions.families.fate import FATE
from trainer.questions.families.figure import FIGURE
from trainer.questions.families.first import FIRST
from trainer.questions.families.match import MATCH
from trainer.questions.families.member import MEMBER
from trainer.questions.families.missing import MISSING
from trainer.questions.families.odd_one_out import ODD_ONE_OUT
from trainer.questions.families.on_what import ON_WHAT
from trainer.questions.families.opposed import OPPOSED
from trainer.questions.families.order import ORDER
from trainer.questions.families.outcome import OUTCOME
from trainer.questions.families.placing import PLACED, WINNER
from trainer.questions.families.position import POSITION
from trainer.questions.families.purpose import PURPOSE
from trainer.questions.families.rank import RANK
from trainer.questions.families.reversal import REVERSED
from trainer.questions.families.role import HOLDER, ROLE
from trainer.questions.families.rounds import BALLOTS, DROPPED_OUT
from trainer.questions.families.same_day import SAME_DAY
from trainer.questions.families.share import SHARE
from trainer.questions.families.sides import SIDES_OF, STOOD
from trainer.questions.families.since import SINCE
from trainer.questions.families.stance import STANCE
from trainer.questions.families.tally import TALLY
from trainer.questions.families.teller import TELLER
from trainer.questions.families.term import GLOSS, TERM
from trainer.questions.families.what import WHAT
from trainer.questions.families.when import WHEN
from trainer.questions.families.which_body import BODY
from trainer.questions.families.who_did import WHO_DID
from trainer.questions.families.wrote import WROTE

if TYPE_CHECKING:
    from trainer.questions.families.composite import Composite
    from trainer.questions.families.family import Family

FAMILIES: tuple[Family[Any], ...] = (
    WHEN,
    ABOUT_WHEN,
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
    ELECTED,
    ALTERNATE,
    STANCE,
    POSITION,
    OPPOSED,
    OUTCOME,
    CASTING,
    ON_WHAT,
    BODY,
    WINNER,
    PLACED,
    CANDIDATE,
    DROPPED_OUT,
    BALLOTS,
    SIDES_OF,
    STOOD,
    FIGURE,
    TALLY,
    SHARE,
    RANK,
    MISSING,
    BECAUSE,
    LED_TO,
    TERM,
    GLOSS,
    PURPOSE,
    REVERSED,
    RECORD_OR_CLAIM,
    BASIS,
    TELLER,
    COMPARE,
)

# What is made only where a deck names it.
BY_REQUEST = frozenset(family.template for family in FAMILIES if family.by_request)

# These ask about several cards at once, and are made when the others have been.
COMPOSITES: tuple[Composite, ...] = (
    FIRST,
    BETWEEN,
    SAME_DAY,
    SINCE,
    ORDER,
    CHANGED,
    ODD_ONE_OUT,
    MATCH,
)

# What a deck may name.
TEMPLATES = (
    *(family.template for family in FAMILIES),
    *(composite.template for composite in COMPOSITES),
)
