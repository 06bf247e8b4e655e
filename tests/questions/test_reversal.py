from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.questions.builders import (
    SPRING,
    bank,
    dating,
    event,
    links,
    one,
    option_ids,
    reasons,
    statement,
)
from trainer.chapters.record import Basis
from trainer.questions.question import Demand, Kind

BEFORE = "before the flood"
OPENING = event("opening", "the opening of the sluice", "1871-04-14", lesson=BEFORE)
CLOSING = event(
    "closing",
    "the closing of the gates",
    "1871-06-20",
    links=links(reverses="opening"),
    statement="The council shut the gates.",
)


def test_it_asks_what_was_gone_back_on_among_what_had_come_before() -> None:
    made = bank(OPENING, CLOSING, *SPRING)
    question = one(made, "reversed")
    assert question.prompt in {
        "In June 1871, by the author's account, what did the closing of the gates reverse?",
        "In June 1871, what did the closing of the gates reverse, by the author's account?",
    }
    assert question.key.text == "The opening of the sluice"
    assert (question.kind, question.demand) == (Kind.IDEA, Demand.EXPLAIN)
    assert question.explanation.startswith("The council shut the gates. It went back on this: ")
    assert not [front for front in made.fronts if front.card.aspect == "reversed"]


def test_what_came_at_the_same_time_or_later_is_no_distractor() -> None:
    late = replace(CLOSING, when=dating("1871-04-20"))
    assert option_ids(one(bank(OPENING, late, *SPRING), "reversed")) <= {
        "opening",
        *(happening.id for happening in SPRING[:5]),
    }


def test_what_had_been_reversed_before_and_what_hangs_on_it_are_no_distractors() -> None:
    older = event("older", "the shutting of the sluice", "1871-02-01", lesson=BEFORE)
    opening = replace(OPENING, links=links(reverses="older"))
    effect = replace(SPRING[5], links=links(because="opening"))
    twin = event("twin", "the sluice's opening", "1871-04")
    made = bank(older, opening, CLOSING, twin, *SPRING[:5], effect, *SPRING[6:])
    assert not option_ids(one(made, "reversed", "closing")) & {"older", effect.id, "twin"}


def test_what_a_body_did_stands_beside_what_bodies_did() -> None:
    opening = replace(OPENING, organizations=("council",))
    steps = tuple(replace(happening, organizations=("council",)) for happening in SPRING[:5])
    assert option_ids(one(bank(opening, CLOSING, *steps, *SPRING[5:]), "reversed")) <= {
        "opening",
        *(step.id for step in steps),
    }


def test_a_view_is_asked_for_among_views_of_the_same_person() -> None:
    def view(
        ident: str, month: int, position: str, issue: str, who: str = "ada-bell", **given: Any
    ) -> Any:
        said = statement(ident, who, position, issue=issue, **given)
        return replace(said, when=dating(f"1871-{month:02}-01"))

    before = view("before", 2, "the old sluice could stay as it was", "sluice", lesson=BEFORE)
    undoing = links(reverses="before")
    after = view("after", 7, "a new gate had to be built at once", "sluice", links=undoing)
    others = [
        view("mill", 3, "the mill would never pay for itself", "mill"),
        view("road", 4, "the road was no business of theirs", "road"),
        view("fair", 5, "the fair had better be put off again", "fair"),
        view("same", 3, "the sluice needed no looking after", "sluice"),
        view("together", 3, "the weir could wait another year too", "weir", lesson=BEFORE),
        view("others", 3, "the bridge would hold for many years", "bridge", "ben-carr"),
    ]
    question = one(bank(before, after, *others), "reversed")
    assert question.prompt == (
        "In July 1871, by the author's account, which earlier view did Ada Bell reverse by holding that "
        "a new gate had to be built at once?"
    )
    assert question.key.text == "That the old sluice could stay as it was"
    assert option_ids(question) == {"before", "mill", "road", "fair"}
    assert (
        "It went back on the view held in February 1871, that the old sluice could stay as it was."
        in question.explanation
    )


def test_what_may_not_be_told_plainly_is_not_asked_for() -> None:
    shaky = replace(OPENING, basis=Basis.HEARSAY)
    assert reasons(bank(shaky, CLOSING, *SPRING), "reversed") == [
        "nothing that it reversed may be asked for"
    ]
    undated = replace(CLOSING, when=None)
    assert reasons(bank(OPENING, undated, *SPRING), "reversed") == [
        "nothing is proved to have come before it"
    ]
