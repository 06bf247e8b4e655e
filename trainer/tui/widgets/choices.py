"""The options of a question: chosen by number, arrows or mouse, then explained in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.message import Message

from trainer.tui.widgets.words import Words, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from trainer.questions.question import Option

CURSOR, RIGHT, WRONG, NOTHING = "▸", "✓", "✗", " "


class Choice(Horizontal):
    """One option: a sign, its number, its text and, once answered, its reason."""

    class Picked(Message):
        """The option was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def compose(self) -> ComposeResult:
        """Sign, number, and text above reason."""
        yield Words(NOTHING, classes="sign")
        yield Words(str(self._number), classes="number")
        with Vertical():
            yield Words(classes="text")
            yield Words(classes="why")

    def offer(self, option: Option) -> None:
        """Show an option that waits to be chosen."""
        self.remove_class("-cursor", "-key", "-chosen-wrong", "-answered")
        self.query_one(".sign", Words).show(NOTHING)
        self.query_one(".text", Words).update(line(option.text))
        self.query_one(".why", Words).show("")

    def point(self, *, here: bool) -> None:
        """Put the cursor here or take it away."""
        self.set_class(here, "-cursor")
        self.query_one(".sign", Words).show(CURSOR if here else NOTHING)

    def explain(self, option: Option, *, chosen: bool) -> None:
        """Show whether the option is the key, and its reason."""
        wrong = chosen and not option.correct
        self.point(here=False)
        self.add_class("-answered")
        self.set_class(option.correct, "-key")
        self.set_class(wrong, "-chosen-wrong")
        self.query_one(".sign", Words).show(
            RIGHT if option.correct else WRONG if wrong else NOTHING
        )
        self.query_one(".why", Words).show(option.why)

    def on_click(self, event: events.Click) -> None:
        """Tell the list."""
        event.stop()
        self.post_message(self.Picked(self._number))


class Choices(Vertical):
    """A list of options, reused from question to question; says what was chosen and knows nothing of scores."""

    DEFAULT_CSS = """
    Choices {
        height: auto;
        Choice {
            height: auto;
            padding: 0 1 0 0;
            &:hover { background: $block-hover-background; }
            &.-cursor { background: $cursor; text-style: bold; }
            &.-answered, &.-answered:hover { background: transparent; color: $quiet; }
            &.-key, &.-key:hover { color: $success; }
            &.-chosen-wrong, &.-chosen-wrong:hover { color: $error; }
            &.-key .text, &.-chosen-wrong .text { text-style: bold; }
            & > Vertical { height: auto; width: 1fr; }
            .sign { width: 2; }
            .number { width: 3; color: $quiet; }
            &.-cursor .number, &.-key .number, &.-chosen-wrong .number { color: $foreground; }
            .why { color: $foreground 80%; display: none; }
            &.-answered .why { display: block; }
        }
    }
    """

    class Chosen(Message):
        """An option was chosen."""

        def __init__(self, option_id: str) -> None:
            super().__init__()
            self.option_id = option_id

    def __init__(self) -> None:
        super().__init__()
        self._options: tuple[Option, ...] = ()
        self._cursor: int | None = None
        self._open = False

    @property
    def highlighted(self) -> Choice | None:
        """The option under the cursor, if the cursor is on one."""
        return None if self._cursor is None else self._rows()[self._cursor]

    @property
    def at_top(self) -> bool:
        """Whether the cursor cannot go further up."""
        return self._cursor in {None, 0}

    async def ask(self, options: Sequence[Option]) -> None:
        """Offer other options; nothing is under the cursor at first, so that a key held down chooses nothing."""
        self._options = tuple(options)
        self._cursor = None
        rows = self._rows()
        missing = range(len(rows) + 1, len(options) + 1)
        if missing:
            await self.mount_all([Choice(number) for number in missing])
            rows = self._rows()
        for place, row in enumerate(rows):
            row.display = place < len(options)
        for option, row in zip(options, rows, strict=False):
            row.offer(option)
        self._open = True

    def move(self, step: int) -> None:
        """Move the cursor by a step, without leaving the list."""
        if not self._open or not self._options:
            return
        last = len(self._options) - 1
        if self._cursor is None:
            place = 0 if step > 0 else last
        else:
            place = min(max(self._cursor + step, 0), last)
        self._cursor = place
        for at, row in enumerate(self._rows()):
            row.point(here=at == place)

    def choose(self) -> None:
        """Choose what is under the cursor; if nothing is, put it on the first option."""
        if self._cursor is None:
            self.move(1)
        else:
            self.pick(self._cursor + 1)

    def pick(self, number: int) -> None:
        """Choose an option by its number; numbers that are not shown do nothing."""
        if self._open and 1 <= number <= len(self._options):
            self.post_message(self.Chosen(self._options[number - 1].id))

    def explain(self, chosen: str) -> None:
        """Close the list and show every option's reason."""
        self._open = False
        self._cursor = None
        for option, row in zip(self._options, self._rows(), strict=False):
            row.explain(option, chosen=option.id == chosen)

    def on_choice_picked(self, message: Choice.Picked) -> None:
        """Choose what was clicked."""
        message.stop()
        self.pick(message.number)

    def _rows(self) -> list[Choice]:
        return list(self.query_children(Choice))
