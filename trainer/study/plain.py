"""Studying as linear text, for screen readers and pipes: no colour, nothing overwritten."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Protocol, TextIO

from trainer.answers.verdict import AskAgain
from trainer.questions.in_lines import asked, reasons
from trainer.questions.question import Form
from trainer.questions.wording import full_stop
from trainer.study.asking import Ask, Ending, Given
from trainer.study.entries import EntryType
from trainer.study.grades import Rating, Verdict
from trainer.study.verdicts import verdict_of
from trainer.text.plurals import counted
from trainer.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from trainer.answers.verdict import Verdict as Judged
    from trainer.chapters.record import Lesson
    from trainer.questions.question import Question
    from trainer.study.asking import Answered
    from trainer.study.session import StudySession

OVERRULE = "!"
FLAG = "??"
_FLAGGING = re.compile(rf"{re.escape(FLAG)}(\d{{0,4}})(.*)")
_DIGITS = 5

_GRADES = {
    **{word: rating for rating in Rating for word in (rating.value, rating.value[0])},
    **{str(number): rating for number, rating in enumerate(Rating, 1)},
    "y": Rating.GOOD,
    "n": Rating.AGAIN,
}
_REGRADED = {"h": Rating.HARD, "e": Rating.EASY}
_GRADE = "Did you know it? Type 1 for no, 2 for hardly, 3 for yes, 4 for easily."

_HOW = """\
Type the number of an answer, or the answer itself, and press Enter; q leaves.
At any prompt, of your last answer: ! counts it as right, h and e say that it was hard or easy, u takes it back.
Of the card that is asked: b leaves it for another day, s for good; ?? and a few words flag a question that is wrong."""


class Flags(Protocol):
    """What the learner holds for wrong."""

    def reason(self, shown: Question, /) -> str:
        """Return why a question is flagged; empty where it is not."""

    def flag(self, shown: Question, reason: str, /) -> None:
        """Flag a question, or take its flag back where `reason` is empty."""


class Turn(Enum):
    """What the learner says instead of an answer."""

    LEAVE = "q"
    UNDO = "u"
    BURY = "b"
    SUSPEND = "s"


_SET_ASIDE = {
    Turn.BURY: (EntryType.BURY, "This card comes again on another day."),
    Turn.SUSPEND: (
        EntryType.SUSPEND,
        "This card is not asked again until you say so: trainer cards resume.",
    ),
}


def study_plain(
    session: StudySession,
    *,
    title: str,
    passage: Iterable[str] = (),
    reader: TextIO,
    writer: TextIO,
    judge: Callable[[Question, str], Judged],
    flags: Flags,
    now: Callable[[], datetime],
) -> bool:
    """Go through a session; return False if Ctrl+C interrupted it, and it is to be gone on with.

    Args:
        session: just begun.
        title: of the deck.
        passage: what is to be read first, a paragraph each.
        reader: where the answers come from, a line each; its end is the end of the session.
        writer: where the questions go.
        judge: judges what is typed.
        flags: what the learner holds for wrong.
        now: the time, with its zone.

    Raises:
        TrainerError: an answer or a flag could not be written.
    """
    plain = _PlainStudy(session, reader, writer, judge=judge, flags=flags, now=now)
    try:
        plain.begin(title, passage)
        plain.go_through()
    except KeyboardInterrupt:
        plain.say()
        plain.say("Interrupted: the same command goes on from here today.")
        return False
    plain.say()
    for line in session.end().lines():
        plain.say(one_line(line))
    return True


class _PlainStudy:
    def __init__(
        self,
        session: StudySession,
        reader: TextIO,
        writer: TextIO,
        *,
        judge: Callable[[Question, str], Judged],
        flags: Flags,
        now: Callable[[], datetime],
    ) -> None:
        self._session = session
        self._reader, self._writer = reader, writer
        self._judge, self._flags, self._now = judge, flags, now
        self._shown: list[Question] = []
        self._asked_at = now()

    def say(self, line: str = "", *, end: str = "\n") -> None:
        self._writer.write(line + end)
        self._writer.flush()

    def begin(self, title: str, passage: Iterable[str]) -> None:
        """Say what there is to do, and how; then what is to be read first."""
        session = self._session
        self.say(f"{one_line(title)}: {counted(session.left, 'card')}, {_minutes(session)}.")
        if (preparation := session.preparation) is not None:
            for line in preparation.lines():
                self.say(line)
        if session.left:
            self.say(_HOW)
        for paragraph in passage:
            self.say()
            self.say(printable(paragraph))

    def go_through(self) -> None:
        """Ask one card after another until the end, or until the learner leaves."""
        ask: Ask | Ending = self._session.next()
        while True:
            turn = self._ask(ask) if isinstance(ask, Ask) else self._finish(ask)
            if turn is Turn.LEAVE:
                return
            back = self._undo() if turn is Turn.UNDO else None
            ask = back or self._session.next()

    def _ask(self, ask: Ask) -> Turn | None:
        question = ask.question
        self._shown.append(question)
        if ask.begins is not None:
            self._introduce(ask.begins)
        self.say()
        sort = question.kind.value.title()
        new = " New." if ask.memory is None else ""
        left = f"{self._session.left} left, {_minutes(self._session)}"
        self.say(f"Card {len(self._shown)}. {sort}.{new} {left}.")
        for line in asked(question):
            self.say(line)
        if reason := self._flags.reason(question):
            self.say(f"You have flagged this question: {one_line(reason)}")
        answer = self._answer(question)
        if isinstance(answer, Turn):
            if answer in _SET_ASIDE:
                sort_of_entry, words = _SET_ASIDE[answer]
                self._session.set_aside(ask.card.id, sort_of_entry)
                self.say(words)
            return answer
        given, verdict = answer
        self._explain(self._session.answer(ask, given), verdict)
        return None

    def _introduce(self, lesson: Lesson) -> None:
        self.say()
        self.say(f"A new lesson: {full_stop(one_line(lesson.title))}")
        self.say(printable(lesson.gist))
        self.say(f"Ask yourself: {one_line(lesson.question)}")

    def _answer(self, question: Question) -> tuple[Given, str] | Turn:
        """Return how a question is answered, with the verdict in words."""
        self._asked_at = self._now()
        match question.form:
            case Form.CHOICE:
                return self._choose(question)
            case Form.RECALL:
                return self._recall(question)
            case _:
                return self._type(question)

    def _choose(self, question: Question) -> tuple[Given, str] | Turn:
        options = question.options
        while not isinstance(word := self._read(), Turn):
            # Python refuses to read thousands of digits.
            if not (word.isdecimal() and len(word) < _DIGITS and 1 <= int(word) <= len(options)):
                self.say(f"Please type a number from 1 to {len(options)}, or q.")
                continue
            chosen = options[int(word) - 1]
            if chosen.correct:
                return self._given(chosen.id, Verdict.RIGHT), "Right."
            number = options.index(question.key) + 1
            verdict = f"Wrong. The answer is {number}: {one_line(question.key.text)}"
            return self._given(chosen.id, Verdict.WRONG), verdict
        return word

    def _type(self, question: Question) -> tuple[Given, str] | Turn:
        if question.form is Form.CLOZE:
            self.say("Type what is missing.")
        while not isinstance(word := self._read(), Turn):
            if not word:
                self.say("Please type an answer, or q.")
                continue
            judged = self._judge(question, word)
            if isinstance(judged, AskAgain):
                self.say(one_line(judged.message))
                continue
            verdict = verdict_of(judged)
            told = one_line(judged.message)
            if verdict is Verdict.WRONG:
                told = f"Wrong. {told}"
            if verdict is not Verdict.RIGHT:
                told = f"{told} The answer is {full_stop(one_line(question.answer.text))}"
            return self._given(word, verdict), told
        return word

    def _recall(self, question: Question) -> tuple[Given, str] | Turn:
        word = self._read("Think of the answer, then press Enter: ")
        if isinstance(word, Turn):
            return word
        self.say(f"Answer: {full_stop(one_line(question.answer.text))}")
        self.say(_GRADE)
        while not isinstance(word := self._read("Your grade: ", regrading=False), Turn):
            rating = _GRADES.get(word.casefold())
            if rating is not None:
                given = self._given(None, Verdict.UNGRADED, rating)
                return given, "You knew it." if rating.remembered else "You did not know it."
            self.say("Please type a number from 1 to 4, or q.")
        return word

    def _given(self, answer: str | None, verdict: Verdict, said: Rating | None = None) -> Given:
        elapsed = (self._now() - self._asked_at).total_seconds()
        return Given(
            answer=answer, verdict=verdict, milliseconds=max(round(elapsed * 1000), 0), said=said
        )

    def _explain(self, answered: Answered, verdict: str) -> None:
        self.say(verdict)
        for line in reasons(answered.ask.question):
            self.say(line)
        contrast = answered.ask.contrast
        if contrast is not None and not answered.ask.question.options:
            told = f"Not to be taken for what was asked before, {contrast.answer}: {contrast.why}"
            self.say(one_line(told))
        if answered.leech:
            self.say(
                "You have forgotten this card again and again: it is set aside."
                " Learn it in another way, then: trainer cards resume."
            )

    def _finish(self, ending: Ending) -> Turn:
        """Say why nothing more is asked; the last answer is still open to the learner's word."""
        self.say()
        self.say("The time is over." if ending is Ending.TIME else "Nothing more is due for now.")
        if not self._session.answers:
            return Turn.LEAVE
        return Turn.UNDO if self._read("Press Enter to finish: ") is Turn.UNDO else Turn.LEAVE

    def _undo(self) -> Ask | None:
        ask = self._session.undo()
        self.say("Nothing was answered yet." if ask is None else "Taken back; once more.")
        return ask

    def _read(self, prompt: str = "Your answer: ", *, regrading: bool = True) -> str | Turn:
        """Read one line, and see to what it says of cards that were asked before."""
        while True:
            self.say(prompt, end="")
            line = self._reader.readline()
            if not line:
                self.say()
                return Turn.LEAVE
            word = line.strip()
            if flagging := _FLAGGING.fullmatch(word):
                self._flag(*flagging.groups())
            elif regrading and (word == OVERRULE or word.casefold() in _REGRADED):
                self._regrade(word.casefold())
            else:
                turns = {turn.value: turn for turn in Turn}
                return turns.get(word.casefold(), word)

    def _regrade(self, word: str) -> None:
        """Have the last answer count as the learner says."""
        last = self._session.answers[-1] if self._session.answers else None
        if last is None:
            self.say("Nothing was answered yet.")
        elif word == OVERRULE:
            if last.rating.remembered or last.ask.question.form in {Form.CHOICE, Form.RECALL}:
                self.say("Only what was typed and judged wrong can be counted as right.")
                return
            self._session.regrade(overruled=True)
            self.say("Your last answer counts as right.")
        elif not last.rating.remembered:
            self.say("Your last answer was not right, so it is neither hard nor easy.")
        else:
            rating = _REGRADED[word]
            self._session.regrade(said=rating)
            self.say(f"Your last answer counts as {rating.value}.")

    def _flag(self, number: str, words: str) -> None:
        """Flag the question that was asked last, or the one with a number; without words, take its flag back."""
        place = int(number or len(self._shown))
        if not 1 <= place <= len(self._shown):
            self.say(f"There was no card {place} yet.")
            return
        question, reason = self._shown[place - 1], words.strip()
        if reason:
            self._flags.flag(question, reason)
            self.say(f"The question of card {place} is flagged; {FLAG}{place} takes that back.")
        elif self._flags.reason(question):
            self._flags.flag(question, "")
            self.say(f"The question of card {place} is no longer flagged.")
        else:
            self.say(
                f"Please say what is wrong: {FLAG} and your words for this question,"
                f" {FLAG}1 and your words for that of card 1."
            )


def _minutes(session: StudySession) -> str:
    left = max(round(session.seconds_left / 60), 0)
    return counted(left, "minute") if left else "less than a minute"
