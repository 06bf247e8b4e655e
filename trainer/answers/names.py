"""Judging a typed name, or a list of names.

Who or what is meant is found among the whole chapter before it is compared with the key; so what is too little to
tell asks for more whether or not it would have been right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trainer.answers.calendar_days import happening
from trainer.answers.identity import Identity, Named, Nobody, Vague, Vagueness
from trainer.answers.typed_names import Likeness
from trainer.answers.verdict import AskAgain, Doubt, PartlyRight, Right, Verdict, Wrong
from trainer.chapters.record import Organization, Person, Term, Work
from trainer.text.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.answers.directory import Directory
    from trainer.answers.expected import Names
    from trainer.chapters.record import Fact

_LONGEST = 300
_BETWEEN = re.compile(r"\s*(?:[;,&+\n]|\band\b)\s*", re.IGNORECASE)

_ASKED = {
    Vagueness.FIRST_NAME: "A first name or a title alone could be several people: give the surname.",
    Vagueness.SHARED: "More than one in this chapter goes by that name: give the full name.",
    Vagueness.NEAR_SEVERAL: "That is near to several names of this chapter: check the spelling, or give the full name.",
    Vagueness.OTHER_FIRST_NAME: "The chapter has that surname, but not together with the rest: give the surname alone.",
    Vagueness.ENDING: "In that form the surname could be a man's or a woman's: give the first name too.",
    Vagueness.NUMBER: "Several rulers bore that name: give the number too.",
    Vagueness.PART: "That is only a part of a name: give the whole of it.",
}
_NO_NAME = AskAgain(Doubt.NOT_UNDERSTOOD, "That is no name: type one in letters.")
_TOO_LONG = AskAgain(Doubt.NOT_UNDERSTOOD, "That is too long for a name: type the name alone.")
_KIN = AskAgain(
    Doubt.MORE_SPECIFIC,
    "That is near: another that belongs to it, or to which it belongs, is meant.",
)
_ONE_NAME = AskAgain(Doubt.MORE_SPECIFIC, "Those are several names: give the one that you mean.")


def judge_names(expected: Names, typed: str, directory: Directory) -> Verdict:
    """Judge a name, or as many names as are wanted, parted by commas or "and"."""
    if len(typed) > _LONGEST:
        return _TOO_LONG
    if not any(not word.isdecimal() for word in words(typed)):
        return _NO_NAME
    if expected.wanted > 1:
        return _judge_list(expected, typed, directory)
    return _judge_one(expected, typed, directory)


def name_of(fact: Fact) -> str:
    """Return the name that a fact goes by."""
    match fact:
        case Person() | Organization() | Term():
            return fact.name
        case Work():
            return fact.title
        case _:
            return fact.id


def _judge_one(expected: Names, typed: str, directory: Directory) -> Verdict:
    identity = _identity(expected, typed, directory)
    if isinstance(identity, Named):
        if identity.id in expected.kin:
            return _KIN
        fact = directory.facts[identity.id]
        if identity.id not in expected.accepted:
            return Wrong(f"{_introduced(fact)}.", identity.id)
        return Right(_confirmed(name_of(fact), identity.likeness))
    pieces = [_identity(expected, piece, directory) for piece in _BETWEEN.split(typed) if piece]
    if len({piece.id for piece in pieces if isinstance(piece, Named)}) > 1:
        return _ONE_NAME
    if isinstance(identity, Vague):
        return AskAgain(Doubt.MORE_SPECIFIC, _ASKED[identity.why])
    return _unknown(identity, directory)


def _judge_list(expected: Names, typed: str, directory: Directory) -> Verdict:
    pieces = _pieces(expected, typed, directory)
    for piece in pieces:
        if isinstance(piece, Vague):
            return AskAgain(Doubt.MORE_SPECIFIC, f"One of these is not clear. {_ASKED[piece.why]}")
    named = dict.fromkeys(piece.id for piece in pieces if isinstance(piece, Named))
    right = [ident for ident in named if ident in expected.accepted]
    wrong = [ident for ident in named if ident not in expected.accepted]
    strangers = sum(isinstance(piece, Nobody) for piece in pieces)
    credit = max(0, min(len(right), expected.wanted) - len(wrong) - strangers)
    if credit >= expected.wanted:
        return Right("Right.")
    why = _of_list(len(right), expected.wanted, wrong, strangers, directory)
    if credit:
        return PartlyRight(credit / expected.wanted, why)
    return Wrong(why, wrong[0] if wrong else None)


def _pieces(expected: Names, typed: str, directory: Directory) -> list[Identity]:
    """Return who is meant by each name of a list; `Bell, Ada and Carr` are two."""
    texts = [text for text in _BETWEEN.split(typed) if words(text)]
    found: list[Identity] = []
    place = 0
    while place < len(texts):
        joined = " ".join(texts[place : place + 2])
        one, after = (
            _identity(expected, text, directory)
            for text in (texts[place], " ".join(texts[place + 1 : place + 2]))
        )
        both = _identity(expected, joined, directory)
        # A first name that follows its surname belongs to it.
        if (
            isinstance(both, Named)
            and isinstance(after, Vague)
            and (both == one or isinstance(one, Vague))
        ):
            found.append(both)
            place += 2
        else:
            found.append(one)
            place += 1
    return found


def _identity(expected: Names, typed: str, directory: Directory) -> Identity:
    """Look a name up among what is asked for; what is not there letter by letter may be the name of another sort."""
    first, *others = directory.identifiers(expected.accepted[0])
    identity = first(typed)
    if isinstance(identity, Vague) and identity.why is Vagueness.PART:
        return identity
    if isinstance(identity, Named) and identity.likeness < Likeness.MISSPELT:
        return identity
    exact = (found for other in others if isinstance(found := other(typed), Named))
    return next((found for found in exact if found.likeness is Likeness.SAME), identity)


def _unknown(identity: Nobody, directory: Directory) -> Wrong:
    if identity.namesakes:
        namesakes = sorted(name_of(directory.facts[ident]) for ident in identity.namesakes)
        return Wrong(f"The number is part of the name: that is not {' or '.join(namesakes)}.")
    return Wrong("The chapter has nothing and nobody by that name.")


def _confirmed(name: str, likeness: Likeness) -> str:
    if likeness is Likeness.MISSPELT:
        return f"Right. It is spelled {name}."
    return f"Right: {name}."


def _introduced(fact: Fact) -> str:
    """Say whose name was typed, with what the learner should know it by."""
    match fact:
        case Person():
            lead, name, gloss = "That is", fact.name, fact.gloss
        case Organization():
            # A party or a board is told of as one or as many.
            name = f"the {fact.name}" if fact.article else fact.name
            lead, gloss = "You named", fact.gloss
        case Term():
            lead, name, gloss = "You named", f"“{fact.name}”", fact.gloss
        case _:
            lead, name, gloss = "You named", happening(fact) or name_of(fact), None
    return f"{lead} {name}, {gloss}" if gloss else f"{lead} {name}"


def _of_list(
    right: int, wanted: int, wrong: Sequence[str], strangers: int, directory: Directory
) -> str:
    told = [f"{right} of {wanted} are right."]
    told += [f"{name_of(directory.facts[ident])} is not among them." for ident in wrong]
    if strangers:
        told.append(
            "The chapter does not have one of these names."
            if strangers == 1
            else "The chapter does not have some of these names."
        )
    return " ".join(told)
