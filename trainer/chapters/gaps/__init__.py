"""What a text prints and the record of its chapter lacks.

`find_gaps` reads the text anew with the finders of `trainer.text` and `trainer.dates`, and compares what they find with the
record, class by class: dates, numbers, titles, names, and paragraphs that no fact comes from.
"""

from __future__ import annotations

from trainer.chapters.gaps.finding import find_gaps
from trainer.chapters.gaps.report import GapReport, Item, Stale, Standing

__all__ = ["GapReport", "Item", "Stale", "Standing", "find_gaps"]
