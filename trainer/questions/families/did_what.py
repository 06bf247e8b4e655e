"""`did-what`: a person and a month, what they did then."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Deed, Event, Importance, Part, Status
from trainer.questions.cards import deeds_by_subject
from trainer.questions.dating import years_in
from trainer.questions.draft import Ask, Choice, Pick
from trainer.questions.explaining import say_the_same
from trainer.questions.families.who_did import OfDeeds, deeds_asked, scene_of_deeds
from trainer.questions.gate import SHAKY_BASES
from trainer.questions.people import cited
from trainer.questions.question import OptionSource
from trainer.questions.wording import (
    as_known,
    attributed,
    beside,
    by_whose_word,
    full_stop,
    listed,
    scene_of,
    upper_first,
)
from trainer.questions.words import fold, word_stems, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


# So many deeds on either side of the record, and so many from anywhere, are enough to choose from.
_NEAR, _FAR = 30, 40

# Nobody *does* what they were, or what was done to them.
_STATE = re.compile(r"(?:was|were|had been|became)\b")

# So many deeds of persons of the same side are enough to choose from; beside fewer the side alone tells the key.
_ENOUGH, _FEWEST = 4, 2

# Two deeds that share so many of their telling words repeat each other.
_MUCH = 0.7

_SEASON = re.compile(r"\b(?:spring|summer|autumn|winter) of\b")

_VAGUE = frozenset({"often", "usually", "sometimes", "generally", "frequently", "rarely", "mostly"})

# How somebody ended does not go with the deeds of those who went on.
_ENDS = frozenset({"died", "killed", "executed", "murdered", "death", "hanged", "shot"})

# A deed that tells whether a man or a woman did it stands only beside one that tells the same.
_MEN, _WOMEN = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "herself"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What a key tells that a distractor must tell as well, or not tell otherwise."""

    is_state: bool
    genders: frozenset[str]
    scene: str
    years: frozenset[str]
    words: frozenset[str]


class DidWhat(OfDeeds):
    """What others did, in events in which this person had no part or from which they were absent."""

    template: ClassVar[str] = "did-what"
    pick: ClassVar[Pick] = Pick.BY_LENGTH
    gives_front: ClassVar[bool] = False

    def unsuitable(self, ask: Ask[Event]) -> str | None:
        """Refuse trifles, and deeds that name their doer, as well."""
        if reason := super().unsuitable(ask):
            return reason
        if ask.fact.importance is Importance.TRIVIA:
            return "a trifle is not worth asking from the person"
        said = words(_in_words(deeds_asked(ask)))
        if ask.index.name_words[_person(ask)] & said:
            return "the deed names its doer"
        if _VAGUE & said:
            return "a vague term tells the deed from others"
        return "the deed tells how its doer ended, as no other does" if _ENDS & said else None

    def stems(self, ask: Ask[Event]) -> tuple[str, ...]:
        """Ask what is told of the person, placed in its month."""
        deeds = deeds_asked(ask)
        name = ask.index.persons[_person(ask)].name
        when = beside(scene_of_deeds(ask), _in_words(deeds))
        start = f"{when}, which" if when else "which"
        if _STATE.match(_in_words(deeds)):
            stems = [f"{start} of these is told of {name}?"]
        else:
            stems = [f"{start} of these did {name} do?"]
        known = as_known(ask.fact, deeds)
        if by_whose_word(known, ask.index) and when:
            # One phrase before the question is enough.
            stems = [
                f"{stem.removeprefix(f'{when}, ').removesuffix('?')} {when}?" for stem in stems
            ]
        return tuple(
            attributed(upper_first(stem), known, ask.index, of=_person(ask)) for stem in stems
        )

    def key(self, ask: Ask[Event]) -> Choice:
        """What the person did."""
        deeds = deeds_asked(ask)
        return Choice(
            id=_id(ask.fact, deeds),
            text=upper_first(_in_words(deeds)),
            why=cited(ask.fact.evidence),
            source=OptionSource.SAME_FACT,
            facts=(ask.fact.id,),
            group=scene_of(ask.fact, ask.index),
        )

    def distractors(self, ask: Ask[Event]) -> Iterable[Choice]:
        """What others did near by in the record, and some of what others of their side did elsewhere."""
        own, scene = _in_words(deeds_asked(ask)), scene_of_deeds(ask)
        key = _Told(
            is_state=bool(_STATE.match(own)),
            genders=_genders(own),
            scene=scene,
            years=_years(scene_of(ask.fact, ask.index), own),
            words=words(own),
        )
        index, person = ask.index, _person(ask)
        near = index.deeds_near(ask.fact, _NEAR)
        far = ask.chance.stretch(index.deeds_of_side(person), _FAR)
        pool = {
            _id(event, deeds): (event, deeds)
            for event, deeds in (*near, *far)
            if _are_alike(ask, key, event, deeds)
        }
        alike = {
            name: (event, deeds)
            for name, (event, deeds) in pool.items()
            if index.share_a_side(deeds[0].person, person)
        }
        offered = pool if _FEWEST <= len(alike) < _ENOUGH else alike
        sayings = [_in_words(deeds) for _, deeds in offered.values()]
        for name, (event, deeds) in offered.items():
            yield Choice(
                id=name,
                text=upper_first(_in_words(deeds)),
                why=partial(_doer_in_words, ask, event, deeds),
                source=OptionSource.SAME_FACT if event is ask.fact else OptionSource.OTHER_FACT,
                facts=(event.id,),
                apart=_much_like(said := _in_words(deeds), sayings) - {upper_first(said)},
                group=scene_of(event, index),
            )

    def may_be_right(self, ask: Ask[Event], choice: Choice) -> bool:
        """Whoever took part in the event at all may have done it; so may who did the same elsewhere."""
        index, person = ask.index, _person(ask)
        event = index.facts[choice.facts[0]]
        assert isinstance(event, Event), "deeds are told of events"
        if index.name_words[person] & words(choice.text):
            return True
        namesakes = index.namesakes[person]
        deeds = deeds_by_subject(event)[choice.id.removeprefix(f"{event.id}/")]
        if any(namesakes & index.doers[fold(deed.deed or "")] for deed in deeds):
            return True
        if any(say_the_same(choice.text, said) for said in index.told_of.get(person, ())):
            return True
        parts = [deed for deed in event.people if deed.person in namesakes]
        if event is ask.fact:
            # Who did something else in the same event did not do this: the record tells it of another.
            return any(deed.part is not Part.ABSENT and not deed.deed for deed in parts)
        return any(deed.part is not Part.ABSENT for deed in parts) or bool(
            index.name_words[person] & words(f"{event.title} {event.statement or ''}")
        )


