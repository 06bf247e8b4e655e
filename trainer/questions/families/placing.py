"""`winner` and `placed`: an election with its tallies, who came first and who came where."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Candidate, Status, Vote
from trainer.questions.draft import Ask, Choice, Pick, Recall, Refusal
from trainer.questions.explaining import explanation
from trainer.questions.families.family import Family
from trainer.questions.people import person_choice
from trainer.questions.proof import FEWEST_OPTIONS, MOST_OPTIONS
from trainer.questions.question import Kind, OptionSource
from trainer.questions.wording import attributed, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

_ORDINALS = ("first", "second", "third", "fourth")
_NUMBERS = {3: "three", 4: "four"}


class InTheCount(Family[Vote]):
    """A candidate whose votes are told, among others whose votes are told."""

    kind: ClassVar[Kind] = Kind.VOTE
    pick: ClassVar[Pick] = Pick.ALL

    def unsuitable(self, ask: Ask[Vote]) -> str | None:
        """Refuse a key with as many votes as another, and counts of too few."""
        known = standing(ask)
        own = [c for c in known if c.person == self.subject(ask)]
        if not own:
            return "the votes for the candidate are not told exactly"
        if sum(votes(c) == votes(own[0]) for c in known) > 1:
            return f"several candidates got {votes(own[0])} votes"
        if len(known) < FEWEST_OPTIONS:
            return f"the votes of only {len(known)} candidates are told"
        return None

    def subject(self, ask: Ask[Vote]) -> str:
        """Return the person who is the key."""
        raise NotImplementedError

    def key(self, ask: Ask[Vote]) -> Choice:
        """The candidate."""
        own = next(c for c in standing(ask) if c.person == self.subject(ask))
        return candidate_choice(ask, own)

    def distractors(self, ask: Ask[Vote]) -> Iterable[Choice]:
        """Other candidates whose votes are told; nobody else's place is known."""
        return [
            candidate_choice(ask, c)
            for c in chosen_field(ask, self.subject(ask))
            if c.person != self.subject(ask)
        ]

    def explanation(self, ask: Ask[Vote]) -> str:
        """Give the count as far as it is told."""
        people = ask.index.persons
        first, *others = standing(ask)
        count = listed(
            [
                f"{people[first.person].name} received {votes(first):,} votes",
                *(f"{people[c.person].name} {votes(c):,}" for c in others),
            ]
        )
        return explanation(ask.fact, ask.index, lead=f"In {ask.fact.title}, {count}")

    def nearness(self, ask: Ask[Vote], key: Choice, choice: Choice) -> float:  # noqa: ARG002
        """Every option stood in the same election."""
        return 0.7


class Winner(InTheCount):
    """Who got most votes."""

    template: ClassVar[str] = "winner"
    aspect: ClassVar[str] = "winner"

    def subject(self, ask: Ask[Vote]) -> str:
        """Return the person with most votes."""
        known = standing(ask)
        return known[0].person if known else ""

    def stems(self, ask: Ask[Vote]) -> tuple[str, ...]:
        """Ask for the most votes among these."""
        title = ask.fact.title
        stems = (
            f"Which of these received the most votes in {title}?",
            f"Which of these led the count in {title}?",
        )
        return tuple(attributed(stem, ask.fact, ask.index) for stem in stems)

    def recall(self, ask: Ask[Vote]) -> Recall | Refusal:
        """Who got most? Only where the votes for everybody are told."""
        if reason := _untold(ask):
            return Refusal(reason)
        choice = self.key(ask)
        stem = attributed(f"Who received the most votes in {ask.fact.title}?", ask.fact, ask.index)
        return Recall(stems=(stem,), answer=choice.text, names=choice.names)


