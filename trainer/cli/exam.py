"""`trainer exam [DECK DATE]`: what it takes to know all of a deck by a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.errors import UsageError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from trainer.cli.learned import Learning
    from trainer.study.exam import Preparation

_SINGLE_DAYS = 7
_LEAST_TITLE = 12
_MOST_MINUTES = 240  # of a session


def exam(deck: str | None = None, day: str | None = None, /, *, json: bool = False) -> None:
    """Tell what it takes a day to know all of a deck on the day of an exam, and whether you have the time.

    Nothing is changed: `trainer settings exam DECK DATE` has sessions with the deck follow this plan.

    Parameters
    ----------
    deck
        The id or path of a deck or chapter; that of your settings if left out.
    day
        Of the exam, as 2027-06-01.
    json
        Print one JSON object instead of text.
    """
    from trainer.cli.learned import read_learning
    from trainer.study.exam import prepare

    deck, date = _meant(deck, day)
    learning = read_learning(deck)
    memories = [*learning.told.memories.values()]
    preparation = prepare(
        date,
        learning.today,
        len(learning.unknown),
        memories,
        learning.settings,
        seconds_an_answer=learning.told.seconds_an_answer,
    )
    if preparation is None:
        raise UsageError(f"{date} is not a day to come", mend="name a later one")
    if json:
        from json import dumps

        print(dumps(_as_data(preparation, learning, deck), ensure_ascii=False, indent=2))
    else:
        from shutil import get_terminal_size

        width = get_terminal_size().columns
        print("\n".join(_lines(preparation, learning, deck, width)))


def _meant(deck: str | None, day: str | None) -> tuple[str, dt.date]:
    """Return the deck and the day that were named, or those of the settings."""
    import os
    from datetime import date

    from trainer.content import find_places
    from trainer.study.paths import settings_file
    from trainer.study.settings import read_settings

    if deck is not None and day is not None:
        try:
            return deck, date.fromisoformat(day)
        except ValueError as error:
            raise UsageError(f"{day} is not a day", mend="write it as 2027-06-01") from error
    planned = read_settings(settings_file(find_places(os.environ))).exam
    if deck is None and planned is not None:
        return planned.deck, planned.date
    raise UsageError(
        "there is no exam in your settings" if deck is None else "the day of the exam is missing",
        mend="name a deck and a day: trainer exam october-week 2027-06-01",
    )


def _within(preparation: Preparation, learning: Learning) -> int:
    """Return how many of the unknown cards the learner's minutes a day suffice for."""
    from trainer.study.exam import most_in_time

    unknown, minutes = len(learning.unknown), learning.settings.minutes
    if preparation.minutes_a_day <= minutes:
        return unknown
    memories = [*learning.told.memories.values()]
    return most_in_time(preparation, unknown, memories, learning.settings, minutes)


def _known_without_more(preparation: Preparation, learning: Learning) -> float:
    from trainer.study.exam import known_without_more

    return known_without_more(learning.told.memories.values(), preparation.date, learning.settings)


def _as_data(preparation: Preparation, learning: Learning, deck: str) -> dict[str, Any]:
    new_cards = preparation.new_cards(learning.unknown)
    return {
        "format": 1,
        "deck": deck,
        "date": preparation.date.isoformat(),
        "days": preparation.days,
        "cards": {"begun": len(learning.told.memories), "to_begin": len(learning.unknown)},
        "known_without_more": round(_known_without_more(preparation, learning), 1),
        "new_a_day": preparation.new_a_day,
        "answers_a_day": preparation.answers_a_day,
        "minutes_a_day": preparation.minutes_a_day,
        "seconds_an_answer": round(preparation.seconds_an_answer, 1),
        "minutes_in_settings": learning.settings.minutes,
        "to_begin_within_minutes": _within(preparation, learning),
        "coming": [
            {
                "day": each.day.isoformat(),
                "new": [card.id for card in cards],
                "reviews": each.reviews,
                "minutes": preparation.minutes_of(each),
            }
            for each, cards in zip(preparation.coming, new_cards, strict=True)
        ],
    }


def _lines(preparation: Preparation, learning: Learning, deck: str, width: int) -> Iterator[str]:
    from textwrap import wrap

    from trainer.cli.tables import LEAST_WIDTH, whole_date
    from trainer.text.plurals import counted
    from trainer.text.printable import one_line

    width = max(LEAST_WIDTH, width)
    begun, unknown = len(learning.told.memories), len(learning.unknown)
    yield from wrap(
        f"All of {one_line(deck)} by {whole_date(preparation.date)}: {counted(preparation.days, 'day')},"
        f" {counted(unknown, 'card')} to begin, {begun:,} begun.",
        width,
    )
    if begun:
        known = _known_without_more(preparation, learning)
        yield from wrap(f"Without more study you would know about {known:,.0f} then.", width)
    yield ""
    fullest = max(preparation.coming, key=preparation.minutes_of)
    yield from wrap(
        f"That takes about {counted(preparation.minutes_a_day, 'minute')} a day:"
        f" {counted(preparation.new_a_day, 'new card')},"
        f" {counted(preparation.answers_a_day, 'answer')} of"
        f" {preparation.seconds_an_answer:.0f} seconds. The fullest day is"
        f" {whole_date(fullest.day)} with {counted(preparation.minutes_of(fullest), 'minute')}.",
        width,
    )
    yield from wrap(_verdict(preparation, learning), width)
    yield ""
    yield from _table(preparation, learning, width)


def _verdict(preparation: Preparation, learning: Learning) -> str:
    minutes, unknown = learning.settings.minutes, len(learning.unknown)
    if preparation.minutes_a_day <= minutes:
        return f"Your {minutes} minutes a day suffice."
    within, needed = _within(preparation, learning), preparation.minutes_a_day
    for_all = (
        f"trainer settings minutes {needed} for all of them"
        if needed <= _MOST_MINUTES
        else "for all of them the days are too few"
    )
    return (
        f"Your {minutes} minutes a day suffice for {within:,} of the {unknown:,} cards to begin, in the order of"
        f" the path; {for_all}."
    )


def _table(preparation: Preparation, learning: Learning, width: int) -> Iterator[str]:
    from trainer.cli.tables import by_weeks, duration, short, table
    from trainer.text.printable import one_line

    coming, new_cards = preparation.coming, preparation.new_cards(learning.unknown)
    rows = []
    titles = {
        (chapter.id, lesson.id): lesson.title
        for chapter in learning.chapters.values()
        for lesson in chapter.lessons
    }
    for name, days in by_weeks([each.day for each in coming], _SINGLE_DAYS):
        begun = [card for at in days for card in new_cards[at]]
        first = next((titles.get((card.chapter, card.lesson or "")) for card in begun), None)
        minutes = sum(preparation.minutes_of(coming[at]) for at in days)
        reviews = sum(coming[at].reviews for at in days)
        rows.append((name, f"{len(begun):,}", f"{reviews:,}", duration(60 * minutes), first or ""))
    told = [*table(("", "new", "reviews", "about"), [row[:4] for row in rows], width)]
    yield f"{told[0]}  begins with" if width - len(told[0]) - 2 >= _LEAST_TITLE else told[0]
    for line, row in zip(told[1:], rows, strict=True):
        room = width - len(line) - 2
        yield f"{line}  {short(one_line(row[4]), room)}".rstrip() if room >= _LEAST_TITLE else line
