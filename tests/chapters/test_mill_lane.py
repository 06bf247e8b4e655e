"""The invented chapter has every form of the record: what it lacks, no other test can show."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from tests.fixtures import MILL_LANE
from trainer.chapters import record
from trainer.chapters.authored import AuthoredChapter, models_within
from trainer.chapters.models import (
    base,
    chapter,
    events,
    lessons,
    omitted,
    organizations,
    persons,
    statements,
    terms,
    votes,
    works,
)
from trainer.chapters.reading import read_chapter
from trainer.dates import Precision, precision

if TYPE_CHECKING:
    from pydantic import BaseModel

    from trainer.chapters.record import Chapter

_MODULES = (
    base,
    chapter,
    events,
    lessons,
    omitted,
    organizations,
    persons,
    statements,
    terms,
    votes,
    works,
)

# Those that only lend their fields to others.
_ABSTRACT = {"Model", "Shorthand", "Remarked", "Entry", "BallotEntry"}

_MODELS = {
    name: model
    for module in _MODULES
    for name, model in vars(module).items()
    if isinstance(model, type) and issubclass(model, base.Model) and name not in _ABSTRACT
}

_KEYS = [(name, key) for name, model in sorted(_MODELS.items()) for key in model.model_fields]


@cache
def _authored() -> AuthoredChapter:
    authored = read_chapter(MILL_LANE).chapter
    assert authored is not None
    return authored


@cache
def _written() -> frozenset[tuple[str, str]]:
    """Every key that the chapter's authors wrote, by the name of its model."""
    authored = _authored()
    entries: list[BaseModel] = [
        authored.chapter.entry,
        *(fact.entry for fact in authored.facts()),
        *(lesson.entry for lesson in authored.lessons),
        *(omission.entry for omission in authored.omitted),
    ]
    return frozenset(
        (type(model).__name__, key)
        for entry in entries
        for _, model in models_within(entry)
        for key in model.model_fields_set
    )


@pytest.mark.parametrize(("model", "key"), _KEYS, ids=[".".join(key) for key in _KEYS])
def test_every_key_of_every_model_is_written_somewhere(model: str, key: str) -> None:
    common = {*base.Entry.model_fields, *votes.BallotEntry.model_fields}
    if (model, key) not in _written():
        # What all facts may say has to be said by one of them only.
        assert key in common
        assert any(other == key for _, other in _written())


def _words(value: Any) -> set[StrEnum]:
    if isinstance(value, StrEnum):
        return {value}
    if isinstance(value, tuple):
        return {word for item in value for word in _words(item)}
    if is_dataclass(value):
        return {word for field in fields(value) for word in _words(getattr(value, field.name))}
    return set()


@pytest.mark.parametrize(
    "sort",
    [
        record.Voice,
        record.Basis,
        record.Status,
        record.Importance,
        record.Grain,
        record.Part,
        record.LinkType,
        record.VoteType,
        record.Outcome,
    ],
)
def test_every_word_of_every_list_is_used(sort: type[StrEnum], mill_lane: Chapter) -> None:
    used = {word for word in _words(mill_lane) if isinstance(word, sort)}
    assert used == set(sort)


def test_every_stand_occurs(mill_lane: Chapter) -> None:
    sides = {side.stand for vote in mill_lane.votes for side in vote.sides}
    assert sides == set(record.Stand) - {record.Stand.PRESENT}
    tallies = [vote.counts.known() for vote in mill_lane.votes if vote.counts]
    assert {stand for tally in tallies for stand, _ in tally} == set(record.Stand)


def test_every_precision_of_dates_occurs(mill_lane: Chapter) -> None:
    found = {precision(event.when.date) for event in mill_lane.events if event.when}
    assert found == set(Precision)


def test_dates_in_both_calendars_and_before_our_era_occur(mill_lane: Chapter) -> None:
    dates = {event.id: event.when.date for event in mill_lane.events if event.when}
    assert dates["roman-ford"].edtf == "-0043"
    assert dates["survey-of-the-lane"].end_calendar is not None
