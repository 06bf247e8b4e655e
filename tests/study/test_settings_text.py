from __future__ import annotations

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.errors import ContentError, TrainerError
from trainer.study.settings_text import changed, lines_of_keys, toml

MINE = """\
# how I study
 desired-retention =  0.9   # as ever; see "why"

importance = [  # not only
    "core",
    "secondary"
]  # for now
minutes=10
# the end
"""


def change(text: str, key: str, value: object) -> str:
    return changed(text, key, value, "study.toml")


@pytest.mark.parametrize(
    ("key", "value", "before", "after"),
    [
        ("desired-retention", 0.92, " =  0.9   # as", " =  0.92   # as"),
        ("minutes", 15, "minutes=10", "minutes=15"),
        ("new-a-day", 5, "minutes=10\n", "minutes=10\nnew-a-day = 5\n"),
        ("minutes", None, "minutes=10\n", ""),
        ("new-a-day", None, "", ""),
    ],
)
def test_a_change_leaves_every_other_byte(key: str, value: object, before: str, after: str) -> None:
    assert change(MINE, key, value) == MINE.replace(before, after)


def test_line_ends_stay_as_they_are() -> None:
    theirs = MINE.replace("\n", "\r\n")
    for key, value in (("minutes", 15), ("new-a-day", 5), ("minutes", None)):
        assert change(theirs, key, value) == change(MINE, key, value).replace("\n", "\r\n")


def test_a_new_key_stands_above_the_first_table() -> None:
    text = '# my exam\n\n[exam]\ndeck = "x"\n'
    assert change(text, "minutes", 5) == '# my exam\n\nminutes = 5\n[exam]\ndeck = "x"\n'


@pytest.mark.parametrize("text", ["", "# mine", "# mine\n", "new-a-day = 3"])
def test_a_key_is_added_to_any_file(text: str) -> None:
    after = change(text, "minutes", 5)
    assert after.endswith("minutes = 5\n")
    assert after.startswith(text)


@pytest.mark.parametrize(
    ("text", "key", "place"),
    [
        ("# mine\n[exam]\ndeck = 'x'\n", "exam", "study.toml:2"),
        ("importance = [\n  'core', # mine\n]\n", "importance", "study.toml:1"),
        (MINE, "importance", "study.toml:4"),
        ("exam.deck = 'x'\nexam.date = 2027-06-01\n", "exam", "study.toml:1"),
    ],
)
def test_what_cannot_be_changed_without_losing_a_note_is_refused(
    text: str, key: str, place: str
) -> None:
    with pytest.raises(TrainerError, match=f"^{place}:1: {key} is written here in a way"):
        change(text, key, ["core"])


def test_what_is_no_toml_is_not_changed() -> None:
    with pytest.raises(ContentError, match="this is no TOML"):
        change("minutes", "minutes", 3)


def test_keys_are_found_on_their_lines() -> None:
    assert lines_of_keys(f"{MINE}[exam]\ndeck = 'x'\n") == {
        "desired-retention": 2,
        "importance": 4,
        "minutes": 8,
        "exam": 10,
    }


VALUES = st.one_of(
    st.integers(-99, 99),
    st.floats(allow_nan=False, allow_infinity=False),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), max_size=3),
    st.fixed_dictionaries(
        {
            "deck": st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
            "date": st.dates(date(1000, 1, 1)),
        }
    ),
)


@given(VALUES)
def test_any_value_is_written_so_that_it_is_read_again(value: object) -> None:
    assert tomllib.loads(f"x = {toml(value)}") == {"x": value}


KEYS = st.sampled_from(["a", "b-b", "c"])


@given(
    st.lists(st.tuples(KEYS, VALUES, st.sampled_from(["", "# one", "  # two = 'three'"]))),
    st.lists(st.tuples(KEYS, st.none() | VALUES), max_size=4),
)
def test_many_changes_keep_what_else_is_said(
    written: list[tuple[str, object, str]], changes: list[tuple[str, object]]
) -> None:
    said = {key: (value, note) for key, value, note in written}
    text = "".join(f"# {key}\n{key} = {toml(value)}{note}\n" for key, (value, note) in said.items())
    expected = {key: value for key, (value, _) in said.items()}
    for key, value in changes:
        text = change(text, key, value)
        expected.pop(key, None) if value is None else expected.update({key: value})
        assert tomllib.loads(text) == expected
    assert all(f"# {key}\n" in text for key in said)
