"""Two entries made one: two spellings of one person, or of one body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.drafting.confirming.raw import listed, name_in
from trainer.drafting.confirming.splicing import plain_quote, with_more
from trainer.errors import TrainerError
from trainer.text.words import words

if TYPE_CHECKING:
    from trainer.drafting.confirming.sheets import Item

# What a draft says that the other entry takes over, or has of its own.
_TAKEN = frozenset(
    {"id", "name", "sort_name", "other_names", "classification", "status", "evidence"}
)


def merged(item: Item, into: Item, newline: str) -> Item:
    """Return the entry that takes over the names and the evidence of another.

    Raises:
        TrainerError: the other says more, which would be lost.
    """
    said = item.data
    if more := [key for key in said if key not in _TAKEN]:
        raise TrainerError(
            f"{item.id} also has {', '.join(more)}, which would be lost",
            mend=f"write it into {into.id} and take it out here, then merge",
        )
    has = into.data
    names = {name_in(one) for one in (has.get("name"), *listed(has, "other_names"))}
    others: dict[str, Any] = {}
    for one in (said.get("name"), *listed(said, "other_names")):
        name = name_in(one)
        if name and name not in names:
            others.setdefault(name, one)
    evidence = listed(has, "evidence")
    quotes = [plain_quote(one) for one in listed(said, "evidence") if one not in evidence]
    made = with_more(into, "other_names", list(others.values()), newline, after="name")
    return with_more(made, "evidence", quotes, newline, after="name")


def likeness(item: Item, other: Item) -> float:
    """Return how much of two entries' names is the same: words, and letters where no word is."""
    mine, theirs = _words(item), _words(other)
    same = mine & theirs
    if same:
        return 1 + len(same)
    starts = {word[:3] for word in mine}
    return sum(word[:3] in starts for word in theirs) / (len(theirs) or 1)


def _words(item: Item) -> set[str]:
    return {word for name in item.names for word in words(name)}
