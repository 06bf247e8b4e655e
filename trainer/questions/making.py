"""From a card and a family to a question, or to the reason why there is none."""

from __future__ import annotations

from dataclasses import replace
from statistics import fmean
from typing import TYPE_CHECKING, Any

from trainer.chapters.record import Count, Counts
from trainer.dates import Date
from trainer.questions.accepted import accepted
from trainer.questions.clozes import Cloze, is_fair
from trainer.questions.difficulty import OPEN, difficulty
from trainer.questions.distance import OUT_OF_TIME, Distance
from trainer.questions.distractors import Picker, arranged
from trainer.questions.draft import Ask, Choice, Refusal
from trainer.questions.gate import closed, unfit_for_plain_questions
from trainer.questions.ids import question_id
from trainer.questions.proof import echoes_stem, flaw, is_dated_otherwise, names_in_stem
from trainer.questions.question import Answer, Form, Front, Option, Question
from trainer.questions.seeding import Seeded
from trainer.questions.words import fold, names_of_person, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from trainer.chapters.record import Fact
    from trainer.questions.families.family import Family
    from trainer.questions.index import Index
    from trainer.questions.question import Card, Sought


# The tag of what asks about several facts at once, whichever they are.
COMPOSITE = "composite"


def make_choice(
    family: Family[Any],
    card: Card,
    fact: Fact,
    index: Index,
    seed: int,
    *,
    distance: Distance = Distance.NEAR,
) -> Question | Refusal:
    """Return the card asked as a choice, with distractors that mostly lie at this distance."""
    name = question_id((card.id,), family.template, Form.CHOICE)
    # The wording belongs to the card, so that another seed asks the same thing in the same words.
    ask = Ask(card=card, fact=fact, index=index, chance=Seeded(seed, name), distance=distance)
    unfit = unfit_for_plain_questions if family.plain else closed
    if reason := unfit(fact) or family.unsuitable(ask):
        return Refusal(reason)
    stem = Seeded(card.id, family.template).choice(family.stems(ask))
    key = family.key(ask)
    if names_in_stem(stem, key):
        return Refusal("the stem names the answer")

    def is_proved_wrong(choice: Choice) -> bool:
        return (
            not names_in_stem(stem, choice)
            and not echoes_stem(stem, choice)
            and not (not family.pick.is_ordered and is_dated_otherwise(stem, choice))
            and not any(family.may_be_right(ask, each) for each in _namesakes(choice, index))
        )

    def nearness(choice: Choice) -> float:
        return family.nearness(ask, key, choice)

    def pull(choice: Choice) -> float:
        odds = distance.odds(nearness(choice))
        # Dates stand at any distance, so that the key has any rank among them.
        if family.pick.is_ordered or not index.are_of_other_times(fact, key.id, choice.id):
            return odds
        return odds * OUT_OF_TIME

    picker = Picker(stem, key, is_proved_wrong, ask.chance, pull)
    pool = list(family.distractors(ask))
    distractors = picker.pick(family.pick, pool)
    if distractors is None:
        return Refusal("no options of like length and wording")
    if family.offers_all and len(distractors) < len(pool):
        return Refusal("the stem counts somebody who may not be offered")
    options = arranged(family.pick, key, distractors, ask.chance)
    if reason := flaw(options, key):
        return Refusal(reason)
    return Question(
        id=name,
        chapter=card.chapter,
        card=card.id,
        cards=(card.id,),
        kind=family.kind,
        demand=family.demand,
        template=family.template,
        form=Form.CHOICE,
        lesson=card.lesson,
        importance=card.importance,
        prompt=stem,
        options=as_options(options, key),
        answer=Answer(text=key.text),
        explanation=family.explanation(ask),
        evidence=family.evidence(ask),
        facts=facts_of(fact, options),
        difficulty=difficulty(
            card.importance,
            Form.CHOICE,
            precision=family.precision(ask),
            closeness=fmean(map(nearness, distractors)),
            familiarity=index.familiarity(key.id, fact.id),
        ),
        tags=tags_of(fact),
        ordered=family.pick.is_ordered,
    )


def _namesakes(choice: Choice, index: Index) -> Iterator[Choice]:
    """Yield the choice as it stands, and as whoever else goes by a name of the person who it is."""
    yield choice
    for who in sorted(index.namesakes.get(choice.id, ())):
        if who != choice.id:
            yield replace(choice, id=who)


