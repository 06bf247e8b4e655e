"""Absolute and vague terms in options: "always" is mostly wrong, "usually" mostly right, as every pupil knows.

A term in the words of a fact is true there, and nobody put it there for the question: whether it gives anything
away is not judged, unless it points at the key by itself, which alone is vague or alone is not absolute. What
stands in quotation marks is a title. "All of the above" and "none of the above" are refused as well (rule 10).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trainer.questions.audit.finding import Check, Finding, NotJudged, one_by_one
from trainer.questions.audit.item import unquoted
from trainer.questions.question import OptionSource

if TYPE_CHECKING:
    from trainer.questions.audit.item import Item, Offered

NAME = "terms"

# Compounds such as "all-Russian" are names, no terms.
_ABSOLUTE = re.compile(
    r"(?<![-\w])(?:always|never|nobody|no one|nothing|none|every(?:body|one|thing)?|all|only|"
    r"entirely|completely|absolutely|totally|must|impossible|in no case|without exception)(?![-\w])",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"(?<![-\w])(?:often|usually|sometimes|generally|frequently|rarely|seldom|mostly|mainly|probably|"
    r"perhaps|possibly|typically|occasionally|somewhat|(?-i:may)|might|tends? to)(?![-\w])",
    re.IGNORECASE,
)
_ALL_OF_IT = re.compile(
    r"^(?:all|none|both|neither|any|some|two)(?: of (?:these|them|those)| of the above)?\.?$",
    re.IGNORECASE,
)


def _judge(item: Item) -> Finding | NotJudged | None:
    above = [each for each in item.offered if _ALL_OF_IT.match(each.text)]
    if above:
        return _found(
            item, f"“{above[0].text}” is an option", "offer a fact in its place (rule 10)"
        )
    return _pattern(item) if item.is_free_text else None


def _pattern(item: Item) -> Finding | NotJudged | None:
    absolute = [each for each in item.offered if _says(each, _ABSOLUTE)]
    vague = [each for each in item.offered if _says(each, _VAGUE)]
    if not absolute and not vague:
        return None
    worded = [each for each in (*absolute, *vague) if each.option.source is OptionSource.COMPUTED]
    if item.key not in absolute and len(absolute) == len(item.distractors):
        what = f"every distractor has an absolute term such as “{_term(absolute[0], _ABSOLUTE)}”"
    elif vague == [item.key]:
        what = f"the key alone has a vague term: “{_term(item.key, _VAGUE)}”"
    elif worded:
        what = f"“{worded[0].text}” was made up with an absolute or vague term"
    else:
        term = _term(absolute[0], _ABSOLUTE) if absolute else _term(vague[0], _VAGUE)
        reason = (
            f"“{term}” is part of a fact, and a rule cannot tell whether it gives anything away"
        )
        return NotJudged(check=NAME, question=item.id, reason=reason)
    return _found(item, what, "strike the term, or offer other distractors")


def _says(each: Offered, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.search(unquoted(each.text)))


def _term(each: Offered, pattern: re.Pattern[str]) -> str:
    match = pattern.search(unquoted(each.text))
    return match[0] if match else ""


def _found(item: Item, what: str, mend: str) -> Finding:
    return Finding(check=NAME, questions=(item.id,), what=what, mend=mend)


TERMS = Check(
    name=NAME,
    looks_for="absolute and vague terms that tell options apart",
    run=one_by_one(_judge),
)
