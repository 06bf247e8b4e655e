"""`position`: a person, an issue and a time, what they held."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Statement
from trainer.questions.draft import Ask, Choice, Pick, Recall, Refusal
from trainer.questions.explaining import say_the_same
from trainer.questions.families.family import Family
from trainer.questions.families.stance import are_of_one_time, opponents_of
from trainer.questions.gate import shaky
from trainer.questions.people import cited
from trainer.questions.phrases import view_choice
from trainer.questions.question import Demand, Kind, OptionSource
from trainer.questions.rows import days_of, is_before
from trainer.questions.wording import (
    attributed,
    audience_of,
    beside,
    by_whose_word,
    full_stop,
    on_issue,
    scene_of,
    upper_first,
    with_year,
)
from trainer.questions.words import telling_words, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.questions.index import Index

# So many views on either side in time, or so many of an issue, are enough to choose from.
_REACH = 60

# With fewer that touch on the issue, the issue alone would tell the answer.
_FEWEST_ON_ISSUE = 2

# So many views of persons of the same side are enough to choose from.
_ENOUGH = 4


class Position(Family[Statement]):
    """What opponents held, what the person held before or after a change of mind, and one view on another matter."""

    template: ClassVar[str] = "position"
    aspect: ClassVar[str] = "position"
    kind: ClassVar[Kind] = Kind.PERSON
    demand: ClassVar[Demand] = Demand.EXPLAIN
    pick: ClassVar[Pick] = Pick.BY_LENGTH

    def unsuitable(self, ask: Ask[Statement]) -> str | None:
        """Refuse what a body held, and what names its holder."""
        statement, index = ask.fact, ask.index
        if statement.speaker not in index.persons:
            return "no person is told to have held it"
        if not _issue(ask):
            return "its issue has no name"
        if index.name_words[statement.speaker] & words(statement.position):
            return "the position names its holder"
        return None

    def stems(self, ask: Ask[Statement]) -> tuple[str, ...]:
        """Ask among options, of which the person may have held others at another time."""
        on = _issue(ask) if _on_issue(ask) else ""
        when, whom = _circumstances(ask, on)
        did = f"which of these did {_holder(ask)} {f'tell {whom}' if whom else 'hold'}"
        if on:
            time = f" {when}" if when else ""
            stems = [f"On {on}, {did}{time}?"]
            if by_whose_word(ask.fact, ask.index) is not None:
                stems = [f"{upper_first(did)}{time} on {on}?"]
            elif when:
                stems.append(f"{upper_first(when)}, {did} on {on}?")
        else:
            stems = [f"{upper_first(did)}{f' {when}' if when else ''}?"]
        return tuple(_attributed(ask, stem) for stem in stems)

    def key(self, ask: Ask[Statement]) -> Choice:
        """What they held."""
        return view_choice(ask.fact, cited(ask.fact.evidence), OptionSource.SAME_FACT)

    def distractors(self, ask: Ask[Statement]) -> Iterable[Choice]:
        """Views on the issue with no more than one on another matter; or, the issue left unnamed, views of the time."""
        index = ask.index
        on_issue = _on_issue(ask)
        if not on_issue and not scene_of(ask.fact, index):
            return
        elsewhere = [
            s
            for s in _wrong(ask, _issue(ask) if on_issue else "", _near(ask))
            if s not in on_issue and are_of_one_time(s, ask.fact)
        ]
        alike = [s for s in elsewhere if index.share_a_side(s.speaker, ask.fact.speaker)]
        elsewhere = alike if len(alike) >= _ENOUGH else elsewhere
        lone = frozenset(_option(s) for s in elsewhere) if on_issue else frozenset()
        for statement in (*on_issue, *elsewhere):
            text = _option(statement)
            yield replace(
                view_choice(statement, partial(_whose, index, statement), OptionSource.OTHER_FACT),
                apart=lone - {text} if text in lone else frozenset(),
            )

    def may_be_right(self, ask: Ask[Statement], choice: Choice) -> bool:
        """Whatever the person is not told to have been against, and may have held at that time."""
        other = ask.index.facts[choice.id]
        assert isinstance(other, Statement), "views stand beside views"
        return _may_be_held(ask.fact, other, ask.index)

    def precision(self, ask: Ask[Statement]) -> float:  # noqa: ARG002
        """A whole thought is wanted, not its side."""
        return 0.6

    def nearness(self, ask: Ask[Statement], key: Choice, choice: Choice) -> float:  # noqa: ARG002
        """Views are near, those on the issue more so: one has to know what each means."""
        view = ask.index.facts[choice.id]
        return 1.0 if isinstance(view, Statement) and view.issue == ask.fact.issue else 0.7

    def recall(self, ask: Ask[Statement]) -> Recall | Refusal:
        """What did they hold? Only where the record tells of one view then."""
        statement, index = ask.fact, ask.index
        own = (
            other
            for name in index.namesakes[statement.speaker]
            for other in index.statements_of.get((statement.issue, name), ())
            if other is not statement
        )
        if not all(_is_elsewhere(other, statement, index) for other in own):
            return Refusal("they are told to have held more than this on the issue")
        on = _issue(ask)
        when, whom = _circumstances(ask, on)
        did = f"{_holder(ask)} {f'tell {whom}' if whom else 'hold'}"
        time = f" {when}" if when else ""
        if by_whose_word(statement, index) is None:
            stem = f"On {on}, what did {did}{time}?"
        else:
            # One phrase before the question is enough.
            stem = f"What did {did}{time} on {on}?"
        return Recall(stems=(_attributed(ask, stem),), answer=full_stop(statement.position))


def _holder(ask: Ask[Statement]) -> str:
    return ask.index.persons[ask.fact.speaker].name


def _issue(ask: Ask[Statement]) -> str:
    issue = on_issue(ask.index, ask.fact.issue) or ""
    return with_year(issue, scene_of(ask.fact, ask.index), ask.index)


def _attributed(ask: Ask[Statement], stem: str) -> str:
    return attributed(stem, ask.fact, ask.index, of=ask.fact.speaker)


def _circumstances(ask: Ask[Statement], on: str) -> tuple[str, str]:
    """Return when it was held and before whom, as far as that is told, without what the issue says."""
    statement, index = ask.fact, ask.index
    whom = audience_of(statement, index) or ""
    return beside(scene_of(statement, index), f"{on} {whom}"), whom


def _on_issue(ask: Ask[Statement]) -> list[Statement]:
    """Return the views on the issue that may be offered, if they are enough for the issue to be named."""
    views = (view for view in _near(ask) if view.issue == ask.fact.issue)
    found = [*_wrong(ask, _issue(ask), views)]
    return found if len(found) >= _FEWEST_ON_ISSUE else []


def _wrong(ask: Ask[Statement], on: str, views: Iterable[Statement]) -> Iterator[Statement]:
    """Yield those of the views about as long as the key that the person is proved not to have held then.

    None names the person, who would hardly speak of themselves, or says more of the stem than the key does.
    """
    statement, index = ask.fact, ask.index
    names = index.name_words[statement.speaker]
    stem = telling_words(" ".join((on, *_circumstances(ask, on))))
    own, echoes = len(statement.position), len(stem & telling_words(statement.position))
    for other in views:
        said = telling_words(other.position)
        if (
            own / 2 <= len(other.position) <= 2 * own
            and len(stem & said) <= echoes
            and not names & words(other.position)
            and not _may_be_held(statement, other, index)
        ):
            yield other


def _near(ask: Ask[Statement]) -> Iterator[Statement]:
    """Return what persons held at about that time or on the issue, and what the statement went back on."""
    statement, index = ask.fact, ask.index
    days = days_of(statement)
    found = dict.fromkeys(s.id for s in index.statements_near(statement, _REACH))
    if days is not None:
        found |= dict.fromkeys(f.id for f in index.rows[Statement].near(days[0], _REACH))
    found |= dict.fromkeys(index.links.undone(statement.id))
    for name in found:
        other = index.facts[name]
        if (
            isinstance(other, Statement)
            and other is not statement
            and other.speaker in index.persons
            and not shaky(other)
            and by_whose_word(other, index) is None
        ):
            yield other


def _may_be_held(statement: Statement, other: Statement, index: Index) -> bool:
    """Tell whether the holder of one view is not proved to have held another otherwise at that time."""
    holder = statement.speaker
    if say_the_same(statement.position, other.position):
        return True
    if holder in other.also_held_by:
        return True
    if index.is_same_person(holder, other.speaker):
        return not _is_given_up(statement, other, index)
    is_on_issue = other.issue == statement.issue
    if are_of_one_time(statement, other) and (
        holder in opponents_of(other, index)
        or (is_on_issue and other.speaker in opponents_of(statement, index))
    ):
        return False
    if is_on_issue or holder in index.sides_taken[other.issue]:
        return True
    # What was said elsewhere, or by others there, was not said here, whoever else may have thought it.
    return not (audience_of(statement, index) and audience_of(other, index))


def _is_given_up(one: Statement, other: Statement, index: Index) -> bool:
    """Tell whether somebody held two views at different times, of which the later went back on the earlier.

    Who goes back on having gone back on something may hold it again: of a chain no more than one link proves it.
    """
    undone = index.links.undone
    tied = other.id in undone(one.id) or one.id in undone(other.id)
    return tied and _is_elsewhere(one, other, index)


def _is_elsewhere(one: Statement, other: Statement, index: Index) -> bool:
    """Tell whether two views were certainly held at different times, and the month or year in a stem tells them apart."""
    first, second = (scene_of(s, index).removeprefix("in ") for s in (one, other))
    if not first or not second or first.endswith(second) or second.endswith(first):
        return False
    return is_before(one, other) or is_before(other, one)


def _option(statement: Statement) -> str:
    return upper_first(f"that {statement.position}")


def _whose(index: Index, statement: Statement) -> str:
    """Say who held it, and when."""
    when = beside(scene_of(statement, index), statement.position)
    who = index.persons[statement.speaker].name
    return f"{who} held that{f' {when}' if when else ''}."


POSITION = Position()
