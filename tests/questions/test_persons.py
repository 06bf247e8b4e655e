from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.questions.builders import (
    CORE,
    PEOPLE,
    SPRING,
    asked,
    bank,
    body,
    dating,
    deed,
    election,
    event,
    motion,
    name_list,
    office,
    one,
    option_ids,
    person,
    reasons,
    roll,
    statement,
    texts,
    work,
)
from trainer.chapters.record import (
    Affiliation,
    Basis,
    Deed,
    Event,
    Fate,
    Importance,
    Link,
    LinkType,
    Part,
    Person,
    Side,
    Stand,
    Statement,
    Status,
    Voice,
)
from trainer.questions.offices import are_in_turn
from trainer.questions.words import name_words_of_person


def flood(*people: Deed, **given: Any) -> Event:
    return event("flood", "the great flood", "1871-04-12", people=people, **given)


def test_who_did_asks_for_the_doer() -> None:
    question = one(bank(flood(deed("ada-bell", "rang the alarm"))), "who-did")
    assert question.prompt == "In April 1871, who rang the alarm?"
    assert question.key.id == "ada-bell"
    assert len(question.options) == 4


def test_whoever_did_the_same_is_no_distractor_and_leaves_no_front() -> None:
    both = flood(deed("ada-bell", "rang the alarm"), deed("ben-carr", "rang the alarm"))
    for seed in range(30):
        for question in asked(bank(both, seed=seed), "who-did"):
            assert len(option_ids(question) & {"ada-bell", "ben-carr"}) == 1
    assert not [front for front in bank(both).fronts if front.card.aspect == "who"]


@pytest.mark.parametrize(
    "part", [Part.ACTOR, Part.COMPANION, Part.PRESENT, Part.TARGET, Part.OPPONENT]
)
def test_who_took_part_without_a_deed_is_no_distractor(part: Part) -> None:
    made = flood(deed("ada-bell", "rang the alarm"), deed("ben-carr", part=part))
    for seed in range(30):
        assert "ben-carr" not in option_ids(one(bank(made, seed=seed), "who-did"))


def test_who_was_absent_is_a_distractor() -> None:
    made = flood(deed("ada-bell", "rang the alarm"), deed("ben-carr", part=Part.ABSENT))
    offered = [one(bank(made, seed=seed), "who-did") for seed in range(30)]
    assert any("ben-carr" in option_ids(question) for question in offered)


def test_deeds_of_one_person_in_one_event_are_one_card() -> None:
    made = bank(flood(deed("ada-bell", "rang the alarm"), deed("ada-bell", "woke the miller")))
    assert one(made, "who-did").prompt.endswith("who rang the alarm and woke the miller?")


def test_deeds_with_ids_are_cards_of_their_own() -> None:
    made = bank(
        flood(
            deed("ada-bell", "rang the alarm", id="bell"),
            deed("ada-bell", "woke the miller", id="mill"),
        )
    )
    assert {q.card for q in asked(made, "who-did")} == {
        "flood:flood/ada-bell.bell#who",
        "flood:flood/ada-bell.mill#who",
    }


def test_one_man_under_two_names_is_not_offered_twice() -> None:
    twin = person("Old Ada", other_names=("Ada Bell",))
    for seed in range(40):
        made = bank(twin, flood(deed("ada-bell", "rang the alarm")), seed=seed)
        assert "old-ada" not in option_ids(one(made, "who-did"))


def test_a_stem_never_names_its_answer() -> None:
    made = bank(flood(deed("ada-bell", "rang the Bell family's alarm")))
    assert reasons(made, "who-did") == ["the stem names the answer"]
    assert "the stem names the answer" in reasons(made, "front", "flood")


def test_nobody_whom_the_stem_names_is_an_option() -> None:
    for seed in range(30):
        made = bank(flood(deed("ada-bell", "woke Carr the miller")), seed=seed)
        assert "ben-carr" not in option_ids(one(made, "who-did"))


