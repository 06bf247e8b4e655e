"""An audit in a few lines for people, and in full as plain data for programs."""

from __future__ import annotations

from dataclasses import asdict
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from trainer.chapters.record import Importance
from trainer.questions.audit.coverage import State
from trainer.text.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.questions.audit.auditing import Audit
    from trainer.questions.audit.coverage import Coverage
    from trainer.questions.audit.finding import Verdict
    from trainer.questions.audit.guessing import Guess

_WIDTH = 100
_BARS = "·▁▂▃▄▅▆▇█"


def as_lines(audit: Audit) -> Iterator[str]:
    """Yield the audit as a table of at most 25 lines; the findings themselves are not in it."""
    checks = [_check(each) for each in audit.verdicts]
    yield from _row("checks", "flaws / judged (not judged)")
    yield from _columns(checks, 4)
    if audit.choices:
        told = [_guess(each) for each in audit.guesses if each.tally is not None]
        untold = [each.strategy for each in audit.guesses if each.tally is None]
        if told:
            yield from _row("guessing", "score (of an unbiased bank)")
            yield from _columns(told, 2)
            if untold:
                yield from _row("", f"not judged: {', '.join(untold)}")
        else:
            yield from _row("guessing", "not judged: too few questions for any way of guessing")
        places = [
            f"{row.what} among {row.options}: {' '.join(map(str, row.counts))}"
            for row in audit.places
        ]
        yield from _row("places", "; ".join(places))
    yield from _row("coverage", _covered(audit.coverage))
    levels = ", ".join(f"{many} {level}" for level, many in audit.hardness.levels)
    yield from _row("difficulty", f"{levels}; from 0 to 1: {_sparks(audit.hardness.tenths)}")


def _row(head: str, text: str) -> Iterator[str]:
    yield from wrap(text, _WIDTH, initial_indent=f"  {head:12}", subsequent_indent=" " * 14)


def _columns(cells: list[str], most: int) -> Iterator[str]:
    """Yield the cells in columns, of which there are fewer where a cell is wide."""
    many = max(min(most, (_WIDTH - 4) // (max(map(len, cells), default=0) + 2)), 1)
    width = (_WIDTH - 4) // many
    for start in range(0, len(cells), many):
        yield "    " + "".join(f"{cell:{width}}" for cell in cells[start : start + many]).rstrip()


def _check(each: Verdict) -> str:
    said = f"{each.check} {len(each.flaws)}/{each.judged}"
    if each.not_judged:
        said += f" ({len({item.question for item in each.not_judged})})"
    if notes := len(each.findings) - len(each.flaws):
        said += f", {counted(notes, 'note')}"
    return said


def _guess(each: Guess) -> str:
    tally = each.tally
    assert tally is not None, "only what is judged has a score"
    mark = " " if tally.is_fair else "!"
    return f"{mark} {each.strategy:25}{tally.score:4.0%} ({tally.low:.0%} – {tally.high:.0%})"


def _covered(coverage: Coverage) -> str:
    rows = []
    for importance in Importance:
        aspects = coverage.count(
            importance, State.ASKED, State.FRONT_ONLY, State.WITHHELD, State.SILENT
        )
        if aspects:
            asked = coverage.count(importance, State.ASKED)
            front = coverage.count(importance, State.FRONT_ONLY)
            more = f", {front} by flash card only" if front else ""
            rows.append(f"{importance} {asked} of {aspects} aspects asked{more}")
    return "; ".join(rows) or "nothing to ask"


def _sparks(counts: tuple[int, ...]) -> str:
    most = max(counts, default=0) or 1
    # What is there at all shows.
    return "".join(_BARS[-(-count * (len(_BARS) - 1) // most)] for count in counts)


def as_data(audit: Audit) -> dict[str, Any]:
    """Return everything as plain data."""
    return {
        "choices": audit.choices,
        "not_choices": audit.not_choices,
        "flaws": [asdict(each) for each in audit.flaws],
        "checks": [asdict(each) for each in audit.verdicts],
        "guessing": [
            {
                "strategy": each.strategy,
                "reason": each.reason,
                **(
                    {**asdict(each.tally), "fair": each.tally.is_fair}
                    if each.tally is not None
                    else {}
                ),
            }
            for each in audit.guesses
        ],
        "places": [{**asdict(row), "even": row.is_even} for row in audit.places],
        "coverage": [asdict(each) for each in audit.coverage.aspects],
        "difficulty": {
            "levels": dict(audit.hardness.levels),
            "tenths": list(audit.hardness.tenths),
        },
    }
