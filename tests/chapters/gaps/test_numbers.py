from __future__ import annotations

from tests.chapters.gaps.moor import AT, cites, event, figure, missing
from trainer.chapters.record import (
    Count,
    Counts,
    Dating,
    Derivation,
    GapClass,
    Member,
    Organization,
    Roll,
    Status,
    Vote,
    VoteType,
)
from trainer.dates import Calendar, make_date

NUMBER = GapClass.NUMBER


def test_a_number_is_on_record_where_a_fact_that_holds_it_quotes_it() -> None:
    text = "There were three mills and two ponds."
    assert missing(NUMBER, text) == ["three", "two"]
    assert missing(NUMBER, text, figure(3, cites(1, "three mills"))) == ["two"]


def test_a_token_of_a_fact_that_does_not_hold_the_number_puts_nothing_on_record() -> None:
    text = "There were three mills."
    assert missing(NUMBER, text, figure(4, cites(1, "three mills"))) == ["three"]
    assert missing(NUMBER, text, figure(3, cites(1, "mills"))) == ["three"]
    assert missing(NUMBER, text, figure(3, cites(2, "three mills"))) == ["three"]


def test_a_small_number_may_count_two_things_in_a_paragraph_a_large_one_does_not() -> None:
    text = "Of 414 votes and three mills I told: 414 it was, and three ponds."
    assert missing(NUMBER, text, figure(414, cites(1, "414 votes"))) == ["three", "three"]
    assert missing(NUMBER, text, figure(3, cites(1, "three mills"))) == ["414", "414", "three"]
    assert missing(NUMBER, text, figure(3, cites(1, "three"))) == ["414", "414"]


def test_tokens_stand_together_or_not_at_all() -> None:
    text = "Three mills. " + "Rain fell. " * 30 + "Three mills burned."
    fact = figure(3, cites(1, "Three mills", "burned"))
    assert missing(NUMBER, text, fact) == ["Three"]


def test_counts_lists_and_words_hold_numbers() -> None:
    tally = Vote(
        id="v",
        source=AT,
        type=VoteType.MOTION,
        title="it",
        evidence=(cites(1, "ten to one"),),
        counts=Counts(for_=Count(value=10), against=Count(value=1)),
    )
    assert missing(NUMBER, "It passed by ten to one.", tally) == []
    members = tuple(Member(person=name) for name in ("pell", "orme", "vane"))
    board = Organization(
        id="o",
        source=AT,
        name="Board",
        evidence=(cites(1, "three members"),),
        memberships=Roll(persons=members, complete=True),
    )
    assert missing(NUMBER, "It had three members.", board) == []
    told = event(cites(1, "six carts"), statement="Six carts came.")
    assert missing(NUMBER, "Then six carts came.", told) == []


def test_bounds_and_spans_hold_the_numbers_that_print_them() -> None:
    more = figure(Count(at_least=151), cites(1, "more than 150"))
    assert missing(NUMBER, "There were more than 150 of them.", more) == []
    spread = Dating(
        date=make_date("1917-04-12", Calendar.JULIAN),
        derived=Derivation(from_fact="a", weeks=2),
    )
    text = "It lasted for two weeks, or 14 days, or 15."
    fact = event(cites(1, "two weeks", "14 days"), when=spread)
    assert missing(NUMBER, text, fact) == ["15"]


def test_a_corrected_number_is_printed_otherwise() -> None:
    corrected = Count(value=150, status=Status.CORRECTED, note="1-50 is printed")
    text = "Stalls: 1-50, and 3 more."
    assert missing(NUMBER, text, figure(corrected, cites(1, "1-50"))) == ["3"]


def test_a_number_within_a_date_or_a_title_or_a_longer_name_is_theirs() -> None:
    assert missing(NUMBER, "On April 3, nine days later, 1917 it was.") == []
    assert missing(NUMBER, "in his essay “Three Ponds” too") == []
    body = Organization(id="o", source=AT, name="Board of Five", evidence=(cites(1, "Board"),))
    assert missing(NUMBER, "The Board of Five had five members.", body) == ["five"]


def test_a_length_of_time_is_a_number() -> None:
    text = "The twenty-two days of rain."
    assert missing(NUMBER, text) == ["twenty-two"]
    assert missing(NUMBER, text, figure(22, cites(1, "twenty-two days"))) == []