@pytest.mark.parametrize("died", ["1870", "1871"])
def test_the_dead_are_not_offered_nor_those_who_died_that_year(died: str) -> None:
    gone = person("Ben Carr", fate=Fate(text="died of the fever", when=dating(died)))
    for seed in range(30):
        assert "ben-carr" not in option_ids(
            one(bank(gone, flood(deed("ada-bell", "rang the alarm")), seed=seed), "who-did")
        )


@pytest.mark.parametrize(("left", "offered"), [("1871-03", False), ("1871-05", True)])
def test_who_had_left_the_party_by_then_is_not_offered(left: str, *, offered: bool) -> None:
    def miller(name: str, to: str | None = None) -> Person:
        until = dating(to) if to else None
        return person(name, affiliations=(Affiliation(organization="guild", to=until),))

    facts = (
        body("guild", "Guild"),
        *(miller(name) for name in ("Ada Bell", "Cy Dunn", "Di Egan", "Ed Fry")),
        miller("Ben Carr", left),
        flood(deed("ada-bell", "rang the alarm")),
    )
    seen = {
        who
        for seed in range(30)
        for who in option_ids(one(bank(*facts, seed=seed, people=()), "who-did"))
    }
    assert ("ben-carr" in seen) == offered


@pytest.mark.parametrize("basis", [Basis.MEMORY, Basis.INFERENCE, Basis.HEARSAY])
def test_what_rests_on_memory_or_less_is_withheld(basis: Basis) -> None:
    made = bank(flood(deed("ada-bell", "rang the alarm"), basis=basis))
    assert {question.template for question in made.questions} <= {"basis"}
    assert any(str(basis) in reason for reason in reasons(made, "who-did"))


def test_a_deed_on_hearsay_is_withheld_alone() -> None:
    made = bank(
        flood(
            deed("ada-bell", "rang the alarm", basis=Basis.HEARSAY),
            deed("ben-carr", "woke the miller"),
        )
    )
    assert [q.key.id for q in asked(made, "who-did")] == ["ben-carr"]


def test_a_reported_fact_says_whose_word_it_is() -> None:
    made = bank(
        flood(deed("ada-bell", "rang the alarm"), voice=Voice.REPORTED, asserted_by="cy-dunn")
    )
    question = one(made, "who-did")
    assert question.prompt.startswith("According to Cy Dunn, who in April 1871 rang")
    assert "cy-dunn" not in option_ids(question)


@pytest.mark.parametrize(
    ("teller", "named"), [("parish", "the Parish Council"), ("report", "the report “On the Flood”")]
)
def test_a_body_or_a_work_may_report_a_fact(teller: str, named: str) -> None:
    made = bank(
        body("parish", "Parish Council"),
        work("report", "On the Flood", medium="report"),
        flood(deed("ada-bell", "rang the alarm"), voice=Voice.REPORTED, asserted_by=teller),
    )
    question = one(made, "who-did")
    assert question.prompt.startswith(f"According to {named}, who in April 1871 rang")


def test_who_reports_their_own_deed_is_not_named_in_the_stem() -> None:
    made = bank(
        flood(deed("ada-bell", "rang the alarm"), voice=Voice.REPORTED, asserted_by="ada-bell")
    )
    question = one(made, "who-did")
    assert question.prompt == "By a later account, who in April 1871 rang the alarm?"
    assert question.key.id == "ada-bell"
    assert question.key.why == "¶ 1 says so, by Ada Bell's own account."


def test_who_reports_what_they_took_part_in_is_named_once() -> None:
    made = bank(
        flood(deed("ada-bell", "went out with Dunn"), voice=Voice.REPORTED, asserted_by="cy-dunn")
    )
    question = one(made, "who-did")
    assert question.prompt == "By a later account, who in April 1871 went out with Dunn?"
    assert "It is Cy Dunn who tells this." in question.explanation


