"""`match`: several persons of one lesson, each to be matched with what they did, held, wrote or were.

A composite question of its own form: what is shown are the predicates, and `answer.pairs` says whose each is.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from trainer.chapters.record import Event, Importance, Person, Statement, Work
from trainer.questions.cards import cards_of, deeds_by_subject
from trainer.questions.draft import Ask
from trainer.questions.explaining import statement_of
from trainer.questions.families.author import AUTHOR
from trainer.questions.families.composite import Composite, composed
from trainer.questions.families.role import HOLDER
from trainer.questions.families.stance import STANCE
from trainer.questions.families.who_did import WHO_DID
from trainer.questions.gate import closed, unfit_for_plain_questions
from trainer.questions.ids import question_id
from trainer.questions.people import cited, person_choice
from trainer.questions.question import (
    Answer,
    Form,
    Kind,
    Option,
    OptionSource,
    Question,
    Withheld,
)
from trainer.questions.seeding import Seeded
from trainer.questions.wording import (
    as_known,
    by_whose_word,
    called,
    full_stop,
    listed,
    on_issue,
    wrote_or_gave,
)
from trainer.questions.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.chapters.record import Evidence, Fact
    from trainer.questions.families.family import Family
    from trainer.questions.index import Index
    from trainer.questions.question import Card
    from trainer.questions.timeline import Timeline

TEMPLATE = "match"

# With fewer, all but one give the last away; more are too much to read.
FEWEST_PAIRS, MOST_PAIRS = 4, 5

# A predicate longer than this does not fit beside a name.
_LONGEST = 140

_BY_ASPECT: dict[str, Family[Any]] = {
    family.aspect: family for family in (WHO_DID, AUTHOR, HOLDER, STANCE)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """A person, and what is true of them alone among those who stand beside them."""

    ask: Ask[Any]
    family: Family[Any]
    person: str
    predicate: str


class Match(Composite):
    """Persons of a lesson, and of each something that is true of nobody else of them."""

    template: ClassVar[str] = TEMPLATE

    def make(self, timeline: Timeline, seed: int) -> Iterator[Question | Withheld]:
        """Yield a question for each lesson, or say why there is none."""
        index = timeline.index
        found: dict[str, list[_Pair]] = defaultdict(list)
        for card, fact in cards_of(index.chapter):
            family = _BY_ASPECT.get(card.aspect)
            if family is not None and card.lesson is not None:
                found[card.lesson] += _pairs(card, fact, family, index)
        for lesson, pairs in found.items():
            if not pairs:
                continue
            chosen = _chosen(Seeded(index.chapter.id, lesson, TEMPLATE).shuffled(pairs), index)
            if len(chosen) < FEWEST_PAIRS:
                reason = "of too few persons something is told that is true of none of the others"
                yield Withheld(card=pairs[0].ask.card.id, template=TEMPLATE, reason=reason)
            else:
                yield _question(index, lesson, chosen, seed)


def _pairs(card: Card, fact: Fact, family: Family[Any], index: Index) -> Iterator[_Pair]:
    """Yield what a card says of a person, if it may be told plainly and briefly."""
    ask: Ask[Any] = Ask(card=card, fact=fact, index=index, chance=Seeded(card.id, TEMPLATE))
    if unfit_for_plain_questions(fact) or family.unsuitable(ask):
        return
    if fact.importance is Importance.TRIVIA:
        return
    for person, predicate in _told(card, fact, index):
        known = person in index.persons and closed(index.persons[person]) is None
        if known and len(predicate) <= _LONGEST and not index.name_words[person] & words(predicate):
            yield _Pair(ask=ask, family=family, person=person, predicate=predicate)


def _told(card: Card, fact: Fact, index: Index) -> Iterator[tuple[str, str]]:
    match fact:
        case Event():
            deeds = deeds_by_subject(fact)[card.subject or ""]
            if by_whose_word(as_known(fact, deeds), index) is None:
                yield deeds[0].person, listed(deed.deed for deed in deeds if deed.deed)
        case _ if by_whose_word(fact, index) is not None:
            return
        case Statement():
            issue = on_issue(index, fact.issue)
            yield fact.speaker, f"held{f', on {issue},' if issue else ''} that {fact.position}"
        case Work(authors=(author,)):
            yield author, f"{wrote_or_gave(fact)} {called(fact)}"
        case Person():
            role = next(office.role for office in fact.offices if office.id == card.subject)
            yield fact.id, f"was {role}"
        case _:
            return


def _chosen(pairs: Sequence[_Pair], index: Index) -> list[_Pair]:
    """Return pairs of which no predicate may be true of another's person, or names another."""
    chosen: list[_Pair] = []
    for pair in pairs:
        if len(chosen) == MOST_PAIRS:
            break
        if all(_are_apart(pair, other, index) for other in chosen):
            chosen.append(pair)
    return chosen


