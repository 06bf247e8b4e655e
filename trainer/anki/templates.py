"""Fronts and backs as Anki's templates: the back repeats the front and tells all that the note knows."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from trainer.anki import note_types as named

if TYPE_CHECKING:
    from trainer.anki.note_types import Slot

# The fields below the explanation, with what the reader sees above each.
_DETAILS = (
    (named.SIGNIFICANCE, "Why it matters"),
    (named.CALENDARS, "Date"),
    (named.CONTRAST, "Not to be confused with"),
    (named.CORRECTIONS, "On the record"),
    (named.EVIDENCE, "Evidence"),
    (named.WHOSE_WORD, "Whose word"),
    (named.MY_NOTES, "My notes"),
)


def front(slot: Slot) -> str:
    """Return the front's template: empty where the note has no such aspect, so that it makes no card."""
    return _where(
        slot.front,
        f'<div class="page front">\n<div class="chapter" dir="auto">{{{{{named.CHAPTER}}}}}</div>\n'
        f'<div class="stem" dir="auto">{{{{{slot.front}}}}}</div>\n</div>',
    )


def back(slot: Slot) -> str:
    """Return the back's template: the front, the answer, then whatever fields are filled."""
    details = "\n".join(_where(field, _detail(field, label)) for field, label in _DETAILS)
    return "\n".join(
        (
            "{{FrontSide}}",
            '<hr id="answer">',
            '<div class="page back">',
            f'<div class="key" dir="auto">{{{{{slot.back}}}}}</div>',
            _where(named.EXPLANATION, _block("explanation", named.EXPLANATION)),
            _where(named.PICTURE, _block("picture", named.PICTURE)),
            f'<dl class="details">\n{details}\n</dl>',
            _where(named.LESSON, _block("lesson", named.LESSON)),
            "</div>",
        )
    )


def css() -> str:
    """Return the style sheet of all note types."""
    return files("trainer.anki").joinpath("card.css").read_text("utf-8")


def _where(field: str, template: str) -> str:
    return f"{{{{#{field}}}}}{template}{{{{/{field}}}}}"


def _block(kind: str, field: str) -> str:
    return f'<div class="{kind}" dir="auto">{{{{{field}}}}}</div>'


def _detail(field: str, label: str) -> str:
    return f'<div><dt>{label}</dt><dd dir="auto">{{{{{field}}}}}</dd></div>'