@pytest.mark.parametrize(
    ("edtf", "lead"),
    [
        ("[1871-04-10..1871-04-14]", "In April 1871"),
        ("1871-04-10/1871-04-14", "In April 1871"),
        ("[1871-04-28,1871-05-03]", "In April–May 1871"),
        ("1871-03/1871-07", "In 1871"),
        ("[1871-02-01..1871-09-01]", "In 1871"),
        ("1871~", "About 1871"),
        ("1871-04~", "About April 1871"),
    ],
)
def test_the_lead_is_as_narrow_as_the_date(edtf: str, lead: str) -> None:
    rung = event("rung", "the ringing", edtf, people=(deed("ada-bell", "rang the alarm"),))
    assert one(bank(rung), "who-did").prompt == f"{lead}, who rang the alarm?"


@pytest.mark.parametrize("edtf", ["[1870-04-12,1871-04-12]", "../1871-04-12", "1871?"])
def test_a_loose_or_doubtful_date_gives_no_lead(edtf: str) -> None:
    rung = event("rung", "the ringing", edtf, people=(deed("ada-bell", "rang the alarm"),))
    assert one(bank(rung), "who-did").prompt == "Who rang the alarm?"


def _reasons_for(who: str, *facts: Event) -> set[str]:
    made = [q for seed in range(30) for q in asked(bank(*facts, seed=seed), "who-did", "flood")]
    offered = (option for question in made for option in question.options)
    return {option.why for option in offered if option.id == who and not option.correct}


@pytest.mark.parametrize("basis", [Basis.MEMORY, Basis.INFERENCE, Basis.HEARSAY])
def test_what_is_only_inferred_is_no_reason(basis: Basis) -> None:
    hidden = flood(
        deed("ada-bell", "rang the alarm"), deed("ben-carr", "hid the rope", basis=basis)
    )
    assert _reasons_for("ben-carr", hidden) == {"Ben Carr."}


def test_what_somebody_reports_is_a_reason_on_their_word() -> None:
    told = flood(
        deed("ada-bell", "rang the alarm"),
        deed("ben-carr", "hid the rope"),
        voice=Voice.REPORTED,
        asserted_by="cy-dunn",
    )
    assert _reasons_for("ben-carr", told) == {"According to Cy Dunn, Ben Carr hid the rope."}


def test_what_an_eyewitness_tells_of_one_is_the_authors_account() -> None:
    seen = deed("ben-carr", "hid the rope", basis=Basis.EYEWITNESS)
    made = bank(flood(deed("ada-bell", "rang the alarm"), seen))
    prompts = {q.key.id: q.prompt for q in asked(made, "who-did")}
    assert prompts["ben-carr"] == "By the author's account, who in April 1871 hid the rope?"
    assert prompts["ada-bell"] == "In April 1871, who rang the alarm?"


def test_a_deed_that_tells_its_month_is_given_the_year() -> None:
    made = bank(flood(deed("ada-bell", "rang the alarm twice in April")))
    assert one(made, "who-did").prompt == "Who rang the alarm twice in April 1871?"


def test_a_deed_of_another_year_keeps_its_month_bare() -> None:
    later = event("later", "the feast", "1874-04", people=(deed("ada-bell", "told of April"),))
    assert one(bank(later), "who-did").prompt == "In 1874, who told of April?"


def test_what_an_eyewitness_tells_is_the_authors_account() -> None:
    made = bank(flood(deed("ada-bell", "rang the alarm"), basis=Basis.EYEWITNESS))
    assert one(made, "who-did").prompt.startswith("By the author's account, who in April 1871 rang")


@pytest.mark.parametrize("given", [{"ask": False, "reason": "unfair"}, {"status": Status.DRAFT}])
def test_a_closed_fact_yields_nothing_but_reasons(given: dict[str, object]) -> None:
    made = bank(flood(deed("ada-bell", "rang the alarm"), **given))
    assert not made.questions
    assert not made.fronts
    assert not [card for card in made.cards if card.fact == "flood"]
    assert reasons(made, "who-did")


