"""`trainer check`: everything wrong with chapters and decks."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.cli.diagnostics import ExitCode, complain, narrate
from trainer.content import Places, find_content, find_deck, find_places
from trainer.errors import NotFoundError, Problem, TrainerError
from trainer.text.plurals import counted

if TYPE_CHECKING:
    from trainer.decks.opening import OpenedDeck, Opener
    from trainer.questions.question import Withheld


def check(*paths: Path, json: bool = False) -> int:
    """Say everything that is wrong with chapters and decks, with its place and its mend.

    Parameters
    ----------
    paths
        Ids or paths of chapters and decks, or folders that hold some; everything known if left out.
    json
        Print one JSON object instead of text.
    """
    from trainer.decks.opening import Opener

    places = find_places(os.environ)
    opener = Opener(places)
    if paths:
        checked = [each for path in paths for each in _check_named(path, places, opener)]
    else:
        checked = _check_everything(places, opener)
    if json:
        from json import dumps

        print(dumps([each.as_json() for each in checked], ensure_ascii=False, indent=2))
    else:
        for each in checked:
            each.tell()
    return ExitCode.FAILURE if any(each.problems for each in checked) else ExitCode.OK


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checked:
    """What was found out about one chapter or deck; `opened` only where nothing is wrong."""

    path: Path
    opened: OpenedDeck | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        """What it does not ask, and why."""
        return self.opened.withheld if self.opened else ()

    def as_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "path": str(self.path),
            "problems": [
                {**(asdict(each.place) if each.place else {}), "what": each.what, "mend": each.mend}
                for each in self.problems
            ],
            "questions": len(self.opened.questions) if self.opened else None,
            "cards": len(self.opened.fronts) if self.opened else None,
            "withheld": [asdict(each) for each in self.withheld],
        }

    def tell(self) -> None:
        """Print the verdict, and the problems on stderr."""
        complain(self.problems)
        if self.opened is not None:
            print(
                f"{self.path}: all is well: {counted(len(self.opened.questions), 'question')},"
                f" {counted(len(self.opened.fronts), 'flash card')},"
                f" {len(self.withheld):,} withheld"
            )


def _check_everything(places: Places, opener: Opener) -> list[_Checked]:
    content = find_content(places)
    checked = [_check(path, opener) for path in (*content.chapters, *content.decks)]
    if not checked:
        narrate("no chapters or decks yet – `trainer paths` shows where yours belong")
    clashing = [
        _Checked(path=Path(problem.place.file), problems=(problem,))
        for problem in content.clashes
        if problem.place
    ]
    return checked + clashing


def _check_named(path: Path, places: Places, opener: Opener) -> list[_Checked]:
    """Check what was asked for; if there is no such thing, the rest is checked all the same."""
    try:
        return [_check(target, opener) for target in _targets_in(path, places)]
    except NotFoundError as error:
        return [_Checked(path=path, problems=error.problems)]


def _targets_in(path: Path, places: Places) -> list[Path]:
    if not path.exists():
        return [find_deck(str(path), places)]
    if path.is_file() or path.joinpath("chapter.yaml").is_file():
        return [path]
    found = [
        *sorted(file.parent for file in path.glob("**/chapter.yaml")),
        *sorted(path.glob("**/decks/*.yaml")),
        *(sorted(path.glob("*.yaml")) if path.name == "decks" else ()),
    ]
    if not found:
        raise NotFoundError(
            f"{path} holds no chapter and no deck",
            mend="name a folder with a chapter.yaml, a deck's file, or a folder that holds some",
        )
    return list(dict.fromkeys(found))


def _check(path: Path, opener: Opener) -> _Checked:
    try:
        opened = opener.at(path)
    except TrainerError as error:
        return _Checked(path=path, problems=error.problems)
    return _Checked(path=path, opened=opened)
