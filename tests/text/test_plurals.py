from __future__ import annotations

import pytest

from trainer.text.plurals import counted


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 cards"), (1, "1 card"), (2, "2 cards"), (1_200, "1,200 cards")],
)
def test_only_one_is_singular(number: int, said: str) -> None:
    assert counted(number, "card") == said
