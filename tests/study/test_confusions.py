"""What was taken for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.study.reviews import logged, typed
from trainer.chapters.cache import open_chapter
from trainer.content import find_chapter, find_places
from trainer.questions.bank import build_bank
from trainer.questions.question import Form
from trainer.study.confusions import confusions, words_of

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.study.entries import LoggedReview


def test_two_answers_are_one_confusion_whichever_was_right() -> None:
    found = confusions(
        [
            logged(right=False, key="lenin", given="trotsky"),
            logged(right=False, key="trotsky", given="lenin", after=1),
            logged(right=False, key="lenin", given="trotsky", after=2),
            logged(right=False, key="lenin", given="stalin", after=3),
        ]
    )
    both, other = found
    assert (both.count, both.other_way) == (3, 1)
    assert (both.last.key, both.last.answered) == ("lenin", "trotsky")
    assert (other.count, other.other_way, other.last.answered) == (1, 0, "stalin")


def test_what_is_typed_in_other_letters_is_the_same() -> None:
    (found,) = confusions([typed("STALIN", "Lenin"), typed(" stalin ", "Lenin", after=1)])
    assert found.count == 2


def test_an_option_is_not_what_somebody_typed() -> None:
    assert len(confusions([typed("b", "a"), logged(right=False)])) == 2


@pytest.mark.parametrize(
    "review",
    [
        logged(),
        logged(right=False, overruled=True),
        logged(right=False, answered=None),
        typed(" ", "Lenin"),
        typed("again", "Lenin", form="recall"),
        logged(right=False, form="order", given="3 1 2"),
        logged(right=False, form="match", given="b a c"),
    ],
)
def test_what_was_right_or_not_answered_or_no_single_answer_tells_nothing(
    review: LoggedReview,
) -> None:
    assert confusions([review]) == ()


def test_options_are_told_in_the_words_in_which_they_were_shown(tmp_path: Path) -> None:
    places = find_places({"TRAINER_HOME": str(tmp_path)})
    chapter = open_chapter(find_chapter("harbour-council", places), places.cache)
    asked = [q for q in build_bank(chapter, 3).questions if q.form is Form.CHOICE][::40]
    reviews = []
    for question in asked:
        wrong = next(option for option in question.options if not option.correct)
        reviews.append(
            logged(
                right=False,
                key=question.key.id,
                given=wrong.id,
                chapter=chapter.id,
                card=question.card,
                cards=question.cards,
                question=question.id,
                seed=3,
            )
        )
    found = confusions(reviews)
    assert len(found) > 3
    words = words_of(found, {chapter.id: chapter})
    for question in asked:
        for option in question.options:
            assert words[question.id, option.id] == option.text
    assert words_of(found, {}) == {}
