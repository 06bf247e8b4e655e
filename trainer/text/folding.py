"""Folding a text for comparison, so that two prints of the same words are equal.

What is unified, in this order and until nothing changes:

* compatibility forms (NFKC): ligatures, full-width and superscript signs, the ellipsis, every space;
* characters that are not seen: soft hyphens, zero-width signs, the byte order mark;
* quotation marks and apostrophes to `'` and `"`, dashes and minus signs to `-`;
* case (Unicode case folding, so that `ß` is `ss`);
* accents, and the strokes of `ø`, `ł`, `đ`; `æ` and `œ` are `ae` and `oe`;
* runs of white space to one space, none at the ends.

It never tells words apart that a reader takes for one, and keeps every letter of other scripts.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u02bc\u02b9\u00b4`"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb\u301d\u301e"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043"
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe"}

_TABLE = {
    **_UNSEEN,
    **dict.fromkeys(map(ord, _SINGLE_QUOTES), "'"),
    **dict.fromkeys(map(ord, _DOUBLE_QUOTES), '"'),
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **{ord(letter): plain for letter, plain in _LETTERS.items()},
}


def fold(text: str) -> str:
    """Return the text as the module describes; folding it again changes nothing."""
    if text.isascii():
        return " ".join(text.translate(_TABLE).casefold().split())
    while (folded := _fold_once(text)) != text:
        text = folded
    return text


_HYPHENS = "\u2010\u2011"
_MARKS = {
    **dict.fromkeys(map(ord, _SINGLE_QUOTES), "'"),
    **dict.fromkeys(map(ord, _DOUBLE_QUOTES), '"'),
    **dict.fromkeys(map(ord, _DASHES), "–"),
    **dict.fromkeys(map(ord, _HYPHENS), "-"),
}


def plain_marks(text: str) -> str:
    """Return a text with plain quotation marks and hyphens, and one sort of dash; all keeps its place."""
    return text.translate(_MARKS)


@lru_cache(maxsize=4096)
def fold_sign(sign: str) -> str:
    """Return what one character becomes within a text: nothing, a space, one sign or several."""
    return fold(f"a{sign}a")[1:-1]


def _fold_once(text: str) -> str:
    # Signs first: NFKC would turn some of them into a space and an accent.
    text = unicodedata.normalize("NFKC", text.translate(_TABLE)).casefold().translate(_TABLE)
    parts = unicodedata.normalize("NFKD", text)
    bare = "".join(sign for sign in parts if unicodedata.category(sign) != "Mn")
    return " ".join(unicodedata.normalize("NFKC", bare).split())
