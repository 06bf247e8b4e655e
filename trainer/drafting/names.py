"""Names as a text prints them, and of what sort each of them is: a person, a body, a place, a thing, an office.

Nothing is known of the names themselves. What is known is what surrounds them: people say and do things, stand behind an
honorific or an initial, and stand in a row with other people; one is in a place, and a body has a noun in its name that
says what it is, or an article before it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from trainer.drafting.lexicon import (
    BODIES,
    LANDS,
    OTHER_THINGS,
    PLACES,
    SHIPS,
    WHERE,
    is_act,
    is_agent,
    is_class_or_nation,
    is_human_act,
    is_land,
    is_saying,
    is_strong_act,
)
from trainer.text.folding import fold
from trainer.text.function_words import ARTICLES, FUNCTION_WORDS
from trainer.text.given_names import is_given_name
from trainer.text.honorifics import is_honorific
from trainer.text.sentences import opens_sentence
from trainer.text.transliteration import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from trainer.drafting.pages import Page
    from trainer.text.capitalized import PrintedWord


class Sort(StrEnum):
    """What a name may be the name of."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    THING = "thing"
    OFFICE = "office"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Mention:
    """A name where it stands: its words with a capital, honorifics apart.

    Attributes:
        honorifics: the words before it that are none of its own: `Dr`, `Lord`.
        before: the word in small letters directly before all of it, folded; "" at a stop.
        after: the word directly behind it, folded; "" at a stop or comma.
    """

    page: Page
    parts: tuple[PrintedWord, ...]
    honorifics: tuple[str, ...]
    before: str
    after: str

    @property
    def start(self) -> int:
        """Its first character."""
        return self.parts[0].start

    @property
    def stop(self) -> int:
        """The character behind it."""
        return self.parts[-1].stop + (_is_initial(self.parts[-1].text))

    @cached_property
    def text(self) -> str:
        """As it is printed, on one line, without what is hung on in small letters."""
        printed = " ".join(self.page.text[self.start : self.stop].split())
        return re.sub(r"-[a-z]\S*$", "", printed)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, folded."""
        return tuple(fold(part.text) for part in self.parts)

    @property
    def is_owner(self) -> bool:
        """Whether something is said to be its bearer's."""
        return _POSSESSIVE.match(self.page.plain, self.stop) is not None

    @property
    def last(self) -> str:
        """Its last word by how it sounds."""
        return key(self.parts[-1].text)


def _is_initial(word: str) -> bool:
    return len(word) == 1


_WORD_BEFORE = re.compile(r"([^\W\d_]+(?:'[^\W\d_]+)?)[\"'(]?\s+$")
_WORD_AFTER = re.compile(r"(?:'s?)?\s+([^\W\d_]+)")
_POSSESSIVE = re.compile(r"'s?\b")
_APPOSITION = re.compile(r",\s+(?:who|whom|whose|a|an|the|himself|herself|[a-z]+ed)\b")
_ROW = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s+or\s+")
_REACH = 30


def find_mentions(pages: Sequence[Page]) -> tuple[Mention, ...]:
    """Return every name of a text in order; a sequence is parted where somebody's name follows what he is."""
    runs = [(page, parts) for page in pages for parts in page.contents.names]
    classes = _classes(parts for _, parts in runs)
    found = [mention for page, parts in runs for mention in _parted(page, parts, classes)]
    groups = grouped(found)
    sorts = sorted_names(groups, classes)
    people = {
        group.mentions[0].last
        for group in groups
        if len(group.words) == 1 and sorts[group.words] is Sort.PERSON
    }
    others = {
        group.words[0]
        for group in groups
        if len(group.words) == 1 and sorts[group.words] is not Sort.PERSON
    }
    return tuple(again for mention in found for again in _without_lead(mention, people, others))


