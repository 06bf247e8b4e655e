"""Motions and their numbers: by body, by words and by size."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from trainer.chapters.record import Vote, VoteType
from trainer.questions.counted import Told, figure_of, numbers_of
from trainer.questions.gate import shaky
from trainer.questions.indexes.records import LONGEST_ROW, Records, grouped
from trainer.questions.rows import Spans
from trainer.questions.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Votes(Records):
    """The votes of a chapter, and the numbers that they tell."""

    @cached_property
    def votes_of(self) -> dict[str, list[Vote]]:
        """The motions of each body, in the order of the record."""
        motions = (vote for vote in self.chapter.votes if vote.type is VoteType.MOTION)
        return grouped((vote.organization, vote) for vote in motions if vote.organization)

    def votes_about(self, vote: Vote) -> list[Vote]:
        """Return the motions of a vote's body that are not certain to have come before or after it."""
        rows = self._votes_by_time
        row = rows.get(vote.organization or "")
        return row.about(vote) if row is not None else []

    @cached_property
    def _votes_by_time(self) -> dict[str, Spans[Vote]]:
        return {body: Spans(votes) for body, votes in self.votes_of.items()}

    def voted_again(self, vote: Vote) -> bool:
        """Tell whether the body of a vote voted on the same motion at another time, by its words."""
        return self._times_moved[vote.organization, fold(vote.motion or "")] > 1

    @cached_property
    def _times_moved(self) -> Counter[tuple[str | None, str]]:
        """How often each body voted on a motion, by its words."""
        return Counter(
            (body, fold(vote.motion or ""))
            for body, votes in self.votes_of.items()
            for vote in votes
        )

    @cached_property
    def motions(self) -> list[Vote]:
        """The motions that may be offered, in the order of the record."""
        return [
            v for v in self.chapter.votes if v.type is VoteType.MOTION and v.motion and not shaky(v)
        ]

    def motions_near(self, vote: Vote, reach: int) -> list[Vote]:
        """Return up to `reach` motions recorded on either side of a vote."""
        place = self._motion_places.get(vote.id, 0)
        return self.motions[max(0, place - reach) : place + reach + 1]

    @cached_property
    def _motion_places(self) -> dict[str, int]:
        return {vote.id: place for place, vote in enumerate(self.motions)}

    @cached_property
    def votes_told(self) -> int:
        """How many motions with a body there are."""
        return sum(map(len, self.votes_of.values()))

    @cached_property
    def bodies_on_motion(self) -> dict[str, set[str]]:
        """Which bodies voted on a motion, by its words."""
        found: dict[str, set[str]] = defaultdict(set)
        for vote in self.chapter.votes:
            if vote.motion and vote.organization:
                found[fold(vote.motion)].add(vote.organization)
        return found

    @cached_property
    def _voting_bodies(self) -> dict[str, int]:
        """The bodies that voted on a motion, those with most votes first, and which place each has among them."""
        by_votes = sorted(self.votes_of, key=lambda body: (-len(self.votes_of[body]), body))
        return {body: place for place, body in enumerate(by_votes) if body in self.bodies}

    def bodies_voting_near(self, vote: Vote) -> Sequence[str]:
        """Return the bodies that voted on a motion, those with most votes first; of many, those of motions near by."""
        places = self._voting_bodies
        if len(places) <= LONGEST_ROW:
            return tuple(places)
        near = {each.organization or "" for each in self.motions_near(vote, LONGEST_ROW)}
        return sorted(near & places.keys(), key=places.__getitem__)

    @cached_property
    def numbers(self) -> list[Told]:
        """Every number that votes tell, by size."""
        told = (n for vote in self.chapter.votes for n in numbers_of(vote, self.persons))
        return sorted(told, key=lambda number: (number.value, number.fact, number.of))

    def numbers_between(
        self, least: float, most: float, *, first_of: Iterable[str] = ()
    ) -> list[Told]:
        """Return the numbers from `least` to `most`: of many, those of some bodies and a stretch about the middle."""
        rows = [self.numbers, *(self._numbers_of.get(body, []) for body in sorted(first_of))]
        found = [told for row in rows for told in _stretch_between(row, least, most)]
        return list({(told.fact, told.of, told.value): told for told in found}.values())

    @cached_property
    def _numbers_of(self) -> dict[str, list[Told]]:
        """The numbers of each body's votes, by size."""
        return grouped((body, n) for n in self.numbers for body in sorted(n.bodies))

    @cached_property
    def numbers_told(self) -> dict[tuple[str, int], list[Told]]:
        """What each body's votes tell a number of, by the body and the number."""
        return grouped(((body, n.value), n) for n in self.numbers for body in sorted(n.bodies))

    @cached_property
    def figures_of_unit(self) -> dict[str, set[tuple[int | None, ...]]]:
        """The figures that are told of one thing, by its words: as asked, and by their bounds."""
        found: dict[str, set[tuple[int | None, ...]]] = defaultdict(set)
        for vote in self.chapter.votes:
            if vote.unit and (told := vote.number):
                bounds_told = (told.value, told.at_least, told.at_most, told.about)
                found[fold(vote.unit)].add((figure_of(vote), *bounds_told))
        return found


def _stretch_between(numbers: list[Told], least: float, most: float) -> list[Told]:
    """Return the numbers from `least` to `most`: of many, a stretch about the middle."""
    start = bisect_left(numbers, least, key=lambda number: number.value)
    end = bisect_right(numbers, most, key=lambda number: number.value)
    spare = max(0, end - start - 2 * LONGEST_ROW)
    return numbers[start + spare // 2 : end - (spare + 1) // 2]
