"""Every item-writing check, in the order in which they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.questions.audit.absolutes import TERMS
from trainer.questions.audit.convergence import CONVERGENCE
from trainer.questions.audit.duplicates import DUPLICATES
from trainer.questions.audit.echoes import ECHO
from trainer.questions.audit.grammar import GRAMMAR
from trainer.questions.audit.leakage import LEAKAGE
from trainer.questions.audit.lengths import LENGTH
from trainer.questions.audit.likeness import TYPE
from trainer.questions.audit.naming import NAMING
from trainer.questions.audit.order import ORDER

if TYPE_CHECKING:
    from trainer.questions.audit.finding import Check

CHECKS: tuple[Check, ...] = (
    LENGTH,
    ECHO,
    NAMING,
    GRAMMAR,
    TERMS,
    CONVERGENCE,
    ORDER,
    DUPLICATES,
    TYPE,
    LEAKAGE,
)
