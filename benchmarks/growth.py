"""Whether times grow about as much as what they were taken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

# So much more than linear growth is allowed.
ALLOWED = 1.2


def grows_linearly(less: Any, more: Any, growth: float) -> bool:
    """Print the ratio of each time, and return whether all are within what is allowed.

    Args:
        less: the times of the smaller chapter, as a named tuple.
        more: those of the larger one.
        growth: how many times as large it is.
    """
    allowed = ALLOWED * growth
    linear = True
    for name, one, other in zip(less._fields, less, more, strict=True):
        within = other / one <= allowed
        linear &= within
        verdict = "ok" if within else "MORE THAN LINEAR"
        print(f"{name:<9} ratio {other / one:5.2f} (at most {allowed:g})  {verdict}")
    return linear
