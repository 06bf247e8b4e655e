"""The bodies of a text: names with a noun that says what they are, the shorter ones as other names of the longer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.drafting.lexicon import BODIES
from trainer.drafting.names import Sort

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from trainer.drafting.names import Group, Mention

_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Body:
    """A body with every mention; `sort` is the noun that says what it is."""

    names: tuple[str, ...]
    sort: str
    mentions: tuple[Mention, ...]


def find_bodies(groups: Sequence[Group], sorts: Mapping[tuple[str, ...], Sort]) -> tuple[Body, ...]:
    """Return the bodies of a text in the order in which they appear.

    A noun alone (`the Council`) is the only body whose name has it; where several have, it is nobody's.
    """
    named = [
        group
        for group in groups
        if sorts[group.words] is Sort.BODY and len(group.text.split()) <= _LONGEST
    ]
    long = [group for group in named if len(group.words) > 1]
    found = [[group] for group in long]
    for group in [group for group in named if len(group.words) == 1]:
        having = [alike for alike in found if group.words[0] in alike[0].words]
        if len(having) == 1:
            having[0].append(group)
        elif not having:
            found.append([group])
    bodies = [_body(alike) for alike in _with_short(found)]
    return tuple(sorted(bodies, key=lambda body: (_first(body).page.number, _first(body).start)))


def _first(body: Body) -> Mention:
    return body.mentions[0]


def _with_short(found: list[list[Group]]) -> list[list[Group]]:
    """Join `Harbour Council of Kelmouth` to `Harbour Council`: the one begins as the other."""
    joined: list[list[Group]] = []
    for alike in sorted(found, key=lambda one: len(one[0].words)):
        words = alike[0].words
        shorter = next(
            (
                other
                for other in joined
                if len(other[0].words) > 1
                and words[: len(other[0].words)] == other[0].words
                and not any(word in BODIES for word in words[len(other[0].words) :])
            ),
            None,
        )
        joined.append(list(alike)) if shorter is None else shorter.extend(alike)
    return joined


def _body(groups: Sequence[Group]) -> Body:
    mentions = sorted(
        (mention for group in groups for mention in group.mentions),
        key=lambda mention: (mention.page.number, mention.start),
    )
    sort = next((word for word in reversed(groups[0].words) if word in BODIES), "body")
    names = tuple(dict.fromkeys(group.text for group in groups))
    return Body(names, sort, tuple(mentions))
