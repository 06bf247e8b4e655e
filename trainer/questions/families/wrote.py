"""`wrote`: a person and a month, which work they wrote then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Importance, Work
from trainer.questions.clozes import Cloze, gap_in, missing_word, other_filling, without
from trainer.questions.draft import Ask, Choice, Pick, Refusal
from trainer.questions.families.family import Family
from trainer.questions.gate import shaky
from trainer.questions.people import cited
from trainer.questions.proof import MOST_OPTIONS
from trainer.questions.question import Kind, OptionSource
from trainer.questions.seeding import Seeded
from trainer.questions.wording import (
    attributed,
    beside,
    by_whose_word,
    called,
    full_stop,
    listed,
    scene_of,
    upper_first,
    wrote_or_gave,
)
from trainer.questions.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

# Enough to draw from, however many there are.
_REACH = 80


class Wrote(Family[Work]):
    """Works of others that are told in the same way: with a title or described, of a year that fits."""

    template: ClassVar[str] = "wrote"
    aspect: ClassVar[str] = "author"
    kind: ClassVar[Kind] = Kind.PERSON
    pick: ClassVar[Pick] = Pick.BY_LENGTH
    gives_front: ClassVar[bool] = False

    def unsuitable(self, ask: Ask[Work]) -> str | None:
        """Refuse works of bodies, trifles and titles that name their author."""
        missing = [author for author in ask.fact.authors if author not in ask.index.persons]
        if missing:
            return "not all who wrote it are persons of the record"
        if ask.fact.importance is Importance.TRIVIA:
            return "a trifle is not worth asking from the person"
        if ask.index.name_words[_author(ask)] & words(ask.fact.title):
            return "the title names the author"
        return None

    def stems(self, ask: Ask[Work]) -> tuple[str, ...]:
        """Ask for one of the author's works."""
        work, name = ask.fact, ask.index.persons[_author(ask)].name
        verb = "give" if wrote_or_gave(work) == "gave" else "write"
        several = len(work.authors) > 1
        did = f"did {name} help to {verb}" if several else f"did {name} {verb}"
        when = beside(scene_of(work, ask.index), called(work))
        start = f"{when}, which" if when else "which"
        stem = f"{start} of these {did}?"
        if when and by_whose_word(work, ask.index):
            stem = f"which of these {did} {when}?"
        return (attributed(upper_first(stem), work, ask.index, of=_author(ask)),)

    def key(self, ask: Ask[Work]) -> Choice:
        """The work."""
        return Choice(
            id=ask.fact.id,
            text=upper_first(called(ask.fact)),
            why=cited(ask.fact.evidence),
            source=OptionSource.SAME_FACT,
            facts=(ask.fact.id,),
        )

    def distractors(self, ask: Ask[Work]) -> Iterable[Choice]:
        """Works of others, recorded before and after: those of the author's own side first."""
        index = ask.index
        near = ask.chance.stretch(index.works_near(ask.fact, _REACH), _REACH)
        pool = [work for work in near if _is_alike(ask, work)]
        alike = [w for w in pool if index.share_a_side(w.authors[0], _author(ask))]
        for work in alike if len(alike) >= MOST_OPTIONS else pool:
            yield Choice(
                id=work.id,
                text=upper_first(called(work)),
                why=partial(_by, ask, work),
                source=OptionSource.OTHER_FACT,
                facts=(work.id,),
            )

    def cloze(self, ask: Ask[Work]) -> Cloze | Refusal:
        """Leave the telling word out of the title, beside what the work argued."""
        work, index = ask.fact, ask.index
        if work.title[:1].islower() or (word := missing_word(work.title)) is None:
            return Refusal("it has no title of several words")
        if not work.argument or by_whose_word(work, index):
            return Refusal("nothing is told of it that leads to a missing word")
        if other_filling(work.title, word, index):
            return Refusal("another title is the same but for the word")
        who = listed(index.persons[author].name for author in work.authors)
        name = without(word, called(work))
        when = beside(scene_of(work, index), name)
        start = f"{upper_first(when)}, {who}" if when else who
        sentence = full_stop(
            f"{start} {wrote_or_gave(work)} {name}, which argued that {work.argument}"
        )
        return Cloze(sentence=sentence, answer=word, sought=gap_in(work.title, word))

    def may_be_right(self, ask: Ask[Work], choice: Choice) -> bool:
        """Whatever the author had a hand in, under this title or another's like it, or is named in."""
        index, author = ask.index, _author(ask)
        work = index.facts[choice.id]
        assert isinstance(work, Work), "works stand beside works"
        if index.name_words[author] & words(choice.text):
            return True
        return any(
            index.is_same_person(author, other)
            for each in index.works_titled(work.title)
            for other in each.authors
        )


def _author(ask: Ask[Work]) -> str:
    """Return the author whom the card's id draws."""
    return Seeded(ask.card.id, "wrote").choice(ask.fact.authors)


def _is_alike(ask: Ask[Work], other: Work) -> bool:
    """Tell whether a work may be offered, and neither its form nor its time tells it from the key."""
    work, index = ask.fact, ask.index
    if shaky(other) or not other.authors or by_whose_word(other, index) is not None:
        return False
    if any(author not in index.persons for author in other.authors):
        return False
    if other.title[:1].islower() != work.title[:1].islower():
        return False
    if wrote_or_gave(other) != wrote_or_gave(work) or (len(other.authors) > 1) != (
        len(work.authors) > 1
    ):
        return False
    # An undated work beside a dated one might be of any time, and is no temptation.
    year = scene_of(work, index)[-4:]
    return not year or scene_of(other, index)[-4:] == year


def _by(ask: Ask[Work], work: Work) -> str:
    """Say whose it is, and of when."""
    index = ask.index
    when = beside(scene_of(work, index), called(work))
    who = listed(index.persons[author].name for author in work.authors)
    return full_stop(f"{who} {wrote_or_gave(work)} that{f' {when}' if when else ''}")


WROTE = Wrote()
