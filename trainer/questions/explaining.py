"""What the learner reads after answering: the fact, its dates, what was put right, why it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.record import Event, Outcome, Statement, Status, Vote, VoteType, Work
from trainer.dates import Precision, format_both, format_date, precision
from trainer.questions.wording import body_or_session, full_stop, listed, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.record import Count, Counts, Dating, Fact, Person
    from trainer.questions.index import Index

VERDICTS = {
    Outcome.PASSED: "carried",
    Outcome.FAILED: "rejected",
    Outcome.TIED: "was evenly divided on",
    Outcome.DEFERRED: "put off",
}

_STANDS = {
    "for": "{} for",
    "against": "{} against",
    "abstaining": "{} abstaining",
    "not_voting": "{} not voting",
    "absent": "{} absent",
    "present": "{} present",
}


def explanation(
    fact: Fact, index: Index, *, lead: str | None = None, more: Iterable[str] = ()
) -> str:
    """Return what is to be learned from a fact, ending with why it matters.

    `lead` takes the place of the fact's own statement; `more` follows it.
    """
    parts = [lead or statement_of(fact, index), *more, *_dates(fact), *notes(fact)]
    if fact.significance:
        parts.append(fact.significance)
    return " ".join(dict.fromkeys(full_stop(part) for part in parts if part))


def statement_of(fact: Fact, index: Index) -> str:
    """Say what a fact says, as a sentence."""
    match fact:
        case Event():
            return full_stop(fact.statement or fact.title)
        case Vote():
            return vote_in_words(fact, index)
        case Work():
            authors = listed(index.persons[a].name for a in fact.authors if a in index.persons)
            medium = fact.medium or "work"
            described = fact.title[:1].islower()  # a description of ours, no title
            said = f"{authors} wrote {fact.title}." if described else ""
            said = said or f"“{fact.title}” is {_article(medium)} {medium} by {authors}."
            return f"{said} It argued that {fact.argument}." if fact.argument else said
        case Statement():
            return f"{index.persons[fact.speaker].name} held that {fact.position}."
        case _:
            return ""


def vote_in_words(vote: Vote, index: Index) -> str:
    """Say what was voted on and how it ended."""
    if vote.type is VoteType.MOTION and vote.motion:
        # The motion stands last, so that its own clauses need no comma after them.
        counted = tally(vote.counts)
        return full_stop(
            f"{fate(vote, index)} the motion to {vote.motion}{f' ({counted})' if counted else ''}"
        )
    if vote.type is VoteType.CHOICE and vote.chosen:
        return full_stop(f"{upper_first(vote.title)}: {vote.chosen}")
    return full_stop(vote.title)


def fate(vote: Vote, index: Index) -> str:
    """Say who did what with a motion, up to the motion itself: "The Petrograd Soviet rejected"."""
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
    return ", ".join(_STANDS[stand.value].format(number(count)) for stand, count in counts.known())


def number(count: Count) -> str:
    """Say a count as far as it is known."""
    if count.value is not None:
        return f"{count.value:,}"
    if count.at_least is not None:
        return f"at least {count.at_least:,}"
    if count.at_most is not None:
        return f"at most {count.at_most:,}"
    return f"about {count.about:,}"


def notes(fact: Fact) -> Iterator[str]:
    """Yield what was put right in a fact, and who says otherwise."""
    for value in (fact, getattr(fact, "when", None)):
        if value is not None and value.status in {Status.CORRECTED, Status.DERIVED} and value.note:
            yield full_stop(value.note)
    match fact:
        case Vote(counts=counts) if counts is not None:
            yield from (full_stop(count.note) for _, count in counts.known() if count.note)
        case _:
            pass
    if isinstance(fact, Vote) and fact.motion_note:
        yield full_stop(fact.motion_note)
    for contest in fact.contested:
        yield full_stop(
            f"This is disputed. {upper_first(contest.by)}: {contest.says} ({contest.reference})"
        )


def gloss_of(person: Person) -> str:
    """Say who somebody is, as a sentence, or just the name."""
    return f"{person.name}, {person.gloss}." if person.gloss else f"{person.name}."


def _dates(fact: Fact) -> Iterator[str]:
    dating: Dating | None = getattr(fact, "when", None)
    if dating is None:
        return
    # Nobody needs to know from which day to which a month runs in the other calendar.
    both = precision(dating.date) in {Precision.DAY, Precision.INTERVAL}
    yield f"The date: {format_both(dating.date) if both else format_date(dating.date)}."


def _article(noun: str) -> str:
    return "an" if noun[:1].lower() in "aeiou" else "a"
