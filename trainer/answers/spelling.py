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
    """Return the edits between two names, transliteration folded or not; more than two may be told as three."""
    from rapidfuzz.distance import OSA

    return min(
        OSA.distance(key(typed), key(recorded), score_cutoff=_MOST),
        OSA.distance(plain(typed), plain(recorded), score_cutoff=_MOST),
    )
