"""What a learner takes for what: right answers with the wrong ones that were given in their place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trainer.questions.bank import build_bank
from trainer.questions.distance import Distance
from trainer.questions.ids import fact_of
from trainer.questions.question import Form
from trainer.study.statistics import was_right
from trainer.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.chapters.record import Chapter
    from trainer.study.entries import LoggedReview, Review

_TYPED = frozenset({Form.TYPED, Form.DATE, Form.NUMBER, Form.CLOZE})


@dataclass(slots=True, kw_only=True)
class Confusion:
    """Two answers that were taken for one another.

    Attributes:
        last: the last review in which it happened; its key and its answer are the two. Of a choice they are ids of
            options, else words.
        given: how often each of the two was given for the other, by what was given, folded.
    """

    last: Review
    given: dict[str, int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How often it happened, either way."""
        return sum(self.given.values())

    @property
    def other_way(self) -> int:
        """How often it happened the other way about than the last time."""
        return self.given.get(fold(self.last.key), 0)


def confusions(reviews: Iterable[LoggedReview]) -> tuple[Confusion, ...]:
    """Return what was taken for what, most often first, then the latest.

    What was not answered, put in order, matched, or recalled and graded by the learner tells nothing of this.

    Args:
        reviews: in the order in which they were answered.
    """
    found: dict[tuple[str, bool, frozenset[str]], Confusion] = {}
    for each in reviews:
        review = each.review
        given = _taken_for_the_key(review)
        if given is None:
            continue
        pair = (review.chapter, bool(review.options), frozenset((fold(review.key), given)))
        confusion = found.setdefault(pair, Confusion(last=review))
        confusion.last = review
        confusion.given[given] = confusion.given.get(given, 0) + 1
    return tuple(sorted(found.values(), key=lambda each: (each.count, each.last.at), reverse=True))


def words_of(
    confused: Iterable[Confusion], chapters: Mapping[str, Chapter]
) -> dict[tuple[str, str], str]:
    """Return options in words, by question and option, as far as their questions can be made again.

    What is typed is in words already. A question is made again from its seed, as it was shown unless the chapter has
    changed; that takes a fraction of a second for each seed.
    """
    words: dict[tuple[str, str], str] = {}
    wanted: dict[tuple[str, int], list[Review]] = {}
    for each in confused:
        if each.last.options and each.last.chapter in chapters:
            wanted.setdefault((each.last.chapter, each.last.seed), []).append(each.last)
    for (chapter, seed), reviews in wanted.items():
        for distance in (Distance.NEAR, Distance.FAR):
            left = [each for each in reviews if (each.question, each.answered) not in words]
            if left:
                words |= _made_again(chapters[chapter], seed, left, distance)
    return words


def _made_again(
    chapter: Chapter, seed: int, reviews: Iterable[Review], distance: Distance
) -> dict[tuple[str, str], str]:
    """Return the words of the options of these questions."""
    asked = {each.question for each in reviews}
    facts = frozenset(fact_of(card) for each in reviews for card in each.cards)
    together = any(each.card is None for each in reviews)
    bank = build_bank(chapter, seed, distance=distance, only=facts, together=together)
    return {
        (question.id, option.id): option.text
        for question in bank.questions
        if question.id in asked
        for option in question.options
    }


def _taken_for_the_key(review: Review) -> str | None:
    """Return what was given for the right answer, folded; None where nothing was taken for anything."""
    if review.answered is None or was_right(review):
        return None
    if review.form != Form.CHOICE and review.form not in _TYPED:
        return None
    given = fold(review.answered)
    return None if given in {"", fold(review.key)} else given
