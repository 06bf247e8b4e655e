"""How the time to read, check and compile a chapter's files, and to prove them, grows with its facts.

    python -m benchmarks.reading [FACTS [FACTS]]

Made-up chapters of 5,000 and of 20,000 facts, or of as many as are given, are written as an author would, as folders
of YAML with a text beside each. As in `benchmarks.generation`, what counts is the ratio of the processor times.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.growth import grows_linearly
from benchmarks.synthetic import synthetic_chapter
from benchmarks.written import write_chapter
from trainer.chapters.evidence import prove
from trainer.chapters.gaps import find_gaps
from trainer.chapters.loading import load_chapter

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES = (5_000, 20_000)


class Took(NamedTuple):
    """Processor time in seconds."""

    loading: float
    proving: float
    gaps: float


def measure(facts: int, root: Path) -> Took:
    """Load and prove a chapter of so many facts, and print how long it took."""
    folder = root / f"annals-{facts}"
    text = write_chapter(synthetic_chapter(facts), folder).read_text(encoding="utf-8")
    gc.collect()
    marks = [time.process_time()]
    chapter = load_chapter(folder)
    marks.append(time.process_time())
    report = prove(chapter, text, folder=str(folder))
    marks.append(time.process_time())
    found = find_gaps(chapter, text, fingerprint=None, folder=str(folder))
    marks.append(time.process_time())
    assert report.proved, "what is written is proved by the text written beside it"
    assert found.complete, "and holds all of it"
    took = Took(*(after - before for before, after in pairwise(marks)))
    told = ", ".join(
        f"{name} {took_:.1f} s" for name, took_ in zip(Took._fields, took, strict=True)
    )
    print(f"{len(report.facts):>8,} facts: {told}", flush=True)
    return took


def main(sizes: Sequence[int] = SIZES) -> bool:
    """Measure a smaller and a larger chapter, and return whether the time grows about as much as they do."""
    small, large = sorted(sizes)
    with tempfile.TemporaryDirectory() as root:
        less, more = measure(small, Path(root)), measure(large, Path(root))
    return grows_linearly(less, more, large / small)


if __name__ == "__main__":
    given = tuple(int(facts) for facts in sys.argv[1:3])
    sys.exit(0 if main(given if len(given) == len(SIZES) else SIZES) else 1)
