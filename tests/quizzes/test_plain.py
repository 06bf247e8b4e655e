from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quizzes.samples import (
    MATCH,
    ORDER,
    QUESTIONS,
    RECALL,
    STRIKE,
    TYPED,
    judge,
    question,
)
from trainer.answers.expected import Match, Order
from trainer.answers.matches import judge_match
from trainer.answers.orders import judge_typed_order
from trainer.errors import TrainerError
from trainer.quizzes.plain import Ending, PlainResult, run_plain
from trainer.quizzes.scoring import Score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.answers.verdict import Verdict
    from trainer.questions.question import Question
    from trainer.quizzes.attempt import Judge, Marked

START = datetime(2026, 3, 14, 12, tzinfo=UTC)


class Clock:
    """Every look at it is a second later."""

    def __init__(self, step: timedelta = timedelta(seconds=1)) -> None:
        self._now = START
        self._step = step

    def __call__(self) -> datetime:
        self._now += self._step
        return self._now


class FakeFlags:
    """Flags by the question's id."""

    def __init__(self, **reasons: str) -> None:
        self.reasons = reasons

    def reason(self, shown: Question) -> str:
        return self.reasons.get(shown.id, "")

    def flag(self, shown: Question, reason: str) -> None:
        self.reasons[shown.id] = reason


class Interrupting(io.StringIO):
    """Ctrl+C after the lines that are there."""

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        if line := super().readline(size):
            return line
        raise KeyboardInterrupt


def play(
    typed: str | io.StringIO,
    questions: Sequence[Question] = QUESTIONS,
    *,
    title: str = "First lamps",
    clock: Clock | None = None,
    judge: Judge = judge,
    flags: FakeFlags | None = None,
) -> tuple[str, PlainResult, list[tuple[Marked, int]]]:
    written = io.StringIO()
    record: list[tuple[Marked, int]] = []
    result = run_plain(
        questions,
        title=title,
        reader=io.StringIO(typed) if isinstance(typed, str) else typed,
        writer=written,
        record=lambda marked, milliseconds: record.append((marked, milliseconds)),
        flags=flags or FakeFlags(),
        now=clock or Clock(),
        judge=judge,
    )
    return written.getvalue(), result, record


def test_a_quiz_reads_from_top_to_bottom() -> None:
    text, result, _ = play("1\n", [STRIKE])
    assert result == PlainResult(Score(0, 1), Ending.FINISHED)
    assert text == (
        "First lamps: 1 question.\n"
        "Type the number of an answer and press Enter; q ends the quiz.\n"
        "?? and a few words at any prompt flag a question that is wrong.\n"
        "\n"
        "Question 1 of 1. Date.\n"
        "When did the lamplighters stop work?\n"
        "1. 2 May 1889\n"
        "2. 9 May 1889\n"
        "3. 1 June 1889\n"
        "4. 8 July 1889\n"
        "Your answer: Wrong. The answer is 2: 9 May 1889\n"
        "1. 2 May 1889: On 2 May the Gas Company cut the night rate from four shillings to three.\n"
        "2. 9 May 1889: The meeting in the Rope Walk voted to leave the lamps dark from that evening.\n"
        "3. 1 June 1889: On 1 June the Harbour Board offered to hear both sides.\n"
        "4. 8 July 1889: On 8 July the lamps were lit again at the old rate.\n"
        "The strike began a week after the Gas Company cut the night rate.\n"
        "Paragraph 12.\n"
        "Press Enter to finish: \n"
        "\n"
        "Score: 0 of 1 right, 0 per cent.\n"
        "Missed:\n"
        "- When did the lamplighters stop work? Answer: 9 May 1889\n"
    )


def test_every_answer_is_recorded_with_its_time_before_anything_is_said_about_it() -> None:
    def fail(_: Marked, __: int) -> None:
        raise TrainerError("the disk is full", mend="make room")

    written = io.StringIO()
    with pytest.raises(TrainerError, match="the disk is full"):
        run_plain(
            QUESTIONS,
            title="",
            reader=io.StringIO("2\n"),
            writer=written,
            record=fail,
            flags=FakeFlags(),
            now=Clock(),
        )
    assert "Right" not in written.getvalue()
    _, _, record = play("2\n2\n1\n")
    assert [(marked.right, milliseconds) for marked, milliseconds in record] == [
        (True, 1000),
        (True, 1000),
        (False, 1000),
    ]


