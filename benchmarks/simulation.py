"""What half a year of ten minutes a day brings a made-up learner, by our schedule and by others.

    python -m benchmarks.simulation         # the schedules, some minutes
    python -m benchmarks.simulation rules   # what a right choice may count for, some minutes
    python -m benchmarks.simulation forms   # how long to ask with options, some minutes
    python -m benchmarks.simulation fit     # fits our parameters anew; needs the extra `optimize`, some minutes

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
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.course import Course
from benchmarks.learner import Traces, TwoComponents
from benchmarks.schedules import Fixed, Sm2
from trainer.questions.question import Form
from trainer.study.grades import Rating, Verdict
from trainer.study.maturity import form_for
from trainer.study.rating import rate
from trainer.study.scheduler import Scheduler
from trainer.study.settings import StudySettings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from benchmarks.course import FormRule, Rule
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


# The others stand for those whom the usual parameters do not fit.
MIDDLING = ("two components", "traces")


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
    learner: Callable[[Random], Learner], schedule: Schedule, seed: int, **otherwise: Any
) -> Outcome:
    """Return what half a year brings; a seed stands for one learner with their cards.

    Args:
        learner: makes the model of memory.
        schedule: what to hold against others.
        seed: which learner.
        otherwise: attributes of the course that are not as usual.
    """
    course = Course(learner(Random(f"cards {seed}")), schedule, Random(f"luck {seed}"), **otherwise)
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
            "SM-2": Sm2(),
            "fixed": Fixed(),
        }
        if name in fitted:
            own = StudySettings(parameters=tuple(fitted[name]))
            schedules["ours, fitted"] = Scheduler(own)
            schedules["ours, 85 % wanted"] = Scheduler(StudySettings(desired_retention=0.85))
        ours: list[Outcome] = []
        for schedule, scheduler in schedules.items():
            found = [outcome(learner, scheduler, seed) for seed in SEEDS]
            ours = ours or found
            ratios = [a.a_minute / b.a_minute for a, b in zip(found, ours, strict=True)]
            spread = f"{mean(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"
            row(name, schedule, *figures(average(found)), spread)


def compare_rules() -> None:
    """Print what becomes of cards that can only be asked with options, by what a right choice counts for."""
    _compare(
        "a right choice", {said: {"rule": each, "only_choice": 1} for said, each in RULES.items()}
    )


def compare_forms() -> None:
    """Print what comes of asking with options for a longer or shorter time."""
    _compare("with options", {said: {"ask_in": each} for said, each in FORMS.items()})


def _compare(what: str, courses: Mapping[str, Mapping[str, Any]]) -> None:
    row("learner", what, "right", "knew", "cards", "known", "known a minute")
    row(*["---"] * 2, *["---:"] * 5)
    for name in MIDDLING:
        for said, otherwise in courses.items():
            scheduler = Scheduler(StudySettings())
            found = [outcome(LEARNERS[name], scheduler, seed, **otherwise) for seed in SEEDS]
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


def _typed_or(otherwise: Callable[[Memory | None], bool]) -> FormRule:
    """Ask with options where that must be, or is wanted."""

    def form(memory: Memory | None, available: frozenset[Form]) -> Form:
        return Form.CHOICE if otherwise(memory) or Form.TYPED not in available else Form.TYPED

    return form


FORMS: dict[str, FormRule] = {
    "never": _typed_or(lambda _: False),
    "until first known": form_for,
    "while learning": _typed_or(
        lambda memory: memory is None or (memory.learning and not memory.lapses)
    ),
    "while learning and after lapses": _typed_or(lambda memory: memory is None or memory.learning),
}


def fit_all() -> None:
    """Fit our parameters to half a year of each middling learner, of a seed that is not compared, and keep them."""
    from trainer.study.optimizing import fit

    fitted = {}
    for name in MIDDLING:
        learner = LEARNERS[name](Random("cards to fit"))
        course = Course(learner, Scheduler(StudySettings()), Random("luck to fit"))
        course.run()
        found = fit(course.history, StudySettings())
        print(
            f"{name}: {found.reviews} reviews, log loss {found.loss_before:.4f} → {found.loss:.4f}"
        )
        fitted[name] = found.parameters
    lines = (f"  {json.dumps(name)}: {json.dumps(values)}" for name, values in fitted.items())
    FITTED.write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    {"": compare_schedules, "rules": compare_rules, "forms": compare_forms, "fit": fit_all}[
        "".join(sys.argv[1:])
    ]()
