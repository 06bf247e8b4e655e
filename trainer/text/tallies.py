"""Reading a group of words such as `519 opposed` or `ten votes to two` as numbers with their roles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from trainer.text.folding import fold
from trainer.text.numerals import Numeral, read_numeral
from trainer.text.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence


class Role(StrEnum):
    """What a number counts in a vote."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINING = "abstaining"
    NOT_VOTING = "not_voting"
    ABSENT = "absent"
    PRESENT = "present"


@dataclass(frozen=True, slots=True)
class Tallied:
    """A number of a tally; `role` is None where the group does not say what it counts.

    `implied` marks a role that no word gives: that of `six votes`, which are votes for. `either` marks the
    roles of `A to B` where nothing tells which side won, so that they may be the other way round.
    """

    number: int
    role: Role | None
    implied: bool = False
    either: bool = False


# Phrases that give a role, longer ones first where one begins another.
_PHRASES: tuple[tuple[tuple[str, ...], Role], ...] = tuple(
    (tuple(phrase.split()), role)
    for role, phrases in (
        (Role.NOT_VOTING, ("not voting", "did not vote", "not vote", "without voting")),
        (Role.ABSTAINING, ("abstaining", "abstained", "abstentions", "abstention", "abstain")),
        (Role.AGAINST, ("against", "opposed", "opposing", "nays", "noes", "contra")),
        (Role.FOR, ("in favor", "in favour", "for", "ayes", "yeas")),
        (Role.ABSENT, ("absent", "absentees")),
        (Role.PRESENT, ("present", "took part", "taking part", "participated")),
    )
    for phrase in phrases
)

# "for" is also a plain preposition: it gives a role only to a number of votes or voters.
_COUNTED = frozenset(
    [
        "vote",
        "votes",
        "voice",
        "voices",
        "ballot",
        "ballots",
        "hand",
        "hands",
        "delegate",
        "delegates",
        "deputy",
        "deputies",
        "member",
        "members",
        "people",
        "were",
        "was",
        "voted",
        "cast",
        "who",
        "of",
        "the",
        "them",
        "and",
        "with",
    ]
)
_LEADS = frozenset({"only", "just", "by", "the"})
_FACING = frozenset({"to", "versus", "vs"})
_FIGURES_FACING = re.compile(r"(?<=\d)\s*[-:]\s*(?=\d)")


@dataclass(frozen=True, slots=True)
class _Facing:
    """The word between two sides of a tally."""


@dataclass(frozen=True, slots=True)
class _Other:
    """Any other word."""

    word: str

    @property
    def counted(self) -> bool:
        """Whether it names votes or voters, or joins such words."""
        return self.word in _COUNTED

    @property
    def lead(self) -> bool:
        """Whether it may stand between a role and its number."""
        return self.word in _LEADS


_Item: TypeAlias = Numeral | Role | _Facing | _Other


def read_tally(group: str, *, carried: bool | None = None) -> tuple[Tallied, ...]:
    """Return the numbers of a group of words in order, each with its role where that is told.

    `A to B`, `A-B` and `A against B` give A to the votes for and B to those against, unless the motion
    was lost: the side that won is named by the larger number. A role word belongs to the number before it (`519 opposed`), or to the one after it where none is before
    (`against four`). `Six votes` and no more are votes for; votes that were `cast` are not. Ordinals
    are not counted.

    Args:
        group: words as printed.
        carried: whether the print tells that the motion was carried or, if False, lost; None where it
            tells neither.
    """
    items = _items(words(_FIGURES_FACING.sub(" to ", fold(group))))
    numbers = [index for index, item in enumerate(items) if isinstance(item, Numeral)]
    roles: dict[int, Role] = {}
    taken: set[int] = set()
    implied: set[int] = set()
    either: set[int] = set()
    leading = next((item for item in items if isinstance(item, Numeral | Role)), None)
    prefixed = isinstance(leading, Role)
    for position, index in enumerate(numbers):
        if index in roles:
            continue
        after = numbers[position + 1] if position + 1 < len(numbers) else len(items)
        between = items[index + 1 : after]
        if after < len(items) and (pair := _pair(items, index, after, carried=carried)):
            roles[index], roles[after] = pair.roles
            either.update({index, after} if pair.either else ())
            taken.update(range(index, after))
            continue
        before = _role_before(items, index, taken)
        behind = _role_behind(between)
        if before is not None and (prefixed or behind is None):
            roles[index] = before
        elif behind is not None:
            roles[index] = behind
            taken.update(range(index, after))
        elif _are_votes(between):
            roles[index] = Role.FOR
            implied.add(index)
    return tuple(
        Tallied(item.value, roles.get(index), index in implied, index in either)
        for index, item in enumerate(items)
        if isinstance(item, Numeral)
    )


