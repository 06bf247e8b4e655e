"""People and the spellings of their names: which of the names that a text prints are one person's.

* Names whose words sound alike are one: `Tseretelli`, `Tsereteli`, `Церетели`.
* A surname alone, and one behind initials or an honorific, is that of the only person who bears it in full; of several,
  nobody's, since it tells nothing of its own.
* A first name beside another surname, a first name alone and a long name with one letter changed are *proposed* as other
  names of somebody, or as somebody else; the author decides.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from trainer.drafting.names import Group, Sort
from trainer.text.given_names import equivalents, is_given_name
from trainer.text.transliteration import key, readings
from trainer.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from trainer.drafting.names import Mention

# Two names of so many letters that differ in one are one name, misprinted, if one of them is rare.
_LONG = 7
_ALIKE = 0.85
_RARE = 2
_RANKS = frozenset(
    words(
        "king queen prince princess emperor empress tsar tsarina kaiser duke duchess archduke lord lady sir dame count countess"
        " baron baroness pope saint cardinal sultan"
    )
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, with every mention; the first of the names is the one to go by.

    Attributes:
        names: as printed, the fullest first, then by how often.
        doubtful: those of the names that are taken for misprints.
    """

    names: tuple[str, ...]
    mentions: tuple[Mention, ...]
    doubtful: frozenset[str] = frozenset()

    @property
    def surname(self) -> str:
        """The last word of the name, by how it sounds."""
        return key(self.names[0].split()[-1])


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that only the author can decide, as a sentence."""

    text: str


def cluster(
    groups: Sequence[Group], sorts: Mapping[tuple[str, ...], Sort]
) -> tuple[tuple[Person, ...], tuple[Proposal, ...]]:
    """Return the people of a text in the order in which they appear, and what is doubtful about their names."""
    people = [group for group in groups if sorts[group.words] is Sort.PERSON]
    by_surname: dict[str, list[Group]] = defaultdict(list)
    for group in people:
        by_surname[group.mentions[0].last].append(group)
    bare_given = {
        group.words
        for group in people
        if len(group.words) == 1 and _is_first_name_of_another(group, people)
    }
    found: list[Person] = []
    for surname in _joined(by_surname):
        bearers = [group for one in surname for group in by_surname[one]]
        found += _bearers([group for group in bearers if group.words not in bare_given])
    found, proposals = _with_first_names(found, [g for g in people if g.words in bare_given])
    found.sort(key=lambda person: (person.mentions[0].page.number, person.mentions[0].start))
    return tuple(found), (*proposals, *_renamed(found))


def _joined(by_surname: Mapping[str, list[Group]]) -> list[list[str]]:
    """Return surnames, those together that are one name in two spellings."""
    joined: list[list[str]] = []
    times = {
        surname: sum(len(group.mentions) for group in groups)
        for surname, groups in by_surname.items()
    }
    sounds = {
        surname: frozenset(
            reading for group in groups for reading in readings(group.mentions[0].parts[-1].text)
        )
        for surname, groups in by_surname.items()
    }
    for surname in sorted(by_surname, key=lambda one: (-times[one], one)):
        for others in joined:
            if surname in sounds[others[0]] or others[0] in sounds[surname]:
                others.append(surname)
                break
            if any(_is_half_of(one, by_surname, others) for one in by_surname[surname]):
                others.append(surname)
                break
            if times[surname] <= _RARE and _one_letter_apart(surname, others[0]):
                others.append(surname)
                break
        else:
            joined.append([surname])
    return joined


def _is_half_of(
    group: Group, by_surname: Mapping[str, list[Group]], surnames: Iterable[str]
) -> bool:
    """Tell whether a name is the first or last half of a double one: `Bonch` of `Bonch-Bruyevich`, or the other way."""
    halves = {group.words[-1], *group.words[-1].split("-")}
    others = {other.words[-1] for surname in surnames for other in by_surname[surname]}
    split = {half for other in others for half in other.split("-")}
    return bool(others & halves) or group.words[-1] in split


def _one_letter_apart(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LONG or one[0] != other[0]:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _bearers(groups: Sequence[Group]) -> list[Person]:
    """Return the people who bear one surname."""
    full: list[list[Group]] = []
    initialled: list[Group] = []
    bare: list[Group] = []
    for group in groups:
        if len(group.words) == 1:
            bare.append(group)
        elif len(group.words[0]) == 1:
            initialled.append(group)
        else:
            match = next((alike for alike in full if _same_first(alike[0], group)), None)
            full.append([group]) if match is None else match.append(group)
    for group in initialled:
        fitting = [alike for alike in full if alike[0].words[0][0] == group.words[0]]
        fitting[0].append(group) if len(fitting) == 1 else full.append([group])
    if len(full) == 1:
        full[0] += bare
    elif not full and bare:
        full.append(list(bare))
    return [_person(alike) for alike in full]


def _same_first(one: Group, other: Group) -> bool:
    left, right = key(one.words[0]), key(other.words[0])
    if left == right or right in equivalents(left):
        return True
    # Neither is known as a name of its own: one of the two is misprinted.
    known = is_given_name(left) and is_given_name(right)
    return not known and SequenceMatcher(None, left, right, autojunk=False).ratio() >= _ALIKE - 0.1


def _person(groups: Sequence[Group]) -> Person:
    ordered = sorted(
        groups, key=lambda group: (-_fullness(group), -len(group.mentions), group.text)
    )
    mentions = sorted(
        (mention for group in groups for mention in group.mentions),
        key=lambda mention: (mention.page.number, mention.start),
    )
    name = ordered[0].text
    surname = ordered[0].mentions[0].last
    halves = set(ordered[0].words[-1].split("-"))
    doubtful = {
        group.text
        for group in ordered[1:]
        if _one_letter_apart(group.mentions[0].last, surname)
        and group.mentions[0].last != surname
        and not halves & set(group.words[-1].split("-"))
    }
    own = name.split()[-1].casefold()
    names = [name, *(group.text for group in ordered[1:] if group.text.casefold() != own)]
    if (rank := _rank(mentions)) and len(name.split()) == 1:
        # "Princess Louise" is known by her rank.
        names.insert(0, f"{rank} {name}")
    return Person(tuple(dict.fromkeys(names)), tuple(mentions), frozenset(doubtful))


def _rank(mentions: Sequence[Mention]) -> str:
    """Return the rank that always stands with a name; "" if there is none."""
    found = {
        word
        for mention in mentions
        for word in mention.honorifics[-1:]
        if word.casefold() in _RANKS and mention.page.text[: mention.start].endswith(f"{word} ")
    }
    return found.pop() if len(found) == 1 else ""


def _fullness(group: Group) -> int:
    return sum(len(half) > 1 for word in group.words for half in word.split("-"))


def _is_first_name_of_another(group: Group, people: Iterable[Group]) -> bool:
    """Tell whether a name that stands alone is somebody's first name."""
    return any(
        len(other.words) > 1 and other.words[0] == group.words[0] and other.words != group.words
        for other in people
    )


