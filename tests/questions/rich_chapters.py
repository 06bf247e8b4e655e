"""Generated chapters that tell enough for every family: many facts of a sort, in words of like length, of many days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tests.questions.builders import (
    PEOPLE,
    body,
    chapter,
    dating,
    deed,
    election,
    event,
    figure,
    motion,
    name_list,
    office,
    person,
    roll,
    side,
    statement,
    term,
    work,
)
from tests.questions.builders import links as to_links
from trainer.chapters.record import (
    Affiliation,
    Alternative,
    Basis,
    Contest,
    Count,
    Counts,
    Dating,
    Derivation,
    Fate,
    Grain,
    Importance,
    Lesson,
    Link,
    LinkType,
    Outcome,
    Part,
    Stand,
    Status,
    Voice,
    Vote,
    VoteType,
)
from trainer.dates import Calendar, make_date

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter

PERSON_IDS = tuple(name.lower().replace(" ", "-") for name in PEOPLE)
BODIES = ("north", "south", "upper", "lower")
LESSONS = ("floods", "repairs", "tolls")

HAPPENINGS = (
    "the early flooding",
    "the great procession",
    "the quiet gathering",
    "the sharp quarrel",
    "the later harvest",
    "the heavy snowfall",
    "the royal wedding",
    "the bitter lawsuit",
    "the long drought",
    "the autumn market",
    "the second plague",
    "the broken bridge",
    "the strange comet",
    "the public auction",
    "the bloody brawl",
    "the secret meeting",
    "the solemn funeral",
    "the general census",
)
DONE = tuple(
    f"{did} the {what}"
    for did in ("mended", "opened", "bought", "closed")
    for what in ("sluice gate", "water mill", "toll bridge", "ferry boat")
)
WISHES = tuple(
    f"{do} the {what}"
    for do in ("repair", "rebuild", "abandon")
    for what in ("western dyke", "market square", "eastern road")
)
VIEWS = tuple(
    f"the {what} {would}"
    for what in ("dyke", "mill", "road", "ferry")
    for would in ("would hold for years", "had cost too much")
)
TITLES = ("On Dykes and Dams", "The Mill Accounts", "A Word on Tolls", "Rivers and Roads")
TERMS = (
    ("Wharf", "a landing for barges"),
    ("Heath", "the common pasture"),
    ("Tithe", "a tenth of the harvest"),
    ("Leat", "a channel dug for a mill"),
    ("Weir", "a low wall across a stream"),
    ("Byre", "a shelter for cattle"),
)
COUNTED = (
    "members sat in the North Assembly in 1871",
    "boats belonged to the South Assembly in 1871",
    "houses paid rates to the Upper Assembly in 1871",
    "men were employed by the Lower Assembly in 1871",
    "acres were let by the North Assembly in 1871",
)

# What hangs on several facts together, which chance seldom brings about.
GATES = "gates"
ON_PURPOSE: tuple[Any, ...] = (
    event("opening", "the opening of the gates", "1871-11-14", lesson=GATES),
    event("closing", "the closing of the locks", "1871-12-20", links=to_links(reverses="opening")),
    *(
        statement(ident, who, view, issue="the-weir", edtf=f"1871-11-{day}", opponents=against)
        for ident, who, view, day, against in (
            ("raise", "ada-bell", "it should be raised by two feet", 12, ("ben-carr", "cy-dunn")),
            ("enough", "ben-carr", "it was quite high enough by now", 12, ()),
            ("dig", "cy-dunn", "it was better to dig a new canal", 13, ()),
        )
    ),
    *(
        body(ident, name, gloss=gloss, classification="board", founded=dating(f"1871-10-{day:02}"))
        for ident, name, gloss, day in (
            (
                "nine",
                "Board of Nine",
                "an office for all that was to be mended after the breach",
                3,
            ),
            (
                "fair",
                "Summer Commission",
                "a court for any quarrel between the traders and the millers",
                9,
            ),
            (
                "guard",
                "Upper Guard",
                "a force that went about the streets after it had grown dark",
                12,
            ),
            (
                "alms",
                "Sisters' Union",
                "a house that gave out bread to whoever had lost a roof",
                20,
            ),
        )
    ),
)

days = st.builds(
    "1871-{:02}-{:02}".format, st.integers(1, 9), st.sampled_from([1, 2, 5, 9, 12, 14, 20, 24, 28])
)
years_bce = st.builds("-{:04}-0{}-11".format, st.sampled_from([44, 45]), st.integers(1, 6))
importances = st.sampled_from([Importance.CORE, Importance.CORE, *Importance])
bases = st.sampled_from([Basis.PRINT] * 4 + [Basis.PROTOCOL] * 4 + [*Basis])
calendars = st.sampled_from([Calendar.JULIAN] * 3 + [Calendar.GREGORIAN])
persons = st.sampled_from(PERSON_IDS)
some_people: st.SearchStrategy[list[str]] = st.lists(persons, unique=True, max_size=4)
contests = st.sampled_from(
    [()] * 5 + [(Contest(by="the parish book", says="it was otherwise", reference="p. 3"),)]
)
rolls = st.builds(
    lambda people, complete: roll(*people, complete=complete),
    st.lists(persons, unique=True, min_size=1, max_size=4),
    st.sampled_from([True, True, True, False]),
)


def told(*, plenty: bool) -> Any:
    """Return how a fact is told: plainly if there is to be plenty, else now and then not at all."""
    if plenty:
        return st.fixed_dictionaries(
            {"importance": importances, "lesson": st.sampled_from(LESSONS)}
        )
    return st.fixed_dictionaries(
        {
            "importance": importances,
            "contested": contests,
            "lesson": st.sampled_from(LESSONS),
            "voice": st.sampled_from([Voice.NARRATOR] * 8 + [Voice.REPORTED, Voice.DENIED]),
            "asserted_by": persons,
            "status": st.sampled_from([Status.PRINTED] * 9 + [Status.DRAFT]),
            "ask": st.sampled_from([True] * 9 + [False]),
            "significance": st.sampled_from([None, "It changed the valley."]),
        }
    )


def subset(draw: st.DrawFn, words: tuple[Any, ...], most: int, *, plenty: bool) -> list[Any]:
    """Draw so many of the words; unless there is to be plenty, some or none of them, and one perhaps twice."""
    many = most if plenty else draw(st.integers(0, most))
    found = draw(st.permutations(words))[:many]
    return [*found, found[0]] if found and not plenty and draw(st.integers(0, 7)) == 0 else found


@st.composite
def happenings(draw: st.DrawFn, *, plenty: bool) -> list[Any]:
    """Return events on many days, tied to each other, some of one day, some dated by others."""
    titles = subset(draw, HAPPENINGS, 14, plenty=plenty)
    deeds = draw(st.permutations(DONE))
    found: list[Any] = []
    one_calendar, bce = draw(st.booleans()), draw(st.integers(0, 9)) == 0
    for number, title in enumerate(titles):
        calendar = Calendar.JULIAN if one_calendar else draw(calendars)
        edtf = draw(years_bce if bce else days | st.sampled_from(["1871-04", "1871", None]))
        people = [
            deed(who, deeds[(number + place) % len(deeds)] if draw(st.booleans()) else None, part)
            for place, (who, part) in enumerate(
                draw(
                    st.lists(
                        st.tuples(persons, st.sampled_from([Part.ACTOR, Part.ACTOR, *Part])),
                        max_size=3,
                    )
                )
            )
        ]
        fact = event(
            f"e{number}",
            title,
            edtf,
            calendar=calendar,
            people=tuple(people),
            basis=draw(bases),
            organizations=tuple(draw(st.lists(st.sampled_from(BODIES), max_size=1))),
            ask_grain=draw(st.sampled_from([Grain.DAY] * 5 + [*Grain])),
            links=links(draw, f"e{number}", [f"e{n}" for n in range(number)]),
            **draw(told(plenty=plenty)),
        )
        fact = replace(
            fact, evidence=tuple(replace(e, paragraph=number + 1) for e in fact.evidence)
        )
        if number and fact.when and found[0].when:
            chance = draw(st.integers(0, 9))
            if chance == 0:
                fact = after(fact, found[0], draw(st.integers(1, 40)))
            elif chance in {1, 2}:
                fact = replace(fact, when=found[-1].when)
        found.append(fact)
    return found


def after(fact: Any, other: Any, many: int) -> Any:
    """Return an event dated by another of a certain day, so many days later."""
    edtf = other.when.date.edtf
    if len(edtf) != len("1871-04-12"):
        return fact
    month, day = int(edtf[5:7]), int(edtf[8:]) + many
    month, day = month + (day - 1) // 28, (day - 1) % 28 + 1
    if month > 12:
        return fact
    exact = int(edtf[8:]) + many <= 28
    date = make_date(f"{edtf[:5]}{month:02}-{day:02}", other.when.date.calendar)
    derived = Derivation(from_fact=other.id, days=many) if exact else None
    return replace(fact, when=Dating(date=date, derived=derived))


def links(draw: st.DrawFn, own: str, to: list[str]) -> tuple[Link, ...]:
    """Draw ties to what is told before."""
    ends = draw(st.lists(st.sampled_from(to), max_size=2)) if to else []
    kinds = [LinkType.BECAUSE, LinkType.LED_TO, LinkType.REVERSES]
    return tuple(Link(type=draw(st.sampled_from(kinds)), to=end) for end in ends if end != own)


@st.composite
def decisions(draw: st.DrawFn, *, plenty: bool) -> list[Any]:
    """Return motions of several bodies: carried, rejected, tied, put off, weighted, decided by a casting vote."""
    found: list[Any] = []
    sizes = st.integers(0, 12) | st.integers(100, 900) | st.just(1_234_567)
    for number, wish in enumerate(subset(draw, WISHES, 8, plenty=plenty)):
        tally = draw(st.none() | st.tuples(sizes, sizes))
        fact = motion(
            f"m{number}",
            wish,
            draw(st.sampled_from(BODIES)),
            tally,
            edtf=draw(days | st.none()),
            sides=tuple(
                side(who, draw(st.sampled_from([s for s in Stand if s is not Stand.PRESENT])))
                for who in draw(
                    st.lists(
                        st.sampled_from((*PERSON_IDS, *BODIES)), min_size=4 * plenty, max_size=6
                    )
                )
            ),
            proposed_by=tuple(draw(st.lists(persons, max_size=1))),
            basis=draw(bases),
            links=links(draw, f"m{number}", [f"m{n}" for n in range(number)] + ["e0"]),
            **draw(told(plenty=plenty)),
        )
        if tally and tally[0] == tally[1]:
            fact = replace(fact, outcome=draw(st.sampled_from([Outcome.TIED, Outcome.PASSED])))
        changes: list[dict[str, Any]] = [
            {"weighted_by": "households"},
            {"casting_vote": "ada-bell", "outcome": Outcome.FAILED},
            {"outcome": Outcome.DEFERRED, "counts": None},
            {"counts": Counts(for_=Count(value=7), against=Count(at_least=1))},
            {"unanimous": True, "counts": None, "outcome": Outcome.PASSED},
            *[{}] * 6,
        ]
        found.append(replace(fact, **draw(st.sampled_from(changes))))
    if draw(st.booleans()):
        options = draw(st.lists(st.sampled_from(DONE), min_size=2, max_size=5, unique=True))
        chosen = Vote(
            id="choice",
            type=VoteType.CHOICE,
            title="the choice of a day's work",
            alternatives=tuple(Alternative(option=option) for option in options),
            chosen=draw(st.sampled_from([*options, None])),
            source=found[0].source if found else event("x", "x").source,
            lesson="floods",
        )
        found.append(chosen)
    return found


@st.composite
def ballots(draw: st.DrawFn, *, plenty: bool) -> list[Any]:
    """Return elections with their tallies and lists, lists of names, and figures."""
    found: list[Any] = []
    votes = st.integers(0, 6) | st.integers(20, 200)
    for number in range(2 if plenty else draw(st.integers(0, 2))):
        tallies = draw(st.dictionaries(persons, votes, min_size=4 * plenty, max_size=7))
        found.append(
            election(
                f"v{number}",
                f"the {('first', 'second')[number]} election of the board",
                tallies,
                elected=draw(st.none() | rolls),
                alternates=draw(st.none() | rolls),
                basis=draw(bases),
                **draw(told(plenty=plenty)),
            )
        )
    for number in range(2 if plenty else draw(st.integers(0, 2))):
        listed = name_list(
            f"l{number}",
            draw(st.sampled_from(["the watch on the dyke", "the keepers of the gates"])),
            edtf=draw(days | st.none()),
            **draw(told(plenty=plenty)),
        )
        found.append(replace(listed, members=draw(rolls)))
    found += [
        figure(
            f"n{number}",
            unit,
            draw(st.sampled_from([0, 1, 9, 12, 16, 48, 60, 75, 450, 10_000, 1_200_000])),
            BODIES[number % 4],
            round_to=draw(st.sampled_from([None, None, 10])),
            **draw(told(plenty=plenty)),
        )
        for number, unit in enumerate(subset(draw, COUNTED, 5, plenty=plenty))
    ]
    return found


@st.composite
def views(draw: st.DrawFn, *, plenty: bool) -> list[Any]:
    """Return what several held, against whom, in reply to what, and what they went back on."""
    found: list[Any] = []
    speakers = st.sampled_from(PERSON_IDS[: draw(st.integers(3 if plenty else 1, 4))])
    for number, position in enumerate(subset(draw, VIEWS, 8, plenty=plenty)):
        speaker = draw(speakers)
        ties = []
        is_tied = draw(st.booleans())
        if found and is_tied:
            earlier = draw(st.sampled_from(found))
            kind = LinkType.REVERSES if earlier.speaker == speaker else LinkType.IN_REPLY_TO
            if draw(st.booleans()):
                speaker, kind = earlier.speaker, LinkType.REVERSES
            ties.append(Link(type=kind, to=earlier.id))
            against = [earlier.speaker] if kind is LinkType.IN_REPLY_TO else []
        else:
            against = draw(st.lists(persons, max_size=1))
        fact = statement(
            f"s{number}",
            speaker,
            position,
            issue=draw(st.sampled_from(["the-dyke", "the-mill", "the-toll"])),
            edtf=draw(st.sampled_from([f"1871-{number + 1:02}-07"] * 5 + ["1871-04", None])),
            opponents=tuple(who for who in against if who != speaker),
            links=tuple(ties),
            **draw(told(plenty=plenty)),
        )
        found.append(fact)
    return found


@st.composite
def people(draw: st.DrawFn) -> list[Any]:
    """Return persons with offices, fates and names: two of one surname, one under two ids, all names alike."""
    roles = (
        "mayor of the valley",
        "keeper of the gate",
        "master of the mill",
        "clerk of the court",
    )
    ends = ("drowned in the river", "left the valley for good", "went to live by the sea")
    found = []
    for number, name in enumerate(PEOPLE):
        fate = None
        if draw(st.booleans()):
            year = draw(st.sampled_from(["1872", "1875", "1880", "1891", None]))
            fate = Fate(
                text=draw(st.sampled_from(ends)),
                when=Dating(date=make_date(year, Calendar.GREGORIAN)) if year else None,
            )
        offices = (
            (
                office(
                    f"o{number}",
                    draw(st.sampled_from(roles)),
                    draw(st.sampled_from([None, *BODIES])),
                ),
            )
            if draw(st.integers(0, 2)) == 0
            else ()
        )
        called = draw(st.sampled_from([name] * 6 + ["Ada Bell", f"Old {name}", "Hal Bell"]))
        found.append(
            replace(
                person(
                    name,
                    other_names=tuple(
                        draw(st.lists(st.sampled_from(["The Owl", "Fox", "Ada Bell"]), max_size=1))
                    ),
                    fate=fate,
                    offices=offices,
                    affiliations=tuple(
                        Affiliation(organization=name)
                        for name in draw(st.lists(st.sampled_from(BODIES), max_size=1))
                    ),
                    importance=draw(importances),
                ),
                name=called,
                sort_name=called.rpartition(" ")[2],
                ask=draw(st.sampled_from([True] * 9 + [False])),
            )
        )
    return found


@st.composite
def rich_chapters(draw: st.DrawFn, *, plenty: bool | None = None) -> Chapter:
    """Return a chapter of up to some sixty facts; with `plenty`, of so many, and all told plainly."""
    plenty = draw(st.booleans()) if plenty is None else plenty
    facts: list[Any] = [
        *draw(happenings(plenty=plenty)),
        *draw(decisions(plenty=plenty)),
        *draw(ballots(plenty=plenty)),
        *draw(views(plenty=plenty)),
        *draw(people()),
    ]
    facts += [
        work(
            f"w{number}",
            title,
            *draw(st.lists(persons, unique=True, min_size=1, max_size=2)),
            **draw(told(plenty=plenty)),
        )
        for number, title in enumerate(subset(draw, TITLES, 4, plenty=plenty))
    ]
    facts += [
        term(f"t{number}", name, gloss, **draw(told(plenty=plenty)))
        for number, (name, gloss) in enumerate(subset(draw, TERMS, 6, plenty=plenty))
    ]
    facts += [
        body(
            name,
            f"{name.title()} Assembly",
            members=tuple(draw(some_people)),
            complete=draw(st.booleans()),
            classification="assembly",
        )
        for name in BODIES
    ]
    return chapter(
        *facts,
        *(ON_PURPOSE if plenty else ()),
        people=(),
        calendar=draw(calendars),
        issues=(
            ("the-dyke", "the dyke"),
            ("the-mill", "who should run the mill"),
            ("the-weir", "the weir"),
        ),
        lessons=tuple(
            Lesson(id=name, title=name.title(), gist="Water.", question="Why?")
            for name in (*LESSONS, GATES)
        ),
    )


@st.composite
def tiny_chapters(draw: st.DrawFn) -> Chapter:
    """Return a chapter of next to nothing: no fact, one event, two persons, a tied vote."""
    names = PEOPLE[: draw(st.integers(0, 2))]
    facts: list[Any] = draw(
        st.lists(
            st.sampled_from(
                [
                    event(
                        "flood", "the great flood", "1871-04-12", people=(deed("ada-bell", "rang"),)
                    ),
                    event("undated", "the long frost", None, importance=Importance.CORE),
                    event("old", "the first dyke", "-0044-03-15"),
                    replace(motion("tied", "sell the mill", "north", (3, 3)), outcome=Outcome.TIED),
                    election("board", "the election of the board", {"ada-bell": 0, "ben-carr": 0}),
                    election("none", "the empty election", {}),
                    figure("nil", COUNTED[0], 0),
                    statement("view", "ada-bell", "the dyke leaked"),
                    work("book", "On Dykes", "ada-bell", "ben-carr"),
                    term("leat", "Leat", "a channel"),
                    name_list("list", "the watch", "ada-bell"),
                ]
            ),
            unique_by=lambda fact: fact.id,
            max_size=3,
        )
    )
    bodies = [body("north", "North Assembly")] if draw(st.booleans()) else []
    return chapter(*facts, *bodies, people=names)
