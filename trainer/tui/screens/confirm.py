"""Confirming: draft by draft, each beside its passage; every step is in the files before the next is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen

from trainer.errors import TrainerError
from trainer.tui.aside import aside
from trainer.tui.drafts import (
    SORTS,
    ending,
    first_quotation,
    named,
    no_text,
    open_drafts,
    outcome_of,
)
from trainer.tui.screens.message import MessageScreen
from trainer.tui.typed_app import trainer_app
from trainer.tui.widgets.bar import Bar
from trainer.tui.widgets.entry import EntryArea
from trainer.tui.widgets.keys import Keys
from trainer.tui.widgets.words import Words, content

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from trainer.drafting.confirming.desk import Desk, Step
    from trainer.drafting.confirming.sheets import Item
    from trainer.tui.drafts import Opened
    from trainer.tui.start import Confirm

CANNOT_OPEN = "The drafts cannot be opened"
_HELD = frozenset({"accept", "amend", "discard", "merge", "split", "skip"})
_ALWAYS = frozenset({"help", "toggle_theme", "quit", "help_quit"})
_EDITING = frozenset({"save", "keep", "cancel"})
# In a chapter of so many entries a step may take longer than anybody waits without a word.
_MANY = 1_000


class ConfirmScreen(Screen[None]):
    """The drafts of a chapter, one at a time."""

    CSS_PATH = "../styles/confirm.tcss"
    AUTO_FOCUS = ""  # the keys are the screen's own until an entry is edited
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,enter", "accept", "Accept", id="confirm.accept", key_display="a"),
        Binding("e,f3", "amend", "Edit", id="confirm.amend", key_display="e"),
        Binding("d,delete", "discard", "Discard", id="confirm.discard", key_display="d"),
        Binding("m,f5", "merge", "Merge", id="confirm.merge", key_display="m"),
        Binding("s,f6", "split", "Split", id="confirm.split", key_display="s"),
        Binding("n,right", "skip(1)", "Next", id="confirm.next", key_display="n"),
        Binding("u,f4", "undo", "Undo", id="confirm.undo", key_display="u"),
        Binding("p,left", "skip(-1)", "Back", id="confirm.previous", key_display="p", show=False),
        Binding("up", "turn(-1)", "Scroll up", id="confirm.up", show=False),
        Binding("down", "turn(1)", "Scroll down", id="confirm.down", show=False),
        Binding("ctrl+s,f7", "save", "Accept", id="confirm.save", key_display="^S", priority=True),
        Binding(
            "ctrl+g,f8", "keep", "Keep as draft", id="confirm.keep", key_display="^G", priority=True
        ),
        Binding(
            "escape", "cancel", "Give up", id="confirm.cancel", key_display="Esc", priority=True
        ),
        Binding("escape,f9", "leave", "Leave", id="confirm.leave", key_display="Esc"),
    ]

    class Ready(Message):
        """The chapter and the text were read."""

        def __init__(self, opened: Opened) -> None:
            super().__init__()
            self.opened = opened

    class Failed(Message):
        """One of them could not be read."""

        def __init__(self, error: TrainerError) -> None:
            super().__init__()
            self.error = error

    def __init__(self, session: Confirm) -> None:
        super().__init__()
        self.session = session
        self._opened: Opened | None = None
        self._at = 0
        self._edited: Item | None = None
        self._written = ""
        self._warned = False

    def compose(self) -> ComposeResult:
        """A line at the top, the draft and its passage side by side, what was done last."""
        yield Bar("Confirm")
        with Horizontal(id="sides"):
            with VerticalScroll(id="draft", can_focus=False):
                yield Words("Reading the drafts …", id="name")
                yield Words(id="card")
                yield EntryArea(id="entry")
                yield Words(id="problems")
            with VerticalScroll(id="passage", can_focus=False):
                yield Words(id="paragraphs")
        yield Words(id="said")
        yield Keys(compact=True)

    def on_mount(self) -> None:
        """Read the chapter and the text off the app's own thread."""
        self._open()

    @work(exclusive=True)
    async def _open(self) -> None:
        app, session = trainer_app(self), self.session
        try:
            opened = await aside(
                lambda: open_drafts(app.chapter_folder(session.chapter), session.text, app.places)
            )
        except TrainerError as error:
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.Ready(opened))

    def on_confirm_screen_failed(self, message: Failed) -> None:
        """Say why there is nothing to confirm."""
        self.app.switch_screen(MessageScreen.of(CANNOT_OPEN, message.error))

    def on_confirm_screen_ready(self, message: Ready) -> None:
        """Show the first draft."""
        self._opened = message.opened
        self.query_one(Bar).entitle(message.opened.desk.about.entry.title)
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with this draft, or with what is being written."""
        if self.has_class("-working"):
            return action in _ALWAYS
        if action in _EDITING or self._editing:
            return self._editing == (action in _EDITING) or action in _ALWAYS
        desk, item = self._desk, self._item
        possible = {
            "undo": desk is not None and bool(desk.steps),
            "merge": desk is not None and item is not None and desk.has_partners(item),
            "split": desk is not None and item is not None and bool(desk.spellings(item)),
        }
        if action in _HELD and item is None:
            return False
        return possible.get(action, super().check_action(action, parameters))

    @property
    def _desk(self) -> Desk | None:
        return self._opened.desk if self._opened else None

    @property
    def _editing(self) -> bool:
        return self.has_class("-editing")

    @property
    def _item(self) -> Item | None:
        if self._desk is None or not self._desk.drafts:
            return None
        self._at = min(max(self._at, 0), len(self._desk.drafts) - 1)
        return self._desk.drafts[self._at]

    def action_accept(self) -> None:
        """Accept the draft; where it is not yet fit for it, open it at what is to be put right."""
        desk, item = self._desk, self._item
        if desk is None or item is None:
            return

        def unfit(error: TrainerError) -> None:
            self._refused(error)
            if self._item is item:
                self._edit(item)

        self._do(lambda: desk.accept(item), refused=unfit)

    def action_discard(self) -> None:
        """Take the draft out."""
        desk, item = self._desk, self._item
        if desk is not None and item is not None:
            self._do(lambda: desk.discard(item))

    def action_undo(self) -> None:
        """Take the last step back, and show the draft again that it was about."""
        if (desk := self._desk) is None:
            return

        def taken_back(step: Step) -> None:
            self._at = step.at
            self._say(f"taken back: {step.taken_back}")
            self._show()

        self._do(desk.undo, done=taken_back)

    def action_skip(self, direction: int) -> None:
        """Show the next draft, or the one before, and leave this one for later."""
        if self._desk is not None and self._desk.drafts:
            self._at = (self._at + direction) % len(self._desk.drafts)
            self._say("")
            self._show()

    def action_turn(self, direction: int) -> None:
        """Scroll the passage."""
        passage = self.query_one("#passage", VerticalScroll)
        passage.scroll_relative(y=direction * max(passage.size.height - 2, 1), animate=False)

    def action_merge(self) -> None:
        """Choose whom the draft is a spelling of."""
        desk, item = self._desk, self._item
        if desk is None or item is None:
            return
        partners = desk.partners(item)
        self._choose(
            f"{item.id} is the same as",
            [named(one) for one in partners],
            lambda at: desk.merge(item, partners[at]),
        )

    def action_split(self) -> None:
        """Choose which spelling is somebody else."""
        desk, item = self._desk, self._item
        if desk is None or item is None:
            return
        names = desk.spellings(item)
        text = self._opened.text if self._opened else None
        self._choose(
            f"Not {item.id}, but somebody else, is",
            names,
            lambda at: desk.split(item, names[at], text),
        )

    def action_amend(self) -> None:
        """Open the entry as it stands in its file."""
        if (item := self._item) is not None:
            self._say("")
            self._edit(item)

    def action_save(self) -> None:
        """Save what is written, and accept it."""
        self._save(accept=True)

    def action_keep(self) -> None:
        """Save what is written, and let it be a draft."""
        self._save(accept=False)

    def action_cancel(self) -> None:
        """Give up what is written, if that is meant."""
        area = self.query_one(EntryArea)
        if area.text != self._written and not self._warned:
            self._warned = True
            self._say("Esc once more gives up what you changed")
            return
        self._say("")
        self._close_entry()
        self._show()

    def action_leave(self) -> None:
        """Go back; all that was done is in the files, and what was taken out beside them."""
        self.app.pop_screen()

    def on_text_area_changed(self) -> None:
        """Say what is wrong with what is written, and no longer what was wrong before."""
        if self._editing:
            self._warned = False
            text = self.query_one(EntryArea).text
            if text != self._written:
                self._say("")
            self._judge(text)

    def _choose(self, heading: str, names: list[str], step: Callable[[int], Step]) -> None:
        from trainer.tui.screens.choose import ChooseScreen  # rarely needed

        def chosen(at: int | None) -> None:
            if at is not None:
                self._do(lambda: step(at))

        self.app.push_screen(ChooseScreen(heading, names), chosen)

    def _do(
        self,
        step: Callable[[], Step],
        *,
        done: Callable[[Step], None] | None = None,
        refused: Callable[[TrainerError], None] | None = None,
    ) -> None:
        """Do something to the draft, beside the app if it may take a while, and show what comes of it."""

        def settle(outcome: Step | TrainerError) -> None:
            if isinstance(outcome, TrainerError):
                (refused or self._refused)(outcome)
            else:
                (done or self._done)(outcome)

        count = self._desk.size if self._desk else 0
        if count < _MANY:
            settle(outcome_of(step))
            return
        self._set_working(working=True)
        self._say(f"One moment: {count:,} entries may be concerned …")
        self._do_aside(step, settle)

    @work(exclusive=True)
    async def _do_aside(
        self, step: Callable[[], Step], settle: Callable[[Step | TrainerError], None]
    ) -> None:
        outcome = await aside(lambda: outcome_of(step), to_the_end=True)
        self._set_working(working=False)
        settle(outcome)

    def _set_working(self, *, working: bool) -> None:
        """Take no key that does something, and no letter, until a step is done: what is being saved is saved as it is."""
        self.set_class(working, "-working")
        self.query_one(EntryArea).read_only = working
        self.refresh_bindings()

    def _done(self, step: Step) -> None:
        self._say(step.said)
        self._show()

    def _refused(self, error: TrainerError) -> None:
        self._show()
        self._complain(error)

    def _save(self, *, accept: bool) -> None:
        desk = self._desk
        if desk is None:
            return
        text = self.query_one(EntryArea).text

        def done(step: Step) -> None:
            self._close_entry()
            self._done(step)

        # What is written stays if it is refused, whatever became of the files.
        self._do(
            lambda: desk.amend(self._edited_now(desk), text, accept=accept),
            done=done,
            refused=self._complain,
        )

    def _edited_now(self, desk: Desk) -> Item:
        """Return the entry that is being edited, found again if the files were read anew.

        Raises:
            TrainerError: somebody else has changed it, or taken it out.
        """
        edited = self._edited
        assert edited is not None, "something is being edited"
        for at, draft in enumerate(desk.drafts):
            if draft is edited or (
                (draft.file, draft.id, draft.own) == (edited.file, edited.id, edited.own)
            ):
                self._at, self._edited = at, draft
                return draft
        raise TrainerError(
            f"{edited.id} was itself changed by another program, and nothing was written",
            mend="copy what you need, give up with Esc, and look at it anew",
        )

    def _edit(self, item: Item) -> None:
        """Open an entry, with what is to be put in other words selected."""
        area = self.query_one(EntryArea)
        self._written = item.own.rstrip().replace("\r\n", "\n")
        self._warned = False
        self._edited = item
        self.add_class("-editing")
        area.load_text(self._written)
        area.selection = first_quotation(self._written)
        area.focus()
        self._judge(self._written)
        self.refresh_bindings()

    def _close_entry(self) -> None:
        self.remove_class("-editing")
        self.set_focus(None)

    def _judge(self, text: str) -> None:
        from trainer.drafting.confirming.problems import told

        desk, item = self._desk, self._item
        if desk is not None and item is not None:
            problems = desk.problems(item, text)
            self.query_one("#problems", Words).show("\n".join(map(told, problems)))

    def _show(self) -> None:
        opened = self._opened
        if opened is None:
            return
        desk = opened.desk
        from trainer.drafting.confirming.passages import passages
        from trainer.tui.widgets.draft_card import card, passage_content

        item = self._item
        left, done = len(desk.drafts), desk.settled
        number = done + self._at + 1 if item else done
        self.query_one(Bar).measure(done, done + left, f"{number} of {done + left}")
        self.set_class(item is None, "-done")
        if item is None:
            self.query_one("#name", Words).show(ending(self._opened, self.session.chapter))
        else:
            data = item.data
            self.query_one("#name", Words).show(f"{SORTS[item.file]} · {item.id}")
            self.query_one("#card", Words).update(card(data))
            self._judge(item.own)
            shown = passage_content(passages(data, opened.text), has_text=opened.text is not None)
            if opened.text is None:
                told = content(no_text(opened, self.session.chapter))
                shown = Content.assemble(shown, "\n\n", told)
            self.query_one("#paragraphs", Words).update(shown)
        self.query_one("#draft", VerticalScroll).scroll_home(animate=False)
        self.call_after_refresh(self._bring_first_mark)
        self.refresh_bindings()

    def _bring_first_mark(self) -> None:
        """Scroll the passage to the first words that prove something."""
        from trainer.tui.widgets.draft_card import rows_above_mark

        shown = self.query_one("#paragraphs", Words)
        marked = shown.content
        assert isinstance(marked, Content), "it shows what was put there"
        rows = rows_above_mark(marked, shown.size.width)
        side = self.query_one("#passage", VerticalScroll)
        side.scroll_to(y=max(rows - side.size.height // 2, 0), animate=False)

    def _say(self, text: str) -> None:
        said = self.query_one("#said", Words)
        said.remove_class("-wrong")
        said.show(text)

    def _complain(self, error: TrainerError) -> None:
        said = self.query_one("#said", Words)
        said.add_class("-wrong")
        said.show(str(error))
