"""What a question is about: a word, and a colour that repeats it."""

from __future__ import annotations

from trainer.tui.widgets.words import Words

KINDS = ("date", "person", "vote", "idea")


class KindLabel(Words):
    """`Date`, `Person`, `Vote` or `Idea`."""

    DEFAULT_CSS = """
    KindLabel {
        text-style: bold;
        &.-date { color: $kind-date; }
        &.-person { color: $kind-person; }
        &.-vote { color: $kind-vote; }
        &.-idea { color: $kind-idea; }
    }
    """

    def show(self, text: str) -> None:
        """Show a kind, or other words without a colour."""
        super().show(text.capitalize())
        for kind in KINDS:
            self.set_class(kind == text, f"-{kind}")
