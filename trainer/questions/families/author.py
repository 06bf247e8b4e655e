"""`author`: a work, who wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Work
from trainer.questions.draft import Ask, Choice, Pick, Recall, Refusal
from trainer.questions.families.family import Family
from trainer.questions.gate import closed
from trainer.questions.people import person_choice, reason_for, right_person, who_could_have
from trainer.questions.question import Kind
from trainer.questions.seeding import Seeded
from trainer.questions.wording import (
    attributed,
    beside,
    by_whose_word,
    called,
    listed,
    scene_of,
    upper_first,
    wrote_or_gave,
)
from trainer.questions.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

# Enough to draw from, however many there are.
_SOME = 40


class Author(Family[Work]):
    """Authors of other works first, then persons of the lesson."""

    template: ClassVar[str] = "author"
    aspect: ClassVar[str] = "author"
    kind: ClassVar[Kind] = Kind.PERSON
    pick: ClassVar[Pick] = Pick.BY_ODDS

    def unsuitable(self, ask: Ask[Work]) -> str | None:
        """Refuse works of persons whom the record lacks."""
        missing = [author for author in ask.fact.authors if author not in ask.index.persons]
        return "not all who wrote it are persons of the record" if missing else None

    def stems(self, ask: Ask[Work]) -> tuple[str, ...]:
        """Ask by title and medium; of several authors for one."""
        work = ask.fact
        name = called(work)
        when = beside(scene_of(work, ask.index), name)
        start = f"{upper_first(when)}, who" if when else "Who"
        if when and by_whose_word(work, ask.index):
            start = f"Who {when}"
        stems: tuple[str, ...] = (f"{start} {wrote_or_gave(work)} {name}?",)
        if len(work.authors) > 1:
            stems = (f"{start} was one of the authors of {name}?",)
        return tuple(attributed(stem, work, ask.index, of=work.authors[0]) for stem in stems)

    def key(self, ask: Ask[Work]) -> Choice:
        """The author; of several, the one whom the card's id draws."""
        author = Seeded(ask.card.id, self.template).choice(ask.fact.authors)
        return right_person(ask, author)

    def distractors(self, ask: Ask[Work]) -> Iterable[Choice]:
        """Persons who could have written it."""
        index, when = ask.index, ask.fact.when
        some = ask.chance.stretch(index.authors, _SOME)
        date, first = when.date if when else None, ask.fact.authors[0]
        able = tuple(who_could_have(ask, date, first))
        writing = index.activity.about(some, ask.fact.lesson, date)
        alike = (p for p in some if p in writing and index.share_a_side(p, first))
        for person in dict.fromkeys((*alike, *able)):
            if person in index.persons and not closed(index.persons[person]):
                yield person_choice(
                    index,
                    person,
                    why=reason_for(ask, person),
                    aspect=self.aspect,
                )

    def may_be_right(self, ask: Ask[Work], choice: Choice) -> bool:
        """Authors of this work, or of another that goes by its title, are no distractors."""
        return any(
            ask.index.is_same_person(choice.id, author)
            for work in ask.index.works_titled(ask.fact.title)
            for author in work.authors
        )

    def recall(self, ask: Ask[Work]) -> Recall | Refusal:
        """Who wrote it? All authors are the answer; unique unless another work goes by the title."""
        work = ask.fact
        if len(ask.index.work_titles[fold(work.title)]) > 1:
            return Refusal("front not unique: another work goes by this title")
        people = [ask.index.persons[author] for author in work.authors]
        names = frozenset().union(*(person_choice(ask.index, person.id).names for person in people))
        stems = self.stems(ask)
        if len(people) > 1:
            stems = tuple(
                stem.replace(" was one of the authors of ", " were the authors of ")
                for stem in stems
            )
        return Recall(stems=stems, answer=listed(person.name for person in people), names=names)

    def sought(self, ask: Ask[Work], recall: Recall) -> tuple[str, ...]:  # noqa: ARG002
        """The names of all authors."""
        return ask.fact.authors


AUTHOR = Author()
