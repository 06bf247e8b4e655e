from __future__ import annotations

from dataclasses import replace

import pytest

from tests.questions.builders import (
    CORE,
    SPRING,
    bank,
    body,
    chapter,
    dating,
    event,
    links,
    motion,
    one,
    option_ids,
    reasons,
    statement,
)
from tests.questions.judge import right_options
from trainer.chapters.record import Basis, Event, Evidence, Voice
from trainer.questions.bank import build_bank
from trainer.questions.links import Links
from trainer.questions.question import Bank, Demand, Kind

ELSEWHERE = (Evidence(paragraph=9, prints=("water",)),)

TITLES = (
    "the sale of the old mill pond",
    "the council's hasty sitting",
    "the miller's second wedding",
    "the ringing of the great bell",
    "the fire at the cattle market",
    "the mending of the toll road",
    "the closing of the low school",
    "the visit of the new bishop",
)
# So few days from the breach that all of them tempt.
MOTIONS = (
    "mend the northern gate",
    "sell the disused mill race",
    "paint both toll houses",
    "burn every rotten fence",
)
DAYS = ("02-19", "02-27", "03-09", "03-28", "04-12", "04-20", "05-02", "05-24")
# Each told in a paragraph of its own, so that nothing but links and dates ties one to another.
APART = tuple(
    replace(
        happening,
        title=title,
        when=dating(f"1871-{day}"),
        evidence=(Evidence(paragraph=20 + number, prints=("water",)),),
    )
    for number, (happening, title, day) in enumerate(zip(SPRING, TITLES, DAYS, strict=True))
)
THAW = event(
    "thaw", "the sudden thaw on the hills", "1871-03-20", evidence=ELSEWHERE, importance=CORE
)
BREACH = event(
    "breach",
    "the breach in the northern dyke",
    "1871-04-02",
    statement="The dyke broke.",
    links=links(because="thaw"),
)


def front_of(made: Bank, card: str) -> str | None:
    return next((front.answer for front in made.fronts if front.card.id == card), None)


def test_it_asks_what_lay_behind_and_what_came_of_it() -> None:
    made = bank(THAW, BREACH, *APART)
    behind, after = one(made, "because"), one(made, "led-to")
    assert behind.prompt in {
        f"In April 1871, {word}, what {led} the breach in the northern dyke?"
        for word in ("by the author's account", "as the chapter tells it")
        for led in ("led to", "lay behind")
    }
    assert behind.key.text == "The sudden thaw on the hills"
    assert after.key.text == "The breach in the northern dyke"
    assert (behind.kind, behind.demand) == (Kind.IDEA, Demand.EXPLAIN)
    assert behind.explanation.startswith(
        "Behind the breach in the northern dyke lay the sudden thaw on the hills. The dyke broke."
    )


def test_a_link_is_read_from_whichever_fact_holds_it() -> None:
    thaw = replace(THAW, links=links(led_to="breach"))
    made = bank(thaw, replace(BREACH, links=()), *APART)
    assert one(made, "because").key.id == "thaw"
    assert one(made, "led-to").key.id == "breach"


def test_only_what_came_later_stands_beside_a_cause_and_what_came_earlier_beside_an_effect() -> (
    None
):
    made = bank(THAW, BREACH, *APART)
    behind, after = one(made, "because"), one(made, "led-to")
    assert option_ids(behind) - {"thaw"} <= {happening.id for happening in APART[4:]}
    assert option_ids(after) - {"breach"} <= {happening.id for happening in APART[:3]}
    undated = [replace(happening, when=None) for happening in APART]
    assert reasons(bank(THAW, BREACH, *undated), "because") == ["no good wrong answers"]


def test_a_reason_says_when_it_was_and_what_it_led_to_or_came_of() -> None:
    fire, road, *_ = (
        replace(APART[4], links=links(led_to=APART[5].id)),
        replace(APART[5], statement="The carters mended it."),
    )
    school = replace(APART[6], statement="It stood empty for a year.")
    question = one(bank(THAW, BREACH, fire, road, school), "because")
    assert {option.why for option in question.options if not option.correct} == {
        "That came later: 12 April 1871 (Old Style); it led to the mending of the toll road.",
        "That came later: 20 April 1871 (Old Style); behind it lay the fire at the cattle market.",
        "That came later: 2 May 1871 (Old Style). It stood empty for a year.",
    }


