"""Finds chapters and decks: in the wheel or the checkout, then in the user's own library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from trainer.errors import NotFoundError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

HOME_VARIABLE = "TRAINER_HOME"


class Places(NamedTuple):
    """Where things are kept; none of the folders need exist yet.

    Attributes:
        library: the user's own `data/` and `decks/`.
        state: what the learner made and must never lose.
        cache: what can be rebuilt and may be deleted.
    """

    library: Path
    state: Path
    cache: Path


class Content(NamedTuple):
    """All chapters' folders and decks' files by id; where two share an id, the one that ships comes first.

    Attributes:
        decks: without those that have the id of a chapter: as a deck, a chapter's id means all of it.
        clashes: a problem for each of the user's own that another of the same id hides.
    """

    chapters: tuple[Path, ...]
    decks: tuple[Path, ...]
    clashes: tuple[Problem, ...]


def find_places(environ: Mapping[str, str]) -> Places:
    """Return the user's folders: below `$TRAINER_HOME` if it is set, else the system's usual ones.

    Raises:
        NotFoundError: `$TRAINER_HOME` begins with the `~` of somebody who is not known.
    """
    if home := environ.get(HOME_VARIABLE):
        try:
            root = Path(home).expanduser()
        except RuntimeError as error:
            raise NotFoundError(
                f"{HOME_VARIABLE} is {home}, and nobody has that home",
                mend="write the folder's whole path",
            ) from error
        return Places(library=root / "library", state=root / "state", cache=root / "cache")
    from platformdirs import PlatformDirs

    folders = PlatformDirs("chapter-trainer", appauthor=False)
    return Places(
        library=Path(folders.user_data_dir) / "library",
        state=Path(folders.user_data_dir) / "state",
        cache=Path(folders.user_cache_dir),
    )


def shipped_root() -> Path:
    """Return the folder that holds the `data/` and `decks/` that come with the program."""
    package = Path(__file__).resolve().parent
    installed = package / "_content"
    return installed if installed.is_dir() else package.parent


def _roots(places: Places) -> tuple[Path, ...]:
    return (shipped_root(), places.library)


def chapter_folders(places: Places) -> tuple[Path, ...]:
    """Return every chapter's folder by id; where two share an id, the one that ships comes first."""
    return _by_name(folder for root in _roots(places) for folder in _chapters_in(root))


def find_content(places: Places) -> Content:
    """Look once through what ships and through the user's library."""
    chapters = chapter_folders(places)
    taken = {folder.name for folder in chapters}
    decks = _by_name(
        file for root in _roots(places) for file in _decks_in(root) if file.stem not in taken
    )
    own = [*_chapters_in(places.library), *_decks_in(places.library)]
    hidden = sorted({*own} - {*chapters, *decks})
    what = "another chapter or deck has this id and is used instead"
    clashes = tuple(Problem(Place(str(path)), what, "rename yours") for path in hidden)
    return Content(chapters=chapters, decks=decks, clashes=clashes)


def find_chapter(name: str, places: Places) -> Path:
    """Return the folder of the chapter with the id or path `name`.

    Raises:
        NotFoundError: there is none; the nearest id is named.
    """
    if (path := Path(name)).joinpath("chapter.yaml").is_file():
        return path
    return _find(name, chapter_folders(places), "chapter")


def find_deck(name: str, places: Places) -> Path:
    """Return the file of the deck with the id or path `name`, or a chapter's folder, which is all of it.

    Where a deck has a chapter's id, the chapter is meant.

    Raises:
        NotFoundError: there is neither; the nearest id is named.
    """
    path = Path(name)
    if path.suffix in {".yaml", ".yml"} and path.is_file():
        return path
    if path.joinpath("chapter.yaml").is_file():
        return path
    content = find_content(places)
    return _find(name, (*content.chapters, *content.decks), "deck")


def _find(name: str, candidates: tuple[Path, ...], sort: str) -> Path:
    by_id = {path.stem if path.suffix else path.name: path for path in reversed(candidates)}
    if name in by_id:
        return by_id[name]
    from difflib import get_close_matches  # seldom, and slow to import

    if near := get_close_matches(name, by_id, n=1):
        raise NotFoundError(f"there is no {sort} {name}", mend=f"did you mean {near[0]}?")
    known = ", ".join(sorted(by_id)) or "none"
    if Path(name).name != name or Path(name).suffix:
        raise NotFoundError(
            f"there is no {name}", mend=f"correct the path, or name one of: {known}"
        )
    raise NotFoundError(f"there is no {sort} {name}", mend=f"name a file, or one of: {known}")


def _chapters_in(root: Path) -> Iterator[Path]:
    """Yield the chapters' folders, but none that is hidden: it is being written (`.NAME.x1y2.part`), or was never whole."""
    folders = (file.parent for file in (root / "data").glob("*/chapter.yaml"))
    return (folder for folder in folders if not folder.name.startswith("."))


def _decks_in(root: Path) -> Iterator[Path]:
    """Yield the decks' files, but none that an editor hides while it is at work (`.#deck.yaml`)."""
    return (file for file in (root / "decks").glob("*.yaml") if not file.name.startswith("."))


def _by_name(paths: Iterable[Path]) -> tuple[Path, ...]:
    first: dict[str, Path] = {}
    for path in paths:
        first.setdefault(path.name, path)
    return tuple(first[name] for name in sorted(first))
