"""Drawing distractors: no option stands out by the words that it has from the stem."""

from __future__ import annotations

import pytest

from trainer.questions.distractors import Picker
from trainer.questions.draft import Choice, Pick
from trainer.questions.proof import one_echoes_alone
from trainer.questions.question import OptionSource
from trainer.questions.seeding import Seeded

STEM = "What followed on the fire at the mill?"
KEY = "The bridge was closed"
PLAIN = ("The council was called", "The pond was drained", "The bishop was sent for")
ECHO, SECOND_ECHO = "The mill was sold", "A fire was lit again"


def choice(text: str) -> Choice:
    return Choice(
        id=text.lower().replace(" ", "-"), text=text, why="", source=OptionSource.OTHER_FACT
    )


def drawn(pick: Pick, *texts: str, key: str = KEY, seed: int = 0) -> set[str]:
    picker = Picker(STEM, choice(key), lambda _: True, Seeded(seed))
    found = picker.pick(pick, [choice(text) for text in texts])
    assert found is not None
    return {each.text for each in found}


@pytest.mark.parametrize("pick", [Pick.BY_LENGTH, Pick.BY_ODDS])
@pytest.mark.parametrize("seed", range(8))
def test_a_distractor_never_echoes_the_stem_alone_where_others_do_not(
    pick: Pick, seed: int
) -> None:
    assert drawn(pick, *PLAIN, ECHO, seed=seed) == set(PLAIN)


@pytest.mark.parametrize("pick", [Pick.BY_LENGTH, Pick.BY_ODDS])
def test_two_that_echo_alike_may_stand_together(pick: Pick) -> None:
    offered = [drawn(pick, *PLAIN, ECHO, SECOND_ECHO, seed=seed) for seed in range(40)]
    assert all((ECHO in texts) == (SECOND_ECHO in texts) for texts in offered)
    assert any(ECHO in texts for texts in offered)


@pytest.mark.parametrize("pick", [Pick.BY_LENGTH, Pick.BY_ODDS])
def test_one_echoes_alone_where_nothing_else_is_left(pick: Pick) -> None:
    assert drawn(pick, *PLAIN[:2], ECHO) == {*PLAIN[:2], ECHO}


def test_what_all_repeat_or_none_is_no_echo_of_one() -> None:
    assert not one_echoes_alone(STEM, [choice(text) for text in (KEY, *PLAIN)])
    assert not one_echoes_alone(STEM, [choice(text) for text in (ECHO, SECOND_ECHO, KEY)])
    assert one_echoes_alone(STEM, [choice(text) for text in (ECHO, KEY, *PLAIN)])
