from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from textual.color import Color

from trainer.tui import themes

if TYPE_CHECKING:
    from textual.theme import Theme

LEGIBLE = 4.5  # WCAG 2.2, level AA, for text of normal size


def contrast(one: str, two: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    lighter, darker = sorted((luminance(one), luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    channels = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in Color.parse(colour).normalized
    ]
    return sum(
        weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), channels, strict=True)
    )


@pytest.mark.parametrize("theme", [themes.DARK, themes.LIGHT], ids=lambda theme: theme.name)
def test_whatever_is_read_stands_out_from_what_is_behind_it(theme: Theme) -> None:
    inks = {
        name: colour
        for name, colour in theme.variables.items()
        if name.startswith("kind-") or name == "quiet"
    }
    inks |= {"success": theme.success or "", "error": theme.error or ""}
    inks |= {"accent": theme.accent or "", "foreground": theme.foreground or ""}
    papers = [
        theme.background or "",
        theme.variables["cursor"],
        theme.variables["block-hover-background"],
    ]
    for (name, ink), paper in product(inks.items(), papers):
        assert contrast(ink, paper) >= LEGIBLE, (name, paper)
    assert contrast(theme.primary, theme.background or "") >= LEGIBLE


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
