from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from textual.app import App

from tests.quizzes.samples import front, question
from tests.tui.fakes import CATALOGUE, FakeLibrary, deck, make_app
from tests.tui.waiting import screen_text, type_keys, until
from trainer.chapters.record import Evidence
from trainer.errors import ContentError, Problem
from trainer.text.printable import one_line, printable
from trainer.tui.screens.flash import FlashScreen
from trainer.tui.screens.help import joined, name
from trainer.tui.screens.home import HomeScreen
from trainer.tui.screens.message import MessageScreen
from trainer.tui.screens.quiz import QuizScreen
from trainer.tui.screens.results import FlashResults, QuizResults
from trainer.tui.start import Flash, Quiz
from trainer.tui.widgets.bar import Bar
from trainer.tui.widgets.choices import Choices
from trainer.tui.widgets.evidence import EvidenceLine, citation
from trainer.tui.widgets.feedback import Feedback
from trainer.tui.widgets.kind import KindLabel
from trainer.tui.widgets.meter import meter
from trainer.tui.widgets.shelf import Entry, Shelf
from trainer.tui.widgets.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.screen import Screen

MARKUP = ["The capital is [Paris]", "a [/foo] b", "[bold", "[@click=app.quit]q[/]", "\\[x]", "[/]"]
CONTROLS = ["\x1b[31mred", "a\rb", "\x00", "a\x85b\u2028c", "\ud800"]
SCRIPTS = [
    "שלום \u202eעולם",
    "مرحبا",
    "👩‍👩‍👧‍👦🇺🇳e\u0301",
    "漢字" * 50,
    "\u200b",
    "x" * 5000,
    "word " * 1000,
]

NASTY = [*MARKUP, *CONTROLS, *SCRIPTS]

texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(max_size=60),
    st.text(alphabet="[]/\\=@#$(){}'\" ab\n", max_size=30),
)
few = settings(max_examples=3, suppress_health_check=[HealthCheck.too_slow])


class Gallery(App[None]):
    """Every widget that shows data."""

    def compose(self) -> ComposeResult:
        yield Bar()
        yield KindLabel()
        yield Words(id="words")
        yield Choices()
        yield Feedback()
        yield EvidenceLine(id="evidence")
        yield Shelf()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        kinds = ("kind-date", "kind-person", "kind-vote", "kind-idea")
        return dict.fromkeys((*kinds, "quiet", "hairline", "cursor"), "#808080")


@few
@given(st.lists(texts, min_size=6, max_size=6))
@example(NASTY)
async def test_every_widget_shows_any_text_letter_by_letter(many: list[str]) -> None:
    app = Gallery()
    async with app.run_test(size=(60, 200)) as pilot:
        for text in many:
            asked = question(prompt=text, texts=(text, "other"), whys=(text, text))
            evidence = (Evidence(paragraph=1, prints=(text,)),)
            app.query_one("#words", Words).show(text)
            app.query_one(KindLabel).show(text)
            app.query_one(Bar).entitle(text)
            app.query_one(Bar).measure(1, 2, text)
            await app.query_one(Choices).ask(asked.options)
            app.query_one(Choices).explain(asked.key.id)
            app.query_one(Feedback).show(
                right=True, verdict=text, explanation=text, evidence=evidence
            )
            app.query_one("#evidence", EvidenceLine).cite(evidence)
            app.query_one(Shelf).fill([Entry(title=text, size=text, figure=text)])
            await pilot.pause()
            shown = printable(text)
            assert app.query_one("#words", Words).plain == shown
            assert app.query_one(".explanation", Words).plain == shown
            assert app.query_one(".verdict", Words).plain == f"✓ {shown}"
            assert app.query(".text").first(Words).plain == one_line(text)
            assert app.query(".why").first(Words).plain == shown
            assert app.query_one("#evidence", Words).plain == f"¶ 1 “{shown}”"


