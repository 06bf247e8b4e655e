"""Memories of what a chapter has no longer: they stay, and are asked no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.questions.cards import cards_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Chapter


def gone_from(chapters: Iterable[Chapter], remembered: Iterable[str]) -> tuple[str, ...]:
    """Return the cards, of those that are remembered, that their chapters have no longer."""
    there = {chapter.id: {card.id for card, _ in cards_of(chapter)} for chapter in chapters}
    return tuple(
        card
        for card in remembered
        if (known := there.get(card.partition(":")[0])) is not None and card not in known
    )
