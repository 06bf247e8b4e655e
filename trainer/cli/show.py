"""`trainer show`: a chapter as data."""

from __future__ import annotations

import os

from trainer.content import find_chapter, find_places


def show(chapter: str, *, json: bool = False) -> None:
    """Show a chapter as data, with dates in both calendars.

    Parameters
    ----------
    chapter
        The id or path of a chapter.
    json
        Print one JSON object instead of text.
    """
    from trainer.chapters.cache import open_chapter

    places = find_places(os.environ)
    record = open_chapter(find_chapter(chapter, places), places.cache)
    if json:
        from json import dumps

        from trainer.chapters.showing import as_json

        print(dumps(as_json(record), ensure_ascii=False, indent=2))
    else:
        from trainer.chapters.showing import as_text

        print(as_text(record), end="")
