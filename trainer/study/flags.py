"""What a learner holds for wrong: one line of JSON for each flag, in a file beside the log of answers.

Lines are only ever added. What was shown is kept as shown, since a question may be made differently by the next
version, and its chapter may have been mended.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from trainer import __version__
from trainer.errors import OutputError, TrainerError, reason_of

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from trainer.chapters.record import Chapter, Source
    from trainer.questions.question import Bank


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One question that somebody holds for wrong.

    Attributes:
        day: the learner's local day, YYYY-MM-DD.
        chapter: its id.
        version: the chapter's version when it was flagged.
        digest: of the chapter's files then.
        question: the id of what was flagged: a question, or a card.
        facts: ids of the facts that it asks about, the ones that are options' aside.
        prompt: as shown; empty for a card without a front.
        options: texts as shown, if any.
        key: what counts as right.
        reason: why it is wrong, in the learner's words.
    """

    day: str
    chapter: str
    version: str
    digest: str
    question: str
    facts: tuple[str, ...]
    prompt: str
    options: tuple[str, ...]
    key: str
    reason: str


def flag_of(bank: Bank, chapter: Chapter, name: str, reason: str, at: datetime) -> Flag | None:
    """Return the flag of the question or card with the id `name`; None where the bank has neither."""
    facts = {card.id: card.fact for card in bank.cards}
    formerly = {old: card.id for card in bank.cards for old in card.formerly}
    card, mark, way = name.partition("@")
    name = f"{formerly.get(card, card)}{mark}{way}"
    question = next((each for each in bank.questions if each.id == name), None)
    front = next((each for each in bank.fronts if each.card.id == name), None)
    if question is not None:
        asked, options = question.cards, tuple(option.text for option in question.options)
        prompt, key = question.prompt, question.answer.text
    elif name in facts:
        asked, options = (name,), ()
        prompt, key = (front.stem, front.answer) if front else ("", "")
    else:
        return None
    return Flag(
        day=at.date().isoformat(),
        chapter=chapter.id,
        version=chapter.version,
        digest=chapter.digest,
        question=name,
        facts=tuple(dict.fromkeys(facts[each] for each in asked if each in facts)),
        prompt=prompt,
        options=options,
        key=key,
        reason=reason,
    )


def add_flag(file: Path, flag: Flag) -> None:
    """Add a flag; it is on the disk when this returns.

    Raises:
        OutputError: it cannot be written.
    """
    line = json.dumps({**asdict(flag), "program": __version__}, ensure_ascii=False)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a+b") as flags:
            # A line that was cut when the power went must not swallow this one.
            torn = flags.tell() > 0 and _last_byte(flags) != b"\n"
            flags.write(b"\n" * torn + line.encode() + b"\n")
            flags.flush()
            os.fsync(flags.fileno())
    except OSError as error:
        raise OutputError(
            f"cannot write {file}: {reason_of(error)}",
            mend="make it writable, or set TRAINER_HOME to another folder",
        ) from error


def read_flags(file: Path) -> tuple[Flag, ...]:
    """Return all flags in the order in which they were made; a line that is damaged is passed over.

    Raises:
        TrainerError: the file cannot be read.
    """
    try:
        lines = file.read_bytes().splitlines()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise TrainerError(
            f"cannot read {file}: {reason_of(error)}", mend="make it readable"
        ) from error
    return tuple(flag for line in lines if (flag := _flag(line)) is not None)


def sources_of(flag: Flag, chapter: Chapter) -> tuple[tuple[str, Source | None], ...]:
    """Return each fact of a flag by its id of today, and where it stands in the chapter; None where it is gone."""
    facts = {old: fact for fact in chapter.facts() for old in (*fact.formerly, fact.id)}
    return tuple(
        (facts[name].id, facts[name].source) if name in facts else (name, None)
        for name in flag.facts
    )


def _last_byte(file: Any) -> bytes:
    file.seek(-1, os.SEEK_END)
    last: bytes = file.read(1)
    return last


def _flag(line: bytes) -> Flag | None:
    import msgspec

    try:
        return msgspec.json.decode(line, type=Flag)
    except ValueError:
        return None
