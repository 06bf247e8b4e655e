"""Every family, in the order in which a card's questions stand in the bank."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.questions.families.author import AUTHOR
from trainer.questions.families.what import WHAT
from trainer.questions.families.when import WHEN
from trainer.questions.families.who_did import WHO_DID

if TYPE_CHECKING:
    from trainer.questions.families.family import Family

FAMILIES: tuple[Family[Any], ...] = (WHEN, WHAT, WHO_DID, AUTHOR)