async def test_brackets_reach_the_screen() -> None:
    app = Gallery()
    async with app.run_test(size=(60, 40)) as pilot:
        app.query_one("#words", Words).show("The capital is [Paris]")
        await pilot.pause()
        assert "The capital is [Paris]" in screen_text(pilot)


def library(text: str) -> FakeLibrary:
    asked = question(prompt=text, texts=(text, text + "!"), whys=(text, text), explanation=text)
    content = replace(
        CATALOGUE,
        decks=(replace(CATALOGUE.decks[0], title=text, description=text),),
        problems=(Problem(None, text, text),),
    )
    card = front(stem=text, answer=text, explanation=text)
    return FakeLibrary(content=content, opened=deck((asked,), (card,), title=text))


async def walk(root: Path, start: Quiz | Flash, text: str, keys: list[tuple[str, type]]) -> None:
    """Open the app and press keys, waiting for the screen that each leads to."""
    app = make_app(root, start, library(text))
    async with app.run_test(size=(40, 12)) as pilot:

        def on(expected: type[Screen[Any]]) -> bool:
            return isinstance(app.screen, expected) and app.screen.is_mounted

        for pressed, leads_to in keys:
            await until(pilot, lambda: app.workers._workers == set())
            await pilot.pause()
            await type_keys(pilot, pressed)
            await until(pilot, lambda: on(leads_to))  # noqa: B023
            await pilot.pause()


# All at once: each on its own is what the widgets are tried with above. No file holds half a surrogate pair.
EVERYTHING = " ".join(NASTY).replace("\ud800", "")


async def test_any_text_passes_through_the_whole_app(tmp_path: Path) -> None:
    quiz = [("", QuizScreen), ("1 enter", QuizResults), ("escape", HomeScreen)]
    await walk(tmp_path, Quiz(deck="x"), EVERYTHING, [*quiz, ("end enter", MessageScreen)])
    flash = [("", FlashScreen), ("space 1 space 3", FlashResults), ("escape", HomeScreen)]
    await walk(tmp_path, Flash(deck="x"), EVERYTHING, [*flash, ("f1 escape", HomeScreen)])


@pytest.mark.parametrize("text", [EVERYTHING, "[/x]", "\ud800"], ids=["all", "markup", "surrogate"])
async def test_any_error_can_be_told(tmp_path: Path, text: str) -> None:
    broken = FakeLibrary(error=ContentError([Problem(None, text, text)]))
    app = make_app(tmp_path, Quiz(deck="x"), broken)
    async with app.run_test(size=(40, 12)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, MessageScreen))
        await pilot.pause()


@pytest.mark.parametrize(
    ("share", "line"),
    [
        (0, "──────────"),
        (0.001, "╸─────────"),
        (0.25, "━━╸───────"),
        (0.5, "━━━━━─────"),
        (0.999, "━━━━━━━━━╸"),
        (1, "━━━━━━━━━━"),
        (7, "━━━━━━━━━━"),
    ],
)
def test_the_line_is_heavy_as_far_as_it_is_done(share: float, line: str) -> None:
    assert "".join(meter(share, 10)) == line


@given(st.floats(-1, 2), st.integers(0, 200))
def test_the_line_is_as_wide_as_its_room(share: float, width: int) -> None:
    assert len("".join(meter(share, width))) == width


def test_a_paragraph_is_cited_once() -> None:
    evidence = (
        Evidence(paragraph=109, prints=("414 votes",)),
        Evidence(paragraph=30, prints=()),
        Evidence(paragraph=109, prints=("519 opposed",)),
    )
    assert citation(evidence) == "¶ 109 “414 votes” “519 opposed” · ¶ 30"


def test_nothing_is_cited_for_nothing() -> None:
    assert citation(()) == ""


def test_keys_are_named_as_they_are_labelled() -> None:
    assert [name(key) for key in ("escape", "f1", "q", "question_mark", "up")] == [
        "Esc",
        "F1",
        "q",
        "?",
        "↑",
    ]
    assert joined(["Enter", "Space", "Enter"]) == "Enter Space"
    assert joined(list("123456789")) == "1 – 9"
