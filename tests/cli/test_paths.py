from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Trainer


def test_paths_names_every_folder_below_home(trainer: Trainer, home: Path) -> None:
    lines = dict(line.split("\t") for line in trainer("paths").out.splitlines())
    assert lines.keys() == {"shipped", "library", "state", "log", "flags", "settings", "cache"}
    assert all(path.startswith(str(home)) for name, path in lines.items() if name != "shipped")
