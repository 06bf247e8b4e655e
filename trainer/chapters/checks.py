"""Checks what takes more than one entry to see: ids, ties between facts, dates, lists against each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from trainer.chapters.authored import models_within
from trainer.chapters.compiling import datings_of
from trainer.chapters.dating import AnchorError
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
    ElectionEntry,
    MotionEntry,
    SideEntry,
)
from trainer.chapters.models.works import WorkEntry
from trainer.chapters.record import Part, Stand, Status
from trainer.chapters.wording import did_you_mean, nearest
from trainer.dates import DateError, Order, check_weekday, compare
from trainer.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.authored import Authored, AuthoredChapter
    from trainer.chapters.models.base import Model
    from trainer.chapters.yaml_source import Path
    from trainer.errors import Place

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PERSONS = "persons.yaml"
_ORGANIZATIONS = "organizations.yaml"
_EVENTS = "events.yaml"
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


def check_chapter(authored: AuthoredChapter, unread: Iterable[str] = ()) -> list[Problem]:
    """Return all that is wrong between the entries of a chapter.

    Args:
        authored: its entries, each right in itself.
        unread: files whose ids are not known; ties to them are taken on trust.
    """
    return [
        *_check_folder(authored),
        *_check_ids(authored),
        *_check_ties(authored, frozenset(unread)),
        *_check_dates(authored),
        *_check_issues(authored, frozenset(unread)),
        *_check_lessons(authored),
        *_check_rolls(authored),
        *_check_parts(authored),
    ]


def _check_folder(authored: AuthoredChapter) -> Iterator[Problem]:
    if not _ID.fullmatch(authored.id):
        yield Problem(
            authored.chapter.place(),
            f'the folder is called "{authored.id}", which is no id',
            "rename it: lower-case letters, digits and single hyphens",
        )


# Ids


def _check_ids(authored: AuthoredChapter) -> Iterator[Problem]:
    """Every fact has its own id, and so has every lesson; former ids are never given anew."""
    yield from _check_unique((lesson, lesson.entry.id, "id") for lesson in authored.lessons)
    facts = list(authored.facts())
    yield from _check_unique((fact, fact.entry.id, "id") for fact in facts)
    current = {fact.entry.id: fact for fact in facts}
    former: dict[str, Authored[Any]] = {}
    for fact in facts:
        for index, name in enumerate(fact.entry.formerly):
            place = fact.place("formerly", index)
            if name in current:
                where = current[name].place("id")
                yield Problem(
                    place, f'the former id "{name}" is in use at {where}', "rename that one"
                )
            elif name in former:
                where = former[name].place("formerly")
                yield Problem(
                    place, f'the former id "{name}" is claimed at {where} too', "keep one of them"
                )
            former.setdefault(name, fact)
    for person in authored.persons:
        yield from _check_unique(
            (person, office.id, ("offices", index, "id"))
            for index, office in enumerate(person.entry.offices)
        )


def _check_unique(
    named: Iterable[tuple[Authored[Any], str, str | tuple[str | int, ...]]],
) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for authored, name, path in named:
        place = authored.place(*((path,) if isinstance(path, str) else path))
        if name in first:
            yield Problem(
                place,
                f'the id "{name}" is used twice',
                f"change one; the other is at {first[name]}",
            )
        first.setdefault(name, place)


# Ties


class _Known:
    """The ids that a tie may name, by sort."""

    def __init__(self, authored: AuthoredChapter, unread: frozenset[str]) -> None:
        self._ids = dict(authored.ids)
        self._unread = unread
        for fact in authored.facts():
            self._ids[fact.name] = self._ids.get(fact.name, frozenset()) | {*fact.entry.formerly}

    def check(self, name: str, files: Iterable[str], sort: str, place: Place) -> Iterator[Problem]:
        files = tuple(files)
        known = {known for file in files for known in self._ids.get(file, ())}
        if name in known or self._unread.intersection(files):
            return
        elsewhere = next((file for file in self._ids if name in self._ids[file]), None)
        if elsewhere is not None:
            what = f"{name} is no {sort} but stands in {elsewhere}"
            yield Problem(place, what, f"name an entry of {' or '.join(files)}")
            return
        add = f"add it to {files[0]}" if len(files) == 1 else "name an entry's id"
        yield Problem(place, f'unknown {sort} "{name}"', did_you_mean(name, known, add))


def _check_ties(authored: AuthoredChapter, unread: frozenset[str]) -> Iterator[Problem]:
    """Whoever and whatever an entry names is in the record."""
    known = _Known(authored, unread)
    if (narrator := authored.chapter.entry.narrator) is not None:
        yield from known.check(narrator, [_PERSONS], "person", authored.chapter.place("narrator"))
    for fact in authored.facts():
        for path, model in models_within(fact.entry):
            for steps, name, files, sort in _ties(model):
                yield from known.check(name, files, sort, fact.place(*path, *steps))
        yield from _check_links(fact)
    for lesson in authored.lessons:
        for index, name in enumerate(lesson.entry.after):
            yield from known.check(name, [_LESSONS], "lesson", lesson.place("after", index))


_Tie = tuple["Path", str, "tuple[str, ...]", str]


def _ties(model: Model) -> Iterator[_Tie]:  # noqa: C901 - one case for each model, nothing else
    """Yield every id that `model` itself names: path, id, files that may hold it, what it should be."""
    if isinstance(model, Entry):
        yield from _tie("asserted_by", model.asserted_by, "person", _PERSONS)
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
            yield from _tie(
                "audience", model.audience, "organization or event", _ORGANIZATIONS, _EVENTS
            )


def _ties_of_ballot(ballot: BallotEntry) -> Iterator[_Tie]:
    yield from _tie("organization", ballot.organization, "organization", _ORGANIZATIONS)
    yield from _tie("session", ballot.session, "organization or event", _ORGANIZATIONS, _EVENTS)
    yield from _tie_all(
        "proposed_by", ballot.proposed_by, "person or organization", _PERSONS, _ORGANIZATIONS
    )
    if isinstance(ballot, MotionEntry):
        yield from _tie("casting_vote", ballot.casting_vote, "person", _PERSONS)


def _tie(key: str, name: str | None, sort: str, *files: str) -> Iterator[_Tie]:
    if name is not None:
        yield (key,), name, files, sort


def _tie_all(key: str, names: Iterable[str], sort: str, *files: str) -> Iterator[_Tie]:
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


# Dates


def _check_dates(authored: AuthoredChapter) -> Iterator[Problem]:
    """Every date exists, agrees with its weekday and with what it is derived from; spans run forward."""
    datings = datings_of(authored)
    known = frozenset().union(*authored.ids.values())
    for fact in authored.facts():
        for path, model in models_within(fact.entry):
            if isinstance(model, DateEntry):
                if model.derived is not None and model.derived.from_ not in known:
                    continue  # told already: the fact is unknown
                try:
                    dating = datings.resolve(model)
                except AnchorError:
                    continue  # told already, where the other date stands
                except DateError as error:
                    steps = ("derived", "from") if model.edtf is None else ("edtf",)
                    yield Problem(fact.place(*path, *steps), error.what, error.mend)
                    continue
                if model.weekday and model.status is not Status.CORRECTED:
                    right = check_weekday(dating.date, model.weekday)
                    if right is not None:
                        yield Problem(
                            fact.place(*path, "weekday"),
                            f"{dating.date.edtf} was a {right}, not a {model.weekday}",
                            "correct one, or say `status: corrected` with a note on what is printed",
                        )
            elif isinstance(model, MemberEntry | OfficeEntry | AffiliationEntry):
                yield from _check_span(datings.resolve, model.from_, model.to, fact, (*path, "to"))
            elif isinstance(model, OrganizationEntry):
                yield from _check_span(
                    datings.resolve, model.founded, model.dissolved, fact, (*path, "dissolved")
                )


def _check_span(
    resolve: Any, first: DateEntry | None, last: DateEntry | None, fact: Authored[Any], path: Path
) -> Iterator[Problem]:
    if first is None or last is None:
        return
    try:
        begin, end = resolve(first).date, resolve(last).date
    except DateError:
        return  # told already
    if compare(begin, end) is Order.AFTER:
        what = f"it ends ({end.edtf}) before it begins ({begin.edtf})"
        yield Problem(fact.place(*path, "edtf"), what, "correct one of them")


# Issues


def _check_issues(authored: AuthoredChapter, unread: frozenset[str]) -> Iterator[Problem]:
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
    for statement in authored.statements:
        issue = statement.entry.issue
        if issue not in titled and (near := nearest(issue, titled)):
            yield Problem(
                statement.place("issue"),
                f'the issue "{issue}" has no title in chapter.yaml',
                f"did you mean {near}? If not, add it to `issues` there",
            )


# Lessons


def _check_lessons(authored: AuthoredChapter) -> Iterator[Problem]:
    """No paragraph belongs to two lessons, and no lesson comes after itself."""
    taken: list[tuple[int, int, str]] = []
    for lesson in authored.lessons:
        for first, last in lesson.entry.ranges():
            place = lesson.place("paragraphs")
            if last < first or first < 1:
                yield Problem(
                    place, f"the paragraphs {first}-{last} run backwards", "put the first one first"
                )
                continue
            for begin, end, other in taken:
                if first <= end and begin <= last:
                    shared = f"{max(first, begin)}-{min(last, end)}"
                    what = f"the paragraphs {shared} belong to {other} too"
                    yield Problem(place, what, "give each paragraph to one lesson")
            taken.append((first, last, lesson.entry.id))
    after = {lesson.entry.id: lesson.entry.after for lesson in authored.lessons}
    for lesson in authored.lessons:
        if circle := _circle(lesson.entry.id, after):
            what = f"lessons come after each other in a circle: {' after '.join(circle)}"
            yield Problem(lesson.place("after"), what, "delete one `after`")


def _circle(start: str, after: dict[str, list[str]]) -> list[str] | None:
    """Return the way from `start` back to itself, if there is one."""
    ways = [[start]]
    seen = set()
    while ways:
        way = ways.pop()
        for name in after.get(way[-1], ()):
            if name == start:
                return [*way, name]
            if name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return None


# Votes


def _check_rolls(authored: AuthoredChapter) -> Iterator[Problem]:
    """Lists agree with each other: nobody stands twice, who is elected stood, ballots fit the delegates."""
    for fact in authored.facts():
        for path, model in models_within(fact.entry):
            if persons := getattr(model, "persons", None):
                yield from _check_twice(fact, (*path, "persons"), persons)
            if candidates := getattr(model, "candidates", None):
                yield from _check_twice(fact, (*path, "candidates"), candidates)
    for vote in authored.votes:
        if isinstance(vote.entry, ElectionEntry):
            yield from _check_election(vote, vote.entry)


def _check_twice(
    fact: Authored[Any], path: Path, listed: list[MemberEntry] | list[CandidateEntry]
) -> Iterator[Problem]:
    seen = set()
    for index, item in enumerate(listed):
        # Somebody may leave and come back, or hold two roles.
        told_apart = isinstance(item, MemberEntry) and (item.role, item.from_)
        if (item.person, told_apart) in seen:
            place = fact.place(*path, index, "person")
            yield Problem(place, f"{item.person} stands twice on the list", "delete one")
        seen.add((item.person, told_apart))


def _check_election(vote: Authored[Any], election: ElectionEntry) -> Iterator[Problem]:
    delegates = election.delegates.value if election.delegates else None
    ballots = election.ballots.value if election.ballots else None
    if (
        delegates is not None
        and ballots is not None
        and ballots > delegates
        and not election.weighted_by
    ):
        what = f"{ballots} ballots of {delegates} delegates"
        yield Problem(
            vote.place("ballots"), what, "correct one, or say what they are `weighted_by`"
        )
    elected, alternates = election.elected, election.alternates
    if elected and alternates:
        members = {member.person for member in elected.persons}
        for index, member in enumerate(alternates.persons):
            if member.person in members:
                place = vote.place("alternates", "persons", index, "person")
                what = f"{member.person} is elected and an alternate"
                yield Problem(place, what, "keep one of them")
    if elected and elected.complete:
        yield from _check_order(vote, election)


def _check_order(vote: Authored[Any], election: ElectionEntry) -> Iterator[Problem]:
    """Nobody is elected with fewer votes than somebody who is not; an order by votes is one."""
    assert election.elected is not None
    votes = {
        candidate.person: candidate.votes.value
        for candidate in election.candidates
        if candidate.votes is not None and candidate.votes.value is not None
    }
    persons = [member.person for member in election.elected.persons]
    if election.elected.ordered_by_votes:
        known = [(person, votes[person]) for person in persons if person in votes]
        for (above, more), (below, fewer) in zip(known, known[1:], strict=False):
            if fewer > more:
                place = vote.place("elected", "persons", persons.index(below), "person")
                what = f"{below} with {fewer} votes stands below {above} with {more}"
                yield Problem(place, what, "correct the order, or set ordered_by_votes: false")


# Events


def _check_parts(authored: AuthoredChapter) -> Iterator[Problem]:
    """Nobody both took part and was absent, and who was absent did nothing."""
    for event in authored.events:
        parts: dict[str, set[Part]] = {}
        for deed in event.entry.people:
            parts.setdefault(deed.person, set()).add(deed.part)
        for index, deed in enumerate(event.entry.people):
            if deed.part is not Part.ABSENT:
                continue
            if parts[deed.person] & {Part.ACTOR, Part.COMPANION, Part.PRESENT}:
                place = event.place("people", index, "part")
                what = f"{deed.person} is absent and took part"
                yield Problem(place, what, "keep one of them")
        yield from _check_deeds(event)
    for vote in authored.votes:
        stands: dict[str, Stand] = {}
        for index, side in enumerate(vote.entry.sides):
            for stand, who in side.stands():
                if who in stands and stands[who] is not stand:
                    place = vote.place("sides", index)
                    what = f"{who} is {stands[who].replace('_', ' ')} and {stand.replace('_', ' ')}"
                    yield Problem(place, what, "keep one of them")
                stands[who] = stand


def _check_deeds(event: Authored[EventEntry]) -> Iterator[Problem]:
    """Deeds with an id have their own."""
    yield from _check_unique(
        (event, deed.id, ("people", index, "id"))
        for index, deed in enumerate(event.entry.people)
        if deed.id is not None
    )
