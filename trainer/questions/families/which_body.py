"""`body`: a motion and what became of it, which body voted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Importance, Organization, Outcome, Vote
from trainer.dates import bounds
from trainer.questions.dating import month_names_in
from trainer.questions.draft import Ask, Choice, Pick, Recall, Refusal
from trainer.questions.families.family import Family
from trainer.questions.gate import closed
from trainer.questions.people import odds
from trainer.questions.question import Kind, OptionSource
from trainer.questions.wording import (
    attributed,
    beside,
    body,
    full_stop,
    scene_of,
    upper_first,
    with_year,
)
from trainer.questions.words import fold, telling_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.questions.index import Index

_ASKING = {
    Outcome.PASSED: (
        "Which body decided{when} to {motion}?",
        "Which body resolved{when} to {motion}?",
    ),
    Outcome.FAILED: (
        "Which body refused{when} to {motion}?",
        "By which body was the motion to {motion} turned down{when}?",
    ),
    Outcome.TIED: ("Which body was evenly divided{when} on the motion to {motion}?",),
    Outcome.DEFERRED: ("Which body put off a decision{when} on the motion to {motion}?",),
}


_ITS = re.compile(r"\bits\b")

# Two meetings of one party or union sat at times of their own: what the one decided the other did not.
# They come up more often: the one meeting of a party among bodies of the state would be known at sight.
_MEETINGS = frozenset({"conference", "congress"})
_MORE_FOR_A_MEETING = 5.0

# A body with such a share of all motions is the answer that everybody would give.
_OFTEN = 2 / 5


class WhichBody(Family[Vote]):
    """Other bodies that voted, in so far as they existed and neither contain the key nor belong to it."""

    template: ClassVar[str] = "body"
    aspect: ClassVar[str] = "body"
    kind: ClassVar[Kind] = Kind.VOTE
    pick: ClassVar[Pick] = Pick.BY_ODDS

    def unsuitable(self, ask: Ask[Vote]) -> str | None:
        """Refuse a motion that several bodies voted on, or that names its body."""
        vote, index = ask.fact, ask.index
        if vote.organization not in index.bodies or not vote.motion:
            return "the record does not tell which body voted"
        if vote.outcome not in _ASKING:
            return "its outcome is not told"
        if not scene_of(vote, ask.index):
            return "the record does not tell when"
        return _gives_no_choice(vote, vote.motion, index.bodies[vote.organization], index)

    def stems(self, ask: Ask[Vote]) -> tuple[str, ...]:
        """Ask by motion and verdict, placed in its month."""
        vote = ask.fact
        assert vote.outcome is not None, "unsuitable() comes first"
        motion = vote.motion or ""
        # What the motion says need not be said, and what the body's name says would be a clue.
        name = ask.index.bodies[vote.organization or ""].name
        when = scene_of(vote, ask.index)
        if month_names_in(name) & month_names_in(when):
            years = re.findall(r"\b\d{3,4}\b", when)
            when = f"in {years[-1]}" if years else ""
        else:
            motion = with_year(motion, when, ask.index)
            when = beside(when, motion)
        parts = {"when": f" {when}" if when else "", "motion": motion}
        return tuple(
            attributed(stem.format(**parts), vote, ask.index) for stem in _ASKING[vote.outcome]
        )

    def key(self, ask: Ask[Vote]) -> Choice:
        """The body."""
        record = ask.index.bodies[ask.fact.organization or ""]
        return _choice(ask, record, OptionSource.SAME_FACT)

    def distractors(self, ask: Ask[Vote]) -> Iterable[Choice]:
        """Bodies that voted on something else."""
        index, date = ask.index, ask.fact.when.date if ask.fact.when else None
        for name in index.bodies_voting_near(ask.fact):
            record = index.bodies[name]
            about = _both_meet(index, ask.fact, name) or index.activity.body_was_about(
                name, ask.fact.lesson, date
            )
            fit = not _is_party(record) and not closed(record)
            if about and fit and _existed(record, ask.fact):
                yield _choice(ask, record, OptionSource.OTHER_FACT)

    def may_be_right(self, ask: Ask[Vote], choice: Choice) -> bool:
        """A part of the body, or the whole that it is part of, may be said to have decided too.

        A body that has two wholes names one: "the Bolshevik fraction of the Conference" are Bolsheviks.
        """
        index, vote = ask.index, ask.fact
        own = vote.organization or ""
        return (
            own in index.wholes_of(choice.id)
            or choice.id in index.wholes_of(own)
            or bool(choice.names and choice.names <= telling_words(index.bodies[own].name))
            or choice.id in {vote.session, *vote.proposed_by}
            or (_share_a_whole(index, vote, choice.id) and not _both_meet(index, vote, choice.id))
        )

    def recall(self, ask: Ask[Vote]) -> Recall | Refusal:
        """Which body was it? `unsuitable` has refused what several voted on."""
        choice = self.key(ask)
        return Recall(stems=self.stems(ask), answer=choice.text, names=choice.names)


def _gives_no_choice(vote: Vote, motion: str, record: Organization, index: Index) -> str | None:
    """Return why anybody could tell which body it was, or several bodies would be right."""
    if _is_party(record):
        return "a party is no body that meets and votes"
    if len(index.bodies_on_motion[fold(motion)]) > 1:
        return "several bodies voted on this motion"
    if _ITS.search(motion) or telling_words(motion) & telling_words(record.gloss or ""):
        return "its motion describes the body"
    own, told = len(index.votes_of[record.id]), index.votes_told
    if own > _OFTEN * told and vote.importance is not Importance.CORE:
        share = (
            f"{own:,} of the {told:,} motions on record" if own < told else "every motion on record"
        )
        return f"{share} came before this body: easily guessed, it is asked for only of core votes"
    return None


def _share_a_whole(index: Index, vote: Vote, other: str) -> bool:
    """Tell whether the body and another are parts of one that votes itself."""
    shared = index.wholes_of(vote.organization or "") & index.wholes_of(other)
    return not shared.isdisjoint(index.votes_of)


def _both_meet(index: Index, vote: Vote, other: str) -> bool:
    """Tell whether the body and another are two meetings of one whole."""
    both = {index.bodies[body].classification for body in (vote.organization or "", other)}
    return both <= _MEETINGS and _share_a_whole(index, vote, other)


def _is_party(record: Organization) -> bool:
    return record.classification == "party"


def _choice(ask: Ask[Vote], record: Organization, source: OptionSource) -> Choice:
    told = len(ask.index.votes_of[record.id]) if record.id in ask.index.votes_of else 0
    why = full_stop(record.gloss or body(record))
    names = telling_words(record.name)
    more = _MORE_FOR_A_MEETING if _both_meet(ask.index, ask.fact, record.id) else 1
    return Choice(
        id=record.id,
        text=upper_first(body(record)),
        why=why,
        source=source,
        odds=more * odds(told, ask.index.votes_told),
        facts=(record.id,),
        names=names,
    )


def _existed(record: Organization, vote: Vote) -> bool:
    """Tell whether nothing in the record says that the body did not yet, or no longer, exist."""
    if vote.when is None:
        return True
    first, last = bounds(vote.when.date)
    founded = bounds(record.founded.date).first if record.founded else None
    dissolved = bounds(record.dissolved.date).last if record.dissolved else None
    too_early = founded is not None and last is not None and last < founded
    too_late = dissolved is not None and first is not None and first > dissolved
    return not too_early and not too_late


BODY = WhichBody()
