"""What an answer says of a memory: from the verdict to one of FSRS's four grades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.questions.question import Form
from trainer.study.grades import Rating, Verdict

if TYPE_CHECKING:
    from trainer.study.memory import Memory


def rate(
    verdict: Verdict,
    form: Form,
    memory: Memory | None,
    *,
    said: Rating | None = None,
    overruled: bool = False,
) -> Rating:
    """Return what an answer counts for.

    Args:
        verdict: the judge's; partly right is not remembered.
        form: how the card was asked: a right choice may be a guess.
        memory: of the card before this answer; None if it was never asked.
        said: the learner's own grade: all there is where nothing was judged, and else what a right answer is
            made, harder or easier. It does not make a wrong answer right.
        overruled: the learner counts the answer as right, whatever the verdict.
    """
    if verdict is Verdict.UNGRADED:
        assert said is not None, "what nobody judged the learner must grade"
        return said
    if not (verdict is Verdict.RIGHT or overruled):
        return Rating.AGAIN
    if said is not None and said is not Rating.AGAIN:
        return said
    proves_less = (
        form is Form.CHOICE and not overruled and memory is not None and not memory.learning
    )
    return Rating.HARD if proves_less else Rating.GOOD
