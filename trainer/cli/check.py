"""`trainer check`: everything wrong with chapters and decks, and an audit of their questions."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.cli.diagnostics import ExitCode, complain, narrate, narrate_progress, warn
from trainer.content import Places, find_content, find_deck, find_places
from trainer.errors import NotFoundError, Problem, TrainerError, UsageError
from trainer.questions.distance import Distance
from trainer.text.plurals import counted

if TYPE_CHECKING:
    from trainer.decks.opening import OpenedDeck, Opener
    from trainer.questions.audit.auditing import Audit
    from trainer.questions.audit.finding import Finding
    from trainer.questions.question import Withheld

# More at once nobody reads; `--json` has them all.
_WARNINGS = 12

# The audit of more than these takes seconds.
_MANY_QUESTIONS = 10_000


def check(
    *paths: Path,
    json: bool = False,
    strict: bool = False,
    watch: bool = False,
    distance: Distance = Distance.NEAR,
) -> int:
    """Say everything that is wrong with chapters and decks, and audit their questions.

    What is wrong with the data is an error, with its place and its mend. A flaw that the audit finds in a question
    or over all of them is a warning.

    Parameters
    ----------
    paths
        Ids or paths of chapters and decks, or folders that hold some; everything known if left out.
    json
        Print one JSON object instead of text.
    strict
        Let a flaw that the audit finds count as a failure.
    watch
        Go on checking after each save, and say what it did to the questions, until Ctrl-C.
    distance
        Whether to audit questions with their options near, as a quiz asks, or far, as new cards are asked.
    """
    from trainer.decks.opening import Opener

    places = find_places(os.environ)
    if watch:
        if json or strict:
            raise UsageError("--watch goes with neither --json nor --strict", mend="leave one out")
        from trainer.cli.watching import watch_content

        finds = [partial(_targets_in, path, places) for path in paths]
        watch_content(finds or [partial(_everything, places)], places, distance)
    opener = Opener(places, distance=distance, tell=narrate, tell_progress=narrate_progress)
    if paths:
        checked = [each for path in paths for each in _check_named(path, places, opener)]
    else:
        checked = _check_everything(places, opener)
    if json:
        from json import dumps

        print(dumps([each.as_json() for each in checked], ensure_ascii=False, indent=2))
    else:
        _tell(checked, named=bool(paths))
    wrong = any(each.problems or (strict and each.flaws) for each in checked)
    return ExitCode.FAILURE if wrong else ExitCode.OK


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checked:
    """What was found out about one chapter or deck; `opened` and `audit` only where nothing is wrong."""

    path: Path
    opened: OpenedDeck | None = None
    audit: Audit | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        """What it does not ask, and why."""
        return self.opened.withheld if self.opened else ()

    @property
    def flaws(self) -> tuple[Finding, ...]:
        """What the audit found."""
        return self.audit.flaws if self.audit else ()

    @property
    def asks_nothing(self) -> bool:
        """Whether it can be opened and yields neither a question nor a flash card."""
        return self.opened is not None and not (self.opened.questions or self.opened.fronts)

    def as_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        from trainer.questions.audit.showing import as_data

        return {
            "path": str(self.path),
            "problems": [
                {
                    **(each.place._asdict() if each.place else {}),
                    "what": each.what,
                    "mend": each.mend,
                }
                for each in self.problems
            ],
            "questions": len(self.opened.choices) if self.opened else None,
            "cards": len(self.opened.fronts) if self.opened else None,
            "withheld": [asdict(each) for each in self.withheld],
            "audit": as_data(self.audit) if self.audit else None,
        }

    def verdict(self) -> str:
        """Return how it is in one line."""
        from trainer.decks.emptiness import count_drafts, nothing_asked

        assert self.opened is not None, "what cannot be opened has problems instead"
        sizes = (
            f"{counted(len(self.opened.choices), 'question')},"
            f" {counted(len(self.opened.fronts), 'flash card')}, {len(self.withheld):,} withheld"
        )
        if drafts := count_drafts(self.opened) if self.path.is_dir() else 0:
            sizes += f"; {counted(drafts, 'draft')} not confirmed – trainer confirm {self.path}"
        if self.flaws:
            return f"{self.path}: {sizes}; the audit finds {counted(len(self.flaws), 'flaw')}"
        if self.asks_nothing:
            return f"{self.path}: all is well; {nothing_asked(self.opened, str(self.path))}"
        return f"{self.path}: all is well: {sizes}"


def _tell(checked: list[_Checked], *, named: bool) -> None:
    """Print problems and flaws on stderr, verdicts on stdout, and the audit of chapters and of what was `named`.

    A deck has its questions from a chapter: what was said of them there is not said again.
    """
    from trainer.questions.audit.showing import as_lines

    complain(problem for each in checked for problem in each.problems)
    told: set[Finding] = set()
    for each in checked:
        if each.audit is None:
            continue
        flaws = [flaw for flaw in each.flaws if flaw not in told or not flaw.questions]
        told.update(flaws)
        warn(
            f"{each.path}: {': '.join((*flaw.questions[:1], flaw.what))} – {flaw.mend}"
            for flaw in flaws[:_WARNINGS]
        )
        if len(flaws) > _WARNINGS:
            narrate(f"{each.path}: {len(flaws) - _WARNINGS} flaws more – `--json` has them all")
    for each in checked:
        if each.audit is not None:
            print(each.verdict())
            if (named or each.path.is_dir()) and not each.asks_nothing:
                print("\n".join(as_lines(each.audit)))


def _everything(places: Places) -> list[Path]:
    """Return all chapters' folders and decks' files that are known."""
    content = find_content(places)
    return [*content.chapters, *content.decks]


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
    from trainer.questions.audit.auditing import audit

    if len(opened.choices) > _MANY_QUESTIONS:
        narrate(f"auditing {counted(len(opened.choices), 'question')} of {opened.id} …")
    whole = path.is_dir()
    return _Checked(
        path=path,
        opened=opened,
        audit=audit(
            opened.chapters,
            opened.questions,
            opened.fronts,
            opened.withheld,
            selected=None if whole else {card.id for card in opened.cards},
        ),
    )
