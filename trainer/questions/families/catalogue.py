"""Every family, in the order in which a card's questions stand in the bank."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.questions.families.author import AUTHOR
from trainer.questions.families.basis import BASIS, RECORD_OR_CLAIM
from trainer.questions.families.calendar import CALENDAR
from trainer.questions.families.causes import BECAUSE, LED_TO
from trainer.questions.families.compare import COMPARE
from trainer.questions.families.member import MEMBER
from trainer.questions.families.on_what import ON_WHAT
from trainer.questions.families.outcome import OUTCOME
from trainer.questions.families.placing import PLACED, WINNER
from trainer.questions.families.reversal import REVERSED
from trainer.questions.families.role import HOLDER, ROLE
from trainer.questions.families.stance import STANCE
from trainer.questions.families.term import GLOSS, TERM
from trainer.questions.families.what import WHAT
from trainer.questions.families.when import WHEN
from trainer.questions.families.which_body import BODY
from trainer.questions.families.who_did import WHO_DID

if TYPE_CHECKING:
    from trainer.questions.families.family import Family

FAMILIES: tuple[Family[Any], ...] = (
    WHEN,
    CALENDAR,
    WHAT,
    WHO_DID,
    AUTHOR,
    ROLE,
    HOLDER,
    MEMBER,
    STANCE,
    OUTCOME,
    ON_WHAT,
    BODY,
    WINNER,
    PLACED,
    BECAUSE,
    LED_TO,
    TERM,
    GLOSS,
    REVERSED,
    RECORD_OR_CLAIM,
    BASIS,
    COMPARE,
)

# What a deck may name; `first` asks about several cards at once and is made apart.
TEMPLATES = (*(family.template for family in FAMILIES), "first")
