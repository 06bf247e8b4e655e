from __future__ import annotations

from dataclasses import replace

import pytest

from tests.questions.builders import SPRING, bank, deed, event
from trainer.questions.changes_in_words import in_brief, why_withheld
from trainer.questions.comparison import Changes, compare
from trainer.questions.question import Form

FAIR = event("fair", "the fair", "1871-04-20", people=(deed("ada-bell", "opened the fair"),))


def test_a_bank_does_not_differ_from_itself() -> None:
    changes = compare(bank(*SPRING), bank(*SPRING))
    assert not changes
    assert changes == Changes()
    assert in_brief(changes) == "the same questions"
    assert [*why_withheld(changes)] == []


def test_what_is_gained_one_way_is_lost_the_other_way() -> None:
    before, after = bank(*SPRING), bank(*SPRING, FAIR)
    there, back = compare(before, after), compare(after, before)
    assert there.gained
    assert {question.id for question in there.gained} == {question.id for question in back.lost}
    assert there.cards_gained == back.cards_lost
    assert "flood:fair#when" in there.cards_gained


def test_a_new_title_rewords_what_it_stands_in() -> None:
    second = replace(FAIR, title="the market")
    changes = compare(bank(*SPRING, FAIR), bank(*SPRING, second))
    assert changes.cards_gained == changes.cards_lost == ()
    assert {each.after.template for each in changes.reworded} >= {"when"}
    for each in changes.reworded:
        assert each.before.id == each.after.id
        assert each.before != each.after


def test_a_new_date_rewords_the_answer() -> None:
    second = event("fair", "the fair", "1871-04-26", people=FAIR.people)
    changes = compare(bank(*SPRING, FAIR), bank(*SPRING, second))
    assert "flood:fair#when@when.choice" in {each.after.id for each in changes.reworded}


def test_a_renamed_fact_carries_its_cards_on() -> None:
    renamed = replace(FAIR, id="spring-fair", formerly=("fair",))
    changes = compare(bank(*SPRING, FAIR), bank(*SPRING, renamed))
    assert ("flood:fair#when", "flood:spring-fair#when") in changes.cards_carried
    assert changes.cards_gained == changes.cards_lost == ()
    assert not {question.card for question in changes.lost} & {"flood:fair#when"}
    assert "under another id" in in_brief(changes)


def test_a_fact_renamed_without_formerly_is_another() -> None:
    changes = compare(bank(*SPRING, FAIR), bank(*SPRING, replace(FAIR, id="spring-fair")))
    assert "flood:fair#when" in changes.cards_lost
    assert "flood:spring-fair#when" in changes.cards_gained
    assert not changes.cards_carried


def test_what_can_no_longer_be_asked_says_why() -> None:
    twin = event("dance", "the dance", "1871-04-20", people=(deed("ben-carr", "opened the fair"),))
    changes = compare(bank(*SPRING, FAIR), bank(*SPRING, FAIR, twin))
    assert changes.groups[0].asked_before
    lines = [*why_withheld(changes)]
    told = [line for line in lines if "no longer asked" in line]
    assert any(f"“{question.prompt}”" in line for question in changes.lost for line in told)


def test_what_was_withheld_before_is_not_told_again() -> None:
    before = bank(*SPRING, FAIR)
    after = replace(
        before, withheld=tuple(replace(each, reason="another") for each in before.withheld)
    )
    assert not compare(before, after)


def test_reasons_are_grouped_the_most_frequent_first() -> None:
    changes = compare(bank(*SPRING[:2]), bank(*SPRING[:2], FAIR))
    sizes = [len(group.withheld) for group in changes.groups if not group.asked_before]
    assert sizes == sorted(sizes, reverse=True)
    assert len({(group.asked_before, group.reason) for group in changes.groups}) == len(
        changes.groups
    )


@pytest.mark.parametrize(
    ("form", "noun"),
    [(Form.CHOICE, "question"), (Form.RECALL, "flash card"), (Form.ORDER, "other form")],
)
def test_the_brief_counts_each_sort_by_itself(form: Form, noun: str) -> None:
    question = replace(bank(*SPRING).questions[0], form=form)
    assert in_brief(Changes(gained=(question,))) == f"+1 {noun}"
    assert in_brief(Changes(gained=(question,) * 2)) == f"+2 {noun}s"
    assert in_brief(Changes(lost=(question,))) == f"−1 {noun}"
    assert in_brief(Changes(gained=(question,) * 3, lost=(question,))) == f"+3 −1 {noun}"
