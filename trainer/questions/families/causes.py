"""`because` and `led-to`: what led to something, and what it led to, by the links between facts.

That one thing led to another is what the author says, and the stem says so. What came before something may always
have helped to bring it about, and what came after it may always have come of it, whatever the record tells. So the
calendar must forbid a distractor: what came later is no cause, and what came earlier no effect.
"""

from __future__ import annotations

from abc import abstractmethod
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Importance, Statement
from trainer.chapters.relations import dating_of
from trainer.questions.activity import LONGEST_REASON
from trainer.questions.dating import with_style
from trainer.questions.distance import Distance
from trainer.questions.draft import Ask, Choice, Pick, Recall, Refusal
from trainer.questions.explaining import explanation, say_the_same, statement_of
from trainer.questions.families.family import Family
from trainer.questions.gate import shaky
from trainer.questions.nearness import UNKNOWN, nearness_in_days
from trainer.questions.people import cited
from trainer.questions.phrases import fact_choice, may_be_one, phrase, says_the_whole_of
from trainer.questions.question import Demand, Kind, OptionSource
from trainer.questions.rows import days_of, is_before
from trainer.questions.wording import (
    BY_THE_AUTHOR,
    beside,
    by_whose_word,
    full_stop,
    scene_of,
    upper_first,
    with_year,
)
from trainer.questions.words import word_stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.record import Event, Fact, Vote
    from trainer.questions.index import Index

# So many facts before and after are enough to choose from.
_REACH = 24

# So many facts are enough to choose from, if their own causes or effects are known; so many, if they remind of the stem.
_ENOUGH, _REMINDING = 8, 4

# So many of them, the nearest in time, are chosen from.
_NEAREST = 14

# In days: what lies farther away is no temptation.
_ABOUT = 60

# In days: what led to something leads to it within so many.
_SOON = 365

_ORDER = {Importance.CORE: 0, Importance.SECONDARY: 1, Importance.TRIVIA: 2}


