"""Turns checked entries into the record: dates resolved, lessons filled in, shorthand spelled out."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from trainer.chapters import record
from trainer.chapters.dating import Datings
from trainer.chapters.models.votes import (
    ChoiceEntry,
    ElectionEntry,
    FigureEntry,
    ListEntry,
    MotionEntry,
)
from trainer.chapters.titles import Titles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.authored import Authored, AuthoredChapter
    from trainer.chapters.models import base, votes
    from trainer.chapters.models.base import Entry
    from trainer.chapters.models.events import EventEntry
    from trainer.chapters.models.lessons import LessonEntry
    from trainer.chapters.models.omitted import OmissionEntry
    from trainer.chapters.models.organizations import OrganizationEntry
    from trainer.chapters.models.persons import (
        AffiliationEntry,
        FateEntry,
        OfficeEntry,
        PersonEntry,
    )
    from trainer.chapters.models.statements import StatementEntry
    from trainer.chapters.models.terms import TermEntry
    from trainer.chapters.models.votes import BallotEntry
    from trainer.chapters.models.works import WorkEntry


def datings_of(authored: AuthoredChapter) -> Datings:
    """Return what resolves the chapter's dates."""
    dates: dict[str, base.DateEntry] = {}
    known: set[str] = set()
    for fact in authored.facts():
        names = (fact.entry.id, *fact.entry.formerly)
        known.update(names)
        if (date := getattr(fact.entry, "date", None)) is not None:
            dates.update(dict.fromkeys(names, date))
    return Datings(authored.chapter.entry.calendar, dates, frozenset(known))


def compile_chapter(authored: AuthoredChapter) -> record.Chapter:
    """Return the record of a chapter in which `checks` found nothing wrong.

    Raises:
        DateError: a date is wrong; `checks` would have said where.
    """
    about = authored.chapter.entry
    compiler = _Compiler(authored)
    return record.Chapter(
        id=authored.id,
        digest=authored.digest,
        title=about.title,
        work=about.work,
        author=about.author,
        narrator=about.narrator,
        year=about.year,
        calendar=about.calendar,
        format=int(about.format),
        version=about.version,
        licence=about.licence,
        segmentation=about.segmentation,
        voice=about.voice,
        description=about.description,
        issues=tuple(about.issues.items()),
        lessons=tuple(_lesson(lesson.entry) for lesson in authored.lessons),
        persons=tuple(map(compiler.person, authored.persons)),
        organizations=tuple(map(compiler.organization, authored.organizations)),
        events=tuple(map(compiler.event, authored.events)),
        votes=tuple(map(compiler.vote, authored.votes)),
        works=tuple(map(compiler.work, authored.works)),
        statements=tuple(map(compiler.statement, authored.statements)),
        terms=tuple(map(compiler.term, authored.terms)),
        omitted=tuple(map(_omission, authored.omitted)),
    )


