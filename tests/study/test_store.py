from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.errors import TrainerError
from trainer.study.entries import Mode, Review
from trainer.study.grades import Rating, Verdict
from trainer.study.store import Store

if TYPE_CHECKING:
    from pathlib import Path

REVIEW = Review(
    at=datetime(2026, 3, 1, 23, 30, tzinfo=UTC),
    study_day="2026-03-02",
    session="a-session",
    mode=Mode.QUIZ,
    chapter="mill-lane",
    digest="d1",
    card="mill-lane:fire#when",
    cards=("mill-lane:fire#when",),
    question="mill-lane:fire#when@when.choice",
    form="choice",
    prompt="When did the mill burn?",
    options=("a", "b", "c"),
    key="b",
    answered="c",
    verdict=Verdict.WRONG,
    milliseconds=1200,
    seed=7,
)


def test_a_review_reads_back_as_it_was_written(tmp_path: Path) -> None:
    with Store.open(tmp_path / "log.db") as log:
        review_id = log.append(REVIEW)
        (logged,) = log.reviews()
    assert (logged.id, logged.review) == (review_id, REVIEW)


@given(
    text=st.text(st.characters(exclude_categories=["Cs"])),
    rating=st.none() | st.sampled_from(Rating),
    card=st.none() | st.text(st.characters(exclude_categories=["Cs"])),
)
def test_any_text_survives(
    tmp_path_factory: pytest.TempPathFactory, text: str, rating: Rating | None, card: str | None
) -> None:
    written = replace(
        REVIEW, prompt=text, options=(text, "b"), answered=text, rating=rating, card=card
    )
    with Store.open(tmp_path_factory.mktemp("log") / "log.db") as log:
        log.append(written)
        assert [logged.review for logged in log.reviews()] == [written]


def test_reviews_come_in_the_order_of_writing_even_when_the_clock_runs_backwards(
    tmp_path: Path,
) -> None:
    with Store.open(tmp_path / "log.db") as log:
        for hours in (2, 1, 0):
            log.append(replace(REVIEW, at=REVIEW.at + timedelta(hours=hours)))
        assert [logged.review.at.hour for logged in log.reviews()] == [1, 0, 23]


def test_an_instant_is_kept_in_utc(tmp_path: Path) -> None:
    local = REVIEW.at.astimezone(timezone(timedelta(hours=5)))
    with Store.open(tmp_path / "log.db") as log:
        log.append(replace(REVIEW, at=local))
        (logged,) = log.reviews()
    assert logged.review.at == REVIEW.at
    assert logged.review.at.utcoffset() == timedelta(0)


def test_an_instant_without_a_time_zone_is_refused(tmp_path: Path) -> None:
    with Store.open(tmp_path / "log.db") as log, pytest.raises(AssertionError):
        log.append(replace(REVIEW, at=datetime(2026, 3, 1)))  # noqa: DTZ001


def test_what_was_taken_back_stays_in_the_file_but_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    with Store.open(path) as log:
        kept, undone = log.append(REVIEW), log.append(REVIEW)
        log.undo(undone, at=REVIEW.at)
        assert [logged.id for logged in log.reviews()] == [kept]
    connection = sqlite3.connect(path)
    (entries,) = connection.execute("SELECT count(*) FROM entries").fetchone()
    connection.close()
    assert entries == 3


def test_a_review_can_be_taken_back_only_once(tmp_path: Path) -> None:
    with Store.open(tmp_path / "log.db") as log:
        review_id = log.append(REVIEW)
        log.undo(review_id, at=REVIEW.at)
        with pytest.raises(TrainerError):
            log.undo(review_id, at=REVIEW.at)


def test_two_windows_write_without_losing_a_review(tmp_path: Path) -> None:
    path = tmp_path / "log.db"

    def write(_: int) -> None:
        with Store.open(path) as log:
            for _ in range(25):
                log.append(REVIEW)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, range(2)))
    with Store.open(path) as log:
        assert sum(1 for _ in log.reviews()) == 50


def test_an_answer_outlives_a_process_that_is_killed_right_after_it(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    program = (
        "import os, signal, sys; from pathlib import Path;"
        "from tests.study.test_store import REVIEW; from trainer.study.store import Store;"
        "Store.open(Path(sys.argv[1])).append(REVIEW); os._exit(9)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], check=False)
    assert done.returncode == 9
    with Store.open(path) as log:
        assert [logged.review for logged in log.reviews()] == [REVIEW]


def test_the_log_waits_for_the_disk_before_an_answer_counts(tmp_path: Path) -> None:
    with Store.open(tmp_path / "log.db") as log:
        (mode,) = log._connection.execute("PRAGMA journal_mode").fetchone()
        (synchronous,) = log._connection.execute("PRAGMA synchronous").fetchone()
    assert (mode, synchronous) == ("wal", 2)


def test_a_log_of_a_newer_version_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    Store.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(TrainerError, match=r"newer version.*update the trainer"):
        Store.open(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(TrainerError, match="not a log of the trainer"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(TrainerError, match="not a database"):
        Store.open(path)
    assert path.read_bytes() == b"not a database at all" * 100


def test_a_full_disk_is_told_and_what_was_written_before_stays(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    with Store.open(path) as log:
        log.append(REVIEW)
        (pages,) = log._connection.execute("PRAGMA page_count").fetchone()
        log._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(TrainerError, match=r"full.*make room"):
            log.append(replace(REVIEW, prompt="long " * 10_000))
        assert [logged.review for logged in log.reviews()] == [REVIEW]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file in the way")
    with pytest.raises(TrainerError, match="TRAINER_HOME"):
        Store.open(tmp_path / "state" / "log.db")


def test_a_damaged_log_is_found(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    with Store.open(path) as log:
        for _ in range(200):
            log.append(REVIEW)
        log.check()
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 6] = b"\xff" * (4096 * 3)
    path.write_bytes(content)
    with pytest.raises(TrainerError), Store.open(path) as log:
        log.check()


def test_a_damaged_log_is_told_while_it_is_read(tmp_path: Path) -> None:
    with Store.open(tmp_path / "log.db") as log:
        log.append(REVIEW)
        with sqlite3.connect(tmp_path / "log.db") as other:
            other.execute("DROP TABLE entries")
        other.close()
        with pytest.raises(TrainerError, match=r"log\.db cannot be used: no such table"):
            list(log.reviews())
