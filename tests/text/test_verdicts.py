from __future__ import annotations

import pytest

from trainer.text.verdicts import tells_carried


@pytest.mark.parametrize(
    ("group", "carried"),
    [
        ("carried by eight votes to five", True),
        ("was Adopted unanimously", True),
        ("a majority of 20 to 2", True),
        ("rejected by a majority", False),
        ("voted down, 20 to 2", False),
        ("20 to 2", None),
        ("a majority against four", None),
        ("could not secure a majority", None),
        ("was never passed", None),
        ("one carried, one rejected", None),
        ("passed, with three not voting", True),
    ],
)
def test_words_tell_whether_a_motion_was_carried(group: str, carried: bool | None) -> None:  # noqa: FBT001
    assert tells_carried(group) is carried


def test_a_verb_of_the_motion_tells_nothing_of_what_became_of_it() -> None:
    assert tells_carried("rejected the compromise") is False
    assert tells_carried("rejected the compromise", "reject the compromise") is None
    assert tells_carried("by a majority rejected it", "reject the compromise") is True