def test_author_asks_for_one_of_several() -> None:
    letter = work("letter", "On Dykes", "ada-bell", "ben-carr", medium="letter")
    for seed in range(20):
        question = one(bank(letter, seed=seed), "author")
        assert question.prompt == "Who was one of the authors of the letter “On Dykes”?"
        assert len(option_ids(question) & {"ada-bell", "ben-carr"}) == 1
    (front,) = [front for front in bank(letter).fronts if front.card.aspect == "author"]
    assert front.answer == "Ada Bell and Ben Carr"


def test_an_attributed_work_tells_whose_word_first() -> None:
    letter = work(
        "w", "the letter on the dyke", "ada-bell", when=dating("1871-05"), basis=Basis.EYEWITNESS
    )
    stem = one(bank(letter), "author").prompt
    assert stem == "By the author's account, who in May 1871 wrote the letter on the dyke?"


def test_two_works_of_one_title_have_no_front_and_share_no_options() -> None:
    works = (work("one", "On Dykes", "ada-bell"), work("two", "On Dykes", "ben-carr"))
    made = bank(*works)
    assert not [front for front in made.fronts if front.card.aspect == "author"]
    for seed in range(30):
        assert "ben-carr" not in option_ids(one(bank(*works, seed=seed), "author", "one"))


def test_an_office_is_asked_in_the_lesson_that_tells_of_it() -> None:
    mayor = replace(office("mayor", "mayor of the valley"), lesson="council")
    made = bank(person("Ada Bell", offices=(mayor, office("reeve", "reeve of the village"))))
    lessons = {front.card.subject: front.card.lesson for front in made.fronts}
    assert lessons == {"mayor": "council", "reeve": "floods"}


def test_those_who_held_an_office_in_turn_are_offered_for_each_other() -> None:
    roles = (
        "the first mayor of Penrow",
        "the second mayor of Penrow",
        "the third and last mayor of Penrow",
    )
    mayors = [
        person(name, offices=(office(f"mayor-{place}", role, "north"),))
        for place, (name, role) in enumerate(zip(PEOPLE[:3], roles, strict=True))
    ]
    made = bank(body("north", "North Assembly"), *mayors, people=())
    for question in asked(made, "holder"):
        assert option_ids(question) >= {"ada-bell", "ben-carr", "cy-dunn"}
    for question in asked(made, "role"):
        assert {text.casefold() for text in texts(question)} == {role.casefold() for role in roles}
    assert len(asked(made, "holder")) == len(asked(made, "role")) == 3


@pytest.mark.parametrize(
    ("one", "other", "in_turn"),
    [
        ("the first mayor", "the third and last mayor", True),
        ("the first mayor", "the first mayor", False),
        ("the first mayor", "the second miller", False),
        ("the last mayor", "the second mayor", False),
        ("the mayor", "the second mayor", False),
    ],
)
def test_an_ordinal_alone_parts_offices_in_turn(one: str, other: str, in_turn: bool) -> None:  # noqa: FBT001
    assert are_in_turn(one, other) is in_turn


def test_an_office_that_is_a_name_is_asked_without_its_article() -> None:
    reeve = person("Tobias Lunt", other_names=("the Reeve",), importance=Importance.CORE)
    question = one(bank(reeve), "also-known-as")
    assert "“Reeve”" in question.prompt
    assert name_words_of_person(reeve) == {"tobias", "lunt", "reeve"}


def test_an_office_held_twice_has_no_holder_question() -> None:
    made = bank(
        person("Ada Bell", offices=(office("a", "mayor of the valley"),)),
        person("Ben Carr", offices=(office("b", "mayor of the valley"),)),
    )
    assert not asked(made, "holder")
    assert len(reasons(made, "holder")) == 2


def test_who_had_to_do_with_the_body_is_no_distractor_for_its_offices() -> None:
    council = body("council", "Council", members=("ben-carr",), complete=False)
    mayor = person("Ada Bell", offices=(office("a", "mayor of the valley", "council"),))
    for seed in range(30):
        assert "ben-carr" not in option_ids(one(bank(council, mayor, seed=seed), "holder"))


