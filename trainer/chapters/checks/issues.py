"""Issues: those with a title are used, and one without is not another misspelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.suggestions import did_you_mean, nearest
from trainer.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.authored import AuthoredChapter


def check_issues(authored: AuthoredChapter, unread: frozenset[str]) -> Iterator[Problem]:
    """Issues with a title are used; one without is not another misspelled."""
    titled = authored.chapter.entry.issues
    used = {statement.entry.issue for statement in authored.statements}
    complete = "statements.yaml" not in unread and len(authored.statements) == len(
        authored.ids.get("statements.yaml", ())
    )
    for issue in titled:
        if issue not in used and complete:
            yield Problem(
                authored.chapter.place("issues", issue, key=True),
                f'no statement is on the issue "{issue}"',
                did_you_mean(issue, used - titled.keys(), "delete it, or correct its name"),
            )
    for vote in authored.votes:
        decided = vote.entry.issue
        if decided is not None and decided not in used and complete:
            yield Problem(
                vote.place("issue"),
                f'no statement is on the issue "{decided}"',
                did_you_mean(decided, used, "delete it, or correct its name"),
            )
    for statement in authored.statements:
        issue = statement.entry.issue
        if issue not in titled and (near := nearest(issue, titled)):
            yield Problem(
                statement.place("issue"),
                f'the issue "{issue}" has no title in chapter.yaml',
                f"did you mean {near}? If not, add it to `issues` there",
            )
