"""A question as plain lines, from top to bottom: what is asked, and afterwards the reasons."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

from trainer.questions.question import Form
from trainer.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.questions.question import Option, Question


def marked_off(question: Question) -> Iterator[tuple[str, Option]]:
    """Yield the options by their numbers, or by letters where the numbers are those of the persons."""
    for place, option in enumerate(question.options):
        yield ascii_lowercase[place] if question.form is Form.MATCH else str(place + 1), option


def asked(question: Question) -> Iterator[str]:
    """Yield what is asked, and what is offered."""
    yield printable(question.prompt)
    for number, (name, _) in enumerate(question.answer.pairs, 1):
        yield f"{number}. {one_line(name)}"
    for mark, option in marked_off(question):
        yield f"{mark}. {one_line(option.text)}"


def reasons(question: Question) -> Iterator[str]:
    """Yield what each option is, why the answer is what it is, and where the text says so."""
    for mark, option in marked_off(question):
        if option.why:
            yield f"{mark}. {one_line(option.text)}: {one_line(option.why)}"
    if question.explanation:
        yield printable(question.explanation)
    paragraphs = sorted({evidence.paragraph for evidence in question.evidence})
    if paragraphs:
        noun = "Paragraph" if len(paragraphs) == 1 else "Paragraphs"
        yield f"{noun} {', '.join(map(str, paragraphs))}."
