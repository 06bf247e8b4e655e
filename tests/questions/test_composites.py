"""Questions on several events at once: what lies between, how long it was, the same day, the order."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.questions.builders import (
    CORE,
    LESSON,
    SPRING,
    asked,
    bank,
    chapter,
    event,
    one,
    option_ids,
    orders,
    reasons,
    texts,
)
from trainer.chapters.record import (
    Basis,
    Contest,
    Dating,
    Derivation,
    Event,
    Grain,
    Importance,
    Lesson,
    Link,
    LinkType,
    Voice,
)
from trainer.dates import Calendar, make_date
from trainer.questions.question import Form, OptionSource
from trainer.questions.showing import as_json_line, as_text

ENDS = {"event-2", "event-5"}
SPRING_WITH_ENDS = tuple(
    replace(fact, importance=CORE, significance=f"It broke {fact.id}.") if fact.id in ENDS else fact
    for fact in SPRING
)


def because(name: str) -> tuple[Link, ...]:
    return (Link(type=LinkType.BECAUSE, to=name),)


def after(name: str, edtf: str, **span: int) -> Dating:
    date = make_date(edtf, Calendar.JULIAN)
    return Dating(date=date, derived=Derivation(from_fact=name, **span))


# between


def test_between_asks_for_the_one_event_that_lies_between_two_core_events() -> None:
    question = one(bank(*SPRING_WITH_ENDS), "between")
    assert question.key.id in {"event-3", "event-4"}
    assert len(question.options) == 4
    assert not option_ids(question) & {"event-2", "event-3", "event-4", "event-5"} - {
        question.key.id
    }
    assert {f"flood:{name}#when" for name in (*ENDS, question.key.id)} == set(question.cards)


def test_between_has_distractors_on_both_sides() -> None:
    for seed in range(30):
        days = option_ids(one(bank(*SPRING_WITH_ENDS, seed=seed), "between"))
        assert days & {"event-0", "event-1"}
        assert days & {"event-6", "event-7"}


@pytest.mark.parametrize(
    "edtf",
    ["1871-03", "1871-05", "1871", "1871-03-01/1871-03-20", "1871-05-02", "1871-03-20/1871-06-09"],
)
def test_between_never_offers_what_may_have_been_between(edtf: str) -> None:
    trap = event("trap", "the wrong rising of the water", edtf, importance=Importance.TRIVIA)
    for seed in range(30):
        question = one(bank(*SPRING_WITH_ENDS, trap, seed=seed), "between")
        assert "trap" not in option_ids(question)


def test_between_offers_nothing_of_another_age() -> None:
    old = event("old", "the other rising of the water", "1869-04-12")
    for seed in range(30):
        assert "old" not in option_ids(one(bank(*SPRING_WITH_ENDS, old, seed=seed), "between"))


def test_between_needs_core_events_on_both_sides() -> None:
    made = bank(*SPRING)
    assert not asked(made, "between")
    assert set(reasons(made, "between")) == {"no core events lie on both sides of it"}


def test_between_the_same_two_events_one_is_asked_for() -> None:
    assert reasons(bank(*SPRING_WITH_ENDS), "between", "event-4") == [
        "an event between the same two is asked for already"
    ]


def test_a_state_of_some_month_has_no_place_between() -> None:
    state = event(
        "state", "the high state of the water", "1871-04", importance=CORE, ask_grain=Grain.ORDER
    )
    assert "flood:state#when" not in one(bank(*SPRING_WITH_ENDS, state), "between").cards


def test_between_shares_no_word_with_its_stem_that_no_distractor_has() -> None:
    told = [
        replace(fact, title="the second sharp rising") if fact.id == "event-5" else fact
        for fact in SPRING_WITH_ENDS
    ]
    kept = [fact for fact in told if fact.id != "event-3"]
    made = bank(*kept)
    assert not asked(made, "between")
    assert reasons(made, "between", "event-4") == [
        "no options of like length and wording that are near in time"
    ]


# since


LINKED = tuple(
    replace(fact, links=because("event-4")) if fact.id == "event-5" else fact for fact in SPRING
)


def test_since_asks_how_long_it_was_from_one_event_to_what_hangs_on_it() -> None:
    question = one(bank(*LINKED), "since")
    assert question.key.text == "20 days"
    assert question.cards == ("flood:event-4#when", "flood:event-5#when")
    assert question.ordered
    lengths = [int(text.split()[0]) for text in texts(question)]
    assert lengths == sorted(lengths)
    assert "That makes 20 days." in question.explanation


def test_since_asks_nothing_where_no_interval_matters() -> None:
    assert not asked(bank(*SPRING), "since")


def test_wrong_spans_are_a_quarter_off_at_least() -> None:
    for seed in range(40):
        question = one(bank(*LINKED, seed=seed), "since")
        lengths = [int(text.split()[0]) for text in texts(question)]
        assert all(abs(length - 20) >= 5 for length in lengths if length != 20)
        assert all(two - one > 1 for one, two in pairwise(lengths))


def test_a_span_of_the_chapter_is_told_by_the_events_that_it_is_from() -> None:
    question = one(bank(*LINKED), "since")
    for option in question.options:
        if option.source is OptionSource.OTHER_FACT:
            assert option.why.startswith("That is the time from the ")


@pytest.mark.parametrize(
    ("grain", "key"), [(Grain.MONTH, None), (Grain.YEAR, None), (Grain.DAY, "20 days")]
)
def test_a_span_is_counted_at_the_grain_that_both_events_are_worth(
    grain: Grain, key: str | None
) -> None:
    told = [replace(f, ask_grain=grain) if f.id == "event-4" else f for f in LINKED]
    found = asked(bank(*told), "since")
    assert [question.key.text for question in found] == ([key] if key else [])


def test_months_and_years_are_about_so_many() -> None:
    months = [replace(fact, ask_grain=Grain.MONTH) for fact in SPRING]
    months[7] = replace(months[7], links=because("event-1"))
    question = one(bank(*months), "since")
    assert question.key.text == "4 months"
    assert question.prompt.startswith("About how ")
    years = [
        replace(fact, when=event("x", "x", str(1860 + 4 * n)).when) for n, fact in enumerate(months)
    ]
    assert one(bank(*years), "since").key.text == "24 years"


def test_a_span_that_dates_an_event_needs_no_grain() -> None:
    told = [replace(fact, ask_grain=Grain.MONTH) for fact in SPRING]
    told[4] = replace(told[4], when=after("event-3", "1871-04-12", weeks=2, days=1))
    question = one(bank(*told), "since", "event-4")
    assert question.key.text == "15 days"
    assert not question.prompt.startswith("About")


def test_one_day_has_nothing_shorter_beside_it() -> None:
    told = [*SPRING, event("next", "the other rising", "1871-04-13", links=because("event-4"))]
    made = bank(*told)
    assert not asked(made, "since")
    assert "so soon" in reasons(made, "since", "next")[0]


@pytest.mark.parametrize("edtf", ["1871-04-12~", "1871-03-28?", "1871-03/1871-06", "1871-05-02"])
def test_what_is_not_surely_before_has_no_span(edtf: str) -> None:
    told = [replace(f, when=event("x", "x", edtf).when) if f.id == "event-4" else f for f in LINKED]
    assert not asked(bank(*told), "since")


# same-day


def test_same_day_asks_what_else_was_on_the_day_of_the_more_important_event() -> None:
    told = [replace(f, importance=CORE) if f.id == "event-4" else f for f in SPRING]
    twin = event("twin", "the other rising of the water", "1871-04-12", significance="It hurt.")
    question = one(bank(*told, twin), "same-day")
    assert question.key.id == "twin"
    assert "the sharp rising of the water" in question.prompt
    assert "event-4" not in option_ids(question)
    assert question.explanation.startswith("Both were on 12 April 1871 (Old Style): ")
    assert question.explanation.endswith("It hurt.")


@pytest.mark.parametrize("edtf", ["1871-04-12", "1871-04", "1871-04-10/1871-04-13"])
def test_same_day_never_offers_a_second_event_that_may_have_been_that_day(edtf: str) -> None:
    twin = event("twin", "the other rising of the water", "1871-04-12")
    trap = event("trap", "the wrong rising of the water", edtf)
    for seed in range(30):
        for question in asked(bank(*SPRING, twin, trap, seed=seed), "same-day"):
            assert len(option_ids(question) & {"event-4", "twin", "trap"}) == 1


def test_a_day_in_the_other_calendar_is_the_same_day() -> None:
    twin = event("twin", "the other rising of the water", "1871-04-24", calendar=Calendar.GREGORIAN)
    assert one(bank(*SPRING, twin), "same-day").cards == ("flood:event-4#when", "flood:twin#when")


def test_a_coincidence_of_days_that_nobody_need_know_is_not_asked() -> None:
    twin = event("twin", "the other rising of the water", "1871-04-12", ask_grain=Grain.MONTH)
    assert "nothing says that it matters" in reasons(bank(*SPRING, twin), "same-day", "twin")[0]
    linked = replace(twin, links=because("event-4"))
    assert one(bank(*SPRING, linked), "same-day").key.id == "twin"


# order


def test_an_order_lists_the_events_as_they_came() -> None:
    made = bank(*SPRING)
    assert [len(question.options) for question in orders(made)] == [4, 4]
    for question in orders(made):
        assert question.template == "order"
        assert question.card is None
        assert list(question.answer.order) == sorted(question.answer.order)
        assert option_ids(question) == set(question.answer.order)
        assert question.id == f"{'+'.join(question.cards)}@order.order"
        assert question.explanation.startswith("In order: ")


def test_the_rows_of_an_order_span_the_whole_time() -> None:
    first, second = orders(bank(*SPRING))
    assert first.answer.order == ("event-0", "event-2", "event-4", "event-6")
    assert second.answer.order == ("event-1", "event-3", "event-5", "event-7")


def test_the_seed_shuffles_what_is_to_be_put_in_order_and_nothing_else() -> None:
    made = [orders(bank(*SPRING, seed=seed)) for seed in range(12)]
    assert len({tuple(option.id for option in first.options) for first, _ in made}) > 3
    assert len({(first.id, first.prompt, first.answer) for first, _ in made}) == 1


@pytest.mark.parametrize("edtf", ["1871-03", "1871", "1871-03-01/1871-03-20", "1871-04-12"])
def test_events_that_overlap_are_not_put_in_order(edtf: str) -> None:
    trap = event("trap", "the wrong rising of the water", edtf, ask_grain=Grain.ORDER)
    for question in orders(bank(*SPRING, trap)):
        taken = set(question.answer.order)
        assert not {"trap", "event-4"} <= taken
        assert "trap" not in taken or edtf == "1871-04-12"


def test_of_two_events_on_one_day_the_more_important_is_put_in_order() -> None:
    twin = event("a-twin", "the other rising of the water", "1871-04-12", importance=CORE)
    taken = {name for question in orders(bank(*SPRING, twin)) for name in question.answer.order}
    assert "a-twin" in taken
    assert "event-4" not in taken


def test_three_events_are_no_order() -> None:
    made = bank(*SPRING[:3])
    assert not orders(made)
    assert "too few" in reasons(made, "order")[0]


def test_core_events_of_several_lessons_are_put_in_order_together() -> None:
    lessons = [Lesson(id=name, title=name, gist="", question="") for name in (LESSON, "later")]
    told = [
        replace(fact, importance=CORE, lesson=lessons[number % 2].id)
        for number, fact in enumerate(SPRING[:6])
    ]
    (question,) = orders(bank(*told, lessons=tuple(lessons)))
    assert question.lesson is None
    assert len(question.options) == 6


def test_an_order_is_shown_as_a_list() -> None:
    question = orders(bank(*SPRING))[0]
    shown = json.loads(as_json_line(question))
    assert shown["form"] == "order"
    assert shown["answer"] == [f"The {word} rising of the water" for word in FIRST_ROW]
    assert shown["options"] == []
    assert "  1. The early rising of the water\n  2. The quick" in as_text(question)


FIRST_ROW = ("early", "quick", "sharp", "second")


# all of them


@pytest.mark.parametrize(
    "doubt",
    [
        {"voice": Voice.DENIED},
        {"voice": Voice.REPORTED, "asserted_by": "ada-bell"},
        {"basis": Basis.MEMORY},
        {"contested": (Contest(by="The register", says="it was in May", reference="p. 7"),)},
        {"ask": False, "reason": "nobody knows"},
        {"ask_grain": Grain.PHASE},
    ],
)
def test_what_is_in_doubt_has_no_place_in_time(doubt: dict[str, object]) -> None:
    def doubtful(fact: Event) -> Event:
        return replace(fact, importance=CORE, links=because("event-4"), **doubt)  # type: ignore[arg-type]

    told = [doubtful(f) if f.id == "event-3" else replace(f, importance=CORE) for f in SPRING]
    made = bank(*told)
    composites = [question for question in made.questions if question.card is None]
    assert {question.template for question in composites} == {"first", "between", "order"}
    assert all("event-3" not in question.facts for question in composites)


def test_a_title_that_names_its_month_has_no_place_in_time() -> None:
    named = event("named", "the April rising of the water", "1871-04-14", links=because("event-4"))
    made = bank(*SPRING_WITH_ENDS, named)
    assert all("named" not in q.facts for q in made.questions if q.card is None)


def test_composites_are_told_apart_by_their_cards() -> None:
    record = chapter(*(replace(fact, importance=CORE) for fact in SPRING))
    made = bank(*record.events)
    ids = [question.id for question in made.questions]
    assert len(ids) == len(set(ids))
    for question in made.questions:
        if question.card is None:
            assert question.form in {Form.CHOICE, Form.ORDER}
            assert {card.partition("#")[0].partition(":")[2] for card in question.cards} <= set(
                question.facts
            )
