"""What can be wrong with a date that a person wrote."""

from __future__ import annotations


class DateError(ValueError):
    """A date that cannot be: `what` is wrong with it, and how to `mend` it.

    Both are clauses without a full stop; the caller knows the place and adds it.
    """

    def __init__(self, what: str, mend: str) -> None:
        """Keep both clauses; `str()` joins them with a dash."""
        super().__init__(what, mend)
        self.what = what
        self.mend = mend

    def __str__(self) -> str:
        """Return both clauses in one line."""
        return f"{self.what} – {self.mend}"


class EdtfError(DateError):
    """A text that is not in the part of EDTF that the trainer reads."""
