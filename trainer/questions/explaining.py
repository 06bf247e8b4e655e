"""What the learner reads after answering: the fact, its dates, what was put right, why it matters."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from trainer.chapters.record import (
    Event,
    Outcome,
    Stand,
    Statement,
    Status,
    Vote,
    VoteType,
    Work,
)
from trainer.dates import (
    Date,
    Precision,
    format_both,
    format_date,
    is_approximate,
    is_uncertain,
    precision,
)
from trainer.questions.wording import (
    BY_SOMEBODY,
    body,
    body_or_session,
    called,
    full_stop,
    is_beginning,
    is_of_several,
    is_on_date,
    listed,
    lower_first,
    on_date,
    on_issue,
    upper_first,
    wrote_or_gave,
)
from trainer.questions.words import word_stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.record import Contest, Count, Counts, Dating, Fact, Person, Round
    from trainer.questions.index import Index

VERDICTS = {
    Outcome.PASSED: "carried",
    Outcome.FAILED: "rejected",
    Outcome.TIED: "was evenly divided on",
    Outcome.DEFERRED: "put off",
}

# Where no votes are told, there may have been no motion.
_DECIDED = {Outcome.PASSED: "decided to", Outcome.FAILED: "refused to"}

_STANDS = {
    "for": "{} for",
    "against": "{} against",
    "abstaining": "{} abstaining",
    "not_voting": "{} not voting",
    "absent": "{} absent",
    "present": "{} present",
}

_STOOD = {
    Stand.FOR: "supported it",
    Stand.AGAINST: "opposed it",
    Stand.ABSTAINING: "abstained",
    Stand.NOT_VOTING: "did not vote",
    Stand.ABSENT: "did not attend",
    Stand.PRESENT: "attended",
}

# Words that begin a note with a capital which is not their own.
_SMALL_WORDS = frozenset(
    [
        "A",
        "After",
        "An",
        "At",
        "Before",
        "Between",
        "By",
        "During",
        "From",
        "He",
        "In",
        "It",
        "On",
        "She",
        "Since",
        "The",
        "They",
        "This",
        "Two",
        "Until",
    ]
)

# Two sentences that share so much of the shorter one's words say the same.
_SAME = 0.5


# Memories tell; they argue nothing.
_REMEMBERED = ("memoir", "reminiscence", "recollection")


def explanation(
    fact: Fact,
    index: Index,
    *,
    lead: str | None = None,
    more: Iterable[str] = (),
    told: Date | None = None,
) -> str:
    """Return what is to be learned from a fact, ending with why it matters.

    `lead` takes the place of the fact's own statement; `more` follows it. A date that has been `told` is not
    told again.
    """
    parts = [lead or statement_of(fact, index), *more]
    if isinstance(fact, Vote):
        parts.extend(_movers_and_sides(fact, index))
    title, whole = (
        statement_of(fact, index),
        _titled_and_dated(fact, two_calendars=index.two_calendars),
    )
    if whole is not None and title in parts:
        parts[parts.index(title)] = whole
    else:
        parts.append(_when_in_words(fact, index, told, beside=" ".join(parts)))
    if isinstance(fact, Work) and fact.argument:
        remembered = (fact.medium or "").lower().startswith(_REMEMBERED)
        start = "By this account" if remembered else "The argument was that"
        parts.append(f"{start} {fact.argument}")
    parts.extend(notes(fact, dated=told is not None))
    if fact.significance:
        parts.append(fact.significance)
    return " ".join(dict.fromkeys(full_stop(part) for part in parts if part))


def who_tells(fact: Fact, index: Index, stem: str) -> tuple[str, ...]:
    """Name whoever tells a fact, where the stem could not."""
    teller = index.persons.get(fact.asserted_by or "")
    if teller is None or BY_SOMEBODY not in stem.lower():
        return ()
    return (f"It is {teller.name} who tells this.",)


def statement_of(fact: Fact, index: Index) -> str:
    """Say what a fact says, as a sentence."""
    match fact:
        case Event():
            return full_stop(fact.statement or fact.title)
        case Vote():
            return vote_in_words(fact, index)
        case Work():
            authors = listed(index.persons[a].name for a in fact.authors if a in index.persons)
            return f"{authors} {wrote_or_gave(fact)} {called(fact)}."
        case Statement():
            issue, name = on_issue(index, fact.issue), index.persons[fact.speaker].name
            held = f"{name} held that {fact.position}."
            return f"On {issue}, {held}" if issue else held
        case _:
            return ""


def say_the_same(one: str, other: str) -> bool:
    """Tell whether two sentences share most of what the shorter one tells."""
    first, second = word_stems(one), word_stems(other)
    return len(first & second) >= _SAME * min(len(first), len(second))


def vote_in_words(vote: Vote, index: Index) -> str:
    """Say what was voted on and how it ended."""
    if vote.type is VoteType.MOTION and vote.motion:
        # The motion stands last, so that its own clauses need no comma after them.
        counted = tally_in_words(vote)
        if vote.organization in index.bodies and not counted and not vote.unanimous:
            decided = _DECIDED.get(vote.outcome or Outcome.UNKNOWN)
            if decided:
                who = upper_first(body(index.bodies[vote.organization]))
                return full_stop(f"{who} {decided} {vote.motion}")
        return full_stop(
            f"{fate(vote, index)} the motion to {vote.motion}{f' ({counted})' if counted else ''}"
        )
    if vote.type is VoteType.CHOICE and vote.chosen:
        return full_stop(f"{upper_first(vote.title)}: {vote.chosen}")
    return full_stop(vote.title)


def _movers_and_sides(vote: Vote, index: Index) -> Iterator[str]:
    """Yield who moved a motion, and who stood where as far as that is told of persons."""
    movers = [_name(index, who) for who in vote.proposed_by]
    if movers and all(movers):
        yield f"The motion came from {listed(movers)}."
    stands: dict[Stand, list[str]] = {}
    for side in vote.sides:
        name = _name(index, side.who)
        if name and not (side.stand is Stand.FOR and side.who in vote.proposed_by):
            stands.setdefault(side.stand, []).append(name)
    told = [f"{listed(people)} {_STOOD[stand]}" for stand, people in stands.items()]
    if told:
        yield f"{upper_first('; '.join(told))}."
    for number_of, each in enumerate(vote.rounds, 1):
        yield from _round_in_words(each, number_of, index)
    if vote.secret:
        yield "The ballot was secret."
    if vote.casting_vote in index.persons:
        yield f"The casting vote was {_name(index, vote.casting_vote)}'s."


def _round_in_words(ballot: Round, place: int, index: Index) -> Iterator[str]:
    """Yield who got how many votes in one round of several, and what is noted of it."""
    told = [
        f"{_name(index, c.person)} {number(c.votes)}"
        for c in ballot.candidates
        if c.votes is not None and c.person in index.persons
    ]
    if told:
        yield f"Round {place}: {listed(told)}."
    if ballot.note:
        yield full_stop(ballot.note)


def _name(index: Index, who: str) -> str:
    if who in index.persons:
        return index.persons[who].name
    return body(index.bodies[who]) if who in index.bodies else ""


def fate(vote: Vote, index: Index) -> str:
    """Say who did what with a motion, up to the motion itself: "The Town Council rejected"."""
    who = body_or_session(index, vote)
    verdict = VERDICTS.get(vote.outcome or Outcome.UNKNOWN, "voted on")
    if vote.unanimous:
        verdict = f"unanimously {verdict}"
    if vote.organization in index.bodies and who:
        return f"{upper_first(who)} {verdict}"
    return f"At {who} the vote {verdict}" if who else f"A vote {verdict}"


def tally(counts: Counts | None) -> str:
    """Say a tally as far as it is known: "414 for, 519 against, 67 not voting"."""
    if counts is None:
        return ""
    known = counts.known()
    if len(known) == 1 and known[0][0] in {Stand.FOR, Stand.AGAINST}:
        return f"{number(known[0][1])} voted {known[0][0].value}"
    return ", ".join(_STANDS[stand.value].format(number(count)) for stand, count in known)


def tally_in_words(vote: Vote) -> str:
    """Say the tally of a vote, and by what the voices were counted if not by heads."""
    counted = tally(vote.counts)
    return f"{counted}, counted by {vote.weighted_by}" if counted and vote.weighted_by else counted


def number(count: Count) -> str:
    """Say a count as far as it is known."""
    if count.value is not None:
        return f"{count.value:,}"
    if count.at_least is not None:
        return f"at least {count.at_least:,}"
    if count.at_most is not None:
        return f"at most {count.at_most:,}"
    return f"about {count.about:,}"


def notes(fact: Fact, *, dated: bool = True) -> Iterator[str]:
    """Yield what was put right in a fact or is noted of a vote, and who says otherwise; if `dated`, also how its date is known."""
    put_right = fact.status in {Status.CORRECTED, Status.DERIVED}
    if fact.note and (put_right or isinstance(fact, Vote)):
        yield full_stop(fact.note)
    dating: Dating | None = getattr(fact, "when", None)
    if dating is not None and dating.note:
        if dating.status is Status.CORRECTED:
            yield full_stop(dating.note)
        elif dating.status is Status.DERIVED and dated:
            yield full_stop(f"How the date is known: {_continued(dating.note)}")
    match fact:
        case Vote(counts=counts) if counts is not None:
            yield from (full_stop(count.note) for _, count in counts.known() if count.note)
        case _:
            pass
    if isinstance(fact, Vote) and fact.motion_note:
        yield full_stop(fact.motion_note)
    yield from (_disputed(contest) for contest in fact.contested)


def _continued(note: str) -> str:
    """Return a note as the rest of a sentence: its first word small, unless it is a name."""
    first = note.split(maxsplit=1)[0]
    return lower_first(note) if first in _SMALL_WORDS else note


def _disputed(contest: Contest) -> str:
    """Name the source without a verb, since it may be one or several."""
    what = "The date" if is_on_date(contest) else "This"
    return full_stop(
        f"{what} is disputed: according to {_continued(contest.by)}, {contest.says} ({contest.reference})"
    )


def gloss_of(person: Person) -> str:
    """Say who somebody is, as a sentence, or just the name."""
    return f"{person.name}, {person.gloss}." if person.gloss else f"{person.name}."


def date_sentences(fact: Fact) -> tuple[str, ...]:
    """Return every sentence in which an explanation may tell the date of a fact, the longest first."""
    dating: Dating | None = getattr(fact, "when", None)
    if dating is None:
        return ()
    said, other = _in_both_calendars(dating.date, _what_was(fact))
    sentences = {f"{_in_both_calendars(dating.date, _what_was(fact), named=False)[0]}.", f"{said}."}
    if other:
        sentences |= {f"{said}, {other}.", _renamed(dating.date, other)}
    for two_calendars in (True, False):
        if (whole := _titled_and_dated(fact, two_calendars=two_calendars)) is not None:
            sentences.add(whole)
    return tuple(sorted(sentences, key=lambda sentence: (-len(sentence), sentence)))


def _when_in_words(fact: Fact, index: Index, told: Date | None, *, beside: str) -> str:
    """Say when a fact belongs, in both calendars where it has days; "" where that has been said.

    `told` is the date that the question has named, `beside` what the explanation says besides.
    """
    dating: Dating | None = getattr(fact, "when", None)
    if dating is None:
        return ""
    said, other = _in_both_calendars(dating.date, _what_was(fact), named=index.two_calendars)
    if told == dating.date:
        return _renamed(dating.date, other) if other else ""
    if not other and format_date(dating.date) in beside:
        return ""
    return f"{said}, {other}." if other else f"{said}."


def _titled_and_dated(fact: Fact, *, two_calendars: bool) -> str | None:
    """Say when an event was of which nothing but the title is told; None if that makes no sentence.

    A title is no sentence by itself: "The opening of the new quay was on 3 May 1841."
    """
    if not isinstance(fact, Event) or fact.statement or fact.when is None:
        return None
    date = fact.when.date
    if _is_loose(date) or format_date(date) in fact.title:
        return None
    what = upper_first(fact.title)
    verb = "were" if is_of_several(fact.title) else "was"
    said, other = _in_both_calendars(date, what, verb=verb, named=two_calendars)
    return f"{said}, {other}." if other else f"{said}."


def _what_was(fact: Fact) -> str:
    """Say what was on a fact's date: "This", unless the fact is a beginning and what is told was later."""
    if isinstance(fact, Event) and is_beginning(fact.title):
        return upper_first(fact.title)
    return "This"