def test_a_clock_put_back_counts_as_no_time() -> None:
    _, _, record = play("2\n", [STRIKE], clock=Clock(timedelta(hours=-1)))
    assert record[0][1] == 0


@pytest.mark.parametrize(
    ("typed", "ending"),
    [
        ("2\n", Ending.LEFT),
        ("2\nq\n", Ending.LEFT),
        ("2\nQ\n", Ending.LEFT),
        ("2", Ending.LEFT),
        (Interrupting("2\n"), Ending.INTERRUPTED),
    ],
    ids=["end of input", "q", "Q", "no line feed", "interrupt"],
)
def test_leaving_early_keeps_what_was_scored(typed: str | io.StringIO, ending: Ending) -> None:
    text, result, record = play(typed)
    assert result == PlainResult(Score(1, 1), ending)
    assert len(record) == 1
    assert text.endswith("Score: 1 of 1 right, 100 per cent.\n")


def test_leaving_at_once_scores_nothing() -> None:
    text, result, _ = play("")
    assert result == PlainResult(Score(0, 0), Ending.LEFT)
    assert text.endswith("Nothing was answered.\n")


@pytest.mark.parametrize("typed", ["0", "5", "-1", "two", "", "²", "1.5", "b"])
def test_what_is_no_option_is_asked_again(typed: str) -> None:
    text, result, _ = play(f"{typed}\n2\n", [STRIKE])
    assert result.score == Score(1, 1)
    assert text.count("Please type a number from 1 to 4, or q.") == 1


def test_digits_of_other_scripts_are_digits() -> None:
    _, result, _ = play("٢\n", [STRIKE])
    assert result.score == Score(1, 1)


@given(st.text(), st.text(max_size=5))
def test_no_text_from_data_reaches_the_terminal_as_a_control(text: str, typed: str) -> None:
    one = question(prompt=text, texts=(text + "a", text + "b"), whys=(text, text), explanation=text)
    written, _, _ = play(f"{typed}\n1\n", [one], title=text)
    assert not any(unicode_control(character) for character in written)
    written.encode()


def unicode_control(character: str) -> bool:
    return character != "\n" and (ord(character) < 32 or 127 <= ord(character) < 160)


def test_a_name_is_typed_and_asked_again_at_no_cost() -> None:
    text, result, record = play("\nN\nOld Feather\n", [TYPED])
    assert result.score == Score(1, 1)
    assert [marked.given for marked, _ in record] == ["Old Feather"]
    assert text == (
        "First lamps: 1 question.\n"
        "Type the answer and press Enter; q ends the quiz.\n"
        "?? and a few words at any prompt flag a question that is wrong.\n"
        "\n"
        "Question 1 of 1. Person.\n"
        "Who spoke first in the Rope Walk?\n"
        "Your answer: Please type an answer, or q.\n"
        "Your answer: Give the whole name.\n"
        "Your answer: Right: Nan Quill.\n"
        "Nan Quill spoke first and longest.\n"
        "Paragraph 12.\n"
        "Press Enter to finish: \n"
        "\n"
        "Score: 1 of 1 right, 100 per cent.\n"
    )


def test_a_wrong_name_and_half_of_one_are_told_the_answer() -> None:
    text, result, _ = play("Bell\n", [TYPED])
    assert "Your answer: Wrong. That is somebody else.\nThe answer is Nan Quill.\n" in text
    assert text.endswith("Missed:\n- Who spoke first in the Rope Walk? Answer: Nan Quill\n")
    assert result.score == Score(0, 1)
    text, result, _ = play("Qui\n2\n", [TYPED, STRIKE])
    assert "Your answer: Partly right. That is half of it.\nThe answer is Nan Quill.\n" in text
    assert "Score: 1 of 2 right, 1 partly right, 75 per cent." in text
    assert "Type the number of an answer, or the answer itself, and press Enter" in text


