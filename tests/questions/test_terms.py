from __future__ import annotations

from dataclasses import replace

from tests.questions.builders import asked, bank, one, option_ids, reasons, term
from trainer.chapters.record import Importance, Name
from trainer.questions.question import Kind

PLACES = tuple(
    term(ident, ident.capitalize(), gloss, classification="place")
    for ident, gloss in [
        ("wharf", "the landing where barges were unloaded in summer"),
        ("chantry", "an old chapel that served as a granary"),
        ("heath", "the common pasture north of the brook"),
        ("toll", "the house at which carters paid for passage"),
        ("quarry", "a pit out of which limestone was cut"),
        ("smithy", "the workshop at the crossing under the elms"),
    ]
)
SAYINGS = tuple(
    term(f"saying-{n}", f"the saying “{words}”", gloss, classification="saying")
    for n, (words, gloss) in enumerate(
        [
            ("dry boots", "a mocking word for whoever stayed at home"),
            ("all hands", "the call by which everybody was summoned"),
        ]
    )
)


def test_a_term_is_asked_from_either_side_among_terms_of_its_sort() -> None:
    made = bank(*PLACES, *SAYINGS)
    by_gloss, by_name = one(made, "term", "heath"), one(made, "gloss", "heath")
    assert "“the common pasture north of the brook”" in by_gloss.prompt
    assert by_gloss.key.text == "Heath"
    assert by_name.prompt in {
        "What does the chapter mean by “Heath”?",
        "In the chapter, what does “Heath” stand for?",
    }
    assert by_name.key.text == "The common pasture north of the brook"
    assert option_ids(by_gloss) | option_ids(by_name) <= {place.id for place in PLACES}
    assert by_gloss.kind is by_name.kind is Kind.IDEA
    assert by_gloss.card == by_name.card == "flood:heath#term"
    assert all(option.why.endswith(".") for option in (*by_gloss.options, *by_name.options))


def test_one_word_that_two_glosses_share_makes_them_no_less_different() -> None:
    calls = term("calls", "calls", "payments that shareholders owe on their shares")
    dividend = term("dividend", "dividend", "the share of the profit paid to each shareholder")
    assert not reasons(bank(calls, dividend, *PLACES), "front", "dividend")
    twin = term("twin", "bonus", "the share of a good profit that each of them got")
    assert reasons(bank(twin, dividend, *PLACES), "front", "dividend") == [
        "front not unique: twin means much the same"
    ]


def test_a_sort_too_small_to_choose_from_makes_no_choice() -> None:
    made = bank(*PLACES, *SAYINGS)
    for template in ("term", "gloss"):
        assert reasons(made, template, "saying-0") == ["only 1 good wrong answer"]


def test_a_term_that_brings_its_own_quotation_marks_gets_no_others() -> None:
    more = (
        term(
            "saying-2",
            "the saying “cold bread”",
            "a supper without any company",
            classification="saying",
        ),
    )
    prompt = one(bank(*PLACES, *SAYINGS, *more), "gloss", "saying-1").prompt
    assert "the saying “all hands”" in prompt
    assert "““" not in prompt


def test_terms_that_may_mean_the_same_never_stand_side_by_side() -> None:
    twins = (
        term("staithe", "Staithe", "a landing for unloading barges", classification="place"),
        term("upper-heath", "Upper heath", "ground above the mill", classification="place"),
        term("mole", "Mole", "what the people of the wharf walked on", classification="place"),
    )
    made = bank(*PLACES, *twins)
    for template in ("term", "gloss"):
        assert not {"staithe", "mole"} & option_ids(one(made, template, "wharf"))
        assert "upper-heath" not in option_ids(one(made, template, "heath"))


def test_a_gloss_that_fits_another_term_makes_no_front() -> None:
    twin = term(
        "staithe", "Staithe", "the landing where barges were loaded", classification="place"
    )
    made = bank(*PLACES, twin)
    assert reasons(made, "front", "wharf") == ["front not unique: staithe means much the same"]
    assert {front.card.fact for front in made.fronts} == {p.id for p in PLACES} - {"wharf"}


def test_two_of_one_name_make_no_front() -> None:
    namesake = term("wharf-street", "Wharf", "the street by the river", classification="place")
    made = bank(*PLACES, namesake)
    assert reasons(made, "front", "wharf") == ["front not unique: something else goes by this name"]


def test_a_gloss_that_says_the_word_is_refused() -> None:
    plain = term("weir", "Weir", "the weir above the mill", classification="place")
    made = bank(*PLACES, plain)
    assert reasons(made, "term", "weir") == ["the gloss says the word"]
    assert reasons(made, "gloss", "weir") == ["the gloss says the word"]


def test_a_trifle_is_offered_but_not_asked() -> None:
    trifle = replace(PLACES[0], importance=Importance.TRIVIA)
    made = bank(trifle, *PLACES[1:])
    assert not asked(made, "term", "wharf")
    assert any("wharf" in option_ids(question) for question in made.questions)


def test_the_explanation_repeats_the_gloss_with_what_is_noted() -> None:
    noted = replace(
        PLACES[2],
        note="The council sold it.",
        significance="It fed the poor.",
        other_names=(Name(name="common"),),
    )
    assert one(bank(noted, *PLACES[:2], *PLACES[3:]), "term", "heath").explanation == (
        "“Heath”: the common pasture north of the brook. The council sold it. It fed the poor."
    )
