"""A quiz as linear text, for screen readers and pipes: no colour, nothing overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO

from trainer.quizzes.attempt import Attempt
from trainer.quizzes.scoring import Score, score
from trainer.text.plurals import counted
from trainer.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from trainer.questions.question import Question
    from trainer.quizzes.attempt import Marked

LEAVE = "q"


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
    now: Callable[[], datetime],
) -> PlainResult:
    """Ask the questions one after another; the end of the input or Ctrl+C ends with what was scored.

    Args:
        questions: choices, in the order in which they are asked.
        title: the deck's title.
        reader: where the digits come from, a line each.
        writer: where the questions go.
        record: writes one answer down; called with the milliseconds it took, before anything is said about it.
        now: the time, with its zone.

    Raises:
        TrainerError: an answer could not be recorded; raised by `record`.
    """
    attempt = Attempt(questions)
    quiz = _PlainQuiz(attempt, reader, writer, record, now)
    ending = Ending.FINISHED
    try:
        quiz.say(f"{one_line(title)}: {counted(len(attempt.questions), 'question')}.")
        quiz.say(f"Type the number of an answer and press Enter; {LEAVE} ends the quiz.")
        while not attempt.finished:
            if not quiz.ask():
                ending = Ending.LEFT
                break
            attempt.advance()
    except KeyboardInterrupt:
        ending = Ending.INTERRUPTED
        quiz.say()
    quiz.summarize()
    return PlainResult(score(attempt.answered), ending)


class _PlainQuiz:
    def __init__(
        self,
        attempt: Attempt,
        reader: TextIO,
        writer: TextIO,
        record: Callable[[Marked, int], object],
        now: Callable[[], datetime],
    ) -> None:
        self._attempt = attempt
        self._reader = reader
        self._writer = writer
        self._record = record
        self._now = now

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
        self.say(printable(question.prompt))
        for number, option in enumerate(question.options, 1):
            self.say(f"{number}. {one_line(option.text)}")
        shown = self._now()
        chosen = self._choose(len(question.options))
        if chosen is None:
            return False
        marked = self._attempt.judge(question.options[chosen - 1].id)
        milliseconds = round((self._now() - shown).total_seconds() * 1000)
        self._record(marked, max(milliseconds, 0))
        self._attempt.answer(marked.chosen.id)
        self._explain(marked)
        return True

    def summarize(self) -> None:
        result = score(self._attempt.answered)
        self.say()
        if result.percent is None:
            self.say("Nothing was answered.")
            return
        self.say(f"Score: {result.right} of {result.answered} right, {result.percent} per cent.")
        if missed := self._attempt.missed:
            self.say("Missed:")
        for marked in missed:
            self.say(f"- {one_line(marked.question.prompt)} Answer: {one_line(marked.key.text)}")

    def _choose(self, options: int) -> int | None:
        """Read lines until one is the number of an option; None for leaving or the end of the input."""
        while True:
            self.say("Your answer: ", end="")
            line = self._reader.readline()
            if not line:
                self.say()
                return None
            word = line.strip().casefold()
            if word == LEAVE:
                return None
            if word.isdecimal() and 1 <= int(word) <= options:
                return int(word)
            self.say(f"Please type a number from 1 to {options}, or {LEAVE}.")

    def _explain(self, marked: Marked) -> None:
        options = marked.question.options
        if marked.right:
            self.say("Right.")
        else:
            self.say(
                f"Wrong. The answer is {options.index(marked.key) + 1}: {one_line(marked.key.text)}"
            )
        for number, option in enumerate(options, 1):
            if option.why:
                self.say(f"{number}. {one_line(option.text)}: {one_line(option.why)}")
        if marked.question.explanation:
            self.say(printable(marked.question.explanation))
        paragraphs = sorted({evidence.paragraph for evidence in marked.question.evidence})
        if paragraphs:
            noun = "Paragraph" if len(paragraphs) == 1 else "Paragraphs"
            self.say(f"{noun} {', '.join(map(str, paragraphs))}.")
