from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.anki.conftest import NOW, Anki, Log, shown
from tests.anki.invented import ANNA, ELECTION, FLOOD, FRONTS, chapter, deck, front
from trainer.anki import note_types, package
from trainer.anki.package import deck_number, guid, write_package
from trainer.errors import OutputError
from trainer.questions.question import Kind

if TYPE_CHECKING:
    from pathlib import Path

LATER = NOW + timedelta(days=30)
WHEN = FRONTS[0]


def test_anki_takes_a_note_for_each_fact_and_a_card_for_each_aspect(anki: Anki) -> None:
    written = anki.write(deck())
    assert anki.take() == Log(new=8, updated=0, duplicate=0, conflicting=0)
    assert (written.notes, written.cards) == (8, 10)
    assert (anki.collection.note_count(), anki.collection.card_count()) == (8, 10)


def test_a_second_import_adds_nothing(anki: Anki) -> None:
    anki.add(deck())
    assert anki.take() == Log(new=0, updated=0, duplicate=8, conflicting=0)
    assert (anki.collection.note_count(), anki.collection.card_count()) == (8, 10)


def test_each_sort_of_fact_has_its_note_type(anki: Anki) -> None:
    anki.add(deck())
    found = {card.note()["Id"]: card.note_type()["name"] for card in anki.cards()}
    assert found == {
        "village:flood": "Chapter Trainer – Date",
        "village:flood/anna": "Chapter Trainer – Person",
        "village:flood/bela": "Chapter Trainer – Person",
        "village:mill": "Chapter Trainer – Date",
        "village:election": "Chapter Trainer – Vote",
        "village:election/anna": "Chapter Trainer – Person",
        "village:motion": "Chapter Trainer – Vote",
        "village:pamphlet": "Chapter Trainer – Person",
    }


def test_every_front_asks_its_stem_and_every_back_repeats_it_before_the_answer(anki: Anki) -> None:
    anki.add(deck())
    sides = sorted((shown(card.question()), shown(card.answer())) for card in anki.cards())
    assert [question for question, _ in sides] == sorted(
        ["A Village", front.stem] for front in FRONTS
    )
    assert sorted(answer[:3] for _, answer in sides) == sorted(
        ["A Village", front.stem, front.answer] for front in FRONTS
    )


def test_a_back_tells_all_that_the_note_knows(anki: Anki) -> None:
    anki.add(deck())
    assert shown(anki.card("village:flood", "When").answer())[3:] == [
        "All about flood.",
        "Why it matters",
        "It moved the village uphill.",
        "Date",
        "3 April 1803 (Old Style), 15 April New Style",
        "On the record",
        "Printed 30.",
        "This is disputed: according to the parson, it was the 5th (Register, p. 3).",
        "Evidence",
        "¶ 12: “third of April”, “Weir”",
        "Whose word",
        "C. Brook, from printed sources",
        "High water",
    ]


def test_a_back_is_silent_about_what_the_note_lacks(anki: Anki) -> None:
    anki.add(deck())
    back = shown(anki.card("village:motion", "Outcome").answer())
    assert not {"Why it matters", "Date", "On the record", "My notes"} & set(back)


def test_the_learner_sees_their_own_notes_on_the_back(anki: Anki) -> None:
    anki.add(deck())
    card = anki.card("village:flood", "When")
    note = card.note()
    note["My notes"] = "Remember the bell."
    anki.collection.update_note(note)
    assert "Remember the bell." in shown(anki.card("village:flood", "When").answer())


def test_anki_finds_no_empty_card(anki: Anki) -> None:
    anki.add(deck())
    assert not anki.collection.get_empty_cards().notes


def test_new_cards_come_lesson_by_lesson_as_the_chapter_tells_it(anki: Anki) -> None:
    anki.add(deck())
    assert list(dict.fromkeys(card.note()["Id"] for card in anki.cards())) == [
        "village:mill",
        "village:flood",
        "village:flood/anna",
        "village:flood/bela",
        "village:motion",
        "village:election",
        "village:election/anna",
        "village:pamphlet",
    ]


