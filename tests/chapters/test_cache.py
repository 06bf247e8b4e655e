"""The cache: quick, and never in the way."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fixtures import ABOUT, MILL_LANE, write_chapter
from trainer.chapters import cache
from trainer.chapters.cache import open_chapter
from trainer.chapters.loading import load_chapter
from trainer.dates import Calendar, Date
from trainer.errors import ContentError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from trainer.chapters.record import Chapter


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A cache folder that does not exist yet."""
    return tmp_path / "cache" / "chapters"


@pytest.fixture
def never_compile(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Forbid compiling from the call on."""

    def forbid() -> None:
        def fail(*_: object) -> None:
            pytest.fail("compiled again")

        monkeypatch.setattr(cache, "_compile", fail)

    return forbid


def only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_a_chapter_from_the_cache_equals_the_loaded_one(
    kept: Path, mill_lane: Chapter, never_compile: Callable[[], None]
) -> None:
    assert open_chapter(MILL_LANE, kept) == mill_lane
    never_compile()
    assert open_chapter(MILL_LANE, kept) == mill_lane


def test_a_changed_chapter_is_compiled_anew_and_its_old_cache_removed(
    tmp_path: Path, kept: Path
) -> None:
    folder = write_chapter(tmp_path)
    open_chapter(folder, kept)
    write_chapter(tmp_path, chapter=ABOUT.replace("A Small Matter", "A Large Matter"))
    assert open_chapter(folder, kept).title == "A Large Matter"
    only_file(kept)


def test_other_chapters_stay_in_the_cache(tmp_path: Path, kept: Path) -> None:
    for name in ("small", "small-two", "small"):
        open_chapter(write_chapter(tmp_path, name=name), kept)
    assert len(list(kept.iterdir())) == 2


def test_a_changed_program_compiles_anew(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_chapter(MILL_LANE, kept)
    before = only_file(kept)
    monkeypatch.setattr(cache, "program_stamp", lambda: "another")
    open_chapter(MILL_LANE, kept)
    assert only_file(kept) != before


def test_the_same_chapter_gives_the_same_bytes(kept: Path, tmp_path: Path) -> None:
    open_chapter(MILL_LANE, kept)
    open_chapter(MILL_LANE, tmp_path / "other")
    assert only_file(kept).read_bytes() == only_file(tmp_path / "other").read_bytes()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _: b"", id="emptied"),
        pytest.param(lambda content: content[:-1], id="cut by a byte"),
        pytest.param(lambda content: content[: len(content) // 2], id="cut in half"),
        pytest.param(lambda content: content.rpartition(b"\t")[0], id="without its checksum"),
        pytest.param(lambda content: content.replace(b"Mill", b"Milk"), id="reworded"),
        pytest.param(lambda _: b"\xff\xfe\x00" * 99, id="no text"),
        pytest.param(lambda _: b"[" * 100_000, id="a well of brackets"),
        pytest.param(lambda _: b"null\tb0f2f8b1\n", id="JSON of another shape"),
        pytest.param(lambda content: b"\n" + content, id="shifted by a line"),
    ],
)
def test_a_damaged_cache_is_silently_rebuilt(
    kept: Path,
    mill_lane: Chapter,
    damage: Callable[[bytes], bytes],
    capfd: pytest.CaptureFixture[str],
) -> None:
    open_chapter(MILL_LANE, kept)
    sound = only_file(kept).read_bytes()
    only_file(kept).write_bytes(damage(sound))
    assert open_chapter(MILL_LANE, kept) == mill_lane
    assert only_file(kept).read_bytes() == sound
    assert capfd.readouterr() == ("", "")


@given(content=st.binary(max_size=200))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_garbage_in_a_cache_is_rebuilt(tmp_path: Path, content: bytes) -> None:
    folder, kept = write_chapter(tmp_path), tmp_path / "cache"
    open_chapter(folder, kept)
    only_file(kept).write_bytes(content)
    assert open_chapter(folder, kept).title == "A Small Matter"


def test_a_cache_that_is_a_folder_does_no_harm(kept: Path, mill_lane: Chapter) -> None:
    open_chapter(MILL_LANE, kept)
    file = only_file(kept)
    file.unlink()
    file.mkdir()
    assert open_chapter(MILL_LANE, kept) == mill_lane


def test_a_cache_folder_that_cannot_be_made_does_no_harm(
    tmp_path: Path, mill_lane: Chapter
) -> None:
    (tmp_path / "file").write_text("in the way")
    assert open_chapter(MILL_LANE, tmp_path / "file" / "cache") == mill_lane


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="may write everywhere")
def test_a_cache_folder_that_may_not_be_written_to_does_no_harm(
    kept: Path, mill_lane: Chapter
) -> None:
    kept.mkdir(parents=True)
    kept.chmod(0o500)
    assert open_chapter(MILL_LANE, kept) == mill_lane


def test_a_chapter_with_problems_is_not_kept(tmp_path: Path, kept: Path) -> None:
    folder = write_chapter(tmp_path, events="- id: e\n")
    with pytest.raises(ContentError):
        open_chapter(folder, kept)
    assert not kept.exists()


def test_a_folder_without_a_chapter_is_told(tmp_path: Path, kept: Path) -> None:
    with pytest.raises(NotFoundError):
        open_chapter(tmp_path, kept)


def test_a_warm_cache_needs_neither_yaml_nor_pydantic(kept: Path) -> None:
    open_chapter(MILL_LANE, kept)
    program = """
import sys
from pathlib import Path
from trainer.chapters.cache import open_chapter
open_chapter(Path(sys.argv[1]), Path(sys.argv[2]))
print(*sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(MILL_LANE), str(kept)],
        check=True,
        capture_output=True,
        text=True,
    )
    assert {"yaml", "pydantic"}.isdisjoint(done.stdout.split())


DATES = st.builds(
    Date,
    edtf=st.sampled_from(["1901-03-04", "-0043", "182X", "1901-09?", "1901-10/.."]),
    calendar=st.sampled_from(Calendar),
    end_calendar=st.none() | st.sampled_from(Calendar),
)


@pytest.fixture(scope="module", autouse=True)
def _dates_that_exist() -> None:
    st.register_type_strategy(Date, DATES)


@given(data=st.data())
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
def test_every_record_comes_back_equal(data: st.DataObject, mill_lane: Chapter) -> None:
    sort = data.draw(
        st.sampled_from(["persons", "organizations", "events", "votes", "works", "statements"])
    )
    entry_type = type(getattr(mill_lane, sort)[0])
    changed: dict[str, Any] = {sort: (data.draw(st.from_type(entry_type)),)}
    chapter = replace(mill_lane, **changed)
    assert cache._decode(cache._encode(chapter)) == chapter


def test_mill_lane_is_read_from_the_cache_as_it_was_loaded(kept: Path) -> None:
    open_chapter(MILL_LANE, kept)
    assert cache._decode(only_file(kept).read_bytes()) == load_chapter(MILL_LANE)
