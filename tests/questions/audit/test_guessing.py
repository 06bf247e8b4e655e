"""Blind guesses on banks of which the bias is known."""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING

import pytest

from tests.questions.audit.planted import dates, planted
from tests.questions.builders import chapter, deed, event, motion, person, statement
from trainer.chapters.record import Part, Side, Stand
from trainer.questions.audit.allegiance import allegiances
from trainer.questions.audit.chance import MANY, Pick, Tally, deviations, tally
from trainer.questions.audit.guessing import Guess, guess
from trainer.questions.audit.places import places
from trainer.questions.question import Kind
from trainer.questions.seeding import Seeded

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter
    from trainer.questions.audit.item import Item

NAMES = ("Anna Bell", "Carl Dorn", "Emma Frost", "Georg Holt", "Ivan Jarov")


def bank(bias: str | None = None, many: int = 240) -> list[Item]:
    """Return choices whose key stands anywhere, or always where the bias puts it."""
    items = []
    for number in range(many):
        chance = Seeded("bank", number)
        words = [" ".join(["rain"] * n) for n in chance.some(range(1, 9), 4)]
        place = chance.below(4)
        if bias == "longest":
            place = max(range(4), key=lambda n: len(words[n]))
        if bias == "shortest":
            place = min(range(4), key=lambda n: len(words[n]))
        if bias in {"first", "last"}:
            place = 0 if bias == "first" else 3
        if bias == "middle":
            place = 1 + chance.below(2)
        options = [f"*{word}" if n == place else word for n, word in enumerate(words)]
        items.append(planted(f"What about {number}?", *options, name=f"q{number}"))
    return items


def judged(items: list[Item], name: str, *chapters: Chapter) -> Guess:
    return next(each for each in guess(items, chapters) if each.strategy == name)


def test_an_unbiased_bank_rewards_no_strategy() -> None:
    told = [each for each in guess(bank(), ()) if each.tally]
    assert {each.strategy for each in told} >= {"longest", "shortest", "first", "last", "middle"}
    assert [each.strategy for each in told if each.tally and not each.tally.is_fair] == []


@pytest.mark.parametrize("bias", ["longest", "shortest", "first", "last", "middle"])
def test_a_biased_bank_is_seen_through(bias: str) -> None:
    found = judged(bank(bias), bias).tally
    assert found is not None
    assert not found.is_fair
    assert found.score > found.high


def test_what_is_never_right_is_seen_as_well() -> None:
    found = judged(bank("first"), "last").tally
    assert found is not None
    assert not found.is_fair
    assert found.score == 0


def test_earliest_and_round_figures_have_their_strategies() -> None:
    early = [dates(f"When {n}?", f"*{n % 9 + 1} April 1871", "12 May 1871", "9 June 1871") for n in range(40)]  # fmt: skip
    tallies = [planted(f"How {n}?", f"*{100 * (n + 1)}", str(100 * n + 53), str(100 * n + 21), kind=Kind.VOTE) for n in range(40)]  # fmt: skip
    for items, name in (
        (early, "earliest"),
        (tallies, "roundest figures"),
        (tallies, "largest figures"),
    ):
        found = judged(items, name).tally
        assert found is not None
        assert found.score == 1
        assert not found.is_fair


def test_the_person_met_most_often_must_not_be_right() -> None:
    items = [
        planted(f"Who {n}?", "*Anna Bell", NAMES[1 + n % 4], NAMES[1 + (n + 1) % 4])
        for n in range(40)
    ]
    frequent, rare = judged(items, "most frequent person"), judged(items, "rarest person")
    assert frequent.tally is not None
    assert rare.tally is not None
    assert (frequent.tally.score, frequent.tally.is_fair) == (1, False)
    assert (rare.tally.score, rare.tally.is_fair) == (0, False)


def test_words_of_the_stem_must_not_tell_the_key() -> None:
    items = [planted(f"What of the sluice {n}?", "*The sluice", "The dyke", "The mill") for n in range(40)]  # fmt: skip
    found = judged(items, "most words of the stem").tally
    assert found is not None
    assert (found.score, found.is_fair) == (1, False)


def test_an_option_that_alone_repeats_the_stem_must_not_be_ruled_out() -> None:
    items = [planted(f"What of the sluice {n}?", "*The dyke", "The sluice", "The mill") for n in range(40)]  # fmt: skip
    found = judged(items, "any but a lone echo").tally
    assert found is not None
    assert (found.score, found.is_fair) == (0.5, False)


def test_where_two_repeat_the_stem_none_is_ruled_out() -> None:
    items = [planted(f"What of the sluice {n}?", "*A sluice", "The sluice", "The mill") for n in range(40)]  # fmt: skip
    assert judged(items, "any but a lone echo").tally is None


def test_whom_the_chapter_names_most_must_not_be_right() -> None:
    items = [
        planted(f"Who {n}?", "*Anna Bell", NAMES[1 + n % 4], NAMES[1 + (n + 1) % 4])
        for n in range(40)
    ]
    won = event("win", "the win", people=(deed("anna-bell", "won"),))
    found = judged(items, "best known person", chapter(*map(person, NAMES), won, people=())).tally
    assert found is not None
    assert (found.score, found.is_fair) == (1, False)


