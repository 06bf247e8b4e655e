"""The app: what all screens share, and how they follow each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from trainer.tui import themes
from trainer.tui.screens.home import HomeScreen
from trainer.tui.start import Confirm, Flash, Home, Quiz, Study

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path
    from typing import Any

    from textual.screen import Screen

    from trainer.content import Places
    from trainer.decks.opening import OpenedDeck
    from trainer.study.flags import Flagging
    from trainer.study.opening import Opened
    from trainer.study.recording import Recorder
    from trainer.tui.library import Library
    from trainer.tui.start import Start

INTERRUPTED = 130
_SECONDS_TO_READ = 60  # what became of a damaged log

# The first cell from which on a screen has the class.
WIDTHS = [(0, "-narrow"), (60, "-normal"), (100, "-wide")]
HEIGHTS = [(0, "-short"), (18, "-medium"), (32, "-tall")]


class TrainerApp(App[None]):
    """The trainer in a terminal."""

    TITLE = "Chapter Trainer"
    # What the first paint needs; the other screens bring their own when they open.
    CSS_PATH: ClassVar[list[str]] = ["styles/app.tcss", "styles/home.tcss"]  # type: ignore[assignment]
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,question_mark", "help", "Help", id="app.help", key_display="F1"),
        Binding("f2", "toggle_theme", "Light or dark", id="app.theme", show=False),
        Binding("f10", "quit", "Quit", id="app.quit", show=False),
    ]

    def __init__(
        self,
        library: Library,
        places: Places,
        *,
        start: Start,
        now: Callable[[], datetime],
        environ: Mapping[str, str],
    ) -> None:
        super().__init__()
        self.library = library
        self.places = places
        self.now = now
        self._opening = start
        self._learner: Opened | None = None
        self._sessions = 0
        for theme in (themes.DARK, themes.LIGHT):
            self.register_theme(theme)
        self.theme = themes.preferred(environ).name

    def get_default_screen(self) -> Screen[Any]:
        """Begin at home; a session that is asked for lies on top of it."""
        home = HomeScreen(self.library.kept(), beneath=not isinstance(self._opening, Home))
        # Otherwise the first frame would be laid out for any size, and the next for the one there is.
        for points, cells in ((WIDTHS, self.size.width), (HEIGHTS, self.size.height)):
            home.add_class(next(name for least, name in reversed(points) if cells >= least))
        return home

    def on_mount(self) -> None:
        """Open the session that is asked for."""
        if not isinstance(self._opening, Home):
            self.open_session(self._opening)

    def on_unmount(self) -> None:
        """Close the log."""
        if self._learner is not None:
            self._learner.store.close()
            self._learner = None

    def open_session(self, session: Study | Quiz | Flash | Confirm) -> None:
        """Show a session on top of what is there."""
        if isinstance(session, Confirm):
            from trainer.tui.screens.confirm import ConfirmScreen  # after the first paint

            self.push_screen(ConfirmScreen(session))
            return
        if isinstance(session, Study):
            from trainer.tui.screens.study import StudyScreen  # after the first paint

            self.push_screen(StudyScreen(session))
            return
        self.push_screen(self.session_screen(session))

    def session_screen(self, session: Quiz | Flash) -> Screen[None]:
        """Return the screen of a session that draws afresh."""
        if isinstance(session, Quiz):
            from trainer.tui.screens.quiz import QuizScreen  # after the first paint

            return QuizScreen(session)
        from trainer.tui.screens.flash import FlashScreen  # after the first paint

        return FlashScreen(session)

    def chapter_folder(self, chapter: str) -> Path:
        """Return the folder of the chapter with an id or path.

        Raises:
            NotFoundError: there is none.
        """
        from trainer.content import find_chapter

        return find_chapter(chapter, self.places)

    def new_seed(self) -> int:
        """Return a seed from the clock; no two of one run are the same."""
        self._sessions += 1
        return (int(self.now().timestamp()) + self._sessions) % 2**31

    def recorder(self, deck: OpenedDeck, seed: int) -> Recorder:
        """Return what writes down a session's answers, opening the log if it is not yet open.

        Raises:
            TrainerError: the log cannot be opened.
        """
        from trainer.study.recording import Recorder, session_id  # after the first paint

        learner = self.learner()
        return Recorder(
            log=learner.store,
            session=session_id(self.now(), deck.id, seed),
            digests=deck.digests,
            seed=seed,
            now=self.now,
            rollover_hour=learner.settings.rollover_hour,
        )

    def learner(self) -> Opened:
        """Return the learner's file, opening it if it is not yet open, and tell what is to be told of it.

        Raises:
            TrainerError: it cannot be opened.
        """
        from trainer.study.opening import open_store  # after the first paint

        if self._learner is None:
            self._learner = open_store(self.places, self.now())
            for line in self._learner.told:
                self.notify(line, severity="warning", timeout=_SECONDS_TO_READ, markup=False)
        return self._learner

    def flagging(self, deck: OpenedDeck) -> Flagging:
        """Return what keeps the learner's flags on the questions of a deck.

        Raises:
            TrainerError: the flags cannot be read.
        """
        from trainer.study.flags import Flagging  # after the first paint
        from trainer.study.paths import flags_file

        chapters = {chapter.id: chapter for chapter in deck.chapters}
        return Flagging(flags_file(self.places), chapters, self.now)

    def action_help(self) -> None:
        """Show the keys of the screen that is open."""
        from trainer.tui.screens.help import HelpScreen  # after the first paint

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_toggle_theme(self) -> None:
        """Change between light and dark."""
        light = self.theme == themes.LIGHT.name
        self.theme = (themes.DARK if light else themes.LIGHT).name

    def action_help_quit(self) -> None:
        """Leave on Ctrl+C as any program does."""
        self.exit(return_code=INTERRUPTED)

    @property
    def failure(self) -> Exception | None:
        """The error of ours that ended the app, as it was raised; None if it ended well."""
        error = self._exception
        return getattr(error, "error", error)

    def _fatal_error(self) -> None:
        """Leave without the screenful of traceback that Textual would print: who runs the app reports it."""
        self._close_messages_no_wait()
