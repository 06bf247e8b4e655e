"""Of whatever chapter: every question keeps the rules, none is missing without a reason, and nothing hangs on chance.

`pytest --hypothesis-profile=many tests/questions/test_generated_chapters.py` tries thousands of chapters.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.questions.judge_of_fronts import second_answers
from tests.questions.rich_chapters import rich_chapters
from tests.questions.rules import broken_rules
from tests.questions.strategies import of_any_chapter
from trainer.questions.bank import FRONT, build_bank
from trainer.questions.cards import cards_of
from trainer.questions.families.catalogue import BY_REQUEST, FAMILIES
from trainer.questions.question import Form

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter
    from trainer.questions.question import Bank


def assert_sound(record: Chapter, made: Bank) -> None:
    for question in made.questions:
        assert broken_rules(record, question) == [], question.id
        if not question.options:
            assert second_answers(record, question) == [], question.id


def assert_complete(record: Chapter, made: Bank) -> None:
    asked = {(q.card, q.template) for q in made.questions if q.form is Form.CHOICE}
    fronts = {front.card.id for front in made.fronts}
    withheld = {(each.card, each.template) for each in made.withheld}
    assert all(each.reason and "None" not in each.reason for each in made.withheld)
    for card, fact in cards_of(record):
        families = [f for f in FAMILIES if f.aspect == card.aspect and f.concerns(card, fact)]
        assert families, f"no family asks for {card.id}"
        for family in families:
            assert ((card.id, family.template) in asked) != ((card.id, family.template) in withheld)
        if any(family.gives_front for family in families):
            assert (card.id in fronts) != ((card.id, FRONT) in withheld), card.id


@of_any_chapter()
def test_every_question_keeps_the_rules_and_what_is_not_asked_has_its_reason(
    record: Chapter,
) -> None:
    made = build_bank(record, 0, BY_REQUEST)
    assert_sound(record, made)
    assert_complete(record, made)
    stems = Counter(question.prompt for question in made.questions if not question.options)
    assert [stem for stem, times in stems.items() if times > 1] == []


@of_any_chapter(rich_chapters(plenty=True), fewer=3)
def test_chapters_with_plenty_of_everything_are_asked_soundly(record: Chapter) -> None:
    assert_sound(record, build_bank(record, 1, BY_REQUEST))


@of_any_chapter(fewer=3)
def test_nothing_hangs_on_chance_and_a_seed_changes_nothing_but_the_options(
    record: Chapter,
) -> None:
    one, other = build_bank(record, 1, BY_REQUEST), build_bank(record, 2, BY_REQUEST)
    assert one == build_bank(record, 1, BY_REQUEST)
    assert (one.cards, one.fronts) == (other.cards, other.fronts)
    told = {question.id: question for question in one.questions}
    for question in other.questions:
        before = told.get(question.id, question)
        assert (question.prompt, question.answer) == (before.prompt, before.answer)
        if not question.options:
            assert question == before
        if question.form in {Form.ORDER, Form.MATCH}:
            assert {o.id for o in question.options} == {o.id for o in before.options}
    assert_sound(record, other)