@pytest.mark.parametrize("typed", ["", "q\n", "\nQ \n"])
def test_a_typed_quiz_is_left_like_any_other(typed: str) -> None:
    written, result, _ = play(typed, [replace(TYPED, id="other"), TYPED])
    assert result == PlainResult(Score(0, 0), Ending.LEFT)
    assert written.endswith("Nothing was answered.\n")


def judge_of_places(asked: Question, typed: str) -> Verdict:
    """Judge an order or a match as the real judge does, without a chapter."""
    shown = tuple(option.id for option in asked.options)
    if not asked.answer.pairs:
        return judge_typed_order(Order(items=asked.answer.order, shown=shown), typed)
    names = tuple(name for name, _ in asked.answer.pairs)
    return judge_match(Match(names=names, items=asked.in_right_order, shown=shown), typed)


def test_an_order_is_typed_by_its_numbers() -> None:
    text, result, record = play("x\n2 1\n1 2 3\n", [ORDER], judge=judge_of_places)
    assert (
        "1. The strike\n2. The cut of the rate\n3. The lighting of the lamps\n"
        "Type all the numbers in the right order, as in 3 1 2.\n" in text
    )
    assert "Your answer: Some items are missing: type the number or letter of every one.\n" in text
    assert (
        "Your answer: Partly right. 2 of 3 pairs stand in the right order.\n"
        "The right order is 2 1 3.\n1. The strike: Its date: 9 May.\n" in text
    )
    assert [marked.given for marked, _ in record] == ["1 2 3"]
    assert result.score.percent == 66
    assert play("2 1 3\n", [ORDER], judge=judge_of_places)[1].score == Score(1, 1)


def test_a_match_is_typed_by_its_letters() -> None:
    text, result, _ = play("a b\n1 2 3\nc b a\n", [MATCH], judge=judge_of_places)
    assert (
        "1. Abel Thorne\n2. Hester Quill\n3. Nan Bell\n"
        "a. kept the books\nb. rang the bell\nc. spoke against it\n"
        "Type one letter for each number, in their order, as in c a b.\n" in text
    )
    assert text.count("Give each of the 3 its letter") == 2
    assert (
        "Partly right. 1 of 3 pairs is right. Hester Quill goes with a, not with b;"
        " Nan Bell goes with b, not with a.\nThe right order is c a b.\na. kept the books: " in text
    )
    assert result.score.percent == 33
    assert play("c a b\n", [MATCH], judge=judge_of_places)[1].score == Score(1, 1)


def test_what_is_recalled_is_shown_and_then_graded_by_oneself() -> None:
    text, result, record = play("\nperhaps\n\n1/2\n", [RECALL])
    assert text == (
        "First lamps: 1 question.\n"
        "Think of each answer, press Enter to see it, then grade yourself; q ends the quiz.\n"
        "?? and a few words at any prompt flag a question that is wrong.\n"
        "\n"
        "Question 1 of 1. Idea.\n"
        "Why were the lamps left dark?\n"
        "Think of the answer, then press Enter: Answer: Because of the cut of the rate.\n"
        "Did you have it? Type y or n, or how many of its points you had, as in 2/3.\n"
        "Your grade: Please type y, n, or points such as 2/3, or q.\n"
        "Your grade: Please type y, n, or points such as 2/3, or q.\n"
        "Your grade: You had a part of it.\n"
        "The meeting wanted the old rate back.\n"
        "Paragraph 12.\n"
        "Press Enter to finish: \n"
        "\n"
        "Score: 0 of 1 right, 1 partly right, 50 per cent.\n"
        "Missed:\n"
        "- Why were the lamps left dark? Answer: Because of the cut of the rate\n"
    )
    assert [(marked.given, marked.share) for marked, _ in record] == [("1/2", 0.5)]
    assert result.score == Score(0, 1, 0.5)
    assert "Your grade: You had it.\n" in play("\ny\n", [RECALL])[0]
    assert "Your grade: You did not have it.\n" in play("\nn\n", [RECALL])[0]


