"""Reading from a group of words whether a motion was carried or lost."""

from __future__ import annotations

from trainer.text.words import occurrences, words

_CARRIED = ("carried", "passed", "adopted", "accepted", "approved", "endorsed", "won", "prevailed")
_LOST = ("defeated", "rejected", "lost", "failed", "voted down", "turned down", "thrown out")
_NOT = frozenset({"not", "no", "never", "nor", "without", "neither", "nobody", "hardly"})
_AGAINST = frozenset({"against", "opposed"})
# How many words before a verb deny it: "could not secure a majority".
_DENYING = 3
_SHORTEST_VERB = 3


def tells_carried(group: str, motion: str = "") -> bool | None:
    """Return whether words tell that a motion was carried (True) or lost (False); None if they do not.

    `A majority` tells that it was carried, unless it is one against or another word says otherwise. Neither a
    group that denies (`was not passed`) nor one that says both tells anything; nor does a verb of the motion
    itself, such as that to reject something.
    """
    printed, moved = words(group), words(motion)
    carried = any(_tells(phrase, printed, moved) for phrase in _CARRIED)
    lost = any(_tells(phrase, printed, moved) for phrase in _LOST)
    if carried is not lost:
        return carried
    majority = _tells("majority", printed, moved) and not _AGAINST.intersection(printed)
    return True if majority and not carried else None


def _tells(phrase: str, printed: tuple[str, ...], moved: tuple[str, ...]) -> bool:
    told = words(phrase)
    is_moved = any(
        len(word) >= _SHORTEST_VERB and told[0].startswith(word.removesuffix("e")) for word in moved
    )
    return not is_moved and any(
        not _NOT.intersection(printed[max(at - _DENYING, 0) : at])
        for at in occurrences(told, printed)
    )
