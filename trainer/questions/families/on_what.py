"""`on-what`: a body, a day and a tally, what was voted on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Outcome, Vote
from trainer.dates import Order, bounds, compare
from trainer.questions.dating import month_names_in
from trainer.questions.draft import Ask, Choice, Pick, Recall, Refusal
from trainer.questions.explaining import fate
from trainer.questions.families.family import Family
from trainer.questions.families.outcome import tally_of
from trainer.questions.question import Kind, OptionSource
from trainer.questions.wording import (
    attributed,
    body,
    full_stop,
    on_date,
    on_date_beside,
    upper_first,
)
from trainer.questions.words import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from trainer.questions.index import Index

_REACH = 30

# In more days than these a body decides more than one thing, whatever the record tells.
_FEW_DAYS = 2

# So many motions of the body itself are enough to choose from.
_ENOUGH = 8

_ASKING = {
    Outcome.PASSED: (
        "{what} did {who}{adverb} decide to do{when}{tally}?",
        "{When}, {what} did {who}{adverb} resolve to do{tally}?",
    ),
    Outcome.FAILED: (
        "{what} did {who} refuse to do{when}{tally}?",
        "{When}, {what} did {who} decline to do{tally}?",
    ),
    Outcome.TIED: ("On {step} was {who} evenly divided{when}?",),
    Outcome.DEFERRED: ("On {step} did {who} put off a decision{when}?",),
}


class OnWhat(Family[Vote]):
    """What was moved at other times, by this body and by others."""

    template: ClassVar[str] = "on-what"
    aspect: ClassVar[str] = "on-what"
    kind: ClassVar[Kind] = Kind.VOTE
    pick: ClassVar[Pick] = Pick.BY_LENGTH
    tells_date: ClassVar[bool] = True

    def unsuitable(self, ask: Ask[Vote]) -> str | None:
        """Refuse what names neither body nor outcome, nor anything that tells this vote from others."""
        vote, index = ask.fact, ask.index
        if vote.organization not in index.bodies or not vote.motion:
            return "the record does not tell which body voted"
        if vote.outcome not in _ASKING:
            return "its outcome is not told"
        if vote.when is None and tally_of(vote) is None:
            return "neither date nor tally tells it from other votes of the body"
        return None

    def stems(self, ask: Ask[Vote]) -> tuple[str, ...]:
        """Ask by body, date, verdict and tally; the body may have decided on more that day."""
        return self._asking(ask, "which of these")

    def _asking(self, ask: Ask[Vote], what: str) -> tuple[str, ...]:
        vote = ask.fact
        assert vote.outcome is not None, "unsuitable() comes first"
        who, style = body(ask.index.bodies[vote.organization or ""]), ask.index.two_calendars
        when = on_date_beside(vote.when.date, who, style=style) if vote.when else ""
        parts = {
            "what": what,
            "step": "what step" if what == "what" else "which of these steps",
            "who": who,
            "when": f" {when}" if when else "",
            "When": upper_first(when),
            "tally": _by(vote),
            "adverb": " unanimously" if vote.unanimous else "",
        }
        asking = _ASKING[vote.outcome] if when else _ASKING[vote.outcome][:1]
        return tuple(
            attributed(upper_first(stem.format(**parts)), vote, ask.index, dated=True)
            for stem in asking
        )

    def key(self, ask: Ask[Vote]) -> Choice:
        """The motion."""
        return _choice(ask.fact, _in_short(ask.fact, ask.index), OptionSource.SAME_FACT)

    def distractors(self, ask: Ask[Vote]) -> Iterable[Choice]:
        """Motions of this body, and of others of its sort, recorded before and after."""
        own = ask.fact
        dated = bool(month_names_in(own.motion or ""))
        of_this_body = len(ask.index.votes_of[own.organization or ""]) > _ENOUGH
        for vote in ask.index.motions_near(own, _REACH):
            if of_this_body and vote.organization != own.organization:
                continue
            if vote.id == own.id or fold(vote.motion or "") == fold(own.motion or ""):
                continue
            # A motion that names a month tells of itself when it was moved.
            if _are_of_a_sort(ask.index, own, vote) and (
                dated or not month_names_in(vote.motion or "")
            ):
                yield _choice(vote, partial(_in_short, vote, ask.index), OptionSource.OTHER_FACT)

    def may_be_right(self, ask: Ask[Vote], choice: Choice) -> bool:
        """Another motion is proved wrong by its day, or by the figures of another vote of the body."""
        other = ask.index.facts[choice.id]
        assert isinstance(other, Vote)
        return not _are_told_apart(ask.fact, other)

    def recall(self, ask: Ask[Vote]) -> Recall | Refusal:
        """What was it? Unique if a day or a tally tells it from all else that the body decided."""
        vote = ask.fact
        if tally_of(vote) is None and not _took_few_days(vote):
            return Refusal("front not unique: a body decides more than one thing in so long a time")
        for other in ask.index.votes_about(vote):
            if other.id != vote.id and not _are_told_apart(vote, other):
                return Refusal(f"front not unique: {other.id} answers it as well")
        return Recall(stems=self._asking(ask, "what"), answer=upper_first(vote.motion or ""))


def _are_of_a_sort(index: Index, one: Vote, other: Vote) -> bool:
    """Tell whether a body could have moved what another did.

    They are one body, belong to one party or council, or are of one kind and belong to none.
    """
    first, second = one.organization or "", other.organization or ""
    wholes = index.wholes_of(first), index.wholes_of(second)
    if first == second or wholes[0] & wholes[1]:
        return True
    if any(len(whole) > 1 for whole in wholes):
        return False
    kinds = {index.bodies[body].classification for body in (first, second) if body in index.bodies}
    return len(kinds) == 1 and None not in kinds


def _are_told_apart(vote: Vote, other: Vote) -> bool:
    """Tell whether the data proves that two motions are not one vote, seen from the stem of the first.

    Both sides of a motion ("to adopt", "to reject") have exchanged figures: those prove nothing.
    """
    if (
        vote.when
        and other.when
        and compare(vote.when.date, other.when.date) in {Order.BEFORE, Order.AFTER}
    ):
        return True
    one, two = tally_of(vote), tally_of(other)
    if one is not None and two is not None:
        return one != two
    return vote.organization != other.organization and other.organization is not None


def _took_few_days(vote: Vote) -> bool:
    first, last = bounds(vote.when.date) if vote.when else (None, None)
    return first is not None and last is not None and last - first < _FEW_DAYS


def _in_short(vote: Vote, index: Index) -> str:
    """Say what became of a motion, without repeating it: "The Town Council carried this on …"."""
    when = f" {on_date(vote.when.date, style=index.two_calendars)}" if vote.when else ""
    return full_stop(f"{fate(vote, index)} this{when}".replace("put off this", "put this off"))


def _by(vote: Vote) -> str:
    """Say the tally of a decided vote: ", by 519 votes to 414"."""
    figures = tally_of(vote)
    if figures is None:
        return ""
    return f", by {figures.more:,} votes to {figures.fewer:,}"


def _choice(vote: Vote, why: str | Callable[[], str], source: OptionSource) -> Choice:
    return Choice(
        id=vote.id, text=upper_first(vote.motion or ""), why=why, source=source, facts=(vote.id,)
    )


ON_WHAT = OnWhat()
