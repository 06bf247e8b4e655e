from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.questions.builders import (
    CORE,
    SPRING,
    asked,
    bank,
    deed,
    event,
    one,
    option_ids,
    person,
    reasons,
    texts,
)
from trainer.chapters.record import Contest, Grain, Importance, Voice
from trainer.dates import Calendar
from trainer.questions.distractors import _feasible_ranks
from trainer.questions.question import OptionSource

if TYPE_CHECKING:
    from trainer.chapters.record import Event


def test_when_offers_real_dates_of_the_chapter_in_order() -> None:
    question = one(bank(*SPRING), "when", "event-4")
    assert question.key.text == "12 April 1871"
    assert len(question.options) == 4
    days = [SPRING_DAYS.get(text) for text in texts(question)]
    assert days == sorted(days, key=lambda day: (day is None, day))
    assert {o.source for o in question.options if not o.correct} == {OptionSource.OTHER_FACT}


SPRING_DAYS = {
    "3 February 1871": 1,
    "21 February 1871": 2,
    "9 March 1871": 3,
    "28 March 1871": 4,
    "12 April 1871": 5,
    "2 May 1871": 6,
    "24 May 1871": 7,
    "10 June 1871": 8,
}


def test_the_stem_of_a_day_names_the_calendar() -> None:
    assert "(Old Style)" in one(bank(*SPRING), "when", "event-4").prompt


def test_a_date_and_its_twin_never_stand_together() -> None:
    trap = event(
        "trap", "the wrong sort of water", "1871-04-24"
    )  # 12 April (Old Style) in the New Style
    for seed in range(60):
        question = one(bank(*SPRING, trap, seed=seed), "when", "event-4")
        assert not {"24 April 1871", "31 March 1871"} & set(texts(question))


def test_dates_two_days_apart_are_no_fair_options() -> None:
    trap = event("trap", "the wrong sort of water", "1871-04-14")
    for seed in range(40):
        assert "14 April 1871" not in texts(one(bank(*SPRING, trap, seed=seed), "when", "event-4"))


def test_the_rank_of_the_key_is_as_often_first_as_last() -> None:
    ranks = [0, 0, 0, 0]
    for seed in range(200):
        question = one(bank(*SPRING, seed=seed), "when", "event-4")
        ranks[texts(question).index("12 April 1871")] += 1
    assert min(ranks) > 30


def test_a_lonely_date_gets_computed_options_that_say_so() -> None:
    question = one(bank(event("alone", "the only flood", "1871-04-12")), "when")
    wrong = [option for option in question.options if not option.correct]
    assert len(wrong) == 3
    assert all(o.source is OptionSource.COMPUTED and "made up" in o.why for o in wrong)


@pytest.mark.parametrize(
    ("grain", "key"),
    [(Grain.MONTH, "April 1871"), (Grain.YEAR, "1871"), (Grain.DAY, "12 April 1871")],
)
def test_a_date_is_asked_at_the_grain_that_it_is_worth(grain: Grain, key: str) -> None:
    flood = event("flood", "the great flood", "1871-04-12", ask_grain=grain)
    assert one(bank(flood), "when").key.text == key


@pytest.mark.parametrize("grain", [Grain.PHASE, Grain.ORDER])
def test_a_date_worth_no_more_than_its_phase_is_not_asked(grain: Grain) -> None:
    made = bank(event("flood", "the great flood", "1871-04-12", ask_grain=grain))
    assert not asked(made, "when")
    assert "worth no more" in reasons(made, "when")[0]


@pytest.mark.parametrize(
    "edtf", ["1871-04-12~", "1871?", "187X", "../1871-04", "[1871-04-12,1871-04-13]"]
)
def test_a_loose_date_is_not_asked(edtf: str) -> None:
    assert not asked(bank(event("flood", "the great flood", edtf)), "when")