def make_open(
    family: Family[Any], card: Card, fact: Fact, index: Index
) -> Question | Refusal | None:
    """Return the card asked without options, in the form fit for its answer; None if the family cannot."""
    if not family.asks_openly:
        return None
    ask = Ask(card=card, fact=fact, index=index, chance=Seeded(card.id))
    if reason := unfit_for_plain_questions(fact) or family.unsuitable(ask):
        return Refusal(reason)
    recall = family.recall(ask)
    if isinstance(recall, Refusal):
        return recall
    stem = Seeded(card.id, family.template).choice(recall.stems)
    if recall.names & words(stem):
        return Refusal("the stem names the answer")
    sought = family.sought(ask, recall)
    if reason := _namesake_of(sought, index):
        return Refusal(reason)
    answer = _answer(recall.answer, sought, stem, index)
    return _without_options(family, ask, form_of(sought), stem, answer)


def make_cloze(
    family: Family[Any], card: Card, fact: Fact, index: Index
) -> Question | Refusal | None:
    """Return the card as a sentence with a gap, to be filled in; None if the family asks for no gaps."""
    ask = Ask(card=card, fact=fact, index=index, chance=Seeded(card.id))
    if unfit_for_plain_questions(fact) or family.unsuitable(ask):
        # Its choice has told why.
        return None
    cloze = family.cloze(ask)
    if not isinstance(cloze, Cloze):
        return cloze
    if not is_fair(cloze.sentence, cloze.answer):
        return Refusal("the sentence gives away what is missing")
    if reason := _namesake_of(cloze.sought, index):
        return Refusal(reason)
    answer = _answer(cloze.answer, cloze.sought, cloze.sentence, index)
    return _without_options(family, ask, Form.CLOZE, cloze.sentence, answer)


def _namesake_of(sought: Sought | None, index: Index) -> str | None:
    """Return who else goes by the whole name of somebody who is sought: no answer could tell them apart."""
    for who in sought if isinstance(sought, tuple) else ():
        person = index.persons.get(who)
        for other in sorted(index.namesakes[who] - {who}) if person else ():
            if person and fold(person.name) in names_of_person(index.persons[other]):
                return f"front not unique: {other} goes by the same name"
    return None


def _answer(text: str, sought: Sought | None, stem: str, index: Index) -> Answer:
    return Answer(text=text, accepted=accepted(text, sought, stem, index), sought=sought)


def _without_options(
    family: Family[Any], ask: Ask[Any], form: Form, stem: str, answer: Answer
) -> Question:
    card, fact, index = ask.card, ask.fact, ask.index
    named = answer.sought if isinstance(answer.sought, tuple) else ()
    return Question(
        id=question_id((card.id,), family.template, form),
        chapter=card.chapter,
        card=card.id,
        cards=(card.id,),
        kind=family.kind,
        demand=family.demand,
        template=family.template,
        form=form,
        lesson=card.lesson,
        importance=card.importance,
        prompt=stem,
        options=(),
        answer=answer,
        explanation=family.explanation(ask),
        evidence=family.evidence(ask),
        facts=tuple(dict.fromkeys((fact.id, *named))),
        difficulty=difficulty(
            card.importance,
            form,
            precision=family.precision(ask),
            closeness=OPEN,
            familiarity=index.familiarity(*named, fact.id),
        ),
        tags=tags_of(fact),
    )


def form_of(sought: Sought | None) -> Form:
    """Return in which form an answer is given that is judged by this."""
    match sought:
        case None:
            return Form.RECALL
        case Date():
            return Form.DATE
        case Count() | Counts():
            return Form.NUMBER
        case _:
            return Form.TYPED


def front_of(card: Card, question: Question) -> Front:
    """Return a question without options as the card's front."""
    return Front(
        card=card,
        stem=question.prompt,
        answer=question.answer.text,
        explanation=question.explanation,
        evidence=question.evidence,
    )


def as_options(choices: Sequence[Choice], key: Choice) -> tuple[Option, ...]:
    """Return the choices as options, of which the key alone is correct."""
    return tuple(
        Option(id=c.id, text=c.text, correct=c.id == key.id, why=c.reason(), source=c.source)
        for c in choices
    )


def facts_of(fact: Fact, choices: Iterable[Choice]) -> tuple[str, ...]:
    """Return the id of every fact that a question rests on, its own first."""
    return tuple(dict.fromkeys((fact.id, *(name for choice in choices for name in choice.facts))))


def tags_of(fact: Fact) -> tuple[str, ...]:
    """Return what a deck may select a question by, beside its own fields."""
    tags = [type(fact).__name__.lower()]
    if fact.contested:
        tags.append("contested")
    return tuple(tags)