def _classes(runs: Iterable[Sequence[PrintedWord]]) -> frozenset[str]:
    """Return the words that the text prints in the singular and in the plural: `Menshevik`, `Mensheviks`."""
    seen: Counter[str] = Counter()
    surnames: set[str] = set()
    for parts in runs:
        seen.update(fold(part.text) for part in parts)
        if len(parts) > 1 and is_given_name(key(parts[0].text)):
            surnames.add(fold(parts[-1].text))
    # A family may be named in the plural once, "the two Carrows"; a class is so again and again.
    plural = {
        word
        for word, times in seen.items()
        if times > 1 and word.endswith("s") and seen[word[:-1]] and word[:-1] not in surnames
    }
    return frozenset(plural | {word[:-1] for word in plural})


def _parted(page: Page, parts: Sequence[PrintedWord], classes: frozenset[str]) -> list[Mention]:
    """Return a sequence as one mention; `Minister of Justice Pereverzev` and `Bolshevik Antonov` end in a person's."""
    own = list(parts)
    honorifics: list[str] = []
    while len(own) > 1 and is_honorific(own[0].text.partition("-")[0]):
        honorifics.append(own.pop(0).text)
        if len(own) > 1 and page.text[: own[0].start].rstrip().endswith(" of"):
            # "Minister of Foreign Affairs Miliukov", not "Prince of Wales".
            plain = all(page.text[a.stop : b.start] == " " for a, b in pairwise(own))
            if plain and fold(own[-1].text) not in LANDS:
                own = own[-1:]
    # A class before a name says what somebody is: "the Menshevik Sukhanov".
    at = next(
        (
            index
            for index in range(len(own) - 1, 0, -1)
            if _is_class(fold(own[index - 1].text), classes)
            and page.text[own[index - 1].stop : own[index].start] == " "
            and not any(
                _is_thing(fold(part.text)) or _is_class(fold(part.text), classes)
                for part in own[index:]
            )
        ),
        0,
    )
    if at:
        lead = _mention(page, own[:at], honorifics)
        return [lead, _mention(page, own[at:], [part.text for part in own[:at]])]
    return [_mention(page, own, honorifics)]


def _without_lead(
    mention: Mention, people: AbstractSet[str], others: AbstractSet[str]
) -> Iterator[Mention]:
    """Yield a mention, or apart from what stands before it the surname of somebody known: `the Dane Orsted`.

    Args:
        mention: a name.
        people: surnames that also stand alone, by how they sound.
        others: words that also stand alone and are nobody's.
    """
    *lead, last = mention.parts
    page = mention.page
    if (
        not lead
        or key(last.text) not in people
        or page.plain[lead[-1].stop : last.start] not in {" ", "'s "}
        or not (
            mention.before in ARTICLES
            or any(_is_thing(fold(part.text)) or fold(part.text) in LANDS for part in lead)
            or (fold(lead[-1].text) in others and not is_given_name(key(lead[-1].text)))
        )
    ):
        yield mention
        return
    yield _mention(page, lead, mention.honorifics)
    yield _mention(page, [last], [part.text for part in lead])


def _is_class(word: str, classes: frozenset[str]) -> bool:
    return word in classes or is_class_or_nation(word)


def _mention(page: Page, parts: Sequence[PrintedWord], honorifics: Sequence[str]) -> Mention:
    start, stop = parts[0].start, parts[-1].stop
    head = page.plain[max(0, start - _REACH) : start]
    for word in reversed(honorifics):
        head = head[: head.rstrip(" .").rfind(word)] if word in head else head
    before = _WORD_BEFORE.search(head)
    after = _WORD_AFTER.match(page.plain, stop)
    return Mention(
        page=page,
        parts=tuple(parts),
        honorifics=tuple(honorifics),
        before=fold(before[1]) if before else "",
        after=fold(after[1]) if after and after[1][0].islower() else "",
    )


def _is_thing(word: str) -> bool:
    return any(
        one in sort
        for one in {word, word.removesuffix("s"), word.removesuffix("es"), *word.split("-")}
        for sort in (BODIES, PLACES, OTHER_THINGS)
    )


@dataclass(frozen=True)
class Group:
    """All mentions of a text that are written alike."""

    words: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @cached_property
    def text(self) -> str:
        """How it is printed most often."""
        return Counter(mention.text for mention in self.mentions).most_common(1)[0][0]


