"""Home: the decks, the chapters and their lessons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Button, Footer, OptionList

from trainer.errors import TrainerError
from trainer.study.filters import Filters
from trainer.text.plurals import counted
from trainer.tui.aside import aside
from trainer.tui.start import Confirm, Flash, Quiz, Study
from trainer.tui.typed_app import trainer_app
from trainer.tui.widgets.bar import Bar
from trainer.tui.widgets.shelf import Entry, Shelf
from trainer.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from trainer.decks.catalogue import Catalogue
    from trainer.errors import Problem

FILLED = "-filled"
READING = (
    "Reading the chapters …\n\n"
    "Their questions are made and counted once, and again when a chapter changes;"
    " a long chapter takes minutes."
)
NO_CONTENT = (
    "There is nothing to learn yet.\n\n"
    "A chapter is a folder in\n{data}\n\nA deck is a file in\n{decks}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What a line of the shelf stands for: a deck or lesson to learn, or the problems if `deck` is None.

    Attributes:
        chapter: whether it is a chapter as a whole, whose drafts can be confirmed.
        questions: how many; None where they are not counted, because there are many.
    """

    title: str
    about: str
    deck: str | None = None
    lesson: str | None = None
    chapter: bool = False
    questions: int | None = 0
    cards: int | None = 0

    @property
    def size(self) -> str:
        """How much there is, in words."""
        if self.questions is None or self.cards is None:
            return ""
        return f"{counted(self.questions, 'question')} · {counted(self.cards, 'card')}"


