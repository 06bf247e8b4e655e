"""What a quiz and a round of flash cards share: opening the deck, and writing down before showing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from trainer.errors import TrainerError
from trainer.tui.aside import aside
from trainer.tui.screens.asking import CANNOT_LOG, CANNOT_OPEN, CANNOT_SAVE, AskingScreen
from trainer.tui.typed_app import trainer_app

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.decks.opening import OpenedDeck
    from trainer.study.recording import Recorder
    from trainer.tui.start import Flash, Quiz


class SessionScreen(AskingScreen):
    """Opens a deck off the app's own thread, then begins."""

    class Opened(Message):
        """The deck was opened."""

        def __init__(self, deck: OpenedDeck) -> None:
            super().__init__()
            self.deck = deck

    class Failed(Message):
        """The deck could not be opened."""

        def __init__(self, error: TrainerError) -> None:
            super().__init__()
            self.error = error

    def __init__(self, session: Quiz | Flash, deck: OpenedDeck | None = None) -> None:
        super().__init__()
        self.session = session
        self.deck = deck
        self.seed = session.seed or 0
        self._recorder: Recorder | None = None

    def on_mount(self) -> None:
        """Open the deck, unless it comes from the session before."""
        app = trainer_app(self)
        self.seed = app.new_seed() if self.session.seed is None else self.session.seed
        if self.deck is None:
            self._open()
        else:
            self.post_message(self.Opened(self.deck))

    @work(exclusive=True)
    async def _open(self) -> None:
        library, session = trainer_app(self).library, self.session
        try:
            deck = await aside(
                lambda: library.open(session.deck, lesson=session.lesson, seed=self.seed)
            )
        except TrainerError as error:
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.Opened(deck))

    def on_session_screen_failed(self, message: Failed) -> None:
        """Say why there is no session."""
        self.stop(CANNOT_OPEN, message.error)

    async def on_session_screen_opened(self, message: Opened) -> None:
        """Open the log first: without it nothing is asked."""
        self.deck = message.deck
        try:
            self._recorder = trainer_app(self).recorder(message.deck, self.seed)
            self._flagging = trainer_app(self).flagging(message.deck)
        except TrainerError as error:
            self.stop(CANNOT_LOG, error)
            return
        await self.begin(message.deck)

    async def begin(self, deck: OpenedDeck) -> None:
        """Ask the first question."""
        raise NotImplementedError

    def write(self, entry: Callable[[Recorder], str]) -> bool:
        """Write one answer down; if that fails, end the session and return False."""
        assert self._recorder is not None, "the session has begun"
        try:
            entry(self._recorder)
        except TrainerError as error:
            self.stop(CANNOT_SAVE, error)
            return False
        return True
