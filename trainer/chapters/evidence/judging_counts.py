"""Whether tokens print the numbers of a vote, each in its role or beside its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.chapters.evidence.report import Finding, Verdict
from trainer.chapters.record import Outcome, Stand, Status
from trainer.text.numerals import numerals
from trainer.text.tallies import Role, Tallied, read_tally
from trainer.text.verdicts import tells_carried
from trainer.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from trainer.chapters.evidence.naming import Names
    from trainer.chapters.record import Candidate, Count, Counts, Side, Vote


def shown(count: Count) -> str:
    """Write a count as people say it."""
    for number, lead in (
        (count.value, ""),
        (count.at_least, "at least "),
        (count.at_most, "at most "),
        (count.about, "about "),
    ):
        if number is not None:
            return f"{lead}{number}"
    return "?"


def by_status(path: str, count: Count) -> Finding | None:
    """Return the finding on a count that says itself how it follows, where print does not prove it."""
    if count.status is Status.CORRECTED:
        verdict = Verdict.CORRECTED
    elif count.status is Status.DERIVED and count.note:
        verdict = Verdict.DERIVED
    else:
        return None
    return Finding(path=path, value=shown(count), verdict=verdict, reason=count.note or "")


def judge_number(count: Count, tokens: Sequence[str], path: str) -> Finding:
    """Return whether a number that plays no part in a tally is printed."""
    if finding := by_status(path, count):
        return finding
    number, exact = _number(count)
    if any(number == numeral.value for token in tokens for numeral in _cardinals(token)):
        return Finding(path=path, value=shown(count), verdict=Verdict.PROVED)
    return _unprinted(path, count, exact=exact)


@dataclass(frozen=True, slots=True)
class Printed:
    """The tokens that are quoted for a fact, and the names that may stand in them."""

    tokens: Sequence[str]
    names: Names


# The two stands whose numbers face each other in "A to B".
_FACING = frozenset({Stand.FOR, Stand.AGAINST})


@dataclass(frozen=True, slots=True)
class _Shown:
    """A number with its role, and the token that prints it; `either`: its role may be that it faces."""

    number: int
    role: Role | None
    token: str
    either: bool = False

    def counts(self, stand: Stand) -> bool:
        """Tell whether the number is surely one of a stand."""
        return self.role == stand.value and not self.either

    def may_count(self, stand: Stand) -> bool:
        """Tell whether the number may be one of a stand, if another side won."""
        return self.either and stand in _FACING


def judge_outcome(vote: Vote, tokens: Sequence[str], counted: Iterable[Finding]) -> Finding | None:
    """Return whether print agrees with what became of a motion; None where the record does not say.

    A word tells it, or both counts of a simple majority do.

    Args:
        vote: a motion.
        tokens: what is quoted for it.
        counted: the findings on its counts.
    """
    if vote.outcome is None or vote.outcome is Outcome.UNKNOWN:
        return None
    recorded = _CARRIED.get(vote.outcome)
    at, value = "outcome", str(vote.outcome)
    said = {token: tells_carried(token, vote.motion or "") for token in tokens}
    telling = next((token for token, carried in said.items() if carried is not None), None)
    if recorded is not None and recorded in said.values():
        return Finding(path=at, value=value, verdict=Verdict.PROVED)
    if recorded is not None and telling is not None:
        became = "carried" if said[telling] else "lost"
        return Finding(
            path=at,
            value=value,
            verdict=Verdict.FAILED,
            reason=f"“{telling}” tells that it was {became}",
            mend="correct the outcome, quote what tells it, or leave out a word that is said of something else",
        )
    if _is_by_counts(vote, counted):
        return Finding(path=at, value=value, verdict=Verdict.PROVED)
    reason = "no token has a word that tells it"
    return Finding(path=at, value=value, verdict=Verdict.NOT_JUDGED, reason=reason)


def _is_by_counts(vote: Vote, counted: Iterable[Finding]) -> bool:
    """Tell whether both counts are proved and make the majority that the outcome wants."""
    proved = {finding.path for finding in counted if finding.verdict is Verdict.PROVED}
    tally = vote.counts
    if tally is None or not {"counts.for", "counts.against"} <= proved:
        return False
    assert tally.for_ is not None
    assert tally.against is not None
    in_favour, against = tally.for_.value, tally.against.value
    if in_favour is None or against is None or in_favour == against:
        return False
    return vote.outcome is (Outcome.PASSED if in_favour > against else Outcome.FAILED)


def judge_counts(
    counts: Counts, motion: str, sides: Sequence[Side], proof: Printed, path: str
) -> list[Finding]:
    """Return whether each count of a tally is printed, and not in another's role.

    Where no word gives the role, as in `Jones received 77 votes`, it is that of the side on which
    the record has Jones. Which number of `20 to 2` is for and which against is told by a word on what became
    of the motion, in this token or another; without one neither is proved, for both counts might be exchanged
    together with the outcome.

    Of two different numbers that are both printed without a role, neither is proved: exchanging
    them would go unnoticed.
    """
    carried = _told_by(proof.tokens, motion)
    printed = [
        _Shown(tallied.number, _role(tallied, token, sides, proof.names), token, tallied.either)
        for token in proof.tokens
        for tallied in read_tally(token, carried=_told_by((token,), motion, otherwise=carried))
    ]
    bare: dict[Stand, int] = {}
    findings: dict[Stand, Finding] = {}
    for stand, count in counts.known():
        at = f"{path}.{stand}"
        number, exact = _number(count)
        same = [item for item in printed if item.number == number]
        if finding := by_status(at, count):
            findings[stand] = finding
        elif any(item.counts(stand) for item in same):
            findings[stand] = Finding(path=at, value=shown(count), verdict=Verdict.PROVED)
        elif facing := [item for item in same if item.may_count(stand)]:
            findings[stand] = Finding(
                path=at,
                value=shown(count),
                verdict=Verdict.NOT_JUDGED,
                reason=f"no token tells which side of “{facing[0].token}” won: quote the word that does, "
                "such as “carried”, “majority” or “rejected”",
            )
        elif any(item.role is None for item in same):
            bare[stand] = number
            findings[stand] = Finding(path=at, value=shown(count), verdict=Verdict.PROVED)
        elif same:
            findings[stand] = Finding(
                path=at,
                value=shown(count),
                verdict=Verdict.FAILED,
                reason=f"“{same[0].token}” gives {number} as {_said(same[0].role)}, not {_said(stand)}",
                mend="correct the count, quote the words that give it this part, or explain it: "
                "{value: …, status: derived, note: …}",
            )
        else:
            findings[stand] = _unprinted(at, count, exact=exact)
    if len(set(bare.values())) > 1:
        for stand, number in bare.items():
            findings[stand] = Finding(
                path=findings[stand].path,
                value=findings[stand].value,
                verdict=Verdict.FAILED,
                reason=f"no token says whether {number} is {_said(stand)}",
                mend="quote the number with the word that tells, such as “519 opposed” or "
                "“carried by ten to two”, or explain it: status: derived, note: …",
            )
    return list(findings.values())


_CARRIED: Mapping[Outcome, bool] = {Outcome.PASSED: True, Outcome.FAILED: False}


def _told_by(tokens: Iterable[str], motion: str, *, otherwise: bool | None = None) -> bool | None:
    """Return whether tokens tell that a motion was carried or lost; `otherwise` if they tell neither or both."""
    told = {tells_carried(token, motion) for token in tokens} - {None}
    return told.pop() if len(told) == 1 else otherwise


def _role(tallied: Tallied, token: str, sides: Sequence[Side], names: Names) -> Role | None:
    """Return the role of a printed number, by the sides that its token names if no word gives it."""
    if tallied.either or (tallied.role is not None and not tallied.implied):
        return tallied.role
    printed = words(token)
    named = {
        side.stand
        for side in sides
        if names.person_at(side.who, printed) or names.thing_in(side.who, (printed,))
    }
    return Role(named.pop().value) if len(named) == 1 else tallied.role


def judge_candidates(candidates: Iterable[Candidate], proof: Printed, path: str) -> list[Finding]:
    """Return whether the votes of each candidate are printed with the candidate's name."""
    findings = []
    held = [candidate for candidate in candidates if candidate.votes is not None]
    printed = {candidate.person: _votes_beside(candidate.person, held, proof) for candidate in held}
    for candidate in held:
        assert candidate.votes is not None
        at = f"{path}.{candidate.person}.votes"
        number, exact = _number(candidate.votes)
        beside = printed[candidate.person]
        if finding := by_status(at, candidate.votes):
            findings.append(finding)
        elif number in beside:
            findings.append(Finding(path=at, value=shown(candidate.votes), verdict=Verdict.PROVED))
        else:
            name = proof.names.of(candidate.person)
            told = ", ".join(map(str, sorted(beside)))
            failed = exact or bool(beside)
            findings.append(
                Finding(
                    path=at,
                    value=shown(candidate.votes),
                    verdict=Verdict.FAILED if failed else Verdict.NOT_JUDGED,
                    reason=f"the tokens give {name} {told}, not {number}"
                    if beside
                    else f"no token prints {number} together with a name of {name}",
                    mend="correct the votes, or quote name and number in one token, "
                    f"such as “{name.split()[-1]} got {number}”, "
                    "or explain them: {value: …, status: derived, note: …}"
                    if failed
                    else "",
                )
            )
    return findings


