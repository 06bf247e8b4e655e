"""`ballots` and `dropped-out`: an election that took several rounds, how it was held and who did not last."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Candidate, Vote
from trainer.questions.draft import Ask, Choice, Pick, Recall
from trainer.questions.families.family import Family
from trainer.questions.people import person_choice
from trainer.questions.question import Kind, OptionSource
from trainer.questions.wording import at_its_time, attributed, full_stop
from trainer.text.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Iterable


_SECRET, _OPEN = "By secret ballot", "By open vote"
_SEVERAL, _SINGLE = "in several rounds", "in a single round"


class _InRounds(Family[Vote]):
    aspect: ClassVar[str] = "rounds"
    kind: ClassVar[Kind] = Kind.VOTE
    pick: ClassVar[Pick] = Pick.ALL

    def nearness(self, ask: Ask[Vote], key: Choice, choice: Choice) -> float:  # noqa: ARG002
        """Every option is of the same election."""
        return 0.7


class DroppedOut(_InRounds):
    """Who stood in the first round but not in the last: those who stood in both are the others."""

    template: ClassVar[str] = "dropped-out"

    def unsuitable(self, ask: Ask[Vote]) -> str | None:
        """Refuse rounds of which the candidates are not told, and those that several did not last."""
        if not all(each.candidates for each in (ask.fact.rounds[0], ask.fact.rounds[-1])):
            return "the candidates of the first round or the last are not told"
        gone = _gone(ask.fact)
        if len(gone) != 1:
            return f"{len(gone)} candidates of the first round did not stand in the last"
        if gone[0].person not in ask.index.persons:
            return "who did not stand in the last round is not on record"
        return None

    def stems(self, ask: Ask[Vote]) -> tuple[str, ...]:
        """Ask who was no candidate at the end."""
        vote, index = ask.fact, ask.index
        stems = (
            f"Who stood in the first round of {vote.title}, but no longer in the last?",
            f"Which candidate in the first round of {vote.title} did not stand in the last?",
        )
        return tuple(attributed(at_its_time(stem, vote, index), vote, index) for stem in stems)

    def key(self, ask: Ask[Vote]) -> Choice:
        """The candidate."""
        return _of_first_round(ask, _gone(ask.fact)[0])

    def distractors(self, ask: Ask[Vote]) -> Iterable[Choice]:
        """Those who stood in both."""
        last = {candidate.person for candidate in ask.fact.rounds[-1].candidates}
        return [
            _of_first_round(ask, candidate)
            for candidate in ask.fact.rounds[0].candidates
            if candidate.person in last and candidate.person in ask.index.persons
        ]

    def recall(self, ask: Ask[Vote]) -> Recall:
        """Who dropped out? `unsuitable` has refused rounds that several did not last."""
        key = self.key(ask)
        return Recall(stems=self.stems(ask), answer=key.text, names=key.names)


class Ballots(_InRounds):
    """In one round or several, and whether in secret: each half of the key stands twice."""

    template: ClassVar[str] = "ballots"
    gives_front: ClassVar[bool] = False

    def unsuitable(self, ask: Ask[Vote]) -> str | None:
        """Refuse what is not told to have been secret: that a vote was open no record says."""
        return None if ask.fact.secret else "it is not told to have been secret"

    def stems(self, ask: Ask[Vote]) -> tuple[str, ...]:
        """Ask how it was held."""
        vote, index = ask.fact, ask.index
        stem = f"How was the vote taken in {vote.title}?"
        return (attributed(at_its_time(stem, vote, index), vote, index),)

    def key(self, ask: Ask[Vote]) -> Choice:
        """In secret, in several rounds."""
        return _way(ask.fact, _SECRET, _SEVERAL)

    def distractors(self, ask: Ask[Vote]) -> Iterable[Choice]:
        """The other ways: in the open, or in one round."""
        ways = ((_SECRET, _SINGLE), (_OPEN, _SEVERAL), (_OPEN, _SINGLE))
        return [_way(ask.fact, how, rounds) for how, rounds in ways]


def _gone(vote: Vote) -> list[Candidate]:
    """Return who stood in the first round but not in the last."""
    last = {candidate.person for candidate in vote.rounds[-1].candidates}
    return [each for each in vote.rounds[0].candidates if each.person not in last]


def _of_first_round(ask: Ask[Vote], candidate: Candidate) -> Choice:
    name = ask.index.persons[candidate.person].name
    count = candidate.votes.value if candidate.votes else None
    got = f" with {counted(count, 'vote')}" if count is not None else ""
    why = full_stop(f"{name} stood in the first round{got}")
    return person_choice(ask.index, candidate.person, why=why, source=OptionSource.SAME_FACT)


def _way(vote: Vote, how: str, rounds: str) -> Choice:
    name = f"{how}-{rounds}".replace(" ", "-").lower()
    return Choice(
        id=f"{vote.id}:{name}",
        text=f"{how}, {rounds}",
        why=f"The ballot was secret and took {counted(len(vote.rounds), 'round')}.",
        source=OptionSource.SAME_FACT,
        facts=(vote.id,),
    )


DROPPED_OUT = DroppedOut()
BALLOTS = Ballots()
