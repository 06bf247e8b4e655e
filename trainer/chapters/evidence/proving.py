"""Proving each fact of a chapter: first that its tokens are printed, then that its values agree with them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from trainer.chapters.evidence.judging_counts import (
    Printed,
    by_status,
    judge_candidates,
    judge_counts,
    judge_number,
    judge_outcome,
    shown,
)
from trainer.chapters.evidence.judging_dates import Frame, judge_dating
from trainer.chapters.evidence.locating import locate
from trainer.chapters.evidence.naming import Names
from trainer.chapters.evidence.printed_dates import PrintedDates, printed_dates
from trainer.chapters.evidence.report import EvidenceReport, FactFinding, Finding, Verdict
from trainer.chapters.record import (
    Event,
    Organization,
    Person,
    Statement,
    Status,
    Term,
    Vote,
    Work,
)
from trainer.chapters.text_copy import Text
from trainer.errors import Place
from trainer.text.stands import tells_stand
from trainer.text.tallies import Role
from trainer.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.chapters.record import (
        Alternative,
        Candidate,
        Chapter,
        Dating,
        Evidence,
        Fact,
        Roll,
        Side,
    )
    from trainer.text.fingerprints import TextFingerprint


_WHOLE = {Status.CORRECTED: Verdict.CORRECTED, Status.DERIVED: Verdict.DERIVED}


def prove(
    chapter: Chapter, text: str, *, fingerprint: TextFingerprint | None = None, folder: str = ""
) -> EvidenceReport:
    """Return what the text proves of a chapter.

    Args:
        chapter: the record.
        text: a copy of the text that it records.
        fingerprint: that of the text which the paragraphs were counted in; the copy is then aligned
            with it, so that a missing heading or wrapped lines do not matter.
        folder: put before the file names of places.
    """
    located, remarks = Text.of_copy(text, chapter.segmentation, fingerprint)
    names = Names(chapter)
    return EvidenceReport(
        chapter=chapter.id,
        facts=tuple(
            FactFinding(
                fact=fact.id,
                place=Place(
                    f"{folder}/{fact.source.file}" if folder else fact.source.file,
                    fact.source.line,
                    fact.source.column,
                ),
                findings=_findings(fact, chapter, located, names),
            )
            for fact in chapter.facts()
        ),
        remarks=remarks,
    )


def _findings(fact: Fact, chapter: Chapter, text: Text, names: Names) -> tuple[Finding, ...]:
    proof = _Proof(chapter, text, names, fact, fact.evidence)
    findings = [*proof.locations("evidence"), *proof.values()]
    if not fact.evidence and not (isinstance(fact, Person) and fact.offices):
        findings.append(
            Finding(
                path="evidence",
                value="",
                verdict=Verdict.FAILED,
                reason="there is none",
                mend='add evidence: [{paragraph: …, prints: ["…"]}]',
            )
        )
    return tuple(_excused(finding, fact) for finding in findings)


def _excused(finding: Finding, fact: Fact) -> Finding:
    """Return the finding on a value, which a fact that is corrected or derived as a whole need not print.

    Its tokens must occur all the same.
    """
    whole = _WHOLE.get(fact.status)
    is_value = "evidence" not in finding.path
    if whole is None or not fact.note or finding.verdict is not Verdict.FAILED or not is_value:
        return finding
    return replace(finding, verdict=whole, reason=fact.note, mend="")


@dataclass(frozen=True)
class _Proof:
    """The values of a fact, or of a part of it that has evidence of its own, and the tokens that must prove them."""

    chapter: Chapter
    text: Text
    names: Names
    fact: Fact
    evidence: tuple[Evidence, ...]

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        return tuple(token for item in self.evidence for token in item.prints)

    @cached_property
    def token_words(self) -> tuple[tuple[str, ...], ...]:
        return tuple(map(words, self.tokens))

    @cached_property
    def dates(self) -> PrintedDates:
        return printed_dates([item.prints for item in self.evidence])

    @property
    def printed(self) -> Printed:
        return Printed(self.tokens, self.names)

    @property
    def frame(self) -> Frame:
        return Frame(self.chapter.year, self.chapter.calendar)

    def locations(self, path: str) -> Iterator[Finding]:
        for index, item in enumerate(self.evidence):
            finding = locate(item, self.text, f"{path}[{index}]")
            verdict = _WHOLE.get(item.status)
            if finding.verdict is Verdict.PROVED and verdict is not None:
                finding = replace(finding, verdict=verdict, reason=item.note or "")
            yield finding

    def values(self) -> Iterator[Finding]:
        fact = self.fact
        match fact:
            case Person():
                yield from self._person(fact)
            case Organization():
                yield self._mentioned_thing(fact.id, fact.name, "name")
                yield from self.dated(fact.founded, "founded")
                yield from self.dated(fact.dissolved, "dissolved")
                yield from self._roll(fact.memberships, "memberships")
            case Term():
                yield self._mentioned_thing(fact.id, fact.name, "name")
            case Work():
                yield self._mentioned_thing(fact.id, fact.title, "title")
                yield from self.dated(fact.when, "date")
                yield from self._mentioned(fact.authors, "authors")
            case Statement():
                yield from self.dated(fact.when, "date")
                yield from self._mentioned((fact.speaker,), "speaker")
                yield from self._mentioned(fact.opponents, "opponents")
                yield from self._mentioned(fact.also_held_by, "also_held_by")
            case Event():
                yield from self.dated(fact.when, "date")
                yield from self._mentioned(
                    tuple(dict.fromkeys(deed.person for deed in fact.people)), "people"
                )
            case Vote():
                yield from self.dated(fact.when, "date")
                yield from self._vote(fact)
        if fact.asserted_by is not None:
            yield from self._mentioned((fact.asserted_by,), "asserted_by")

    def _with(self, evidence: Sequence[Evidence]) -> _Proof:
        """Return the proof of a part of the fact, by its own evidence or, where it has none, by the fact's."""
        return replace(self, evidence=tuple(evidence)) if evidence else self

    def _person(self, person: Person) -> Iterator[Finding]:
        own = [*self.evidence]
        for office in person.offices:
            path = f"offices.{office.id}"
            part = self._with(office.evidence)
            if office.evidence:
                yield from part.locations(f"{path}.evidence")
                own += office.evidence
            yield from part.dated(office.from_, f"{path}.from")
            yield from part.dated(office.to, f"{path}.to")
        for affiliation in person.affiliations:
            path = f"affiliations.{affiliation.organization}"
            for dating, end in ((affiliation.from_, "from"), (affiliation.to, "to")):
                if dating is not None:
                    explained = replace(dating, note=dating.note or affiliation.note)
                    yield from self.dated(explained, f"{path}.{end}")
        if person.fate is not None:
            part = self._with(person.fate.evidence)
            if person.fate.evidence:
                yield from part.locations("fate.evidence")
                own += person.fate.evidence
            yield from part.dated(person.fate.when, "fate.date")
        whole = self._with(own)
        if whole.names.person_in(person.id, whole.token_words):
            yield _proved("name", person.name)
        else:
            yield _failed(
                "name",
                person.name,
                "no token prints one of the person's names",
                "quote the name, and add it to `other_names` as it is printed",
            )

    def _mentioned_thing(self, identifier: str, name: str, path: str) -> Finding:
        if self.names.thing_in(identifier, self.token_words):
            return _proved(path, name)
        return _not_judged(path, name, "no token prints it")

    def _mentioned(self, persons: Sequence[str], path: str) -> Iterator[Finding]:
        for person in persons:
            name, at = self.names.of(person), f"{path}.{person}"
            if self.names.person_in(person, self.token_words) or self.names.thing_in(
                person, self.token_words
            ):
                yield _proved(at, name)
            else:
                yield _not_judged(at, name, "no token prints a name of theirs")

    def dated(self, dating: Dating | None, path: str) -> Iterator[Finding]:
        if dating is not None:
            yield from judge_dating(dating, self.dates, self.frame, path)

    def _roll(self, roll: Roll | None, path: str) -> Iterator[Finding]:
        if roll is None:
            return
        for member in roll.persons:
            at, name = f"{path}.{member.person}", self.names.of(member.person)
            yield self._listed(member.person, member.status, member.note, at, name)
            yield from self.dated(member.from_, f"{at}.from")
            yield from self.dated(member.to, f"{at}.to")
        if roll.size is not None:
            finding = judge_number(roll.size, self.tokens, f"{path}.size")
            counted = roll.complete and roll.size.value == len(roll.persons)
            if finding.verdict is Verdict.FAILED and counted:
                finding = replace(
                    finding,
                    verdict=Verdict.DERIVED,
                    reason="counted from the complete list",
                    mend="",
                )
            yield finding

    def _listed(
        self, person: str, status: Status, note: str | None, path: str, name: str
    ) -> Finding:
        """Return whether somebody on a list is printed, or the record says why not."""
        if status is Status.CORRECTED:
            return Finding(path=path, value=name, verdict=Verdict.CORRECTED, reason=note or "")
        if self.names.person_in(person, self.token_words):
            return _proved(path, name)
        if status is Status.DERIVED or note:
            return Finding(path=path, value=name, verdict=Verdict.DERIVED, reason=note or "")
        return _failed(
            path,
            name,
            f"no token prints a name of {name}",
            "quote it as printed (and record that in `other_names`), or give the entry a note",
        )

    def _vote(self, vote: Vote) -> Iterator[Finding]:
        if vote.organization is not None:
            yield self._mentioned_thing(
                vote.organization, self.names.of(vote.organization), "organization"
            )
        motion = vote.motion or ""
        counted = (
            judge_counts(vote.counts, motion, vote.sides, self.printed, "counts")
            if vote.counts is not None
            else []
        )
        yield from counted
        if not vote.rounds and (finding := judge_outcome(vote, self.tokens, counted)):
            yield finding
        if vote.unanimous:
            printed = any(
                word.startswith("unanimous") for token in self.token_words for word in token
            )
            yield (
                _proved("unanimous", "yes")
                if printed
                else _not_judged("unanimous", "yes", "no token prints “unanimous”")
            )
        for path, count in (
            ("delegates", vote.delegates),
            ("ballots", vote.ballots),
            ("number", vote.number),
        ):
            if count is not None:
                yield judge_number(count, self.tokens, path)
        yield from self._candidates(vote.candidates, "candidates")
        yield from self._alternatives(vote.alternatives, "alternatives")
        for index, ballot in enumerate(vote.rounds):
            path = f"rounds[{index}]"
            if ballot.counts is not None:
                yield from judge_counts(
                    ballot.counts, motion, vote.sides, self.printed, f"{path}.counts"
                )
            yield from self._candidates(ballot.candidates, f"{path}.candidates")
            yield from self._alternatives(ballot.alternatives, f"{path}.alternatives")
        yield from self._roll(vote.elected, "elected")
        yield from self._roll(vote.alternates, "alternates")
        yield from self._roll(vote.members, "members")
        yield from self._mentioned(vote.proposed_by, "proposed_by")
        yield from map(self._side, vote.sides)

    def _side(self, side: Side) -> Finding:
        """Return whether a token has the name together with a word for the stand."""
        at, name = f"sides.{side.who}", self.names.of(side.who)
        stand = side.stand.replace("_", " ")
        naming = [token for token in self.tokens if self._names(side.who, token)]
        if any(tells_stand(token, Role(side.stand.value)) for token in naming):
            return _proved(at, f"{name}, {stand}")
        reason = f"no token has a name of theirs with a word for “{stand}”"
        return _not_judged(at, f"{name}, {stand}", reason)

    def _names(self, identifier: str, token: str) -> bool:
        printed = (words(token),)
        return self.names.person_in(identifier, printed) or self.names.thing_in(identifier, printed)

    def _candidates(self, candidates: Sequence[Candidate], path: str) -> Iterator[Finding]:
        for candidate in candidates:
            if candidate.votes is None:
                yield self._listed(
                    candidate.person,
                    candidate.status,
                    candidate.note,
                    f"{path}.{candidate.person}",
                    self.names.of(candidate.person),
                )
        yield from judge_candidates(candidates, self.printed, path)

    def _alternatives(self, alternatives: Sequence[Alternative], path: str) -> Iterator[Finding]:
        """Judge the votes of the things between which a body chose: which got which is for a reader to see."""
        for index, alternative in enumerate(alternatives):
            at = f"{path}[{index}].votes"
            if alternative.votes is None:
                continue
            finding = judge_number(alternative.votes, self.tokens, at)
            if finding.verdict is Verdict.PROVED and by_status(at, alternative.votes) is None:
                value = f"{shown(alternative.votes)} for {alternative.option}"
                finding = _not_judged(at, value, "printed, but not what it was given for")
            yield finding


def _proved(path: str, value: str) -> Finding:
    return Finding(path=path, value=value, verdict=Verdict.PROVED)


def _not_judged(path: str, value: str, reason: str) -> Finding:
    return Finding(path=path, value=value, verdict=Verdict.NOT_JUDGED, reason=reason)


def _failed(path: str, value: str, reason: str, mend: str) -> Finding:
    return Finding(path=path, value=value, verdict=Verdict.FAILED, reason=reason, mend=mend)
