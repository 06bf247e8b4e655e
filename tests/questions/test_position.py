"""`position`: what somebody held on an issue, at a time and before an audience."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.questions.builders import asked, bank, body, one, option_ids, reasons, statement
from trainer.chapters.record import Link, LinkType

if TYPE_CHECKING:
    from trainer.chapters.record import Statement
    from trainer.questions.question import Bank

RAISE = statement(
    "raise",
    "ada-bell",
    "it should be raised by two feet",
    edtf="1871-04-12",
    opponents=("ben-carr", "cy-dunn"),
)
ENOUGH = statement("enough", "ben-carr", "it was quite high enough as it was", edtf="1871-04-12")
DIG = statement("dig", "cy-dunn", "it was better to dig a canal", edtf="1871-04-13")
SAND = statement("sand", "di-egan", "sacks of sand would do for now", edtf="1871-04-14")


def offered(*facts: Statement, seeds: int = 20) -> set[str]:
    rows = [asked(bank(*facts, seed=seed), "position", "raise") for seed in range(seeds)]
    return {name for row in rows for question in row for name in option_ids(question)}


def front(made: Bank, fact: str = "raise") -> str | None:
    fronts = [f for f in made.fronts if f.card.aspect == "position" and f.card.fact == fact]
    return fronts[0].stem if fronts else None


def test_the_stem_names_person_issue_and_month() -> None:
    question = one(bank(RAISE, ENOUGH, DIG), "position", "raise")
    assert question.key.text == "That it should be raised by two feet"
    assert all(part in question.prompt for part in ("Ada Bell", "the dyke", "April 1871"))


def test_what_opponents_held_is_offered_but_nothing_of_whoever_else_spoke_on_it() -> None:
    assert offered(RAISE, ENOUGH, DIG, SAND) == {"raise", "enough", "dig"}


def test_an_opponents_view_of_another_time_may_have_become_the_persons_own() -> None:
    later = statement("later", "ben-carr", "it needed a new sluice at least", edtf="1871-09-01")
    assert "later" not in offered(RAISE, ENOUGH, DIG, later)


def test_what_the_person_held_too_is_never_offered() -> None:
    shared = statement(
        "enough",
        "ben-carr",
        "it was quite high enough as it was",
        edtf="1871-04-12",
        also_held_by=("ada-bell",),
    )
    assert "enough" not in offered(RAISE, shared, DIG)


def test_the_persons_own_earlier_view_is_offered_only_if_they_went_back_on_it_at_another_time() -> (
    None
):
    before = statement("before", "ada-bell", "it would hold for many years", edtf="1871-02-12")
    same_month = statement("before", "ada-bell", "it would hold for many years", edtf="1871-04-01")
    turned = statement(
        "raise",
        "ada-bell",
        "it should be raised by two feet",
        edtf="1871-04-12",
        opponents=("ben-carr", "cy-dunn"),
        links=(Link(type=LinkType.REVERSES, to="before"),),
    )
    assert "before" in offered(turned, before, ENOUGH, DIG)
    assert "before" not in offered(RAISE, before, ENOUGH, DIG)
    assert "before" not in offered(turned, same_month, ENOUGH, DIG)


def test_who_turned_twice_may_hold_their_first_view_again() -> None:
    def at(fact: str, words: str, edtf: str, to: str | None = None) -> Statement:
        ties = (Link(type=LinkType.REVERSES, to=to),) if to else ()
        return statement(
            fact,
            "ada-bell",
            words,
            edtf=edtf,
            links=ties,
            opponents=("ben-carr", "cy-dunn") if fact == "raise" else (),
        )

    first = at("first", "it would hold for many years", "1871-01-12")
    second = at("second", "it was bound to break soon", "1871-02-12", "first")
    third = at("raise", "it should be raised by two feet", "1871-04-12", "second")
    names = offered(first, second, third, ENOUGH, DIG)
    assert "second" in names
    assert "first" not in names


def test_where_too_few_spoke_on_the_issue_it_is_not_named() -> None:
    """Else the issue would tell the answer."""
    council = body("council", "Council")
    views = [
        statement(f"view-{n}", who, words, issue=issue, edtf="1871-04-15", audience="council")
        for n, (who, issue, words) in enumerate(
            [
                ("ada-bell", "the-dyke", "it should be raised by two feet"),
                ("ben-carr", "the-mill", "the mill had never paid its way"),
                ("cy-dunn", "the-road", "the road was hardly fit for carts"),
                ("di-egan", "the-well", "the well should be dug much deeper"),
            ]
        )
    ]
    question = one(bank(council, *views), "position", "view-0")
    assert question.prompt == "Which of these did Ada Bell tell the Council in April 1871?"
    assert option_ids(question) == {"view-0", "view-1", "view-2", "view-3"}


def test_without_a_meeting_silence_proves_nothing() -> None:
    views = [
        statement(f"view-{n}", who, f"{what} should be seen to", issue=what, edtf="1871-04-15")
        for n, (who, what) in enumerate(
            [("ada-bell", "dyke"), ("ben-carr", "mill"), ("cy-dunn", "road"), ("di-egan", "well")]
        )
    ]
    assert not [q for q in asked(bank(*views), "position") if q.options]


def test_a_view_that_several_held_is_asked_from_each_of_them() -> None:
    made = bank(
        *(
            statement(f"s-{who}", who, "it should be raised", edtf="1871-04-12")
            for who in ("ada-bell", "ben-carr")
        )
    )
    assert reasons(made, "stance") == ["several held this position"] * 2
    assert front(made, "s-ada-bell") == "On the dyke, what did Ada Bell hold in April 1871?"


def test_a_front_is_made_only_where_one_view_fits_it() -> None:
    again = statement("again", "ada-bell", "money had to be found", edtf="1871-04-20")
    later = statement("again", "ada-bell", "money had to be found", edtf="1871-06-20")
    assert front(bank(RAISE, again)) is None
    assert front(bank(RAISE, later)) == "On the dyke, what did Ada Bell hold in April 1871?"


def test_who_was_told_stands_in_both_stems() -> None:
    told = statement("told", "ada-bell", "it leaked", edtf="1871-04-12", audience="council")
    made = bank(told, body("council", "Council"))
    assert front(made, "told") == "On the dyke, what did Ada Bell tell the Council in April 1871?"
    assert "told the Council" in one(made, "stance", "told").prompt


def test_a_quarrel_over_one_matter_proves_nothing_of_another() -> None:
    mill = statement(
        "mill", "ben-carr", "the mill should grind more", issue="mill", edtf="1871-04-13"
    )
    assert "mill" not in offered(RAISE, ENOUGH, DIG, mill)
