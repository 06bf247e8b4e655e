"""Progress as text: sections of lines that fit into a window."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from trainer.cli.tables import LEAST_WIDTH, by_weeks, duration, percent, table, whole_date
from trainer.text.plurals import counted
from trainer.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from trainer.chapters.record import Chapter
    from trainer.cli.learned import Learning
    from trainer.study.confusions import Confusion
    from trainer.study.progress import Progress
    from trainer.study.statistics import Figures, Statistics

_WIDEST = 100  # longer lines are hard to follow
_MOST_ROWS = 12
_MOST_HARDEST = 5
_SINGLE_DAYS = 7
_WIDTH_FOR_BARS = 56
_BAR = "▆"
_FAR_OFF = 0.05  # so far apart what is remembered and what was expected is told
_ENOUGH_REVIEWS = 200  # from fewer a difference is chance
_OF_REVIEWS = ("reviews", "expected", "known")
_WORDS = {
    "deck": "By deck",
    "lesson": "By lesson",
    "kind": "By kind",
    "family": "By sort of question",
    "form": "By form",
    "mode": "By mode",
}

Confused = tuple[str, str, "Confusion"]


def lines(
    found: Progress,
    learning: Learning,
    confused: Sequence[Confused],
    *,
    width: int,
    bars: bool,
) -> Iterator[str]:
    """Yield all of it, sections parted by empty lines."""
    width = max(LEAST_WIDTH, min(width, _WIDEST))
    sections = (
        _overview(found, learning, width),
        _memory(found, learning.settings.desired_retention, width),
        *(
            _group(found.figures, dimension, learning.chapters, width)
            for dimension in ("deck", "lesson", "kind", "family", "form")
        ),
        _hardest(found, width),
        _confused(confused, width),
        _coming(found, width, bars=bars),
        _exam(learning, width),
    )
    first = True
    for section in sections:
        held = [*section]
        if held and not first:
            yield ""
        yield from held
        first = first and not held


def _overview(found: Progress, learning: Learning, width: int) -> Iterator[str]:
    figures, total = found.figures, found.figures.total
    since = f" since {whole_date(figures.since)}" if figures.since else ""
    if not total.answers:
        yield f"Nothing was answered{since}."
        return
    yield from _wrapped(
        f"{counted(total.answers, 'answer')} in {duration(total.seconds)}{since},"
        f" {percent(total.right, total.answers)} right.",
        width,
    )
    if figures.days:
        row = f", the last {figures.days_in_a_row} in a row" if figures.days_in_a_row > 1 else ""
        yield from _wrapped(f"You studied on {counted(len(figures.days), 'day')}{row}.", width)
    if found.begun:
        left = f" and {len(learning.unknown):,} not yet" if learning.path else ""
        yield from _wrapped(
            f"{counted(found.begun, 'card')} begun{left}. You likely know {found.known:,.0f} today.",
            width,
        )


def _memory(found: Progress, wanted: float, width: int) -> Iterator[str]:
    """What was remembered against what was expected to be."""
    total, calibration = found.figures.total, found.figures.calibration
    if calibration is None:
        return
    yield "WHEN A CARD CAME AGAIN"
    yield from _wrapped(
        f"You remembered {percent(total.remembered, total.reviews)} of"
        f" {counted(total.reviews, 'review')}; {percent(total.expected, total.reviews)} was expected,"
        f" {percent(wanted)} is what you want.",
        width,
    )
    rows = [
        (
            f"{100 * each.least:.0f}–{100 * each.most:.0f} %",
            f"{each.reviews:,}",
            percent(each.expected, each.reviews),
            percent(each.remembered, each.reviews),
        )
        for each in calibration.bins
    ]
    yield from table(("chance", "reviews", "expected", "known"), rows, width)
    yield from _wrapped(
        f"Off by {100 * calibration.rmse:.1f} points (log loss {calibration.log_loss:.3f}).", width
    )
    if calibration.rmse > _FAR_OFF and total.reviews >= _ENOUGH_REVIEWS:
        yield from _wrapped("trainer optimize fits the schedule to how you forget.", width)


def _group(
    figures: Statistics, dimension: str, chapters: Mapping[str, Chapter], width: int
) -> Iterator[str]:
    named = figures.by[dimension]
    if len(named) < 2:  # noqa: PLR2004 - one alone is the total
        return
    titles = _titles(chapters) if dimension == "lesson" else {}
    ranked = sorted(named.items(), key=lambda pair: -pair[1].answers)[:_MOST_ROWS]
    if titles:
        places = {name: at for at, name in enumerate(titles)}
        ranked.sort(key=lambda pair: places.get(pair[0], len(places)))
    yield _WORDS[dimension].upper()
    header = ("", "time", "answers", "right", *_OF_REVIEWS)
    kept = len(header) if figures.total.reviews else len(header) - len(_OF_REVIEWS)
    rows = [(titles.get(name, name), *_row(each))[:kept] for name, each in ranked]
    yield from table(header[:kept], rows, width)
    if left := len(named) - len(ranked):
        yield from _wrapped(f"… and {left} more: trainer stats --json", width)


def _row(each: Figures) -> Iterator[str]:
    yield duration(each.seconds)
    yield f"{each.answers:,}"
    yield percent(each.right, each.answers)
    yield f"{each.reviews:,}"
    yield percent(each.expected, each.reviews)
    yield percent(each.remembered, each.reviews)


def _titles(chapters: Mapping[str, Chapter]) -> dict[str, str]:
    """Return the titles of all lessons by their names, in the order in which they are learned."""
    return {
        f"{chapter.id}/{lesson.id}": lesson.title
        for chapter in chapters.values()
        for lesson in chapter.lessons
    }


def _hardest(found: Progress, width: int) -> Iterator[str]:
    if not found.hardest:
        return
    yield "FORGOTTEN MOST"
    for each in found.hardest[:_MOST_HARDEST]:
        yield from _wrapped(
            f"{each.forgotten} of {each.reviews} times: {one_line(each.prompt)}", width, hang=2
        )


def _confused(confused: Iterable[Confused], width: int) -> Iterator[str]:
    told = [each for each in confused if each[2].count > 1]
    if not told:
        return
    yield "TAKEN FOR ONE ANOTHER"
    for right, given, each in told:
        other = f", {each.other_way} of them the other way about" if each.other_way else ""
        yield f"{each.count} times{other}"
        yield from _wrapped(f"given: {one_line(given)}", width, indent=2, hang=4)
        yield from _wrapped(f"right: {one_line(right)}", width, indent=2, hang=4)


def _coming(found: Progress, width: int, *, bars: bool) -> Iterator[str]:
    if not found.begun:
        return
    yield "WHAT COMES"
    if found.overdue:
        done = (
            f"at your pace they are done on {whole_date(found.worked_off)}"
            if found.worked_off
            else "at your pace they take more than four weeks"
        )
        yield from _wrapped(
            f"{counted(found.overdue, 'card')} waited for you; {done}, the oldest and most"
            " important first.",
            width,
        )
    weeks = [*by_weeks([each.day for each in found.coming], _SINGLE_DAYS)]
    rows = [
        (
            name,
            f"{sum(found.coming[at].new for at in days):,}",
            f"{sum(found.coming[at].reviews for at in days):,}",
            duration(60 * sum(found.minutes[at] for at in days)),
        )
        for name, days in weeks
    ]
    told = [*table(("", "new", "reviews", "about"), rows, width)]
    if bars and width >= _WIDTH_FOR_BARS:
        a_day = [sum(found.minutes[at] for at in days) / len(days) for _, days in weeks]
        told = [told[0], *_with_bars(told[1:], a_day, width)]
    yield from told


def _exam(learning: Learning, width: int) -> Iterator[str]:
    exam = learning.settings.exam
    if exam is not None and exam.date > learning.today:
        yield from _wrapped(
            f"What {one_line(exam.deck)} takes by {whole_date(exam.date)}: trainer exam", width
        )


def _with_bars(rows: Sequence[str], lengths: Sequence[float], width: int) -> Iterator[str]:
    """Yield the rows with bars as long as `lengths` are to each other, in what is left of the width."""
    room, most = width - max(map(len, rows)) - 2, max(lengths) or 1.0
    for row, length in zip(rows, lengths, strict=True):
        yield f"{row}  {_BAR * round(room * length / most)}".rstrip()


def _wrapped(text: str, width: int, *, indent: int = 0, hang: int = 0) -> list[str]:
    first, others = " " * indent, " " * hang
    return wrap(text, width, initial_indent=first, subsequent_indent=others, break_on_hyphens=False)
