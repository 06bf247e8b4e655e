"""What an author is still to say: what stands in “…” where drafts are made, and what a vote lacks to be asked."""

from __future__ import annotations

from typing import Any

from trainer.chapters.own_words import WORDED, is_quotation
from trainer.chapters.yaml_source import read_yaml
from trainer.text.function_words import FUNCTION_WORDS
from trainer.text.words import words

# A number is asked for by a unit of so many words: "pounds" alone is that of anything.
_TELLING = 3


def unworded(data: Any) -> str | None:
    """Return the key of an entry whose value is still in the text's own words, if there is one."""
    if not isinstance(data, dict):
        return None
    return next((key for key in WORDED if _is_quotation(data.get(key))), None)


def what_it_lacks(file: str, text: str) -> str:
    """Return what is to be said of an accepted text of a file if nothing will be asked of it; "" of any other."""
    if file != "votes.yaml":
        return ""
    entries = read_yaml(text.encode(), file).data
    said = filter(None, map(_lack_of, entries if isinstance(entries, list) else ()))
    return next((f"; nothing is asked of it yet: {mend}" for mend in said), "")


def _lack_of(vote: Any) -> str:
    if not isinstance(vote, dict) or vote.get("organization") or vote.get("session"):
        return ""
    if vote.get("type") == "motion":
        return "add `organization`, who voted"
    telling = [word for word in words(str(vote.get("unit"))) if word not in FUNCTION_WORDS]
    if vote.get("type") == "figure" and len(telling) < _TELLING:
        return "say in `unit` what was counted, where and when"
    return ""


def _is_quotation(value: Any) -> bool:
    said = value.get("value") if isinstance(value, dict) else value
    return isinstance(said, str) and is_quotation(said)
