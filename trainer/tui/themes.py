"""Our pair of themes: warm paper and ink, one accent a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

DARK = Theme(
    name="trainer-dark",
    primary="#8ab0d4",
    secondary="#6c8aa8",
    accent="#e0b15e",
    foreground="#e8e4da",
    background="#15171b",
    surface="#1c1f25",
    panel="#262a32",
    success="#86c292",
    warning="#e0b15e",
    error="#ee8b7d",
    dark=True,
    variables={
        "kind-date": "#e0b15e",
        "kind-person": "#84b9ea",
        "kind-vote": "#cba3ec",
        "kind-idea": "#7fc9b4",
        "quiet": "#a3a097",
        "hairline": "#3a3f49",
        "cursor": "#2c323d",
        "footer-background": "#15171b",
        "footer-key-foreground": "#e0b15e",
        "footer-description-foreground": "#a3a097",
        "block-hover-background": "#22262d",
        "scrollbar": "#3a3f49",
        "scrollbar-hover": "#565c68",
        "scrollbar-active": "#6c7380",
        "scrollbar-background": "#15171b",
        "scrollbar-background-hover": "#15171b",
        "scrollbar-background-active": "#15171b",
    },
)

LIGHT = Theme(
    name="trainer-light",
    primary="#2b5a88",
    secondary="#54748f",
    accent="#875800",
    foreground="#23252a",
    background="#faf8f2",
    surface="#f2efe6",
    panel="#e7e3d8",
    success="#226b40",
    warning="#875800",
    error="#a82c20",
    dark=False,
    variables={
        "kind-date": "#875800",
        "kind-person": "#1c5a99",
        "kind-vote": "#74399f",
        "kind-idea": "#186a5d",
        "quiet": "#66645e",
        "hairline": "#cfcabd",
        "cursor": "#e9e3d2",
        "footer-background": "#faf8f2",
        "footer-key-foreground": "#875800",
        "footer-description-foreground": "#66645e",
        "block-hover-background": "#f1ede2",
        "scrollbar": "#cfcabd",
        "scrollbar-hover": "#b3ad9e",
        "scrollbar-active": "#999384",
        "scrollbar-background": "#faf8f2",
        "scrollbar-background-hover": "#faf8f2",
        "scrollbar-background-active": "#faf8f2",
    },
)

_LIGHT_BACKGROUNDS = {"7", "15"}


def preferred(environ: Mapping[str, str]) -> Theme:
    """Return the theme asked for by `TRAINER_THEME` (light, dark), else the terminal's, else dark.

    Some terminals tell their colours as `COLORFGBG=foreground;background`, in numbers of the ANSI palette.
    """
    match environ.get("TRAINER_THEME", "").casefold():
        case "light":
            return LIGHT
        case "dark":
            return DARK
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT if background in _LIGHT_BACKGROUNDS else DARK
