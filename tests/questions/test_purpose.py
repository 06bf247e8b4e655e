from __future__ import annotations

from dataclasses import replace

from tests.questions.builders import asked, bank, body, dating, one, option_ids, reasons
from trainer.questions.question import Demand, Kind

DAM, FAIR, WATCH, ALMS = (
    body(
        ident,
        name,
        gloss=gloss,
        classification="committee",
        founded=dating(f"1871-04-{day:02}"),
    )
    for ident, name, gloss, day in (
        ("dam", "Board of Nine", "those who were to see to the water after the breach", 3),
        ("fair", "Summer Commission", "the traders who chose a new place for the market", 9),
        ("watch", "Upper Guard", "armed men who went about the streets after dark", 12),
        ("alms", "Sisters' Union", "women who gave out bread to whoever had lost a roof", 20),
    )
)


def test_a_body_is_told_from_others_founded_at_about_its_time() -> None:
    old = replace(WATCH, id="old", name="Elders", founded=dating("1850-01-01"))
    made = bank(DAM, FAIR, WATCH, ALMS, old)
    question = one(made, "purpose", "dam")
    assert question.prompt == "What was the Board of Nine?"
    assert question.key.text == "Those who were to see to the water after the breach"
    assert (question.kind, question.demand) == (Kind.IDEA, Demand.EXPLAIN)
    assert option_ids(question) == {"dam", "fair", "watch", "alms"}
    assert {o.why for o in question.options} > {"That was the Summer Commission."}


def test_a_body_that_was_there_before_the_story_has_no_such_card() -> None:
    made = bank(*(replace(each, founded=None) for each in (DAM, FAIR, WATCH, ALMS)))
    assert not asked(made, "purpose")
    assert not [card for card in made.cards if card.aspect == "purpose"]


def test_what_is_not_told_or_told_by_the_name_is_refused() -> None:
    others = (FAIR, WATCH, ALMS)
    untold, named = replace(DAM, gloss=None), replace(DAM, name="Water Board")
    assert reasons(bank(untold, *others), "purpose", "dam") == [
        "the record does not say what it was"
    ]
    assert reasons(bank(named, *others), "purpose", "dam") == ["its name says what it was"]


def test_neither_a_part_nor_a_body_told_in_like_words_is_a_distractor() -> None:
    part = replace(FAIR, parent="dam")
    twin = replace(WATCH, gloss="those who were to see to the water when the breach came")
    made = bank(DAM, part, twin, ALMS)
    assert reasons(made, "purpose", "dam") == ["only 1 good wrong answer"]
