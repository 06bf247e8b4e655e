from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.decks.test_rechecking import EXTRA
from tests.fixtures import MILL_LANE
from trainer.cli import watching
from trainer.content import find_places
from trainer.errors import NotFoundError
from trainer.questions.audit.finding import Finding
from trainer.questions.distance import Distance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tests.cli.conftest import Trainer


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no chapter be slow, however busy the machine is; a test may say otherwise."""
    monkeypatch.setattr(watching, "SECONDS_TO_WAIT", float("inf"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(MILL_LANE, tmp_path / "data" / "mill-lane")


def watch(
    folder: Path,
    tmp_path: Path,
    doings: Iterable[Callable[[], object]],
    finds: list[watching.Find] | None = None,
) -> None:
    """Watch a chapter, do one thing at each pause, look twice after each, and interrupt at the end."""
    coming = iter([step for doing in doings for step in (doing, lambda: None, lambda: None)])

    def pause(_: float) -> None:
        step = next(coming, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    places = find_places({"TRAINER_HOME": str(tmp_path / "home")})
    with pytest.raises(KeyboardInterrupt):
        watching.watch_content(finds or [lambda: [folder]], places, Distance.NEAR, pause=pause)


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
    told = [line for line in said.out.splitlines() if "mill-lane: " in line and "audit" not in line]
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
    assert ["audit" in line for line in told] == [False, True, False, False, True]
    assert "of what you changed: +" in told[2]
    assert "; now " in told[3]


def test_of_a_slow_chapter_something_is_said_at_once_whatever_was_changed(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(watching, "SECONDS_TO_WAIT", 0.0)
    about = folder / "chapter.yaml"
    text = about.read_text(encoding="utf-8").replace("title: The Closing", "title: Closing")
    watch(folder, tmp_path, [lambda: about.write_text(text, encoding="utf-8")])
    assert "nothing wrong; making the questions …" in capsys.readouterr().out


def test_the_audit_tells_what_is_new_after_the_questions(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = [Finding(check="x", questions=("q",), what="too long", mend="shorten it")]
    audits = iter([found, [*found, *found], [Finding(check="y", questions=(), what="b", mend="c")]])

    class Audited:
        flaws = found

    def audit(*_: object) -> Audited:
        audited = Audited()
        audited.flaws = next(audits)
        return audited

    monkeypatch.setattr("trainer.decks.rechecking.Bench.audit", audit)
    events = folder / "events.yaml"
    text = events.read_text(encoding="utf-8")
    saves = [lambda: events.write_text(text + "\n"), lambda: events.write_text(text)]
    watch(folder, tmp_path, saves)
    lines = capsys.readouterr().out.splitlines()
    told = [line.partition(" finds ")[2].partition(" (")[0] for line in lines if " finds " in line]
    assert told == ["1 flaw, 1 new", "2 flaws, 0 new", "1 flaw, 1 new"]
    assert [line for line in lines if line.startswith("  ")] == [
        "  q, too long – shorten it",
        "  b – c",
    ]


def test_what_is_new_or_gone_is_noticed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other, away = folder.with_name("other-lane"), folder.with_name("away")

    def found() -> list[Path]:
        return sorted(file.parent for file in folder.parent.glob("*/chapter.yaml"))

    def wait() -> None:
        """Give it time to look for what there is."""

    waits = [wait] * 4
    doings = [
        lambda: shutil.copytree(folder, other),
        *waits,
        lambda: other.rename(away.with_name(".away")),
        *waits,
    ]
    watch(folder, tmp_path, doings, [lambda: [each for each in found() if each.name[0] != "."]])
    lines = capsys.readouterr().out.splitlines()
    told = [line[9:].partition(" (")[0] for line in lines if "other-lane: " in line]
    assert told[0].startswith("other-lane: in order")
    assert told[1].startswith("other-lane: the audit finds ")
    assert told[2:] == ["other-lane: gone"]


def test_a_named_folder_that_is_gone_does_not_end_it_and_the_others_stay(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = shutil.copytree(folder, folder.with_name("other-lane"))

    def found() -> list[Path]:
        if not folder.exists():
            raise NotFoundError("there is no such folder", mend="make it")
        return [folder]

    kept = folder.with_name("kept")
    doings: list[Callable[[], object]] = [lambda: folder.rename(kept)]
    doings += [lambda: None] * 6
    doings += [lambda: kept.rename(folder)]
    doings += [lambda: None] * 4
    watch(folder, tmp_path, doings, [found, lambda: [other]])
    lines = capsys.readouterr().out.splitlines()
    assert not [line for line in lines if "other-lane: gone" in line]
    told = [line[9:] for line in lines if "mill-lane: " in line and "audit" not in line]
    assert "gone" in told[-2]
    assert "in order" in told[-1]


def test_nothing_to_watch_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="nothing to watch"):
        watching.watch_content([list], find_places({"TRAINER_HOME": str(tmp_path)}), Distance.NEAR)


def test_interrupting_is_no_error(
    trainer: Trainer, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(finds: list[watching.Find], *_: object) -> None:
        assert [find() for find in finds] == [[folder]]
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "watch_content", interrupted)
    ran = trainer("check", folder, "--watch")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


@pytest.mark.parametrize("option", ["--json", "--strict"])
def test_watching_goes_with_no_verdict_for_programs(trainer: Trainer, option: str) -> None:
    assert trainer("check", "--watch", option).code == 2