def test_who_held_an_office_is_asked_among_his_like_alone() -> None:
    def somebody(name: str, circle: str | None, **given: Any) -> Person:
        ties = (Affiliation(organization=circle),) if circle else ()
        return person(name, affiliations=ties, **given)

    millers = [somebody(f"Miller {name}", "guild") for name in ("Ash", "Birch", "Cedar", "Dale")]
    mayor = office("a", "mayor of the valley")
    guild = body("guild", "Guild")
    alone = bank(guild, *millers, somebody("Ada Bell", None, offices=(mayor,)), people=())
    assert not asked(alone, "holder")
    among = bank(guild, *millers, somebody("Ada Bell", "guild", offices=(mayor,)), people=())
    assert len(asked(among, "holder")) == 1


def test_a_gloss_that_says_what_the_office_says_is_told_once() -> None:
    agent = office("a", "agent of Lord Marl")
    for gloss, told in (
        ("Lord Marl's agent", "Ada Bell was agent of Lord Marl."),
        ("a widow", "Ada Bell, a widow, was agent of Lord Marl."),
    ):
        made = bank(person("Ada Bell", gloss=gloss, offices=(agent,)))
        assert one(made, "holder").explanation.startswith(told)


def test_who_lived_in_another_time_is_offered_where_nobody_else_is() -> None:
    years = ("1788", "1789", "1790", "1793", "1846", "1849")
    people = [name.lower().replace(" ", "-") for name in PEOPLE[:6]]
    fires = [
        event(f"fire-{year}", f"fire {n}", year, people=(deed(people[n], f"lit fire number {n}"),))
        for n, year in enumerate(years)
    ]
    for seed in range(10):
        made = bank(*fires, people=PEOPLE[:6], seed=seed)
        assert option_ids(one(made, "who-did", "fire-1788")) == set(people[:4])
        late = option_ids(one(made, "who-did", "fire-1846"))
        assert len(late) == 4
        assert set(people[4:]) <= late


def test_who_is_of_less_note_is_asked_for_among_their_like() -> None:
    great = [person(f"Great G{n}", importance=Importance.CORE) for n in range(4)]
    small = [person(f"Small S{n}") for n in range(4)]
    keeper = person("Ada Bell", offices=(office("a", "keeper of the sluice"),))
    for seed in range(10):
        question = one(bank(*great, *small, keeper, people=(), seed=seed), "holder")
        assert not any(name.startswith("great") for name in option_ids(question))


def test_the_reason_of_the_key_is_where_it_stands() -> None:
    made = bank(event("fire", "the fire", people=(deed("ada-bell", "set fire to the mill"),)))
    assert one(made, "who-did").key.why == "¶ 1 says so."


def test_role_offers_roles_of_others() -> None:
    made = bank(
        *(
            person(name, offices=(office(f"o{n}", f"keeper of the {thing} gate"),))
            for n, (name, thing) in enumerate(
                [
                    ("Ada Bell", "north"),
                    ("Ben Carr", "south"),
                    ("Cy Dunn", "upper"),
                    ("Di Egan", "lower"),
                ]
            )
        )
    )
    assert {q.key.text for q in asked(made, "role")} == {
        f"Keeper of the {thing} gate" for thing in ("north", "south", "upper", "lower")
    }


def test_a_role_of_another_year_is_no_temptation() -> None:
    roles = ["mayor in 1871", "reeve in 1871", "clerk in 1871", "miller in 1871", "judge in 1936"]
    people = [person(f"Ada A{n}", offices=(office(f"o{n}", r),)) for n, r in enumerate(roles)]
    for seed in range(10):
        made = bank(*people, people=(), seed=seed)
        assert not any("Judge in 1936" in texts(question) for question in asked(made, "role"))


