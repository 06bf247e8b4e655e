from __future__ import annotations

import pytest

from tests.drafting.texts import CANAL, drafted, pages_of, people_of
from trainer.drafting.aliases import cluster
from trainer.drafting.names import find_mentions, grouped, sorted_names


def clustered(text: str) -> tuple[list[tuple[str, ...]], list[str]]:
    groups = grouped(find_mentions(pages_of(text)))
    people, proposals = cluster(groups, sorted_names(groups))
    return [person.names for person in people], [proposal.text for proposal in proposals]


def test_the_people_of_a_text_are_found_and_nothing_else() -> None:
    assert {person["name"] for person in drafted(CANAL).entries["persons.yaml"]} == {
        "George Hartnell",
        "William Pike",
        "Eliza Crowe",
        "Finch",
    }


@pytest.mark.parametrize(
    "text",
    [
        "He came from Penrow and lived in Penrow.",
        "Work began. Snow fell. Prices went up.",
        "The Harbour Council met. The Council voted.",
        "The Reds fought the Blues; a Red, or a Blue, said so. Red guards and Blue guards came.",
        "They sailed for France and Spain.",
        "On Monday the Treaty of Penrow was signed.",
    ],
)
def test_places_bodies_and_classes_are_no_people(text: str) -> None:
    assert people_of(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was Dr. Orme.", "Orme"),
        ("“No,” replied Orme.", "Orme"),
        ("A lamp, Orme said, would ruin us.", "Orme"),
        ("The worker Orme came.", "Orme"),
        ("They told Orme, who was ill.", "Orme"),
        ("The Minister of Foreign Affairs Orme resigned.", "Orme"),
    ],
)
def test_a_surname_alone_is_known_by_the_words_around_it(text: str, name: str) -> None:
    assert name in people_of(text)


def test_a_class_before_a_name_is_not_part_of_it() -> None:
    text = (
        "The Tidemen met. A Tidemens was one of the Tidemens. The Tidemen Orme wrote. Orme said so."
    )
    assert "Orme" in people_of(text)


def test_a_surname_is_its_only_bearers() -> None:
    names, _ = clustered("Ann Pell came. Pell said no. A. Pell wrote it.")
    assert names == [("Ann Pell", "A. Pell")]


def test_two_people_of_one_surname_stay_apart() -> None:
    names, _ = clustered("Josiah Carrow came. Edmund Carrow left. Carrow said no.")
    assert names == [("Josiah Carrow",), ("Edmund Carrow",)]


def test_spellings_that_sound_alike_are_one_person() -> None:
    names, _ = clustered("Tsereteli spoke. Tseretelli replied. Tsereteli said so.")
    assert names == [("Tsereteli", "Tseretelli")]


def test_a_misprint_of_a_long_name_is_told_as_one() -> None:
    draft = drafted(
        "In 1900 Yaroslavsky said so. Yaroslavsky spoke. Yaroslaysky wrote it. Yaroslavsky left."
    )
    (person,) = draft.entries["persons.yaml"]
    assert person["other_names"][0]["misprint"] is True


def test_short_names_that_differ_in_a_letter_are_two_people() -> None:
    names, _ = clustered("Krymov said so. Krylov replied.")
    assert len(names) == 2


def test_a_change_of_surname_is_only_proposed() -> None:
    names, proposals = clustered(
        "Susanna Holt married Matthias Lindgren. Susanna Lindgren said so."
    )
    assert ("Susanna Holt",) in names
    assert any("Susanna Holt and Susanna Lindgren" in text for text in proposals)


def test_an_office_is_only_proposed() -> None:
    draft = drafted(
        "In 1900 the Reeve said no. The penny was the Reeve's. In the end the Reeve had it."
    )
    assert draft.entries["persons.yaml"] == []
    assert any("the Reeve" in proposal for proposal in draft.proposals)


def test_a_ship_is_no_person() -> None:
    text = "The keel Prudence Marlow brought coal. The brig Amity sailed. Amity sank, and Prudence Marlow with her."
    assert people_of(text) == set()


def test_a_first_name_behind_a_rank_is_another_name_with_the_rank() -> None:
    people, _ = clustered("Edmund Vayle came. Sir Edmund was against it, and Sir Edmund said so.")
    assert people == [("Edmund Vayle", "Sir Edmund")]
