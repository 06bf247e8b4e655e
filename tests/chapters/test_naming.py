from __future__ import annotations

import pytest

from trainer.chapters.naming import LONGEST_NAME, check_name, is_name, likely_name
from trainer.errors import UsageError


@pytest.mark.parametrize("name", ["harbour-lamp", "1848", "a", "x" * LONGEST_NAME])
def test_a_good_name_is_taken(name: str) -> None:
    check_name(name, "chapter")


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("Harbour Lamp", "harbour-lamp"),
        ("harbour_lamp", "harbour-lamp"),
        ("Die Brücke", "die-brucke"),
        ("the mayor's hat", "the-mayors-hat"),
        ("../escape", "escape"),
        ("a--b", "a-b"),
        ("-a", "a"),
        ("con", "con-chapter"),
        ("лампа", "harbour-lamp"),
        ("", "harbour-lamp"),
    ],
)
def test_a_bad_name_is_refused_with_one_to_use_instead(name: str, instead: str) -> None:
    with pytest.raises(UsageError) as refused:
        check_name(name, "chapter")
    assert instead in refused.value.problem.mend


@pytest.mark.parametrize("text", ["word " * 40, "w" * 200, "con", "лампа"])
def test_what_is_suggested_is_a_name_or_nothing(text: str) -> None:
    suggested = likely_name(text)
    assert not suggested or is_name(suggested)
