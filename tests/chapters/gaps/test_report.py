from __future__ import annotations

from tests.chapters.gaps.moor import cites, event, omission, report

TEXT = "There were 17 sheep on the wide and windy moor that day, and Orme saw 9 goats there."


def test_the_text_names_paragraph_item_and_context_by_class() -> None:
    found = report(TEXT, event(cites(1, "moor")), omitted=(omission(prints="9 goats"),))
    lines = found.as_text().splitlines()
    assert lines[0].startswith("1 date missing – dates that no fact holds: enter a fact")
    assert lines[0].endswith("; or name it in omitted.yaml with a reason")
    assert lines[1] == "  ¶ 1: that day – and windy moor that day, and Orme saw"
    assert lines[3] == "  ¶ 1: 17 – There were 17 sheep on the wide and"
    assert lines[5] == "  ¶ 1: Orme – moor that day, and Orme saw 9 goats"
    assert lines[-6:] == [
        "                 found on record   omitted   missing",
        "dates                1         0         0         1",
        "numbers              2         0         1         1",
        "titles               0         0         0         0",
        "names                1         0         0         1",
        "paragraphs           1         1         0         0",
    ]


def test_a_paragraph_is_known_by_its_first_words() -> None:
    text = report("It rained on and on for it had to, on the moor.").as_text()
    assert "  ¶ 1: It rained on and on for it had …\n" in text


def test_a_stale_omission_is_named_with_its_place() -> None:
    text = report("Rain.", omitted=(omission(prints="17 sheep"),)).as_text()
    assert "  facts.yaml:7:3: “17 sheep”: no gap is found there\n" in text


def test_as_data_it_holds_what_is_missing_and_what_is_omitted() -> None:
    plain = report(TEXT, event(cites(1, "moor")), omitted=(omission(prints="9 goats"),)).as_dict()
    assert plain["complete"] is False
    assert plain["omitted"] == [
        {
            "class": "number",
            "paragraph": 1,
            "offset": TEXT.index("9"),
            "text": "9",
            "context": "that day, and Orme saw 9 goats there",
            "reason": "so it is",
        }
    ]
    assert [item["text"] for item in plain["missing"]] == ["17", "that day", "Orme"]
    assert plain["counts"]["number"] == {"found": 2, "on_record": 0, "omitted": 1, "missing": 1}
    assert plain["stale"] == []
