"""How far, as a line."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

DONE, HALF, TO_DO = "━", "╸", "─"


class Meter(Widget):
    """A line of which the part that is done is heavy."""

    DEFAULT_CSS = """
    Meter { height: 1; color: $accent; }
    """

    share: reactive[float] = reactive(0.0)

    def render(self) -> Content:
        """Draw the line over the whole width."""
        done, to_do = meter(self.share, self.size.width)
        return Content.assemble(done, (to_do, "$hairline"))


def meter(share: float, width: int) -> tuple[str, str]:
    """Return the heavy part and the rest of a line of `width` cells, `share` (0 to 1) to half a cell.

    Some is always left before the end, and something done once anything is.
    """
    halves = round(min(max(share, 0), 1) * width * 2)
    if 0 < share < 1 and width:
        halves = min(max(halves, 1), width * 2 - 1)
    full, half = divmod(halves, 2)
    return DONE * full + HALF * half, TO_DO * (width - full - half)
