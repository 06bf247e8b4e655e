"""Everything of a chapter that a typed answer may name, arranged for looking up; what is not asked for is not built."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from trainer.answers.calendar_days import CalendarDays
from trainer.answers.people import People
from trainer.answers.things import Things
from trainer.chapters.relations import uses_two_calendars

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from trainer.answers.identity import Identity
    from trainer.chapters.record import Chapter, Fact, Organization, Term


class Directory:
    """A chapter as the judge knows it; made once and asked often."""

    def __init__(self, chapter: Chapter) -> None:
        self.chapter = chapter

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """Every fact by its id."""
        return {fact.id: fact for fact in self.chapter.facts()}

    @cached_property
    def people(self) -> People:
        """The persons by name."""
        return People(self.chapter.persons)

    @cached_property
    def bodies(self) -> Things:
        """The organizations by name."""
        return _things(self.chapter.organizations)

    @cached_property
    def works(self) -> Things:
        """The works by title."""
        works = self.chapter.works
        return Things(
            (work.id, (work.title, *(other.name for other in work.other_names))) for work in works
        )

    @cached_property
    def terms(self) -> Things:
        """The terms by name."""
        return _things(self.chapter.terms)

    @cached_property
    def days(self) -> CalendarDays:
        """The dated facts by their days."""
        return CalendarDays(self.chapter)

    @cached_property
    def two_calendars(self) -> bool:
        """Whether a day needs its calendar named."""
        return uses_two_calendars(self.chapter)

    def is_body(self, ident: str) -> bool:
        """Tell whether an id is that of an organization."""
        return self._sorts.get(ident) == "bodies"

    def kin_of(self, body: str) -> frozenset[str]:
        """Return the bodies of which one is a part, and those that are a part of it."""
        return frozenset({*self._wholes[body], *self._parts.get(body, ())})

    @cached_property
    def _wholes(self) -> dict[str, tuple[str, ...]]:
        parents = {body.id: body.parent for body in self.chapter.organizations}
        return {body: _above(body, parents) for body in parents}

    @cached_property
    def _parts(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for body, wholes in self._wholes.items():
            for whole in wholes:
                found[whole].add(body)
        return found

    @cached_property
    def _sorts(self) -> dict[str, str]:
        chapter = self.chapter
        return {
            fact.id: sort
            for sort, facts in (
                ("people", chapter.persons),
                ("bodies", chapter.organizations),
                ("works", chapter.works),
                ("terms", chapter.terms),
            )
            for fact in facts
        }

    def identifiers(self, ident: str) -> tuple[Callable[[str], Identity], ...]:
        """Return how to look up a name: first among the sort of fact that `ident` is, then among the others.

        Raises:
            LookupError: nothing that has a name goes by this id.
        """
        if ident not in self._sorts:
            raise LookupError(f"{ident} is no person, organization, work or term of the chapter")
        sorts = ("people", "bodies", "works", "terms")
        ordered = sorted(sorts, key=lambda sort: sort != self._sorts[ident])
        return tuple(self._identifier(sort) for sort in ordered)

    def _identifier(self, sort: str) -> Callable[[str], Identity]:
        def identify(text: str) -> Identity:
            within: People | Things = getattr(self, sort)
            return within.identify(text)

        return identify


def _things(facts: Iterable[Organization | Term]) -> Things:
    return Things((fact.id, (fact.name, *(n.name for n in fact.other_names))) for fact in facts)


def _above(body: str, parents: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return the whole of which a body is a part, the whole of that, and so on."""
    found: list[str] = []
    whole = parents[body]
    while whole is not None and whole in parents and whole not in {body, *found}:
        found.append(whole)
        whole = parents[whole]
    return tuple(found)