def test_an_interval_is_asked_as_an_interval() -> None:
    question = one(bank(event("fair", "the spring fair", "1871-04-12/1871-04-20")), "when")
    assert question.key.text == "12–20 April 1871"
    assert all("–" in text for text in texts(question))


@pytest.mark.parametrize("title", ["the flood of 12 April", "the flood of the 12th"])
def test_a_title_that_names_its_day_is_not_asked(title: str) -> None:
    made = bank(event("flood", title, "1871-04-12"))
    assert reasons(made, "when") == ["its title gives the date away"]


def test_a_month_in_the_title_keeps_the_options_in_that_month() -> None:
    made = bank(*SPRING, event("flood", "the May procession", "1871-05-15"))
    assert all("May" in text for text in texts(one(made, "when", "flood")))


def test_two_events_of_one_title_have_no_front() -> None:
    made = bank(
        event("one", "the great flood", "1871-04-12"), event("two", "the great flood", "1871-06-12")
    )
    assert not [front for front in made.fronts if front.card.aspect == "when"]


def test_what_never_offers_two_events_of_one_day() -> None:
    twin = event("twin", "the other rising of the water", "1871-04-12")
    for seed in range(40):
        made = bank(*SPRING, twin, seed=seed)
        assert "twin" not in option_ids(one(made, "what", "event-4"))


def test_what_never_offers_an_event_that_may_have_been_that_day() -> None:
    month = event("month", "the other rising of the water", "1871-04", ask_grain=Grain.DAY)
    for seed in range(40):
        assert "month" not in option_ids(one(bank(*SPRING, month, seed=seed), "what", "event-4"))


def test_two_events_on_one_day_have_no_front_by_date() -> None:
    made = bank(*SPRING, event("twin", "the other rising of the water", "1871-04-12"))
    told = {front.card.fact for front in made.fronts if front.card.aspect == "what"}
    assert told == {fact.id for fact in SPRING} - {"event-4"}
    assert any("same day" in reason for reason in reasons(made, "front", "twin"))


def test_what_balances_the_length_of_its_options() -> None:
    long = event("long", "the " + "very " * 30 + "long rising of the water", "1871-06-20")
    made = bank(*SPRING, long)
    assert not asked(made, "what", "long")
    for question in asked(made, "what"):
        mean = sum(map(len, texts(question))) / len(question.options)
        assert 1 / 1.3 <= len(question.key.text) / mean <= 1.3


def test_calendar_computes_the_twin_of_a_core_day() -> None:
    flood = event("flood", "the great flood", "1871-04-12", importance=CORE)
    question = one(bank(flood), "calendar")
    assert question.key.text in {"24 April 1871", "12 April 1871"}
    given = ({"24 April 1871", "12 April 1871"} - {question.key.text}).pop()
    assert given in question.prompt
    assert len(question.options) == 4


def test_calendar_counts_thirteen_days_in_the_twentieth_century() -> None:
    made = bank(
        *(
            event(f"e{n}", f"the flood of {w}", "1917-10-25", importance=CORE)
            for n, w in enumerate("abcdef")
        )
    )
    assert {q.key.text for q in asked(made, "calendar")} == {"7 November 1917", "25 October 1917"}


def test_calendar_is_not_asked_of_everything() -> None:
    assert not asked(bank(*SPRING), "calendar")


def test_calendar_goes_both_ways_for_gregorian_dates() -> None:
    flood = event(
        "flood", "the great flood", "1871-04-24", calendar=Calendar.GREGORIAN, importance=CORE
    )
    assert one(bank(flood), "calendar").key.text in {"24 April 1871", "12 April 1871"}


def test_first_asks_for_the_earliest_of_its_options() -> None:
    made = bank(*(replace(fact, importance=CORE) for fact in SPRING))
    questions = asked(made, "first")
    assert 3 <= len(questions) <= len(SPRING)
    for question in questions:
        assert question.card is None
        assert question.cards == tuple(sorted(question.cards))
        assert question.key.id == min(
            option_ids(question)
        )  # the ids of SPRING are in order of time
        assert question.id == f"{'+'.join(question.cards)}@first.choice"


