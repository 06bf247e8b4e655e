"""Evidence: what a text proves of a record, and what it does not. The village and its text are invented."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from trainer.chapters.evidence import Finding, Verdict, prove
from trainer.chapters.record import (
    Affiliation,
    Alternative,
    Candidate,
    Chapter,
    Count,
    Counts,
    Dating,
    Deed,
    Derivation,
    Event,
    Evidence,
    Fact,
    Fate,
    Member,
    Name,
    Office,
    Organization,
    Outcome,
    Part,
    Person,
    Roll,
    Round,
    Side,
    Source,
    Stand,
    Statement,
    Status,
    Term,
    Vote,
    VoteType,
    Work,
)
from trainer.dates import Calendar, make_date
from trainer.text.fingerprints import fingerprint

TEXT = """\
A Year in the Village
On the third [ 16] of April, after a long journey, Alder and Birch came back to the village.
In April they quarrelled. On the ninth, Alder walked out; three days later, on the first day of fair weather, he returned.
The council sat from the fourteenth to the twenty- second of May and met again on June 25 (12).
The dyke had 414 votes, 519 opposed it, 67 not voting. The next was passed by ten votes to two.
Alder got 104 votes, Birch 101, Cedar 97; Dogwood and Elm 95 each. There were 109 ballots.
A committee of three was chosen: Birch, Cedar and I. I spoke for the Dyke Fund, “Mud and Money” in hand.
In 1922 Birch wrote that he had seen it all on Tuesday, the 2nd of May; he had not, as early as Apr. 14, o.s.
Twenty-four fishermen, six millers and one carter voted for the dyke, and twenty thousand bricks were ordered.
"""
AT = Source(file="facts.yaml", line=7, column=3)


def cites(paragraph: int, *prints: str) -> Evidence:
    return Evidence(paragraph=paragraph, prints=prints)


def day(edtf: str, calendar: Calendar = Calendar.JULIAN, **more: Any) -> Dating:
    return Dating(date=make_date(edtf, calendar), **more)


def person(identifier: str, *others: str) -> Person:
    names = tuple(Name(name=other) for other in others)
    name = identifier.title()
    return Person(id=identifier, source=AT, name=f"Old {name}", sort_name=name, other_names=names)


PEOPLE = tuple(map(person, ("alder", "birch", "cedar", "dogwood", "elm", "narrator")))
CHAPTER = Chapter(
    id="village",
    digest="",
    title="A Year",
    work="Years",
    author="N.",
    narrator="narrator",
    year=1917,
    calendar=Calendar.JULIAN,
    format=1,
    version="1",
    licence="CC BY 4.0",
    segmentation="lines",
    persons=PEOPLE,
)
SORTS = {
    Person: "persons",
    Organization: "organizations",
    Event: "events",
    Vote: "votes",
    Work: "works",
    Statement: "statements",
    Term: "terms",
}


def findings(fact: Fact, text: str = TEXT, chapter: Chapter = CHAPTER) -> dict[str, Finding]:
    sort = SORTS[type(fact)]
    everything: dict[str, Any] = {sort: (*getattr(chapter, sort), fact)}
    report = prove(replace(chapter, **everything), text)
    (found,) = (each for each in report.facts if each.fact == fact.id)
    return {finding.path: finding for finding in found.findings}


def event(*evidence: Evidence, when: Dating | None = None, people: tuple[Deed, ...] = ()) -> Event:
    return Event(id="e", source=AT, title="it", evidence=evidence, when=when, people=people)


def verdict_on_tokens(*evidence: Evidence) -> Finding:
    return findings(event(*evidence))[f"evidence[{len(evidence) - 1}]"]


# Tokens


def test_tokens_in_order_in_their_paragraph_are_proved() -> None:
    assert verdict_on_tokens(cites(2, "third [16] of April", "Birch")).verdict is Verdict.PROVED


@pytest.mark.parametrize(
    ("evidence", "reason"),
    [
        (cites(2, "Birch", "Alder"), "in this order"),
        (cites(2, "long journey", "journey"), "without overlapping"),
        (cites(6, "10"), "only part of a word"),
        (cites(6, "third of June"), "is not printed in ¶ 6"),
        (cites(30, "Birch"), "there is no ¶ 30"),
        (cites(2, "…"), "holds no word"),
        (cites(2), "there are no tokens"),
    ],
)
def test_tokens_that_do_not_stand_there_fail(evidence: Evidence, reason: str) -> None:
    finding = verdict_on_tokens(evidence)
    assert finding.verdict is Verdict.FAILED
    assert reason in finding.reason
    assert finding.mend


def test_a_token_of_another_paragraph_is_told_where_it_stands() -> None:
    assert verdict_on_tokens(cites(2, "104 votes")).mend == "it is in ¶ 6: correct the number"


@pytest.mark.parametrize(("between", "verdict"), [(38, Verdict.PROVED), (39, Verdict.FAILED)])
def test_tokens_stand_within_forty_words(between: int, verdict: Verdict) -> None:
    text = f"Alder {'and so on ' * 13}".split()[: between + 1]
    found = findings(event(cites(1, "Alder", "Birch")), " ".join([*text, "Birch"]))
    assert found["evidence[0]"].verdict is verdict


def test_the_closest_tokens_count_where_one_stands_twice() -> None:
    text = f"Alder {'and so on ' * 20} Alder met Birch"
    found = findings(event(cites(1, "Alder", "Birch")), text)
    assert found["evidence[0]"].verdict is Verdict.PROVED


def test_a_fact_without_evidence_fails() -> None:
    assert findings(event())["evidence"].verdict is Verdict.FAILED


# Dates


def verdict_on(when: Dating, *evidence: Evidence) -> Verdict:
    return findings(event(*evidence, when=when))["date"].verdict


RETURN = cites(2, "third [ 16] of April")
SESSION = cites(4, "fourteenth to the twenty- second of May")


@pytest.mark.parametrize(
    ("when", "evidence"),
    [
        (day("1917-04-03"), RETURN),
        (day("1917-04-16", Calendar.GREGORIAN), RETURN),
        (day("1917-06-12"), cites(4, "June 25 (12)")),
        (day("1917-06-25", Calendar.GREGORIAN), cites(4, "June 25 (12)")),
        (day("1917-05-14/1917-05-22"), SESSION),
        (day("1917-05-02"), cites(8, "the 2nd of May")),
        (day("1917-05-02", weekday="Tuesday"), cites(8, "Tuesday, the 2nd of May")),
        (day("1917-04-14"), cites(8, "Apr. 14, o.s.")),
        (day("1917-04"), cites(3, "In April")),
        (day("1922"), cites(8, "In 1922")),
        (day("1917"), cites(3, "In April")),
    ],
)
def test_a_printed_date_is_proved(when: Dating, evidence: Evidence) -> None:
    assert verdict_on(when, evidence) is Verdict.PROVED


@pytest.mark.parametrize(
    ("when", "evidence"),
    [
        (day("1917-04-04"), RETURN),
        (day("1917-05-03"), RETURN),
        (day("1918-04-03"), RETURN),
        (day("1917-04-16"), RETURN),
        (day("1917-04-03", Calendar.GREGORIAN), RETURN),
        (day("1917-06-25"), cites(4, "June 25 (12)")),
        (day("1917-04-14", Calendar.GREGORIAN), cites(8, "Apr. 14, o.s.")),
        (day("1917-05-14/1917-05-23"), SESSION),
        (day("1917-05-20"), SESSION),
        (day("1917-05"), RETURN),
        (day("1923"), cites(8, "In 1922")),
        (day("1917"), cites(8, "In 1922")),
        (day("1917-04-01"), cites(3, "In April", "first day of fair weather")),
        (day("1917-04-03"), cites(2, "Alder and Birch")),
        (day("1917-04-09"), cites(3, "On the ninth")),
        (day("1917-04-03"), cites(3, "In April", "three days later")),
        (day("1917-04-01"), cites(3, "In April", "first")),
    ],
)
def test_a_date_that_is_not_printed_fails(when: Dating, evidence: Evidence) -> None:
    assert verdict_on(when, evidence) is Verdict.FAILED


def test_a_month_may_come_from_an_earlier_item() -> None:
    when = day("1917-04-09")
    assert verdict_on(when, cites(3, "In April"), cites(3, "On the ninth")) is Verdict.PROVED
    assert verdict_on(when, cites(3, "On the ninth"), cites(3, "In April")) is Verdict.FAILED


def test_the_end_of_a_clause_shows_that_an_ordinal_is_a_day() -> None:
    evidence = cites(3, "In April", "On the ninth, Alder walked out")
    assert verdict_on(day("1917-04-09"), evidence) is Verdict.PROVED


def test_a_weekday_that_no_token_prints_fails() -> None:
    found = findings(event(RETURN, when=day("1917-04-03", weekday="Monday")))
    assert found["date.weekday"].verdict is Verdict.FAILED


def test_a_wrong_day_is_told_which_days_are_printed() -> None:
    reason = findings(event(RETURN, when=day("1917-04-04")))["date"].reason
    assert reason == "the tokens print 3 April, 16 April, not 4 April"


@pytest.mark.parametrize(
    ("token", "days", "verdict"),
    [
        ("three days later", 3, Verdict.DERIVED),
        ("three days later", -3, Verdict.DERIVED),
        ("three days later", 4, Verdict.FAILED),
        ("he returned", 3, Verdict.FAILED),
        ("he returned", 0, Verdict.DERIVED),
    ],
)
def test_a_derived_date_needs_its_span_in_print(token: str, days: int, verdict: Verdict) -> None:
    when = day("1917-04-12", derived=Derivation(from_fact="quarrel", days=days))
    assert verdict_on(when, cites(3, token)) is verdict


@pytest.mark.parametrize(
    ("token", "derivation"),
    [
        ("the next day", Derivation(from_fact="a", days=1)),
        ("on the eve of the fair", Derivation(from_fact="a", days=-1)),
        ("a week later", Derivation(from_fact="a", days=7)),
        ("a week later", Derivation(from_fact="a", weeks=1)),
        ("two months before", Derivation(from_fact="a", months=-2)),
        ("ten years", Derivation(from_fact="a", years=10)),
        ("within twenty-four hours", Derivation(from_fact="a", days=1)),
    ],
)
def test_spans_are_read_as_people_print_them(token: str, derivation: Derivation) -> None:
    fact = event(cites(1, token), when=day("1917-08-08", derived=derivation))
    assert findings(fact, f"It was {token}, they say.")["date"].verdict is Verdict.DERIVED


def test_a_corrected_date_is_not_called_proved_and_its_tokens_must_occur() -> None:
    when = day("1917-04-04", status=Status.CORRECTED, note="the print errs")
    found = findings(event(cites(2, "fourth of April"), when=when))
    assert found["date"].verdict is Verdict.CORRECTED
    assert found["date"].reason == "the print errs"
    assert found["evidence[0]"].verdict is Verdict.FAILED


# Tallies


def motion(counts: dict[str, int], *evidence: Evidence, **more: Any) -> dict[str, Verdict]:
    given: dict[str, Any] = {key: Count(value=value) for key, value in counts.items()}
    vote = Vote(
        id="v",
        source=AT,
        type=VoteType.MOTION,
        title="it",
        counts=Counts(**given),
        evidence=evidence,
        **more,
    )
    return {
        path.removeprefix("counts."): finding.verdict
        for path, finding in findings(vote).items()
        if path.startswith("counts")
    }


TALLY = cites(5, "414 votes", "519 opposed", "67 not voting")
PROVED, FAILED = Verdict.PROVED, Verdict.FAILED


def test_a_tally_is_proved_number_by_number() -> None:
    assert set(motion({"for_": 414, "against": 519, "not_voting": 67}, TALLY).values()) == {PROVED}
    assert set(motion({"for_": 10, "against": 2}, cites(5, "ten votes to two")).values()) == {
        PROVED
    }


@pytest.mark.parametrize(
    ("counts", "wrong"),
    [
        ({"for_": 519, "against": 414, "not_voting": 67}, {"for", "against"}),
        ({"for_": 414, "against": 67, "not_voting": 519}, {"against", "not_voting"}),
        ({"for_": 414, "against": 518}, {"against"}),
        ({"against": 414}, {"against"}),
    ],
)
def test_swapped_and_wrong_tallies_fail(counts: dict[str, int], wrong: set[str]) -> None:
    found = motion(counts, TALLY)
    assert {stand for stand, verdict in found.items() if verdict is FAILED} == wrong


def test_a_pair_of_numbers_has_its_order() -> None:
    token = cites(5, "ten votes to two")
    assert set(motion({"for_": 2, "against": 10}, token).values()) == {FAILED}
    lost = motion({"for_": 2, "against": 10}, token, outcome=Outcome.FAILED)
    assert set(lost.values()) == {PROVED}


def test_two_numbers_without_a_role_prove_nothing() -> None:
    token = cites(9, "Twenty-four fishermen, six millers")
    assert motion({"for_": 24, "against": 6}, token) == {"for": FAILED, "against": FAILED}
    assert motion({"for_": 24}, token) == {"for": PROVED}


def test_votes_belong_to_the_side_of_whom_their_token_names() -> None:
    token = cites(6, "Alder got 104 votes")
    against = (Side(stand=Stand.AGAINST, who="alder"),)
    assert motion({"against": 104}, token, sides=against) == {"against": PROVED}
    assert motion({"for_": 104}, token, sides=against) == {"for": FAILED}


def test_a_bound_need_not_be_printed_and_a_correction_explains_itself() -> None:
    counts = Counts(
        for_=Count(at_least=3),
        against=Count(value=7, status=Status.CORRECTED, note="the print has 519"),
        abstaining=Count(value=8, status=Status.DERIVED, note="what is left"),
        absent=Count(value=9, status=Status.DERIVED),
    )
    vote = Vote(
        id="v", source=AT, type=VoteType.MOTION, title="it", counts=counts, evidence=(TALLY,)
    )
    found = findings(vote)
    assert found["counts.for"].verdict is Verdict.NOT_JUDGED
    assert found["counts.against"].verdict is Verdict.CORRECTED
    assert found["counts.abstaining"].verdict is Verdict.DERIVED
    assert found["counts.absent"].verdict is Verdict.FAILED


# Elections, figures and lists


def election(votes: dict[str, int], *evidence: Evidence) -> dict[str, Verdict]:
    candidates = tuple(Candidate(person=who, votes=Count(value=n)) for who, n in votes.items())
    vote = Vote(
        id="v",
        source=AT,
        type=VoteType.ELECTION,
        title="it",
        ballots=Count(value=109),
        candidates=candidates,
        evidence=(*evidence, cites(6, "109 ballots")),
    )
    return {
        path.split(".")[1]: finding.verdict
        for path, finding in findings(vote).items()
        if path.startswith("candidates")
    }


RESULT = (cites(6, "Alder got 104", "Birch 101"), cites(6, "Dogwood and Elm 95 each"))


def test_candidates_are_proved_by_the_number_beside_their_name() -> None:
    votes = {"alder": 104, "birch": 101, "dogwood": 95, "elm": 95}
    assert set(election(votes, *RESULT).values()) == {PROVED}
    one_token = cites(6, "Birch 101, Cedar 97")
    assert election({"birch": 101, "cedar": 97}, one_token) == {"birch": PROVED, "cedar": PROVED}


def test_swapped_candidates_fail() -> None:
    assert election({"alder": 101, "birch": 104}, *RESULT) == {"alder": FAILED, "birch": FAILED}
    one_token = cites(6, "Birch 101, Cedar 97")
    assert election({"birch": 97, "cedar": 101}, one_token) == {"birch": FAILED, "cedar": FAILED}


def test_a_number_and_a_name_apart_prove_no_candidate() -> None:
    assert election({"alder": 104}, cites(6, "Alder", "104 votes")) == {"alder": FAILED}


@pytest.mark.parametrize(
    ("number", "token", "verdict"),
    [
        (20_000, "twenty thousand bricks", PROVED),
        (24, "Twenty-four fishermen", PROVED),
        (20, "Twenty-four fishermen", FAILED),
        (4, "Twenty-four fishermen", FAILED),
    ],
)
def test_figures_are_read_whole(number: int, token: str, verdict: Verdict) -> None:
    vote = Vote(
        id="v",
        source=AT,
        type=VoteType.FIGURE,
        title="it",
        number=Count(value=number),
        evidence=(cites(9, token),),
    )
    assert findings(vote)["number"].verdict is verdict


def committee(
    *members: Member, size: int | None = None, complete: bool = True
) -> dict[str, Verdict]:
    roll = Roll(
        persons=members, size=None if size is None else Count(value=size), complete=complete
    )
    vote = Vote(
        id="v",
        source=AT,
        type=VoteType.LIST,
        title="it",
        members=roll,
        evidence=(cites(7, "chosen: Birch, Cedar and I"),),
    )
    return {path: finding.verdict for path, finding in findings(vote).items() if "members" in path}


def test_every_member_is_printed_and_the_narrator_is_i() -> None:
    found = committee(Member(person="birch"), Member(person="cedar"), Member(person="narrator"))
    assert set(found.values()) == {PROVED}


def test_a_member_who_is_not_printed_fails_unless_a_note_says_why() -> None:
    found = committee(Member(person="alder"), Member(person="elm", note="told in a footnote"))
    assert found == {"members.alder": FAILED, "members.elm": Verdict.DERIVED}


def test_the_size_of_a_complete_list_may_be_counted() -> None:
    birch = Member(person="birch")
    assert committee(birch, size=1)["members.size"] is Verdict.DERIVED
    assert committee(birch, size=2, complete=False)["members.size"] is FAILED


def test_every_round_and_every_list_of_a_vote_is_judged() -> None:
    ballot = Round(
        counts=Counts(for_=Count(value=10), against=Count(value=3)),
        candidates=(Candidate(person="alder", votes=Count(value=104)), Candidate(person="cedar")),
        alternatives=(
            Alternative(option="a dyke", votes=Count(value=10)),
            Alternative(option="a wall", votes=Count(value=11)),
            Alternative(option="nothing"),
        ),
    )
    vote = Vote(
        id="v",
        source=AT,
        type=VoteType.ELECTION,
        title="it",
        organization="council",
        unanimous=True,
        proposed_by=("birch",),
        rounds=(ballot,),
        elected=Roll(persons=(Member(person="alder", from_=day("1917-05")),), complete=True),
        alternates=Roll(persons=(Member(person="elm", status=Status.CORRECTED, note="why"),)),
        evidence=(cites(5, "ten votes to two"), cites(6, "Alder got 104 votes, Birch")),
    )
    assert {path: finding.verdict for path, finding in findings(vote).items()} == {
        "evidence[0]": PROVED,
        "evidence[1]": PROVED,
        "organization": Verdict.NOT_JUDGED,
        "unanimous": Verdict.NOT_JUDGED,
        "rounds[0].counts.for": PROVED,
        "rounds[0].counts.against": FAILED,
        "rounds[0].candidates.alder.votes": PROVED,
        "rounds[0].candidates.cedar": FAILED,
        "rounds[0].alternatives[0].votes": Verdict.NOT_JUDGED,
        "rounds[0].alternatives[1].votes": FAILED,
        "elected.alder": PROVED,
        "elected.alder.from": FAILED,
        "alternates.elm": Verdict.CORRECTED,
        "proposed_by.birch": PROVED,
    }


# Names


def test_a_doer_whom_no_token_names_is_not_judged() -> None:
    people = tuple(Deed(person=who, part=Part.ACTOR) for who in ("alder", "cedar", "narrator"))
    found = findings(event(cites(2, "Alder and Birch"), people=people))
    assert found["people.alder"].verdict is PROVED
    assert found["people.cedar"].verdict is Verdict.NOT_JUDGED
    assert found["people.narrator"].verdict is Verdict.NOT_JUDGED


def test_only_the_narrator_is_i() -> None:
    people = tuple(Deed(person=who, part=Part.ACTOR) for who in ("alder", "narrator"))
    found = findings(event(cites(7, "I spoke"), people=people))
    assert found["people.narrator"].verdict is PROVED
    assert found["people.alder"].verdict is Verdict.NOT_JUDGED


def test_a_person_is_printed_under_one_of_the_recorded_names() -> None:
    evidence = (cites(8, "fishermen"),)
    text = TEXT.replace("In 1922", "fishermen In 1922")
    known = Person(
        id="f",
        source=AT,
        name="Fir",
        sort_name="Fir",
        other_names=(Name(name="Fishermen", misprint=True),),
        evidence=evidence,
    )
    assert findings(known, text)["name"].verdict is PROVED
    assert findings(replace(known, other_names=()), text)["name"].verdict is FAILED


def test_an_office_is_proved_by_evidence_of_its_own() -> None:
    office = Office(
        id="member", role="a member", from_=day("1917-04"), evidence=(cites(3, "In April"),)
    )
    fir = replace(PEOPLE[0], id="fir", offices=(office,), evidence=(cites(6, "Alder got"),))
    found = findings(fir)
    assert found["offices.member.from"].verdict is PROVED
    assert found["offices.member.evidence[0]"].verdict is PROVED
    elsewhere = replace(office, evidence=())
    assert findings(replace(fir, offices=(elsewhere,)))["offices.member.from"].verdict is FAILED


def test_things_are_known_in_the_plural_and_by_what_their_names_quote() -> None:
    fund = Organization(
        id="o", source=AT, name="the Dyke Funds", evidence=(cites(7, "the Dyke Fund"),)
    )
    assert findings(fund)["name"].verdict is PROVED
    term = Term(
        id="t",
        source=AT,
        name='the pamphlet "Mud and Money"',
        gloss="",
        evidence=(cites(7, "Mud and Money"),),
    )
    assert findings(term)["name"].verdict is PROVED
    other = replace(term, name="Sand")
    assert findings(other)["name"].verdict is Verdict.NOT_JUDGED


def test_speakers_authors_and_those_who_say_so_are_judged_by_name() -> None:
    statement = Statement(
        id="s",
        source=AT,
        issue="dyke",
        speaker="birch",
        opponents=("cedar",),
        position="it leaks",
        asserted_by="elm",
        when=day("1922"),
        evidence=(cites(8, "In 1922 Birch wrote"),),
    )
    found = findings(statement)
    assert [found[path].verdict for path in ("date", "speaker.birch")] == [PROVED, PROVED]
    assert found["opponents.cedar"].verdict is Verdict.NOT_JUDGED
    assert found["asserted_by.elm"].verdict is Verdict.NOT_JUDGED
    work = Work(
        id="w",
        source=AT,
        title="Mud and Money",
        authors=("narrator",),
        evidence=(cites(7, "I spoke", "Mud and Money"),),
    )
    assert {finding.verdict for finding in findings(work).values()} == {PROVED}


def test_a_fate_and_an_affiliation_are_dated_too() -> None:
    fate = Fate(text="wrote it down", when=day("1922"), evidence=(cites(8, "In 1922"),))
    tie = Affiliation(organization="council", from_=day("1917-05"), note="since the council sat")
    found = findings(
        replace(
            PEOPLE[1],
            id="beech",
            fate=fate,
            affiliations=(tie, replace(tie, organization="fund", note=None)),
            evidence=(cites(8, "Birch"),),
        )
    )
    assert found["fate.date"].verdict is PROVED
    assert found["affiliations.council.from"].verdict is FAILED
    assert found["affiliations.fund.from"].verdict is FAILED


def test_a_fact_that_is_derived_as_a_whole_says_so() -> None:
    fact = replace(
        event(RETURN, when=day("1917-04-04")), status=Status.DERIVED, note="by the tides"
    )
    assert findings(fact)["date"].verdict is Verdict.DERIVED
    assert findings(replace(fact, note=None))["date"].verdict is FAILED


# The report


def test_a_failed_value_is_a_problem_at_the_place_of_its_fact() -> None:
    chapter = replace(CHAPTER, persons=(), events=(event(RETURN, when=day("1917-04-04")),))
    report = prove(chapter, TEXT, folder="village")
    (problem,) = report.problems
    assert str(problem) == (
        "village/facts.yaml:7:3: e: date: the tokens print 3 April, 16 April, not 4 April – "
        "correct the date, or quote the right day"
    )
    assert not report.proved
    assert str(problem) not in report.as_text()
    assert "village: 0 of 1 facts proved" in report.as_text()
    assert report.as_dict()["counts"]["failed"] == 1
    assert report.as_dict()["facts"][0]["findings"][1]["path"] == "date"


def test_what_print_does_not_prove_is_listed_on_request() -> None:
    people = (Deed(person="cedar", part=Part.ACTOR),)
    report = prove(replace(CHAPTER, persons=(), events=(event(RETURN, people=people),)), TEXT)
    assert report.proved
    assert "not judged: no token prints a name of theirs" in report.as_text(details=True)
    assert "no token prints" not in report.as_text()


def test_a_copy_without_the_heading_proves_as_much_with_a_fingerprint() -> None:
    chapter = replace(CHAPTER, persons=(), events=(event(RETURN, when=day("1917-04-03")),))
    copy = "\n\n".join(line.replace(" of ", "\nof ") for line in TEXT.splitlines()[1:])
    report = prove(chapter, copy, fingerprint=fingerprint(TEXT, "lines"))
    assert report.proved
    assert report.remarks == ("¶ 1: missing from this copy",)
    assert not prove(chapter, copy).proved


def test_a_paragraph_that_a_copy_lacks_proves_nothing() -> None:
    chapter = replace(CHAPTER, persons=(), events=(event(cites(2, "Birch")),))
    lines = TEXT.splitlines()
    copy = "\n".join([lines[0], *lines[2:]])
    (problem,) = prove(chapter, copy, fingerprint=fingerprint(TEXT, "lines")).problems
    assert "¶ 2 is missing from this copy" in problem.what


def test_proving_loads_neither_yaml_nor_pydantic() -> None:
    program = (
        "import sys, trainer.chapters.evidence\n"
        "assert not {'yaml', 'pydantic', 'textual'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
