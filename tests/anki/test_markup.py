from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from anki.collection import Collection
from hypothesis import example, given
from hypothesis import strategies as st

from tests.anki.conftest import Anki, shown
from tests.anki.invented import FLOOD, chapter, deck, front
from trainer.anki.markup import as_deck_name, as_html, as_markdown, as_tag
from trainer.questions.question import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

HOSTILE = (
    "<b>bold</b> & <script>alert(1)</script> <!-- gone -->",
    "{{When front}} {{c1::cloze}} {{{three}}} {{#If}}x{{/If}} <% old %>",
    "[sound:bell.mp3] [anki:play:q:0] [anki:tts lang=en]x[/anki:tts]",
    "[latex]\\textbf{x}[/latex] [$]x^2[/$] [$$]y[/$$]",
    "\\(x\\) \\[y\\] \\\\(z\\\\) $$ $",
    "\"double\" 'single' `tick` &amp; &lt;b&gt; &#91;",
    "emoji 🏞️👩‍👩‍👧 and combining é ệ",
    "שלום עולם، مرحبا by the river",
    "[Paris] [/x] *star* _under_ # 1. - +",
    "back\\slash {brace} }} {{",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_anki_shows_data_literally(anki: Anki, text: str) -> None:
    asked = front(FLOOD, "when", Kind.DATE, stem=text, answer=text, explanation=text)
    anki.add(deck((asked,), of=chapter(title=text)))
    (card,) = anki.cards()
    output = card.render_output()
    assert not output.question_av_tags
    assert not output.answer_av_tags
    assert shown(card.question()) == [text, text]
    assert shown(card.answer())[:4] == [text] * 4


@given(st.text())
def test_any_text_keeps_its_words_and_gains_no_markup(text: str) -> None:
    html = as_html(text)
    assert "<" not in html.replace("\\<span></span>", "")
    for obeyed in ("{{", "}}", "[sound:", "[latex]", "[$]", "[$$]", "\\(", "\\[", "\x1f", "\n"):
        assert obeyed not in html.lower()


@given(st.text(st.sampled_from("{}[]\\$()<&:;latexsound /#a1")))
def test_what_is_disarmed_reads_as_it_was(text: str) -> None:
    assert shown(as_html(text)) == ([" ".join(text.split())] if text.strip() else [])


def test_a_separator_of_fields_within_data_is_shown_as_a_sign() -> None:
    assert as_html("a\x1fb\nc") == "a␟b c"


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    opened = Collection(str(tmp_path_factory.mktemp("anki") / "collection.anki2"))
    yield opened
    opened.close()


@given(st.text(st.sampled_from("*_`~[]()<>#!|&\\-+=1.$ :{}ab\n\t\"'")))
@example("1. first")
@example("12) twelfth")
@example("- item")
@example("--- rule")
@example("===")
@example("<http://a.b> www.a.b http://a.b &copy;")
def test_anki_shows_markdown_literally(collection: Collection, text: str) -> None:
    html = collection.render_markdown(f"before{as_markdown(text)}\n\n{as_markdown(text)}")
    words = " ".join(text.split())
    assert shown(html.replace("</p>", "<br>")) == [
        line for line in (f"before{words}", words) if line
    ]


def test_tags_have_neither_spaces_nor_levels_of_their_own() -> None:
    assert as_tag("my chapter", "lesson", "a::b\tc") == "my-chapter::lesson::a-b-c"


def test_a_deck_name_has_no_levels() -> None:
    assert as_deck_name("One::Two\nThree") == "One:Two Three"
    assert as_deck_name(" ") == "-"
