"""What Anki shows under a deck's name: what it is, whose account, under which licence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.anki.markup import as_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.record import Chapter
    from trainer.decks.opening import OpenedDeck


def description(opened: OpenedDeck) -> str:
    """Return the description of a deck in Markdown."""
    paragraphs = [as_markdown(opened.description)]
    for chapter in opened.chapters:
        paragraphs += _of_chapter(chapter)
    paragraphs.append(
        "To bring the deck up to date, import a newer package over it: what you have learned stays."
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _of_chapter(chapter: Chapter) -> Iterator[str]:
    yield (
        f"**{as_markdown(chapter.title)}**: a chapter of *{as_markdown(chapter.work)}* "
        f"by {as_markdown(chapter.author)}."
    )
    if chapter.voice:
        yield as_markdown(chapter.voice)
    yield (
        f"The record of the chapter, version {as_markdown(chapter.version)}, "
        f"is free to use and share: {as_markdown(chapter.licence)}."
    )
