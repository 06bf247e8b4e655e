from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from tests.questions.builders import SPRING, chapter
from trainer.errors import OutputError, TrainerError
from trainer.questions.bank import build_bank
from trainer.questions.question import Form
from trainer.study.flags import add_flag, flag_of, read_flags, sources_of

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.study.flags import Flag

RECORD = chapter(*SPRING)
BANK = build_bank(RECORD)
LATE = datetime(2026, 3, 4, 23, 30, tzinfo=timezone(timedelta(hours=-5)))


def flag(name: str, reason: str = "it is wrong") -> Flag:
    made = flag_of(BANK, RECORD, name, reason, LATE)
    assert made is not None
    return made


CHOICE = next(each for each in BANK.questions if each.form is Form.CHOICE and each.card)
COMPOSITE = next(each for each in BANK.questions if each.card is None)


def test_a_question_is_noted_as_it_is_shown() -> None:
    made = flag(CHOICE.id)
    assert (made.prompt, made.key) == (CHOICE.prompt, CHOICE.answer.text)
    assert made.options == tuple(option.text for option in CHOICE.options)
    assert made.facts == CHOICE.facts[:1]
    assert (made.chapter, made.version, made.digest) == (RECORD.id, RECORD.version, RECORD.digest)


def test_it_is_noted_on_the_learners_own_day() -> None:
    assert flag(CHOICE.id).day == "2026-03-04"


def test_a_question_on_several_cards_names_all_their_facts() -> None:
    assert len(flag(COMPOSITE.id).facts) == len(COMPOSITE.cards) > 1


def test_a_card_is_noted_with_its_front() -> None:
    front = BANK.fronts[0]
    made = flag(front.card.id)
    assert (made.prompt, made.options, made.key) == (front.stem, (), front.answer)


def test_what_is_not_in_the_bank_is_not_noted() -> None:
    assert flag_of(BANK, RECORD, "flood:nothing#when", "x", LATE) is None


def test_a_former_id_finds_the_question_of_today() -> None:
    renamed = chapter(replace(SPRING[0], id="rising", formerly=(SPRING[0].id,)), *SPRING[1:])
    bank = build_bank(renamed)
    made = flag_of(bank, renamed, f"flood:{SPRING[0].id}#when@when.choice", "x", LATE)
    assert made is not None
    assert made.question == "flood:rising#when@when.choice"


def test_flags_are_read_back_in_order(tmp_path: Path) -> None:
    file = tmp_path / "state" / "flags.jsonl"
    assert read_flags(file) == ()
    flags = (flag(CHOICE.id, "“ä”\nsecond line"), flag(COMPOSITE.id))
    for each in flags:
        add_flag(file, each)
    assert read_flags(file) == flags
    assert all(json.loads(line)["program"] for line in file.read_text("utf-8").splitlines())


@pytest.mark.parametrize("torn", [b'{"day": "20', b"\xff\n", b"[]\n", b'{"day": 1}\n'])
def test_a_damaged_line_costs_no_other(tmp_path: Path, torn: bytes) -> None:
    file = tmp_path / "flags.jsonl"
    first, second = flag(CHOICE.id), flag(COMPOSITE.id)
    add_flag(file, first)
    with file.open("ab") as flags:
        flags.write(torn)
    add_flag(file, second)
    assert read_flags(file) == (first, second)
    assert torn.rstrip(b"\n") in file.read_bytes()


def test_a_file_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        add_flag(tmp_path, flag(CHOICE.id))
    with pytest.raises(TrainerError):
        read_flags(tmp_path)


def test_a_flag_finds_its_fact_under_its_new_id() -> None:
    made = flag(CHOICE.id)
    (name,) = made.facts
    old = next(fact for fact in RECORD.events if fact.id == name)
    renamed = chapter(replace(old, id="renamed", formerly=(name,)))
    assert sources_of(made, RECORD) == ((name, old.source),)
    assert sources_of(made, renamed) == (("renamed", old.source),)
    assert sources_of(made, chapter()) == ((name, None),)