class _Tied(Family["Event | Vote"]):
    """A fact, and one at the other end of a link."""

    kind: ClassVar[Kind] = Kind.IDEA
    demand: ClassVar[Demand] = Demand.EXPLAIN
    pick: ClassVar[Pick] = Pick.BY_LENGTH

    @abstractmethod
    def direct(self, ask: Ask[Event | Vote]) -> tuple[str, ...]:
        """Return the facts at the other ends of the links."""

    @abstractmethod
    def all_of_them(self, ask: Ask[Event | Vote]) -> frozenset[str]:
        """Return those over any number of links."""

    @abstractmethod
    def is_out_of_time(self, fact: Fact, asked: Fact) -> bool:
        """Tell whether the calendar forbids a fact to be the answer."""

    def unsuitable(self, ask: Ask[Event | Vote]) -> str | None:
        """Refuse where nothing at the other end may be told plainly and by the same voice."""
        if phrase(ask.fact, ask.index) is None:
            return "it is no happening"
        if ask.fact.id in self.all_of_them(ask):
            return "its links go round in a circle"
        if not self._answers(ask):
            return "nothing that it is linked to may be asked for"
        if any(self.is_out_of_time(ask.index.facts[a], ask.fact) for a in self._answers(ask)):
            return "the dates contradict the link"
        return None

    def key(self, ask: Ask[Event | Vote]) -> Choice:
        """The most important of the facts at the other ends."""
        other = self._answer(ask)
        why = cited(_holder(ask.fact, other).evidence)
        return fact_choice(other, ask.index, why, OptionSource.OTHER_FACT)

    def distractors(self, ask: Ask[Event | Vote]) -> Iterable[Choice]:
        """Facts of the key's sort that are proved wrong, the nearest in time; those with links of their own if enough."""
        answer, index = self._answer(ask), ask.index
        days = days_of(ask.fact) or days_of(answer)
        if days is None:
            return
        fair = [
            fact
            for fact in index.rows[type(answer)].near(days[0], _REACH, ask.distance.apart)
            if fact.id != answer.id
            and phrase(fact, index)
            and _days_between(fact, days) <= _ABOUT
            and not self._may_answer(ask, fact)
        ]
        linked = [fact for fact in fair if self._ties_told(fact, index) is not None]
        facts = linked if len(linked) >= _ENOUGH else fair
        far = ask.distance is Distance.FAR
        facts.sort(key=lambda fact: _days_between(fact, days), reverse=far)
        for fact in self._echoing(ask, _unlike(facts, _NEAREST)):
            why = partial(self._reason, fact, index)
            yield fact_choice(fact, index, why, OptionSource.OTHER_FACT)

    def _echoing(self, ask: Ask[Event | Vote], facts: list[Fact]) -> list[Fact]:
        """Return, for every other card, those that remind of the stem, if they are enough.

        Where none did, what has to do with the stem would be right; where all did, what has least to do with it.
        """
        if ask.chance.below(2):
            return facts
        said = word_stems(phrase(ask.fact, ask.index) or "")
        near = [fact for fact in facts if said & word_stems(phrase(fact, ask.index) or "")]
        return near if len(near) >= _REMINDING else facts

    def may_be_right(self, ask: Ask[Event | Vote], choice: Choice) -> bool:
        """Only what the calendar forbids is proved wrong."""
        return self._may_answer(ask, ask.index.facts[choice.id])

    def _may_answer(self, ask: Ask[Event | Vote], fact: Fact) -> bool:
        """Tell so, too, of what a chain of links makes an answer against the calendar, or sounds like one."""
        if fact.id in self.all_of_them(ask) or not self.is_out_of_time(fact, ask.fact):
            return True
        return any(_are_one(fact, other) for other in (ask.fact, *self._ends(ask)))

    def nearness(self, ask: Ask[Event | Vote], key: Choice, choice: Choice) -> float:
        """Return how near a choice lies in time to what is asked about, or to the key."""
        facts = ask.index.facts
        days = days_of(ask.fact) or days_of(facts[key.id])
        return nearness_in_days(_days_between(facts[choice.id], days), _ABOUT) if days else UNKNOWN

    def explanation(self, ask: Ask[Event | Vote]) -> str:
        """Say how the two hang together, then what was asked about."""
        link = self.link(*(phrase(fact, ask.index) or "" for fact in (ask.fact, self._answer(ask))))
        return explanation(
            ask.fact, ask.index, lead=full_stop(link), more=(statement_of(ask.fact, ask.index),)
        )

    @abstractmethod
    def link(self, asked: str, answer: str) -> str:
        """Say how two things hang together."""

    def is_near_enough(self, fact: Fact, asked: Fact) -> bool:  # noqa: ARG002  # for subclasses
        """Tell whether a fact at the other end is near enough in time to be the answer."""
        return True

    @abstractmethod
    def out_of_time(self) -> str:
        """Say that something came at the wrong time."""

    def _reason(self, fact: Fact, index: Index) -> str:
        """Say when it was, and what led to it or came of it; where the record has neither, what it was."""
        dating = dating_of(fact)
        said = self.out_of_time()
        if dating is not None:
            said = f"{said}: {with_style(dating.date, named=index.two_calendars)}"
        if tie := self._ties_told(fact, index):
            return full_stop(f"{said}; {tie}")
        told = "" if isinstance(fact, Statement) else statement_of(fact, index)
        if 0 < len(told) <= LONGEST_REASON and told != full_stop(phrase(fact, index) or ""):
            return f"{said}. {told}"
        return full_stop(said)

    def _ties_told(self, fact: Fact, index: Index) -> str | None:
        """Say what a fact led to, or else what led to it, None if neither may be told."""
        links = index.links
        for names, before in (
            (links.effects(fact.id), "it led to"),
            (links.causes(fact.id), "behind it lay"),
        ):
            for name in names:
                other = index.facts.get(name)
                told = phrase(other, index) if other and not shaky(other) else None
                if told and not isinstance(other, Statement):
                    return f"{before} {told}"
        return None

    def _ends(self, ask: Ask[Event | Vote]) -> list[Fact]:
        return [ask.index.facts[name] for name in self.direct(ask) if name in ask.index.facts]

    def _answers(self, ask: Ask[Event | Vote]) -> list[str]:
        """Return what may be the key, the most important first."""
        index = ask.index
        fit = [
            fact
            for fact in self._ends(ask)
            if not shaky(fact)
            and phrase(fact, index) is not None
            and by_whose_word(fact, index) in {None, BY_THE_AUTHOR, by_whose_word(ask.fact, index)}
            and not _are_one(fact, ask.fact)
            and self.is_near_enough(fact, ask.fact)
        ]
        fit.sort(key=lambda fact: (isinstance(fact, Statement), _ORDER[fact.importance]))
        return [fact.id for fact in fit]

    def _answer(self, ask: Ask[Event | Vote]) -> Fact:
        return ask.index.facts[self._answers(ask)[0]]

    def words(self, ask: Ask[Event | Vote]) -> tuple[str, ...]:
        """Return the ways to say whose word it is: that of who tells both ends, else the author's."""
        words = [by_whose_word(fact, ask.index) for fact in (ask.fact, self._answer(ask))]
        if words[0] is not None and words[0] == words[1]:
            return (words[0],)
        if any(words):
            return (BY_THE_AUTHOR,)
        return (BY_THE_AUTHOR, "as the chapter tells it")


