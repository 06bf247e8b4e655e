"""Ties: whoever and whatever an entry names is in the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.chapters.authored import models_within
from trainer.chapters.models.base import (
    DateEntry,
    DeedEntry,
    Entry,
    LinkEntry,
    MemberEntry,
)
from trainer.chapters.models.events import EventEntry
from trainer.chapters.models.organizations import OrganizationEntry
from trainer.chapters.models.persons import AffiliationEntry, OfficeEntry
from trainer.chapters.models.statements import StatementEntry
from trainer.chapters.models.votes import (
    AlternativeEntry,
    BallotEntry,
    CandidateEntry,
    MotionEntry,
    SideEntry,
)
from trainer.chapters.models.works import WorkEntry
from trainer.chapters.suggestions import did_you_mean
from trainer.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.authored import Authored, AuthoredChapter
    from trainer.chapters.models.base import Model
    from trainer.chapters.yaml_source import Path

_PERSONS = "persons.yaml"
_ORGANIZATIONS = "organizations.yaml"
_EVENTS = "events.yaml"
_WORKS = "works.yaml"
_LESSONS = "lessons.yaml"
_FACTS = (
    "persons.yaml",
    "organizations.yaml",
    "events.yaml",
    "votes.yaml",
    "works.yaml",
    "statements.yaml",
    "terms.yaml",
)


class _Known:
    """The ids that a tie may name, by sort."""

    def __init__(self, authored: AuthoredChapter, unread: frozenset[str]) -> None:
        self._ids = dict(authored.ids)
        self._unread = unread
        former: dict[str, set[str]] = {}
        for fact in authored.facts():
            former.setdefault(fact.name, set()).update(fact.entry.formerly)
        for file, names in former.items():
            self._ids[file] = self._ids.get(file, frozenset()) | names
        self._mends: dict[tuple[str, tuple[str, ...]], str] = {}

    def check(self, tie: Tie, whole: Authored[Any], path: Path = ()) -> Iterator[Problem]:
        """Report a tie to what is not there; `path` leads to what names it within `whole`."""
        steps, name, files, sort = tie
        if any(name in self._ids.get(file, ()) for file in files):
            return
        if self._unread.intersection(files):
            return
        place = whole.place(*path, *steps)
        elsewhere = next((file for file in self._ids if name in self._ids[file]), None)
        if elsewhere is not None:
            what = f"{name} is no {sort} but stands in {elsewhere}"
            yield Problem(place, what, f"name an entry of {' or '.join(files)}")
            return
        yield Problem(place, f'unknown {sort} "{name}"', self._mend(name, files))

    def _mend(self, name: str, files: tuple[str, ...]) -> str:
        """Return what to do about an unknown name, looked for once however often it is written."""
        if (name, files) not in self._mends:
            known = {known for file in files for known in self._ids.get(file, ())}
            add = f"add it to {files[0]}" if len(files) == 1 else "name an entry's id"
            self._mends[name, files] = did_you_mean(name, known, add)
        return self._mends[name, files]


def check_ties(authored: AuthoredChapter, unread: frozenset[str]) -> Iterator[Problem]:
    """Whoever and whatever an entry names is in the record."""
    known = _Known(authored, unread)
    for tie in _tie("narrator", authored.chapter.entry.narrator, "person", _PERSONS):
        yield from known.check(tie, authored.chapter)
    for fact in authored.facts():
        for path, model in models_within(fact.entry):
            for tie in ties_of(model):
                yield from known.check(tie, fact, path)
        yield from _check_links(fact)
    for lesson in authored.lessons:
        for tie in _tie_all("after", lesson.entry.after, "lesson", _LESSONS):
            yield from known.check(tie, lesson)


Tie = tuple["Path", str, "tuple[str, ...]", str]


def ties_of(model: Model) -> Iterator[Tie]:  # noqa: C901, PLR0912 - one case for each model
    """Yield every id that `model` itself names: path, id, files that may hold it, what it should be."""
    if isinstance(model, Entry):
        tellers = (_PERSONS, _ORGANIZATIONS, _WORKS)
        yield from _tie("asserted_by", model.asserted_by, "person, organization or work", *tellers)
        yield from _tie("lesson", model.lesson, "lesson", _LESSONS)
    match model:
        case DateEntry(derived=derived) if derived is not None:
            yield ("derived", "from"), derived.from_, _FACTS, "fact"
        case LinkEntry():
            for link, to in model.ties():
                yield (link.value,), to, _FACTS, "fact"
        case DeedEntry() | MemberEntry() | CandidateEntry():
            yield ("person",), model.person, (_PERSONS,), "person"
        case SideEntry():
            for stand, who in model.stands():
                yield (stand.value,), who, (_PERSONS, _ORGANIZATIONS), "person or organization"
        case EventEntry():
            yield from _tie_all(
                "organizations", model.organizations, "organization", _ORGANIZATIONS
            )
        case OrganizationEntry():
            yield from _tie("parent", model.parent, "organization", _ORGANIZATIONS)
        case OfficeEntry() | AffiliationEntry():
            yield from _tie("organization", model.organization, "organization", _ORGANIZATIONS)
        case AlternativeEntry():
            yield from _tie_all(
                "proposed_by", model.proposed_by, "person or organization", _PERSONS, _ORGANIZATIONS
            )
        case BallotEntry():
            yield from _ties_of_ballot(model)
        case WorkEntry():
            yield from _tie_all(
                "authors", model.authors, "person or organization", _PERSONS, _ORGANIZATIONS
            )
        case StatementEntry():
            yield from _tie(
                "speaker", model.speaker, "person or organization", _PERSONS, _ORGANIZATIONS
            )
            yield from _tie_all(
                "opponents", model.opponents, "person or organization", _PERSONS, _ORGANIZATIONS
            )
            yield from _tie_all(
                "also_held_by",
                model.also_held_by,
                "person or organization",
                _PERSONS,
                _ORGANIZATIONS,
            )
            yield from _tie(
                "audience", model.audience, "organization or event", _ORGANIZATIONS, _EVENTS
            )


def _ties_of_ballot(ballot: BallotEntry) -> Iterator[Tie]:
    yield from _tie("organization", ballot.organization, "organization", _ORGANIZATIONS)
    yield from _tie("session", ballot.session, "organization or event", _ORGANIZATIONS, _EVENTS)
    yield from _tie_all(
        "proposed_by", ballot.proposed_by, "person or organization", _PERSONS, _ORGANIZATIONS
    )
    if isinstance(ballot, MotionEntry):
        yield from _tie("casting_vote", ballot.casting_vote, "person", _PERSONS)


def _tie(key: str, name: str | None, sort: str, *files: str) -> Iterator[Tie]:
    if name is not None:
        yield (key,), name, files, sort


def _tie_all(key: str, names: Iterable[str], sort: str, *files: str) -> Iterator[Tie]:
    for index, name in enumerate(names):
        yield (key, index), name, files, sort


def _check_links(fact: Authored[Entry]) -> Iterator[Problem]:
    for index, tie in enumerate(fact.entry.links):
        for link, to in tie.ties():
            if to == fact.entry.id:
                place = fact.place("links", index, link.value)
                yield Problem(
                    place, f"{to} is linked to itself", "name another fact, or delete the link"
                )
