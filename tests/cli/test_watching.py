from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.decks.test_rechecking import EXTRA
from tests.fixtures import MILL_LANE
from trainer.cli import watching
from trainer.content import find_places
from trainer.errors import NotFoundError
from trainer.questions.distance import Distance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tests.cli.conftest import Trainer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(MILL_LANE, tmp_path / "data" / "mill-lane")


def watch(folder: Path, tmp_path: Path, doings: Iterable[Callable[[], object]]) -> None:
    """Watch a chapter, do one thing at each pause, look twice after each, and interrupt at the end."""
    coming = iter([step for doing in doings for step in (doing, lambda: None, lambda: None)])

    def pause(_: float) -> None:
        step = next(coming, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    places = find_places({"TRAINER_HOME": str(tmp_path / "home")})
    with pytest.raises(KeyboardInterrupt):
        watching.watch_content([folder], places, Distance.NEAR, pause=pause)


def test_each_save_says_what_it_did(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    events = folder / "events.yaml"
    text = events.read_text(encoding="utf-8")

    def save_by_renaming() -> None:
        (folder / ".new").write_text(text + EXTRA, encoding="utf-8")
        (folder / ".new").rename(events)

    watch(
        folder,
        tmp_path,
        [
            save_by_renaming,
            lambda: events.write_text(text + "- id: [", encoding="utf-8"),
            events.unlink,
            lambda: events.write_text(text, encoding="utf-8"),
        ],
    )
    said = capsys.readouterr()
    told = [line for line in said.out.splitlines() if "mill-lane: " in line]
    assert len(told) == 5
    assert "in order: " in told[0]
    assert "mill-lane: +" in told[1]
    assert "problem" in told[2]
    assert "events.yaml:" in said.err
    assert "problem" in told[3]
    assert "question" in told[4]
    assert " withheld: " in said.out


def test_a_save_while_the_bank_is_made_begins_again(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stirred = iter([True])
    monkeypatch.setattr("trainer.watching.Watch.stirred", lambda _: next(stirred, False))
    watch(folder, tmp_path, [lambda: None])
    assert capsys.readouterr().out.count("in order: ") == 1
    assert next(stirred, None) is None


def test_of_a_slow_chapter_the_touched_facts_are_told_first(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(watching, "SECONDS_TO_WAIT", 0.0)
    events = folder / "events.yaml"
    text = events.read_text(encoding="utf-8") + EXTRA
    watch(folder, tmp_path, [lambda: events.write_text(text, encoding="utf-8")])
    told = [line for line in capsys.readouterr().out.splitlines() if "mill-lane: " in line]
    assert "of what you changed: +" in told[1]
    assert "; now " in told[2]


def test_nothing_to_watch_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="nothing to watch"):
        watching.watch_content([], find_places({"TRAINER_HOME": str(tmp_path)}), Distance.NEAR)


def test_interrupting_is_no_error(
    trainer: Trainer, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(targets: list[Path], *_: object) -> None:
        assert targets == [folder]
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "watch_content", interrupted)
    ran = trainer("check", folder, "--watch")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


@pytest.mark.parametrize("option", ["--json", "--strict"])
def test_watching_goes_with_no_verdict_for_programs(trainer: Trainer, option: str) -> None:
    assert trainer("check", "--watch", option).code == 2