def test_the_browser_sorts_by_title(anki: Anki) -> None:
    anki.add(deck())
    found = anki.collection.find_notes("", "n.sfld collate nocase")
    assert [anki.collection.get_note(note)["Title"] for note in found] == [
        "Anna Weir: The election of a reeve",
        "Anna Weir: The great flood",
        "Béla Marsh: The great flood",
        "On Water",
        "The building of the mill",
        "The election of a reeve",
        "The great flood",
        "The vote on the dyke",
    ]


def test_tags_have_one_root(anki: Anki) -> None:
    anki.add(deck())
    assert anki.collection.tags.all() == [
        "village::contested",
        "village::importance::core",
        "village::importance::secondary",
        "village::kind::date",
        "village::kind::person",
        "village::kind::vote",
        "village::lesson::before",
        "village::lesson::water",
    ]


def test_a_changed_wording_updates_the_note_in_place(anki: Anki) -> None:
    anki.add(deck())
    before = anki.card("village:flood", "When")
    changed = (replace(WHEN, stem="When did the river rise?", answer="In spring"), *FRONTS[1:])
    assert anki.add(deck(changed), now=LATER) == Log(0, 8, 0, 0)
    after = anki.card("village:flood", "When")
    assert (after.id, after.nid, after.note().guid) == (before.id, before.nid, before.note().guid)
    assert shown(after.answer())[1:3] == ["When did the river rise?", "In spring"]
    assert anki.collection.card_count() == 10


def test_a_new_aspect_becomes_a_card_of_the_known_note(anki: Anki) -> None:
    anki.add(deck(FRONTS[:1]))
    assert anki.add(deck(FRONTS[:2]), now=LATER) == Log(0, 1, 0, 0)
    assert [card.template()["name"] for card in anki.cards()] == ["When", "What"]


def test_a_deck_makes_cards_of_what_it_selects_and_empties_no_other_front(anki: Anki) -> None:
    anki.add(deck())
    part = deck(FRONTS[:1], chapter_fronts=FRONTS, name="part", title="A Part")
    assert anki.add(part, now=LATER) == Log(0, 1, 0, 0)
    assert shown(anki.card("village:flood", "What").question())[1] == FRONTS[1].stem
    assert not anki.collection.get_empty_cards().notes


def test_a_selection_has_no_card_that_the_deck_leaves_out(anki: Anki) -> None:
    anki.add(deck(FRONTS[:1], chapter_fronts=FRONTS))
    assert [card.template()["name"] for card in anki.cards()] == ["When"]


def test_a_note_is_the_same_in_every_deck(anki: Anki) -> None:
    anki.add(deck())
    whole = anki.card("village:election/anna", "Placed").note()
    placed = tuple(each for each in FRONTS if each.card.aspect == "placed")
    anki.add(deck(placed, chapter_fronts=FRONTS, name="placed"), now=LATER)
    part = anki.card("village:election/anna", "Placed").note()
    assert (part.fields, part.tags) == (whole.fields, whole.tags)


def test_a_renamed_fact_keeps_its_note(anki: Anki) -> None:
    anki.add(deck())
    renamed = replace(FLOOD, id="inundation", formerly=("flood",))
    fronts = tuple(
        front(renamed, each.card.aspect, each.card.kind, subject=each.card.subject)
        for each in FRONTS[:4]
    )
    log = anki.add(deck(fronts, of=chapter(events=(renamed,))), now=LATER)
    assert log == Log(new=0, updated=3, duplicate=0, conflicting=0)


def test_a_renamed_person_keeps_their_notes(anki: Anki) -> None:
    anki.add(deck())
    renamed = replace(ANNA, id="anna-weir", formerly=("anna",))
    who = front(FLOOD, "who", Kind.PERSON, subject="anna-weir")
    assert anki.add(deck((who,), of=chapter(persons=(renamed,))), now=LATER) == Log(0, 1, 0, 0)


