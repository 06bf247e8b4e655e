"""`stance`: a position on an issue, who held it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import LinkType, Statement, Voice
from trainer.questions.activity import LONGEST_REASON
from trainer.questions.draft import Ask, Choice, Pick, Recall, Refusal
from trainer.questions.families.family import Family
from trainer.questions.people import person_choice, reason_for, right_person, who_could_have
from trainer.questions.question import Demand, Kind, OptionSource
from trainer.questions.rows import days_of
from trainer.questions.wording import (
    attributed,
    audience_of,
    beside,
    by_whose_word,
    introduced,
    on_issue,
    scene_of,
    upper_first,
    with_year,
)
from trainer.questions.words import fold, name_words_of_person, word_stems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.questions.index import Index

# Who spoke against it is the distractor that teaches most.

# So many words of an issue, and half of them, make a position name it.
_FEWEST_SHARED = 2

# What somebody held so many days earlier or later may be quite another matter.
_ONE_TIME = 31


class Stance(Family[Statement]):
    """Opponents first, then persons of whom no position on the issue is told."""

    template: ClassVar[str] = "stance"
    aspect: ClassVar[str] = "stance"
    kind: ClassVar[Kind] = Kind.PERSON
    demand: ClassVar[Demand] = Demand.EXPLAIN
    pick: ClassVar[Pick] = Pick.BY_ODDS

    def unsuitable(self, ask: Ask[Statement]) -> str | None:
        """Refuse a position that several held in the same words."""
        if ask.fact.speaker not in ask.index.persons:
            return "no person is told to have held it"
        if len(ask.index.holders_of_position[fold(ask.fact.position)]) > 1:
            return "several held this position"
        return None

    def stems(self, ask: Ask[Statement]) -> tuple[str, ...]:
        """Ask with issue and month."""
        statement, scene = ask.fact, scene_of(ask.fact, ask.index)
        issue = on_issue(ask.index, statement.issue)
        if issue is not None:
            issue = with_year(issue, scene, ask.index)
            if _says_issue(statement.position, issue):
                issue = None
        whom = audience_of(statement, ask.index)
        when = beside(scene, f"{issue or ''} {whom or ''}")
        time = f" {when}" if when else ""
        held = f"told {whom}" if whom else "held"
        if issue is None:
            stems: tuple[str, ...] = (f"Who {held}{time} that {statement.position}?",)
        elif when:
            stems = (
                f"On {issue}, who {held}{time} that {statement.position}?",
                f"{upper_first(when)}, on {issue}, who {held} that {statement.position}?",
            )
        else:
            stems = (f"On {issue}, who {held} that {statement.position}?",)
        return tuple(attributed(stem, statement, ask.index, of=statement.speaker) for stem in stems)

    def key(self, ask: Ask[Statement]) -> Choice:
        """The speaker."""
        return right_person(ask, ask.fact.speaker)

    def distractors(self, ask: Ask[Statement]) -> Iterable[Choice]:
        """Opponents, and others who could have spoken."""
        statement, index = ask.fact, ask.index
        against = [
            person for person in opponents_of(ask.fact, ask.index) if person in index.persons
        ]
        for person in against:
            why = partial(_as_opponent, ask, person)
            yield person_choice(
                index, person, why=why, source=OptionSource.SAME_FACT, aspect=self.aspect
            )
        when = statement.when.date if statement.when else None
        for person in who_could_have(ask, when, statement.speaker):
            if person not in against:
                yield person_choice(
                    index,
                    person,
                    why=reason_for(ask, person),
                    aspect=self.aspect,
                )

    def may_be_right(self, ask: Ask[Statement], choice: Choice) -> bool:
        """Who spoke or voted on the issue without opposing may have held the same."""
        if ask.index.is_same_person(choice.id, ask.fact.speaker):
            return True
        if choice.id in opponents_of(ask.fact, ask.index):
            return False
        issue = ask.fact.issue
        spoke = bool(ask.index.statements_of.get((issue, choice.id)))
        return spoke or choice.id in ask.index.voters_on.get(issue, frozenset())

    def recall(self, ask: Ask[Statement]) -> Recall | Refusal:
        """Who held it? `unsuitable` has refused what several held."""
        person = ask.index.persons[ask.fact.speaker]
        return Recall(stems=self.stems(ask), answer=person.name, names=name_words_of_person(person))


def _says_issue(position: str, issue: str) -> bool:
    """Tell whether a position names what it is about, so that the issue would say it twice."""
    named = word_stems(issue)
    shared = len(named & word_stems(position))
    return shared >= _FEWEST_SHARED and 2 * shared >= len(named)


def _as_opponent(ask: Ask[Statement], person: str) -> str:
    """Say what an opponent held instead, if they said it then or in the same exchange, and briefly."""
    statement, record = ask.fact, ask.index.persons[person]
    said = ask.index.statements_of.get((statement.issue, person), ())
    answers = [s for s in said if _replies(s, statement) or _replies(statement, s)]
    then = sorted((gap, n) for n, s in enumerate(said) if (gap := _gap(s, statement)) <= _ONE_TIME)
    for other in (*answers, *(said[n] for _, n in then)):
        held = f"{record.name} held that {other.position}."
        plain = other.voice is Voice.NARRATOR and by_whose_word(other, ask.index) is None
        if plain and len(held) <= LONGEST_REASON:
            return held
    who = introduced(record)
    return f"{who} stood on the other side of this issue."


def are_of_one_time(one: Statement, other: Statement) -> bool:
    """Tell whether two statements lie so near in time that their speakers did not change their minds between."""
    return _gap(one, other) <= _ONE_TIME


def _gap(one: Statement, other: Statement) -> float:
    """Return how many days lie between two statements; two without a date are of one time."""
    first, second = days_of(one), days_of(other)
    if first is None or second is None:
        return 0 if first is second else float("inf")
    return max(0, first[0] - second[1], second[0] - first[1])


def opponents_of(statement: Statement, index: Index) -> dict[str, None]:
    """Return who is told to have been against this very position, by it or by a reply to it."""
    answered = (
        other.speaker
        for other in index.replies_to.get(statement.id, ())
        if other.issue == statement.issue and statement.speaker in other.opponents
    )
    return dict.fromkeys(p for p in (*statement.opponents, *answered) if p != statement.speaker)


def _replies(reply: Statement, statement: Statement) -> bool:
    return any(
        link.type is LinkType.IN_REPLY_TO and link.to == statement.id for link in reply.links
    )


STANCE = Stance()
