"""What to say where a reader is not installed."""

from __future__ import annotations

from trainer.errors import TrainerError


def missing(what: str, package: str) -> TrainerError:
    """Return the error for a document whose reader belongs to the extra `draft`."""
    return TrainerError(
        f"reading {what} needs {package}, which is not installed",
        mend="install it: pip install 'chapter-trainer[draft]'; or save the text as plain text",
    )
