"""The issues that chapter.yaml gives titles to: one that its last statement leaves goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.files import CHAPTER_FILE
from trainer.drafting.confirming.splicing import without_key_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from trainer.drafting.confirming.sheets import Item, Sheet

_STATEMENTS = "statements.yaml"


def left_alone(
    titled: Collection[str], before: Mapping[str, Sheet], changed: Mapping[str, Sheet]
) -> list[str]:
    """Return the titled issues on which a change leaves no statement."""
    if _STATEMENTS not in changed:
        return []
    kept = changed[_STATEMENTS].items
    staying = set(kept)
    gone = _issues(one for one in before[_STATEMENTS].items if one not in staying)
    return [
        issue
        for issue in titled
        if issue in gone and issue not in _issues(one for one in kept if issue in one.text)
    ]


def without_issues(about: Sheet, issues: Iterable[str]) -> Sheet:
    """Return chapter.yaml without the titles of issues."""
    text = about.head
    for issue in issues:
        text = without_key_in(text, CHAPTER_FILE, ("issues", issue))
    return about.with_head(text)


def _issues(statements: Iterable[Item]) -> set[str]:
    return {str(one.data.get("issue", "")) for one in statements}
