from __future__ import annotations

import pytest

from trainer.text.capitalized import Capitals, find_capitalized


def names(text: str, *others: str) -> list[str]:
    known = Capitals.of((text, *others))
    return [name.text for name in find_capitalized(text, known)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("then Agnes Pell spoke", ["Agnes Pell"]),
        ("then Pell’s mill burned", ["Pell"]),
        ("the Millers’ hall", ["Millers"]),
        ("with J. V. Pell and A. Orme", ["J. V. Pell", "A. Orme"]),
        ("the footnote of C. M. tells", ["C. M."]),
        ("so did I. Then it rained", []),
        ("what I. V. Pell said", ["I. V. Pell"]),
        ("it was I who said", []),
        ("it was I’m told Pell", ["Pell"]),
        ("the Committee for the Defence of the Lane sat", ["Committee for the Defence of the Lane"]),
        ("a Council of Millers sat", ["Council of Millers"]),
        ("both Pell and Orme", ["Pell", "Orme"]),
        ("to Pell, Orme and Vane", ["Pell", "Orme", "Vane"]),
        ("with Glebe-Avon, the anti-Crane man", ["Glebe-Avon", "Crane"]),
        ("the pseudo-Öland herring and the well-to-do", ["Öland"]),
        ("an All-Moor Congress", ["All-Moor Congress"]),
        ("a Commander-in-Chief came", ["Commander-in-Chief"]),
        ("after the Flood-and Pell saw it-the Counter-reform came", ["Flood", "Pell", "Counter-reform"]),
        ("with O’Brien and Eli’ava", ["O’Brien", "Eli’ava"]),
        ("with van Vane and Otto von der Heide", ["Vane", "Otto von der Heide"]),
        ("of The Hague", ["Hague"]),
        ("of the USSR and the SRs", ["USSR", "SRs"]),
        ("see chapter VII there", []),
        ("with Henry VIII there", ["Henry VIII"]),
        ("with Mr. Pell of St. Ives", ["Mr. Pell of St. Ives"]),
        ("with Émile Zbořil", ["Émile Zbořil"]),
        ("nothing at all", []),
    ],
)  # fmt: skip
def test_names_are_words_with_capitals(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pell spoke.", ["Pell"]),
        ("Carts came. The carts left.", []),
        ("Mud fell. It was wet-mud lay there.", []),
        ("The Council sat.", ["Council"]),
        ("However, Pell sat.", ["Pell"]),
        ("Nevertheless it rained.", []),
        ("Incidentally, it rained.", []),
        ("Twenty came. It’s late. Don’t go. Let’s stay.", []),
        ("Parties met. A party sat.", []),
        ("Letting go, she let it be.", []),
        ("Ideological quarrels arose over ideology.", []),
        ("THIS was it, and this is all.", []),
        ("Society is all. The Lane Society met in society.", ["Society", "Lane Society"]),
        ("Old Pell came. He was old.", ["Pell"]),
        ("“Millers,” she said of a miller.", []),
        ("He said no. But it rained.", []),
        ("Rain: Pell left.", ["Rain", "Pell"]),
    ],
)
def test_a_word_that_opens_a_sentence_has_to_prove_itself(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_capitals_elsewhere_in_the_text_prove_a_word() -> None:
    assert names("Party and party.") == []
    assert names("Party and party.", "the Party sat") == ["Party"]


def test_the_capitals_of_titles_prove_nothing() -> None:
    assert names("Notes came, and notes.", "his “Some Notes On Rain” is good") == []


def test_the_parts_of_a_name_have_no_particles() -> None:
    text = "the Friends of the Lane"
    (name,) = find_capitalized(text, Capitals.of((text,)))
    assert [part.text for part in name.parts] == ["Friends", "Lane"]
    assert all(text[part.start : part.stop] == part.text for part in name.parts)
