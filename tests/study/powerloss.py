"""A disk that may lose its power: all that is written to it is recorded, and can be replayed up to any point.

What was written before a file was last synchronised is there after the loss. Of what was written since, none may be
there, or all, or any part: the disk writes in the order it likes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import apsw

if TYPE_CHECKING:
    from random import Random


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done to a file: bytes written at a place, cut to a length, synchronised, or deleted."""

    file: str
    does: str
    at: int = 0
    content: bytes = b""


@dataclass(slots=True)
class Disk:
    """All steps, in their order."""

    steps: list[Step] = field(default_factory=list)

    def replay(self, until: int, folder: Path, random: Random | None) -> None:
        """Write the files as they are after a loss of power.

        Args:
            until: how many steps were done.
            random: decides which writes that were not synchronised are there; none are if it is None.
        """
        last_sync = {
            step.file: number
            for number, step in enumerate(self.steps[:until])
            if step.does == "sync"
        }
        files: dict[str, bytearray] = {}
        for number, step in enumerate(self.steps[:until]):
            if step.does == "delete":
                files.pop(step.file, None)
                continue
            certain = number <= last_sync.get(step.file, -1)
            if certain or (random is not None and random.random() < 0.5):
                _do(step, files.setdefault(step.file, bytearray()))
        for name, content in files.items():
            (folder / name).write_bytes(content)


def _do(step: Step, content: bytearray) -> None:
    if step.does == "write":
        content.extend(b"\x00" * (step.at - len(content)))
        content[step.at : step.at + len(step.content)] = step.content
    elif step.does == "cut":
        del content[step.at :]


class Recording(apsw.VFS):
    """The system's files, with all that is done to them written down."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        super().__init__("recording", "")

    def xOpen(self, name: Any, flags: Any) -> RecordingFile:  # noqa: N802 - as the interface has it
        return RecordingFile(self.disk, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: FBT001, N802
        self.disk.steps.append(Step(Path(filename).name, "delete"))
        super().xDelete(filename, syncdir)


class RecordingFile(apsw.VFSFile):
    """One such file."""

    def __init__(self, disk: Disk, name: Any, flags: Any) -> None:
        self._disk = disk
        told = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._name = Path(told).name if told else "temporary"
        super().__init__("", name, flags)

    def xWrite(self, data: Any, offset: int) -> None:  # noqa: N802
        self._disk.steps.append(Step(self._name, "write", offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self._disk.steps.append(Step(self._name, "cut", newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self._disk.steps.append(Step(self._name, "sync"))
        super().xSync(flags)
