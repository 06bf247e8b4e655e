"""A quiz as linear text, for screen readers and pipes: no colour, nothing overwritten."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TextIO

from trainer.questions.in_lines import asked, marked_off, reasons
from trainer.questions.question import Form
from trainer.questions.wording import full_stop
from trainer.quizzes.attempt import Attempt, Marked
from trainer.quizzes.scoring import Score, score
from trainer.text.plurals import counted
from trainer.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from trainer.questions.question import Question
    from trainer.quizzes.attempt import Judge

LEAVE = "q"
OVERRULE = "!"
FLAG = "??"

# Of this question, or of one that was asked before, by its number: `??3 two answers are right`.
_FLAGGING = re.compile(rf"{re.escape(FLAG)}(\d{{0,4}})(.*)")

# What is judged by its words, so that the learner may know better.
_WORDED = frozenset({Form.TYPED, Form.DATE, Form.NUMBER, Form.CLOZE})

# How a form is answered that its question alone does not tell, before the question is asked.
_HOW = {
    Form.ORDER: "Type all the numbers in the right order, as in 3 1 2.",
    Form.MATCH: "Type one letter for each number, in their order, as in c a b.",
    Form.CLOZE: "Type what is missing.",
}
_DIGITS = 5
_GRADE = "Did you have it? Type y or n, or how many of its points you had, as in 2/3."


class Flags(Protocol):
    """What the learner holds for wrong."""

    def reason(self, shown: Question, /) -> str:
        """Return why a question is flagged; empty where it is not."""

    def flag(self, shown: Question, reason: str, /) -> None:
        """Flag a question, or take its flag back where `reason` is empty."""


class Ending(StrEnum):
    """How a quiz came to its end."""

    FINISHED = "finished"
    LEFT = "left"  # by q or the end of the input
    INTERRUPTED = "interrupted"  # by Ctrl+C


@dataclass(frozen=True, slots=True)
class PlainResult:
    """What became of a plain quiz."""

    score: Score
    ending: Ending


def run_plain(
    questions: Sequence[Question],
    *,
    title: str,
    reader: TextIO,
    writer: TextIO,
    record: Callable[[Marked, int], object],
    flags: Flags,
    now: Callable[[], datetime],
    judge: Judge | None = None,
) -> PlainResult:
    """Ask the questions one after another; the end of the input or Ctrl+C ends with what was scored.

    Args:
        questions: in the order in which they are asked, in any form; what is typed needs a judge.
        title: the deck's title.
        reader: where the answers come from, a line each.
        writer: where the questions go.
        record: writes one answer down; called with the milliseconds it took, before anything is said about it, and
            again if the learner overrules the verdict.
        flags: what the learner holds for wrong, before the quiz and in it.
        now: the time, with its zone.
        judge: judges what is typed.

    Raises:
        TrainerError: an answer or a flag could not be recorded; raised by `record` and `flags`.
    """
    attempt = Attempt(questions)
    quiz = _PlainQuiz(attempt, reader, writer, record=record, flags=flags, now=now, judge=judge)
    ending = Ending.FINISHED
    try:
        quiz.say(f"{one_line(title)}: {counted(len(attempt.questions), 'question')}.")
        quiz.say(f"{_how_to_answer(attempt.questions)}; {LEAVE} ends the quiz.")
        quiz.say(f"{FLAG} and a few words at any prompt flag a question that is wrong.")
        while not attempt.finished:
            if not quiz.ask():
                ending = Ending.LEFT
                break
            attempt.advance()
        quiz.offer_the_last_word()
    except KeyboardInterrupt:
        ending = Ending.INTERRUPTED
        quiz.say()
    quiz.summarize()
    return PlainResult(score(attempt.answered), ending)


def _how_to_answer(questions: Sequence[Question]) -> str:
    forms = {question.form for question in questions}
    if forms == {Form.RECALL}:
        return "Think of each answer, press Enter to see it, then grade yourself"
    if Form.CHOICE not in forms:
        return "Type the answer and press Enter"
    also = ", or the answer itself," if len(forms) > 1 else ""
    return f"Type the number of an answer{also} and press Enter"


def _solution(question: Question) -> str:
    """Return the right answer as it would be typed of what is shown, else in words."""
    if order := question.in_right_order:
        marks = {option.id: mark for mark, option in marked_off(question)}
        return f"The right order is {' '.join(marks[name] for name in order)}."
    return f"The answer is {full_stop(one_line(question.answer.text))}"


def _graded(share: float) -> str:
    if share in {0.0, 1.0}:
        return "You had it." if share else "You did not have it."
    return "You had a part of it."


class _PlainQuiz:
    def __init__(
        self,
        attempt: Attempt,
        reader: TextIO,
        writer: TextIO,
        *,
        record: Callable[[Marked, int], object],
        flags: Flags,
        now: Callable[[], datetime],
        judge: Judge | None,
    ) -> None:
        self._attempt = attempt
        self._reader = reader
        self._writer = writer
        self._record = record
        self._flags = flags
        self._now = now
        self._judge = judge
        # How long the last answer took, as long as its verdict may be overruled.
        self._overrulable: int | None = None
        self._told_of_overruling = False

    def say(self, line: str = "", *, end: str = "\n") -> None:
        self._writer.write(line + end)
        self._writer.flush()

    def ask(self) -> bool:
        """Ask the current question; return False if the learner leaves."""
        question = self._attempt.current
        assert question is not None
        progress = self._attempt.progress
        self.say()
        self.say(
            f"Question {progress.position} of {progress.total}. {question.kind.value.title()}."
        )
        for line in asked(question):
            self.say(line)
        if reason := self._flags.reason(question):
            self.say(f"You have flagged this question: {one_line(reason)}")
        if how := _HOW.get(question.form):
            self.say(how)
        shown = self._now()
        match question.form:
            case Form.CHOICE:
                marked = self._choose(question)
            case Form.RECALL:
                marked = self._recall(question)
            case _:
                marked = self._type()
        if marked is None:
            return False
        milliseconds = round((self._now() - shown).total_seconds() * 1000)
        milliseconds = max(milliseconds, 0)
        self._record(marked, milliseconds)
        self._attempt.take(marked)
        self._explain(marked)
        may_be_overruled = question.form in _WORDED and not marked.right
        self._overrulable = milliseconds if may_be_overruled else None
        if may_be_overruled and not self._told_of_overruling and progress.position < progress.total:
            self.say(f"If your answer was right all the same, type {OVERRULE} at the next prompt.")
            self._told_of_overruling = True
        return True

    def offer_the_last_word(self) -> None:
        """Let the learner overrule the last verdict or flag its question: no other question gives room for it."""
        if self._attempt.finished:
            right = self._overrulable is not None
            also = f", or type {OVERRULE} if your answer was right" if right else ""
            self._read(f"Press Enter to finish{also}: ")

    def summarize(self) -> None:
        result = score(self._attempt.answered)
        self.say()
        if result.percent is None:
            self.say("Nothing was answered.")
            return
        partly = sum(0 < marked.share < 1 for marked in self._attempt.answered)
        also = f", {partly} partly right" if partly else ""
        self.say(
            f"Score: {result.right} of {result.answered} right{also}, {result.percent} per cent."
        )
        if missed := self._attempt.missed:
            self.say("Missed:")
        for marked in missed:
            question = marked.question
            self.say(f"- {one_line(question.prompt)} Answer: {one_line(question.answer.text)}")

    def _choose(self, question: Question) -> Marked | None:
        """Read lines until one is the number of an option; None for leaving or the end of the input."""
        options = question.options
        while (line := self._read()) is not None:
            # Python refuses to read thousands of digits.
            if line.isdecimal() and len(line) < _DIGITS and 1 <= int(line) <= len(options):
                return self._attempt.judge(options[int(line) - 1].id)
            self.say(f"Please type a number from 1 to {len(options)}, or {LEAVE}.")
        return None

    def _type(self) -> Marked | None:
        """Read lines until one can be judged; None for leaving or the end of the input."""
        assert self._judge is not None, "what is typed needs a judge"
        while (line := self._read()) is not None:
            if not line:
                self.say(f"Please type an answer, or {LEAVE}.")
                continue
            marked = self._attempt.judge_typed(line, self._judge)
            if isinstance(marked, Marked):
                return marked
            self.say(one_line(marked.message))
        return None

    def _recall(self, question: Question) -> Marked | None:
        """Show the answer, then read lines until one is a grade; None for leaving or the end of the input."""
        if self._read("Think of the answer, then press Enter: ") is None:
            return None
        self.say(f"Answer: {full_stop(one_line(question.answer.text))}")
        self.say(_GRADE)
        while (line := self._read("Your grade: ")) is not None:
            if (marked := self._attempt.judge_recalled(line)) is not None:
                return marked
            self.say(f"Please type y, n, or points such as 2/3, or {LEAVE}.")
        return None

    def _read(self, prompt: str = "Your answer: ") -> str | None:
        """Read one line; None for leaving or the end of the input."""
        while True:
            self.say(prompt, end="")
            line = self._reader.readline()
            if not line:
                self.say()
                return None
            word = line.strip()
            if flagging := _FLAGGING.fullmatch(word):
                self._flag(*flagging.groups())
                continue
            if word != OVERRULE or self._overrulable is None:
                return None if word.casefold() == LEAVE else word
            self._record(self._attempt.overrule(), self._overrulable)
            self._overrulable = None
            self.say("Your last answer counts as right.")
            if self._attempt.finished:
                return None

    def _flag(self, number: str, words: str) -> None:
        """Flag the question that was asked last, or the one with a number; without words, take its flag back."""
        asked = self._attempt.progress.position
        place = int(number or asked)
        if not 1 <= place <= asked:
            self.say(f"There was no question {place} yet.")
            return
        question, reason = self._attempt.questions[place - 1], words.strip()
        if reason:
            self._flags.flag(question, reason)
            self.say(f"Question {place} is flagged; {FLAG}{place} alone takes that back.")
        elif self._flags.reason(question):
            self._flags.flag(question, "")
            self.say(f"Question {place} is no longer flagged.")
        else:
            self.say(
                f"Please say what is wrong: {FLAG} and your words for this question,"
                f" {FLAG}1 and your words for question 1."
            )

    def _explain(self, marked: Marked) -> None:
        question = marked.question
        options = question.options
        if question.form is Form.RECALL:
            self.say(_graded(marked.share))
        elif question.form is not Form.CHOICE:
            self.say(one_line(marked.says if marked.share > 0 else f"Wrong. {marked.says}"))
            if not marked.right:
                self.say(_solution(question))
        elif marked.right:
            self.say("Right.")
        else:
            self.say(
                f"Wrong. The answer is {options.index(marked.key) + 1}: {one_line(marked.key.text)}"
            )
        for line in reasons(question):
            self.say(line)