def partisan_chapter() -> Chapter:
    people = [person(name) for name in NAMES]
    fall = event("fall", "the fall", people=(deed("carl-dorn", "fell", Part.OPPONENT), deed("anna-bell", "won")))  # fmt: skip
    vote = motion(
        "vote",
        "sell the mill",
        "council",
        sides=(Side(stand=Stand.FOR, who="anna-bell"), Side(stand=Stand.FOR, who="emma-frost")),
    )
    foe_of_foe = statement(
        "s", "georg-holt", "the dyke leaked", opponents=("carl-dorn",), issue="the-dyke"
    )
    return chapter(*people, fall, vote, foe_of_foe, people=(), narrator="anna-bell")


def test_friends_and_foes_are_read_from_the_record() -> None:
    assert allegiances(partisan_chapter()) == {
        "anna-bell": 1,
        "carl-dorn": -1,
        "emma-frost": 1,
        "georg-holt": 1,
    }


def test_credit_to_the_narrators_friends_must_not_gain() -> None:
    items = [planted(f"Who {n}?", "*Emma Frost", "Carl Dorn", "Ivan Jarov") for n in range(40)]
    told = partisan_chapter()
    friend, foe = (
        judged(items, name, told).tally for name in ("partisan: a friend", "partisan: a foe")
    )
    assert friend is not None
    assert foe is not None
    assert (friend.score, friend.is_fair) == (1, False)
    assert (foe.score, foe.is_fair) == (0, False)


def test_without_a_narrator_partisans_are_not_judged() -> None:
    items = [planted(f"Who {n}?", "*Emma Frost", "Carl Dorn") for n in range(40)]
    found = judged(items, "partisan: a friend", chapter())
    assert found.tally is None
    assert "narrator" in (found.reason or "")


def test_a_few_questions_are_not_judged() -> None:
    found = judged(bank("longest", many=20), "longest")
    assert found.tally is None
    assert "20 questions" in (found.reason or "")


def test_questions_without_a_difference_tell_nothing() -> None:
    items = [planted(f"What {n}?", "*rain", "wind") for n in range(40)]
    assert judged(items, "longest").tally is None


def picks(right: int, wrong: int, options: int = 4) -> list[Pick]:
    return [
        Pick(picked=1, options=options, has_key=number < right) for number in range(right + wrong)
    ]


def _tally(right: int, wrong: int, strategies: int = 1) -> Tally:
    found = tally(picks(right, wrong), strategies)
    assert found is not None
    return found


def test_one_strategy_has_the_plain_interval_of_95_per_cent() -> None:
    found = _tally(25, 75)
    assert deviations(1) == pytest.approx(1.959964, abs=1e-5)
    assert found.low == pytest.approx(0.25 - 1.959964 * (0.25 * 0.75 / 100) ** 0.5)


def test_more_strategies_widen_the_interval() -> None:
    # 1 - 0.95^(1/12) on two sides.
    assert deviations(12) == pytest.approx(2.8582, abs=1e-3)
    assert _tally(25, 75, 12).low < _tally(25, 75).low


def test_the_interval_holds_what_chance_gives() -> None:
    """An unbiased bank of 200 falls outside in the share of cases that the interval allows."""
    many, outside = 200, 0.0
    for right in range(many + 1):
        if not _tally(right, many - right).is_fair:
            outside += comb(many, right) * 0.25**right * 0.75 ** (many - right)
    assert 0.03 < outside < 0.07


def test_ties_share_the_credit_and_the_variance() -> None:
    told = [Pick(picked=2, options=4, has_key=number < 20) for number in range(40)]
    found = tally(told, 1)
    assert found is not None
    assert (found.score, found.chance) == (0.25, 0.25)
    assert found.high - 0.25 == pytest.approx(1.959964 * (1 / 8 - 1 / 16) ** 0.5 / 40**0.5)


def test_a_large_bank_must_be_within_three_points() -> None:
    # With so many strategies the interval alone would let 3.3 points pass.
    right = int(MANY * 0.283)
    found = _tally(right, MANY - right, strategies=40)
    assert found.low <= found.score <= found.high
    assert not found.is_fair


def test_places_and_ranks_are_counted_apart() -> None:
    ranked = [
        dates(f"When {n}?", *(f"{'*' if n % 3 == place else ''}{3 + 9 * place} April 1871" for place in range(3)))
        for n in range(30)
    ]  # fmt: skip
    rank, place = sorted(places([*ranked, *bank("first")]), key=lambda row: row.what, reverse=True)
    assert (rank.what, rank.counts, rank.is_even) == ("rank of the key", (10, 10, 10), True)
    assert (place.what, place.counts, place.is_even) == ("place of the key", (240, 0, 0, 0), False)


def test_places_of_a_few_are_not_judged() -> None:
    (row,) = places(bank("first", many=12))
    assert row.is_even is None
