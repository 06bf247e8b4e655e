"""What was found as entries of a chapter's files: plain data, every one of them with its id, status and evidence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from trainer.chapters.record import LONGEST_TOKEN
from trainer.drafting.found import Quote
from trainer.drafting.pages import one_token
from trainer.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from trainer.drafting.aliases import Person
    from trainer.drafting.bodies import Body
    from trainer.drafting.found import FoundDate, FoundVote
    from trainer.drafting.names import Mention
    from trainer.drafting.pages import Page

Entry = dict[str, Any]

_NO_ID = re.compile(r"[^a-z0-9]+")
_ID_WORDS = 6
_MOST_PEOPLE = 6
_MOST_SPELLINGS = 8


@dataclass(slots=True)
class Names:
    """Gives ids that none has so far."""

    taken: Counter[str] = field(default_factory=Counter)

    def id_of(self, text: str, otherwise: str) -> str:
        """Return an id made of words, or another where these have no letters."""
        latin = fold(text).encode("ascii", "ignore").decode()
        bare = _NO_ID.sub("-", latin.replace("'", "")).strip("-")
        name = "-".join(bare.split("-")[:_ID_WORDS]) or otherwise
        self.taken[name] += 1
        while self.taken[name] > 1:
            many = self.taken[name]
            self.taken[f"{name}-{many}"] += 1
            if self.taken[f"{name}-{many}"] == 1:
                return f"{name}-{many}"
            self.taken[name] += 1
        return name


@dataclass(slots=True)
class Named:
    """Who and what is named where: from and to before which character of each paragraph, and the id."""

    persons: dict[int, list[tuple[int, int, str]]] = field(default_factory=dict)
    bodies: dict[int, list[tuple[int, int, str]]] = field(default_factory=dict)


def _note(where: dict[int, list[tuple[int, int, str]]], mention: Mention, name: str) -> None:
    place = (mention.start, mention.stop, name)
    where.setdefault(mention.page.number, []).append(place)


def _within(
    where: Mapping[int, list[tuple[int, int, str]]], page: int, span: tuple[int, int]
) -> dict[str, tuple[int, int]]:
    """Return the ids named between two characters of a paragraph, each with where it stands first."""
    found: dict[str, tuple[int, int]] = {}
    for start, stop, name in sorted(where.get(page, ())):
        if span[0] <= start < span[1]:
            found.setdefault(name, (start, stop))
    return found


def person_entries(people: Sequence[Person], names: Names, named: Named) -> list[Entry]:
    """Return `persons.yaml`."""
    entries = []
    for person in people:
        name = names.id_of(person.names[0], "person")
        first: dict[str, Quote] = {}
        for mention in person.mentions:
            _note(named.persons, mention, name)
            first.setdefault(mention.text, Quote(mention.page.number, (mention.text,)))
        others: list[Any] = [
            {"name": other, "note": "spelled so in the text", "misprint": True}
            if other in person.doubtful
            else other
            for other in person.names[1:]
        ]
        entry: Entry = {"id": name, "name": person.names[0]}
        if others:
            entry["other_names"] = others[:_MOST_SPELLINGS]
        entries.append(
            entry | _drafted(_in_order([first[one] for one in person.names if one in first]))
        )
    return entries


def body_entries(bodies: Sequence[Body], names: Names, named: Named) -> list[Entry]:
    """Return `organizations.yaml`."""
    entries = []
    for body in bodies:
        name = names.id_of(body.names[0], "body")
        for mention in body.mentions:
            _note(named.bodies, mention, name)
        entry: Entry = {"id": name, "name": body.names[0], "classification": body.sort}
        if body.names[1:]:
            entry["other_names"] = list(body.names[1:])
        mention = next(m for m in body.mentions if m.text == body.names[0])
        entries.append(entry | _drafted([Quote(mention.page.number, (mention.text,))]))
    return entries


def work_entries(pages: Sequence[Page], names: Names) -> list[Entry]:
    """Return `works.yaml`: what stands in quotation marks as a title, each once."""
    entries: dict[tuple[str, ...], Entry] = {}
    for page in pages:
        for title in page.contents.titles:
            if title.words in entries or not title.words:
                continue
            text = one_token(title.text)
            token = " ".join(text.split()[:LONGEST_TOKEN])
            entry = {"id": names.id_of(text, "work"), "title": text}
            entries[title.words] = entry | _drafted([Quote(page.number, (token,))])
    return list(entries.values())


@dataclass(slots=True)
class Dated:
    """Makes `events.yaml` and `votes.yaml` of what was found, for which persons and bodies have to be named already.

    Attributes:
        pages: the paragraphs by number.
        person_ids: ids by printed names.
        facts: the facts that hold the dates found, by paragraph and date, for what is reckoned from them.
    """

    pages: Mapping[int, Page]
    names: Names
    named: Named
    person_ids: Mapping[str, str]
    facts: dict[tuple[int, str], str] = field(default_factory=dict)

    def entries(
        self, dates: Sequence[FoundDate], votes: Sequence[FoundVote]
    ) -> tuple[list[Entry], list[Entry]]:
        """Return events and votes; a date in the sentence of a vote is the vote's."""
        of_votes = self._of_votes(dates, votes)
        owned = set(of_votes.values())
        event_ids = {
            index: self._id_of(date.hint, f"event-{date.paragraph}", date)
            for index, date in enumerate(dates)
            if index not in owned
        }
        told = dict(of_votes)
        told |= {
            at: index
            for at, vote in enumerate(votes)
            if at not in told and (index := self._before(vote, dates)) is not None
        }
        vote_ids = {
            at: self._id_of(
                vote.hint,
                f"vote-{vote.paragraph}",
                dates[of_votes[at]] if at in of_votes else None,
            )
            for at, vote in enumerate(votes)
        }
        events = [self._event(dates[index], name) for index, name in event_ids.items()]
        ballots = [
            self._vote(vote, vote_ids[at], dates[told[at]] if at in told else None)
            for at, vote in enumerate(votes)
        ]
        return events, ballots

    def _id_of(self, hint: str, otherwise: str, date: FoundDate | None) -> str:
        name = self.names.id_of(hint, otherwise)
        if date is not None:
            self.facts.setdefault((date.paragraph, date.edtf), name)
        return name

    def _of_votes(self, dates: Sequence[FoundDate], votes: Sequence[FoundVote]) -> dict[int, int]:
        """Return which date is which vote's, by index: the only one of its sentence."""
        by_paragraph: dict[int, list[int]] = {}
        for index, date in enumerate(dates):
            by_paragraph.setdefault(date.paragraph, []).append(index)
        found: dict[int, int] = {}
        for at, vote in enumerate(votes):
            if vote.values["type"] == "figure":
                continue
            start, stop = self.pages[vote.paragraph].sentence_at(vote.start)
            inside = [
                index
                for index in by_paragraph.get(vote.paragraph, ())
                if start <= dates[index].start < stop
            ]
            if len(inside) == 1 and inside[0] not in found.values():
                found[at] = inside[0]
        return found

    def _before(self, vote: FoundVote, dates: Sequence[FoundDate]) -> int | None:
        """Return the date told in the sentence before that of a vote, if it is the last before it: the vote was then."""
        page = self.pages[vote.paragraph]
        start, stop = page.sentence_at(vote.start)
        if vote.values["type"] == "figure" or not start:
            return None
        earlier, _ = page.sentence_at(start - 1)
        at = bisect_left(dates, (vote.paragraph, start), key=lambda one: (one.paragraph, one.start))
        inside = at < len(dates) and (dates[at].paragraph, dates[at].start) < (vote.paragraph, stop)
        if inside or not at or dates[at - 1].paragraph != vote.paragraph:
            return None
        return at - 1 if dates[at - 1].start >= earlier else None

    def _value_of(self, date: FoundDate) -> dict[str, Any]:
        """Return the date as the file has it, with the id of the fact that it is reckoned from."""
        if not date.is_reckoned:
            return dict(date.value)
        derived = dict(date.value["derived"])
        source: FoundDate = derived.pop("from")
        return {"derived": {"from": self.facts[source.paragraph, source.edtf], **derived}}

    def _event(self, date: FoundDate, name: str) -> Entry:
        page = self.pages[date.paragraph]
        span = page.sentence_at(date.start)
        people = _within(self.named.persons, page.number, span)
        bodies = _within(self.named.bodies, page.number, span)
        quotes = [*date.quotes]
        entry: Entry = {"id": name, "title": f"“{date.hint}”", "date": self._value_of(date)}
        shown = list(people.items())[:_MOST_PEOPLE]
        if shown:
            entry["people"] = [{"person": person, "part": "actor"} for person, _ in shown]
        if bodies:
            entry["organizations"] = list(bodies)
        for start, stop in (*(at for _, at in shown), *bodies.values()):
            quotes.append(Quote(page.number, page.tokens(start, stop)[:1]))
        return entry | _drafted(quotes)

    def _vote(self, vote: FoundVote, name: str, date: FoundDate | None) -> Entry:
        page = self.pages[vote.paragraph]
        entry: Entry = {"id": name, **self._values_of(vote)}
        quotes: list[Quote] = []
        if date is not None:
            entry["date"] = self._value_of(date)
            quotes += date.quotes
        if entry["type"] != "figure":
            bodies = _within(self.named.bodies, page.number, page.sentence_at(vote.start))
            if len(bodies) == 1:
                ((body, (start, stop)),) = bodies.items()
                entry["organization"] = body
                quotes.append(Quote(page.number, page.tokens(start, stop)[:1]))
        return entry | _drafted([*quotes, *vote.quotes])

    def _values_of(self, vote: FoundVote) -> Entry:
        """Return the values of a vote; candidates who are nobody on record make it a choice between things."""
        values = dict(vote.values)
        if values.get("motion") == "":
            values["motion"] = f"“{vote.hint}”"
        named = values.pop("candidates", None)
        if named is None:
            return values
        if all(one["name"] in self.person_ids for one in named):
            candidates = [
                {"person": self.person_ids[one["name"]], "votes": one["votes"]} for one in named
            ]
            if len({one["person"] for one in candidates}) == len(candidates):
                return {"type": "election", "candidates": candidates}
        alternatives = [{"option": one["name"], "votes": one["votes"]} for one in named]
        return {"type": "choice", "question": f"“{vote.hint}”", "alternatives": alternatives}


def _in_order(quotes: Iterable[Quote]) -> list[Quote]:
    return sorted(quotes, key=lambda quote: quote.paragraph)


def _drafted(quotes: Iterable[Quote]) -> Entry:
    unique = list(dict.fromkeys(quotes))
    return {"status": "draft", "evidence": [quote.as_data() for quote in unique]}
