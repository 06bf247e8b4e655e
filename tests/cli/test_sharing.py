"""`trainer pack`, `install` and `update`."""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from tests.fixtures import MILL_LANE
from tests.sharing.packages import WELL, made
from trainer.chapters.loading import load_chapter
from trainer.content import find_places
from trainer.study.entries import Mode, Review
from trainer.study.grades import Verdict
from trainer.study.paths import log_file
from trainer.study.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Trainer

    Packing = Callable[..., Path]


@pytest.fixture
def package(trainer: Trainer, tmp_path: Path) -> Packing:
    """Pack Mill Lane with words of its files replaced: `package(("events", "old", "new"), …)`."""

    def packed(*changes: tuple[str, str, str]) -> Path:
        folder = tmp_path / "author" / "mill-lane"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(MILL_LANE, folder)
        for sort, old, new in changes:
            file = folder / f"{sort}.yaml"
            text = file.read_text(encoding="utf-8")
            assert old in text
            file.write_text(text.replace(old, new), encoding="utf-8")
        output = tmp_path / "mill-lane.chapter.zip"
        assert trainer("pack", folder, "-o", output).code == 0
        return output

    return packed


NEWER = ("chapter", "version: 1.2", "version: 1.3")


@pytest.fixture
def installed(home: Path) -> Path:
    return home / "library" / "data" / "mill-lane"


def answer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    class Typed(StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Typed(text))


def log_an_answer(home: Path, card: str) -> None:
    with Store.open(log_file(find_places({"TRAINER_HOME": str(home)}))) as log:
        log.append(
            Review(
                at=datetime(2026, 1, 2, tzinfo=UTC),
                session="s",
                mode=Mode.QUIZ,
                chapter="mill-lane",
                digest="",
                card=card,
                cards=(card,),
                question=f"{card}@when.choice",
                form="choice",
                prompt="?",
                options=(),
                key="k",
                answered=None,
                verdict=Verdict.RIGHT,
                milliseconds=1,
                seed=0,
            )
        )


def test_what_is_packed_can_be_installed_and_asked(
    trainer: Trainer, package: Packing, installed: Path
) -> None:
    ran = trainer("install", package())
    assert (ran.code, ran.out) == (0, f"{installed}\n")
    assert "trainer quiz mill-lane" in ran.err
    assert trainer("check", "mill-lane").code == 0
    way = (installed / "events.yaml").read_text(encoding="utf-8").partition("\n")[0]
    assert (installed / way.partition("=")[2]).is_file()


def test_the_name_of_a_package_says_what_it_is(trainer: Trainer, tmp_path: Path) -> None:
    ran = trainer("pack", MILL_LANE, "-o", tmp_path / "mill-lane.zip")
    assert ran.code == 2
    assert ".chapter.zip" in ran.err


def test_installing_twice_does_nothing(trainer: Trainer, package: Packing, home: Path) -> None:
    file = package()
    trainer("install", file)
    ran = trainer("install", file)
    assert ran.code == 0
    assert "nothing was changed" in ran.err
    assert not (home / "library" / "former").exists()


@pytest.mark.parametrize(
    ("command", "typed", "version"),
    [
        ("install", "y\n", "1.3"),
        ("install", "n\n", "1.2"),
        ("update", "yes\n", "1.3"),
        ("update", "", "1.2"),
    ],
)
def test_an_update_is_shown_and_asked_for(  # noqa: PLR0917 - fixtures
    trainer: Trainer,
    package: Packing,
    installed: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    typed: str,
    version: str,
) -> None:
    trainer("install", package())
    newer = package(NEWER, ("events", "the pelting of the mayor", "the throwing of turnips"))
    answer(monkeypatch, typed)
    ran = trainer(command, newer)
    assert ran.code == (0 if version == "1.3" else 1)
    assert "version 1.2 is here, this is version 1.3" in ran.out
    assert "turnips" in ran.out
    assert load_chapter(installed).version == version