def _are_votes(between: Sequence[_Item]) -> bool:
    """Tell whether a number counts votes, by the words behind it, rather than all that were cast."""
    behind = [item.word for item in between if isinstance(item, _Other)]
    return behind[:1] in (["vote"], ["votes"]) and "cast" not in behind


def _items(printed: Sequence[str]) -> list[_Item]:
    items: list[_Item] = []
    index = 0
    while index < len(printed):
        phrase = next(
            (
                (phrase, role)
                for phrase, role in _PHRASES
                if tuple(printed[index : index + len(phrase)]) == phrase
            ),
            None,
        )
        numeral = read_numeral(printed, index)
        if phrase is not None:
            items.append(phrase[1])
            index += len(phrase[0])
        elif numeral is not None:
            if numeral.ordinal:
                items.append(_Other(" ".join(printed[index : numeral.stop])))
            else:
                items.append(numeral)
            index = numeral.stop
        else:
            word = printed[index]
            items.append(_Facing() if word in _FACING else _Other(word))
            index += 1
    return items


@dataclass(frozen=True, slots=True)
class _Pair:
    """The roles of two numbers that face each other; `either` if they may be the other way round."""

    roles: tuple[Role, Role]
    either: bool = False


def _pair(items: Sequence[_Item], first: int, second: int, *, carried: bool | None) -> _Pair | None:
    """Read `A to B` or `A against B`: nothing but words for votes beside the word between."""
    between = list(items[first + 1 : second])
    while between and isinstance(between[0], _Other) and between[0].counted:
        between.pop(0)
    while between and isinstance(between[-1], _Other) and between[-1].lead:
        between.pop()
    left, right = items[first], items[second]
    assert isinstance(left, Numeral)
    assert isinstance(right, Numeral)
    faces = between == [_Facing()]
    if not faces and between != [Role.AGAINST]:
        return None
    # "20 against, 2 for" gives each number its own role, "20 against 2" gives one to both.
    if not faces and _role_behind(_until_number(items, second + 1)) is not None:
        return None
    larger_first = left.value > right.value
    if carried is None or left.value == right.value:
        return _Pair((Role.FOR, Role.AGAINST), either=faces and left.value != right.value)
    if larger_first is carried:
        return _Pair((Role.FOR, Role.AGAINST))
    return _Pair((Role.AGAINST, Role.FOR))


def _until_number(items: Sequence[_Item], start: int) -> list[_Item]:
    following: list[_Item] = []
    for item in items[start:]:
        if isinstance(item, Numeral):
            break
        following.append(item)
    return following


def _role_before(items: Sequence[_Item], index: int, taken: set[int]) -> Role | None:
    """Return the role whose word stands directly before a number and belongs to none before it."""
    before = index - 1
    lead = items[before] if before >= 0 else None
    if isinstance(lead, _Other) and lead.lead:
        before -= 1
    item = items[before] if before >= 0 else None
    return item if isinstance(item, Role) and before not in taken else None


def _role_behind(between: Sequence[_Item]) -> Role | None:
    """Return the role told after a number and before the next."""
    close = True
    for item in between:
        if isinstance(item, Role):
            if item is not Role.FOR or close:
                return item
            continue
        close = close and isinstance(item, _Other) and item.counted
    return None
