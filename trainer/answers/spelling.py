"""How far a misspelling is from a name: edit distance after transliteration is folded.

Letters that changed places count as one edit (optimal string alignment). Similarity scores are of no use here:
they put Krymov nearer to Krylov than Kameneff to Kamenev.
"""

from __future__ import annotations

from functools import lru_cache

from trainer.answers.typed_names import plain
from trainer.text.transliteration import key

_SHORTEST = 4
_LONG = 8
_MOST = 2


def allowed(typed: str, recorded: str) -> int:
    """Return how many edits names bear by the shorter of two: none up to three letters, two from eight on, else one."""
    letters = min(len(plain(typed)), len(plain(recorded)))
    if letters < _SHORTEST:
        return 0
    return 1 if letters < _LONG else 2


@lru_cache(maxsize=65536)
def distance(typed: str, recorded: str) -> int:
    """Return the edits between two names, transliteration folded or not; more than two may be told as three.

    Two edits count as three where the first letters differ: slips seldom begin a name, other names often do.
    """
    from rapidfuzz.distance import OSA

    pairs = ((key(typed), key(recorded)), (plain(typed), plain(recorded)))
    edits = min(OSA.distance(one, other, score_cutoff=_MOST) for one, other in pairs)
    begin_alike = any(one[:1] == other[:1] for one, other in pairs)
    return edits if edits < _MOST or begin_alike else _MOST + 1