class Placed(InTheCount):
    """Who came second, third or fourth among those whom the options name."""

    template: ClassVar[str] = "placed"
    aspect: ClassVar[str] = "placed"
    offers_all: ClassVar[bool] = True

    def unsuitable(self, ask: Ask[Vote]) -> str | None:
        """Leave the first place to `winner`; refuse ties among the others too, which leave no places."""
        if reason := super().unsuitable(ask):
            return reason
        field = chosen_field(ask, self.subject(ask))
        if len({votes(c) for c in field}) < max(FEWEST_OPTIONS, len(field)):
            return "equal votes leave no clear places"
        if field[0].person == self.subject(ask):
            return "who came first is asked as winner"
        return None

    def subject(self, ask: Ask[Vote]) -> str:
        """Return the person whose card it is."""
        return ask.card.subject or ""

    def stems(self, ask: Ask[Vote]) -> tuple[str, ...]:
        """Ask for a place among as many as there are options."""
        field = chosen_field(ask, self.subject(ask))
        place = _ORDINALS[[c.person for c in field].index(self.subject(ask))]
        many, title = _NUMBERS[len(field)], ask.fact.title
        stem = f"Of these {many}, who came {place} by number of votes in {title}?"
        return (attributed(stem, ask.fact, ask.index),)

    def recall(self, ask: Ask[Vote]) -> Recall | Refusal:
        """Where did they come? Only where the votes for everybody are told, and no two alike."""
        known = standing(ask)
        if reason := _untold(ask):
            return Refusal(reason)
        place = [c.person for c in known].index(self.subject(ask))
        if place >= len(_ORDINALS):
            return Refusal(f"place {place + 1} is not worth knowing by heart")
        choice = self.key(ask)
        stem = f"Who came {_ORDINALS[place]} by number of votes in {ask.fact.title}?"
        return Recall(
            stems=(attributed(stem, ask.fact, ask.index),), answer=choice.text, names=choice.names
        )


def votes(candidate: Candidate) -> int:
    """Return the votes for a candidate of `standing`."""
    assert candidate.votes is not None
    assert candidate.votes.value is not None
    return candidate.votes.value


def standing(ask: Ask[Vote]) -> list[Candidate]:
    """Return the candidates whose votes are told exactly, those with most first."""
    told = [
        c
        for c in ask.fact.candidates
        if c.votes is not None
        and c.votes.value is not None
        and c.status is not Status.DRAFT
        and c.person in ask.index.persons
    ]
    return sorted(told, key=lambda c: (-votes(c), c.person))


def own_standing(ask: Ask[Vote]) -> Candidate | None:
    """Return the candidate whose card it is, None if their votes are not told exactly."""
    return next((c for c in standing(ask) if c.person == ask.card.subject), None)


def chosen_field(ask: Ask[Vote], subject: str) -> list[Candidate]:
    """Return the key and up to three others of different votes, those with most first.

    The card decides who they are, not the seed: the place that the stem asks for depends on them.
    """
    known = standing(ask)
    own = next(c for c in known if c.person == subject)
    others: list[Candidate] = []
    taken = {votes(own)}
    start = sum(ask.card.id.encode()) % len(known)
    for candidate in known[start:] + known[:start]:
        if votes(candidate) not in taken and len(others) < MOST_OPTIONS - 1:
            others.append(candidate)
            taken.add(votes(candidate))
    if subject == known[0].person:  # below the first place a tie among the others does no harm
        more = [c for c in known if c.person != subject and c not in others]
        others += more[: MOST_OPTIONS - 1 - len(others)]
    return sorted((own, *others), key=lambda c: (-votes(c), c.person))


def _untold(ask: Ask[Vote]) -> str | None:
    """Return why a place among all is not proved, None if it is."""
    vote, told = ask.fact, {c.person for c in standing(ask)}
    everybody = {c.person for c in vote.candidates}
    if vote.elected is not None:
        everybody |= set(vote.elected.ids())
    if not everybody <= told:
        return "front not unique: not everybody's votes are told"
    if vote.elected is None or not vote.elected.complete:
        return "front not unique: the list of those elected is not complete"
    return None


def candidate_choice(ask: Ask[Vote], candidate: Candidate) -> Choice:
    """Return a candidate as an option, with their votes as the reason."""
    name = ask.index.persons[candidate.person].name
    why = f"{name} received {votes(candidate):,} votes."
    return person_choice(ask.index, candidate.person, why=why, source=OptionSource.SAME_FACT)


WINNER = Winner()
PLACED = Placed()