def grouped(mentions: Iterable[Mention]) -> tuple[Group, ...]:
    """Return mentions by their words, in the order of the first of each."""
    found: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[mention.words].append(mention)
    return tuple(Group(words, tuple(alike)) for words, alike in found.items())


# A name of so much evidence, on the average of its mentions, is a person's.
_ENOUGH = 0.2
_LONGEST_NAME = 4


def sorted_names(
    groups: Sequence[Group], classes: frozenset[str] | None = None
) -> Mapping[tuple[str, ...], Sort]:
    """Return of what sort each name is."""
    if classes is None:
        classes = _classes(mention.parts for group in groups for mention in group.mentions)
    sorts = {group.words: _by_itself(group, classes) for group in groups}
    scores = {group.words: _score(group) for group in groups}
    rows = _rows(groups)
    full = Counter(
        group.mentions[0].last
        for group in groups
        if len(group.words) > 1 and sorts[group.words] is Sort.PERSON
    )
    for group in groups:
        if (
            sorts[group.words] is Sort.UNKNOWN
            and len(group.words) == 1
            and full[group.mentions[0].last]
        ):
            sorts[group.words] = Sort.PERSON
    # Who stands in a row with people is one of them; twice, for rows of people unknown so far.
    for _ in range(2):
        for group in groups:
            if sorts[group.words] is not Sort.UNKNOWN:
                continue
            beside = [sorts[other] for other in rows[group.words]]
            told = beside.count(Sort.PERSON) - sum(
                sort not in {Sort.PERSON, Sort.UNKNOWN} for sort in beside
            )
            total = scores[group.words] + max(-2, min(told, 2)) * 0.6
            if total / len(group.mentions) ** 0.5 > _ENOUGH:
                sorts[group.words] = Sort.PERSON
    return sorts


def _by_itself(group: Group, classes: frozenset[str]) -> Sort:
    """Return the sort of a name by its own words and what always stands with it."""
    last = group.words[-1]
    if is_honorific(last.partition("-")[0]):
        return Sort.OFFICE
    if last in LANDS:
        return Sort.PLACE
    if any(mention.before in SHIPS and not mention.honorifics for mention in group.mentions):
        return Sort.THING
    if not _is_thing(last) and any(is_honorific(word.partition("-")[0]) for word in _before(group)):
        return Sort.PERSON
    if (sort := _by_nouns(group.words)) is not None:
        return sort
    return _by_article_and_length(group, classes)


def _by_nouns(printed: tuple[str, ...]) -> Sort | None:
    """Return the sort that a noun in a name tells: `Council`, `Strand`, `Treaty`."""
    for nouns, sort in ((BODIES, Sort.BODY), (PLACES, Sort.PLACE), (OTHER_THINGS, Sort.THING)):
        if any(_of(nouns, word) for word in printed):
            return sort
    return None


def _by_article_and_length(group: Group, classes: frozenset[str]) -> Sort:
    """Return the sort of a name without a telling noun: classes have the article, people have two names."""
    printed, last = group.words, group.words[-1]
    small = group.mentions[0].page.contents.capitals.small
    definite = sum(m.before in ARTICLES and not m.honorifics for m in group.mentions)
    is_class = (
        any(word.endswith("s") and word in small for word in printed)
        or (last.endswith("s") and _PLURAL * len(group.mentions) < definite)
        or any(_is_class(word, classes) for word in printed)
        or all(map(_is_initial, printed))
    )
    if is_class:
        return Sort.THING
    if {printed[0], last} & LANDS or is_land(last) or printed[0] in _POINTS:
        return Sort.PLACE
    if definite and 2 * definite >= len(group.mentions):
        return Sort.THING
    if len(printed) == 1:
        return Sort.UNKNOWN
    first = group.mentions[0].parts[0].text
    known = is_given_name(key(first)) or _is_initial(first)
    inside = sum(mention.before in WHERE for mention in group.mentions)
    is_person = len(printed) <= _LONGEST_NAME and (known or 2 * inside < len(group.mentions))
    return Sort.PERSON if is_person else Sort.PLACE


