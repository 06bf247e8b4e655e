"""What putting a chapter in place of another would do to its questions, and to the user's own decks of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.chapters.cache import open_chapter
from trainer.decks.loading import load_deck
from trainer.decks.opening import Opener
from trainer.errors import TrainerError
from trainer.questions.comparison import Changes, compare
from trainer.telling import Tell, in_silence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from trainer.chapters.record import Chapter
    from trainer.content import Places
    from trainer.decks.opening import OpenedDeck
    from trainer.errors import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchedDeck:
    """One of the user's decks that would not be what it is.

    Attributes:
        problems: what would be wrong with it and is not now.
        changes: to what it selects; nothing where it would not open, or does not now.
    """

    file: Path
    problems: tuple[Problem, ...] = ()
    changes: Changes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """What becomes of the questions and cards of a chapter, and of the decks that draw on it."""

    changes: Changes
    decks: tuple[TouchedDeck, ...]


def touched_by(
    former: Chapter,
    chapter: Chapter,
    folder: Path,
    places: Places,
    *,
    tell: Tell = in_silence,
    tell_progress: Tell = in_silence,
) -> Touched:
    """Return what it would do to put `chapter` into `folder`, where `former` is now."""
    before, after = (
        Opener(places, load=_loading(each, folder, places), tell=tell, tell_progress=tell_progress)
        for each in (former, chapter)
    )
    return Touched(
        changes=compare(before.whole_chapter(folder), after.whole_chapter(folder)),
        decks=tuple(_decks(chapter.id, before, after, places)),
    )


def _loading(chapter: Chapter, folder: Path, places: Places) -> Callable[[Path], Chapter]:
    """Return what reads chapters as if `chapter` were in `folder`."""

    def load(asked: Path) -> Chapter:
        if asked.resolve() == folder.resolve():
            return chapter
        return open_chapter(asked, places.cache)

    return load


def _decks(name: str, before: Opener, after: Opener, places: Places) -> Iterator[TouchedDeck]:
    """Yield each of the user's decks that names the chapter and would change; one that cannot be read has not changed."""
    for file in sorted((places.library / "decks").glob("*.yaml")):
        try:
            named = {chapter for chapter, _ in load_deck(file).chapters}
        except TrainerError:
            continue
        if name not in named:
            continue
        was, known = _opened(file, before)
        now, problems = _opened(file, after)
        if new := tuple(problem for problem in problems if problem not in known):
            yield TouchedDeck(file=file, problems=new)
        elif was and now and (changes := compare(was, now)):
            yield TouchedDeck(file=file, changes=changes)


def _opened(file: Path, opener: Opener) -> tuple[OpenedDeck | None, tuple[Problem, ...]]:
    try:
        return opener.deck_file(file), ()
    except TrainerError as error:
        return None, error.problems
