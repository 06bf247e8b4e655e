"""The one family of errors that a user can cause.

TrainerError            what went wrong, where, and how to mend it
├── ContentError        a chapter or deck that cannot be read: holds every Problem found
├── NotFoundError       something asked for by name that is not there
├── OutputError         a file or folder that cannot be written
└── UsageError          a command called with words that do not fit together (exit code 2)

Every message reads `what – how to mend it`, with `file:line:column: ` before it where a place is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


# Tuples, because every command imports them, and dataclasses take longer to import than Python to start.
class Place(NamedTuple):
    """Where in a file: `line` and `column` count from 1; 0 stands for the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Write the place as compilers do: `file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Problem(NamedTuple):
    """One thing that is wrong in what somebody wrote, and how to mend it."""

    place: Place | None
    what: str
    mend: str = ""

    def __str__(self) -> str:
        """Write `place: what – mend`, leaving out what is not known."""
        where = f"{self.place}: " if self.place else ""
        mend = f" – {self.mend}" if self.mend else ""
        return f"{where}{self.what}{mend}"


class TrainerError(Exception):
    """Something that the user can mend.

    Args:
        what: what is wrong, in one clause without a full stop.
        mend: how to mend it, in one clause; empty only where nothing can be done.
        place: where it is wrong, if it is in a file.
    """

    exit_code = 1

    def __init__(self, what: str, *, mend: str = "", place: Place | None = None) -> None:
        self.problem = Problem(place, what, mend)
        super().__init__(str(self.problem))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong, in the order to report it."""
        return (self.problem,)


class NotFoundError(TrainerError):
    """Something asked for by name is not there."""


class OutputError(TrainerError):
    """A file or folder cannot be written."""


class UsageError(TrainerError):
    """A command was called with words that do not fit together."""

    exit_code = 2


class ContentError(TrainerError):
    """A chapter or deck cannot be read; all its problems are reported at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        assert problems, "a ContentError needs at least one problem"
        self._problems = tuple(sorted(problems, key=_by_place))
        first = self._problems[0]
        super().__init__(first.what, mend=first.mend, place=first.place)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong, by file, line and column."""
        return self._problems


def reason_of(error: OSError) -> str:
    """Return why the system refused, as a clause of a message: "permission denied"."""
    reason = error.strerror or str(error) or "it cannot be used"
    return reason[0].lower() + reason[1:]


def _by_place(problem: Problem) -> tuple[Place, str]:
    return (problem.place or Place(""), problem.what)
