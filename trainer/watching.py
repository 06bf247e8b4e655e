"""Notices when files have changed, by looking at them again and again.

Looking costs microseconds a file and works wherever files can be read: on shared folders and synchronised ones too,
where the system tells nobody of changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

# Size, time of change and number of a file: editors that save by renaming give it a new number.
_Stamp = tuple[int, int, int]


class Watch:
    """What of some files has changed since it was last asked.

    Args:
        files: yields the files to look at, anew at each look, so that new ones are noticed.
    """

    def __init__(self, files: Callable[[], Iterable[Path]]) -> None:
        self._files = files
        self._known = self._seen = self._look()

    def stirred(self) -> bool:
        """Tell whether anything is not as it was at the last change told."""
        return self._look() != self._known

    def changes(self) -> frozenset[Path]:
        """Return the files that were changed, made or taken away, once two looks in a row agree; else none.

        So a file that is being written, or is away for a moment while an editor puts another in its place, is left
        alone until it rests.
        """
        now = self._look()
        if now != self._seen:
            self._seen = now
            return frozenset()
        changed = {path for path in {*now, *self._known} if now.get(path) != self._known.get(path)}
        self._known = now
        return frozenset(changed)

    def _look(self) -> dict[Path, _Stamp]:
        stamps = ((path, _stamp(path)) for path in self._files())
        return {path: stamp for path, stamp in stamps if stamp is not None}


def _stamp(path: Path) -> _Stamp | None:
    """Return what tells one state of a file from another; None where there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return (state.st_size, state.st_mtime_ns, state.st_ino)
