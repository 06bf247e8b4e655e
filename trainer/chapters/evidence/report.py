"""What came of proving a chapter: a finding a value, gathered by fact."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from trainer.errors import Place, Problem
from trainer.text.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Iterator


# The values of which print proves that somebody is named, and not what they did or held.
_DOINGS = ("people.", "speaker.", "opponents.", "also_held_by.")


class Verdict(StrEnum):
    """What came of one value."""

    PROVED = "proved"
    CORRECTED = "corrected"
    DERIVED = "derived"
    NOT_JUDGED = "not judged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What came of one value of a fact, or of one item of its evidence.

    Attributes:
        path: which one, as keys of the record: `when`, `counts.for`, `evidence[1]`.
        value: it, as a person would write it.
        reason: why, where the verdict is not that it is proved.
        mend: how to mend it, where it failed.
    """

    path: str
    value: str
    verdict: Verdict
    reason: str = ""
    mend: str = ""

    def as_dict(self) -> dict[str, str]:
        """Return it as plain data; what is empty is left out."""
        pairs = {
            "path": self.path,
            "value": self.value,
            "verdict": self.verdict.value,
            "reason": self.reason,
            "mend": self.mend,
        }
        return {key: text for key, text in pairs.items() if text}


@dataclass(frozen=True, slots=True, kw_only=True)
class FactFinding:
    """What came of one fact: it is proved if no finding failed."""

    fact: str
    place: Place
    findings: tuple[Finding, ...]

    @property
    def proved(self) -> bool:
        """Whether nothing failed."""
        return all(finding.verdict is not Verdict.FAILED for finding in self.findings)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What failed, and how to mend it."""
        return tuple(
            Problem(self.place, f"{self.fact}: {finding.path}: {finding.reason}", finding.mend)
            for finding in self.findings
            if finding.verdict is Verdict.FAILED
        )

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "fact": self.fact,
            "proved": self.proved,
            "place": str(self.place),
            "findings": [finding.as_dict() for finding in self.findings],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceReport:
    """What came of a chapter.

    Attributes:
        remarks: how the copy of the text differs from the one that the record was made from.
    """

    chapter: str
    facts: tuple[FactFinding, ...]
    remarks: tuple[str, ...] = ()

    @property
    def proved(self) -> bool:
        """Whether every fact is."""
        return all(fact.proved for fact in self.facts)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that failed, in the order of the record."""
        return tuple(problem for fact in self.facts for problem in fact.problems)

    def counts(self) -> dict[Verdict, int]:
        """Return how many values (items of evidence included) met each verdict."""
        found = Counter(finding.verdict for fact in self.facts for finding in fact.findings)
        return {verdict: found[verdict] for verdict in Verdict}

    def as_text(self, *, details: bool = False) -> str:
        """Write it for a person: remarks, totals and their limits; with `details` also what print does not prove.

        What failed is not among the lines: it stands in `problems`.
        """
        lines = [*self.remarks]
        if details:
            lines += [
                f"{fact.place}: {fact.fact}: {finding.path}: {finding.value} – {finding.verdict}"
                + (f": {finding.reason}" if finding.reason else "")
                for fact in self.facts
                for finding in fact.findings
                if finding.verdict not in {Verdict.PROVED, Verdict.FAILED}
            ]
        good = sum(fact.proved for fact in self.facts)
        values = ", ".join(f"{number} {verdict}" for verdict, number in self.counts().items())
        lines.append(f"{self.chapter}: {good} of {len(self.facts)} facts proved; values: {values}")
        lines += self._limits(details=details)
        return "".join(f"{line}\n" for line in lines)

    def _limits(self, *, details: bool) -> Iterator[str]:
        """Yield what is left for a reader to see."""
        number = self.counts()[Verdict.NOT_JUDGED]
        if number and not details:
            are = "is" if number == 1 else "are"
            yield f"{counted(number, 'value')} {are} not judged: --details names each, with its reason"
        if any(
            finding.path.startswith(_DOINGS) for fact in self.facts for finding in fact.findings
        ):
            yield "that somebody did, said or held what is recorded is yours to see: only their names are looked for"

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data, ready for JSON."""
        return {
            "chapter": self.chapter,
            "proved": self.proved,
            "facts": [fact.as_dict() for fact in self.facts],
            "counts": {verdict.value: number for verdict, number in self.counts().items()},
            "remarks": list(self.remarks),
        }
