"""Whether what is derived from very many answers anew is what was kept as they were given, and how long it takes.

python -m benchmarks.rebuilding [ANSWERS] [CARDS]
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.study.logs import fill, in_memory
from trainer.study.store import Store


def main() -> int:
    """Answer, take back, mark and rename; then prove and rebuild."""
    answers, cards = (int(word) for word in [*sys.argv[1:3], "100000", "5000"][:2])
    with (
        TemporaryDirectory(dir=in_memory(Path.cwd())) as folder,
        Store.open(Path(folder, "log.db")) as store,
    ):
        began = time.perf_counter()
        fill(store, answers, cards=cards)
        answered = time.perf_counter()
        differences = store.differences()
        proved = time.perf_counter()
        store.check(quick=True)
        sys.stdout.write(
            f"{answers:,} answers on {cards:,} cards: given in {answered - began:.1f} s,"
            f" rebuilt and compared in {proved - answered:.1f} s: {len(differences)} differences\n"
            f"looked through by SQLite in {time.perf_counter() - proved:.2f} s\n"
        )
    return int(bool(differences))


if __name__ == "__main__":
    sys.exit(main())
