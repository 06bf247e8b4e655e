"""Generated casts, full of people who are easily taken for one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.questions.builders import chapter
from tests.questions.builders import person as make_person
from trainer.answers.directory import Directory
from trainer.answers.expected import Names
from trainer.answers.judging import judge
from trainer.answers.verdict import AskAgain, Right, Wrong

if TYPE_CHECKING:
    from trainer.chapters.record import Person

GIVEN = (
    "Ada",
    "Adam",
    "Ian",
    "Jan",
    "Ivan",
    "John",
    "Nicholas",
    "Nikolai",
    "Anna",
    "Hanna",
    "V.",
    "",
)
SURNAMES = (
    "Bell", "Ball", "Bella", "Krymov", "Krylov", "Krylova", "Kamenev", "Kameneff", "Ivanov", "Ivanova",
    "O'Brien", "Brien", "van der Berg", "Berg", "Smith-Jones", "Jones", "Lee", "Li", "Martin", "King",
    "Trotsky", "Trotskaya", "Zhukov", "Zukov", "Müller", "Miller", "Ivan", "Dan", "Den",
)  # fmt: skip
RULERS = ("Nicholas I", "Nicholas II", "Nicholas III", "Ivan IV", "John II", "Malcolm X")
ALIASES = (
    "Koba",
    "Prince Berg",
    "Mother Bell",
    "Gregory",
    "the Miller",
    "Jones",
    "Ivan Bell",
    "Old Nick",
)


@st.composite
def persons(draw: st.DrawFn) -> tuple[Person, ...]:
    names = draw(
        st.lists(
            st.builds(
                lambda g, s: f"{g} {s}".strip(), st.sampled_from(GIVEN), st.sampled_from(SURNAMES)
            )
            | st.sampled_from(RULERS),
            min_size=1,
            max_size=8,
            unique=True,
        )
    )
    aliases = draw(st.lists(st.sampled_from(ALIASES), max_size=4, unique=True))
    found = [
        make_person(name, other_names=tuple(aliases[number : number + 1]))
        for number, name in enumerate(names)
    ]
    return tuple(found)


def _recorded(people: tuple[Person, ...]) -> list[tuple[str, str]]:
    return [
        (person.id, name)
        for person in people
        for name in (person.name, *(other.name for other in person.other_names))
    ]


@given(persons())
def test_a_recorded_name_is_right_or_asks_for_more(people: tuple[Person, ...]) -> None:
    directory = Directory(chapter(*people, people=()))
    for ident, name in _recorded(people):
        for typed in (name, name.upper(), f" {name.lower()}."):
            found = judge(Names((ident,)), typed, directory)
            assert isinstance(found, Right | AskAgain), (ident, typed, found)


@given(persons())
def test_a_recorded_name_of_another_is_never_right(people: tuple[Person, ...]) -> None:
    directory = Directory(chapter(*people, people=()))
    for person in people:
        for ident, name in _recorded(people):
            if ident != person.id:
                found = judge(Names((person.id,)), name, directory)
                assert isinstance(found, Wrong | AskAgain), (person.id, name, found)


@given(persons())
def test_whether_it_asks_does_not_depend_on_the_key(people: tuple[Person, ...]) -> None:
    directory = Directory(chapter(*people, people=()))
    typed = [*GIVEN, *SURNAMES, "Nicholas", "General Bell", "Adda Bell", "Krynov"]
    for name in typed:
        found = [judge(Names((person.id,)), name, directory) for person in people]
        asked = {verdict for verdict in found if isinstance(verdict, AskAgain)}
        assert len(asked) == (1 if any(isinstance(v, AskAgain) for v in found) else 0)
        assert not asked or all(isinstance(verdict, AskAgain) for verdict in found)


@given(persons())
def test_one_answer_is_right_for_one_person_at_most(people: tuple[Person, ...]) -> None:
    directory = Directory(chapter(*people, people=()))
    for name in (*SURNAMES, *RULERS, *ALIASES):
        right = [p.id for p in people if isinstance(judge(Names((p.id,)), name, directory), Right)]
        assert len(right) <= 1, (name, right)
