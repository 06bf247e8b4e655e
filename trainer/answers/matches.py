"""Judging a match: credit by the share of persons who were given what is theirs, full only if all were."""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import TYPE_CHECKING

from trainer.answers.verdict import AskAgain, Doubt, PartlyRight, Right, Verdict, Wrong
from trainer.text.folding import fold

if TYPE_CHECKING:
    from trainer.answers.expected import Match

_LONGEST = 200

# "b d a c", "b, d, a, c" or "bdac": one letter a person, in the order of the persons.
_IN_TURN = re.compile(r"[a-z](?:[\s,;.-]*[a-z])*")
# "1b 2d", "1-b, 2-d" or "1: b; 2: d": each person's number with a letter.
_NUMBERED = re.compile(r"(?:[0-9]{1,2}\s*[-.:=)]?\s*[a-z](?:[\s,;.]+|(?=[0-9])|$))+")
_PAIR = re.compile(r"([0-9]{1,2})[^0-9a-z]*([a-z])")

_TWICE = AskAgain(Doubt.MORE_SPECIFIC, "A letter or number stands there twice: give each once.")
_STRANGE = AskAgain(Doubt.NOT_UNDERSTOOD, "That names something that is not among those shown.")


def judge_match(expected: Match, typed: str) -> Verdict:
    """Judge letters of what is shown, in the order of the persons: `b d a c`, `bdac`, `1b 2d 3a 4c`.

    Each person has to be given something, and nothing twice; else it asks again.
    """
    letters = _letters(typed, len(expected.names))
    if isinstance(letters, AskAgain):
        return letters
    right = [ascii_lowercase[expected.shown.index(item)] for item in expected.items]
    missed = [
        f"{name} goes with {own}, not with {letter}"
        for name, own, letter in zip(expected.names, right, letters, strict=True)
        if letter != own
    ]
    if not missed:
        return Right("Right: all go together.")
    count = len(letters) - len(missed)
    share = f"{count or 'None'} of {len(letters)} pairs {'is' if count == 1 else 'are'} right."
    why = f"{share} {'; '.join(missed)}."
    return PartlyRight(count / len(letters), why) if count else Wrong(why)


def _letters(typed: str, count: int) -> list[str] | AskAgain:
    """Return the letter that each person was given."""
    text = fold(typed).strip(" .") if len(typed) <= _LONGEST else ""
    numbers = list(range(1, count + 1))
    if _IN_TURN.fullmatch(text):
        letters = re.findall("[a-z]", text)
    elif _NUMBERED.fullmatch(text):
        pairs = [(int(number), letter) for number, letter in _PAIR.findall(text)]
        if any(number not in numbers for number, _ in pairs):
            return _STRANGE
        if len({number for number, _ in pairs}) < len(pairs):
            return _TWICE
        letters = [letter for _, letter in sorted(pairs)]
    else:
        return _how(count)
    if len(letters) != count:
        return _how(count)
    if any(letter not in ascii_lowercase[:count] for letter in letters):
        return _STRANGE
    return letters if len(set(letters)) == count else _TWICE


def _how(count: int) -> AskAgain:
    return AskAgain(
        Doubt.NOT_UNDERSTOOD,
        f"Give each of the {count} its letter, in their order: {count} letters, as in c a b.",
    )
