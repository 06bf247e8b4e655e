from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from tests.questions.builders import SPRING, chapter
from trainer.errors import OutputError, TrainerError
from trainer.questions.bank import build_bank
from trainer.questions.question import Form, Question
from trainer.study.flags import (
    Flagging,
    add_flag,
    find_shown,
    flag_of,
    read_flags,
    sources_of,
    still_asked,
)

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.study.flags import Flag

RECORD = chapter(*SPRING)
BANK = build_bank(RECORD)
LATE = datetime(2026, 3, 4, 23, 30, tzinfo=timezone(timedelta(hours=-5)))


def flag(name: str, reason: str = "it is wrong") -> Flag:
    shown = find_shown(BANK, name)
    assert shown is not None
    return flag_of(shown, {RECORD.id: RECORD}, reason, LATE)


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


def test_what_is_not_in_the_bank_is_not_found() -> None:
    assert find_shown(BANK, "flood:nothing#when") is None


def test_a_former_id_finds_the_question_of_today() -> None:
    renamed = chapter(replace(SPRING[0], id="rising", formerly=(SPRING[0].id,)), *SPRING[1:])
    bank = build_bank(renamed)
    found = find_shown(bank, f"flood:{SPRING[0].id}#when@when.choice")
    assert isinstance(found, Question)
    assert found.id == "flood:rising#when@when.choice"


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


def test_the_last_word_on_a_question_counts(tmp_path: Path) -> None:
    file = tmp_path / "flags.jsonl"
    for made in (flag(CHOICE.id), flag(COMPOSITE.id), flag(CHOICE.id, "the day is wrong")):
        add_flag(file, made)
    assert [(each.question, each.reason) for each in read_flags(file)] == [
        (COMPOSITE.id, "it is wrong"),
        (CHOICE.id, "the day is wrong"),
    ]
    assert len(file.read_text(encoding="utf-8").splitlines()) == 3


def test_what_is_flagged_at_work_is_kept_at_once_and_can_be_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "flags.jsonl"
    flagging = Flagging(file, {RECORD.id: RECORD}, lambda: LATE)
    assert not flagging.reason(CHOICE)
    flagging.flag(CHOICE, " the day is wrong ")
    assert flagging.reason(CHOICE) == "the day is wrong"
    assert read_flags(file) == (flag(CHOICE.id, "the day is wrong"),)
    assert Flagging(file, {}, lambda: LATE).reason(CHOICE) == "the day is wrong"
    flagging.flag(CHOICE, "")
    assert not flagging.reason(CHOICE)
    assert read_flags(file) == ()


def test_a_front_is_flagged_as_its_card(tmp_path: Path) -> None:
    flagging = Flagging(tmp_path / "flags.jsonl", {RECORD.id: RECORD}, lambda: LATE)
    flagging.flag(BANK.fronts[0], "x")
    assert flagging.reason(BANK.fronts[0].card) == "x"


def test_a_flag_knows_whether_its_question_is_still_asked() -> None:
    names = [CHOICE.id, COMPOSITE.id, BANK.fronts[0].card.id]
    flags = [replace(flag(name), digest="of another state") for name in names]
    every = {*names}
    old, others = SPRING[0], SPRING[1:]
    assert old.id in flags[0].facts
    assert still_asked(flags, RECORD) == every
    assert still_asked(flags, chapter(replace(old, title="another"), *others)) == every
    renamed = replace(old, id="renamed", formerly=(old.id,))
    assert still_asked(flags, chapter(renamed, *others)) == every
    assert CHOICE.id not in still_asked(flags, chapter(replace(old, ask=False), *others))
    assert CHOICE.id not in still_asked(flags, chapter(*others))
    assert still_asked(flags, chapter()) == frozenset()
