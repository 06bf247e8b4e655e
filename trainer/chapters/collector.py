"""Holds the garbage collector off while a chapter is read, or questions are made of it.

What is read or made is kept, ten thousands of objects without a circle among them; the collector would walk
through all of them, again and again, and find nothing.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def collector_off() -> Iterator[None]:
    """Keep the collector off within the block, and leave it as it was."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    except KeyboardInterrupt:
        # The process is about to end, and the collector would first walk through all that was read.
        was_on = False
        raise
    finally:
        if was_on:
            gc.enable()
