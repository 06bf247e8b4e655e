"""Documents as plain text: txt, Markdown and HTML by the standard library, EPUB too; PDF and Word by the extra `draft`."""

from __future__ import annotations

from trainer.drafting.reading.opening import read_document
from trainer.drafting.reading.source import Source

__all__ = ["Source", "read_document"]