class _Compiler:
    """Compiles the facts of one chapter."""

    def __init__(self, authored: AuthoredChapter) -> None:
        self._datings = datings_of(authored)
        # No paragraph belongs to two lessons, so that the last to begin before one is the only one that may hold it.
        self._lessons = sorted(
            (first, last, lesson.entry.id)
            for lesson in authored.lessons
            for first, last in lesson.entry.ranges()
        )
        self._titles = Titles(authored)

    def person(self, authored: Authored[PersonEntry]) -> record.Person:
        entry = authored.entry
        return record.Person(
            **self._common(authored),
            name=entry.name,
            sort_name=entry.sort_name or entry.name.split()[-1],
            other_names=_names(entry.other_names),
            gloss=entry.gloss,
            offices=tuple(map(self._office, entry.offices)),
            affiliations=tuple(map(self._affiliation, entry.affiliations)),
            fate=self._fate(entry.fate),
        )

    def organization(self, authored: Authored[OrganizationEntry]) -> record.Organization:
        entry = authored.entry
        return record.Organization(
            **self._common(authored),
            name=entry.name,
            article=entry.article,
            other_names=_names(entry.other_names),
            classification=entry.classification,
            gloss=entry.gloss,
            parent=entry.parent,
            founded=self._dating(entry.founded),
            dissolved=self._dating(entry.dissolved),
            memberships=self._roll(entry.memberships),
        )

    def event(self, authored: Authored[EventEntry]) -> record.Event:
        entry = authored.entry
        return record.Event(
            **self._common(authored),
            title=entry.title,
            statement=entry.statement,
            when=self._dating(entry.date),
            ask_grain=entry.ask_grain,
            people=tuple(map(_deed, entry.people)),
            organizations=tuple(entry.organizations),
            place=entry.place,
        )

    def vote(self, authored: Authored[BallotEntry]) -> record.Vote:
        entry = authored.entry
        return record.Vote(
            **self._common(authored),
            **self._particulars(entry),
            title=entry.title or self._titles.of_vote(entry),
            organization=entry.organization,
            session=entry.session,
            when=self._dating(entry.date),
            place=entry.place,
            issue=entry.issue,
            proposed_by=tuple(entry.proposed_by),
            sides=tuple(
                record.Side(stand=stand, who=who)
                for side in entry.sides
                for stand, who in side.stands()
            ),
            secret=entry.secret,
            weighted_by=entry.weighted_by,
            rounds=tuple(map(_round, entry.rounds)),
        )

    def work(self, authored: Authored[WorkEntry]) -> record.Work:
        entry = authored.entry
        return record.Work(
            **self._common(authored),
            title=entry.title,
            other_names=_names(entry.other_names),
            authors=tuple(entry.authors),
            medium=entry.medium,
            when=self._dating(entry.date),
            published_in=entry.published_in,
            argument=entry.argument,
        )

    def statement(self, authored: Authored[StatementEntry]) -> record.Statement:
        entry = authored.entry
        return record.Statement(
            **self._common(authored),
            issue=entry.issue,
            speaker=entry.speaker,
            position=entry.position,
            when=self._dating(entry.date),
            opponents=tuple(entry.opponents),
            also_held_by=tuple(entry.also_held_by),
            audience=entry.audience,
        )

    def term(self, authored: Authored[TermEntry]) -> record.Term:
        entry = authored.entry
        return record.Term(
            **self._common(authored),
            name=entry.name,
            gloss=entry.gloss,
            classification=entry.classification,
            other_names=_names(entry.other_names),
        )

    def _common(self, authored: Authored[Entry]) -> dict[str, Any]:
        entry = authored.entry
        return {
            "id": entry.id,
            "source": _source(authored),
            "formerly": tuple(entry.formerly),
            "status": entry.status,
            "note": entry.note,
            "voice": entry.voice,
            "asserted_by": entry.asserted_by,
            "basis": entry.basis,
            "contested": tuple(
                record.Contest(by=contest.by, says=contest.says, reference=contest.reference)
                for contest in entry.contested
            ),
            "importance": entry.importance,
            "significance": entry.significance,
            "lesson": entry.lesson or self._lesson_of(entry.evidence[0].paragraph),
            "ask": entry.ask,
            "reason": entry.reason,
            "links": tuple(
                record.Link(type=link, to=to) for tie in entry.links for link, to in tie.ties()
            ),
            "evidence": _evidence(entry.evidence),
        }

    def _own_lesson_of(self, evidence: list[base.EvidenceEntry]) -> str | None:
        """Return the lesson of what a person was or became, which may be learned later than the person."""
        return self._lesson_of(evidence[0].paragraph) if evidence else None

    def _lesson_of(self, paragraph: int) -> str | None:
        at = bisect_right(self._lessons, paragraph, key=itemgetter(0))
        if at == 0:
            return None
        _, last, lesson = self._lessons[at - 1]
        return lesson if paragraph <= last else None

    def _particulars(self, entry: BallotEntry) -> dict[str, Any]:
        """Return the fields of a vote that belong to its type."""
        match entry:
            case MotionEntry():
                return {
                    "type": record.VoteType.MOTION,
                    "motion": entry.motion.value,
                    "motion_status": entry.motion.status,
                    "motion_note": entry.motion.note,
                    "counts": _counts(entry.counts),
                    "unanimous": entry.unanimous,
                    "outcome": entry.outcome,
                    "casting_vote": entry.casting_vote,
                }
            case ChoiceEntry():
                return {
                    "type": record.VoteType.CHOICE,
                    "question": entry.question,
                    "alternatives": tuple(map(_alternative, entry.alternatives)),
                    "chosen": entry.chosen,
                }
            case ElectionEntry():
                return {
                    "type": record.VoteType.ELECTION,
                    "office": entry.office,
                    "delegates": _count(entry.delegates),
                    "ballots": _count(entry.ballots),
                    "candidates": tuple(map(_candidate, entry.candidates)),
                    "elected": self._roll(entry.elected),
                    "alternates": self._roll(entry.alternates),
                }
            case ListEntry():
                return {
                    "type": record.VoteType.LIST,
                    "roll": entry.roll,
                    "members": self._roll(entry.members),
                }
            case FigureEntry():
                return {
                    "type": record.VoteType.FIGURE,
                    "number": _count(entry.number),
                    "unit": entry.unit,
                    "round_to": entry.round_to,
                }
        raise AssertionError(entry)

    def _dating(self, entry: base.DateEntry | None) -> record.Dating | None:
        return None if entry is None else self._datings.resolve(entry)

    def _roll(self, entry: base.RollEntry | None) -> record.Roll | None:
        if entry is None:
            return None
        return record.Roll(
            persons=tuple(map(self._member, entry.persons)),
            size=_count(entry.size),
            complete=entry.complete,
            ordered_by_votes=entry.ordered_by_votes,
        )

    def _member(self, entry: base.MemberEntry) -> record.Member:
        return record.Member(
            person=entry.person,
            role=entry.role,
            from_=self._dating(entry.from_),
            to=self._dating(entry.to),
            status=entry.status,
            note=entry.note,
        )

    def _fate(self, entry: FateEntry | None) -> record.Fate | None:
        if entry is None:
            return None
        return record.Fate(
            text=entry.text,
            when=self._dating(entry.date),
            evidence=_evidence(entry.evidence),
            lesson=self._own_lesson_of(entry.evidence),
        )

    def _office(self, entry: OfficeEntry) -> record.Office:
        return record.Office(
            id=entry.id,
            role=entry.role,
            organization=entry.organization,
            from_=self._dating(entry.from_),
            to=self._dating(entry.to),
            evidence=_evidence(entry.evidence),
            note=entry.note,
            lesson=self._own_lesson_of(entry.evidence),
        )

    def _affiliation(self, entry: AffiliationEntry) -> record.Affiliation:
        return record.Affiliation(
            organization=entry.organization,
            from_=self._dating(entry.from_),
            to=self._dating(entry.to),
            note=entry.note,
        )