def _person(ask: Ask[Event]) -> str:
    return deeds_asked(ask)[0].person


def _id(event: Event, deeds: Sequence[Deed]) -> str:
    """Return an id like the subject of the card."""
    first = deeds[0]
    return f"{event.id}/{first.person}{f'.{first.id}' if first.id else ''}"


def _in_words(deeds: Sequence[Deed]) -> str:
    """Say what somebody did, as a predicate."""
    return listed(deed.deed for deed in deeds if deed.deed)


def _much_like(said: str, others: Iterable[str]) -> frozenset[str]:
    """Return those deeds, as options, that begin like one and say nearly the same."""
    first, own = said.partition(" ")[0], word_stems(said)
    return frozenset(
        upper_first(other)
        for other in others
        if other.startswith(first) and len(own & word_stems(other)) >= _MUCH * len(own)
    )


def _genders(text: str) -> frozenset[str]:
    said = words(text)
    return frozenset(mark for mark, hints in (("m", _MEN), ("f", _WOMEN)) if said & hints)


def _are_alike(ask: Ask[Event], key: _Told, event: Event, deeds: Sequence[Deed]) -> bool:
    """Tell whether deeds may be offered, and no word or year of theirs tells them from the key."""
    index, said = ask.index, _in_words(deeds)
    if bool(_STATE.match(said)) != key.is_state or not _genders(said) <= key.genders:
        return False
    if any(deed.basis in SHAKY_BASES or deed.status is Status.DRAFT for deed in deeds):
        return False
    scene = scene_of(event, index)
    if key.scene and (not scene or _SEASON.search(said)):
        # Beside a month everybody could rule out what belongs to another time, or to none.
        return False
    # The key never repeats the time of the stem.
    if (_ENDS | words(key.scene) - key.words) & words(said):
        return False
    years = _years(scene, said)
    if key.years and years and not years <= key.years:
        return False
    return by_whose_word(as_known(event, deeds), index) is None


def _years(scene: str, said: str) -> frozenset[str]:
    """Return the year of a deed's scene, or else the years that it names."""
    return frozenset(years_in(scene) or years_in(said))


def _doer_in_words(ask: Ask[Event], event: Event, deeds: Sequence[Deed]) -> str:
    """Say who did it, and when."""
    name, when = ask.index.persons[deeds[0].person].name, scene_of(event, ask.index)
    said = beside(when, _in_words(deeds))
    return full_stop(f"That was {name}{f', {said}' if said else ''}")


DID_WHAT = DidWhat()
