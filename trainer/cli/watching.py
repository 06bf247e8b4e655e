"""`trainer check --watch`: checks again at each save and says what the change did to the questions."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NoReturn

from trainer.cli.clock import now
from trainer.cli.diagnostics import complain, narrate
from trainer.decks.rechecking import Bench
from trainer.errors import NotFoundError
from trainer.questions.changes_in_words import in_brief, why_withheld
from trainer.text.plurals import counted
from trainer.text.printable import one_line, printable
from trainer.watching import Watch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from trainer.content import Places
    from trainer.decks.rechecking import Rechecked
    from trainer.errors import Problem
    from trainer.questions.comparison import Changes
    from trainer.questions.distance import Distance

# Two looks in a row must agree, so a save is noticed after two of these at most.
SECONDS_BETWEEN_LOOKS = 0.1


# Whoever has saved does not wait longer for a first word.
SECONDS_TO_WAIT = 0.5

# More at once nobody reads while writing.
_MOST_PROBLEMS = 12


class _SavedAgain(Exception):  # noqa: N818 - no error
    """A file was saved while its bank was made: what is being made is stale."""


def watch_content(
    targets: Sequence[Path],
    places: Places,
    distance: Distance,
    *,
    pause: Callable[[float], None] = time.sleep,
) -> NoReturn:
    """Check chapters' folders and decks' files, then again at each save, until the user interrupts it.

    Args:
        targets: what to check.
        places: where chapters that decks name are looked for.
        distance: how near options lie to the key.
        pause: waits for so many seconds.

    Raises:
        NotFoundError: there is nothing to watch.
        KeyboardInterrupt: the user has had enough.
    """
    if not targets:
        raise NotFoundError("there is nothing to watch", mend="begin with trainer new chapter NAME")
    watch = Watch(lambda: _files_of(targets))
    bench = Bench(places, distance=distance, between=_interrupter(watch))
    pending = list(targets)
    slow: set[Path] = set()
    narrate("watching – save a file to check it again, Ctrl-C ends")
    while True:
        try:
            while pending:
                _check_again(pending[0], bench, slow)
                del pending[0]
        except _SavedAgain:
            pass
        pause(SECONDS_BETWEEN_LOOKS)
        changed = watch.changes()
        for folder in {path.parent for path in changed}:
            bench.forget(folder)
        pending += [
            target
            for target in targets
            if target not in pending and _is_touched(target, changed, bench)
        ]


def _interrupter(watch: Watch) -> Callable[[], None]:
    """Return what ends the making of a bank when files have changed; it looks no oftener than need be."""
    looked = 0.0

    def look() -> None:
        nonlocal looked
        if (instant := time.monotonic()) - looked < SECONDS_BETWEEN_LOOKS:
            return
        looked = instant
        if watch.stirred():
            raise _SavedAgain

    return look


def _files_of(targets: Sequence[Path]) -> Iterator[Path]:
    """Yield the files of all targets, but none that an editor hides while it is at work."""
    for target in targets:
        if target.suffix in {".yaml", ".yml"} and not target.is_dir():
            yield target
        else:
            yield from (path for path in target.glob("*.y*ml") if not path.name.startswith("."))


def _is_touched(target: Path, changed: frozenset[Path], bench: Bench) -> bool:
    if target in changed:
        return True
    folders = {path.parent for path in changed}
    return target in folders or (
        target.suffix in {".yaml", ".yml"} and any(bench.uses(target, folder) for folder in folders)
    )


def _check_again(target: Path, bench: Bench, slow: set[Path]) -> None:
    """Say how a target stands now: what is wrong at once, then what the change did.

    `slow` holds the targets whose questions take so long to make that something is said before.
    """
    began = time.perf_counter()
    problems = bench.problems(target)
    if problems:
        _say_wrong(target, problems, began)
        return
    foretold = bench.foretell(target) if target in slow else None
    if foretold is not None:
        _say(target, f"of what you changed: {in_brief(foretold)}", began)
        _say_why(foretold)
    checked = bench.recheck(target)
    if checked.problems:
        _say_wrong(target, checked.problems, began)
    else:
        _say_whole(target, checked, began)
    if target.is_dir() and time.perf_counter() - began > SECONDS_TO_WAIT:
        slow.add(target)


def _say_wrong(target: Path, problems: Sequence[Problem], began: float) -> None:
    _say(target, f"{counted(len(problems), 'problem')}; the questions wait", began)
    complain(problems[:_MOST_PROBLEMS])
    if len(problems) > _MOST_PROBLEMS:
        narrate(f"… and {len(problems) - _MOST_PROBLEMS:,} more, which may be gone with these")


def _say_whole(target: Path, checked: Rechecked, began: float) -> None:
    opened, changes = checked.opened, checked.changes
    assert opened is not None, "what has no problems is open"
    sizes = (
        f"{counted(len(opened.choices), 'question')}, {counted(len(opened.fronts), 'flash card')}"
    )
    if changes is None:
        _say(target, f"in order: {sizes}", began)
        return
    _say(target, f"{in_brief(changes)}; now {sizes}", began)
    _say_why(changes)


def _say(target: Path, text: str, began: float) -> None:
    took = time.perf_counter() - began
    print(one_line(f"{now():%H:%M:%S} {target.name}: {text} ({took:.1f} s)"), flush=True)


def _say_why(changes: Changes) -> None:
    for line in why_withheld(changes):
        print(f"  {printable(line)}", flush=True)
