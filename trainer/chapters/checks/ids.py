"""Ids: every fact has its own, and former ones are never given anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.authored import Authored, AuthoredChapter
    from trainer.chapters.yaml_source import Path


def check_ids(authored: AuthoredChapter) -> Iterator[Problem]:
    """Every fact has its own id, and so has every lesson; former ids are never given anew."""
    yield from check_unique((lesson, lesson.entry.id, ("id",)) for lesson in authored.lessons)
    facts = list(authored.facts())
    yield from check_unique((fact, fact.entry.id, ("id",)) for fact in facts)
    current = {fact.entry.id: fact for fact in facts}
    former: dict[str, Authored[Any]] = {}
    for fact in facts:
        for index, name in enumerate(fact.entry.formerly):
            place = fact.place("formerly", index)
            if name in current:
                where = current[name].place("id")
                yield Problem(
                    place, f'the former id "{name}" is in use at {where}', "rename that one"
                )
            elif name in former:
                where = former[name].place("formerly")
                yield Problem(
                    place, f'the former id "{name}" is claimed at {where} too', "keep one of them"
                )
            former.setdefault(name, fact)
    for person in authored.persons:
        yield from check_unique(
            (person, office.id, ("offices", index, "id"))
            for index, office in enumerate(person.entry.offices)
        )


def check_unique(
    named: Iterable[tuple[Authored[Any], str, Path]],
) -> Iterator[Problem]:
    """Report every id that is used before; `named` gives where it is written: entry, id, path."""
    first: dict[str, tuple[Authored[Any], Path]] = {}
    for authored, name, path in named:
        if name not in first:
            first[name] = (authored, path)
            continue
        other, where = first[name]
        yield Problem(
            authored.place(*path),
            f'the id "{name}" is used twice',
            f"change one; the other is at {other.place(*where)}",
        )
