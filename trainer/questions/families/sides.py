"""`sides` and `stood`: a motion, who spoke for or against it, and on which side somebody stood."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Outcome, Stand, Vote
from trainer.questions.cards import SIDES
from trainer.questions.draft import Ask, Choice, Pick, Recall
from trainer.questions.explaining import gloss_of
from trainer.questions.families.family import Family
from trainer.questions.families.outcome import voted_again
from trainer.questions.people import cited, person_choice, who_could_have
from trainer.questions.question import Kind, OptionSource
from trainer.questions.wording import (
    attributed,
    body,
    body_or_session,
    on_date_beside,
    scene_of,
    upper_first,
)
from trainer.questions.words import telling_words, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.questions.index import Index

_ENDS = {Outcome.PASSED: "carried", Outcome.FAILED: "rejected"}

_OTHER = {Stand.FOR: Stand.AGAINST, Stand.AGAINST: Stand.FOR}

_DID = {Stand.FOR: "supported it", Stand.AGAINST: "opposed it"}

_STAND = {
    Stand.FOR: "supported the motion.",
    Stand.AGAINST: "opposed the motion.",
    Stand.ABSTAINING: "abstained.",
    Stand.NOT_VOTING: "did not vote.",
    Stand.ABSENT: "was absent.",
}


class _OnASide(Family[Vote]):
    aspect: ClassVar[str] = "sides"
    kind: ClassVar[Kind] = Kind.VOTE
    tells_date: ClassVar[bool] = True

    def unsuitable(self, ask: Ask[Vote]) -> str | None:  # noqa: PLR0911  # each reason returns
        """Refuse what does not tell who voted, and a subject of several sides, or named by the motion."""
        vote, index = ask.fact, ask.index
        if body_or_session(index, vote) is None or not vote.motion:
            return "the record does not tell who voted"
        if not (vote.when or scene_of(vote, index)):
            return "the record does not tell when"
        subject = ask.card.subject or ""
        if subject not in index.persons and subject not in index.bodies:
            return f"the record has no {subject}"
        if subject == vote.casting_vote:
            return "they voted twice, the second time to end a tie"
        if len(_stands_of(vote, index, subject)) > 1:
            return "the record has them on several sides"
        if _names(index, subject) & (words(vote.motion) | telling_words(vote.motion)):
            return "the motion names them"
        return voted_again(vote, index)


class Sides(_OnASide):
    """Those on other sides; where all of one side are told, also others who could have voted."""

    template: ClassVar[str] = "sides"
    pick: ClassVar[Pick] = Pick.BY_ODDS
    gives_front: ClassVar[bool] = False

    def stems(self, ask: Ask[Vote]) -> tuple[str, ...]:
        """Ask for one of a side."""
        who, when = _who_and_when(ask)
        motion = ask.fact.motion
        did = "supported" if _stand(ask) is Stand.FOR else "opposed"
        stems = (
            f"When {who} decided{when} on the motion to {motion}, which of these {did} it?",
            f"Which of these {did} the motion to {motion} when {who} decided on it{when}?",
        )
        return tuple(attributed(stem, ask.fact, ask.index, dated=True) for stem in stems)

    def key(self, ask: Ask[Vote]) -> Choice:
        """Whose card it is."""
        return _choice(
            ask, ask.card.subject or "", cited(ask.fact.evidence), OptionSource.SAME_FACT
        )

    def distractors(self, ask: Ask[Vote]) -> Iterable[Choice]:
        """Persons beside a person, bodies beside a body."""
        vote, index = ask.fact, ask.index
        subject = ask.card.subject or ""
        rows = index.persons if subject in index.persons else index.bodies
        told = dict.fromkeys((*(side.who for side in vote.sides), *vote.proposed_by))
        for who in told:
            if who in rows and who != subject:
                stands = _stands_of(vote, index, who)
                stand = next(iter(stands)) if len(stands) == 1 else None
                if stand is not None:
                    why = f"{upper_first(_called(index, who))} {_STAND[stand]}"
                    yield _choice(ask, who, why, OptionSource.SAME_FACT)
        if subject in index.persons and _is_complete(vote, index, _stand(ask)):
            for who in who_could_have(ask, vote.when.date if vote.when else None, subject):
                if who not in told:
                    yield person_choice(
                        index,
                        who,
                        why=partial(_left_out, ask, who),
                        aspect=self.aspect,
                    )

    def may_be_right(self, ask: Ask[Vote], choice: Choice) -> bool:
        """Whoever is not told to have stood elsewhere, unless all of this side are told."""
        vote, index, stand = ask.fact, ask.index, _stand(ask)
        stands = _stands_of(vote, index, choice.id)
        if stands:
            return stand in stands
        return not _is_complete(vote, index, stand)


class Stood(_OnASide):
    """For it or against it, carried or rejected: each half of the key stands twice."""

    template: ClassVar[str] = "stood"
    pick: ClassVar[Pick] = Pick.ALL

    def unsuitable(self, ask: Ask[Vote]) -> str | None:
        """Refuse also a vote of which the outcome is not told."""
        if ask.fact.outcome not in _ENDS:
            return "its outcome is not told"
        return super().unsuitable(ask)

    def stems(self, ask: Ask[Vote]) -> tuple[str, ...]:
        """Ask for the side and for what came of it."""
        who, when = _who_and_when(ask)
        name, motion = _called(ask.index, ask.card.subject or ""), ask.fact.motion
        stems = (
            f"Where did {name} stand when {who} decided{when} on the motion to {motion}?",
            f"When {who} decided{when} on the motion to {motion}, on which side did {name} stand?",
        )
        return tuple(attributed(stem, ask.fact, ask.index, dated=True) for stem in stems)

    def key(self, ask: Ask[Vote]) -> Choice:
        """The side, and the outcome."""
        assert ask.fact.outcome is not None, "unsuitable() comes first"
        why = cited(ask.fact.evidence)
        return _side(ask, _stand(ask), ask.fact.outcome, why, OptionSource.SAME_FACT)

    def distractors(self, ask: Ask[Vote]) -> Iterable[Choice]:
        """The other side, the other outcome, and both."""
        own, name = _stand(ask), upper_first(_called(ask.index, ask.card.subject or ""))
        outcome = ask.fact.outcome
        assert outcome is not None, "unsuitable() comes first"
        other = next(end for end in _ENDS if end is not outcome)
        side = f"{name} {_DID[own]}"
        ended = f"the motion was {_ENDS[outcome]}"
        computed = OptionSource.COMPUTED
        return [
            _side(ask, _OTHER[own], outcome, f"{side}.", computed),
            _side(ask, own, other, f"{upper_first(ended)}.", computed),
            _side(ask, _OTHER[own], other, f"{side}, and {ended}.", computed),
        ]

    def recall(self, ask: Ask[Vote]) -> Recall:
        """On which side? `unsuitable` has refused what the body voted on more than once."""
        return Recall(stems=self.stems(ask), answer=self.key(ask).text)


def _who_and_when(ask: Ask[Vote]) -> tuple[str, str]:
    """Return who voted, and when, as the middle of a stem."""
    vote, index = ask.fact, ask.index
    who = body_or_session(index, vote) or ""
    style = index.two_calendars
    when = on_date_beside(vote.when.date, who, style=style) if vote.when else scene_of(vote, index)
    return who, f" {when}" if when else ""


def _stand(ask: Ask[Vote]) -> Stand:
    return next(s.stand for s in ask.fact.sides if s.who == ask.card.subject and s.stand in SIDES)


def _stands_of(vote: Vote, index: Index, who: str) -> set[Stand]:
    """Return where somebody stood, by any of the ids that may mean them; who moved something was for it."""
    same = index.namesakes.get(who, frozenset((who,)))
    stands = {side.stand for side in vote.sides if side.who in same}
    return stands | ({Stand.FOR} if same & set(vote.proposed_by) else set())


def _is_complete(vote: Vote, index: Index, stand: Stand) -> bool:
    """Tell whether as many persons are told on a side as voted for it."""
    count = dict(vote.counts.known()).get(stand) if vote.counts else None
    people = {side.who for side in vote.sides if side.stand is stand and side.who in index.persons}
    return count is not None and count.value == len(people)


def _left_out(ask: Ask[Vote], person: str) -> str:
    """Say who somebody is, of whom the record proves that they were not on a side told in full."""
    did = "supported" if _stand(ask) is Stand.FOR else "opposed"
    return f"All who {did} it are on record. Not among them: {gloss_of(ask.index.persons[person])}"


def _called(index: Index, who: str) -> str:
    return index.persons[who].name if who in index.persons else body(index.bodies[who])


def _names(index: Index, who: str) -> frozenset[str]:
    return index.name_words[who] if who in index.persons else telling_words(index.bodies[who].name)


def _choice(ask: Ask[Vote], who: str, why: str, source: OptionSource) -> Choice:
    index = ask.index
    if who in index.persons:
        return person_choice(index, who, why=why, source=source)
    text, names = upper_first(_called(index, who)), _names(index, who)
    return Choice(id=who, text=text, why=why, source=source, facts=(who,), names=names)


def _side(ask: Ask[Vote], stand: Stand, outcome: Outcome, why: str, source: OptionSource) -> Choice:
    prevailed = (stand is Stand.FOR) == (outcome is Outcome.PASSED)
    side = "For it" if stand is Stand.FOR else "Against it"
    text = f"{side}, {'and' if prevailed else 'but'} it was {_ENDS[outcome]}"
    name = f"{ask.fact.id}:{stand}-{outcome}"
    return Choice(id=name, text=text, why=why, source=source, facts=(ask.fact.id,))


SIDES_OF = Sides()
STOOD = Stood()
