"""Titles of works and slogans, as print marks them: by quotation marks and capital letters.

Something quoted is a title if it begins with a capital letter or a figure, and

* all its words have capitals but for small words (`the`, `of`, `and` …): *To the Peoples of the World*; or
* it is a slogan: of eight words at most, and ends with an exclamation mark, without a pronoun; or
* it stands right behind a word for something written or called out (`his article`, `the slogan`, `entitled`), or is
  said to be one (`“…” had been his slogan`), and is one sentence at most, of twelve words at most.

What people say is quoted too, but has small letters within and no such word before it. What breaks off with a
comma before somebody's saying so, `“Fortunately,” he added`, is speech in any letters; nothing of several sentences
is a title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.text.folding import plain_marks
from trainer.text.quotations import find_quotations
from trainer.text.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Title:
    """A title without its marks and the punctuation at its end: characters `start` to before `stop`.

    Attributes:
        words: folded, for comparison.
    """

    start: int
    stop: int
    text: str
    words: tuple[str, ...]


SMALL_WORDS = frozenset(
    words(
        "a an the and but or nor of in on at to by for from with without into onto over under against upon about "
        "as than between among through after before during since until till is are was be not no its his her "
        "their our my your this that these those de la le les du des et von und der die das i"
    )
)
"""Words that print without a capital within a title."""

_WRITTEN = frozenset(
    words(
        "article articles entitled titled headed headline heading pamphlet pamphlets brochure leaflet leaflets book "
        "booklet essay editorial poem song play film novel magazine journal newspaper paper slogan slogans motto "
        "watchword appeal manifesto proclamation treatise story report column banner banners inscription "
        "legend inscribed letter letters theses chapter"
    )
)
_SAYING = frozenset(
    words(
        "said says say wrote writes write added adds continued continues replied replies asked asks answered "
        "declared declares insisted recalled recounts explained exclaimed cried shouted testified remarked "
        "concluded concludes reported reports stated states argued noted observed thought went"
    )
)
_PRONOUNS = frozenset(
    words(
        "i me my you your he him his she her it its it's this that these those they them we us our is are was"
    )
)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_TRAILING = ",.;:…-– \"'"
_SENTENCE_END = re.compile(r"[.!?…]['\"]?\s+['\"(]?[^\W\d_a-z]")
_AFTER = re.compile(r"(?P<marks>[^\w\s]*(?:\s*[.…,]+)*[^\w]*)(?P<words>[^.;:!?\"]*)")
_CALLED = re.compile(
    r"[^\w\s]*\s+(?:was|is|were|are|became|remained|(?:had|has|have) (?:\w+ )?been)"
    r"(?:\s+[\w']+){0,3}?\s+(?:slogan|motto|watchword|battle cry|title|heading|headline)s?\b"
)
_BEFORE = re.compile(r"([^\W\d_]+)(?:'s)?[,:]?\s*[\[(]?$")
_LONGEST_SLOGAN = 8
_LONGEST_TITLE = 12
_LONGEST_CUE = 24
_SAYING_REACH = 3


def find_titles(text: str) -> tuple[Title, ...]:
    """Return the titles and slogans of a paragraph in order; none within another."""
    found: list[Title] = []
    plain = plain_marks(text)
    for quotation in find_quotations(text):
        if found and quotation.start < found[-1].stop:
            continue
        quoted = plain[quotation.start : quotation.stop]
        bare = quoted.rstrip(_TRAILING)
        stop = quotation.start + len(bare)
        if bare and _is_title(quotation.start, bare, quoted, plain):
            printed = text[quotation.start : stop]
            found.append(Title(quotation.start, stop, printed, words(printed)))
    return tuple(found)


def _is_title(start: int, title: str, quoted: str, text: str) -> bool:
    """Tell whether `title` is one, as it stands from `start`; `quoted` has the punctuation at its end."""
    printed = _WORD.findall(title)
    if not printed or not (printed[0][0].isupper() or printed[0][0].isdigit()):
        return False
    if _SENTENCE_END.search(title) or _is_interrupted(start + len(title), text):
        return False
    if _in_capitals(printed):
        return True
    if (
        quoted.rstrip().endswith("!")
        and len(printed) <= _LONGEST_SLOGAN
        and not _PRONOUNS.intersection(word.casefold() for word in printed)
    ):
        return True
    lead = _BEFORE.search(text[max(0, start - _LONGEST_CUE) : start].rstrip("\"'_*"))
    cued = lead is not None and lead[1].casefold() in _WRITTEN
    cued = cued or _CALLED.match(text, start + len(title)) is not None
    return cued and len(printed) <= _LONGEST_TITLE


def _is_interrupted(stop: int, text: str) -> bool:
    """Tell whether a comma and a word of saying follow, as where speech breaks off."""
    behind = _AFTER.match(text, stop)
    if behind is None or "," not in behind["marks"]:
        return False
    following = _WORD.findall(behind["words"])[:_SAYING_REACH]
    return any(word.casefold() in _SAYING for word in following)


def _in_capitals(printed: Sequence[str]) -> bool:
    """Tell whether all words have capitals but for small ones, and not only the first of several."""
    small = {word for word in printed[1:] if word.casefold() in SMALL_WORDS and word[0].islower()}
    great = [word for word in printed if word not in small]
    if not any(word[0].isupper() for word in great):
        return False
    if any(word[0].islower() for word in great):
        return False
    # "I am not" has capitals, too.
    return len(printed) == 1 or len(great) > 1 or printed[0].casefold() not in SMALL_WORDS