def _lesson(entry: LessonEntry) -> record.Lesson:
    return record.Lesson(
        id=entry.id,
        title=entry.title,
        gist=entry.gist,
        question=entry.question,
        paragraphs=entry.ranges(),
        after=tuple(entry.after),
    )


def _omission(authored: Authored[OmissionEntry]) -> record.Omission:
    entry = authored.entry
    return record.Omission(
        reason=entry.reason,
        source=_source(authored),
        paragraph=entry.paragraph,
        prints=entry.prints,
        pattern=entry.pattern,
        class_=entry.class_,
    )


def _source(authored: Authored[Any]) -> record.Source:
    place = authored.place()
    return record.Source(file=authored.name, line=place.line, column=place.column)


def _evidence(entries: Iterable[base.EvidenceEntry]) -> tuple[record.Evidence, ...]:
    return tuple(
        record.Evidence(
            paragraph=entry.paragraph,
            prints=tuple(entry.prints),
            status=entry.status,
            note=entry.note,
        )
        for entry in entries
    )


def _names(entries: Iterable[base.NameEntry]) -> tuple[record.Name, ...]:
    return tuple(
        record.Name(name=entry.name, note=entry.note, misprint=entry.misprint) for entry in entries
    )


def _deed(entry: base.DeedEntry) -> record.Deed:
    return record.Deed(
        person=entry.person,
        part=entry.part,
        deed=entry.deed,
        id=entry.id,
        basis=entry.basis,
        status=entry.status,
        note=entry.note,
    )


def _count(entry: base.CountEntry | None) -> record.Count | None:
    if entry is None:
        return None
    return record.Count(
        value=entry.value,
        at_least=entry.at_least,
        at_most=entry.at_most,
        about=entry.about,
        status=entry.status,
        note=entry.note,
    )


def _counts(entry: votes.CountsEntry | None) -> record.Counts | None:
    if entry is None:
        return None
    return record.Counts(
        for_=_count(entry.for_),
        against=_count(entry.against),
        abstaining=_count(entry.abstaining),
        not_voting=_count(entry.not_voting),
        absent=_count(entry.absent),
        present=_count(entry.present),
    )


def _candidate(entry: votes.CandidateEntry) -> record.Candidate:
    return record.Candidate(
        person=entry.person, votes=_count(entry.votes), status=entry.status, note=entry.note
    )


def _alternative(entry: votes.AlternativeEntry) -> record.Alternative:
    return record.Alternative(
        option=entry.option, votes=_count(entry.votes), proposed_by=tuple(entry.proposed_by)
    )


def _round(entry: votes.RoundEntry) -> record.Round:
    return record.Round(
        counts=_counts(entry.counts),
        candidates=tuple(map(_candidate, entry.candidates)),
        alternatives=tuple(map(_alternative, entry.alternatives)),
        outcome=entry.outcome,
        note=entry.note,
    )
