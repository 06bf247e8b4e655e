from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.study.memories import memory
from trainer.questions.question import Form
from trainer.study.maturity import form_for
from trainer.study.memory import State

OF_A_CARD = [Form.CHOICE, Form.TYPED, Form.NUMBER, Form.DATE, Form.CLOZE, Form.RECALL]
BOTH = frozenset({Form.CHOICE, Form.TYPED})
NEW = [None, memory(State.LEARNING)]
OLDER = [memory(State.LEARNING, step=1), memory(), memory(State.RELEARNING, lapses=1)]


@pytest.mark.parametrize("held", NEW)
def test_a_new_card_is_asked_with_options(held: object) -> None:
    assert form_for(held, BOTH) is Form.CHOICE  # type: ignore[arg-type]


@pytest.mark.parametrize("held", OLDER)
def test_options_are_gone_before_a_card_leaves_its_learning_steps(held: object) -> None:
    assert form_for(held, BOTH) is Form.TYPED  # type: ignore[arg-type]


def test_what_is_judged_goes_before_what_the_learner_grades() -> None:
    assert form_for(memory(), frozenset({Form.RECALL, Form.DATE})) is Form.DATE
    assert form_for(memory(), frozenset({Form.RECALL, Form.CLOZE})) is Form.CLOZE
    assert form_for(memory(), frozenset({Form.RECALL, Form.CHOICE})) is Form.RECALL


@given(st.sets(st.sampled_from(OF_A_CARD), min_size=1), st.sampled_from([*NEW, *OLDER]))
def test_every_card_is_asked_in_a_form_that_it_has(forms: set[Form], held: object) -> None:
    assert form_for(held, frozenset(forms)) in forms  # type: ignore[arg-type]
