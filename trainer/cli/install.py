"""`trainer install FILE` and `trainer update FILE`: a chapter that somebody gave you, into your library."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.cli.asking import agreed
from trainer.cli.diagnostics import ExitCode, narrate, narrate_progress
from trainer.cli.patience import tell_if_long
from trainer.content import find_places, shipped_root
from trainer.errors import NotFoundError, UsageError
from trainer.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Sized

    from trainer.content import Places
    from trainer.questions.comparison import Changes
    from trainer.questions.question import Question
    from trainer.sharing.installing import Plan
    from trainer.sharing.touched import TouchedDeck

# More at once nobody reads.
_IDS = 20

_ANSWERED = " (you have answered it)"


def install(file: Path, /, *, yes: bool = False, replace: bool = False) -> int:
    """Put a chapter that was packed with `trainer pack` into your library.

    Where an earlier version of it is there, what would change is shown first, and you are asked.

    Parameters
    ----------
    file
        The package; its name ends in .chapter.zip.
    yes
        Do not ask before an update.
    replace
        Put it in the place of another chapter of the same id: somebody else's, or one that you have written or
        changed. That one is kept aside.
    """
    return _install(file, yes=yes, replace=replace, must_be_there=False)


def update(file: Path, /, *, yes: bool = False, replace: bool = False) -> int:
    """Show what a newer version of an installed chapter changes, ask, and put it in.

    Cards keep their ids, and with them what you have learned; the former version is kept aside.

    Parameters
    ----------
    file
        The package; its name ends in .chapter.zip.
    yes
        Do not ask.
    replace
        Put it in the place of another chapter of the same id: somebody else's, or one that you have written or
        changed. That one is kept aside.
    """
    return _install(file, yes=yes, replace=replace, must_be_there=True)


def _install(file: Path, *, yes: bool, replace: bool, must_be_there: bool) -> int:
    from trainer.chapters.starting import copy_schemas
    from trainer.sharing.installing import (
        OBJECTIONS,
        Standing,
        carry_out,
        former_versions,
        plan_install,
    )
    from trainer.sharing.unpacking import read_package

    places = find_places(os.environ)
    package = read_package(file)
    tell_if_long(f"reading {package.name}", file)
    plan = plan_install(package, places, tell=narrate, tell_progress=narrate_progress)
    if plan.standing is Standing.NEW and must_be_there:
        former = " and ".join(map(str, former_versions(plan.target)))
        aside = f"; what was there is kept in {former}" if former else ""
        raise NotFoundError(
            f"there is no {plan.package.name} in your library to update{aside}",
            mend=f"put it in: trainer install {file}",
        )
    if plan.standing is Standing.SAME:
        narrate(f"{plan.package.name}: just this version is in your library; nothing was changed")
        return ExitCode.OK
    if plan.standing is not Standing.NEW:
        _show(plan, _answered(places))
        if (objection := OBJECTIONS.get(plan.standing)) and not replace:
            raise UsageError(
                f"{plan.target} is left as it is: {objection}",
                mend="to have this one instead, add --replace; the other is kept aside",
            )
        if not yes and not agreed("Put it in? The former version is kept aside."):
            narrate("nothing was changed")
            return ExitCode.FAILURE
    kept = carry_out(plan)
    copy_schemas(shipped_root() / "schemas", places.library / "schemas")
    if kept is not None:
        narrate(f"the former version is kept in {kept}")
    narrate(f"try it: trainer quiz {plan.package.name}")
    print(plan.target)
    return ExitCode.OK


def _answered(places: Places) -> frozenset[str]:
    """Return the ids of the cards that the learner has answers for."""
    from trainer.cli.opening import opened_store
    from trainer.study.paths import log_file

    if not log_file(places).is_file():
        return frozenset()
    with opened_store(places) as opened:
        return frozenset(card for logged in opened.store.reviews() for card in logged.review.cards)


def _show(plan: Plan, answered: frozenset[str]) -> None:
    """Print what an update would change, and which of it the learner has `answered`."""
    from trainer.questions.changes_in_words import in_brief, why_withheld

    before = plan.former.version if plan.former else "something that cannot be read"
    _tell(f"{plan.package.name}: version {before} is here, this is version {plan.chapter.version}")
    if plan.former is None or plan.touched is None:
        return
    changes = plan.touched.changes
    was, now = plan.former, plan.chapter
    for name, old, new in (("title", was.title, now.title), ("author", was.author, now.author)):
        if old != new:
            _tell(f"  {name}: {old} → {new}")
    _tell(f"  {in_brief(changes)}")
    for line in why_withheld(changes):
        _tell(f"    {line}")
    _show_rewordings(changes, answered)
    _show_cards(changes, answered)
    for deck in plan.touched.decks:
        _show_deck(deck)


def _show_rewordings(changes: Changes, answered: frozenset[str]) -> None:
    def is_known(question: Question) -> bool:
        return not answered.isdisjoint(question.cards)

    reworded = sorted(changes.reworded, key=lambda each: not is_known(each.before))
    for each in reworded[:_IDS]:
        _tell(f"  reworded: {each.after.id}{_ANSWERED * is_known(each.before)}")
        for when, question in (("was", each.before), ("now", each.after)):
            _tell(f"    {when}: {question.prompt} – {question.answer.text}")
    _tell_more(changes.reworded)


def _show_cards(changes: Changes, answered: frozenset[str]) -> None:
    for name in changes.cards_gained[:_IDS]:
        _tell(f"  new: {name}")
    _tell_more(changes.cards_gained)
    for old, new in changes.cards_carried[:_IDS]:
        _tell(f"  carried on: {old} → {new}{_known(old, answered)}")
    _tell_more(changes.cards_carried)
    # What has been learned comes first: it is what there is to lose.
    lost = sorted(changes.cards_lost, key=lambda card: card not in answered)
    for name in lost[:_IDS]:
        _tell(f"  gone: {name}{_known(name, answered)}")
    _tell_more(lost)
    if lost:
        _tell(
            "  Your answers to cards that are gone stay in your log; they are not asked any more."
        )


def _show_deck(deck: TouchedDeck) -> None:
    """Print what would become of one of the user's own decks."""
    from trainer.questions.changes_in_words import in_brief

    if deck.changes is not None:
        _tell(f"  your deck {deck.file.stem}: {in_brief(deck.changes)}")
        return
    _tell(f"  your deck {deck.file.stem} would no longer open:")
    for problem in deck.problems:
        _tell(f"    {problem}")


def _known(card: str, answered: frozenset[str]) -> str:
    return _ANSWERED * (card in answered)


def _tell_more(all_of_them: Sized) -> None:
    if (more := len(all_of_them) - _IDS) > 0:
        _tell(f"  … and {more:,} more")


def _tell(text: str) -> None:
    """Print a line that holds words of somebody else's chapter."""
    indent = len(text) - len(text.lstrip())
    print(" " * indent + one_line(text))
