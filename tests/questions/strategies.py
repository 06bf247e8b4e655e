"""Generated chapters: small, odd, and full of coincidences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.vendor.pretty import for_type_by_name

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
    office,
    person,
    roll,
    side,
    statement,
    term,
    work,
)
from tests.questions.rich_chapters import rich_chapters, tiny_chapters
from trainer.chapters.record import (
    Basis,
    Chapter,
    Count,
    Fate,
    Grain,
    Importance,
    Link,
    LinkType,
    Part,
    Stand,
    Status,
    Voice,
)

if TYPE_CHECKING:
    from collections.abc import Callable

# A whole chapter would fill the screen.
for_type_by_name(
    "trainer.chapters.record", "Chapter", lambda record, printer, _: printer.text(repr(record))
)

PERSON_IDS = tuple(name.lower().replace(" ", "-") for name in PEOPLE)
BODY_IDS = ("north", "south", "upper")

# Few words, so that titles, deeds and motions often agree.
NOUNS = (
    "the great flood",
    "the April fair",
    "the fire at the mill",
    "the breaking of the northern dyke",
    "the long frost",
    "the bell's return",
    "the miller's wedding",
    "the council's first sitting",
    "the sale of the mill",
)
DEEDS = ("rang the alarm", "woke the miller", "went to Bell for help", "opened the sluice")
MOTIONS = (
    "raise the dyke",
    "sell the mill",
    "mend the North gate",
    "keep the old sluice in its place",
)

UNITS = (
    "members sat in the North Assembly in 1871",
    "sheep belonged to the South Assembly",
    "of the twelve members of the Upper Assembly stayed away",
    "sheep drowned",
)

dates = st.sampled_from(
    [
        None,
        "1871-04-12",
        "1871-04-24",
        "1871-04-13",
        "1871-04-02",
        "1871-03-07",
        "1871-05-19",
        "1871-06-30",
        "1871-04",
        "1871",
        "1870-02-28",
        "1871-06-01/1871-06-09",
        "1871-04~",
    ]
)
who_says = st.fixed_dictionaries(
    {
        "voice": st.sampled_from([Voice.NARRATOR] * 4 + [Voice.REPORTED, Voice.DENIED]),
        "asserted_by": st.sampled_from(PERSON_IDS),
        "basis": st.sampled_from(
            [Basis.PRINT] * 4 + [Basis.PROTOCOL, Basis.EYEWITNESS, Basis.MEMORY]
        ),
        "importance": st.sampled_from(Importance),
        "status": st.sampled_from([Status.PRINTED] * 5 + [Status.DRAFT]),
        "ask": st.sampled_from([True] * 5 + [False]),
        "lesson": st.sampled_from(["floods", "floods", None]),
    }
)
persons = st.sampled_from(PERSON_IDS)
stands = st.sampled_from([stand for stand in Stand if stand is not Stand.PRESENT])
sides = st.sampled_from((*PERSON_IDS[:4], *BODY_IDS))
counts = st.integers(0, 40) | st.builds(
    Count, about=st.integers(1, 40), status=st.sampled_from(Status)
)
rolls = st.builds(
    lambda people, complete: roll(*people, complete=complete),
    st.lists(persons, unique=True, max_size=5),
    st.booleans(),
)


# To what there may be, and to the fact itself: circles and links against the calendar are wanted.
some_links = st.lists(
    st.builds(
        Link,
        type=st.sampled_from(LinkType),
        to=st.sampled_from(["e0", "e1", "e2", "m0", "s0", "s1"]),
    ),
    max_size=2,
).map(tuple)
GLOSSES = (
    "a landing for barges",
    "the landing where barges were unloaded",
    "the common pasture",
    "the house of the council",
    "a chapel used as a granary",
)


@st.composite
def events(draw: st.DrawFn, number: int) -> Any:
    people = draw(
        st.lists(
            st.builds(deed, persons, st.sampled_from([None, *DEEDS]), st.sampled_from(Part)),
            max_size=4,
        )
    )
    return event(
        f"e{number}",
        draw(st.sampled_from(NOUNS)),
        draw(dates),
        people=tuple(people),
        ask_grain=draw(st.sampled_from([Grain.DAY, Grain.DAY, *Grain])),
        links=draw(some_links),
        **draw(who_says),
    )


@st.composite
def motions(draw: st.DrawFn, number: int) -> Any:
    tally = draw(
        st.none() | st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda t: t[0] != t[1])
    )
    return motion(
        f"m{number}",
        draw(st.sampled_from(MOTIONS)),
        draw(st.sampled_from(BODY_IDS)),
        tally,
        edtf=draw(dates),
        sides=tuple(draw(st.lists(st.builds(side, sides, stands), max_size=4))),
        proposed_by=tuple(draw(st.lists(persons, max_size=1))),
        **draw(who_says),
    )


@st.composite
def figures(draw: st.DrawFn, number: int) -> Any:
    return figure(
        f"n{number}",
        draw(st.sampled_from(UNITS)),
        draw(counts),
        draw(st.sampled_from([None, *BODY_IDS])),
        draw(dates),
        round_to=draw(st.sampled_from([None, None, 10])),
        **draw(who_says),
    )


@st.composite
def elections(draw: st.DrawFn, number: int) -> Any:
    tallies = draw(st.dictionaries(persons, st.integers(0, 6), max_size=6))
    return election(
        f"v{number}",
        f"the {('first', 'second')[number]} election of the board",
        tallies,
        elected=draw(st.none() | rolls),
        alternates=draw(st.none() | rolls),
        **draw(who_says),
    )


def links_of_statement(number: int) -> Any:
    """Return links to any statement of a chapter but this one."""
    return st.builds(
        lambda kind, to: Link(type=kind, to=f"s{to}"),
        st.sampled_from([LinkType.IN_REPLY_TO, LinkType.REVERSES]),
        st.integers(0, 3).filter(lambda to: to != number),
    )


@st.composite
def coincidences(draw: st.DrawFn) -> Chapter:
    """Return a chapter of two dozen facts at most, with every sort of coincidence."""
    people = PEOPLE[: draw(st.integers(0, len(PEOPLE)))]
    facts: list[Any] = [draw(events(n)) for n in range(draw(st.integers(0, 6)))]
    facts += [draw(motions(n)) for n in range(draw(st.integers(0, 4)))]
    facts += [draw(figures(n)) for n in range(draw(st.integers(0, 4)))]
    facts += [draw(elections(n)) for n in range(draw(st.integers(0, 2)))]
    facts += [
        work(
            f"w{n}",
            draw(st.sampled_from(["On Dykes", "On Mills"])),
            *draw(st.lists(persons, unique=True, max_size=2)),
        )
        for n in range(draw(st.integers(0, 2)))
    ]
    facts += [
        statement(
            f"s{n}",
            draw(persons),
            draw(st.sampled_from(["the dyke leaked", "the mill was old", "the bell was cracked"])),
            edtf=draw(dates),
            opponents=tuple(draw(st.lists(persons, unique=True, max_size=2))),
            links=draw(some_links | st.lists(links_of_statement(n), max_size=2).map(tuple)),
        )
        for n in range(draw(st.integers(0, 4)))
    ]
    facts += [
        term(
            f"t{n}",
            draw(st.sampled_from(["Wharf", "Heath", "Landing"])),
            draw(st.sampled_from(GLOSSES)),
        )
        for n in range(draw(st.integers(0, 4)))
    ]
    roles = st.sampled_from(["mayor of the valley", "a miller", "keeper of the gate"])
    holder = person(
        "Zed Zorn", offices=(office("zo", draw(roles), draw(st.sampled_from([None, *BODY_IDS]))),)
    )
    fates = st.none() | st.builds(
        lambda text, year: Fate(text=text, when=dating(year) if year else None),
        st.sampled_from(["drowned", "left the valley for good", "died in bed"]),
        st.sampled_from([None, "1872", "1875", "1880"]),
    )
    facts += [
        person(name, fate=draw(fates), importance=draw(st.sampled_from(Importance)), **extra)
        for name, extra in (
            ("Ada Bell", {"other_names": ("The Owl",)}),
            ("Ben Carr", {"other_names": ("Owl", "Benn Carr")}),
            ("Cy Dunn", {}),
        )
    ]
    facts += [holder, *(body(name, f"{name.title()} Assembly") for name in BODY_IDS)]
    return chapter(*facts, people=people)


def chapters() -> st.SearchStrategy[Chapter]:
    """Return chapters of every sort: full of coincidences, rich in facts, or next to empty."""
    return coincidences() | rich_chapters() | tiny_chapters()


def of_any_chapter(
    of: st.SearchStrategy[Chapter] | None = None, *, fewer: int = 1
) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Give a test its `record`: as many chapters as the profile says, or so many times fewer.

    None is shrunk, which would take minutes: what fails names the question.
    """
    few = settings(
        max_examples=settings().max_examples // fewer,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )
    return lambda test: few(given(record=chapters() if of is None else of)(test))