def _votes_beside(person: str, candidates: Sequence[Candidate], proof: Printed) -> frozenset[int]:
    """Return the numbers that tokens print for a person.

    In `Pell got 104, Crane 101` a number belongs to the names before it, as far back as the
    number before; in `104 for Pell` to those behind it.
    """
    found: set[int] = set()
    names = proof.names
    everybody = [candidate.person for candidate in candidates]
    for token in proof.tokens:
        printed = words(token)
        named = names.person_at(person, printed)
        numbers = _cardinals(token)
        if not named or not numbers:
            continue
        first_name = min(at for other in everybody for at in names.person_at(other, printed)[:1])
        if first_name <= numbers[0].start:
            edges = [0, *(numeral.stop for numeral in numbers)]
            spans = zip(edges, (numeral.start for numeral in numbers), strict=False)
        else:
            edges = [*(numeral.start for numeral in numbers), len(printed)]
            spans = zip((numeral.stop for numeral in numbers), edges[1:], strict=True)
        found.update(
            numeral.value
            for numeral, (start, stop) in zip(numbers, spans, strict=True)
            if any(start < at <= stop for at in named)
        )
    return frozenset(found)


def _number(count: Count) -> tuple[int, bool]:
    """Return the number of a count, and whether the count is exactly that."""
    if count.value is not None:
        return (count.value, True)
    for number in (count.at_least, count.at_most, count.about):
        if number is not None:
            return (number, False)
    msg = "a count without a number"
    raise AssertionError(msg)


def _unprinted(path: str, count: Count, *, exact: bool) -> Finding:
    number, _ = _number(count)
    if not exact:
        return Finding(
            path=path,
            value=shown(count),
            verdict=Verdict.NOT_JUDGED,
            reason=f"no token prints {number}; a bound may be inferred",
        )
    return Finding(
        path=path,
        value=shown(count),
        verdict=Verdict.FAILED,
        reason=f"no token prints {number}, in digits or in words",
        mend="quote it, or explain it: {value: …, status: derived, note: …}",
    )


def _cardinals(token: str) -> list[_Cardinal]:
    return [
        _Cardinal(numeral.value, numeral.start, numeral.stop)
        for numeral in numerals(words(token))
        if not numeral.ordinal
    ]


@dataclass(frozen=True, slots=True)
class _Cardinal:
    value: int
    start: int
    stop: int


_SAID: Mapping[str, str] = {
    "for": "votes for",
    "against": "votes against",
    "abstaining": "abstentions",
    "not_voting": "not voting",
    "absent": "absent",
    "present": "present",
}


def _said(role: str | None) -> str:
    return _SAID[role] if role is not None else "a number"
