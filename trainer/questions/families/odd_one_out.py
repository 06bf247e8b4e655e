"""`odd-one-out`: who of several was NOT on a complete list. A composite question: of the cards of those who were."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Organization, Vote
from trainer.questions.cards import rolls_of
from trainer.questions.draft import Ask, Choice
from trainer.questions.explaining import gloss_of
from trainer.questions.families.composite import Composite, composed
from trainer.questions.families.member import MEMBER
from trainer.questions.gate import closed, unfit_for_plain_questions
from trainer.questions.ids import card_id, question_id
from trainer.questions.making import as_options, facts_of
from trainer.questions.people import cited, person_choice
from trainer.questions.proof import MOST_OPTIONS, echoes_stem, names_in_stem, stand_apart
from trainer.questions.question import (
    Answer,
    Card,
    Form,
    Kind,
    OptionSource,
    Question,
    Withheld,
)
from trainer.questions.seeding import Seeded
from trainer.questions.wording import (
    attributed,
    beside,
    body,
    by_whose_word,
    is_of_several,
    scene_of,
    upper_first,
    with_year,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.record import Roll
    from trainer.questions.families.rolls import Rolled
    from trainer.questions.index import Index
    from trainer.questions.timeline import Timeline

TEMPLATE = "odd-one-out"

# Fewer would leave a choice between two.
_FEWEST = 2


class OddOneOut(Composite):
    """Some of a complete list, and one who is certainly not on it."""

    template: ClassVar[str] = TEMPLATE

    def make(self, timeline: Timeline, seed: int) -> Iterator[Question | Withheld]:
        """Yield a question for each complete list of two or more, or why there is none."""
        index = timeline.index
        times = Counter[str]()
        facts: tuple[Rolled, ...] = (*index.chapter.organizations, *index.chapter.votes)
        for fact in facts:
            for roll in _rolls(fact):
                if len(roll.persons) >= _FEWEST:
                    question = _question(index, fact, roll, times, seed)
                    if isinstance(question, Question):
                        times[question.key.id] += 1
                    yield question


def _rolls(fact: Rolled) -> Iterator[Roll]:
    if isinstance(fact, Vote):
        yield from rolls_of(fact)
    elif fact.memberships is not None:
        yield fact.memberships


def _question(
    index: Index, fact: Rolled, roll: Roll, times: Counter[str], seed: int
) -> Question | Withheld:
    members = [who for who in roll.ids() if who in index.persons]
    first = _card(index, fact, roll.ids()[0])
    reason = unfit_for_plain_questions(fact)
    if not roll.complete:
        reason = reason or "the list is not complete and excludes nobody"
    if reason or len(members) < len(roll.ids()):
        why = reason or "the record lacks a person of the list"
        return Withheld(card=first.id, template=TEMPLATE, reason=why)
    # Who stands together is the chapter's doing, not the seed's: it is part of the question's id.
    chance = Seeded(first.id, TEMPLATE)
    stem = _stem(index, fact)
    ask = Ask(card=first, fact=fact, index=index, chance=chance)
    outside = [choice for choice in MEMBER.distractors(ask) if not _may_belong(ask, stem, choice)]
    offered = [
        who
        for who in members
        if closed(index.persons[who]) is None
        and not names_in_stem(stem, _inside(index, fact, who))
        and not echoes_stem(stem, _inside(index, fact, who))
    ]
    drawn = chance.shuffled_by_odds(outside, lambda choice: choice.odds)
    # Who has been the odd one already would be a good guess.
    key = min(drawn, key=lambda choice: times[choice.id], default=None)
    inside: list[Choice] = []
    for choice in (_inside(index, fact, who) for who in chance.shuffled(offered)):
        if key and len(inside) < MOST_OPTIONS - 1 and stand_apart(choice, (key, *inside)):
            inside.append(choice)
    if key is None or len(inside) < _FEWEST:
        return Withheld(
            card=first.id, template=TEMPLATE, reason="too few on the list, or nobody to set beside"
        )
    cards = tuple(sorted(_card(index, fact, choice.id).id for choice in inside))
    name = question_id(cards, TEMPLATE, Form.CHOICE)
    options = Seeded(seed, name).shuffled([key, *inside])
    return composed(
        index,
        cards,
        kind=Kind.PERSON,
        template=TEMPLATE,
        lesson=fact.lesson,
        importance=fact.importance,
        prompt=stem,
        options=as_options(options, key),
        answer=Answer(text=key.text),
        explanation=MEMBER.explanation(ask),
        evidence=MEMBER.evidence(ask),
        facts=facts_of(fact, options),
        precision=0.3,
        closeness=0.6,
        tags=(type(fact).__name__.lower(),),
    )


def _stem(index: Index, fact: Rolled) -> str:
    """Ask who was NOT on the list."""
    if isinstance(fact, Organization):
        return attributed(f"Which of these was NOT a member of {body(fact)}?", fact, index)
    scene = scene_of(fact, index)
    title = with_year(fact.title, scene, index)
    when = beside(scene, title)
    full = " as a full member" if fact.alternates and fact.alternates.persons else ""
    if fact.members is None:
        asked = f"was NOT chosen{full} in {title}"
    elif is_of_several(title):
        asked = f"was NOT one of {title}"
    else:
        asked = f"did NOT belong to {title}"
    if when and by_whose_word(fact, index):
        return attributed(f"Which of these {asked} {when}?", fact, index)
    start = f"{upper_first(when)}, which" if when else "Which"
    return attributed(f"{start} of these {asked}?", fact, index)


def _may_belong(ask: Ask[Rolled], stem: str, choice: Choice) -> bool:
    """Tell whether the data fails to prove somebody off the list, or the stem names them."""
    return (
        names_in_stem(stem, choice) or echoes_stem(stem, choice) or MEMBER.may_be_right(ask, choice)
    )


def _inside(index: Index, fact: Rolled, person: str) -> Choice:
    return person_choice(
        index, person, why=partial(_belonged, index, fact, person), source=OptionSource.SAME_FACT
    )


def _belonged(index: Index, fact: Rolled, person: str) -> str:
    """Say who somebody is, and that they were on the list."""
    return f"{gloss_of(index.persons[person])} One of them: {cited(fact.evidence)}"


def _card(index: Index, fact: Rolled, person: str) -> Card:
    return Card(
        id=card_id(index.chapter.id, fact.id, person, "member"),
        chapter=index.chapter.id,
        fact=fact.id,
        subject=person,
        aspect="member",
        kind=Kind.PERSON,
        lesson=fact.lesson,
        importance=fact.importance,
    )


ODD_ONE_OUT = OddOneOut()
