"""`term` and `gloss`: a word that needs explaining and what it means, asked from either side."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Importance, Term
from trainer.questions.clozes import (
    Cloze,
    gap_in,
    missing_word,
    other_filling,
    title_in,
    without,
)
from trainer.questions.draft import Ask, Choice, Pick, Recall, Refusal
from trainer.questions.explaining import explanation, say_the_same
from trainer.questions.families.family import Family
from trainer.questions.indexes.records import LONGEST_ROW
from trainer.questions.question import Demand, Kind, OptionSource
from trainer.questions.wording import full_stop, upper_first
from trainer.questions.words import fold, telling_words, word_stems, words

if TYPE_CHECKING:
    from collections.abc import Iterable

# So many words that two glosses share may make them two ways to say one thing.
_ALIKE = 2


class _OfTerm(Family[Term]):
    aspect: ClassVar[str] = "term"
    kind: ClassVar[Kind] = Kind.IDEA
    demand: ClassVar[Demand] = Demand.EXPLAIN

    def unsuitable(self, ask: Ask[Term]) -> str | None:
        """Refuse what any dictionary explains, and glosses that say the word."""
        term = ask.fact
        if term.importance is Importance.TRIVIA:
            return "it is a trifle that a dictionary explains"
        if word_stems(term.name) & word_stems(term.gloss) or words(term.name) <= words(term.gloss):
            return "the gloss says the word"
        return None

    def may_be_right(self, ask: Ask[Term], choice: Choice) -> bool:
        """Terms that share a word, or much of what they mean, may stand for one another."""
        other = ask.index.facts[choice.id]
        assert isinstance(other, Term)
        return may_mean_the_same(ask.fact, other)

    def explanation(self, ask: Ask[Term]) -> str:
        """Say what the term means, and what else is noted of it."""
        term = ask.fact
        note = [term.note] if term.note else []
        return explanation(term, ask.index, lead=f"{_quoted(term)}: {term.gloss}", more=note)

    def others(self, ask: Ask[Term]) -> list[Term]:
        """Return terms of the same sort: a stretch of them, begun anywhere."""
        alike = ask.index.terms_of_sort.get(ask.fact.classification, [])
        row = ask.chance.stretch(alike, LONGEST_ROW)
        return [term for term in row if term.id != ask.fact.id]


class OfGloss(_OfTerm):
    """A gloss, the term that it explains: terms of the same sort."""

    template: ClassVar[str] = "term"
    pick: ClassVar[Pick] = Pick.BY_LENGTH

    def stems(self, ask: Ask[Term]) -> tuple[str, ...]:
        """Give the gloss."""
        gloss = ask.fact.gloss
        return (
            f"Which of the chapter's terms is explained as “{gloss}”?",
            f"Which term of the chapter is explained as “{gloss}”?",
        )

    def key(self, ask: Ask[Term]) -> Choice:
        """The term."""
        return _as_term(ask.fact, OptionSource.SAME_FACT)

    def distractors(self, ask: Ask[Term]) -> Iterable[Choice]:
        """Other terms."""
        return (_as_term(term, OptionSource.OTHER_FACT) for term in self.others(ask))

    def cloze(self, ask: Ask[Term]) -> Cloze | Refusal:
        """Leave the telling word out of a slogan or saying, beside what it meant."""
        term = ask.fact
        title = title_in(term.name)
        word = missing_word(title) if title else None
        if title is None or word is None:
            return Refusal("it is no slogan or saying of several words")
        if term.gloss.split()[0] not in {"a", "an", "the"}:
            return Refusal("what is told of it makes no sentence")
        if other_filling(title, word, ask.index):
            return Refusal("another saying is the same but for the word")
        sentence = full_stop(f"{without(word, term.name)} was {term.gloss}")
        return Cloze(sentence=sentence, answer=word, sought=gap_in(title, word))

    def recall(self, ask: Ask[Term]) -> Recall | Refusal:
        """Which term is it? Unique if no other may mean the same."""
        if len(ask.index.bearers_of_name[fold(ask.fact.name)]) > 1:
            return Refusal("front not unique: something else goes by this name")
        said = sorted(word_stems(ask.fact.gloss))
        for other in (term for stem in said for term in ask.index.terms_saying[stem]):
            if other.id != ask.fact.id and _say_the_same(ask.fact.gloss, other.gloss):
                return Refusal(f"front not unique: {other.id} means much the same")
        return Recall(stems=self.stems(ask), answer=upper_first(ask.fact.name))


class Gloss(_OfTerm):
    """A term, what it means: what terms of the same sort mean."""

    template: ClassVar[str] = "gloss"
    pick: ClassVar[Pick] = Pick.BY_LENGTH
    gives_front: ClassVar[bool] = False

    def stems(self, ask: Ask[Term]) -> tuple[str, ...]:
        """Give the term."""
        name = _quoted(ask.fact)
        return (
            f"What does the chapter mean by {name}?",
            f"In the chapter, what does {name} stand for?",
        )

    def key(self, ask: Ask[Term]) -> Choice:
        """The gloss."""
        return _as_gloss(ask.fact, OptionSource.SAME_FACT)

    def distractors(self, ask: Ask[Term]) -> Iterable[Choice]:
        """What other terms mean."""
        return (_as_gloss(term, OptionSource.OTHER_FACT) for term in self.others(ask))


def may_mean_the_same(one: Term, other: Term) -> bool:
    """Tell whether two terms share a telling word or much of what they mean, or one explains the other."""
    # That both are slogans, and are called so, makes them no less different.
    sort = telling_words(one.classification or "")
    if (telling_words(one.name) & telling_words(other.name)) - sort:
        return True
    for term, gloss in ((one, other.gloss), (other, one.gloss)):
        names = (term.name, *(name.name for name in term.other_names))
        if any(f" {fold(name)} " in f" {fold(gloss)} " for name in names):
            return True
    return len(word_stems(one.gloss) & word_stems(other.gloss)) >= _ALIKE


def _say_the_same(one: str, other: str) -> bool:
    """Tell whether two glosses share much of what they mean: one word of several makes them no less different."""
    first, second = word_stems(one), word_stems(other)
    enough = min(_ALIKE, len(first), len(second))
    return len(first & second) >= enough and say_the_same(one, other)


def _quoted(term: Term) -> str:
    """Return the term in quotation marks, unless it holds some of its own."""
    return term.name if "“" in term.name else f"“{term.name}”"


def _as_term(term: Term, source: OptionSource) -> Choice:
    why = f"It is explained as: {term.gloss}"
    return Choice(
        id=term.id, text=upper_first(term.name), why=full_stop(why), source=source, facts=(term.id,)
    )


def _as_gloss(term: Term, source: OptionSource) -> Choice:
    why = f"That is {_quoted(term)}"
    return Choice(
        id=term.id,
        text=upper_first(term.gloss),
        why=full_stop(why),
        source=source,
        facts=(term.id,),
    )


TERM = OfGloss()
GLOSS = Gloss()
