"""Reviews to test with."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from trainer.study.entries import LoggedReview, Mode, Review
from trainer.study.grades import Rating, Verdict

DAY = date(2027, 3, 1)


def logged(
    name: str = "dam#when",
    after: int = 0,
    *,
    right: bool = True,
    given: str | None = None,
    key: str = "a",
    seconds: float = 6.0,
    minute: int = 0,
    **more: Any,
) -> LoggedReview:
    """Return a scheduled choice about `flood:NAME`, some days after the first."""
    day = DAY + timedelta(days=after)
    card = f"flood:{name}"
    told: dict[str, Any] = {
        "at": datetime.combine(day, time(19, minute), UTC),
        "study_day": day.isoformat(),
        "session": "2027-03-01T19:00:00.000+00:00 dams 7",
        "mode": Mode.STUDY,
        "chapter": "flood",
        "digest": "",
        "card": card,
        "cards": (card,),
        "question": f"{card}@when.choice",
        "form": "choice",
        "prompt": f"When was {card}?",
        "options": ("a", "b", "c"),
        "key": key,
        "answered": given or ("a" if right else "b"),
        "verdict": Verdict.RIGHT if right else Verdict.WRONG,
        "milliseconds": round(1000 * seconds),
        "seed": 7,
        "rating": Rating.GOOD if right else Rating.AGAIN,
        **more,
    }
    return LoggedReview(f"{card} {after} {minute} {given}", Review(**told))


def typed(given: str | None, key: str, *, form: str = "typed", **more: Any) -> LoggedReview:
    """Return a review in which something else than the key was typed."""
    return logged(right=False, given=given, key=key, form=form, options=(), **more)
