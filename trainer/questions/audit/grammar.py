"""Grammatical cues: an article, a number or a form of words that fits some options and not the others.

Published rules for this agree with people by 0 to 0.76, because they judge what they cannot parse. This one judges
the three cues that can be read off the surface, and says of the rest that it has not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trainer.questions.audit.finding import Check, Finding, NotJudged, one_by_one
from trainer.questions.audit.item import FIXED, Sort, unquoted
from trainer.questions.wording import is_of_several

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.questions.audit.item import Item, Offered

NAME = "grammar"

_ARTICLE_AT_END = re.compile(r"\b(an?)\s*(?:_+|…|\.\.\.)?\s*[?:.]?\s*$", re.IGNORECASE)
# "an hour", "a union": what is said otherwise than it is written.
_SAID_WITH_A_VOWEL = re.compile(r"(?:[aeio]|u(?!ni|se|kr)|hour|honest|heir)", re.IGNORECASE)
_SAID_WITH_A_CONSONANT = re.compile(r"(?:eu|one\b|once\b|uni|use|ukr)", re.IGNORECASE)

_SINGULAR = re.compile(
    r"^(?:.*,\s*)?(?:who|what|which\s+(?!of\b)\w+)\s+(?:was|is|has)\b", re.IGNORECASE
)
_PLURAL = re.compile(
    r"^(?:.*,\s*)?(?:who|what|which\s+(?!of\b)\w+)\s+(?:were|are|have)\b", re.IGNORECASE
)

_GENDERED = re.compile(
    r"\b(?:he|him|his|himself|she|her|hers|herself|man|woman|wife|husband|sister|brother|mother|father"
    r"|daughter|son|widow|actress|lady)\b",
    re.IGNORECASE,
)

_DETERMINERS = frozenset(
    "the a an this that these those his her its their our no some all both each every another".split()  # noqa: SIM905
)
_POSSESSIVE = re.compile(r"^(?:\S+\s){0,5}?\S+(?:['\u2019]s|s['\u2019])\s")
# "Chairman of …", "Office manager of …", "Prosecutor at …".
_AFTER_A_NOUN = frozenset({"of", "at", "for"})
# What does not end in -ed.
_PAST = frozenset(
    [
        "was",
        "undertook",
        "upheld",
        "were",
        "had",
        "did",
        "said",
        "told",
        "gave",
        "took",
        "went",
        "came",
        "wrote",
        "spoke",
        "left",
        "held",
        "hid",
        "kept",
        "made",
        "met",
        "saw",
        "led",
        "put",
        "stood",
        "got",
        "found",
        "felt",
        "won",
        "became",
        "began",
        "sent",
        "brought",
        "fought",
        "lost",
        "read",
        "set",
    ]
)
_CLAUSE = frozenset({"it", "he", "she", "they", "there", "we", "i"})


def _judge(item: Item) -> Finding | NotJudged | None:
    if item.sorts & FIXED:
        return _article(item) or _number(item) or _of_names(item)
    cue = _article(item) or _number(item)
    # What completes a stem begins as the stem ends: its form is not its own.
    return cue if cue or _ARTICLE_AT_END.search(item.stem) else _form(item)


def _article(item: Item) -> Finding | None:
    match = _ARTICLE_AT_END.search(item.stem)
    if match is None:
        return None
    wanted = match[1].lower() == "an"
    return _cue(
        item,
        lambda each: _begins_with_a_vowel(each.text) == wanted,
        f"the stem ends with “{match[1]}”, which fits the key and not",
        "put the article into the options, or write “a/an”",
    )


def _begins_with_a_vowel(text: str) -> bool:
    return bool(_SAID_WITH_A_VOWEL.match(text)) and not _SAID_WITH_A_CONSONANT.match(text)


def _number(item: Item) -> Finding | None:
    """A verb that wants one thing, or several, tells the options that are it from those that are not."""
    if item.sorts & (FIXED - {Sort.BODY}):
        return None
    if _PLURAL.match(item.stem):
        return _cue(
            item,
            lambda each: is_of_several(each.text),
            "the stem asks for several, and so fits the key and not",
            "reword the stem so that one or several may follow",
        )
    if _SINGULAR.match(item.stem):
        return _cue(
            item,
            lambda each: not is_of_several(each.text),
            "the stem asks for one thing, and so fits the key and not",
            "reword the stem so that one or several may follow",
        )
    return None


def _cue(item: Item, fits: Callable[[Offered], bool], what: str, mend: str) -> Finding | None:
    wrong = [each.text for each in item.distractors if not fits(each)]
    if not wrong or not fits(item.key):
        return None
    return Finding(check=NAME, questions=(item.id,), what=f"{what} “{wrong[0]}”", mend=mend)


def _of_names(item: Item) -> NotJudged | None:
    gendered = _GENDERED.search(unquoted(item.stem)) if Sort.PERSON in item.sorts else None
    if gendered is None:
        return None
    return NotJudged(
        check=NAME,
        question=item.id,
        reason=f"the stem says “{gendered[0]}”, and the record does not tell of which sex the persons are",
    )


def _form(item: Item) -> Finding | NotJudged | None:
    """Phrases of one question are of one form: the odd one out is ruled out, or chosen, by its grammar."""
    if len(item.sorts) == 1 and Sort.TEXT not in item.sorts and Sort.EVENT not in item.sorts:
        # Motions are all predicates, works all titles: the record has them in one form.
        return None
    forms = {each.text: _form_of(each.text) for each in item.offered}
    unread = [text for text, form in forms.items() if form is None]
    if unread:
        return NotJudged(
            check=NAME,
            question=item.id,
            reason=f"a rule cannot tell the form of “{unread[0]}”",
        )
    own = forms[item.key.text]
    others = {forms[each.text] for each in item.distractors}
    if len(others) > 1 or own in others:
        return None
    return Finding(
        check=NAME,
        questions=(item.id,),
        what=f"the key alone is {own}; the distractors are each {others.pop()}",
        mend="write all options in one form",
    )


def _form_of(text: str) -> str | None:
    first, *rest = text.casefold().replace(",", "").split()
    if first in _CLAUSE:
        return "a clause"
    if first == "to" and rest:
        return "an infinitive"
    if first.endswith("ing") and rest and rest[0] in _DETERMINERS:
        return "a gerund"
    if (first.endswith("ed") or first in _PAST) and rest:
        return "a verb in the past"
    if first in _DETERMINERS or _POSSESSIVE.match(text) or not _AFTER_A_NOUN.isdisjoint(rest[:2]):
        return "a noun phrase"
    return None


GRAMMAR = Check(
    name=NAME,
    looks_for="an article, a number or a form that fits some options only",
    run=one_by_one(_judge),
)
