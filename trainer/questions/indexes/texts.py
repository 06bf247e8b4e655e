"""Works, terms and titles."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from trainer.chapters.record import Work
from trainer.questions.accepted import names_of
from trainer.questions.clozes import title_in
from trainer.questions.gate import shaky
from trainer.questions.indexes.records import Records, grouped
from trainer.questions.words import fold, word_stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.chapters.record import Term


class Texts(Records):
    """What is written, and what words mean."""

    @cached_property
    def titles(self) -> Counter[str]:
        """How many events go by a title."""
        return Counter(fold(event.title) for event in self.chapter.events)

    @cached_property
    def stories_told(self) -> Counter[str]:
        """How many events are told in a statement, folded."""
        return Counter(fold(event.statement) for event in self.chapter.events if event.statement)

    @cached_property
    def work_titles(self) -> dict[str, set[str]]:
        """The ids of the works that go by a title."""
        found: dict[str, set[str]] = defaultdict(set)
        for work in self.chapter.works:
            for title in (work.title, *(name.name for name in work.other_names)):
                found[fold(title)].add(work.id)
        return found

    def works_titled(self, title: str) -> list[Work]:
        """Return the works that go by a title."""
        works = (self.facts[name] for name in sorted(self.work_titles[fold(title)]))
        return [work for work in works if isinstance(work, Work)]

    def works_near(self, work: Work, reach: int) -> Sequence[Work]:
        """Return up to `reach` works recorded on either side of one, itself among them."""
        place = self._work_places[work.id]
        return self.chapter.works[max(0, place - reach) : place + reach]

    @cached_property
    def _work_places(self) -> dict[str, int]:
        return {work.id: place for place, work in enumerate(self.chapter.works)}

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """Everybody who wrote a work of the record, sorted."""
        return tuple(sorted({author for work in self.chapter.works for author in work.authors}))

    @cached_property
    def fillings(self) -> dict[str, set[str]]:
        """By each title or slogan with one word left out, folded: the words that some title has there."""
        found: dict[str, set[str]] = defaultdict(set)
        for fact in (*self.chapter.works, *self.chapter.terms):
            for name in names_of(fact):
                said = fold(title_in(name) or name).split()
                for place, word in enumerate(said):
                    found[" ".join((*said[:place], "blank", *said[place + 1 :]))].add(word)
        return found

    @cached_property
    def terms_of_sort(self) -> dict[str | None, list[Term]]:
        """The terms that may be offered, by their sorts."""
        terms = (term for term in self.chapter.terms if not shaky(term))
        return grouped((term.classification, term) for term in terms)

    @cached_property
    def terms_saying(self) -> dict[str, list[Term]]:
        """The terms by each beginning of a telling word in their glosses."""
        terms = self.chapter.terms
        return grouped((stem, term) for term in terms for stem in sorted(word_stems(term.gloss)))
