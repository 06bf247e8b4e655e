"""Persons as options: who could have, and how often each should come up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trainer.dates import Calendar, Date, bounds, from_day_number
from trainer.questions.draft import Ask, Choice, F
from trainer.questions.explaining import gloss_of
from trainer.questions.gate import closed
from trainer.questions.proof import MOST_OPTIONS
from trainer.questions.question import OptionSource

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from trainer.chapters.record import Evidence
    from trainer.questions.index import Index
    from trainer.questions.seeding import Seeded

# Enough to draw from, however large the chapter.
_FROM_THE_LESSON = 24
_FROM_LIKE_FACTS = 24
_FROM_ELSEWHERE = 12

# If so many were about at the time, nobody else is offered.
_ENOUGH = 5

_DEATHS = frozenset({"died", "killed", "death", "executed", "murdered", "life", "purge"})

# Somebody who is never the answer still comes up now and then, nobody in every question.
_LEAST_CHANCE, _GREATEST_CHANCE = 0.06, 0.85


def person_choice(
    index: Index,
    person: str,
    *,
    why: str | Callable[[], str] | None = None,
    source: OptionSource = OptionSource.OTHER_FACT,
    aspect: str = "",
) -> Choice:
    """Return a person as an option, with who they are as the reason unless another is given.

    They come up as often as they are the answer to questions for the same aspect.
    """
    record = index.persons[person]
    chances = odds(index.answered(aspect, person), index.answers_in_all.get(aspect, 0))
    return Choice(
        id=person,
        text=record.name,
        why=why or partial(gloss_of, record),
        source=source,
        odds=chances,
        facts=(person,),
        names=index.name_words[person],
        # Two that share a name may be one man.
        apart=frozenset(
            index.persons[name].name for name in index.namesakes[person] if name != person
        ),
    )


def right_person(ask: Ask[F], person: str) -> Choice:
    """Return the person who is the key, with the paragraphs that say so as the reason."""
    teller, why = ask.fact.asserted_by, cited(ask.fact.evidence)
    if teller is not None and ask.index.is_same_person(teller, person):
        why = f"{why.removesuffix('.')}, by {ask.index.persons[person].name}'s own account."
    return person_choice(ask.index, person, why=why, source=OptionSource.SAME_FACT)


def cited(evidence: Iterable[Evidence]) -> str:
    """Return "¶ 41 says so." or "¶ 41 and ¶ 44 together say so.": one may tell the date alone."""
    *most, last = (f"¶ {number}" for number in sorted({item.paragraph for item in evidence}))
    return f"{', '.join(most)} and {last} together say so." if most else f"{last} says so."


def odds(times: int, of: int) -> float:
    """Return the odds for standing among three distractors, for who is the answer `times` `of` so many.

    Where the key is k with probability p, and k stands among the distractors of other questions with 3p/(1 - p),
    then k is the key of one in four questions that offer k: to have seen a name often tells nothing.
    """
    if not of:
        return _LEAST_CHANCE
    share = min(times / of, 0.5)
    chance = min(_GREATEST_CHANCE, max(_LEAST_CHANCE, (MOST_OPTIONS - 1) * share / (1 - share)))
    return chance / (1 - chance)


def reason_for(ask: Ask[F], person: str) -> Callable[[], str]:
    """Return what says, when it is needed, what somebody did about the time of the fact, else who they are."""
    index, fact = ask.index, ask.fact
    return lambda: index.activity.reason(person, fact) or gloss_of(index.persons[person])


def who_could_have(
    ask: Ask[F], date: Date | None, beside: str, *, without: Collection[str] = ()
) -> Iterator[str]:
    """Yield persons to offer: of the lesson, of other facts asked in the same way, and a few more.

    Each comes once, and no more of them than one needs to choose from. Those of the side of `beside` come alone
    if they are enough, and of these those who were about at the time. Who was dead by then, had left the party of
    `beside`, may not be asked about, or is among those `without` whom there must be enough, is left out.
    """
    index, chance, lesson = ask.index, ask.chance, ask.card.lesson
    pools = (
        (index.confusables.get(beside, ()), _FROM_THE_LESSON),
        (index.people_of_lesson.get(lesson or "", ()), _FROM_THE_LESSON),
        (index.answerers.get(ask.card.aspect, ()), _FROM_LIKE_FACTS),
        (index.side_of(beside), _FROM_ELSEWHERE),
    )
    drawn = dict.fromkeys(name for pool, most in pools for name in _some(pool, most, chance))
    people = [
        p for p in drawn if p in index.persons and p not in without and not closed(index.persons[p])
    ]
    about = index.activity.about(people, lesson, date)
    then = bounds(date).first if date else index.activity.day_of(lesson)
    people = [
        p
        for p in people
        if not _is_gone(index, p, then, about=p in about) and not _had_left(index, p, beside, then)
    ]
    alike = [p for p in people if index.share_a_side(p, beside)]
    alike_about = [p for p in alike if p in about]
    come = index.activity.come(alike_about, date)
    rows = ([p for p in alike_about if p in come], alike_about, alike)
    yield from next((row for row in rows if len(row) >= _ENOUGH), people)


def _some(pool: Sequence[str], most: int, chance: Seeded) -> Sequence[str]:
    """Return a stretch of the pool, begun anywhere."""
    return pool if len(pool) <= most else chance.stretch(pool, most)


def _is_gone(index: Index, person: str, then: int | None, *, about: bool) -> bool:
    """Tell whether somebody's fate, as far as the chapter tells it, came before a day.

    A death without a date came some time after the chapter's year, unless the record shows them later.
    """
    fate = index.persons[person].fate
    if fate is None or then is None:
        return False
    if fate.when is None:
        later = from_day_number(then, Calendar.GREGORIAN)[0] > index.chapter.year
        return later and not about and bool(_DEATHS & set(fate.text.split()))
    # Who died some time in the year in question is no temptation either.
    first = bounds(fate.when.date).first
    return first is not None and first <= then


def _had_left(index: Index, person: str, beside: str, then: int | None) -> bool:
    """Tell whether somebody had left every party and faction of `beside` before a day."""
    circles = index.circles.get(beside, frozenset())
    shared = [a for a in index.persons[person].affiliations if a.organization in circles]
    if then is None or not shared:
        return False
    left = (bounds(a.to.date).last if a.to else None for a in shared)
    return all(last is not None and last < then for last in left)
