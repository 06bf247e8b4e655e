"""How often each person is named, and is the answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from math import log1p
from typing import TYPE_CHECKING

from trainer.chapters.relations import mentions_of
from trainer.questions.cards import absent_from, deeds_by_subject, rolls_of
from trainer.questions.difficulty import NEITHER
from trainer.questions.indexes.records import Records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.record import Event, Roll, Vote


class Answers(Records):
    """What would be a good guess, could one count."""

    @cached_property
    def answers(self) -> dict[str, Counter[str]]:
        """How often each person is the answer, by aspect: distractors are drawn in the same measure."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for event in self.chapter.events:
            found["who"].update(subject.partition(".")[0] for subject in deeds_by_subject(event))
        for work in self.chapter.works:
            found["author"].update(work.authors)
        found["stance"].update(statement.speaker for statement in self.chapter.statements)
        for statement in self.chapter.statements:
            found["opposed"].update(who for who in statement.opponents if who in self.persons)
        for person in self.chapter.persons:
            found["role"][person.id] = len(person.offices)
        for roll in self._complete_rolls():
            found["member"].update(roll.ids())
        missed: tuple[Event | Vote, ...] = (*self.chapter.events, *self.chapter.votes)
        for fact in missed:
            found["absent"].update(who for who in absent_from(fact) if who in self.persons)
        return found

    def answered(self, aspect: str, person: str) -> int:
        """How often a person is the answer to questions for an aspect."""
        counter = self.answers.get(aspect)
        return counter[person] if counter else 0

    @cached_property
    def answers_in_all(self) -> dict[str, int]:
        """How many answers there are, by aspect."""
        return {aspect: counter.total() for aspect, counter in self.answers.items()}

    @cached_property
    def answerers(self) -> dict[str, tuple[str, ...]]:
        """The persons who are the answer to something, by aspect."""
        return {
            aspect: tuple(person for person, times in counter.items() if times)
            for aspect, counter in self.answers.items()
        }

    def _complete_rolls(self) -> Iterator[Roll]:
        rolls = [body.memberships for body in self.chapter.organizations]
        rolls += [roll for vote in self.chapter.votes for roll in rolls_of(vote)]
        return (roll for roll in rolls if roll is not None and roll.complete)

    def familiarity(self, *persons: str) -> float:
        """Return how often the first of these that is a person is named, from 0 to 1; a half if none is one.

        By the logarithm of the number of facts that name them: twice as often makes as much difference among the
        rarely named as among the main persons.
        """
        person = next((name for name in persons if name in self.persons), None)
        if person is None:
            return NEITHER
        return log1p(self.mentions[person]) / log1p(self._most_mentions)

    @cached_property
    def mentions(self) -> Counter[str]:
        """How many facts name each person; their own entry counts."""
        return mentions_of(self.chapter)

    @cached_property
    def _most_mentions(self) -> int:
        return max(self.mentions.values())