def test_first_leaves_out_what_cannot_be_compared() -> None:
    spring = [replace(fact, importance=CORE) for fact in SPRING]
    vague = event("vague", "the vague rising of the water", "1871", importance=CORE)
    for seed in range(20):
        for question in asked(bank(*spring, vague, seed=seed), "first"):
            assert "vague" not in option_ids(question)


def _in_months(*months: int) -> list[Event]:
    """Events of one lesson on different days, the first of them core, a letter for a month."""
    return [
        event(
            f"event-{number}",
            f"the {word} rising of the water",
            f"1871-{month:02}-{10 + number}",
            importance=Importance.SECONDARY if number else CORE,
        )
        for number, (word, month) in enumerate(zip("abcdef", months, strict=False))
    ]


def test_first_does_not_set_one_month_against_another() -> None:
    assert not asked(bank(*_in_months(6, 7, 7, 7)), "first")
    assert len(asked(bank(*_in_months(7, 7, 7, 7)), "first")) == 1
    (question,) = asked(bank(*_in_months(6, 7, 7, 7, 8)), "first")
    assert "event-4" in option_ids(question)


def test_what_does_not_set_one_month_against_another() -> None:
    assert not asked(bank(*_in_months(6, 7, 7, 7)), "what", "event-0")
    for seed in range(20):
        question = one(bank(*_in_months(6, 7, 7, 7, 7, 8), seed=seed), "what", "event-0")
        assert "event-5" in option_ids(question)


def test_first_tells_together_what_has_one_date() -> None:
    days = _in_months(6, 6, 7)
    same = event("same", "the same rising of the water", "1871-07-12")
    days = [replace(fact, importance=CORE) for fact in (*days, same)]
    question = asked(bank(*days), "first")[0]
    assert "the c rising of the water" in question.explanation
    assert question.explanation.count("12 July 1871") == 1


def test_who_tells_of_an_event_is_no_clue_to_it() -> None:
    told = [
        replace(fact, voice=Voice.REPORTED, asserted_by="ada-bell") if n == 2 else fact
        for n, fact in enumerate(SPRING)
    ]
    made = bank(person("Ada Bell"), *told)
    what = one(made, "what", told[2].id)
    assert what.prompt.startswith("By a later account, ")
    assert "It is Ada Bell who tells this." in what.explanation
    assert one(made, "when", told[2].id).prompt.startswith("According to Ada Bell, ")


def test_first_leaves_out_titles_that_name_their_month() -> None:
    named = event("named", "the May rising of the water", "1871-05-20", importance=CORE)
    spring = [replace(fact, importance=CORE) for fact in SPRING]
    found = asked(bank(*spring, named), "first")
    assert found
    assert all("named" not in option_ids(question) for question in found)


def test_the_set_of_first_does_not_depend_on_the_seed() -> None:
    spring = [replace(fact, importance=CORE) for fact in SPRING]
    sets = [{q.id for q in asked(bank(*spring, seed=seed), "first")} for seed in range(5)]
    assert all(found == sets[0] for found in sets)


def test_a_contested_date_is_asked_as_the_authors() -> None:
    contest = Contest(by="The parish register", says="it was in May", reference="p. 7")
    question = one(
        bank(event("flood", "the great flood", "1871-04-12", contested=(contest,))), "when"
    )
    assert question.prompt.startswith("By the author's account, ")
    assert "parish register" in question.explanation


def test_a_denied_event_is_neither_asked_nor_offered() -> None:
    made = bank(
        *SPRING, event("lie", "the false rising of the water", "1871-04-01", voice=Voice.DENIED)
    )
    assert "deny" in reasons(made, "when", "lie")[0]
    assert all("lie" not in q.facts for q in made.questions)


