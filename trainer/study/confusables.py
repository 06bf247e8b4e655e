"""Cards that are taken for one another: each is a wrong answer to the other, with the reason that tells them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from trainer.questions.question import Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from trainer.questions.question import Question
    from trainer.study.memory import Memory


class Contrast(NamedTuple):
    """What a card could be taken for.

    Attributes:
        card: the other card's id.
        answer: the other card's answer.
        why: why it is not the answer to this one.
    """

    card: str
    answer: str
    why: str


def contrasts_among(questions: Iterable[Question]) -> Mapping[str, tuple[Contrast, ...]]:
    """Return what each card could be taken for, by its id: cards of one template that offer each other's answer."""
    choices = [each for each in questions if each.form is Form.CHOICE and each.card is not None]
    by_answer: dict[tuple[str, str], list[Question]] = {}
    for question in choices:
        by_answer.setdefault((question.template, question.answer.text), []).append(question)
    offered = {question.id: {each.text for each in question.options} for question in choices}
    found: dict[str, tuple[Contrast, ...]] = {}
    for question in choices:
        assert question.card is not None
        found[question.card] = tuple(
            Contrast(other.card, option.text, option.why)
            for option in question.options
            if not option.correct
            for other in by_answer.get((question.template, option.text), ())
            if other.card is not None and question.answer.text in offered[other.id]
        )
    return found


def brought_together(
    reviews: Sequence[str],
    contrasts: Mapping[str, tuple[Contrast, ...]],
    memories: Mapping[str, Memory],
) -> tuple[str, ...]:
    """Return the reviews in their order, but what is taken for one another side by side if both are known."""

    def known(card: str) -> bool:
        return card in memories and not memories[card].learning

    waiting = dict.fromkeys(reviews)
    ordered: list[str] = []
    for card in reviews:
        if card not in waiting:
            continue
        del waiting[card]
        ordered.append(card)
        if not known(card):
            continue
        for contrast in contrasts.get(card, ()):
            if contrast.card in waiting and known(contrast.card):
                del waiting[contrast.card]
                ordered.append(contrast.card)
    return tuple(ordered)
