"""What half a year of ten minutes a day brings a made-up learner, by our schedule and by others.

    python -m benchmarks.simulation         # the schedules, some minutes
    python -m benchmarks.simulation rules   # what a right choice may count for, some minutes
    python -m benchmarks.simulation fit     # fits our parameters anew; needs the extra `optimize`, a quarter of an hour

Prints tables for the documentation, which tells what the models assume. Each number is the mean of five learners; each of
them has the same cards in every schedule.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from random import Random
from statistics import mean
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.course import Course
from benchmarks.learner import Traces, TwoComponents
from benchmarks.schedules import Fixed, Sm2
from trainer.questions.question import Form
from trainer.study.grades import Rating, Verdict
from trainer.study.rating import rate
from trainer.study.scheduler import Scheduler
from trainer.study.settings import StudySettings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.course import Rule
    from benchmarks.learner import Learner
    from benchmarks.schedules import Schedule
    from trainer.study.memory import Memory

SEEDS = range(5)
WANTED = StudySettings().desired_retention
WITHIN = 0.02
FITTED = Path(__file__).with_name("fitted.json")

LEARNERS: dict[str, Callable[[Random], Learner]] = {
    "two components, forgetful": partial(TwoComponents, first=1.0),
    "two components": TwoComponents,
    "two components, retentive": partial(TwoComponents, first=4.0),
    "traces, forgetful": partial(Traces, ease=1.0),
    "traces": Traces,
    "traces, retentive": partial(Traces, ease=2.0),
}


class Outcome(NamedTuple):
    """What one half-year brought.

    Attributes:
        right: the share of reviews answered right.
        knew: the share of reviews of which the answer was known.
        cards: met so far.
        known: of them at the end.
        a_minute: known at the end for each minute spent.
    """

    right: float
    knew: float
    cards: float
    known: float
    a_minute: float


def outcome(
    learner: Callable[[Random], Learner],
    schedule: Schedule,
    seed: int,
    *,
    rule: Rule = rate,
    only_choice: float | None = None,
) -> Outcome:
    """Return what half a year brings; a seed stands for one learner with their cards and luck."""
    course = Course(learner(Random(f"cards {seed}")), schedule, Random(f"luck {seed}"), rule)
    if only_choice is not None:
        course.only_choice = only_choice
    course.run()
    known = course.known()
    return Outcome(
        right=mean(review.right for review in course.reviews),
        knew=mean(review.knew for review in course.reviews),
        cards=len(course.memories),
        known=known,
        a_minute=known / (course.seconds / 60),
    )


def average(outcomes: Sequence[Outcome]) -> Outcome:
    """Return the mean of each figure."""
    return Outcome(*(mean(column) for column in zip(*outcomes, strict=True)))


def row(*cells: str) -> None:
    """Print one row of a table."""
    print(f"| {' | '.join(cells)} |", flush=True)


def figures(found: Outcome) -> tuple[str, ...]:
    """Return the cells of an outcome."""
    return (
        f"{100 * found.right:.1f} %",
        f"{100 * found.knew:.1f} %",
        f"{found.cards:.0f}",
        f"{found.known:.0f}",
        f"{found.a_minute:.3f}",
    )


def compare_schedules() -> None:
    """Print what each learner has of each schedule."""
    fitted = json.loads(FITTED.read_text())
    row("learner", "schedule", "right", "knew", "cards", "known", "known a minute", "as ours")
    row(*["---"] * 2, *["---:"] * 6)
    for name, learner in LEARNERS.items():
        schedules: dict[str, Schedule] = {
            "ours": Scheduler(StudySettings()),
            "ours, fitted": Scheduler(StudySettings(parameters=tuple(fitted[name]))),
            "SM-2": Sm2(),
            "fixed": Fixed(),
        }
        ours: list[Outcome] = []
        for schedule, scheduler in schedules.items():
            found = [outcome(learner, scheduler, seed) for seed in SEEDS]
            ours = ours or found
            ratios = [a.a_minute / b.a_minute for a, b in zip(found, ours, strict=True)]
            spread = f"{mean(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"
            row(name, schedule, *figures(average(found)), spread)


def compare_rules() -> None:
    """Print what becomes of cards that can only be asked with options, by what a right choice counts for."""
    row("learner", "a right choice", "right", "knew", "cards", "known", "known a minute")
    row(*["---"] * 2, *["---:"] * 5)
    for name in ("two components", "traces"):
        for said, rule in RULES.items():
            found = [
                outcome(LEARNERS[name], Scheduler(StudySettings()), seed, rule=rule, only_choice=1)
                for seed in SEEDS
            ]
            row(name, said, *figures(average(found)))


def _good(verdict: Verdict, _form: Form, memory: Memory | None) -> Rating:
    """Let a right choice prove as much as an answer without options."""
    return rate(verdict, Form.TYPED, memory)


def _hard_at_first(verdict: Verdict, form: Form, memory: Memory | None) -> Rating:
    """Let it prove less at first sight as well."""
    if memory is None and verdict is Verdict.RIGHT and form is Form.CHOICE:
        return Rating.HARD
    return rate(verdict, form, memory)


RULES: dict[str, Rule] = {
    "always good": _good,
    "good while learning, then hard": rate,
    "hard at first sight and after learning": _hard_at_first,
}


def fit_all() -> None:
    """Fit our parameters to half a year of each learner, of a seed that is not compared, and keep them."""
    from trainer.study.optimizing import fit

    fitted = {}
    for name, learner in LEARNERS.items():
        course = Course(learner(Random("cards to fit")), Scheduler(StudySettings()), Random("luck"))
        course.run()
        found = fit(course.history, StudySettings())
        print(
            f"{name}: {found.reviews} reviews, log loss {found.loss_before:.4f} → {found.loss:.4f}"
        )
        fitted[name] = found.parameters
    lines = (f"  {json.dumps(name)}: {json.dumps(values)}" for name, values in fitted.items())
    FITTED.write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    {"": compare_schedules, "rules": compare_rules, "fit": fit_all}["".join(sys.argv[1:])]()