class HomeScreen(Screen[None]):
    """Where everything begins."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "study", "Study", id="home.study", key_display="Enter"),
        Binding("f3", "quiz", "Quiz", id="home.quiz", key_display="F3"),
        Binding("f,f4", "flash", "Cards", id="home.flash", key_display="F4"),
        Binding("c,f5", "confirm", "Confirm drafts of a chapter", id="home.confirm", show=False),
        Binding("q", "app.quit", "Quit", id="home.quit", key_display="F10"),
    ]
    AUTO_FOCUS = "Shelf"

    class Catalogued(Message):
        """The catalogue was read."""

        def __init__(self, catalogue: Catalogue) -> None:
            super().__init__()
            self.catalogue = catalogue

    class Uncatalogued(Message):
        """The catalogue could not be read."""

        def __init__(self, error: TrainerError) -> None:
            super().__init__()
            self.error = error

    def __init__(self, kept: Catalogue | None = None, *, beneath: bool = False) -> None:
        """Show what is `kept`, or count anew; not yet if a session is about to lie on top, home being `beneath` it."""
        super().__init__(classes=FILLED if kept and not kept.empty else None)
        self._kept = kept
        self._unread = kept is None
        self._beneath = beneath
        self._stock: list[Stock | None] = []
        self._problems: tuple[Problem, ...] = ()

    def compose(self) -> ComposeResult:
        """A list, filled at once if nothing has changed, and what is known about the line under the cursor."""
        yield Bar("Chapter Trainer")
        with Horizontal(id="rooms"):
            yield Shelf(self._arrange(self._kept) if self._kept else ())
            with Vertical(id="about"):
                yield Words(id="about-title")
                yield Words(id="about-text")
                yield Words(id="about-size")
                with Horizontal(id="about-actions"):
                    yield Button("Study", id="study", compact=True)
                    yield Button("Quiz", id="quiz", compact=True)
                    yield Button("Flash cards", id="flash", compact=True)
        with VerticalScroll(id="notice"):
            yield Words(READING)
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Begin with what is known."""
        if self._kept is not None:
            self._show(self._kept)

    def on_screen_suspend(self) -> None:
        """Be covered: what is looked at next may be home itself."""
        self._beneath = False

    def on_screen_resume(self) -> None:
        """Count what there is, unless that is known: once home is looked at, for it would slow what lies on top of it."""
        if self._unread and not self._beneath:
            self._unread = False
            self._read()

    @work(exclusive=True)
    async def _read(self) -> None:
        try:
            catalogue = await aside(trainer_app(self).library.catalogue)
        except TrainerError as error:
            self.post_message(self.Uncatalogued(error))
        else:
            self.post_message(self.Catalogued(catalogue))

    def on_home_screen_catalogued(self, message: Catalogued) -> None:
        """Fill the shelf."""
        self._fill(message.catalogue)

    def on_home_screen_uncatalogued(self, message: Uncatalogued) -> None:
        """Say what is wrong where the shelf would be."""
        self._say("\n".join(map(str, message.error.problems)))

    @on(OptionList.OptionHighlighted)
    def _show_about(self, message: OptionList.OptionHighlighted) -> None:
        stock = self._stock[message.option_index]
        assert stock is not None, "headings are passed over"
        self.query_one("#about-title", Words).show(stock.title)
        about = self.query_one("#about-text", Words)
        about.show(stock.about)
        about.display = bool(stock.about)
        learnable = stock.deck is not None
        self.query_one("#about-size", Words).show(stock.size if learnable else "")
        self.query_one("#about-actions").display = learnable
        self.query_one("#study", Button).disabled = stock.questions == 0
        self.query_one("#quiz", Button).disabled = stock.questions == 0
        self.query_one("#flash", Button).disabled = stock.cards == 0
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    @on(Button.Pressed, "#study")
    def _selected(self) -> None:
        self.action_study()

    @on(Button.Pressed, "#quiz")
    def _quiz_pressed(self) -> None:
        self.action_quiz()

    @on(Button.Pressed, "#flash")
    def _flash_pressed(self) -> None:
        self.action_flash()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is."""
        stock = self._chosen()
        if action == "study":
            return stock is not None and (stock.deck is None or stock.questions != 0)
        if action == "quiz":
            return stock is not None and stock.deck is not None and stock.questions != 0
        if action == "flash":
            return stock is not None and stock.deck is not None and stock.cards != 0
        if action == "confirm":
            return stock is not None and stock.chapter
        return super().check_action(action, parameters)

    def action_study(self) -> None:
        """Study what is under the cursor, or show the problems if they are."""
        stock = self._chosen()
        if stock is None:
            return
        if stock.deck is None:
            from trainer.tui.screens.message import MessageScreen  # rarely needed

            self.app.push_screen(MessageScreen(stock.title, "\n\n".join(map(str, self._problems))))
        elif stock.questions != 0:
            filters = Filters(lesson=stock.lesson)
            trainer_app(self).open_session(Study(deck=stock.deck, filters=filters))

    def action_quiz(self) -> None:
        """Ask questions of what is under the cursor."""
        stock = self._chosen()
        if stock is not None and stock.deck is not None and stock.questions != 0:
            trainer_app(self).open_session(Quiz(deck=stock.deck, lesson=stock.lesson))

    def action_flash(self) -> None:
        """Turn over the cards of what is under the cursor."""
        stock = self._chosen()
        if stock is not None and stock.deck is not None and stock.cards != 0:
            trainer_app(self).open_session(Flash(deck=stock.deck, lesson=stock.lesson))

    def action_confirm(self) -> None:
        """Go through the drafts of the chapter under the cursor."""
        stock = self._chosen()
        if stock is not None and stock.chapter and stock.deck is not None:
            trainer_app(self).open_session(Confirm(chapter=stock.deck))

    def _chosen(self) -> Stock | None:
        place = self.query_one(Shelf).highlighted
        return None if place is None else self._stock[place]

    def _fill(self, catalogue: Catalogue) -> None:
        self.query_one(Shelf).fill(self._arrange(catalogue))
        self._show(catalogue)

    def _arrange(self, catalogue: Catalogue) -> list[Entry]:
        """Return the lines of the shelf and remember what each stands for."""
        lines = [*_decks(catalogue), *_chapters(catalogue), *_problems(catalogue.problems)]
        self._problems = catalogue.problems
        self._stock = [stock for _, stock in lines]
        return [entry for entry, _ in lines]

    def _show(self, catalogue: Catalogue) -> None:
        if catalogue.empty:
            self._say_empty()
            return
        self.add_class(FILLED)
        self.query_one(Shelf).begin()

    def _say_empty(self) -> None:
        library = trainer_app(self).places.library
        empty = NO_CONTENT.format(data=library / "data", decks=library / "decks")
        self._say("\n\n".join([empty, *map(str, self._problems)]))

    def _say(self, text: str) -> None:
        self.query_one("#notice Words", Words).show(text)


def _decks(catalogue: Catalogue) -> Iterator[tuple[Entry, Stock | None]]:
    if catalogue.decks:
        yield Entry(title="Decks", heading=True), None
    for deck in catalogue.decks:
        stock = Stock(
            title=deck.title,
            about=deck.description,
            deck=deck.id,
            questions=deck.questions,
            cards=deck.cards,
        )
        yield _entry(stock), stock


def _chapters(catalogue: Catalogue) -> Iterator[tuple[Entry, Stock | None]]:
    if catalogue.chapters:
        yield Entry(title="Chapters", heading=True, apart=bool(catalogue.decks)), None
    for chapter in catalogue.chapters:
        facts = " · ".join(f"{number} {sort}" for sort, number in chapter.counts.items() if number)
        stock = Stock(
            title=chapter.title,
            about=f"{chapter.work}\n{facts}" if facts else chapter.work,
            deck=chapter.id,
            chapter=True,
            questions=chapter.questions,
            cards=chapter.cards,
        )
        yield _entry(stock), stock
        for lesson in chapter.lessons:
            part = Stock(
                title=lesson.title,
                about=f"A lesson of {chapter.title}",
                deck=chapter.id,
                lesson=lesson.id,
                questions=lesson.questions,
                cards=lesson.cards,
            )
            yield _entry(part, indent=2), part


def _problems(problems: tuple[Problem, ...]) -> Iterator[tuple[Entry, Stock | None]]:
    if problems:
        title = f"{counted(len(problems), 'problem')} in the content"
        yield Entry(title="To mend", heading=True, apart=True), None
        yield Entry(title=f"! {title}"), Stock(title=title, about=str(problems[0]))


def _entry(stock: Stock, indent: int = 0) -> Entry:
    return Entry(
        title=stock.title,
        size=stock.size,
        figure="" if stock.questions is None else str(stock.questions),
        indent=indent,
    )
