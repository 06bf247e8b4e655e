"""Sentences in which the dates that are to be found stand in ⟦…⟧."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trainer.dates.written import find_dates

if TYPE_CHECKING:
    from trainer.dates.written import Reading


def check(sentence: str, *says: Reading) -> None:
    """Assert that exactly the marked dates are found, each saying what it should."""
    plain = sentence.replace("⟦", "").replace("⟧", "")
    found = find_dates(plain)
    assert [date.text for date in found] == re.findall("⟦([^⟧]*)⟧", sentence)
    assert tuple(date.says for date in found) == says