def test_what_came_months_later_is_no_temptation() -> None:
    far = [replace(happening, when=dating("1871-09-01")) for happening in APART]
    assert reasons(bank(THAW, BREACH, *far), "because") == ["no good wrong answers"]


def test_of_two_that_sound_alike_one_is_offered() -> None:
    twins = [
        replace(APART[4 + n], title=f"the {what} of the long council at the mill")
        for n, what in enumerate(("opening", "end"))
    ]
    for seed in range(5):
        made = bank(THAW, BREACH, *twins, *APART[6:], seed=seed)
        assert not {twin.id for twin in twins} <= option_ids(one(made, "because"))


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_a_cause_over_any_number_of_links_is_no_distractor(steps: int) -> None:
    chain = list(APART[:3])
    for number in range(steps - 1):
        chain[number] = replace(chain[number], links=links(because=chain[number + 1].id))
    behind = replace(THAW, links=links(because=chain[0].id))
    made = bank(behind, BREACH, *chain, *APART[3:])
    causes = {happening.id for happening in chain[:steps]}
    assert not option_ids(one(made, "because", "breach")) & causes


def test_a_second_cause_is_no_distractor_and_makes_the_front_ambiguous() -> None:
    second = replace(APART[0], links=links(led_to="breach"))
    made = bank(THAW, BREACH, second, *APART[1:])
    assert second.id not in option_ids(one(made, "because"))
    assert f"front not unique: {second.id} led to it too" in reasons(made, "front", "breach")
    assert front_of(made, "flood:breach#because") is None
    assert front_of(bank(THAW, BREACH, *APART), "flood:breach#because") == THAW.title.capitalize()


def test_one_happening_told_twice_stands_once() -> None:
    twin = event("twin", "the breach in the dyke to the north", "1871-04", evidence=ELSEWHERE)
    copy = event("copy", "the thaw on the hills", "1871-03", evidence=ELSEWHERE)
    made = bank(THAW, BREACH, twin, copy, *APART)
    for template in ("because", "led-to"):
        assert not option_ids(one(made, template)) & {"twin", "copy"}


def test_links_in_a_circle_and_against_the_calendar_are_refused() -> None:
    thaw = replace(THAW, links=links(because="breach"))
    made = bank(thaw, BREACH, *APART)
    assert reasons(made, "because", "breach") == ["its links go round in a circle"]
    late = replace(BREACH, links=links(because=APART[7].id))
    made = bank(late, *APART)
    assert reasons(made, "because", "breach") == ["the dates contradict the link"]


@pytest.mark.parametrize(
    "given",
    [{"basis": Basis.HEARSAY}, {"ask": False, "reason": "a guess"}, {"voice": Voice.DENIED}],
)
def test_what_may_not_be_told_plainly_is_no_cause_to_ask_for(given: dict[str, object]) -> None:
    shaky: Event = replace(THAW, **given)  # type: ignore[arg-type]
    made = bank(shaky, BREACH, *APART)
    assert reasons(made, "because") == ["nothing that it is linked to may be asked for"]


def test_who_tells_of_the_cause_alone_is_not_made_to_tell_of_the_effect() -> None:
    told = replace(THAW, voice=Voice.REPORTED, asserted_by="ada-bell")
    assert reasons(bank(told, BREACH, *APART), "because") == [
        "nothing that it is linked to may be asked for"
    ]
    both = replace(BREACH, voice=Voice.REPORTED, asserted_by="ada-bell")
    assert "according to ada bell" in one(bank(told, both, *APART), "because").prompt.lower()


def test_who_tells_of_the_effect_alone_is_not_made_to_tell_of_the_cause() -> None:
    told = replace(BREACH, voice=Voice.REPORTED, asserted_by="ada-bell")
    prompt = one(bank(THAW, told, *APART), "because").prompt
    assert "ada bell" not in prompt.lower()
    assert "by the author's account" in prompt.lower()


