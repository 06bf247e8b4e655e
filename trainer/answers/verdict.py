"""What the judge says of an answer, with a message for the learner in plain English.

Asking again costs nothing: an answer that was asked about is no attempt. Apart from the two calendars,
whether the judge asks depends on what was typed alone, never on the key, so that it gives nothing away.
No message quotes what was typed, so that case, accents and spaces make no difference to a verdict.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Doubt(StrEnum):
    """What has to be told before an answer can be judged."""

    MORE_SPECIFIC = "more-specific"
    DAY_OR_MONTH_FIRST = "day-or-month-first"
    OLD_OR_NEW_STYLE = "old-or-new-style"
    NOT_UNDERSTOOD = "not-understood"


@dataclass(frozen=True, slots=True)
class Right:
    """Full credit; the message gives the answer as the chapter has it."""

    message: str = "Right."

    @property
    def share(self) -> float:
        """The credit: all of it."""
        return 1.0


@dataclass(frozen=True, slots=True)
class PartlyRight:
    """Some credit: `share` lies between 0 and 1, without these. It counts as not remembered."""

    share: float
    why: str

    @property
    def message(self) -> str:
        """Why it is not wholly right."""
        return f"Partly right. {self.why}"


@dataclass(frozen=True, slots=True)
class Wrong:
    """No credit.

    Attributes:
        why: whose name, or which date or number, that was, as far as is known.
        whose: the id of the fact to which the answer belongs.
    """

    why: str
    whose: str | None = None

    @property
    def share(self) -> float:
        """The credit: none."""
        return 0.0

    @property
    def message(self) -> str:
        """Why it is wrong."""
        return self.why


@dataclass(frozen=True, slots=True)
class AskAgain:
    """No verdict yet: `question` says what the learner has to add."""

    which: Doubt
    question: str

    @property
    def message(self) -> str:
        """What the learner has to add."""
        return self.question


Verdict: TypeAlias = Right | PartlyRight | Wrong | AskAgain