def _renamed(date: Date, other: str) -> str:
    """Say what a date that has been told is in the other calendar."""
    verb = "is" if precision(date) is Precision.DAY else "are"
    return f"{format_date(date, calendar_name='long')} {verb} {other}."


def _is_loose(date: Date) -> bool:
    """Tell whether a date stands in no sentence: it is about some time, or has no two ends in one calendar."""
    if is_approximate(date) or is_uncertain(date) or "X" in date.edtf:
        return True
    return date.end_calendar is not None or precision(date) in {Precision.SET, Precision.OPEN}


@lru_cache(maxsize=4096)
def _in_both_calendars(
    date: Date, what: str, *, verb: str = "was", named: bool = True
) -> tuple[str, str]:
    """Return, if `what` is "This", "This was on 8 August 1901 (Old Style)" and "21 August New Style", or "" for the latter.

    Nobody needs to know from which day to which a month runs in the other calendar.
    """
    if _is_loose(date):
        return f"The date: {format_date(date)}", ""
    ends = (Date(end, date.calendar) for end in date.edtf.split("/"))
    days = named and all(precision(end) is Precision.DAY for end in ends)
    other = format_both(date).partition("), ")[2] if days else ""
    return f"{what} {verb} {on_date(date, style=named, lasting=True)}", other
