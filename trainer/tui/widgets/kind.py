"""What a question is about: a word, and a colour that repeats it."""

from __future__ import annotations

from trainer.tui.widgets.words import Words

KINDS = ("date", "person", "vote", "idea")


class KindLabel(Words):
    """`Date`, `Person`, `Vote` or `Idea`, and `flagged` where it is."""

    DEFAULT_CSS = """
    KindLabel {
        text-style: bold;
        &.-date { color: $kind-date; }
        &.-person { color: $kind-person; }
        &.-vote { color: $kind-vote; }
        &.-idea { color: $kind-idea; }
    }
    """

    def show(self, text: str, *, flagged: bool = False) -> None:
        """Show a kind, and whether the question is flagged."""
        super().show(text.capitalize() + " · flagged" * flagged)
        for kind in KINDS:
            self.set_class(kind == text, f"-{kind}")
