"""Proving a chapter's record against the text that it records.

`prove` asks two things of each fact: that the tokens of its evidence stand in the text, and that its values
agree with those tokens, so that a swapped tally or a wrong day is found out.
"""

from __future__ import annotations

from trainer.chapters.evidence.proving import prove
from trainer.chapters.evidence.report import EvidenceReport, FactFinding, Finding, Verdict

__all__ = ["EvidenceReport", "FactFinding", "Finding", "Verdict", "prove"]
