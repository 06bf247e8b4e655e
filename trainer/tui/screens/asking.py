"""What all sessions share: a page that scrolls, how long an answer takes, flagging what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen

from trainer.errors import TrainerError
from trainer.tui.screens.message import MessageScreen
from trainer.tui.typed_app import trainer_app

if TYPE_CHECKING:
    from datetime import datetime

    from textual.widget import Widget

    from trainer.questions.question import Front, Question
    from trainer.study.flags import Flagging

CANNOT_OPEN = "This deck cannot be opened"
CANNOT_SAVE = "Your answer could not be saved"
CANNOT_LOG = "Your answers could not be saved"
CANNOT_FLAG = "Your flag could not be saved"

# Help lists what a screen itself binds.
FLAG_KEY = Binding("f,f8", "flag", "Flag", id="session.flag")


class AskingScreen(Screen[None]):
    """Something is asked, and may be flagged."""

    CSS_PATH = "../styles/session.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._flagging: Flagging | None = None
        self._shown_at: datetime | None = None

    def shown(self) -> Question | Front | None:
        """Return what stands before the learner."""
        raise NotImplementedError

    def measure(self) -> None:
        """Show how far it is and how it goes."""
        raise NotImplementedError

    def flagged(self) -> str:
        """Return what the top line adds of what is flagged: there it is in sight wherever the page stands."""
        shown, flagging = self.shown(), self._flagging
        return " · flagged" if shown and flagging and flagging.reason(shown) else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to flag what is there."""
        if action == "flag":
            return self.shown() is not None
        return super().check_action(action, parameters)

    def action_flag(self) -> None:
        """Ask what is wrong with the question, and keep it at once."""
        from trainer.tui.screens.flag import FlagScreen  # seldom

        app, shown, flagging = trainer_app(self), self.shown(), self._flagging
        assert shown is not None, "offered only then"
        assert flagging is not None, "the session has begun"
        opened = app.now()

        def keep(reason: str | None) -> None:
            if self._shown_at is not None:
                self._shown_at += app.now() - opened  # it was not spent on the answer
            if reason is None:
                return
            try:
                flagging.flag(shown, reason)
            except TrainerError as error:
                app.push_screen(MessageScreen.of(CANNOT_FLAG, error))
            self.measure()

        app.push_screen(FlagScreen(flagging.reason(shown)), keep)

    def stop(self, heading: str, error: TrainerError) -> None:
        """End the session with what went wrong."""
        self.app.switch_screen(MessageScreen.of(heading, error))

    def start_clock(self) -> None:
        """Note when something was shown."""
        self._shown_at = trainer_app(self).now()

    def milliseconds(self) -> int:
        """Return how long ago that was, and never less than nothing: clocks are put back."""
        assert self._shown_at is not None, "something was shown"
        elapsed = trainer_app(self).now() - self._shown_at
        return max(round(elapsed.total_seconds() * 1000), 0)


class Page(VerticalScroll, can_focus=False):
    """What scrolls; the screen's own keys move it."""

    DEFAULT_CSS = """
    Page { height: 1fr; scrollbar-size-vertical: 1; }
    """

    def bring(self, widget: Widget) -> None:
        """Scroll to a widget that was only just shown: one refresh lays it out, the next knows where."""
        self.call_after_refresh(
            self.call_after_refresh, self.scroll_to_widget, widget, animate=False
        )

    def turn(self, direction: int) -> None:
        """Scroll by most of a page, up (-1) or down (1)."""
        step = max(self.size.height - 2, 1)
        self.scroll_to(y=self.scroll_target_y + direction * step, animate=False)