class Because(_Tied):
    """What led to it: beside other facts that came later."""

    template: ClassVar[str] = "because"
    aspect: ClassVar[str] = "because"

    def direct(self, ask: Ask[Event | Vote]) -> tuple[str, ...]:
        """Its causes."""
        return ask.index.links.causes(ask.fact.id)

    def all_of_them(self, ask: Ask[Event | Vote]) -> frozenset[str]:
        """Its causes and theirs."""
        return ask.index.links.all_causes(ask.fact.id)

    def is_out_of_time(self, fact: Fact, asked: Fact) -> bool:
        """What came later is no cause."""
        return is_before(asked, fact)

    def out_of_time(self) -> str:
        """Say that it came later."""
        return "That came later"

    def link(self, asked: str, answer: str) -> str:
        """The answer is the cause."""
        return f"behind {asked} lay {answer}"

    def stems(self, ask: Ask[Event | Vote]) -> tuple[str, ...]:
        """Ask what led to it, in its month."""
        title, when = _title_and_scene(ask)
        return tuple(
            stem for word in self.words(ask) for stem in _stems_of_cause(word, title, when)
        )

    def recall(self, ask: Ask[Event | Vote]) -> Recall | Refusal:
        """What led to it directly? Unique if one thing did."""
        causes = ask.index.links.causes(ask.fact.id)
        if len(causes) > 1:
            return Refusal(f"front not unique: {causes[1]} led to it too")
        title, when = _title_and_scene(ask)
        stems = (
            stem
            for word in self.words(ask)
            for stem in _stems_of_cause(word, title, when, "directly ")
        )
        return _recall(title, tuple(stems), self.key(ask))


class LedTo(_Tied):
    """What it led to: beside other facts that came earlier."""

    template: ClassVar[str] = "led-to"
    aspect: ClassVar[str] = "led-to"

    def direct(self, ask: Ask[Event | Vote]) -> tuple[str, ...]:
        """Its effects."""
        return ask.index.links.effects(ask.fact.id)

    def all_of_them(self, ask: Ask[Event | Vote]) -> frozenset[str]:
        """Its effects and theirs."""
        return ask.index.links.all_effects(ask.fact.id)

    def is_out_of_time(self, fact: Fact, asked: Fact) -> bool:
        """What came earlier is no effect."""
        return is_before(fact, asked)

    def is_near_enough(self, fact: Fact, asked: Fact) -> bool:
        """What came of it years later took more than this; what has no date is near in its own lesson."""
        first, second = days_of(asked), days_of(fact)
        if first is None or second is None:
            return fact.lesson == asked.lesson
        return second[0] - first[1] <= _SOON

    def out_of_time(self) -> str:
        """Say that it came earlier."""
        return "That came earlier"

    def link(self, asked: str, answer: str) -> str:
        """The answer is the effect."""
        return f"{asked} led to {answer}"

    def stems(self, ask: Ask[Event | Vote]) -> tuple[str, ...]:
        """Ask what it led to, in its month."""
        title, when = _title_and_scene(ask)
        return tuple(
            stem for word in self.words(ask) for stem in _stems_of_effect(word, title, when)
        )

    def recall(self, ask: Ask[Event | Vote]) -> Recall | Refusal:
        """What did it lead to directly? Unique if it was one thing."""
        effects = ask.index.links.effects(ask.fact.id)
        if len(effects) > 1:
            return Refusal(f"front not unique: it led to {effects[1]} too")
        title, when = _title_and_scene(ask)
        stems = (
            stem
            for word in self.words(ask)
            for stem in _stems_of_effect(word, title, when, "directly ")
        )
        return _recall(title, tuple(stems), self.key(ask))


def _recall(title: str, stems: tuple[str, ...], key: Choice) -> Recall | Refusal:
    if say_the_same(title, key.text):
        return Refusal("the stem says most of the answer")
    return Recall(stems=stems, answer=key.text)


def _title_and_scene(ask: Ask[Event | Vote]) -> tuple[str, str]:
    scene = scene_of(ask.fact, ask.index)
    title = with_year(phrase(ask.fact, ask.index) or ask.fact.title, scene, ask.index)
    return title, beside(scene, title)


def _stems_of_cause(word: str, title: str, when: str, directly: str = "") -> Iterator[str]:
    lead = upper_first(f"{when}, {word}" if when else word)
    yield f"{lead}, what led {directly}to {title}?"
    yield f"{lead}, what lay {directly}behind {title}?"


def _stems_of_effect(word: str, title: str, when: str, directly: str = "") -> Iterator[str]:
    lead = upper_first(f"{when}, {word}" if when else word)
    yield f"{lead}, what did {title} lead {directly}to?"
    yield f"{lead}, what came {directly}of {title}?"


def _holder(one: Fact, other: Fact) -> Fact:
    """Return which of two linked facts holds the link: its paragraphs say so."""
    return one if any(link.to == other.id for link in one.links) else other


def _days_between(fact: Fact, days: tuple[int, int]) -> int:
    """Return how far a fact lies from a time; what the record does not date lies farthest."""
    own = days_of(fact)
    return max(own[0] - days[1], days[0] - own[1], 0) if own else _SOON


def _unlike(facts: Iterable[Fact], wanted: int) -> list[Fact]:
    """Return the first facts of which no two sound alike, as the opening and the end of one congress do."""
    found: list[Fact] = []
    for fact in facts:
        if len(found) == wanted:
            break
        if not any(may_be_one(fact, other) for other in found):
            found.append(fact)
    return found


def _are_one(one: Fact, other: Fact) -> bool:
    """Tell whether two facts may be one happening told twice, in like words and at no other time, or sound like it."""
    if one.id == other.id or says_the_whole_of(one, other) or says_the_whole_of(other, one):
        return True
    return may_be_one(one, other) and not (is_before(one, other) or is_before(other, one))


BECAUSE = Because()
LED_TO = LedTo()
