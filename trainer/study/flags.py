"""What a learner holds for wrong: one line of JSON for each flag, in a file beside the log of answers.

Lines are only ever added: of several for one question the last one counts, and one without a reason takes the flag
back. What was shown is kept as shown, since a question may be made differently by the next version, and its chapter
may have been mended.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from trainer import __version__
from trainer.errors import OutputError, TrainerError, reason_of
from trainer.questions.ids import fact_of
from trainer.questions.question import Card, Front, Question

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from trainer.chapters.record import Chapter, Source
    from trainer.questions.question import Bank

# What can be flagged: a card alone only where it has no front.
Shown: TypeAlias = Question | Front | Card


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
        reason: why it is wrong, in the learner's words; empty where the flag was taken back.
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


@dataclass(frozen=True, slots=True)
class Flagging:
    """The flags of a learner at work; what is said here is on the disk at once.

    Attributes:
        file: where flags are kept.
        chapters: those that are asked about, by id.
        now: the time with the learner's own zone.
    """

    file: Path
    chapters: Mapping[str, Chapter]
    now: Callable[[], datetime]
    _reasons: dict[str, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Read what was flagged before.

        Raises:
            TrainerError: the file cannot be read.
        """
        self._reasons.update((flag.question, flag.reason) for flag in read_flags(self.file))

    def reason(self, shown: Shown) -> str:
        """Return why something is flagged; empty where it is not."""
        return self._reasons.get(id_of(shown), "")

    def flag(self, shown: Shown, reason: str) -> None:
        """Flag what is shown, or take its flag back where `reason` is empty.

        Raises:
            OutputError: it cannot be written.
        """
        add_flag(self.file, flag_of(shown, self.chapters, reason.strip(), self.now()))
        self._reasons[id_of(shown)] = reason.strip()


def id_of(shown: Shown) -> str:
    """Return the id by which something is flagged; a flash card goes by its card's."""
    return shown.card.id if isinstance(shown, Front) else shown.id


def find_shown(bank: Bank, name: str) -> Shown | None:
    """Return the question or card with the id `name`, or with that former id; None where the bank has neither."""
    formerly = {old: card.id for card in bank.cards for old in card.formerly}
    card, mark, way = name.partition("@")
    name = f"{formerly.get(card, card)}{mark}{way}"
    # Fronts come before their cards, since they show more.
    shown: tuple[Shown, ...] = (*bank.questions, *bank.fronts, *bank.cards)
    return next((each for each in shown if id_of(each) == name), None)


def flag_of(shown: Shown, chapters: Mapping[str, Chapter], reason: str, at: datetime) -> Flag:
    """Return the flag of what is shown."""
    match shown:
        case Question():
            cards, name, prompt, key = shown.cards, shown.chapter, shown.prompt, shown.answer.text
        case Front():
            cards, name = (shown.card.id,), shown.card.chapter
            prompt, key = shown.stem, shown.answer
        case Card():
            cards, name, prompt, key = (shown.id,), shown.chapter, "", ""
    chapter = chapters.get(name)
    return Flag(
        day=at.date().isoformat(),
        chapter=name,
        version=chapter.version if chapter else "",
        digest=chapter.digest if chapter else "",
        question=id_of(shown),
        facts=tuple(dict.fromkeys(map(fact_of, cards))),
        prompt=prompt,
        options=tuple(o.text for o in shown.options) if isinstance(shown, Question) else (),
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
    """Return what is flagged, in the order in which it was; a line that is damaged is passed over.

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
    flags: dict[str, Flag] = {}
    for line in lines:
        if (flag := _flag(line)) is not None:
            flags.pop(flag.question, None)
            flags[flag.question] = flag
    return tuple(flag for flag in flags.values() if flag.reason)


def sources_of(flag: Flag, chapter: Chapter) -> tuple[tuple[str, Source | None], ...]:
    """Return each fact of a flag by its id of today, and where it stands in the chapter; None where it is gone."""
    facts = {old: fact for fact in chapter.facts() for old in (*fact.formerly, fact.id)}
    return tuple(
        (facts[name].id, facts[name].source) if name in facts else (name, None)
        for name in flag.facts
    )


def still_asked(flags: Sequence[Flag], chapter: Chapter) -> frozenset[str]:
    """Return the ids of the flagged questions and cards that a chapter has to this day, under whatever id.

    Questions on several cards at once count as asked as long as all their cards do.
    """
    from trainer.questions.bank import build_bank
    from trainer.questions.families.catalogue import BY_REQUEST

    older = [flag for flag in flags if flag.digest != chapter.digest]
    found = frozenset(flag.question for flag in flags if flag.digest == chapter.digest)
    if not older:
        return found
    facts = {name for flag in older for name, source in sources_of(flag, chapter) if source}
    bank = build_bank(chapter, 0, BY_REQUEST, only=facts)
    cards = {old: card.id for card in bank.cards for old in (*card.formerly, card.id)}
    questions = {question.id for question in bank.questions}

    def is_asked(name: str) -> bool:
        joined, mark, way = name.partition("@")
        asked = joined.split("+")
        if not all(card in cards for card in asked):
            return False
        return not mark or len(asked) > 1 or f"{cards[joined]}@{way}" in questions

    return found | {flag.question for flag in older if is_asked(flag.question)}


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
