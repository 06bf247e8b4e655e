"""Sentences with a gap: where they are made, and where not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.questions.builders import CORE, bank, deed, event, person, term, work
from tests.questions.strategies import of_any_chapter
from trainer.answers.directory import Directory
from trainer.answers.judging import judge_question
from trainer.answers.verdict import Right
from trainer.chapters.record import Basis, Chapter, Grain, Importance, Part
from trainer.questions.bank import CLOZE, build_bank
from trainer.questions.clozes import GAP, is_fair, missing_word
from trainer.questions.question import Bank, Form, Gap, Question

PEOPLE = (person("Ada Marsh"), person("Carl Reed"), person("Dora Finch"))
MEETING = event(
    "meeting",
    "the meeting on the dyke",
    "1871-04-12",
    importance=CORE,
    statement="Ada Marsh asked the millers for timber, and Carl Reed refused every plank.",
    people=(
        deed("ada-marsh", "asked the millers for timber"),
        deed("carl-reed", "refused every plank"),
    ),
)
SLOGAN = term(
    "slogan",
    "the slogan “No Timber for the Millers”",
    "a call to keep the wood for the dyke",
    importance=Importance.SECONDARY,
)
PAMPHLET = work(
    "pamphlet",
    "A Dyke for Everybody",
    "ada-marsh",
    medium="pamphlet",
    argument="all who live on the lane should pay",
)


def clozes(made: Bank) -> list[Question]:
    return [question for question in made.questions if question.form is Form.CLOZE]


def sentences(*facts: object) -> dict[str, str]:
    return {question.template: question.prompt for question in clozes(bank(*PEOPLE, *facts))}


def reasons(*facts: object) -> set[str]:
    return {each.reason for each in bank(*PEOPLE, *facts).withheld if each.template == CLOZE}


def test_a_day_is_left_out_of_its_story() -> None:
    (question,) = [q for q in clozes(bank(*PEOPLE, MEETING)) if q.template == "when"]
    assert question.id == "flood:meeting#when@when.cloze"
    assert question.prompt == (
        "On ____ (Old Style), Ada Marsh asked the millers for timber,"
        " and Carl Reed refused every plank."
    )
    assert question.answer.accepted[:2] == ("12 April 1871", "1871-04-12")


def test_a_name_is_left_out_where_it_stands_among_others() -> None:
    found = [q for q in clozes(bank(*PEOPLE, MEETING)) if q.template == "who-did"]
    assert [(q.prompt, q.answer.text) for q in found] == [
        (
            "In April 1871, ____ asked the millers for timber, and Carl Reed refused every plank.",
            "Ada Marsh",
        ),
        (
            "In April 1871, Ada Marsh asked the millers for timber, and ____ refused every plank.",
            "Carl Reed",
        ),
    ]


def test_a_telling_word_is_left_out_of_a_slogan_and_a_title() -> None:
    made = {q.template: q for q in clozes(bank(*PEOPLE, SLOGAN, PAMPHLET))}
    assert made["term"].prompt == (
        "The slogan “No Timber for the ____” was a call to keep the wood for the dyke."
    )
    assert made["term"].answer.sought == Gap(missing="Millers", whole="No Timber for the Millers")
    assert made["wrote"].prompt.endswith(
        "Ada Marsh wrote the pamphlet “A Dyke for ____”,"
        " which argued that all who live on the lane should pay."
    )
    assert made["wrote"].answer.accepted == ("Everybody", "A Dyke for Everybody")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"importance": Importance.TRIVIA}, "its day is not worth a sentence of its own"),
        ({"ask_grain": Grain.MONTH}, "its day is not worth a sentence of its own"),
        ({"statement": None}, "it is not told in one sentence"),
        ({"statement": "Two days after the flood Ada Marsh asked for wood."}, "it is not told in"),
        ({"statement": "On 12 April Ada Marsh asked the millers for wood."}, "it is not told in"),
        ({"statement": "Nobody knows who asked the millers for timber."}, "it is not told in"),
        ({"statement": "Ada Marsh met on the dyke."}, "its sentence tells no more than its title"),
        ({"statement": f"Ada Marsh left a {GAP} for the millers to fill in."}, "it is not told in"),
    ],
)
def test_a_day_is_not_left_out_of_a_story_that(changed: dict[str, object], reason: str) -> None:
    plain = replace(MEETING, people=(), **changed)  # type: ignore[arg-type]
    assert "when" not in sentences(plain)
    assert any(each.startswith(reason) for each in reasons(plain))


def test_two_events_told_alike_have_no_sentence() -> None:
    again = replace(MEETING, id="again", title="the second meeting")
    assert sentences(MEETING, again) == {}


@pytest.mark.parametrize(
    ("people", "statement"),
    [
        # Somebody who took part is not named.
        ((*MEETING.people, deed("dora-finch", "held the lamp")), MEETING.statement),
        # A pronoun tells whether a man or a woman is meant.
        (MEETING.people, "Ada Marsh asked the millers for timber on her knees from Carl Reed."),
        # The name is said twice.
        (MEETING.people, "Ada Marsh asked the millers for timber as Ada Marsh met Carl Reed."),
        # It stands alone, as in the question that asks for it.
        (MEETING.people[:1], "Ada Marsh asked the millers for timber."),
        # The sentence is about something else.
        (MEETING.people, "Ada Marsh and Carl Reed sat down together by the stove."),
    ],
)
def test_no_name_is_left_out_where(people: tuple[object, ...], statement: str) -> None:
    changed = replace(MEETING, people=people, statement=statement)  # type: ignore[arg-type]
    assert [q for q in clozes(bank(*PEOPLE, changed)) if q.answer.text == "Ada Marsh"] == []


def test_who_did_the_same_elsewhere_could_fill_the_gap() -> None:
    same = event(
        "same", "the fair", "1871-05", people=(deed("dora-finch", MEETING.people[0].deed),)
    )
    texts = [q.answer.text for q in clozes(bank(*PEOPLE, MEETING, same))]
    assert "Ada Marsh" not in texts
    assert "Carl Reed" in texts


def test_who_was_absent_need_not_be_named() -> None:
    absent = replace(MEETING, people=(*MEETING.people, deed("dora-finch", part=Part.ABSENT)))
    assert "who-did" in sentences(absent)


def test_what_is_told_on_somebodys_word_has_no_gap() -> None:
    seen = replace(MEETING, basis=Basis.EYEWITNESS)
    assert sentences(seen) == {}


@pytest.mark.parametrize(
    "other",
    [
        replace(SLOGAN, id="other", name="the slogan “No Timber for the Weavers”"),
        work("other", "No Timber for the Weavers", "carl-reed"),
    ],
)
def test_a_word_that_another_title_fills_otherwise_is_not_left_out(other: object) -> None:
    assert "term" not in sentences(SLOGAN, other)
    assert "another saying is the same but for the word" in reasons(SLOGAN, other)


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "timber"},
        {"name": "the “mill”"},
        {"gloss": "what the millers wanted"},
        {"gloss": "keep the wood for the dyke"},
    ],
)
def test_no_word_is_left_out_of(changed: dict[str, str]) -> None:
    assert "term" not in sentences(replace(SLOGAN, **changed))  # type: ignore[arg-type]


def test_a_title_of_which_no_more_is_told_has_no_gap() -> None:
    assert "wrote" not in sentences(replace(PAMPHLET, argument=None))
    assert "wrote" not in sentences(replace(PAMPHLET, argument="everybody should pay"))


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("A Dyke for Everybody", "Everybody"),
        ("Down with War!", "War"),
        ("What Not To Do", None),
        ("Three Crises", None),
        ("In So Far As", "Far"),
    ],
)
def test_the_last_telling_word_of_a_phrase_is_left_out(title: str, word: str | None) -> None:
    assert missing_word(title) == word


@pytest.mark.parametrize(
    ("sentence", "answer", "fair"),
    [
        (f"The slogan was “Bread for {GAP}”.", "Everybody", True),
        (f"The slogan was “Bread for a {GAP}”.", "Miller", False),
        (f"The slogan was “Bread for an {GAP}”.", "Alderman", False),
        (f"The millers read “Bread for the {GAP}”.", "Miller", False),
        (f"“{GAP} for {GAP}” was the slogan.", "Bread", False),
        ("There is no gap.", "Bread", False),
    ],
)
def test_a_gap_gives_nothing_away(sentence: str, answer: str, fair: bool) -> None:  # noqa: FBT001
    assert is_fair(sentence, answer) is fair


def test_clozes_are_no_flash_cards_and_change_none() -> None:
    made = bank(*PEOPLE, MEETING, SLOGAN, PAMPHLET)
    stems = {front.stem for front in made.fronts}
    assert stems.isdisjoint(question.prompt for question in clozes(made))


@of_any_chapter(fewer=2)
def test_every_cloze_of_any_chapter_has_one_gap_and_is_judged_right(record: Chapter) -> None:
    directory = Directory(record)
    for question in clozes(build_bank(record)):
        assert question.prompt.count(GAP) == 1
        assert question.options == ()
        for example in question.answer.accepted:
            assert isinstance(judge_question(question, example, directory), Right)
