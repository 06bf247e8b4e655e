"""`trainer check --watch`: checks again at each save and says what the change did to the questions."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from trainer.cli.clock import now
from trainer.cli.diagnostics import complain, narrate, narrate_progress
from trainer.decks.rechecking import Bench
from trainer.errors import NotFoundError, TrainerError
from trainer.questions.changes_in_words import in_brief, why_withheld
from trainer.text.plurals import counted
from trainer.text.printable import one_line, printable
from trainer.watching import Watch

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path

    from trainer.content import Places
    from trainer.decks.rechecking import Rechecked
    from trainer.errors import Problem
    from trainer.questions.audit.finding import Finding
    from trainer.questions.comparison import Changes
    from trainer.questions.distance import Distance

# Two looks in a row must agree, so a save is noticed after two of these at most.
SECONDS_BETWEEN_LOOKS = 0.1

# So seldom it is looked whether there are chapters and decks more or fewer. One that is away twice in a row is gone:
# some editors take a file away before they put another in its place.
LOOKS_BETWEEN_SEARCHES = 5

# Whoever has saved does not wait longer for a first word.
SECONDS_TO_WAIT = 0.5

# More at once nobody reads while writing.
_MOST_PROBLEMS = 12
_MOST_FLAWS = 5


Find: TypeAlias = "Callable[[], Sequence[Path]]"


class _SavedAgain(Exception):  # noqa: N818 - no error
    """A file was saved while its bank was made: what is being made is stale."""


def watch_content(
    finds: Sequence[Find],
    places: Places,
    distance: Distance,
    *,
    pause: Callable[[float], None] = time.sleep,
) -> NoReturn:
    """Check chapters' folders and decks' files, then again at each save, until the user interrupts it.

    Args:
        finds: each returns some of what to check: called again and again, so that what is new or gone is noticed.
        places: where chapters that decks name are looked for.
        distance: how near options lie to the key.
        pause: waits for so many seconds.

    Raises:
        NotFoundError: there is nothing to watch.
        KeyboardInterrupt: the user has had enough.
    """
    watching = _Watching(finds, places, distance)
    narrate("watching – save a file to check it again, Ctrl-C ends")
    while True:
        watching.work()
        for _ in range(LOOKS_BETWEEN_SEARCHES):
            pause(SECONDS_BETWEEN_LOOKS)
            if watching.look():
                break
        else:
            watching.search()


class _Watching:
    """What is watched, and what of it is still to be checked or audited."""

    def __init__(self, finds: Sequence[Find], places: Places, distance: Distance) -> None:
        self._finds = finds
        self._targets = [*dict.fromkeys(target for find in finds for target in find())]
        if not self._targets:
            raise NotFoundError(
                "there is nothing to watch", mend="begin with trainer new chapter NAME"
            )
        self._missed: set[Path] = set()
        self._watch = Watch(lambda: _files_of(self._targets))
        self._bench = Bench(
            places,
            distance=distance,
            between=_interrupter(self._watch),
            tell_progress=narrate_progress,
        )
        self._pending = [*self._targets]
        self._to_audit: list[Path] = []
        self._flaws: dict[Path, frozenset[Finding]] = {}
        self._slow: set[Path] = set()

    def work(self) -> None:
        """Check what is to be checked, then audit it; a save ends that, and what is left stays to be done."""
        try:
            while self._pending:
                target = self._pending[0]
                if _check_again(target, self._bench, self._slow) and target not in self._to_audit:
                    self._to_audit.append(target)
                del self._pending[0]
            while self._to_audit:
                target = self._to_audit[0]
                began = time.perf_counter()
                flaws = self._bench.audit(target).flaws
                _say_flaws(target, flaws, self._flaws.get(target, frozenset()), began)
                self._flaws[target] = frozenset(flaws)
                del self._to_audit[0]
        except _SavedAgain:
            pass

    def look(self) -> bool:
        """Note what has changed, and tell whether anything is to be done and all files rest."""
        changed = self._watch.changes()
        for folder in {path.parent for path in changed}:
            self._bench.forget(folder)
        for target in self._targets:
            if _is_touched(target, changed, self._bench):
                self._put_off(target)
                if target.exists():  # else it will be back in a moment, or is told to be gone
                    self._pending.append(target)
        return bool(self._pending or self._to_audit) and not self._watch.stirred()

    def search(self) -> None:
        """Note which chapters and decks there are: the files of a new one are seen at the next look."""
        found: list[Path] = []
        for find in self._finds:
            with suppress(TrainerError, OSError):  # what was named is gone, or just going
                found += find()
        missed = {target for target in self._targets if target not in found}
        for target in missed & self._missed:
            self._put_off(target)
            self._bench.drop(target)
            self._flaws.pop(target, None)
            print(one_line(f"{now():%H:%M:%S} {target.name}: gone"), flush=True)
        stay = [t for t in self._targets if t in found or t not in self._missed]
        self._targets = [*dict.fromkeys((*stay, *found))]
        self._missed = missed

    def _put_off(self, target: Path) -> None:
        for waiting in (self._pending, self._to_audit):
            if target in waiting:
                waiting.remove(target)


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


def _check_again(target: Path, bench: Bench, slow: set[Path]) -> bool:
    """Say how a target stands now: what is wrong at once, then what the change did; tell whether it is in order.

    `slow` holds the targets whose questions take so long to make that something is said before.
    """
    began = time.perf_counter()
    problems = bench.problems(target)
    if problems:
        _say_wrong(target, problems, began)
        return False
    if target in slow:
        _say_first(target, bench.foretell(target), began)
    checked = bench.recheck(target)
    if checked.problems:
        _say_wrong(target, checked.problems, began)
    else:
        _say_whole(target, checked, began)
    if target.is_dir() and time.perf_counter() - began > SECONDS_TO_WAIT:
        slow.add(target)
    return not checked.problems


def _say_first(target: Path, foretold: Changes | None, began: float) -> None:
    """Say what is known before all questions are made."""
    if foretold is None:
        _say(target, "nothing wrong; making the questions …", began)
        return
    _say(target, f"of what you changed: {in_brief(foretold)}", began)
    _say_why(foretold)


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


def _say_flaws(
    target: Path, flaws: Sequence[Finding], known: Collection[Finding], began: float
) -> None:
    new = [flaw for flaw in flaws if flaw not in known]
    found = f"{counted(len(flaws), 'flaw')}, {len(new):,} new" if flaws else "nothing"
    _say(target, f"the audit finds {found}", began)
    for flaw in new[:_MOST_FLAWS]:
        named = ", ".join((*flaw.questions[:1], flaw.what))
        print(f"  {printable(named)} – {printable(flaw.mend)}", flush=True)
    if (more := len(new) - _MOST_FLAWS) > 0:
        print(f"  … and {more:,} more – trainer check tells them", flush=True)


def _say(target: Path, text: str, began: float) -> None:
    took = time.perf_counter() - began
    print(one_line(f"{now():%H:%M:%S} {target.name}: {text} ({took:.1f} s)"), flush=True)


def _say_why(changes: Changes) -> None:
    for line in why_withheld(changes):
        print(f"  {printable(line)}", flush=True)
