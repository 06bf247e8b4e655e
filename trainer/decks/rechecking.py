"""Checks chapters and decks again and again while they are written, and says what each change did.

Of a chapter only the files that changed are read again, and only its own bank is made anew. The problems of a
chapter of a thousand facts are known in a fraction of a second; its bank takes some seconds, so what the change did
to the facts that it touched is said before that.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trainer.chapters.loading import load_chapter
from trainer.chapters.reading import KeptFiles
from trainer.chapters.record import Source
from trainer.decks.opening import Opener
from trainer.errors import Problem, TrainerError
from trainer.questions.audit.auditing import audit
from trainer.questions.bank import build_bank
from trainer.questions.comparison import Changes, compare
from trainer.questions.distance import Distance
from trainer.telling import Tell, in_silence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from trainer.chapters.record import Chapter
    from trainer.content import Places
    from trainer.decks.opening import OpenedDeck
    from trainer.questions.audit.auditing import Audit


# Of so many facts the questions are made at once.
_FEW = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Rechecked:
    """How a chapter or deck stands after a change.

    Attributes:
        problems: all that is wrong with it; where something is, there are no `changes`.
        opened: as it is now; None where something is wrong with it.
        changes: since it was last in order; None if it never was.
    """

    problems: tuple[Problem, ...] = ()
    opened: OpenedDeck | None = None
    changes: Changes | None = None


class Bench:
    """Chapters and decks at work, each with what it was when it was last in order.

    Args:
        places: where chapters that decks name are looked for.
        distance: how near options lie to the key.
        between: called many times while a bank is made or audited; what it raises ends that.
        tell_progress: is told every few seconds how far the making of many questions is.
    """

    def __init__(
        self,
        places: Places,
        *,
        distance: Distance = Distance.NEAR,
        between: Callable[[], None] = lambda: None,
        tell_progress: Tell = in_silence,
    ) -> None:
        self._distance = distance
        self._between = between
        self._kept: dict[Path, KeptFiles] = defaultdict(KeptFiles)
        self._opener = Opener(
            places,
            distance=distance,
            load=self._load,
            between=between,
            tell_progress=tell_progress,
        )
        self._in_order: dict[Path, OpenedDeck] = {}

    def problems(self, path: Path) -> tuple[Problem, ...]:
        """Return what is wrong with a chapter's files, without making its questions; of a deck, nothing."""
        if not path.is_dir() and path.suffix:
            return ()
        try:
            self._opener.chapter(path)
        except TrainerError as error:
            return error.problems
        return ()

    def foretell(self, folder: Path) -> Changes | None:
        """Return what has become of the facts of a chapter that are not as they were, before all else is made.

        None where the chapter was never in order, or none of its facts has changed, or many have.

        Raises:
            TrainerError: something is wrong with it.
        """
        before = self._in_order.get(folder)
        if before is None:
            return None
        chapters = (before.chapters[0], self._opener.chapter(folder))
        touched = _touched(*chapters)
        if not 0 < len(touched) <= _FEW:
            return None
        # Both are made of these facts alone, so that they differ by nothing but the change.
        banks = (
            build_bank(chapter, before.seed, distance=self._distance, only=touched, together=False)
            for chapter in chapters
        )
        return compare(*banks)

    def recheck(self, path: Path) -> Rechecked:
        """Open a chapter's folder or a deck's file as it is now."""
        try:
            opened = self._opener.at(path)
        except TrainerError as error:
            return Rechecked(problems=error.problems)
        before = self._in_order.get(path)
        self._in_order[path] = opened
        changes = None if before is None else compare(before, opened)
        return Rechecked(opened=opened, changes=changes)

    def audit(self, path: Path) -> Audit:
        """Audit the questions of what was in order when last opened."""
        opened = self._in_order[path]
        return audit(
            opened.chapters,
            opened.questions,
            opened.fronts,
            opened.withheld,
            selected=None if path.is_dir() else {card.id for card in opened.cards},
            between=self._between,
        )

    def drop(self, path: Path) -> None:
        """Take note that a chapter or deck is gone."""
        self._opener.forget(path)
        self._in_order.pop(path, None)

    def forget(self, folder: Path) -> None:
        """Take note that a file in `folder` has changed."""
        self._opener.forget(folder)

    def uses(self, deck: Path, folder: Path) -> bool:
        """Tell whether a deck may draw on the chapter in `folder`, as far as is known."""
        opened = self._in_order.get(deck)
        return opened is None or folder.resolve().name in opened.digests

    def _load(self, folder: Path) -> Chapter:
        return load_chapter(folder, self._kept[folder.resolve()])


# Where a fact stands in its file says nothing of what it is.
_ANYWHERE = Source(file="", line=0, column=0)


def _touched(before: Chapter, after: Chapter) -> frozenset[str]:
    """Return the ids of the facts that were changed, added or taken away."""
    was = {fact.id: replace(fact, source=_ANYWHERE) for fact in before.facts()}
    now = {fact.id: replace(fact, source=_ANYWHERE) for fact in after.facts()}
    return frozenset(name for name in {*was, *now} if was.get(name) != now.get(name))