def test_cards_that_are_carried_on_or_gone_are_named(
    trainer: Trainer, package: Packing, home: Path
) -> None:
    trainer("install", package())
    gone = "mill-lane:crane-against-paying#stance"
    log_an_answer(home, gone)
    newer = package(
        NEWER,
        ("statements", "- id: crane-against-paying", "- id: crane-on-pay"),
        (
            "statements",
            "- id: orme-for-closing",
            "- id: orme-first\n  formerly: [orme-for-closing]",
        ),
    )
    ran = trainer("update", newer, "--yes")
    assert ran.code == 0
    assert f"gone: {gone} (you have answered it)" in ran.out
    assert "carried on: mill-lane:orme-for-closing#stance → mill-lane:orme-first#stance" in ran.out
    assert "new: mill-lane:crane-on-pay#stance" in ran.out
    assert f"kept in {home / 'library' / 'former' / 'mill-lane@1.2'}" in ran.err


def test_without_anybody_to_ask_nothing_is_done(
    trainer: Trainer, package: Packing, installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trainer("install", package())
    monkeypatch.setattr(sys, "stdin", StringIO("y\n"))
    ran = trainer("update", package(NEWER))
    assert ran.code == 2
    assert "--yes" in ran.err
    assert load_chapter(installed).version == "1.2"


def test_somebody_elses_chapter_needs_more_than_yes(
    trainer: Trainer, package: Packing, installed: Path
) -> None:
    trainer("install", package())
    other = package(NEWER, ("chapter", "author: Hester Vane", "author: H. Impostor"))
    ran = trainer("install", other, "--yes")
    assert ran.code == 2
    assert "another author" in ran.err
    assert "--replace" in ran.err
    assert load_chapter(installed).version == "1.2"
    assert trainer("install", other, "--yes", "--replace").code == 0
    assert load_chapter(installed).author == "H. Impostor"


def test_work_of_ones_own_needs_more_than_yes(
    trainer: Trainer, package: Packing, installed: Path
) -> None:
    trainer("install", package())
    (installed / "terms.yaml").write_text("# mine\n")
    ran = trainer("update", package(NEWER), "--yes")
    assert ran.code == 2
    assert "you have changed" in ran.err
    assert (installed / "terms.yaml").read_text() == "# mine\n"


def test_what_is_not_installed_cannot_be_updated(trainer: Trainer, package: Packing) -> None:
    ran = trainer("update", package())
    assert ran.code == 1
    assert "trainer install" in ran.err


def test_a_hostile_package_leaves_no_trace(trainer: Trainer, tmp_path: Path, home: Path) -> None:
    before = {*tmp_path.rglob("*")}
    file = made(tmp_path / "a.chapter.zip", {**WELL, "../../small/\x1b[2Jx": "x"})
    ran = trainer("install", file)
    assert ran.code == 1
    assert "\x1b" not in ran.err
    assert "out of its folder" in ran.err
    assert {*tmp_path.rglob("*")} - before == {file}


def test_what_a_package_says_cannot_command_a_terminal(trainer: Trainer, package: Packing) -> None:
    trainer("install", package())
    newer = package(NEWER, ("events", "the pelting of the mayor", "the pelting\u2066 of the mayor"))
    assert "\u2066" not in trainer("update", newer, "--yes").out


def test_an_update_of_what_is_not_there_tells_what_is_kept_of_it(
    trainer: Trainer, package: Packing, installed: Path
) -> None:
    trainer("install", package())
    ran = trainer("update", package(NEWER), "--yes")
    assert ran.code == 0
    shutil.rmtree(installed)
    ran = trainer("update", package(NEWER))
    former = installed.parent.parent / "former" / "mill-lane@1.2"
    assert ran.code == 1
    assert f"no mill-lane in your library to update; what was there is kept in {former} – " in (
        ran.err
    )


def test_an_update_of_what_was_never_there_speaks_of_no_other(
    trainer: Trainer, package: Packing
) -> None:
    ran = trainer("update", package())
    assert ran.code == 1
    assert "no mill-lane in your library to update – put it in: trainer install" in ran.err
