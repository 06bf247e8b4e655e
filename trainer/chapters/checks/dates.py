"""Dates: they exist, agree with their weekday and what they are derived from; spans run forward."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.chapters.authored import models_within
from trainer.chapters.compiling import datings_of
from trainer.chapters.dating import AnchorError
from trainer.chapters.models.base import DateEntry, MemberEntry
from trainer.chapters.models.organizations import OrganizationEntry
from trainer.chapters.models.persons import AffiliationEntry, OfficeEntry
from trainer.chapters.record import Status
from trainer.dates import DateError, Order, check_weekday, compare
from trainer.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.authored import Authored, AuthoredChapter
    from trainer.chapters.dating import Datings
    from trainer.chapters.record import Dating
    from trainer.chapters.yaml_source import Path


def check_dates(authored: AuthoredChapter) -> Iterator[Problem]:
    """Resolve every date and report what is wrong with it, each thing once."""
    checker = _Checker(authored)
    for fact in authored.facts():
        for path, model in models_within(fact.entry):
            match model:
                case DateEntry():
                    yield from checker.date(fact, path, model)
                case MemberEntry() | OfficeEntry() | AffiliationEntry():
                    yield from checker.span(fact, (*path, "to"), model.from_, model.to)
                case OrganizationEntry():
                    yield from checker.span(
                        fact, (*path, "dissolved"), model.founded, model.dissolved
                    )


class _Checker:
    def __init__(self, authored: AuthoredChapter) -> None:
        self._datings: Datings = datings_of(authored)
        self._known = {
            name for fact in authored.facts() for name in (fact.entry.id, *fact.entry.formerly)
        }

    def date(self, fact: Authored[Any], path: Path, entry: DateEntry) -> Iterator[Problem]:
        if entry.derived is not None and entry.derived.from_ not in self._known:
            return  # told already: no such fact, or one that cannot be read
        try:
            dating = self._datings.resolve(entry)
        except AnchorError:
            return  # told already, where the other date stands
        except DateError as error:
            key = "edtf" if entry.edtf is not None else "derived"
            yield Problem(fact.place(*path, key), error.what, error.mend)
            return
        yield from self._weekday(fact, path, dating)

    def _weekday(self, fact: Authored[Any], path: Path, dating: Dating) -> Iterator[Problem]:
        if dating.weekday is None or dating.status is Status.CORRECTED:
            return
        right = check_weekday(dating.date, dating.weekday)
        if right is not None:
            yield Problem(
                fact.place(*path, "weekday"),
                f"{dating.date.edtf} was a {right}, not a {dating.weekday}",
                "correct one, or add `status: corrected` and say in `note` what is printed",
            )

    def span(
        self, fact: Authored[Any], path: Path, first: DateEntry | None, last: DateEntry | None
    ) -> Iterator[Problem]:
        if first is None or last is None:
            return
        try:
            begin = self._datings.resolve(first).date
            end = self._datings.resolve(last).date
        except DateError:
            return  # told already
        if compare(begin, end) is Order.AFTER:
            what = f"it ends ({end.edtf}) before it begins ({begin.edtf})"
            yield Problem(fact.place(*path, "edtf"), what, "correct one of them")
