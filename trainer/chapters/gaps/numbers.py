"""Whether the numbers that a paragraph prints are on record.

A number is, if a fact holds it and quotes it at that place in its evidence. One above twelve is, wherever it is printed
in a paragraph in which such a fact quotes it, for nobody counts two things of 414 in one paragraph by chance. A fact
whose number is corrected, and so printed otherwise, has on record what its tokens print. A number in a longer name on
record is part of that name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.gaps.contents import Found
from trainer.chapters.record import GapClass
from trainer.text.numerals import numerals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.gaps.contents import Cited, Contents
    from trainer.chapters.gaps.paragraph import Place
    from trainer.text.figures import Figure

# Above it, two numbers that are equal are one.
_SMALL = 12


def find_numbers(contents: Contents) -> Iterator[Found]:
    """Yield the numbers of a paragraph."""
    for figure in contents.figures:
        at = contents.paragraph.indices(figure.start, figure.stop)
        yield Found(
            class_=GapClass.NUMBER,
            start=figure.start,
            stop=figure.stop,
            recorded=any(_has(cited, figure) for cited in contents.cited)
            or contents.covered.longer.issuperset(at),
        )


def _has(cited: Cited, figure: Figure) -> bool:
    """Tell whether a fact has a number on record that is printed there."""
    holds = figure.value in cited.claim.numbers
    quoted = any(place.holds(figure.start, figure.stop) for place in cited.places)
    if quoted:
        return holds or cited.claim.has_corrected_number
    is_large = figure.value > _SMALL
    return holds and is_large and any(figure.value in _printed(place) for place in cited.places)


def _printed(place: Place) -> set[int]:
    return {numeral.value for numeral in numerals(place.words)}