@pytest.mark.parametrize("typed", ["", "q\n", "\n", "\nq\n", "\nx\n"])
def test_what_is_recalled_counts_only_once_it_is_graded(typed: str) -> None:
    _, result, record = play(typed, [RECALL])
    assert (result, record) == (PlainResult(Score(0, 0), Ending.LEFT), [])


@given(st.lists(st.text(max_size=30) | st.just("9" * 5000), max_size=4))
def test_nothing_that_is_typed_breaks_a_quiz_of_any_form(lines: list[str]) -> None:
    everything = [STRIKE, ORDER, MATCH, RECALL]
    text, result, record = play("\n".join(lines), everything, judge=judge_of_places)
    assert result.score.answered == len(record)
    assert not any(unicode_control(character) for character in text)


def test_a_verdict_on_words_is_overruled_at_the_next_prompt() -> None:
    text, result, record = play("Bell\n!\n2\n", [TYPED, STRIKE])
    assert text.count("If your answer was right all the same, type ! at the next prompt.\n") == 1
    assert "Your answer: Your last answer counts as right.\nYour answer: Right.\n" in text
    assert result.score == Score(2, 2)
    assert [(marked.given, marked.share, marked.overruled) for marked, _ in record] == [
        ("Bell", 0, False),
        ("Bell", 1, True),
        ("b", 1, False),
    ]


def test_the_last_verdict_is_overruled_before_the_score() -> None:
    text, result, _ = play("Bell\n!\n", [TYPED])
    prompt = "Press Enter to finish, or type ! if your answer was right: "
    assert f"{prompt}Your last answer counts as right.\n\nScore: 1 of 1 right" in text
    assert result == PlainResult(Score(1, 1), Ending.FINISHED)
    for enter in ("Bell\n\n", "Bell\n", "Bell\nq\n"):
        assert play(enter, [TYPED])[1] == PlainResult(Score(0, 1), Ending.FINISHED)


@pytest.mark.parametrize("asked", [STRIKE, ORDER, MATCH, RECALL])
def test_what_is_not_judged_by_its_words_is_not_overruled(asked: Question) -> None:
    answers = {STRIKE: "1", ORDER: "1 2 3", MATCH: "a b c", RECALL: "\nn"}
    text, result, record = play(f"{answers[asked]}\n!\n", [asked], judge=judge_of_places)
    assert result.score.right == 0
    assert len(record) == 1
    assert "!" not in text


def test_the_question_that_is_asked_is_flagged_before_it_is_answered() -> None:
    flags = FakeFlags()
    text, result, _ = play("?? two answers are right\n2\n\n", [STRIKE], flags=flags)
    assert flags.reasons == {STRIKE.id: "two answers are right"}
    assert (
        "Your answer: Question 1 is flagged; ??1 alone takes that back.\nYour answer: Right" in text
    )
    assert result == PlainResult(Score(1, 1), Ending.FINISHED)


def test_a_question_is_flagged_after_its_answer_by_its_number() -> None:
    flags = FakeFlags()
    text, _, _ = play("2\n??1 no\n??3 no\n??0\n2\n1\n?? the last\n??2 so\n\n", flags=flags)
    first, second, third = QUESTIONS
    assert flags.reasons == {first.id: "no", third.id: "the last", second.id: "so"}
    assert "There was no question 3 yet.\n" in text
    assert "There was no question 0 yet.\n" in text
    assert "finish: Question 3 is flagged" in text


def test_a_flag_is_shown_and_taken_back() -> None:
    flags = FakeFlags(**{STRIKE.id: "two\x1b[2J days"})
    text, _, _ = play("??\n??\nq\n", [STRIKE], flags=flags)
    assert flags.reasons == {STRIKE.id: ""}
    assert "You have flagged this question: two" in text
    assert "\x1b" not in text
    assert "Question 1 is no longer flagged.\n" in text
    assert "Please say what is wrong: " in text
