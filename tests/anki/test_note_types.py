from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.anki.invented import ANNA, ELECTION, FLOOD, MOTION, PAMPHLET
from trainer.anki.note_types import DATE, NOTE_TYPES, PERSON, VOTE, NoteType, note_type_of
from trainer.questions.cards import cards_of
from trainer.questions.families.catalogue import FAMILIES

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter, Fact

PUBLISHED = json.loads(Path(__file__).with_name("published_ids.json").read_text("utf-8"))


@pytest.mark.parametrize("note_type", NOTE_TYPES, ids=lambda note_type: note_type.name)
def test_published_ids_stay_what_and_where_they_are(note_type: NoteType) -> None:
    published = PUBLISHED[str(note_type.id)]
    assert [slot.template_id for slot in note_type.slots] == published["templates"]
    assert [field.id for field in note_type.fields] == published["fields"]


def test_there_are_three_note_types() -> None:
    assert [str(note_type.id) for note_type in NOTE_TYPES] == list(PUBLISHED)


@pytest.mark.parametrize("note_type", NOTE_TYPES, ids=lambda note_type: note_type.name)
def test_no_name_or_id_is_used_twice(note_type: NoteType) -> None:
    for values in (
        [field.id for field in note_type.fields],
        [field.name for field in note_type.fields],
        [slot.template_id for slot in note_type.slots],
        [slot.aspect for slot in note_type.slots if slot.aspect],
    ):
        assert max(Counter(values).values()) == 1


@pytest.mark.parametrize("note_type", NOTE_TYPES, ids=lambda note_type: note_type.name)
def test_there_is_room_for_what_is_to_come(note_type: NoteType) -> None:
    assert {"My notes", "Extra 1", "Extra 2", "Extra 3"} <= {f.name for f in note_type.fields}
    assert any(slot.aspect is None for slot in note_type.slots)


def test_the_first_field_is_the_id() -> None:
    assert {note_type.fields[0].name for note_type in NOTE_TYPES} == {"Id"}


# An aspect that is asked in none but choices makes no note.
RECALLED = {family.aspect for family in FAMILIES if family.gives_front}


def test_every_aspect_that_a_card_can_have_has_its_slot(mill_lane: Chapter) -> None:
    slots = {
        (card.aspect, note_type_of(fact, card.subject).ordinal(card.aspect))
        for card, fact in cards_of(mill_lane)
        if card.aspect in RECALLED
    }
    assert len(slots) == len(dict(slots)), "the same one whatever the card is about"
    assert dict(slots).keys() == RECALLED, "the chapter has them all"


def test_no_slot_is_set_aside_for_what_nobody_asks() -> None:
    kept = {slot.aspect for note_type in NOTE_TYPES for slot in note_type.slots}
    assert kept - {None} == RECALLED


def test_an_aspect_without_a_slot_is_told() -> None:
    with pytest.raises(
        LookupError, match="Chapter Trainer – Date has no slot for the aspect smell"
    ):
        DATE.ordinal("smell")


@pytest.mark.parametrize(
    ("fact", "subject", "expected"),
    [
        (FLOOD, None, DATE),
        (FLOOD, "anna", PERSON),
        (MOTION, None, VOTE),
        (ELECTION, "anna", PERSON),
        (PAMPHLET, None, PERSON),
        (ANNA, "reeve", PERSON),
    ],
)
def test_a_note_type_follows_from_the_fact_and_its_subject(
    fact: Fact, subject: str | None, expected: NoteType
) -> None:
    assert note_type_of(fact, subject) is expected
