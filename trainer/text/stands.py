"""Words by which a group of words tells where somebody stood in a vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.text.tallies import Role
from trainer.text.words import contains, words

if TYPE_CHECKING:
    from collections.abc import Mapping

# A bare "for" is a plain preposition.
_PHRASES: Mapping[Role, tuple[str, ...]] = {
    Role.FOR: (
        *("in favor", "in favour", "for it", "voted for", "spoke for", "votes for"),
        *("supported", "supports", "supporting", "seconded", "backed", "moved", "proposed"),
        *("defended", "approved", "ayes", "yeas"),
    ),
    Role.AGAINST: (
        *("against", "opposed", "opposing", "opposition", "protested", "objected", "dissented"),
        *("rejected", "resisted", "nays", "noes"),
    ),
    Role.ABSTAINING: ("abstaining", "abstained", "abstention", "abstentions", "abstain"),
    Role.NOT_VOTING: ("not voting", "did not vote", "not vote", "without voting", "abstention"),
    Role.ABSENT: ("absent", "absented", "not present", "missing", "away"),
}
# Whose they are is for them, unless another word tells a stand: "Crane opposed the motion".
_OWN = ("motion", "resolution")
_NOT = frozenset({"not", "no", "never", "neither"})


def tells_stand(group: str, stand: Role) -> bool:
    """Tell whether a group has words for a stand and none for another; what it denies tells nothing."""
    printed = words(group)
    told = {role for role, phrases in _PHRASES.items() if _any(phrases, printed)}
    if not told and _any(_OWN, printed):
        told = {Role.FOR}
    if stand in {Role.FOR, Role.AGAINST} and _NOT.intersection(printed):
        return False
    return stand in told and not told & ({Role.FOR, Role.AGAINST} - {stand})


def _any(phrases: tuple[str, ...], printed: tuple[str, ...]) -> bool:
    return any(contains(words(phrase), printed) for phrase in phrases)