def test_what_of_a_month_offers_nothing_else_of_that_month() -> None:
    asked_month = event("asked", "the mending of the old dyke", "1871-04-02", ask_grain=Grain.MONTH)
    others = [
        event(
            f"other-{day}",
            f"the {word} of the sluice",
            f"1871-{month:02}-{day:02}",
            ask_grain=Grain.MONTH,
        )
        for day, (word, month) in enumerate(
            [
                ("breaking", 2),
                ("painting", 3),
                ("opening up", 4),
                ("closing up", 4),
                ("mending", 5),
                ("sale", 6),
            ],
            20,
        )
    ]
    for seed in range(20):
        question = one(bank(asked_month, *others, seed=seed), "what", "asked")
        assert not {"other-22", "other-23"} & option_ids(question)


@pytest.mark.parametrize(
    ("below", "above", "expected"),
    [
        (9, 9, [0, 1, 2, 3]),
        (0, 9, [0, 1]),
        (1, 9, [0, 0, 1, 2]),
        (9, 1, [1, 2, 3, 3]),
        (9, 0, [2, 3]),
        (1, 1, [1, 2]),
    ],
)
def test_the_key_stands_at_an_end_as_often_as_in_the_middle(
    below: int, above: int, expected: list[int]
) -> None:
    assert sorted(_feasible_ranks([-1] * below + [1] * above)) == expected


def test_dates_of_another_age_are_offered_to_nobody() -> None:
    years = {"-0043": "the ford", "0000": "the bridge", "1291": "the charter"} | {
        str(year): f"the mill of the {year}th sort" for year in (1826, 1831, 1833, 1834, 1840, 1843)
    }
    told = [
        event(f"e{place}", title, edtf, calendar=Calendar.GREGORIAN, ask_grain=Grain.YEAR)
        for place, (edtf, title) in enumerate(years.items())
    ]
    for seed in range(10):
        for question in asked(bank(*told, seed=seed), "when"):
            if question.key.text.startswith("18"):
                assert all(text.startswith("18") for text in texts(question))


YEARS = tuple(
    event(f"year-{n}", f"the {n}th harvest", str(n), ask_grain=Grain.YEAR)
    for n in range(1792, 1892, 9)
)


@pytest.mark.parametrize(
    ("edtf", "grain", "asked_as", "answer"),
    [
        ("1840~", Grain.YEAR, "About which year", "about 1840"),
        ("184X", Grain.YEAR, "In which decade", "the 1840s"),
        ("1843/1845", Grain.YEAR, "In which years", "1843–1845"),
        ("1843-12-18/1844-02-09", Grain.MONTH, "In which months", "December 1843 – February 1844"),
    ],
)
def test_what_is_dated_loosely_is_asked_as_loosely(
    edtf: str, grain: Grain, asked_as: str, answer: str
) -> None:
    loose = event("loose", "the silting of the harbour", edtf, ask_grain=grain)
    for seed in range(5):
        made = bank(*YEARS, loose, seed=seed)
        question = one(made, "about-when", "loose")
        assert question.prompt == f"{asked_as} does the chapter place the silting of the harbour?"
        assert question.key.text == answer
        assert len(question.options) == 4
        assert not asked(made, "when", "loose")


@pytest.mark.parametrize(
    ("edtf", "grain"),
    [("1843", Grain.YEAR), ("1840?", Grain.YEAR), ("184X", Grain.PHASE), ("1840/..", Grain.YEAR)],
)
def test_what_is_dated_exactly_or_not_at_all_is_not_asked_loosely(edtf: str, grain: Grain) -> None:
    loose = event("loose", "the silting of the harbour", edtf, ask_grain=grain)
    assert not asked(bank(*YEARS, loose), "about-when")


def test_what_went_on_over_the_end_of_a_year_is_of_one_month_or_the_other() -> None:
    strike = event(
        "strike",
        "the strike",
        "1847-12-27/1848-01-06",
        people=(deed("ada-bell", "spoke for the millers"),),
    )
    question = one(bank(strike), "who-did")
    assert question.prompt.startswith("In December 1847 or January 1848, ")
