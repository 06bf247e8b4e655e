"""A damaged log is found, kept aside, and restored with an account of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.study.logs import BEGAN, fill, places_in
from trainer.errors import TrainerError
from trainer.study import damage
from trainer.study.backups import Backups
from trainer.study.damage import kept_aside, put_back, replace_with
from trainer.study.opening import open_store
from trainer.study.paths import backups_folder, log_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from trainer.content import Places

ANSWERS = 300
PAGE = 4096
NEXT_DAY = BEGAN + timedelta(days=1)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return places_in(tmp_path)


def fill_with_a_backup(places: Places) -> None:
    """Answer, have the backup of the next day made, and answer more."""
    with open_store(places, BEGAN) as opened:
        fill(opened.store, ANSWERS)
    with open_store(places, NEXT_DAY) as opened:
        fill(opened.store, 20, seed=2)


def entries(path: Path) -> dict[str, tuple[object, ...]]:
    """Return all entries by their ids, but for their numbers."""
    with closing(sqlite3.connect(path)) as connection:
        return {row[1]: row[1:] for row in connection.execute("SELECT * FROM entries")}


def overwrite(path: Path, start: int, length: int, with_byte: bytes = b"\x00") -> None:
    with path.open("rb+") as file:
        file.seek(start)
        file.write(with_byte * length)


def pages_of(path: Path, table: str) -> list[int]:
    """Return the leaf pages of a table, in the order of its rows."""
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
    content = path.read_bytes()

    def below(number: int) -> list[int]:
        page = content[(number - 1) * PAGE : number * PAGE]
        if page[0] == 13:  # a leaf of a table
            return [number]
        assert page[0] == 5
        cells = int.from_bytes(page[3:5], "big")
        starts = [int.from_bytes(page[12 + 2 * i : 14 + 2 * i], "big") for i in range(cells)]
        children = [int.from_bytes(page[start : start + 4], "big") for start in starts]
        return [
            leaf
            for child in (*children, int.from_bytes(page[8:12], "big"))
            for leaf in below(child)
        ]

    return below(root)


def told_of(places: Places, days: int = 1) -> str:
    with open_store(places, BEGAN + timedelta(days=days)) as opened:
        opened.store.check()
        assert opened.store.differences() == ()
        return "\n".join(opened.told)


@pytest.mark.parametrize(
    ("start", "length"), [(0, 16), (0, 100), (0, PAGE), (16, 84), (100, PAGE - 100)]
)
def test_without_its_first_page_all_is_read_with_that_of_the_backup(
    places: Places, start: int, length: int
) -> None:
    fill_with_a_backup(places)
    path = log_file(places)
    before = entries(path)
    overwrite(path, start, length)
    damaged = path.read_bytes()
    told = told_of(places)
    assert entries(path) == before
    assert f"none of the {len(before):,} entries that are known of is missing" in told
    (aside,) = kept_aside(path)
    assert str(aside) in told
    assert aside.read_bytes() == damaged


def test_without_a_backup_that_of_an_empty_log_does(places: Places) -> None:
    with open_store(places, BEGAN) as opened:
        fill(opened.store, ANSWERS)
    path = log_file(places)
    before = entries(path)
    overwrite(path, 0, PAGE)
    assert "there is no backup of it" in told_of(places)
    assert entries(path) == before


def test_what_a_damaged_page_held_comes_from_the_backup(places: Places) -> None:
    fill_with_a_backup(places)
    path = log_file(places)
    before = entries(path)
    leaves = pages_of(path, "entries")
    for page in leaves[3:6]:
        overwrite(path, (page - 1) * PAGE, PAGE, b"\xff")
    # It is not told on the day whose backup is made already, unless the file was left open.
    told = told_of(places, days=2)
    assert entries(path) == before
    assert "is missing" in told
    assert "more came from the backup of 2026-03-02" in told


def test_what_is_lost_is_told_by_its_numbers(places: Places) -> None:
    with open_store(places, BEGAN) as opened:
        fill(opened.store, ANSWERS)
    path = log_file(places)
    before = entries(path)
    page = pages_of(path, "entries")[4]
    overwrite(path, (page - 1) * PAGE, PAGE, b"\xff")
    told = told_of(places)
    after = entries(path)
    lost = len(before) - len(after)
    assert lost > 0
    assert after.items() <= before.items()
    with closing(sqlite3.connect(path)) as connection:
        numbers = {number for (number,) in connection.execute("SELECT number FROM entries")}
    missing = sorted({*range(1, len(before) + 1)} - numbers)
    stretch = f"{missing[0]}–{missing[-1]}"
    assert len(missing) == lost == missing[-1] - missing[0] + 1
    assert f"{lost} of {len(before)} entries could not be restored: number {stretch}" in told


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_of_a_file_cut_short_what_is_left_is_read_and_the_rest_comes_from_the_backup(
    places: Places, share: float
) -> None:
    fill_with_a_backup(places)
    path = log_file(places)
    before = entries(path)
    with path.open("rb+") as file:
        file.truncate(int(path.stat().st_size * share))
    told = told_of(places, days=2)
    after = entries(path)
    (backup,) = (
        each for each in Backups(backups_folder(places)).all() if each.name == "2026-03-02"
    )
    assert entries(backup.path).keys() <= after.keys() <= before.keys()
    if len(after) < len(before):
        assert "could not be restored" in told or "that are known of" in told


@pytest.mark.parametrize("emptied", [True, False])
def test_a_log_that_is_gone_comes_from_its_backup(places: Places, emptied: bool) -> None:  # noqa: FBT001
    fill_with_a_backup(places)
    path = log_file(places)
    backed_up = entries(backups_folder(places) / "log-2026-03-02.db")
    if emptied:
        path.write_bytes(b"")
    else:
        path.unlink()
    told = told_of(places)
    assert entries(path) == backed_up
    assert "empty or gone" in told
    assert f"{len(backed_up)} more came from the backup of 2026-03-02" in told


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_cut_of_what_is_written_ahead_costs_no_more_than_what_was_behind_it(
    places: Places, share: float
) -> None:
    path = log_file(places)
    with open_store(places, BEGAN) as opened:
        ids = fill(opened.store, 40)
        for file in (path, path.with_name("log.db-wal")):
            (path.parent / f"copy-{file.name}").write_bytes(file.read_bytes())
    for name in ("log.db", "log.db-wal"):
        (path.parent / f"copy-{name}").replace(path.with_name(name))
    ahead = path.with_name("log.db-wal")
    ahead.write_bytes(ahead.read_bytes()[: int(ahead.stat().st_size * share)])
    told_of(places)
    kept = [name for name in ids if name in entries(path)]
    assert kept == ids[: len(kept)]


def test_damage_in_what_is_derived_costs_nothing(places: Places) -> None:
    fill_with_a_backup(places)
    path = log_file(places)
    before = entries(path)
    for table in ("memories", "entries_by_card", "sqlite_autoindex_entries_1"):
        with closing(sqlite3.connect(path)) as connection:
            (root,) = connection.execute(
                "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
            ).fetchone()
        overwrite(path, (root - 1) * PAGE, PAGE, b"\xa5")
    told = told_of(places, days=2)
    assert entries(path) == before
    assert "is missing" in told


def test_what_is_no_log_at_all_is_left_alone_if_there_is_no_backup(places: Places) -> None:
    path = log_file(places)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"a letter to my mother " * 500)
    with pytest.raises(TrainerError, match=r"not a database – move log\.db away"):
        open_store(places, BEGAN)
    assert path.read_bytes() == b"a letter to my mother " * 500
    assert [each.name for each in path.parent.iterdir()] == ["log.db"]


@pytest.mark.parametrize("step", ["keep_aside", "_write", "put_in_place", "put_back"])
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_recovery_that_is_cut_short_is_finished_the_next_time(
    places: Places, monkeypatch: pytest.MonkeyPatch, step: str, when: str
) -> None:
    fill_with_a_backup(places)
    path = log_file(places)
    before = entries(path)
    overwrite(path, 0, 100)
    done: Callable[..., object] = getattr(damage, step)

    def cut_short(*given: object) -> None:
        if when == "after":
            done(*given)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(damage, step, cut_short)
        with pytest.raises(KeyboardInterrupt):
            open_store(places, NEXT_DAY)
    told_of(places)
    assert entries(path) == before


def test_what_was_written_ahead_of_the_old_file_is_not_taken_for_the_new_ones(
    places: Places,
) -> None:
    """SQLite would take any such file for its own."""
    with open_store(places, BEGAN) as opened:
        fill(opened.store, 30)
    path = log_file(places)
    other = path.with_name("other.db")
    other.write_bytes(path.read_bytes())
    before = entries(other)
    with open_store(places, NEXT_DAY) as opened:
        fill(opened.store, 30, seed=3)
        aside = replace_with(path, other, NEXT_DAY)
        with pytest.raises(TrainerError, match="another file in the place"):
            fill(opened.store, 1, seed=4)
    assert entries(path) == before
    assert aside is not None
    assert len(entries(aside)) > len(before)


def test_nothing_is_put_back_where_nothing_was_begun(tmp_path: Path) -> None:
    put_back(tmp_path / "log.db")
    assert [*tmp_path.iterdir()] == []
