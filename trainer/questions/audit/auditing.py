"""The whole audit of a bank or of what a deck selects from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.chapters.collector import collector_off
from trainer.chapters.own_words import unworded
from trainer.chapters.record import Status
from trainer.questions.audit.checks import CHECKS
from trainer.questions.audit.coverage import Coverage, coverage
from trainer.questions.audit.finding import Finding, Verdict
from trainer.questions.audit.guessing import Guess, guess
from trainer.questions.audit.hardness import Hardness, hardness
from trainer.questions.audit.item import read_items
from trainer.questions.audit.places import Histogram, places

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from trainer.chapters.record import Chapter
    from trainer.questions.audit.item import Item
    from trainer.questions.question import Front, Question, Withheld


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What the checks, the blind guesses and the counts say of the questions.

    Attributes:
        choices: how many questions have options to look at.
        not_choices: how many are answered otherwise; the coverage counts those without any as flash cards.
        unworded: what is confirmed and still in the text's own words; none where a deck is audited.
    """

    choices: int
    not_choices: int
    verdicts: tuple[Verdict, ...]
    guesses: tuple[Guess, ...]
    places: tuple[Histogram, ...]
    coverage: Coverage
    hardness: Hardness
    unworded: tuple[Finding, ...] = ()

    @property
    def flaws(self) -> tuple[Finding, ...]:
        """Everything that is to be mended: in the chapter, in single questions or over the bank."""
        single = (found for verdict in self.verdicts for found in verdict.flaws)
        return (*self.unworded, *single, *self._of_the_bank())

    def _of_the_bank(self) -> Iterator[Finding]:
        for each in self.guesses:
            if each.tally is not None and not each.tally.is_fair:
                yield Finding(
                    check="guessing",
                    questions=(),
                    what=f"“{each.strategy}” scores {each.tally.score:.0%} where chance gives"
                    f" {each.tally.low:.0%} to {each.tally.high:.0%}",
                    mend="look which template it comes from, and choose its distractors otherwise",
                )
        for row in self.places:
            if row.is_even is False:
                counts = ", ".join(map(str, row.counts))
                yield Finding(
                    check="places",
                    questions=(),
                    what=f"the {row.what} among {row.options} is uneven: {counts}",
                    mend="look which template it comes from, and how its options are put in order",
                )
        for aspect in self.coverage.silent:
            yield Finding(
                check="coverage",
                questions=(),
                what=f"{aspect.id} is not asked, and nothing says why",
                mend="give its aspect a family, or withhold it with a reason",
            )


@collector_off()
def audit(
    chapters: Sequence[Chapter],
    questions: Sequence[Question],
    fronts: Iterable[Front] = (),
    withheld: Iterable[Withheld] = (),
    *,
    selected: Collection[str] | None = None,
    between: Callable[[], None] = lambda: None,
) -> Audit:
    """Return the audit of questions made from these chapters.

    `selected` are the ids of the cards that a deck chose; left out, the coverage is of the whole chapters.
    `between` is called now and then; what it raises ends the audit.
    """
    items = read_items(questions, chapters)
    between()
    guesses = guess(items, chapters)
    return Audit(
        choices=len(items),
        not_choices=len(questions) - len(items),
        verdicts=tuple(_verdicts(items, between)),
        guesses=guesses,
        places=places(items, beside=len(guesses)),
        coverage=coverage(chapters, questions, fronts, withheld, selected=selected),
        hardness=hardness([question for question in questions if question.options]),
        unworded=tuple(_unworded(chapters)) if selected is None else (),
    )


def _unworded(chapters: Iterable[Chapter]) -> Iterator[Finding]:
    """Yield what nothing is asked of until its author has put it in words."""
    for fact in (fact for chapter in chapters for fact in chapter.facts()):
        key = unworded(fact) if fact.ask and fact.status is not Status.DRAFT else None
        if key is not None:
            where = f"{fact.source.file}:{fact.source.line}:{fact.source.column}"
            yield Finding(
                check="own words",
                questions=(),
                what=f"{where}: the {key} of {fact.id} is still in the text's own words",
                mend="put it in yours, without “…”: nothing is asked of it until then",
            )


def _verdicts(items: Sequence[Item], between: Callable[[], None]) -> Iterator[Verdict]:
    for check in CHECKS:
        between()
        yield check(items)
