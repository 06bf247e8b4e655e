"""Commands are run as a user runs them, with a home of their own."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from trainer.cli.main import run
from trainer.content import find_places
from trainer.decks.catalogue import read_catalogue

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        """What was said on stderr, line by line."""
        return self.err.splitlines()


class Trainer(Protocol):
    def __call__(self, *words: Any) -> Ran: ...


@pytest.fixture(scope="session")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose cache holds what ships, so that not every test waits for it to be counted."""
    folder = tmp_path_factory.mktemp("counted")
    read_catalogue(find_places({"TRAINER_HOME": str(folder)}))
    return folder


@pytest.fixture
def home(tmp_path: Path, counted: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    shutil.copytree(counted, folder)
    monkeypatch.setenv("TRAINER_HOME", str(folder))
    return folder


@pytest.fixture
def trainer(home: Path, capsys: pytest.CaptureFixture[str]) -> Trainer:
    def call(*words: Any) -> Ran:
        code = run([str(word) for word in words])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return call
