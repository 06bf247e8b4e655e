"""The learner's days: one begins at an hour at which nobody studies, not at midnight."""

from __future__ import annotations

from datetime import date, datetime, timedelta

# Usual settings, here for who counts what is due and cannot wait for the settings to be imported.
ROLLOVER_HOUR = 4
NEW_A_DAY = 10


def study_day(now: datetime, rollover_hour: int = ROLLOVER_HOUR) -> date:
    """Return the day for which an answer counts.

    Only the clock on the learner's wall decides, so a night on which clocks change is one night.

    Args:
        now: with the learner's own zone.
        rollover_hour: 0 to 23; what is answered before it belongs to the evening before.
    """
    assert now.tzinfo is not None, "a study day needs the learner's zone"
    today = now.date()
    return today if now.hour >= rollover_hour else today - timedelta(days=1)


def seed_of(day: date) -> int:
    """Return the seed with which the questions of a study day are made: other options every day."""
    return day.toordinal()