# What ends like a plural and has the article so often is one.
_PLURAL = 0.15
_POINTS = frozenset({"north", "south", "east", "west", "new", "old", "great", "upper", "lower"})


def _before(group: Group) -> Iterator[str]:
    """Yield what stands before a name and says what its bearer is."""
    return (word for mention in group.mentions for word in mention.honorifics)


def _of(sort: frozenset[str], word: str) -> bool:
    return any(one in sort for one in (word, word.removesuffix("s"), *word.split("-")))


def _score(group: Group) -> float:
    """Return what tells for a person in the words around a name, less what tells against one."""
    score = 0.5 if is_given_name(group.mentions[0].last) else 0.0
    word = group.words[0]
    if len(group.words) == 1 and word in group.mentions[0].page.contents.capitals.small:
        score -= len(group.mentions) * (1 if word.endswith("s") else 0.5)
    for mention in group.mentions:
        score += _by_what_follows(mention, alone=len(group.mentions) == 1)
        score += _by_what_precedes(mention)
    return score


def _by_what_follows(mention: Mention, *, alone: bool) -> float:
    """Return what the word behind a name tells: a verb, a noun that it goes with, an apposition."""
    score = 0.0
    if mention.is_owner:
        score = 0.3
    elif alone and opens_sentence(mention.page.text, mention.start):
        # "Work began", with a capital as any word has it there.
        score = 1 if is_human_act(mention.after) else 0
    elif is_act(mention.after):
        score = 1 if is_strong_act(mention.after) else 0.4
    elif mention.after.endswith("ed"):
        score = 0.5
    elif mention.after and mention.after not in FUNCTION_WORDS:
        score = -0.5
    if _APPOSITION.match(mention.page.plain, mention.stop):
        score += 0.5
    elif not mention.after and alone and opens_sentence(mention.page.text, mention.start):
        score -= 0.3
    return score


def _by_what_precedes(mention: Mention) -> float:
    """Return what the word before a name tells: what its bearer is, that he speaks, where one is."""
    before = mention.before
    if mention.honorifics:
        return 0.8
    if before in ARTICLES:
        return -1
    if before in WHERE:
        # One is at somebody's, too.
        return 0 if mention.is_owner else -1
    return next((score for tells, score in _PRECEDING if tells(before)), 0)


_PRECEDING: tuple[tuple[Callable[[str], bool], float], ...] = (
    (is_saying, 0.8),
    (lambda word: word in {"of", "to"}, -0.1),
    (lambda word: word in {"by", "with", "told", "against"}, 0.4),
    (is_agent, 0.6),
    (lambda word: word.endswith("ed"), 0.3),
)


def _rows(groups: Sequence[Group]) -> Mapping[tuple[str, ...], list[tuple[str, ...]]]:
    """Return for each name those that stand beside it with nothing but a comma or `and` between."""
    by_page: dict[int, list[Mention]] = defaultdict(list)
    for group in groups:
        for mention in group.mentions:
            by_page[mention.page.number].append(mention)
    rows: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for mentions in by_page.values():
        ordered = sorted(mentions, key=lambda mention: mention.start)
        for left, right in pairwise(ordered):
            between = left.page.text[left.stop : right.start]
            for word in right.honorifics:
                between = between.replace(f"{word}. ", "").replace(f"{word} ", "")
            if _ROW.fullmatch(between):
                rows[left.words].append(right.words)
                rows[right.words].append(left.words)
    return rows


def may_be_office(group: Group) -> bool:
    """Tell whether a name may be an office by which somebody is known: it has the article, and acts."""
    word = group.words[-1]
    if len(group.words) > 1 or word.endswith("s") or _is_thing(word) or is_class_or_nation(word):
        return False
    acts = sum(is_act(mention.after) for mention in group.mentions)
    definite = sum(mention.before == "the" for mention in group.mentions)
    return acts > 1 and 2 * definite > len(group.mentions)
