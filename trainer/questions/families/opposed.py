"""`opposed`: a position on an issue, against whom it was held."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Event, LinkType, Part, Statement, Work
from trainer.questions.draft import Ask, Choice, Pick
from trainer.questions.explaining import explanation, statement_of
from trainer.questions.families.family import Family
from trainer.questions.families.stance import opponents_of
from trainer.questions.gate import closed
from trainer.questions.people import person_choice, reason_for, right_person, who_could_have
from trainer.questions.question import Demand, Kind, OptionSource
from trainer.questions.seeding import Seeded
from trainer.questions.wording import (
    attributed,
    beside,
    body,
    by_whose_word,
    on_issue,
    scene_of,
    upper_first,
    with_year,
)
from trainer.questions.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.record import Link
    from trainer.questions.index import Index


class Opposed(Family[Statement]):
    """Who stood with the speaker against the same person, then persons with whom the speaker had no quarrel."""

    template: ClassVar[str] = "opposed"
    aspect: ClassVar[str] = "stance"
    kind: ClassVar[Kind] = Kind.PERSON
    demand: ClassVar[Demand] = Demand.EXPLAIN
    pick: ClassVar[Pick] = Pick.BY_ODDS
    gives_front: ClassVar[bool] = False

    def unsuitable(self, ask: Ask[Statement]) -> str | None:
        """Refuse positions against bodies alone, and those that name whom they are against."""
        if not ask.fact.opponents:
            return "nobody is told to have been against it"
        if not any(who in ask.index.persons for who in ask.fact.opponents):
            return "it was held against bodies, and no person is named"
        if not _answered(ask.fact, ask.index):
            return "it is no reply to one of them, and others may have been against it as well"
        if not _speaker(ask):
            return "no person is told to have held it"
        if not _unnamed(ask):
            return "the stem names the answer"
        return None

    def stems(self, ask: Ask[Statement]) -> tuple[str, ...]:
        """Ask with speaker, issue and month."""
        statement, scene, speaker = ask.fact, scene_of(ask.fact, ask.index), _speaker(ask)
        issue = on_issue(ask.index, statement.issue)
        issue = with_year(issue, scene, ask.index) if issue else ""
        position = statement.position
        when = beside(scene, f"{issue} {position}")
        on = f", on {issue}," if issue else ""
        reported = by_whose_word(statement, ask.index)
        opening = f"{upper_first(when)}, against" if when and not reported else "Against"
        time = f" {when}" if when and reported else ""
        return (
            attributed(
                f"{opening} whom did {speaker} argue{time}{on or (',' if time else '')} that {position}?",
                statement,
                ask.index,
            ),
        )

    def key(self, ask: Ask[Statement]) -> Choice:
        """Whom it was held against; of several, the one whom the card's id draws."""
        return right_person(ask, _opponent(ask))

    def distractors(self, ask: Ask[Statement]) -> Iterable[Choice]:
        """Allies of the speaker, and others who could have been meant."""
        index, statement, opponent = ask.index, ask.fact, _opponent(ask)
        allies = _allies(ask)
        for person, said in allies.items():
            yield person_choice(
                index,
                person,
                why=said,
                source=OptionSource.OTHER_FACT,
                aspect=self.template,
            )
        when = statement.when.date if statement.when else None
        for person in who_could_have(ask, when, opponent):
            # Who holds no view in the record tempts nobody beside one who does.
            if person not in allies and index.answered("stance", person):
                yield person_choice(
                    index,
                    person,
                    why=reason_for(ask, person),
                    aspect=self.template,
                )

    def may_be_right(self, ask: Ask[Statement], choice: Choice) -> bool:
        """Whoever spoke on the issue, unless on the speaker's side, and whoever else quarrelled with the speaker."""
        index, statement = ask.index, ask.fact
        against = {*statement.opponents, *opponents_of(statement, index)}
        if any(index.is_same_person(choice.id, who) for who in (*against, statement.speaker)):
            return True
        if against & (
            index.circles.get(choice.id, frozenset()) | index.ties.get(choice.id, frozenset())
        ):
            return True
        if choice.id in _allies(ask):
            return False
        if choice.id in index.adversaries.get(statement.speaker, frozenset()):
            return True
        return choice.id in index.sides_taken.get(statement.issue, frozenset())

    def explanation(self, ask: Ask[Statement]) -> str:
        """Say also what was answered where that is told, and in any case whom."""
        index, told = ask.index, (ask.index.facts[link.to] for link in _replies(ask.fact))
        answers = [
            f"{index.persons[other.speaker].name} had held that {other.position}."
            for other in told
            if isinstance(other, Statement)
            and other.speaker in index.persons
            and by_whose_word(other, index) is None
            and closed(other) is None
        ]
        opponent = _opponent(ask)
        if not index.name_words[opponent] & words(" ".join(answers)):
            answers.append(f"That was an answer to {index.persons[opponent].name}.")
        return explanation(ask.fact, index, more=answers)


def _replies(statement: Statement) -> Iterator[Link]:
    return (link for link in statement.links if link.type is LinkType.IN_REPLY_TO)


def _answered(statement: Statement, index: Index) -> list[str]:
    """Return those opponents to whom the statement replies: whom it was meant for is no guess."""
    found: set[str] = set()
    for link in _replies(statement):
        match index.facts.get(link.to):
            case Statement(speaker=speaker):
                found.add(speaker)
            case Work(authors=authors):
                found.update(authors)
            case Event(people=people):
                found.update(deed.person for deed in people if deed.part is Part.ACTOR)
            case _:
                pass
    return [who for who in statement.opponents if who in found and who in index.persons]


def _speaker(ask: Ask[Statement]) -> str:
    """Name the speaker, who may be a body."""
    index, who = ask.index, ask.fact.speaker
    if who in index.persons:
        return index.persons[who].name
    return body(index.bodies[who]) if who in index.bodies else ""


def _unnamed(ask: Ask[Statement]) -> list[str]:
    """Return the opponents whom the stem does not name."""
    issue = on_issue(ask.index, ask.fact.issue) or ""
    said = words(f"{_speaker(ask)} {ask.fact.position} {issue}")
    names = ask.index.name_words
    return [who for who in _answered(ask.fact, ask.index) if not names[who] & said]


def _opponent(ask: Ask[Statement]) -> str:
    return Seeded(ask.card.id, "opposed").choice(_unnamed(ask))


def _allies(ask: Ask[Statement]) -> dict[str, str]:
    """Return who held something on the issue against the same person, with it, and never against the speaker."""
    index, statement, opponent = ask.index, ask.fact, _opponent(ask)
    against = index.statements_against
    foes = {other.speaker for other in against.get((statement.issue, statement.speaker), ())}
    own = index.statements_of[statement.issue, statement.speaker]
    foes |= {who for other in own for who in other.opponents}
    return {
        other.speaker: statement_of(other, index)
        for other in against[statement.issue, opponent]
        if other.speaker in index.persons
        and other.speaker not in foes
        and scene_of(other, index) == scene_of(statement, index)
        and closed(other) is None
        and by_whose_word(other, index) is None
    }


OPPOSED = Opposed()