def test_role_offers_roles_of_the_same_side_however_many_others_there_are() -> None:
    guild = (Affiliation(organization="guild"),)
    millers = [
        person(
            f"Miller M{n}", affiliations=guild, offices=(office(f"m{n}", f"miller of wheel {n}"),)
        )
        for n in range(80)
    ]
    squires = [
        person(f"Squire S{n}", offices=(office(f"s{n}", f"squire of manor {n}"),)) for n in range(6)
    ]
    for seed in range(10):
        made = bank(body("guild", "Guild"), *millers, *squires, people=(), seed=seed)
        for question in asked(made, "role", "squire-s0"):
            assert {text.split()[0] for text in texts(question)} == {"Squire"}


def test_a_trifle_that_many_were_is_not_asked() -> None:
    clerks = [
        person(f"Person C{n}", offices=(office(f"c{n}", f"a clerk of the port {n}"),))
        for n in range(6)
    ]
    made = bank(replace(clerks[0], importance=Importance.TRIVIA), *clerks[1:], people=())
    assert not asked(made, "role", "person-c0")
    assert asked(made, "role", "person-c1")


def test_a_complete_list_excludes_and_an_incomplete_one_does_not() -> None:
    whole = body("council", "Council", members=("ada-bell", "ben-carr"))
    part = body("council", "Council", members=("ada-bell", "ben-carr"), complete=False)
    assert len(asked(bank(whole), "member")) == 2
    assert not asked(bank(part), "member")
    assert "excludes nobody" in reasons(bank(part), "member")[0]


def test_only_one_member_stands_among_the_options() -> None:
    members = ("ada-bell", "ben-carr", "cy-dunn", "di-egan")
    for seed in range(20):
        for question in asked(
            bank(body("council", "Council", members=members), seed=seed), "member"
        ):
            assert len(option_ids(question) & set(members)) == 1


@pytest.mark.parametrize(
    "title", ["the speakers at the fair", "the three whom it chose", "the men of the fair"]
)
def test_a_list_of_several_is_no_body(title: str) -> None:
    made = bank(name_list("list", title, "ada-bell", "ben-carr", "cy-dunn"))
    assert {q.prompt for q in asked(made, "member")} <= {
        f"Which of these was one of {title}?",
        f"Which of these was among {title}?",
    }


@pytest.mark.parametrize("title", ["the presidium of the fair", "the press of the three towns"])
def test_one_belongs_to_a_body(title: str) -> None:
    question = one(bank(name_list("list", title, "ada-bell")), "member")
    assert question.prompt == f"Which of these belonged to {title}?"


def test_a_list_that_tells_its_day_has_no_lead() -> None:
    told = name_list("list", "the men at the dyke on 12 April", "ada-bell", edtf="1871-04-12")
    assert one(bank(told), "member").prompt.endswith(" the men at the dyke on 12 April 1871?")
    assert one(bank(told), "member").prompt.startswith("Which of these was ")


def test_an_attributed_list_tells_whose_word_first() -> None:
    told = name_list(
        "list", "the guard of the dyke", "ada-bell", edtf="1871", basis=Basis.EYEWITNESS
    )
    assert one(bank(told), "member").prompt == (
        "By the author's account, which of these in 1871 belonged to the guard of the dyke?"
    )


def test_an_alternate_is_offered_only_beside_full_members() -> None:
    made = bank(
        election(
            "poll",
            "the election of the dyke board",
            {},
            elected=roll("ada-bell"),
            alternates=roll("ben-carr"),
        )
    )
    assert "full member" in one(made, "elected").prompt


def test_members_have_no_front() -> None:
    made = bank(body("council", "Council", members=("ada-bell", "ben-carr")))
    assert not [front for front in made.fronts if front.card.aspect == "member"]


def test_stance_offers_opponents_but_nobody_else_who_spoke() -> None:
    made = (
        statement("for", "ada-bell", "the dyke should be raised", opponents=("ben-carr",)),
        statement("against", "ben-carr", "the dyke was high enough"),
        statement("unclear", "cy-dunn", "a dyke needs money"),
    )
    offered = [option_ids(one(bank(*made, seed=seed), "stance", "for")) for seed in range(30)]
    assert any("ben-carr" in ids for ids in offered)
    assert all("cy-dunn" not in ids for ids in offered)


