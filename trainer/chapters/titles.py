"""Names votes that their authors gave no title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.models.votes import (
    ChoiceEntry,
    ElectionEntry,
    FigureEntry,
    ListEntry,
    MotionEntry,
)

if TYPE_CHECKING:
    from trainer.chapters.authored import AuthoredChapter
    from trainer.chapters.models.votes import BallotEntry


class Titles:
    """Derives titles from what was voted on, by which body, at which meeting."""

    def __init__(self, authored: AuthoredChapter) -> None:
        self._names = {
            body.entry.id: f"the {body.entry.name}" if body.entry.article else body.entry.name
            for body in authored.organizations
        }
        self._names.update({event.entry.id: event.entry.title for event in authored.events})

    def of_vote(self, vote: BallotEntry) -> str:
        """Return a noun phrase: "the vote of the Town Council on the motion to pave the lane"."""
        match vote:
            case MotionEntry():
                return f"the vote{self._of(vote)} on the motion to {vote.motion.value}"
            case ChoiceEntry():
                return f"the choice of {vote.question}{self._by(vote)}"
            case ElectionEntry():
                office = f" of {vote.office}" if vote.office else ""
                return f"the election{office}{self._by(vote)}"
            case ListEntry():
                return f"the {vote.roll}{self._of(vote)}"
            case FigureEntry():
                return f"how many {vote.unit}"
        raise AssertionError(vote)

    def _of(self, vote: BallotEntry) -> str:
        return self._body("of", vote)

    def _by(self, vote: BallotEntry) -> str:
        return self._body("by", vote)

    def _body(self, preposition: str, vote: BallotEntry) -> str:
        if vote.organization is not None:
            return f" {preposition} {self._names[vote.organization]}"
        if vote.session is not None:
            return f" at {self._names[vote.session]}"
        return ""
