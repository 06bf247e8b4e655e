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
    circling = _circling(after)
    for lesson in authored.lessons:
        if lesson.entry.id in circling and (circle := _circle(lesson.entry.id, after)):
            what = f"lessons come after each other in a circle: {' after '.join(circle)}"
            yield Problem(lesson.place("after"), what, "delete one `after`")


def _circling(after: dict[str, list[str]]) -> set[str]:
    """Return the lessons of which none can come first: those in a circle, and those that come after one."""
    left = {lesson: {name for name in names if name in after} for lesson, names in after.items()}
    before: dict[str, list[str]] = {}
    for lesson, names in left.items():
        for name in names:
            before.setdefault(name, []).append(lesson)
    free = [lesson for lesson, names in left.items() if not names]
    while free:
        first = free.pop()
        del left[first]
        for lesson in before.get(first, ()):
            left[lesson].discard(first)
            if not left[lesson]:
                free.append(lesson)
    return set(left)


def _circle(start: str, after: dict[str, list[str]]) -> list[str] | None:
    """Return the way from `start` back to itself, if there is one."""
    came_from: dict[str, str] = {}
    ends = [start]
    while ends:
        end = ends.pop()
        for name in after.get(end, ()):
            if name == start:
                way = [end]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return [*reversed(way), start]
            if name not in came_from:
                came_from[name] = end
                ends.append(name)
    return None