def _are_apart(one: _Pair, other: _Pair, index: Index) -> bool:
    if index.is_same_person(one.person, other.person):
        return False
    return not any(
        index.name_words[wrong.person] & words(pair.predicate)
        or pair.family.may_be_right(pair.ask, person_choice(index, wrong.person))
        for pair, wrong in ((one, other), (other, one))
    )


def _question(index: Index, lesson: str, pairs: Sequence[_Pair], seed: int) -> Question:
    cards = tuple(sorted(pair.ask.card.id for pair in pairs))
    name = question_id(cards, TEMPLATE, Form.MATCH)
    by_name = sorted(pairs, key=lambda pair: index.persons[pair.person].sort_name)
    names = [index.persons[pair.person].name for pair in by_name]
    told = [f"{who} {pair.predicate}" for who, pair in zip(names, by_name, strict=True)]
    # The weightiest fact stands last, so that why it matters follows it.
    last = min(range(len(told)), key=lambda n: _weight(by_name[n]))
    in_turn = [*told[:last], *told[last + 1 :], told[last]]
    importance = min(
        (pair.ask.fact.importance for pair in pairs), key=lambda importance: importance.rank
    )
    return composed(
        index,
        cards,
        kind=Kind.PERSON,
        template=TEMPLATE,
        form=Form.MATCH,
        lesson=lesson,
        importance=importance,
        prompt=f"Match {listed(names)} with what is told of each.",
        options=tuple(_option(pair) for pair in Seeded(seed, name).shuffled(pairs)),
        answer=Answer(
            text="; ".join(told),
            pairs=tuple((who, pair.predicate) for who, pair in zip(names, by_name, strict=True)),
        ),
        explanation=" ".join(
            full_stop(part) for part in (*in_turn, *_why_it_matters(by_name[last], index)) if part
        ),
        evidence=tuple(dict.fromkeys(item for pair in by_name for item in _evidence(pair))),
        facts=tuple(dict.fromkeys(pair.ask.fact.id for pair in by_name)),
        precision=0.3,
        closeness=0.5,
    )


def _option(pair: _Pair) -> Option:
    """Return what is to be matched: its id is the person whose it is, and each is right for one."""
    return Option(
        id=pair.person,
        text=pair.predicate,
        correct=True,
        why=cited(_evidence(pair)),
        source=OptionSource.SAME_FACT,
    )


def _evidence(pair: _Pair) -> tuple[Evidence, ...]:
    return tuple(pair.family.evidence(pair.ask))


def _why_it_matters(pair: _Pair, index: Index) -> tuple[str, ...]:
    """Say why a fact matters: of an event only after the event, which one deed in it is not."""
    fact = pair.ask.fact
    if not fact.significance:
        return ()
    told = statement_of(fact, index) if isinstance(fact, Event) else ""
    return told, fact.significance


def _weight(pair: _Pair) -> tuple[bool, int]:
    """Return what puts facts first of which it is told why they matter, the important ones before others."""
    fact = pair.ask.fact
    return not fact.significance, fact.importance.rank


MATCH = Match()