def _with_first_names(
    people: list[Person], firsts: Sequence[Group]
) -> tuple[list[Person], list[Proposal]]:
    """Give a first name that stands alone to the only person who bears it."""
    found, proposals = list(people), []
    for group in firsts:
        bearers = [
            index
            for index, person in enumerate(found)
            if key(person.names[0].split()[0]) == group.mentions[0].last
        ]
        if len(bearers) == 1:
            person = found[bearers[0]]
            rank = _rank(group.mentions)
            name = f"{rank} {group.text}" if rank else group.text
            found[bearers[0]] = Person((*person.names, name), person.mentions, person.doubtful)
        else:
            who = " or ".join(found[index].names[0] for index in bearers)
            proposals.append(Proposal(f"“{group.text}” alone may be {who}"))
    return found, proposals


def _renamed(people: Sequence[Person]) -> list[Proposal]:
    """Propose as one those who share a first name, the later of whom appears where the earlier is named."""
    proposals = []
    for index, one in enumerate(people):
        for other in people[index + 1 :]:
            first, second = one.names[0].split(), other.names[0].split()
            if len(first) < 2 or len(second) < 2 or key(first[0]) != key(second[0]):  # noqa: PLR2004
                continue
            together = {m.page.number for m in one.mentions} & {
                m.page.number for m in other.mentions
            }
            if together and other.surname != one.surname:
                proposals.append(
                    Proposal(
                        f"{one.names[0]} and {other.names[0]} may be one person: ¶ {min(together)}"
                    )
                )
    return proposals
