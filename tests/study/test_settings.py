from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.chapters.record import Importance
from trainer.errors import ContentError
from trainer.study.settings import (
    BY_KEY,
    IMPORTANCES,
    PARAMETER_BOUNDS,
    SETTINGS,
    Exam,
    StudySettings,
    as_toml,
    parse_settings,
    read_settings,
)
from trainer.study.settings_text import toml

if TYPE_CHECKING:
    from pathlib import Path

NAME = "study.toml"
ALL = f"""\
desired-retention = 0.85
minutes = 20
new-a-day = 0
reviews-a-day = 50
rollover-hour = 3
importance = ["secondary", "core"]
exam = {{ deck = "october-week", date = 2027-06-01 }}
parameters = {[least for least, _ in PARAMETER_BOUNDS]}
"""


def problems(text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        parse_settings(text, NAME)
    return [str(problem) for problem in caught.value.problems]


def test_without_a_file_everything_is_as_usual(tmp_path: Path) -> None:
    assert read_settings(tmp_path / NAME) == StudySettings()


def test_every_setting_is_read() -> None:
    read = parse_settings(ALL, NAME)
    assert read == StudySettings(
        desired_retention=0.85,
        minutes=20,
        new_a_day=0,
        reviews_a_day=50,
        rollover_hour=3,
        importance=("core", "secondary"),
        exam=Exam("october-week", date(2027, 6, 1)),
        parameters=tuple(least for least, _ in PARAMETER_BOUNDS),
    )
    assert all(getattr(read, each.attribute) is not None for each in SETTINGS)


def test_an_exam_may_be_a_table() -> None:
    text = 'minutes = 5\n[exam]\ndeck = "october-week"\ndate = 2027-06-01\n'
    assert parse_settings(text, NAME).exam == Exam("october-week", date(2027, 6, 1))


def test_settings_written_as_toml_are_read_as_they_were() -> None:
    read = parse_settings(ALL, NAME)
    written = "".join(f"{each.key} = {toml(as_toml(read, each))}\n" for each in SETTINGS)
    assert parse_settings(written, NAME) == read


def test_the_bounds_are_those_of_the_package() -> None:
    from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

    bounds = tuple(zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True))
    assert bounds == PARAMETER_BOUNDS


def test_importances_are_those_of_the_record() -> None:
    assert tuple(Importance) == IMPORTANCES


@pytest.mark.parametrize("share", [0.70, 0.9, 0.97])
def test_desired_retention_has_bounds(share: float) -> None:
    assert parse_settings(f"desired-retention = {share}", NAME).desired_retention == share


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("desired-retention = 1.5", "desired-retention is 1.5 – write a number from 0.70 to 0.97"),
        ("desired-retention = 0", "desired-retention is 0 –"),
        ("desired-retention = 0.975", "desired-retention is 0.975 –"),
        ("desired-retention = nan", "desired-retention is nan –"),
        ("desired-retention = true", "desired-retention is not a number –"),
        ("minutes = 0", "minutes is 0 – write a whole number from 1 to 240"),
        ("minutes = 2.5", "minutes is not a whole number –"),
        ("minutes = true", "minutes is not a whole number –"),
        ("new-a-day = -1", "new-a-day is -1 –"),
        ("reviews-a-day = 0", "reviews-a-day is 0 –"),
        ("rollover-hour = 24", "rollover-hour is 24 –"),
        ('importance = "core"', "importance is not a list of words –"),
        ("importance = []", "importance is not a list of words –"),
        ('importance = ["cor"]', "importance has 'cor' –"),
        ("importance = [[]]", "importance has [] –"),
        ("parameters = 3", "parameters are not a list of numbers –"),
        ("parameters = [0.4, 1.2]", "parameters are 2, and FSRS-6 has 21 –"),
        (
            f"parameters = {[99.0] * 21}",
            "parameters are wrong: number 5 is 99.0, not 1 to 10 –",
        ),
        ('exam = "june"', "exam does not have a deck and a date –"),
        ("exam = { deck = 3, date = 2027-06-01 }", "exam has a deck that is no name –"),
        ('exam = { deck = "x", date = 2027-06-01T12:00:00 }', "exam has a date that is no day –"),
        ("minuts = 10", "there is no setting minuts – did you mean minutes?"),
    ],
)
def test_what_a_setting_may_not_be_is_told_with_its_line(line: str, said: str) -> None:
    (told,) = problems(f"# mine\n\n{line}\n")
    assert told.startswith(f"{NAME}:3:1: {said}")


def test_everything_wrong_is_told_at_once() -> None:
    told = problems("minutes = 0\n\nrollover-hour = 99\n")
    assert [each.split(": ")[0] for each in told] == [f"{NAME}:1:1", f"{NAME}:3:1"]


def test_what_is_no_toml_is_told_with_its_place() -> None:
    (told,) = problems("minutes = 10\nminutes\n")
    assert told.startswith(f"{NAME}:2:8: this is no TOML: expected '='")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    file = tmp_path / NAME
    file.write_bytes(b"# \xff")
    with pytest.raises(ContentError, match="not text in UTF-8"):
        read_settings(file)
    with pytest.raises(ContentError, match="cannot be read: is a directory"):
        read_settings(tmp_path)


@given(st.sampled_from(sorted(BY_KEY)), st.text(max_size=20))
def test_whatever_is_typed_is_read_or_refused_in_words(key: str, text: str) -> None:
    setting = BY_KEY[key]
    value = setting.parse(text)
    try:
        setting.read(value)
    except ValueError as error:
        assert str(error)  # noqa: PT017 - a property, not an expectation
    else:
        assert parse_settings(f"{key} = {toml(value)}", NAME) is not None