def test_a_spare_slot_takes_a_new_aspect_without_a_conflict(
    anki: Anki, monkeypatch: pytest.MonkeyPatch
) -> None:
    anki.add(deck())
    slots = tuple(
        replace(slot, name="Smell", aspect="smell") if slot.name == "Spare 2" else slot
        for slot in note_types.DATE.slots
    )
    named = replace(note_types.DATE, slots=slots)
    monkeypatch.setattr(note_types, "DATE", named)
    monkeypatch.setattr(package, "NOTE_TYPES", (named, note_types.PERSON, note_types.VOTE))
    smell = front(FLOOD, "smell", Kind.IDEA)
    assert anki.add(deck((*FRONTS, smell)), now=LATER) == Log(0, 8, 0, 0)
    assert shown(anki.card("village:flood", "Smell").question())[1] == smell.stem
    assert anki.collection.card_count() == 11
    names = [each.name for each in anki.collection.models.all_names_and_ids()]
    assert len([name for name in names if name.startswith("Chapter Trainer")]) == 3


def test_a_note_keeps_its_guid_for_ever() -> None:
    assert guid("village:flood/anna") == "jCALpV8!3r"
    assert deck_number("village") == 2071285377


def test_the_same_deck_and_time_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.apkg", tmp_path / "other.apkg"
    write_package(deck(), one, now=NOW)
    write_package(deck(), other, now=NOW)
    assert one.read_bytes() == other.read_bytes()


def test_a_package_is_compressed_and_tells_nothing_of_the_machine(tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"
    write_package(deck(), path, now=NOW)
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        entries = archive.infolist()
        assert [entry.filename for entry in entries] == ["collection.anki2", "media"]
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert entries[0].compress_size * 3 < entries[0].file_size


def test_a_folder_that_is_not_there_is_told_and_nothing_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="there is no folder"):
        write_package(deck(), tmp_path / "missing" / "deck.apkg", now=NOW)
    assert list(tmp_path.iterdir()) == []


def test_a_deck_without_fronts_is_an_empty_package(anki: Anki) -> None:
    assert anki.add(deck(())) == Log(0, 0, 0, 0)


def test_the_description_says_whose_account_and_under_which_licence(anki: Anki) -> None:
    anki.add(deck(description="What *happened* <b>here</b>, [you](x) {{see}}\n1. first"))
    found = anki.collection.decks.by_name("A Village")
    assert found
    assert found["md"] is True
    assert shown(anki.collection.render_markdown(found["desc"]).replace("<p>", "<br>")) == [
        "What *happened* <b>here</b>, [you](x) {{see}} 1. first",
        "A Village: a chapter of Rivers by C. Brook.",
        "The author was there.",
        "The record of the chapter, version 1.0.0, is free to use and share: CC BY 4.0.",
        "To bring the deck up to date, import a newer package over it: what you have learned stays.",
    ]


def test_a_part_of_a_chapter_stands_below_it(anki: Anki) -> None:
    anki.add(deck(FRONTS[:1], name="part", title="First Steps"))
    (chapter,) = deck().chapters
    names = [each.name for each in anki.collection.decks.all_names_and_ids()]
    assert f"{chapter.title}::First Steps" in names


def test_a_title_makes_one_deck(anki: Anki) -> None:
    anki.add(deck(title="Water::Mills:: <b>all</b>"))
    names = {each.name for each in anki.collection.decks.all_names_and_ids()}
    assert names == {"Default", "Water:Mills: <b>all</b>"}


def test_the_style_serves_day_and_night_without_scripts(anki: Anki) -> None:
    anki.add(deck())
    html = anki.cards()[0].answer()
    assert ".nightMode" in html
    assert ".night_mode" in html
    assert "<script" not in html


def test_the_winner_of_an_election_is_asked_on_the_votes_own_note(anki: Anki) -> None:
    anki.add(deck())
    back = shown(anki.card("village:election", "Winner").answer())
    assert back[2] == f"The answer to village:{ELECTION.id}#winner"
    assert "C. Brook, from the minutes" in back
