"""One entry made two: a spelling that is somebody else's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trainer.drafting.confirming.raw import listed
from trainer.drafting.confirming.references import renamed
from trainer.drafting.confirming.sheets import Item
from trainer.drafting.confirming.splicing import plain_quote, without_at
from trainer.drafting.entries import Names
from trainer.drafting.yaml_text import entries_text
from trainer.errors import TrainerError
from trainer.text.words import contains, occurrences, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from trainer.chapters.text_copy import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """The two entries, and by which words they are told apart."""

    kept: Item
    new: Item
    spelling: tuple[str, ...]
    others: tuple[tuple[str, ...], ...]

    def followed(self, item: Item) -> Item:
        """Return an entry that names the new one, if its evidence has only the new one's spelling."""
        if item is self.new or self.kept.id not in item.text:
            return item
        tokens = [token for one in _evidence(item.data) for token in one["prints"]]
        spoken = _spoken(tokens, self.spelling, self.others)
        if not spoken or any(_any(self.others, token) for token in tokens):
            return item
        return renamed(item, self.kept.id, self.new.id, self.new.file)


def spellings(item: Item) -> list[str]:
    """Return the other names of an entry."""
    return list(item.names[1:])


def split_off(
    item: Item, spelling: str, taken: Iterable[str], newline: str, text: Text | None = None
) -> Parting:
    """Return an entry without one of its names, and a draft of that name alone.

    Args:
        item: the entry.
        spelling: one of its other names.
        taken: the ids that there are.
        newline: how lines of the file end.
        text: a copy of the text, searched where the evidence does not print the spelling by itself.

    Raises:
        TrainerError: no evidence prints the spelling by itself, or none is left for the rest.
    """
    data = item.data
    alone = words(spelling)
    others = tuple(
        said
        for name in item.names
        if name != spelling and not contains(said := words(name), alone)  # `Ann Lee` prints `Lee`
    )
    goes: list[dict[str, Any]] = []
    gone: list[int] = []
    evidence = _evidence(data)
    for index, one in enumerate(evidence):
        if spoken := _spoken(one["prints"], alone, others):
            goes.append(plain_quote({**one, "prints": spoken}))
            if len(spoken) == len(one["prints"]):
                gone.append(index)
    if not goes and text is not None:
        goes = _printed(text, spelling, alone, others)
    if not goes or len(gone) == len(evidence):
        lacking = f"“{spelling}” by itself" if not goes else "its other names"
        raise TrainerError(
            f"the evidence of {item.id} does not print {lacking}",
            mend="amend it: add the paragraph and the words that do",
        )
    giver = Names()
    giver.taken.update(taken)
    entry = {"id": giver.id_of(spelling, "person"), "name": spelling}
    if "classification" in data:
        entry["classification"] = data["classification"]
    made, _ = entries_text([entry | {"status": "draft", "evidence": goes}])
    indent = item.text[: len(item.text) - len(item.text.lstrip(" "))]
    lines = [f"{indent}{line}{newline}" for line in made.splitlines()]
    own = item.own if item.own.endswith("\n") else item.own + newline
    kept = Item.of(item.file, own)
    others_named = spellings(item)
    kept = without_at(kept, (0, "other_names", others_named.index(spelling)))
    for index in reversed(gone):
        kept = without_at(kept, (0, "evidence", index))
    new = Item.of(item.file, "".join(lines) + item.rest)
    return Parting(kept=kept, new=new, spelling=alone, others=others)


def _spoken(
    tokens: Sequence[str], spelling: tuple[str, ...], others: Sequence[tuple[str, ...]]
) -> list[str]:
    """Return the tokens that print a spelling, and no other name."""
    return [
        token for token in tokens if contains(spelling, words(token)) and not _any(others, token)
    ]


def _printed(
    text: Text, spelling: str, alone: tuple[str, ...], others: Sequence[tuple[str, ...]]
) -> list[dict[str, Any]]:
    """Return as evidence the first paragraph that prints a spelling by itself, not as a part of another name."""
    longer = [name for name in others if contains(alone, name)]
    for number in sorted(text.paragraphs):
        said = text.words(number)
        covered = {
            at + step
            for name in longer
            for at in occurrences(name, said)
            for step in range(len(name))
        }
        if any(at not in covered for at in occurrences(alone, said)):
            return [{"paragraph": number, "prints": [spelling]}]
    return []


def _any(names: Iterable[tuple[str, ...]], token: str) -> bool:
    said = words(token)
    return any(contains(name, said) for name in names)


def _evidence(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        one
        for one in listed(data, "evidence")
        if isinstance(one, dict) and isinstance(one.get("prints"), list)
    ]
