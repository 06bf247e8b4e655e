"""Lessons: no paragraph belongs to two, and none comes after itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.authored import AuthoredChapter


def check_lessons(authored: AuthoredChapter) -> Iterator[Problem]:
    """No paragraph belongs to two lessons, and no lesson comes after itself."""
    taken: list[tuple[int, int, str]] = []
    for lesson in authored.lessons:
        for first, last in lesson.entry.ranges():
            place = lesson.place("paragraphs")
            if last < first or first < 1:
                yield Problem(
                    place, f"the paragraphs {first}-{last} run backwards", "put the first one first"
                )
                continue
            for begin, end, other in taken:
                if first <= end and begin <= last:
                    shared = f"{max(first, begin)}-{min(last, end)}"
                    what = f"the paragraphs {shared} belong to {other} too"
                    yield Problem(place, what, "give each paragraph to one lesson")
            taken.append((first, last, lesson.entry.id))
    after = {lesson.entry.id: lesson.entry.after for lesson in authored.lessons}
    for lesson in authored.lessons:
        if circle := _circle(lesson.entry.id, after):
            what = f"lessons come after each other in a circle: {' after '.join(circle)}"
            yield Problem(lesson.place("after"), what, "delete one `after`")


def _circle(start: str, after: dict[str, list[str]]) -> list[str] | None:
    """Return the way from `start` back to itself, if there is one."""
    ways = [[start]]
    seen = set()
    while ways:
        way = ways.pop()
        for name in after.get(way[-1], ()):
            if name == start:
                return [*way, name]
            if name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return None
