"""What a check says of a bank: findings, and what it could not judge."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from trainer.questions.audit.item import Item


class Weight(StrEnum):
    """What a finding calls for."""

    FLAW = "flaw"  # to be mended
    NOTE = "note"  # a property of the bank that the program itself heeds


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a check found.

    Attributes:
        questions: the ids of the questions that it is about; none where it is about the bank.
        what: what is wrong.
        mend: what to do about it.
    """

    check: str
    questions: tuple[str, ...]
    what: str
    mend: str
    weight: Weight = Weight.FLAW


@dataclass(frozen=True, slots=True, kw_only=True)
class NotJudged:
    """A question of which a check cannot tell whether it is well made."""

    check: str
    question: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one check says of a bank.

    Attributes:
        looks_for: what it looks for, in a few words.
        judged: how many questions it could judge.
    """

    check: str
    looks_for: str
    judged: int
    findings: tuple[Finding, ...]
    not_judged: tuple[NotJudged, ...]

    @property
    def flaws(self) -> tuple[Finding, ...]:
        """What is to be mended."""
        return tuple(found for found in self.findings if found.weight is Weight.FLAW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A rule of item writing; `run` yields what it found, and what it could not judge."""

    name: str
    looks_for: str
    run: Callable[[Sequence[Item]], Iterable[Finding | NotJudged]]

    def __call__(self, items: Sequence[Item]) -> Verdict:
        """Return what the check says of a bank."""
        said = list(self.run(items))
        not_judged = tuple(each for each in said if isinstance(each, NotJudged))
        return Verdict(
            check=self.name,
            looks_for=self.looks_for,
            judged=len(items) - len({each.question for each in not_judged}),
            findings=tuple(each for each in said if isinstance(each, Finding)),
            not_judged=not_judged,
        )


def one_by_one(
    judge: Callable[[Item], Finding | NotJudged | None],
) -> Callable[[Sequence[Item]], Iterator[Finding | NotJudged]]:
    """Return a check's `run` for a rule that looks at one question at a time."""

    def run(items: Sequence[Item]) -> Iterator[Finding | NotJudged]:
        for item in items:
            said = judge(item)
            if said is not None:
                yield said

    return run
