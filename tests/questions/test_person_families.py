"""Deeds, works, absences, quarrels, changes of mind, lists, fates and names, with second right answers planted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.questions.builders import (
    CORE,
    SPRING,
    asked,
    bank,
    body,
    chapter,
    dating,
    deed,
    event,
    name_list,
    office,
    one,
    option_ids,
    person,
    reasons,
    statement,
    texts,
    work,
)
from tests.questions.judge_of_persons import whose
from trainer.chapters.record import (
    Affiliation,
    Basis,
    Deed,
    Event,
    Fate,
    Importance,
    Link,
    LinkType,
    Name,
    Part,
    Person,
    Side,
    Stand,
    Voice,
)
from trainer.dates import Calendar
from trainer.questions.bank import build_bank
from trainer.questions.question import Form

SEEDS = range(20)


def told(ident: str, who: str, words: str, edtf: str | None = None, **given: Any) -> Event:
    return event(ident, f"the {ident}", edtf, people=(deed(who, words),), **given)


DEEDS = (
    told("alarm", "ada-bell", "rang the alarm", "1871-04-12"),
    told("sluice", "ben-carr", "shut the sluice", "1871-04-13"),
    told("rescue", "cy-dunn", "saved the sheep", "1871-04-14"),
    told("report", "di-egan", "told the mayor", "1871-04-15"),
    told("bread", "ed-frost", "baked for all", "1871-04-16"),
)


def test_did_what_asks_what_somebody_did() -> None:
    question = one(bank(*DEEDS), "did-what", "alarm")
    assert question.prompt == "In April 1871, which of these did Ada Bell do?"
    assert question.key.text == "Rang the alarm"
    assert len(question.options) == 4
    assert question.card == "flood:alarm/ada-bell#who"


def test_each_deed_says_whose_it_was() -> None:
    question = one(bank(*DEEDS), "did-what", "alarm")
    others = [option.why for option in question.options if not option.correct]
    assert all(why.startswith("That was ") for why in others)


@pytest.mark.parametrize(
    "planted",
    [
        told("again", "ada-bell", "shut the sluice"),
        event("both", "the both", None, people=(deed("ada-bell", "shut the sluice tight"),)),
    ],
    ids=["in the same words", "in nearly the same words"],
)
def test_a_deed_that_the_person_did_as_well_is_no_distractor(planted: Event) -> None:
    for seed in SEEDS:
        question = one(bank(*DEEDS, planted, seed=seed), "did-what", "alarm")
        assert "Shut the sluice" not in texts(question)


@pytest.mark.parametrize("part", [Part.COMPANION, Part.PRESENT, Part.TARGET, Part.OPPONENT])
def test_nothing_is_offered_of_an_event_in_which_the_person_had_a_part(part: Part) -> None:
    sluice = event(
        "sluice",
        "the sluice",
        "1871-04-13",
        people=(deed("ben-carr", "shut the sluice"), deed("ada-bell", part=part)),
    )
    for seed in SEEDS:
        question = one(bank(DEEDS[0], sluice, *DEEDS[2:], seed=seed), "did-what", "alarm")
        assert "Shut the sluice" not in texts(question)


def test_what_was_done_in_the_persons_absence_is_offered() -> None:
    sluice = event(
        "sluice",
        "the sluice",
        "1871-04-13",
        people=(deed("ben-carr", "shut the sluice"), deed("ada-bell", part=Part.ABSENT)),
    )
    offered = [
        texts(one(bank(DEEDS[0], sluice, *DEEDS[2:], seed=seed), "did-what", "alarm"))
        for seed in SEEDS
    ]
    assert any("Shut the sluice" in options for options in offered)


def test_one_man_under_two_names_does_not_tempt_with_his_own_deed() -> None:
    twin = person("Old Ada", other_names=("Ada Bell",))
    planted = told("wake", "old-ada", "woke the miller", "1871-04-12")
    for seed in SEEDS:
        question = one(bank(twin, *DEEDS, planted, seed=seed), "did-what", "alarm")
        assert "Woke the miller" not in texts(question)


def test_a_deed_that_tells_of_another_year_stands_beside_those_of_its_own() -> None:
    memory = told("memory", "flo-gray", "wrote of the alarm of 1871", "1880-04-12")
    for seed in SEEDS:
        assert asked(bank(*DEEDS, memory, seed=seed), "did-what", "memory") == []


def test_where_the_side_alone_would_tell_a_deed_it_is_not_asked_for() -> None:
    board = body("board", "Board")
    tied = (Affiliation(organization="board"),)
    rows = [
        person(name, affiliations=tied)
        for name in ("Ben Carr", "Cy Dunn", "Di Egan", "Ed Frost", "Flo Gray")
    ]
    made = bank(board, *rows, *DEEDS)
    assert asked(made, "did-what", "alarm") == []


def test_a_deed_of_another_year_is_no_temptation() -> None:
    planted = told("later", "flo-gray", "wrote it all", "1880-04-12")
    for seed in SEEDS:
        question = one(bank(*DEEDS, planted, seed=seed), "did-what", "alarm")
        assert "Wrote it all" not in texts(question)


def test_a_deed_never_stands_beside_three_that_are_all_of_one_other_month() -> None:
    alarm = told("alarm", "ada-bell", "rang the alarm", "1871-03-12")
    one_of_march = told("wake", "flo-gray", "woke the miller", "1871-03-12")
    assert asked(bank(alarm, *DEEDS[1:]), "did-what", "alarm") == []
    for seed in SEEDS:
        question = one(bank(alarm, one_of_march, *DEEDS[1:4], seed=seed), "did-what", "alarm")
        assert "Woke the miller" in texts(question)


def test_a_deed_that_repeats_the_time_of_the_stem_is_no_distractor() -> None:
    planted = told("fair", "flo-gray", "held the April fair", "1871-04-12")
    for seed in SEEDS:
        question = one(bank(*DEEDS, planted, seed=seed), "did-what", "alarm")
        assert "Held the April fair" not in texts(question)


def test_a_state_is_not_asked_for_as_a_deed() -> None:
    states = [
        told(f"state-{n}", f"{who}", f"was {word}", "1871-04-12")
        for n, (who, word) in enumerate(
            [
                ("ada-bell", "ill in bed at home"),
                ("ben-carr", "away on the water"),
                ("cy-dunn", "asleep on a hill"),
            ]
        )
    ]
    question = one(bank(*states, *DEEDS[1:]), "did-what", "state-0")
    assert question.prompt == "In April 1871, which of these is told of Ada Bell?"
    assert all(text.startswith("Was ") for text in texts(question))


def test_a_deed_on_memory_alone_is_neither_asked_nor_offered() -> None:
    shaky = event(
        "dream", "the dream", None, people=(deed("flo-gray", "saw a light", basis=Basis.MEMORY),)
    )
    for seed in SEEDS:
        made = bank(*DEEDS, shaky, seed=seed)
        assert "it rests on memory alone" in reasons(made, "did-what", "dream")
        assert "Saw a light" not in texts(one(made, "did-what", "alarm"))


WORKS = (
    work("dykes", "On Dykes", "ada-bell", medium="essay"),
    work("mills", "On Mills", "ben-carr", medium="essay"),
    work("floods", "Of Floods", "cy-dunn", medium="essay"),
    work("bells", "Of Bells", "di-egan", medium="essay"),
)


def test_wrote_asks_for_a_work() -> None:
    question = one(bank(*WORKS), "wrote", "dykes")
    assert question.prompt == "Which of these did Ada Bell write?"
    assert question.key.text == "The essay “On Dykes”"
    assert len(question.options) == 4


@pytest.mark.parametrize(
    "planted",
    [
        work("more", "On Sluices", "ada-bell", medium="essay"),
        work("joint", "On Gates", "ben-carr", "ada-bell", medium="essay"),
        work("again", "On Mills", "ada-bell", medium="essay"),
    ],
    ids=["a work of hers", "one of hers and another's", "one under the title of another's"],
)
def test_no_other_work_of_the_author_is_offered(planted: Any) -> None:
    for seed in SEEDS:
        question = one(bank(*WORKS, planted, seed=seed), "wrote", "dykes")
        assert planted.id not in option_ids(question)
        assert not (planted.title == "On Mills" and "mills" in option_ids(question))


def test_works_without_a_title_do_not_stand_beside_titles() -> None:
    plain = work("plain", "the letter on dykes", "ed-frost")
    for seed in SEEDS:
        assert "plain" not in option_ids(one(bank(*WORKS, plain, seed=seed), "wrote", "dykes"))


def meeting(*people: Deed, title: str = "the meeting at the mill", **given: Any) -> Event:
    return event("meeting", title, "1871-04-12", people=people, **given)


MISSING = deed("ada-bell", part=Part.ABSENT)
THERE = (
    deed("ben-carr", "took the chair"),
    deed("cy-dunn", part=Part.PRESENT),
    deed("di-egan", part=Part.COMPANION),
)


def test_absent_asks_who_was_not_there() -> None:
    question = one(bank(meeting(MISSING, *THERE)), "absent")
    assert question.prompt == (
        "By the author's account, which of these was NOT at the meeting at the mill in April 1871?"
    )
    assert question.key.id == "ada-bell"
    assert option_ids(question) == {"ada-bell", "ben-carr", "cy-dunn", "di-egan"}


def test_an_absence_that_minutes_show_is_nobodys_claim() -> None:
    question = one(bank(meeting(MISSING, *THERE, basis=Basis.PROTOCOL)), "absent")
    assert question.prompt == "In April 1871, which of these was NOT at the meeting at the mill?"


def test_an_explanation_says_who_was_missing() -> None:
    silent = meeting(MISSING, *THERE, statement="The board met at the mill.")
    told = one(bank(silent), "absent").explanation
    assert told.startswith("The board met at the mill. Ada Bell was not there.")
    telling = meeting(MISSING, *THERE, statement="The board met without Bell.")
    assert "was not there" not in one(bank(telling), "absent").explanation


def test_absent_offers_only_who_is_told_to_have_been_there() -> None:
    target, opponent = deed("ed-frost", part=Part.TARGET), deed("flo-gray", part=Part.OPPONENT)
    rumor = deed("gus-hart", part=Part.PRESENT, basis=Basis.HEARSAY)
    for seed in SEEDS:
        made = bank(meeting(MISSING, target, opponent, rumor, *THERE), seed=seed)
        assert not option_ids(one(made, "absent")) & {"ed-frost", "flo-gray", "gus-hart"}


def test_whoever_else_was_absent_is_no_distractor() -> None:
    for seed in SEEDS:
        for question in asked(
            bank(meeting(MISSING, deed("hal-irons", part=Part.ABSENT), *THERE), seed=seed), "absent"
        ):
            assert len(option_ids(question) & {"ada-bell", "hal-irons"}) == 1


def test_one_man_under_two_names_is_not_absent_and_present() -> None:
    twin = person("Old Ada", other_names=("Ada Bell",))
    for seed in SEEDS:
        made = bank(twin, meeting(MISSING, deed("old-ada", part=Part.PRESENT), *THERE), seed=seed)
        assert "old-ada" not in option_ids(one(made, "absent"))


def test_absent_is_withheld_where_fewer_than_two_were_there() -> None:
    made = bank(meeting(MISSING, THERE[0]))
    assert reasons(made, "absent") == ["the record tells of fewer than two who were there"]


def test_an_absence_on_memory_is_withheld() -> None:
    made = bank(meeting(deed("ada-bell", part=Part.ABSENT, basis=Basis.MEMORY), *THERE))
    assert reasons(made, "absent") == ["it rests on memory, inference or hearsay alone"]


@pytest.mark.parametrize(
    ("title", "asked_for"),
    [
        ("the long march to the sea", "did NOT take part in the long march to the sea"),
        (
            "the decision of the board to flee",
            "did NOT take part in the decision of the board to flee",
        ),
        ("the naming of a mayor", "was NOT present at the naming of a mayor"),
        ("the presence of the millers in town", "was NOT among the millers in town"),
    ],
)
def test_one_is_not_at_everything(title: str, asked_for: str) -> None:
    shown = meeting(MISSING, *THERE, title=title, basis=Basis.PROTOCOL)
    question = one(bank(shown), "absent")
    assert question.prompt == f"In April 1871, which of these {asked_for}?"


def test_nobody_takes_part_in_a_silence() -> None:
    made = bank(meeting(MISSING, *THERE, title="the silence of the bells"))
    assert reasons(made, "absent") == ["nobody takes part in that"]


def attendance(*members: str, edtf: str = "1871-04-12", absent: str = "ada-bell") -> Any:
    return name_list(
        "attendance",
        "the board's list of those present",
        *members,
        edtf=edtf,
        organization="board",
        sides=(Side(stand=Stand.ABSENT, who=absent),),
    )


def test_absent_asks_who_is_not_on_a_list() -> None:
    made = bank(attendance("ben-carr", "cy-dunn", "di-egan"), body("board", "Board"))
    question = one(made, "absent")
    assert question.prompt == (
        "In April 1871, which of these is NOT on the board's list of those present?"
    )
    assert question.explanation.count("Ada Bell") == 1


def test_who_is_on_a_list_of_the_same_day_and_body_was_there() -> None:
    board, fact = body("board", "Board"), meeting(MISSING, THERE[0], organizations=("board",))
    there = attendance("cy-dunn", "di-egan", absent="hal-irons")
    assert option_ids(one(bank(board, fact, there), "absent", "meeting")) >= {"ada-bell", "cy-dunn"}


@pytest.mark.parametrize("edtf", ["1871-04-13", "1871-04", "1871-04-10/1871-04-14"])
def test_a_list_that_may_be_of_another_day_tells_nothing_of_who_was_there(edtf: str) -> None:
    board, fact = body("board", "Board"), meeting(MISSING, THERE[0], organizations=("board",))
    there = attendance("cy-dunn", "di-egan", absent="hal-irons", edtf=edtf)
    assert asked(bank(board, fact, there), "absent", "meeting") == []


def test_an_absence_told_twice_is_asked_once() -> None:
    board, fact = body("board", "Board"), meeting(MISSING, *THERE, organizations=("board",))
    made = bank(board, fact, attendance("ben-carr", "cy-dunn"))
    assert reasons(made, "absent", "attendance") == ["it would ask the same as meeting"]


def reply(position: str = "the sluice was rotten", **given: Any) -> Any:
    answer = (Link(type=LinkType.IN_REPLY_TO, to="first"),)
    told = {"opponents": ("ben-carr",), "links": answer, "edtf": "1871-04", **given}
    return statement("reply", "ada-bell", position, **told)


FIRST = statement("first", "ben-carr", "the dyke was sound", edtf="1871-04")
OPINIONS = tuple(
    statement(f"of-{who}", who, f"the {thing} was dear", issue=thing)
    for who, thing in (
        ("cy-dunn", "bread"),
        ("di-egan", "hay"),
        ("ed-frost", "salt"),
        ("flo-gray", "wool"),
        ("gus-hart", "corn"),
    )
)


def test_opposed_asks_against_whom_a_view_was_argued() -> None:
    question = one(bank(*OPINIONS, FIRST, reply()), "opposed")
    assert question.prompt == (
        "In April 1871, against whom did Ada Bell argue, on the dyke, that the sluice was rotten?"
    )
    assert question.key.id == "ben-carr"
    assert "Ben Carr had held that the dyke was sound." in question.explanation


def test_who_holds_no_view_is_not_offered_beside_one_who_does() -> None:
    assert reasons(bank(FIRST, reply()), "opposed", "reply") == ["no good wrong answers"]
    for seed in SEEDS:
        offered = option_ids(one(bank(*OPINIONS, FIRST, reply(), seed=seed), "opposed"))
        assert offered <= {"ben-carr", *(opinion.speaker for opinion in OPINIONS)}


def test_who_was_answered_is_told_even_if_not_what_they_had_said() -> None:
    first = work("first", "On the Dyke", "ben-carr")
    told = one(bank(*OPINIONS, first, reply()), "opposed").explanation
    assert "That was an answer to Ben Carr." in told


def test_opposed_is_asked_only_of_replies() -> None:
    made = bank(*OPINIONS, FIRST, reply(links=()))
    assert "it is no reply" in reasons(made, "opposed", "reply")[0]


@pytest.mark.parametrize(
    "planted",
    [
        statement("x", "cy-dunn", "the gate leaked"),
        statement("x", "cy-dunn", "the mill was old", issue="mill", opponents=("ada-bell",)),
        statement("x", "ada-bell", "the mill was old", issue="mill", opponents=("cy-dunn",)),
    ],
    ids=["spoke on the issue", "quarrelled elsewhere", "was opposed elsewhere"],
)
def test_whoever_may_have_been_meant_as_well_is_no_distractor(planted: Any) -> None:
    for seed in SEEDS:
        made = bank(*OPINIONS, FIRST, reply(), planted, seed=seed)
        assert "cy-dunn" not in option_ids(one(made, "opposed", "reply"))


def test_of_two_opponents_one_alone_is_offered() -> None:
    for seed in SEEDS:
        made = bank(*OPINIONS, FIRST, reply(opponents=("ben-carr", "cy-dunn")), seed=seed)
        assert not option_ids(one(made, "opposed")) & {"ada-bell", "cy-dunn"}


def test_who_stood_with_the_speaker_is_offered() -> None:
    ally = statement("ally", "cy-dunn", "the dyke sank", edtf="1871-04", opponents=("ben-carr",))
    offered = [
        option_ids(one(bank(*OPINIONS, FIRST, reply(), ally, seed=seed), "opposed"))
        for seed in SEEDS
    ]
    assert any("cy-dunn" in ids for ids in offered)


def test_members_of_a_body_that_was_opposed_are_no_distractors() -> None:
    board = body("board", "Board", members=("cy-dunn",))
    for seed in SEEDS:
        made = bank(*OPINIONS, FIRST, reply(opponents=("ben-carr", "board")), board, seed=seed)
        assert "cy-dunn" not in option_ids(one(made, "opposed"))


def test_an_opponent_whom_the_view_names_is_not_asked_for() -> None:
    made = bank(*OPINIONS, FIRST, reply("Carr was wrong"))
    assert reasons(made, "opposed", "reply") == ["the stem names the answer"]


def view(ident: str, words: str, edtf: str, **given: Any) -> Any:
    return statement(ident, "ada-bell", words, edtf=edtf, **given)


REVERSES = (Link(type=LinkType.REVERSES, to="before"),)


def test_changed_asks_which_event_lies_between() -> None:
    views = (
        view("before", "the dyke was sound", "1871-03-20"),
        view("after", "the dyke was rotten", "1871-04-05", links=REVERSES),
    )
    question = one(bank(*SPRING, *views), "changed")
    assert question.card is None
    assert question.cards == ("flood:after#stance", "flood:before#stance")
    assert question.key.id == "event-3"
    assert question.prompt == (
        "In March 1871 Ada Bell, on the dyke, held that the dyke was sound; in April 1871, that the dyke was"
        " rotten. Which of these lies between the two?"
    )


def test_changed_tells_from_when_to_when_a_view_was_held_for_years() -> None:
    views = (
        view("before", "the dyke was sound", "1869/1870"),
        view("after", "the dyke was rotten", "1871-04-05", links=REVERSES),
    )
    question = one(bank(*SPRING, *views), "changed")
    assert question.prompt.startswith(
        "Between 1869 and 1870 Ada Bell, on the dyke, held that the dyke was sound; in April 1871, that"
    )
    assert question.explanation.startswith("Between 1869 and 1870 Ada Bell held that the dyke")


def test_changed_offers_nothing_that_may_lie_between() -> None:
    views = (
        view("before", "the dyke was sound", "1871-03"),
        view("after", "the dyke was rotten", "1871-05", links=REVERSES),
    )
    for seed in SEEDS:
        question = one(bank(*SPRING, *views, seed=seed), "changed")
        assert question.key.id == "event-4"
        # In March and in May nothing is certain: the views belong to some day of these months.
        assert not option_ids(question) & {"event-2", "event-3", "event-5", "event-6"}


def test_no_trifle_tells_when_somebody_changed_their_mind() -> None:
    trifling = [
        replace(e, importance=Importance.TRIVIA) if e.id == "event-3" else e for e in SPRING
    ]
    views = (
        view("before", "the dyke was sound", "1871-03-20"),
        view("after", "the dyke was rotten", "1871-04-05", links=REVERSES),
    )
    made = bank(*trifling, *views)
    assert reasons(made, "changed") == [
        "no event lies certainly between, beside others that do not"
    ]


@pytest.mark.parametrize(
    ("given", "edtf"),
    [
        ({"basis": Basis.MEMORY}, "1871-04-05"),
        ({"voice": Voice.REPORTED, "asserted_by": "ben-carr"}, "1871-04-05"),
        ({}, "1871-03"),
    ],
    ids=["on memory", "on another's word", "perhaps before"],
)
def test_a_change_that_is_not_sure_is_withheld(given: dict[str, Any], edtf: str) -> None:
    views = (
        view("before", "the dyke was sound", "1871-03-20"),
        view("after", "the dyke was rotten", edtf, links=REVERSES, **given),
    )
    made = bank(*SPRING, *views)
    assert asked(made, "changed") == []
    assert reasons(made, "changed")


def test_what_another_held_is_no_change_of_mind() -> None:
    views = (
        statement("before", "ben-carr", "the dyke was sound", edtf="1871-03-20"),
        view("after", "the dyke was rotten", "1871-04-05", links=REVERSES),
    )
    assert reasons(bank(*SPRING, *views), "changed") == ["it reverses what somebody else held"]


BOARD = body("board", "Board", members=("ada-bell", "ben-carr", "cy-dunn"))


def test_odd_one_out_asks_who_was_not_on_a_list() -> None:
    question = one(bank(BOARD), "odd-one-out")
    assert question.prompt == "Which of these was NOT a member of the Board?"
    assert question.key.id not in {"ada-bell", "ben-carr", "cy-dunn"}
    assert option_ids(question) - {question.key.id} == {"ada-bell", "ben-carr", "cy-dunn"}
    assert question.card is None
    assert question.cards == tuple(
        f"flood:board/{who}#member" for who in ("ada-bell", "ben-carr", "cy-dunn")
    )


def test_an_incomplete_list_has_no_odd_one_out() -> None:
    made = bank(body("board", "Board", members=("ada-bell", "ben-carr"), complete=False))
    assert reasons(made, "odd-one-out") == ["the list is not complete and excludes nobody"]


def test_a_member_under_another_name_is_never_the_odd_one_out() -> None:
    twins = [person(f"Old {n}", other_names=("Ada Bell",)) for n in "ABCDE"]
    for seed in SEEDS:
        made = bank(BOARD, *twins, seed=seed, people=("Ada Bell", "Ben Carr", "Cy Dunn", "Di Egan"))
        assert one(made, "odd-one-out").key.id == "di-egan"


def test_the_same_four_stand_together_whatever_the_seed() -> None:
    sets = [frozenset(option_ids(one(bank(BOARD, seed=seed), "odd-one-out"))) for seed in SEEDS]
    assert len(set(sets)) == 1


def ended(name: str, text: str, year: str | None, **given: Any) -> Person:
    when = dating(year, Calendar.GREGORIAN) if year else None
    return person(name, fate=Fate(text=text, when=when), **given)


ENDS = (
    ended("Ada Bell", "drowned at sea", "1872"),
    ended("Ben Carr", "died in bed", "1875"),
    ended("Cy Dunn", "was hanged", "1880"),
    ended("Di Egan", "died abroad", "1890"),
)


def test_a_fate_is_asked_in_the_lesson_that_tells_of_it() -> None:
    drowned = Fate(
        text="drowned at sea", when=dating("1872", Calendar.GREGORIAN), lesson="aftermath"
    )
    made = bank(replace(ENDS[0], fate=drowned), *ENDS[1:])
    assert one(made, "fate", "ada-bell").lesson == "aftermath"
    assert one(made, "fate", "ben-carr").lesson == "floods"


def test_fate_asks_what_became_of_somebody() -> None:
    question = one(bank(*ENDS), "fate", "ada-bell")
    assert question.prompt == "What became of Ada Bell?"
    assert question.key.text == "Drowned at sea, in 1872"
    assert len(question.options) == 4


@pytest.mark.parametrize("year", ["1872", "187X", None])
def test_a_fate_that_may_be_of_the_same_time_is_not_offered(year: str | None) -> None:
    planted = ended("Ed Frost", "was lost at sea", year)
    for seed in SEEDS:
        question = one(bank(*ENDS, planted, seed=seed), "fate", "ada-bell")
        assert "fate-of-ed-frost" not in option_ids(question)


def test_a_fate_without_a_year_is_withheld() -> None:
    made = bank(*ENDS, ended("Ed Frost", "left for good", None))
    assert "its year is not told" in reasons(made, "fate", "ed-frost")[0]


def named(name: str, *others: str, **given: Any) -> Person:
    return person(name, other_names=others, **{"importance": CORE, **given})


def test_also_known_as_asks_whose_name_it_is() -> None:
    made = bank(named("Ada Bell", "The Owl"))
    question = one(made, "also-known-as")
    assert "“Owl”" in question.prompt or "“The Owl”" in question.prompt
    assert question.key.id == "ada-bell"


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ("Adah Belle", "tells no more"),
        ("Ada", "tells no more"),
        ("the miller's daughter", "tells no more"),
        ("Widow Bell", "holds the surname"),
        ("Sir Ada", "tells no more"),
        ("the Colonel", "tells no more"),
        ("Captain Bell", "tells no more"),
    ],
)
def test_spellings_parts_and_titles_are_not_asked(other: str, reason: str) -> None:
    assert reason in reasons(bank(named("Ada Bell", other)), "also-known-as")[0]


def test_a_misprint_has_no_card() -> None:
    misprinted = person("Ada Bell", importance=CORE)
    made = bank(
        Person(
            **{
                **{name: getattr(misprinted, name) for name in misprinted.__dataclass_fields__},
                "other_names": (Name(name="Oda Quell", misprint=True),),
            }
        )
    )
    assert not [card for card in made.cards if card.aspect == "also-known-as"]


def test_whoever_goes_by_the_name_as_well_is_no_distractor_and_leaves_no_front() -> None:
    people = (named("Ada Bell", "Owl"), named("Ben Carr", "Night Owl"))
    for seed in SEEDS:
        for question in asked(bank(*people, seed=seed), "also-known-as", "ada-bell"):
            assert "ben-carr" not in option_ids(question)
    fronts = [f for f in bank(*people).fronts if f.card.id == "flood:ada-bell/owl#also-known-as"]
    assert fronts == []


def matched(*more: Any, seed: int = 0, **given: Any) -> Any:
    return one(bank(*DEEDS[:2], WORKS[2], *more, seed=seed, **given), "match")


MAYOR = person("Di Egan", offices=(office("mayor", "mayor of the valley"),))


def test_match_asks_whose_is_what() -> None:
    question = matched(MAYOR)
    assert (
        question.prompt
        == "Match Ada Bell, Ben Carr, Cy Dunn and Di Egan with what is told of each."
    )
    assert (question.form, question.card) == (Form.MATCH, None)
    assert dict(question.answer.pairs) == {
        "Ada Bell": "rang the alarm",
        "Ben Carr": "shut the sluice",
        "Cy Dunn": "wrote the essay “Of Floods”",
        "Di Egan": "was mayor of the valley",
    }
    assert set(texts(question)) == set(dict(question.answer.pairs).values())


def test_a_match_tells_an_event_before_it_says_why_that_matters() -> None:
    alarm = replace(DEEDS[0], statement="The valley was warned.", significance="It saved many.")
    question = one(bank(alarm, DEEDS[1], WORKS[2], MAYOR), "match")
    assert question.explanation.endswith(
        "Ada Bell rang the alarm. The valley was warned. It saved many."
    )


@pytest.mark.parametrize(
    "planted",
    [
        told("again", "ben-carr", "rang the alarm"),
        work("joint", "Of Floods", "ada-bell", medium="essay"),
        person("Ben Carr", offices=(office("other", "mayor of the valley"),)),
    ],
    ids=["did the same", "wrote under the same title", "was the same"],
)
def test_nothing_that_is_true_of_two_stands_in_one_match(planted: Any) -> None:
    record = chapter(*DEEDS, WORKS[2], MAYOR, planted)
    (question,) = (q for q in build_bank(record).questions if q.template == "match")
    people = option_ids(question)
    assert len(people) == len(question.options)
    for option in question.options:
        assert whose(record, option.text) & people == {option.id}


def test_nobody_stands_in_a_match_beside_a_deed_in_which_they_had_a_part() -> None:
    alarm = event(
        "alarm", "the alarm", people=(deed("ada-bell", "rang the alarm"), deed("ben-carr"))
    )
    assert asked(bank(alarm, DEEDS[1], WORKS[2], MAYOR), "match") == []


def test_no_predicate_of_a_match_names_another_of_its_persons() -> None:
    naming = told("alarm", "ada-bell", "saw Carr fall")
    assert asked(bank(naming, DEEDS[1], WORKS[2], MAYOR), "match") == []


def test_three_are_too_few_to_match() -> None:
    assert asked(bank(*DEEDS[:2], WORKS[2]), "match") == []
