"""Chapters of any size, made up from a seed: as dense in time, and as tied together, however long they are.

What they are made of is measured on the chapter that ships: of a hundred facts 10 are persons, 8 bodies, 27 events,
13 votes, 8 works, 21 statements and 13 terms, and thirty links tie them. A hundred facts make a lesson, and a lesson
half a year, so that a chapter of 100,000 facts tells five hundred years. Persons act for two years, bodies too;
common words are few, names as many as persons and places.

A few things last as long as the chapter: the parties, a parliament that decides on every fourth motion, and an issue on
which every fifth view is held.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any, TypeVar

from trainer.chapters.record import (
    Affiliation,
    Basis,
    Candidate,
    Chapter,
    Count,
    Counts,
    Dating,
    Deed,
    Event,
    Evidence,
    Fact,
    Fate,
    Grain,
    Importance,
    Lesson,
    Link,
    LinkType,
    Member,
    Name,
    Office,
    Organization,
    Outcome,
    Part,
    Person,
    Roll,
    Side,
    Source,
    Stand,
    Statement,
    Term,
    Vote,
    VoteType,
    Work,
)
from trainer.dates import Calendar, make_date
from trainer.questions.seeding import Seeded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")

FACTS_IN_A_LESSON = 100
DAYS_IN_A_LESSON = 182
FIRST_DAY = date(1210, 1, 1)

# Persons and bodies of so many lessons are about at a time.
_LESSONS_ACTIVE = 4

_PARTIES = 6

PARLIAMENT, LASTING_ISSUE = "parliament", "crown"

_FIRST_NAMES = [
    "Ada",
    "Ben",
    "Clara",
    "David",
    "Edda",
    "Frank",
    "Greta",
    "Hugo",
    "Irma",
    "Jonas",
    "Karla",
    "Louis",
    "Mira",
    "Niels",
    "Olga",
    "Paul",
    "Queenie",
    "Rolf",
    "Selma",
    "Tobias",
    "Ulla",
    "Viktor",
    "Wanda",
    "Xaver",
    "Yrsa",
    "Zeno",
    "Agnes",
    "Boris",
    "Cecil",
    "Doris",
    "Egon",
    "Flora",
    "Gustav",
    "Hilda",
    "Ivo",
    "Judith",
]
_ONSETS = [
    "B",
    "Br",
    "C",
    "D",
    "Dr",
    "F",
    "Fl",
    "G",
    "Gr",
    "H",
    "J",
    "K",
    "Kr",
    "L",
    "M",
    "N",
    "P",
    "Pr",
    "R",
    "S",
    "St",
    "T",
    "Tr",
    "V",
    "W",
]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ei", "ou"]
_CODAS = [
    "ber",
    "dan",
    "fell",
    "gow",
    "kin",
    "lam",
    "mer",
    "nik",
    "pol",
    "rov",
    "sen",
    "tov",
    "vic",
    "wick",
    "zin",
    "rand",
    "stam",
    "dor",
]
_ENDINGS = ["", "a", "ey", "ovic", "ström", "stein", "well"]
_TOWN_ENDINGS = ["burg", "field", "ford", "haven", "mouth", "stead", "ton", "wold"]

_HAPPENINGS = [
    "arrest",
    "assembly",
    "attack",
    "blockade",
    "celebration",
    "census",
    "conference",
    "coronation",
    "defeat",
    "demonstration",
    "dismissal",
    "drought",
    "eclipse",
    "expedition",
    "famine",
    "fire",
    "flood",
    "founding",
    "funeral",
    "launch",
    "march",
    "massacre",
    "meeting",
    "mutiny",
    "negotiation",
    "opening",
    "parade",
    "petition",
    "procession",
    "raid",
    "rebellion",
    "reform",
    "relief",
    "retreat",
    "revolt",
    "riot",
    "siege",
    "strike",
    "surrender",
    "treaty",
    "trial",
    "uprising",
    "victory",
    "wedding",
]
_QUALITIES = [
    "autumn",
    "bitter",
    "bloodless",
    "brief",
    "burghers'",
    "costly",
    "first",
    "forgotten",
    "general",
    "great",
    "harbour",
    "last",
    "long",
    "loud",
    "millers'",
    "open",
    "peaceful",
    "quiet",
    "second",
    "secret",
    "sudden",
    "third",
    "unexpected",
    "weavers'",
    "winter",
]
_DOINGS = [
    "armed",
    "betrayed",
    "blocked",
    "closed",
    "commanded",
    "defended",
    "delayed",
    "denounced",
    "dissolved",
    "financed",
    "forbade",
    "guarded",
    "inspected",
    "led",
    "opened",
    "organized",
    "planned",
    "prevented",
    "proposed",
    "refused",
    "saved",
    "summoned",
    "supported",
    "surrendered",
    "watched",
]
_THINGS = [
    "archive",
    "arsenal",
    "bakery",
    "barracks",
    "bridge",
    "canal",
    "castle",
    "cathedral",
    "cellar",
    "college",
    "court",
    "depot",
    "embassy",
    "exchange",
    "foundry",
    "garrison",
    "gate",
    "granary",
    "guild",
    "harbour",
    "hospital",
    "library",
    "lighthouse",
    "market",
    "mill",
    "mint",
    "monastery",
    "palace",
    "press",
    "prison",
    "quay",
    "school",
    "shipyard",
    "square",
    "station",
    "tavern",
    "tower",
    "treasury",
    "wall",
    "well",
    "wharf",
]
_AIMS = [
    "abolish",
    "adopt",
    "buy",
    "close",
    "enlarge",
    "fortify",
    "found",
    "guard",
    "hand",
    "inspect",
    "keep",
    "lease",
    "mend",
    "move",
    "open",
    "pull",
    "raise",
    "rebuild",
    "rent",
    "sell",
    "tax",
    "watch",
]
_BODIES = [
    "Assembly",
    "Bench",
    "Board",
    "Chamber",
    "Club",
    "Commission",
    "Committee",
    "Company",
    "Congress",
    "Council",
    "Court",
    "League",
    "Party",
    "Senate",
    "Society",
    "Union",
]
_ROLES = [
    "chairman",
    "clerk",
    "commander",
    "editor",
    "envoy",
    "governor",
    "inspector",
    "mayor",
    "secretary",
    "treasurer",
]
_UNITS = [
    "barges",
    "delegates",
    "families",
    "guns",
    "houses",
    "sailors",
    "soldiers",
    "strikers",
    "wagons",
    "weavers",
]


def synthetic_chapter(facts: int, seed: int = 0) -> Chapter:
    """Return a chapter of about so many facts, a whole number of lessons; the same for the same seed."""
    return _Maker(seed).chapter(max(1, round(facts / FACTS_IN_A_LESSON)))


@dataclass
class _Lesson:
    """What is about at the time of a lesson."""

    number: int
    towns: list[str]
    people: list[Person]
    bodies: list[Organization]
    told: list[Fact] = field(default_factory=list)

    @property
    def id(self) -> str:
        return f"lesson-{self.number}"


class _Maker:
    def __init__(self, seed: int) -> None:
        self._chance = Seeded("synthetic", seed)
        self._made = 0
        self._surnames = self._chance.shuffled(
            "".join(part) for part in product(_ONSETS, _VOWELS, _CODAS, _ENDINGS)
        )
        self._towns = self._chance.shuffled(
            f"{''.join(part)}" for part in product(_ONSETS, _VOWELS, _CODAS, _TOWN_ENDINGS)
        )

    def chapter(self, lessons: int) -> Chapter:
        found: dict[type[Fact], list[Any]] = {}
        issues = [(LASTING_ISSUE, "the rights of the crown")]
        parties = [self._party(number) for number in range(_PARTIES)]
        found[Organization] = [*parties, _lasting(PARLIAMENT, "Parliament", "body")]
        before: list[_Lesson] = []
        for number in range(lessons):
            lesson = _Lesson(
                number=number,
                towns=[self._towns[(5 * number + n) % len(self._towns)] for n in range(5)],
                people=[],
                bodies=[],
            )
            active = [*before[-_LESSONS_ACTIVE:], lesson]
            own_issues = [
                (f"issue-{number}-{n}", f"the {self._one(_THINGS)} of {self._one(lesson.towns)}")
                for n in range(4)
            ]
            issues += own_issues
            for fact in self._facts_of(lesson, active, parties, [name for name, _ in own_issues]):
                found.setdefault(type(fact), []).append(fact)
                lesson.told.append(fact)
            before.append(lesson)
        return Chapter(
            id=f"synthetic-{lessons * FACTS_IN_A_LESSON}",
            digest="0" * 64,
            title="A synthetic chapter",
            work="Annals",
            author="Nobody",
            narrator=None,
            year=FIRST_DAY.year,
            calendar=Calendar.JULIAN,
            format=1,
            version="1",
            licence="CC0-1.0",
            segmentation="lines",
            issues=tuple(issues),
            lessons=tuple(
                Lesson(id=each.id, title=f"Lesson {each.number}", gist="Much.", question="Why?")
                for each in before
            ),
            persons=tuple(found[Person]),
            organizations=tuple(found[Organization]),
            events=tuple(found[Event]),
            votes=tuple(found[Vote]),
            works=tuple(found[Work]),
            statements=tuple(found[Statement]),
            terms=tuple(found[Term]),
        )

    def _facts_of(
        self,
        lesson: _Lesson,
        active: Sequence[_Lesson],
        parties: Sequence[Organization],
        issues: Sequence[str],
    ) -> Iterator[Fact]:
        for _ in range(10):
            lesson.people.append(self._person(lesson, parties))
            yield lesson.people[-1]
        people = [person.id for each in active for person in each.people]
        for _ in range(8):
            lesson.bodies.append(self._body(lesson, people))
            yield lesson.bodies[-1]
        bodies = [body.id for each in active for body in each.bodies]
        makers: tuple[Callable[[], Fact], ...] = (
            *(lambda: self._event(lesson, active, people, bodies) for _ in range(27)),
            *(lambda: self._motion(lesson, active, people, bodies) for _ in range(6)),
            *(lambda: self._figure(lesson) for _ in range(4)),
            *(lambda: self._list(lesson, people, bodies) for _ in range(2)),
            lambda: self._election(lesson, people, bodies),
            *(lambda: self._work(lesson, people) for _ in range(8)),
            *(lambda: self._statement(lesson, active, people, issues) for _ in range(21)),
            *(lambda: self._term(lesson) for _ in range(13)),
        )
        for make in makers:
            yield make()

    def _common(self, lesson: _Lesson, sort: str, *, told: int = 10) -> dict[str, Any]:
        self._made += 1
        importance = (Importance.CORE, *[Importance.SECONDARY] * 2, Importance.TRIVIA)
        paragraph = told * lesson.number + self._below(told) + 1
        return {
            "id": f"{sort}-{self._made}",
            "source": Source(file=f"{sort}.yaml", line=self._made, column=3),
            "lesson": lesson.id,
            "importance": self._one(importance),
            "significance": f"It decided what became of {self._one(lesson.towns)}.",
            "evidence": (Evidence(paragraph=paragraph, prints=("it was so",)),),
        }

    def _person(self, lesson: _Lesson, parties: Sequence[Organization]) -> Person:
        common = self._common(lesson, "person")
        surname = self._surnames[self._made % len(self._surnames)]
        name, other = self._one(_FIRST_NAMES), self._one(_FIRST_NAMES)
        role = f"{self._one(_ROLES)} of the {self._place(lesson)}"
        fate = f"was taken to the {self._place(lesson)}"
        nickname = f"{other} {self._surnames[-self._made % len(self._surnames)]}"
        return Person(
            name=f"{name} {surname}",
            sort_name=surname,
            other_names=(Name(name=nickname),) if self._below(4) == 0 else (),
            gloss=f"a {self._one(_ROLES)} from {self._one(lesson.towns)}",
            offices=(Office(id=f"{common['id']}-office", role=role, from_=self._day(lesson)),)
            if self._below(2)
            else (),
            affiliations=(Affiliation(organization=self._one(parties).id),),
            fate=Fate(text=fate, when=self._day(lesson, later=30 * DAYS_IN_A_LESSON))
            if self._below(4) == 0
            else None,
            **common,
        )

    def _party(self, number: int) -> Organization:
        return _lasting(f"party-{number}", f"{self._surnames[number]} Party", "party")

    def _body(self, lesson: _Lesson, people: Sequence[str]) -> Organization:
        members = self._some(people, 3 + self._below(6)) if self._below(4) == 0 else ()
        town = self._one(lesson.towns)
        return Organization(
            name=f"{town} {self._one(_BODIES)} of the {self._one(_THINGS).capitalize()}",
            classification="body",
            memberships=_roll(members) if members else None,
            **self._common(lesson, "body"),
        )

    def _event(
        self,
        lesson: _Lesson,
        active: Sequence[_Lesson],
        people: Sequence[str],
        bodies: Sequence[str],
    ) -> Event:
        town = self._one(lesson.towns)
        title = f"the {self._one(_QUALITIES)} {self._one(_HAPPENINGS)} at the {self._place(lesson)}"
        deeds = tuple(
            Deed(
                person=who,
                part=self._one((Part.ACTOR, Part.ACTOR, Part.COMPANION, Part.ABSENT)),
                deed=f"{self._one(_DOINGS)} the {self._place(lesson)}",
            )
            for who in self._some(people, self._one((0, 1, 1, 2, 2, 3)))
        )
        basis = self._one((*[Basis.PRINT] * 7, Basis.PROTOCOL, Basis.EYEWITNESS, Basis.MEMORY))
        return Event(
            title=title,
            statement=f"In {town} there was {title}.",
            when=self._day(lesson),
            ask_grain=self._one((Grain.DAY, Grain.MONTH, Grain.ORDER)),
            people=deeds,
            organizations=tuple(self._some(bodies, self._below(2))),
            place=town,
            basis=basis,
            links=self._links(active),
            **self._common(lesson, "event"),
        )

    def _motion(
        self,
        lesson: _Lesson,
        active: Sequence[_Lesson],
        people: Sequence[str],
        bodies: Sequence[str],
    ) -> Vote:
        motion = f"{self._one(_AIMS)} the {self._place(lesson)}"
        yes, no, idle = self._below(150) + 1, self._below(150) + 1, self._below(20)
        outcome = Outcome.PASSED if yes > no else Outcome.FAILED if no > yes else Outcome.TIED
        return Vote(
            type=VoteType.MOTION,
            title=f"the vote on the motion to {motion}",
            organization=self._one(bodies) if self._below(4) else PARLIAMENT,
            motion=motion,
            when=self._day(lesson),
            counts=Counts(for_=_count(yes), against=_count(no), abstaining=_count(idle)),
            outcome=outcome,
            sides=tuple(
                Side(stand=self._one((Stand.FOR, Stand.AGAINST, Stand.ABSENT)), who=who)
                for who in self._some(people, self._below(5))
            ),
            links=self._links(active),
            **self._common(lesson, "vote"),
        )

    def _figure(self, lesson: _Lesson) -> Vote:
        body = self._one(lesson.bodies)
        unit = f"{self._one(_UNITS)} were sent by the {body.name} to the {self._place(lesson)}"
        return Vote(
            type=VoteType.FIGURE,
            title=f"the number of {unit.replace(' were', '')}",
            organization=body.id,
            unit=unit,
            number=_count((self._below(99) + 1) * 10 ** self._below(4)),
            when=self._day(lesson),
            **self._common(lesson, "vote"),
        )

    def _list(self, lesson: _Lesson, people: Sequence[str], bodies: Sequence[str]) -> Vote:
        return Vote(
            type=VoteType.LIST,
            title=f"the delegation to the {self._place(lesson)}",
            roll="delegation",
            organization=self._one(bodies),
            members=_roll(self._some(people, 3 + self._below(5))),
            when=self._day(lesson),
            **self._common(lesson, "vote"),
        )

    def _election(self, lesson: _Lesson, people: Sequence[str], bodies: Sequence[str]) -> Vote:
        office = f"the {self._place(lesson)}"
        ballots = self._some(range(5, 300), 6)
        candidates = sorted(zip(ballots, self._some(people, 6), strict=False), reverse=True)
        return Vote(
            type=VoteType.ELECTION,
            title=f"the election to {office}",
            office=office,
            organization=self._one(bodies),
            candidates=tuple(Candidate(person=who, votes=_count(n)) for n, who in candidates),
            elected=_roll([who for _, who in candidates[:3]]),
            when=self._day(lesson),
            **self._common(lesson, "vote"),
        )

    def _work(self, lesson: _Lesson, people: Sequence[str]) -> Work:
        return Work(
            title=f"On the {self._one(_HAPPENINGS)} and the {self._place(lesson)}",
            authors=tuple(self._some(people, 1)),
            medium=self._one(("article", "pamphlet", "speech", "letter")),
            when=self._day(lesson),
            argument=f"the {self._place(lesson)} was worth more than the {self._place(lesson)}",
            **self._common(lesson, "work"),
        )

    def _statement(
        self,
        lesson: _Lesson,
        active: Sequence[_Lesson],
        people: Sequence[str],
        issues: Sequence[str],
    ) -> Statement:
        speaker, other = self._some(people, 2)
        issue = self._one(issues) if self._below(5) else LASTING_ISSUE
        opponents: tuple[str, ...] = (other,) if self._below(4) == 0 else ()
        links: tuple[Link, ...] = ()
        # Every other one answers a view that was held before, or goes back on it.
        earlier = self._told(active, (Statement,))
        if earlier and self._below(2):
            held = self._one(earlier)
            issue = held.issue
            if self._below(4):
                links, opponents = (Link(type=LinkType.IN_REPLY_TO, to=held.id),), (held.speaker,)
            else:
                links, speaker, opponents = (
                    (Link(type=LinkType.REVERSES, to=held.id),),
                    held.speaker,
                    (),
                )
        return Statement(
            issue=issue,
            speaker=speaker,
            position=f"the {self._place(lesson)} should be {self._one(_DOINGS)}"
            f" before the {self._one(_HAPPENINGS)}",
            when=self._day(lesson),
            opponents=tuple(who for who in opponents if who != speaker),
            links=links,
            **self._common(lesson, "statement"),
        )

    def _term(self, lesson: _Lesson) -> Term:
        return Term(
            name=f"{self._surnames[-(self._made * 7) % len(self._surnames)].lower()}-{self._one(_THINGS)}",
            gloss=f"a {self._one(_THINGS)} that was {self._one(_DOINGS)} by the {self._place(lesson)}",
            classification=self._one(("office", "place", "custom", "paper", "party")),
            **self._common(lesson, "term"),
        )

    def _links(self, active: Sequence[_Lesson]) -> tuple[Link, ...]:
        """Tie every other event or vote to one told before it."""
        earlier = self._told(active, (Event, Vote))
        if not earlier or self._below(2):
            return ()
        types = (LinkType.BECAUSE, LinkType.BECAUSE, LinkType.REVERSES)
        return (Link(type=self._one(types), to=self._one(earlier).id),)

    def _told(self, active: Sequence[_Lesson], sorts: tuple[type[T], ...]) -> list[T]:
        """Return what of some sorts was told in this lesson and the one before."""
        return [fact for each in active[-2:] for fact in each.told if isinstance(fact, sorts)]

    def _place(self, lesson: _Lesson) -> str:
        return f"{self._one(_THINGS)} of {self._one(lesson.towns)}"

    def _day(self, lesson: _Lesson, later: int = 0) -> Dating:
        days = DAYS_IN_A_LESSON * lesson.number + self._below(DAYS_IN_A_LESSON) + later
        day = (FIRST_DAY + timedelta(days=days)).isoformat()
        # One date in five is known by its month alone.
        edtf = day if self._below(5) else day[:7]
        return Dating(date=make_date(edtf, Calendar.JULIAN))

    def _one(self, items: Sequence[T]) -> T:
        return self._chance.choice(items)

    def _some(self, items: Sequence[T], many: int) -> list[T]:
        return self._chance.some(items, many)

    def _below(self, limit: int) -> int:
        return self._chance.below(limit)


def _lasting(ident: str, name: str, classification: str) -> Organization:
    return Organization(
        id=ident,
        source=Source(file="organizations.yaml", line=1, column=3),
        name=name,
        classification=classification,
        evidence=(Evidence(paragraph=1, prints=("it was so",)),),
    )


def _count(value: int) -> Count:
    return Count(value=value)


def _roll(people: Sequence[str]) -> Roll:
    return Roll(persons=tuple(Member(person=who) for who in people), complete=True)
