"""Checks what takes more than one entry to see: ids, ties, dates, issues, lessons, lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trainer.chapters.checks.dates import check_dates
from trainer.chapters.checks.ids import check_ids
from trainer.chapters.checks.issues import check_issues
from trainer.chapters.checks.lessons import check_lessons
from trainer.chapters.checks.lists import check_lists
from trainer.chapters.checks.ties import check_ties
from trainer.chapters.models.base import ID_PATTERN
from trainer.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.authored import AuthoredChapter


def check_chapter(authored: AuthoredChapter, unread: Iterable[str] = ()) -> list[Problem]:
    """Return all that is wrong between the entries of a chapter.

    Args:
        authored: its entries, each right in itself.
        unread: files whose ids are not known; ties to them are taken on trust.
    """
    return [
        *_check_folder(authored),
        *check_ids(authored),
        *check_ties(authored, frozenset(unread)),
        *check_dates(authored),
        *check_issues(authored, frozenset(unread)),
        *check_lessons(authored),
        *check_lists(authored),
    ]


def _check_folder(authored: AuthoredChapter) -> Iterator[Problem]:
    if not re.fullmatch(ID_PATTERN, authored.id):
        yield Problem(
            authored.chapter.place(),
            f'the folder is called "{authored.id}", which is no id',
            "rename it: lower-case letters, digits and single hyphens",
        )
