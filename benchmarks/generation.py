"""How the time to make all questions of a chapter, and to audit them, grows with its facts.

    python -m benchmarks.generation [FACTS [FACTS]]

Made-up chapters of 10,000 and of 100,000 facts, or of as many as are given, are built as records, so that nothing is
timed but the making and the audit of their banks. What counts is the ratio of the two processor times: a machine that
is slower, or busy otherwise, has the same ratio. Linear growth gives ten for ten times as many facts; a fifth more is
allowed for what sorting and the memory cost.
"""

from __future__ import annotations

import gc
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.growth import grows_linearly
from benchmarks.synthetic import synthetic_chapter
from trainer.questions.audit.auditing import audit
from trainer.questions.bank import build_bank

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES = (10_000, 100_000)


class Took(NamedTuple):
    """Processor time in seconds."""

    making: float
    auditing: float


def measure(facts: int) -> Took:
    """Make and audit the bank of a chapter of so many facts, and print what came of it."""
    chapter = synthetic_chapter(facts)
    gc.collect()
    start = time.process_time()
    bank = build_bank(chapter)
    made = time.process_time()
    result = audit([chapter], bank.questions, bank.fronts, bank.withheld)
    took = Took(making=made - start, auditing=time.process_time() - made)
    print(
        f"{len(chapter.facts()):>8,} facts: {len(bank.questions):>8,} questions made in"
        f" {took.making:6.1f} s, {result.choices:>8,} choices audited in {took.auditing:6.1f} s",
        flush=True,
    )
    return took


def main(sizes: Sequence[int] = SIZES) -> bool:
    """Measure a smaller and a larger chapter, and return whether the time grows about as much as they do."""
    small, large = sorted(sizes)
    less, more = measure(small), measure(large)
    return grows_linearly(less, more, large / small)


if __name__ == "__main__":
    given = tuple(int(facts) for facts in sys.argv[1:3])
    sys.exit(0 if main(given if len(given) == len(SIZES) else SIZES) else 1)