def test_views_stand_beside_views_and_votes_beside_votes() -> None:
    view = statement("view", "ada-bell", "the snow would melt within a few days at most")
    others = [
        replace(
            statement(f"s{n}", who, position, issue=f"issue-{n}"),
            when=happening.when,
            evidence=happening.evidence,
        )
        for n, (who, position, happening) in enumerate(
            zip(
                ["ben-carr", "cy-dunn", "di-egan"],
                [
                    "the mill ought to be mended before the summer",
                    "no carter should pay a toll for that stretch",
                    "school might as well begin a week too late",
                ],
                APART[5:],
                strict=False,
            )
        )
    ]
    breach = replace(BREACH, links=links(because="view"))
    made = bank(breach, replace(view, when=THAW.when), *others, *APART)
    question = one(made, "because")
    assert question.key.text == "Ada Bell's view that the snow would melt within a few days at most"
    assert option_ids(question) == {"view", "s0", "s1", "s2"}
    votes = [
        motion(f"v{n}", words, "council", edtf="1871-05-01") for n, words in enumerate(MOTIONS)
    ]
    vote = motion("vote", "leave the old sluice as it was", "council", edtf="1871-03-01")
    question = one(
        bank(replace(BREACH, links=links(because="vote")), vote, *votes, *APART), "because"
    )
    assert question.key.id == "vote"
    assert option_ids(question) < {"vote", "v0", "v1", "v2", "v3"}


def test_a_vote_that_goes_by_its_voters_is_called_a_decision() -> None:
    council = body("council", "Council of the Old Town")
    vote = motion("vote", "sell the mill", "council", edtf="1871-03-01")
    vote = replace(vote, title="the old Town Council on the sale of the mill")
    others = [
        motion(f"v{n}", words, "council", edtf="1871-05-01") for n, words in enumerate(MOTIONS)
    ]
    made = bank(council, replace(BREACH, links=links(because="vote")), vote, *others, *APART)
    assert (
        one(made, "because").key.text
        == "The decision of the old Town Council on the sale of the mill"
    )
    assert " the decision of the old Town Council on" in one(made, "led-to").prompt


def test_what_came_of_it_years_later_is_asked_from_its_own_end_alone() -> None:
    late = event(
        "late", "the chronicle of the great thaw", "1876-05-01", links=links(because="thaw")
    )
    made = bank(THAW, late, *APART)
    assert reasons(made, "led-to") == ["nothing that it is linked to may be asked for"]
    assert not [r for r in reasons(made, "because") if "linked" in r]


def test_an_answer_that_the_stem_nearly_says_makes_no_front() -> None:
    near = replace(BREACH, title="the breach after the sudden thaw")
    made = bank(THAW, near, *APART)
    assert reasons(made, "front", "breach")[-1] == "the stem says most of the answer"


def test_a_turning_point_is_not_asked_for_over_and_over() -> None:
    words = ("bridge", "school", "tower", "meadow", "cellar", "market")
    ends = [
        event(
            f"end{n}", f"the loss of the {word}", f"1871-04-{n + 3:02}", links=links(because="thaw")
        )
        for n, word in enumerate(words)
    ]
    made = bank(THAW, *ends, *APART)
    asked = [q for q in made.choices if q.template == "because"]
    assert len(asked) == 4
    assert reasons(made, "because").count("4 questions have this answer already") == 2


def test_the_judge_finds_one_right_option() -> None:
    record = chapter(THAW, BREACH, *APART)
    for question in build_bank(record).choices:
        assert right_options(record, question) == [question.key.id]


def test_links_reach_as_far_as_they_are_told() -> None:
    a, b, c, d = (event(name, name) for name in "abcd")
    tied = Links(
        (
            replace(a, links=links(led_to="b", in_reply_to="d")),
            replace(b, links=links(led_to="c")),
            c,
            d,
        )
    )
    assert tied.causes("c") == ("b",)
    assert tied.all_causes("c") == {"a", "b"}
    assert tied.all_effects("a") == {"b", "c"}
