from __future__ import annotations

import pytest

from trainer.text.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said, “It rains.” Then he left.", ["It rains."]),
        ('He said, "It rains." Then he left.', ["It rains."]),
        ("”It rains,” he said. “It pours.”", ["It rains,", "It pours."]),
        ("the slogan ‘Keep Out!’ is old", ["Keep Out!"]),
        ("the slogan 'Keep Out!' is old", ["Keep Out!"]),
        ("the millers’ party and the mayor’s chain", []),
        ("“He called it ‘Mud and Money’ then,” she said.", ["He called it ‘Mud and Money’ then,", "Mud and Money"]),
        ("“Whose Lane?”— so she wrote", ["Whose Lane?"]),
        ("“unite! “ There was no such appeal", ["unite!"]),
        ("as she wrote in «Mud»", ["Mud"]),
        ("as she wrote in _Mud and Money_, twice", ["Mud and Money"]),
        ("as she wrote in *Mud*", ["Mud"]),
        ("snake_case_words and 2*3*4", []),
        ("“It goes on and on", ["It goes on and on"]),
        ("“It … (“Mud”) … ends.”", ["Mud"]),
        ("“ ”", []),
    ],
)  # fmt: skip
def test_a_mark_opens_or_closes_by_what_stands_beside_it(text: str, quoted: list[str]) -> None:
    found = [quotation.text for quotation in find_quotations(text)]
    assert found == quoted


def test_a_quotation_knows_its_place() -> None:
    text = "Of “Mud and Money” he wrote in “Mud”."
    assert [text[one.start : one.stop] for one in find_quotations(text)] == ["Mud and Money", "Mud"]
