"""Text from data as HTML and Markdown that show it literally."""

from __future__ import annotations

import html
import re

from trainer.text.printable import one_line

# What Anki or its clients would obey within a field: sounds, LaTeX, template tags, MathJax.
_OBEYED = re.compile(
    r"\[(?=sound:|/?latex\]|/?\$\$?\]|anki:)|(?<=\{)\{|\}(?=\})|\\(?=[()\[\]])", re.IGNORECASE
)

# CommonMark lets any of these be escaped wherever it stands; the last two alternatives begin lists.
_MARKDOWN = re.compile(r"[\\`*_\[\]<>#&|~!$]|^[-+=](?=\s|[-+=]|$)|(?<=\d)[.)](?=\s|$)")

LINE_BREAK = "<br>"


def as_html(text: str) -> str:
    """Return a text on one line, so that HTML, and Anki within it, show it as it is.

    Quotes stay as they are: fields stand between tags, never within one, and Anki searches what is stored.
    MathJax reads the page after entities are resolved, so that only an element after the backslash keeps it
    from taking a bracket for the start of a formula.
    """
    return _OBEYED.sub(_disarmed, html.escape(one_line(text), quote=False))


def as_markdown(text: str) -> str:
    """Return a text on one line, so that CommonMark shows it as it is."""
    return _MARKDOWN.sub(r"\\\g<0>", one_line(text))


def as_tag(*parts: str) -> str:
    """Return a tag of Anki, its levels joined with `::`; a level holds no white space, colon or quote."""
    return "::".join(
        re.sub(r"[\s:\"*\\]+", "-", one_line(part)).strip("-") or "-" for part in parts
    )


def as_deck_name(text: str) -> str:
    """Return the name of one deck: `::` would make decks within decks."""
    return re.sub(r":{2,}", ":", one_line(text)) or "-"


def _disarmed(match: re.Match[str]) -> str:
    sign = match[0]
    return "\\<span></span>" if sign == "\\" else f"&#{ord(sign)};"
