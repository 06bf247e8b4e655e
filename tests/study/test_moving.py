"""What the learner owns goes from machine to machine, and nothing is doubled on the way."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.study.logs import BEGAN, fill, in_memory, places_in
from trainer.errors import TrainerError
from trainer.study.moving import erase, owned, read_export, take_in, write_export
from trainer.study.opening import open_store
from trainer.study.paths import flags_file, log_file, settings_file
from trainer.study.store import Store

if TYPE_CHECKING:
    from trainer.study.rows import Row

FLAG = '{"day": "2026-03-01", "question": "q\\u2028ü", "reason": "wrong"}'


def bare(store: Store) -> dict[object, Row]:
    """Return all entries by their ids, without the numbers that each file gives."""
    return {
        row["id"]: {name: value for name, value in row.items() if name != "number"}
        for row in store.entries()
    }


def derived(store: Store) -> tuple[object, object]:
    assert store.differences() == ()
    return store.memories(), store.marks()


def test_all_that_is_owned_arrives_as_it_was(tmp_path: Path) -> None:
    here, there = places_in(tmp_path / "here"), places_in(tmp_path / "there")
    file = tmp_path / "mine.jsonl"
    with open_store(here, BEGAN) as opened:
        fill(opened.store, 60)
        opened.store.begin("a", {"cards": ["ü"]}, at=BEGAN, day=BEGAN.date())
        flags_file(here).write_text(f"{FLAG}\nhalf a li", encoding="utf-8")
        settings_file(here).write_text("minutes = 15 # as I like it\n")
        assert write_export(opened.store, here, file, BEGAN) == opened.store.size()
        before, known = bare(opened.store), derived(opened.store)
    with open_store(there, BEGAN) as opened:
        taken = take_in(read_export(file), opened.store, there)
        assert bare(opened.store) == before
        assert derived(opened.store) == known
    assert (taken.entries, taken.flags, taken.settings) == (len(before), 1, True)
    assert json.loads(flags_file(there).read_text(encoding="utf-8")) == json.loads(FLAG)
    assert settings_file(there).read_text() == "minutes = 15 # as I like it\n"


def test_taking_in_a_file_twice_changes_nothing(tmp_path: Path) -> None:
    places, file = places_in(tmp_path), tmp_path / "mine.jsonl"
    with open_store(places, BEGAN) as opened:
        fill(opened.store, 20)
        flags_file(places).write_text(f"{FLAG}\n")
        settings_file(places).write_text("minutes = 15\n")
        write_export(opened.store, places, file, BEGAN)
        before = bare(opened.store)
        for _ in range(2):
            taken = take_in(read_export(file), opened.store, places)
            assert (taken.entries, taken.flags, taken.settings) == (0, 0, False)
        assert bare(opened.store) == before
        # No number is used up, since a gap is told as a loss.
        opened.store.end("a", at=BEGAN, day=BEGAN.date())
        assert [row["number"] for row in opened.store.entries()] == [*range(1, len(before) + 2)]


@given(
    shared=st.integers(0, 15),
    ours=st.integers(0, 15),
    theirs=st.integers(0, 15),
    seed=st.integers(0, 1000),
)
def test_two_logs_make_one_whichever_is_taken_in_first(
    tmp_path_factory: pytest.TempPathFactory, shared: int, ours: int, theirs: int, seed: int
) -> None:
    with (
        TemporaryDirectory(dir=in_memory(tmp_path_factory.getbasetemp())) as folder,
        Store.open(Path(folder, "one.db")) as one,
        Store.open(Path(folder, "two.db")) as two,
        Store.open(Path(folder, "third.db")) as third,
    ):
        fill(one, shared, seed=seed, cards=3)
        assert two.merge([*one.entries()]) == one.size()
        fill(one, ours, seed=seed + 1, cards=3)
        fill(two, theirs, seed=seed + 2, cards=3)
        of_one, of_two = [*one.entries()], [*two.entries()]
        both = {**bare(one), **bare(two)}
        one.merge(of_two)
        two.merge(of_one)
        for rows in (of_two, of_one, of_two):
            third.merge(rows)
        assert bare(one) == bare(two) == bare(third) == both
        assert derived(one) == derived(two) == derived(third)
        assert {each.id for each in one.reviews()} == {each.id for each in two.reviews()}


def test_an_answer_taken_back_on_both_machines_is_taken_back_once(tmp_path: Path) -> None:
    with Store.open(tmp_path / "one.db") as one, Store.open(tmp_path / "two.db") as two:
        (answer,) = fill(one, 1)
        two.merge([*one.entries()])
        for store in (one, two):
            store.undo(answer, at=BEGAN)
        one.merge([*two.entries()])
        assert [*one.reviews()] == []
        assert one.differences() == ()


def test_what_was_taken_back_may_arrive_before_it(tmp_path: Path) -> None:
    with Store.open(tmp_path / "one.db") as one, Store.open(tmp_path / "two.db") as two:
        (answer,) = fill(one, 1)
        one.undo(answer, at=BEGAN)
        review, undo = one.entries()
        two.merge([undo])
        two.merge([review])
        assert [*two.reviews()] == []
        assert derived(two) == derived(one)


HEADER = {"format": "chapter-trainer-learner", "version": 1, "lines": 1}
ENTRY = {
    "id": "7705559e-febd-4f81-9647-f738ec75d435",
    "type": "suspend",
    "at": "2026-03-01T09:00:00.000000+00:00",
    "study_day": "2026-03-01",
    "program": "0.1.0",
    "card": "a",
}


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], "no file of a learner"),
        (["a letter"], "no file of a learner"),
        ([{"format": "recipes"}], "no file of a learner"),
        ([{**HEADER, "version": 2}], r"newer version.*update"),
        ([HEADER], "should have 1 lines after its first, and has 0"),
        ([HEADER, "{"], r"mine\.jsonl:2:1: this line"),
        ([HEADER, {"recipe": 1}], "neither an entry, nor a flag"),
        ([HEADER, {"entry": {**ENTRY, "id": "1"}}], "badly formed hexadecimal UUID"),
        ([HEADER, {"entry": {**ENTRY, "type": "boast"}}], "no entry of the type boast"),
        ([HEADER, {"entry": {**ENTRY, "mood": "good"}}], "an entry has no mood"),
        ([HEADER, {"entry": {**ENTRY, "card": None}}], "it has no card"),
        ([HEADER, {"entry": {**ENTRY, "card": 7}}], "its card is 7"),
        ([HEADER, {"entry": {**ENTRY, "seed": True}}], "its seed is True"),
        ([HEADER, {"entry": {**ENTRY, "at": "2026-03-01"}}], "its instant is 2026-03-01"),
        ([HEADER, {"entry": {**ENTRY, "study_day": "20260301"}}], "its day is 20260301"),
        ([HEADER, {"entry": {**ENTRY, "cards": "a"}}], "its cards is no list"),
        ([HEADER, {"entry": {**ENTRY, "type": "review"}}], "a review without session"),
        ([HEADER, {"settings": "minutes = -1"}], "minutes"),
    ],
)
def test_a_file_that_is_not_in_order_is_refused_with_its_line(
    tmp_path: Path, lines: list[object], said: str
) -> None:
    file = tmp_path / "mine.jsonl"
    told = [each if isinstance(each, str) else json.dumps(each) for each in lines]
    file.write_text("\n".join(told), encoding="utf-8")
    with pytest.raises(TrainerError, match=said):
        read_export(file)


def test_one_command_erases_it_and_nothing_else(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    kept = places.library / "decks" / "mine.yaml"
    kept.parent.mkdir(parents=True)
    kept.touch()
    for days in range(3):
        with open_store(places, BEGAN + timedelta(days=days)) as opened:
            fill(opened.store, 3, seed=days)
    log_file(places).write_bytes(b"damaged" * 1000)
    open_store(places, BEGAN + timedelta(days=3)).store.close()
    flags_file(places).write_text(FLAG)
    settings_file(places).write_text("minutes = 15\n")
    there = {path for path in places.state.rglob("*") if path.is_file()}
    assert {*owned(places)} == there
    assert len(there) >= 6
    assert {*erase(places)} == there
    assert [*places.state.rglob("*")] == []
    assert kept.exists()
    assert erase(places) == []
