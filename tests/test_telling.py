"""Progress, told by a clock of the test's own."""

from __future__ import annotations

from trainer.telling import SECONDS, Progress


def test_progress_is_told_every_few_seconds() -> None:
    instant = 0.0
    told: list[str] = []
    progress = Progress(told.append, 74_107, "cards of annals", clock=lambda: instant)
    for step in range(1, 4001):
        instant = step * SECONDS / 1000
        progress()
    assert told == [f"{done:,} of 74,107 cards of annals" for done in (1000, 2000, 3000, 4000)]


def test_what_is_quick_is_told_nothing_of() -> None:
    told: list[str] = []
    progress = Progress(told.append, 100, "cards", clock=lambda: 0.0)
    for _ in range(100):
        progress()
    assert told == []


def test_steps_beyond_all_are_not_told() -> None:
    instant = 0.0
    told: list[str] = []
    progress = Progress(told.append, 2, "cards", clock=lambda: instant)
    for _ in range(4):
        instant += SECONDS
        progress()
    assert told == ["1 of 2 cards", "2 of 2 cards"]