def test_an_opponent_is_told_by_what_they_answered_or_else_held_at_the_time() -> None:
    views = (
        statement("old", "ben-carr", "the mill mattered more", when=dating("1869-04-12")),
        statement(
            "near", "ben-carr", "the dyke was no concern of theirs", when=dating("1871-04-20")
        ),
        statement(
            "for",
            "ada-bell",
            "it should be raised",
            when=dating("1871-04-12"),
            opponents=("ben-carr",),
        ),
    )
    reply = statement(
        "reply",
        "ben-carr",
        "the dyke was high enough",
        when=dating("1871-09-12"),
        opponents=("ada-bell",),
        links=(Link(type=LinkType.IN_REPLY_TO, to="for"),),
    )
    assert _why_not_ben(*views, reply) == "Ben Carr held that the dyke was high enough."
    assert _why_not_ben(*views) == "Ben Carr held that the dyke was no concern of theirs."
    told = _why_not_ben(views[0], views[2])
    assert told == "Ben Carr stood on the other side of this issue."


def test_stance_offers_nobody_who_voted_on_the_issue() -> None:
    views = statement("for", "ada-bell", "the dyke should be raised", when=dating("1871-04-10"))
    vote = motion(
        "vote", "raise the dyke", "board", (6, 4), sides=(Side(stand=Stand.FOR, who="ben-carr"),)
    )
    people = ("Ada Bell", "Ben Carr", "Cy Dunn", "Di Egan", "Ed Finn")

    def offered(decided: str | None) -> set[str]:
        made = [bank(views, replace(vote, issue=decided), people=people, seed=n) for n in range(9)]
        return {each for one_of in made for each in option_ids(one(one_of, "stance", "for"))}

    assert "ben-carr" in offered(None)
    assert "ben-carr" not in offered("the-dyke")


def _why_not_ben(*views: Statement) -> str:
    made = bank(*views, people=("Ada Bell", "Ben Carr", "Cy Dunn", "Di Egan"))
    options = one(made, "stance", "for").options
    return next(option.why for option in options if option.id == "ben-carr")


def test_an_undated_view_is_given_no_year() -> None:
    views = [
        statement(f"view-{n}", "ben-carr", f"the dyke needed {n} men", when=dating(f"1871-04-{n}"))
        for n in range(10, 20)
    ]
    undated = statement("undated", "ada-bell", "the dyke should be raised", importance=CORE)
    question = one(bank(*SPRING, *views, undated), "stance", "undated")
    assert question.prompt == "On the dyke, who held that the dyke should be raised?"


def test_an_issue_that_tells_its_month_is_given_the_year() -> None:
    view = statement("view", "ada-bell", "it was lost", when=dating("1871-04-12"))
    made = bank(view, issues=(("the-dyke", "the fall of the dyke in April"),))
    assert one(made, "stance").prompt == (
        "On the fall of the dyke in April 1871, who held that it was lost?"
    )


def test_an_issue_that_the_position_names_is_not_said_twice() -> None:
    view = statement("view", "ada-bell", "the north dyke was too low", edtf="1871-04-12")
    made = bank(view, issues=(("the-dyke", "the height of the north dyke"),))
    assert one(made, "stance").prompt == ("Who held in April 1871 that the north dyke was too low?")


def test_a_position_that_several_held_is_withheld() -> None:
    made = bank(
        *(
            statement(f"s{n}", who, "the dyke should be raised")
            for n, who in enumerate(["ada-bell", "ben-carr"])
        )
    )
    assert not asked(made, "stance")


def test_too_few_persons_make_no_question() -> None:
    made = bank(flood(deed("ada-bell", "rang the alarm")), people=("Ada Bell", "Ben Carr"))
    assert reasons(made, "who-did") == ["only 1 good wrong answer"]
