"""Names typed for the people, bodies, works and terms of a real chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.answers.verdicts import MORE, RIGHT, WHAT, WRONG, short
from trainer.answers.expected import Names
from trainer.answers.judging import judge
from trainer.answers.verdict import AskAgain, PartlyRight, Right, Wrong

if TYPE_CHECKING:
    from trainer.answers.directory import Directory

# What is right, under the id of whom it names.
SPELLINGS = {
    "lenin": """Lenin | Vladimir Lenin | V. I. Lenin | V.I.Lenin | VI Lenin | Lenin, Vladimir | Lenin V. I. |
        Ulyanov-Lenin | Lenin (Ulyanov) | Vladimir Ilyich Lenin | Vladimir Ilyich | Ilyich | Comrade Lenin |
        Wladimir Lenin | Ленин | В. И. Ленин | Lénine | Lenin's | “Lenin” | Lennin | Lenim""",
    "trotsky": """Trotsky | Leon Trotsky | Lev Trotsky | L. D. Trotsky | Leo Trotzki | Trotskii | Trotzky | Trotskij |
        Trockij | Троцкий | Trotski | Tortsky | Trotksy | trotsky, leon""",
    "stalin": """Stalin | Joseph Stalin | Iosif Stalin | J. V. Stalin | I. V. Stalin | Koba | Joseph Djugashvili |
        Dzhugashvili | Jughashvili | Josef Dschugaschwili | Koba Stalin | Staline | Сталин""",
    "kamenev": "Kamenev | Kameneff | Lev Kamenev | Leo Kamenew | L. B. Kamenev | Camenev | Каменев",
    "zinoviev": "Zinoviev | Zinovyev | Zinovieff | Sinowjew | G. Zinoviev | Grigorii Zinov'ev | Zinoviv | Зиновьев",
    "sverdlov": "Sverdlov | Swerdlow | Sverdloff | Yakov Sverdlov | Ya. M. Sverdlov | J. M. Swerdlow | Jacob Sverdlov",
    "tsereteli": "Tsereteli | Tseretelli | Cereteli | Zereteli | Irakli Tsereteli | Tsertelli | Церетели",
    "chkheidze": "Chkheidze | Tschcheidse | Chkeidze | Czheidze | N. S. Chkheidze | Чхеидзе | Cheidze",
    "dzerzhinsky": "Dzerzhinsky | Dzerzhinskii | Dzierżyński | Dserschinski | Felix Dzerjinsky | Dzerzinsky",
    "lunacharsky": "Lunacharsky | Lunarcharsky | Lunatscharski | Lunacharskii | Anatole Lunacharsky",
    "kornilov": "Kornilov | General Kornilov | Korniloff | Kornilow | Lavr Kornilov | Gen. L. G. Kornilov",
    "krupskaya": "Krupskaya | Krupskaia | N. K. Krupskaya | Nadezhda Krupskaya | Krupskaja | Krupskaya, Nadezhda",
    "antonov-ovseenko": "Antonov-Ovseenko | Antonov Ovseyenko | Ovseenko | Vladimir Antonov-Ovsejenko | Ovseyenko",
    "antonov-saratov": "Antonov-Saratovsky | Saratovsky | Antonov-Saratovskii",
    "bonch-bruyevich": "Bonch-Bruyevich | Bonch | Bruevich | Bonchbruevich | V. D. Bonch-Bruevich",
    "nadezhda-alliluyeva": "Alliluyeva | Nadezhda Alliluyeva | Allilueva | Nadezhda Alliluyev",
    "alliluyev": "Alliluyev | Sergei Alliluyev | Alliluev | S. Alliluyev",
    "nicholas-ii": "Nicholas II | Tsar Nicholas II | Nikolai II | Николай II | Nicholas the Second | Nicolas 2nd",
    "volodarsky": "Volodarsky | V. Volodarsky | Vladimir Volodarsky | Volodarskii",
    "ordzhonikidze": "Ordzhonikidze | Ordjonikidze | Orjonikidze | Sergo Ordzhonikidze | Ordzhinikidze",
    "shlyapnikov": "Shlyapnikov | Shliapnikov | Aleksandr Shlyapnikov | Schljapnikow | Chliapnikov",
    "luxemburg": "Luxemburg | Rosa Luxembourg | R. Luxemburg | Luxembourg",
    "jordania": "Jordania | Zhordania | Noe Jordania",
    "joffe": "Joffe | Ioffe | A. A. Joffe | Adolph Joffe | Yoffe",
    "ulyanova": "Maria Ulyanova | Ulyanova | Maria Ilyinichna | M. I. Ulyanova | Maria Ulyanov",
    "lvov": "Lvov | Prince Lvov | Prince Lwow | G. E. Lvov | Georges Lvov",
    "martov": "Martov | Martow | Julius Martov | Yuly Martov",
}
RIGHT_NAMES = [
    (ident, name.strip()) for ident, names in SPELLINGS.items() for name in names.split("|")
]

OTHERS = [
    # a hit on another person says whose name that is
    ("lenin", "Trotsky", "wrong trotsky"),
    ("lenin", "Trotzki", "wrong trotsky"),
    ("lenin", "Koba", "wrong stalin"),
    ("martov", "Markov", "wrong markov"),
    ("markov", "Martow", "wrong martov"),
    ("alliluyev", "Alliluyeva", "wrong nadezhda-alliluyeva"),
    ("nadezhda-alliluyeva", "Alliluev", "wrong alliluyev"),
    ("sokolnikov", "Raskolnikov", "wrong raskolnikov"),
    ("fedorov", "Teodorovich", "wrong teodorovich"),
    ("ulyanova", "Lenin", "wrong lenin"),
    ("dan", "General Kornilov", "wrong kornilov"),
    ("lenin", "Pravda", "wrong pravda"),
    # the number is a part of the name
    ("nicholas-ii", "Nicholas I", WRONG),
    ("nicholas-ii", "Nikolai III", WRONG),
    ("nicholas-ii", "Nicholas the First", WRONG),
    ("lenin", "Nicholas II", "wrong nicholas-ii"),
    ("lenin", "Lenin II", WRONG),
    # nobody of this chapter
    ("lenin", "Robespierre", WRONG),
    ("dan", "Don", WRONG),
    ("dan", "Dean", WRONG),
    ("kornilov", "Krylov", WRONG),
    ("pokrovsky", "Vorovsky", WRONG),
    ("polovtsev", "Solovyov", WRONG),
    ("sukhanov", "Vladimir Ulyanov", WRONG),
    # too little to tell
    ("trotsky", "Leon", MORE),
    ("lenin", "Nikolai", MORE),
    ("lenin", "Vladimir", MORE),
    ("krupskaya", "Nadezhda", MORE),
    ("zinoviev", "Grigory", MORE),
    ("zinoviev", "Gregory", MORE),
    ("trotsky", "Lev Davidovich", MORE),
    ("kornilov", "General", MORE),
    ("kornilov", "the general", MORE),
    ("lvov", "Prince", MORE),
    ("nicholas-ii", "Nicholas", MORE),
    ("nicholas-ii", "Tsar Nicholas", MORE),
    ("antonov-ovseenko", "Antonov", MORE),
    ("antonov-saratov", "Antonov", MORE),
    ("antonov-saratov", "Vladimir Antonov", MORE),
    ("lenin", "Antonov", MORE),
    # a man's or a woman's
    ("krupskaya", "Krupsky", MORE),
    ("ulyanova", "Ulyanov", MORE),
    ("stassova", "Stassov", MORE),
    # with the wrong first name, a denial, a relation
    ("lenin", "P. Lenin", MORE),
    ("lenin", "Boris Lenin", MORE),
    ("lenin", "not Lenin", MORE),
    ("lenin", "not (Lenin)", MORE),
    ("lenin", "anti-Lenin", MORE),
    ("lenin", "the wife of Lenin", MORE),
    ("lenin", "Lenin's sister", MORE),
    ("lenin", "the sister of Lenin", MORE),
    ("stalin", "Stalin's secretary", MORE),
    # two are no answer
    ("lenin", "Lenin, Stalin", MORE),
    ("lenin", "Lenin or Trotsky", MORE),
    ("lenin", "Stalin-Lenin", MORE),
    # no names
    ("lenin", "", WHAT),
    ("lenin", "  .", WHAT),
    ("lenin", "1917", WHAT),
    ("lenin", "?!", WHAT),
    ("lenin", "Lenin " * 80, WHAT),
]

THINGS = [
    ("military-revolutionary-committee", "the Military Revolutionary Committee", RIGHT),
    ("military-revolutionary-committee", "Military-Revolutionary Comittee", RIGHT),
    ("military-revolutionary-committee", "Revolutionary Committee", MORE),
    ("military-revolutionary-committee", "Lenin", "wrong lenin"),
    ("petrograd-soviet", "Soviet of Petrograd", RIGHT),
    ("petrograd-soviet", "Petrograd Committee", "wrong petrograd-committee"),
    ("petrograd-soviet", "Soviet", MORE),
    ("central-committee", "Bolshevik Central Committee", RIGHT),
    ("april-conference", "the Bolshevik April Conference", RIGHT),
    ("front-conference", "conference", MORE),
    ("june-congress", "Congress of Soviets", MORE),
    ("june-congress", "1st Congress of Soviets", RIGHT),
    ("june-congress", "I Congress of the Soviets", RIGHT),
    ("june-congress", "Second Congress of Soviets", "wrong second-congress-of-soviets"),
    ("june-congress", "Third Congress of Soviets", WRONG),
    ("sovnarkom", "Sovnarkom", RIGHT),
    ("sovnarkom", "Council of Peoples Commissars", RIGHT),
    ("pre-parliament", "preparliament", RIGHT),
    ("pre-parliament", "the Council of the Republic", RIGHT),
    ("bolsheviks", "Bolshevik", RIGHT),
    ("bolsheviks", "the bolsheviki", RIGHT),
    ("bolsheviks", "Mensheviks", "wrong mensheviks"),
    ("april-theses", "April Theses", RIGHT),
    ("april-theses", "the april thesis", RIGHT),
    ("dual-power", "dual power", RIGHT),
    ("dual-power", "duel power", RIGHT),
    ("dual-power", "February Revolution", "wrong february-revolution"),
    ("pravda", "Правда", RIGHT),
]


def verdict(directory: Directory, ident: str, typed: str) -> str:
    return short(judge(Names((ident,)), typed, directory))


@pytest.mark.parametrize(("ident", "typed"), RIGHT_NAMES)
def test_a_name_is_right_however_it_is_spelled(
    year_1917: Directory, ident: str, typed: str
) -> None:
    assert verdict(year_1917, ident, typed) == RIGHT


@pytest.mark.parametrize(("ident", "typed", "expected"), OTHERS)
def test_what_is_not_the_name_is_told_what_it_is(
    year_1917: Directory, ident: str, typed: str, expected: str
) -> None:
    assert verdict(year_1917, ident, typed) == expected


@pytest.mark.parametrize(("ident", "typed", "expected"), THINGS)
def test_bodies_works_and_terms_go_by_their_recorded_names(
    year_1917: Directory, ident: str, typed: str, expected: str
) -> None:
    assert verdict(year_1917, ident, typed) == expected


@pytest.mark.parametrize(
    ("ident", "typed", "expected"),
    [
        ("agnes-pell", "Mother Pell", RIGHT),
        ("agnes-pell", "Agnes Pelle", RIGHT),
        ("agnes-pell", "Pell", RIGHT),
        ("agnes-pell", "Mother", MORE),
        ("silas-orme", "Silas Orme", RIGHT),
        ("silas-orme", "Orme the Younger", RIGHT),
        ("silas-orme", "Silas Orme jr.", RIGHT),
        ("silas-orme", "Silas Orme the Elder", WRONG),
        ("the-ferryman", "The Ferryman", RIGHT),
        ("the-ferryman", "ferryman", RIGHT),
        ("joan-thorne", "Joan Thorn", RIGHT),
        ("joan-thorne", "Jeanne Thorne", RIGHT),
        ("ruth-amble", "Ruth Pell", MORE),
    ],
)
def test_other_chapters_have_other_people(
    lane: Directory, ident: str, typed: str, expected: str
) -> None:
    assert verdict(lane, ident, typed) == expected


@pytest.mark.parametrize(
    ("accepted", "wanted", "typed", "expected"),
    [
        ("zinoviev kamenev", 2, "Zinoviev and Kamenev", RIGHT),
        ("zinoviev kamenev", 2, "Kamenew; Sinowjew", RIGHT),
        ("zinoviev kamenev", 2, "Zinoviev, Grigory and Kamenev, Lev", RIGHT),
        ("zinoviev kamenev", 2, "Zinoviev", "partly 0.50"),
        ("zinoviev kamenev", 2, "Zinoviev, Zinovieff", "partly 0.50"),
        ("zinoviev kamenev", 2, "Zinoviev, Stalin", "wrong stalin"),
        ("zinoviev kamenev", 2, "Stalin and Lenin", "wrong stalin"),
        ("zinoviev kamenev", 2, "Grigory and Kamenev", MORE),
        ("zinoviev kamenev sverdlov", 3, "Zinoviev, Kamenev, Stalin", "partly 0.33"),
        ("zinoviev kamenev sverdlov", 3, "Zinoviev, Kamenev", "partly 0.67"),
        (
            "zinoviev kamenev sverdlov",
            3,
            "Zinoviev, Kamenev, Sverdlov and Robespierre",
            "partly 0.67",
        ),
        ("zinoviev kamenev", 1, "Kamenev", RIGHT),
        ("zinoviev kamenev", 1, "Stalin", "wrong stalin"),
    ],
)
def test_a_list_earns_what_is_right_less_what_is_wrong(
    year_1917: Directory, accepted: str, wanted: int, typed: str, expected: str
) -> None:
    names = Names(tuple(accepted.split()), wanted)
    assert short(judge(names, typed, year_1917)) == expected


def test_a_wrong_name_is_introduced(year_1917: Directory) -> None:
    said = judge(Names(("lenin",)), "Trotzki", year_1917).message
    assert said.startswith("That is Leon Trotsky, ")


def test_a_misspelling_is_put_right(year_1917: Directory) -> None:
    said = judge(Names(("lenin",)), "Lenim", year_1917).message
    assert said == "Right. It is spelled Vladimir Lenin."


def _recorded(directory: Directory) -> list[tuple[str, str]]:
    return [
        (person.id, name)
        for person in directory.chapter.persons
        for name in (person.name, person.sort_name, *(n.name for n in person.other_names))
    ]


def test_every_recorded_name_is_right_or_shared(year_1917: Directory) -> None:
    recorded = _recorded(year_1917)
    asked = set()
    for ident, name in recorded:
        found = judge(Names((ident,)), name, year_1917)
        assert isinstance(found, Right | AskAgain), (ident, name)
        if isinstance(found, AskAgain):
            asked.add(name)
    # Only what is too little for a reader as well.
    assert asked <= {"Antonov", "Gregory"} | {
        name for _, name in recorded if sum(other == name for _, other in recorded) > 2
    }


def test_no_recorded_name_of_another_is_ever_right(year_1917: Directory) -> None:
    recorded = _recorded(year_1917)
    for person in year_1917.chapter.persons:
        for ident, name in recorded:
            if ident != person.id:
                found = judge(Names((person.id,)), name, year_1917)
                assert isinstance(found, Wrong | AskAgain), (person.id, name)


def test_every_name_of_a_body_work_or_term_is_right_or_shared(year_1917: Directory) -> None:
    chapter = year_1917.chapter
    bodies = ((o.id, o.name, o.other_names) for o in chapter.organizations)
    works = ((w.id, w.title, w.other_names) for w in chapter.works)
    terms = ((t.id, t.name, t.other_names) for t in chapter.terms)
    for ident, main, others in (*bodies, *works, *terms):
        for name in (main, *(other.name for other in others)):
            found = judge(Names((ident,)), name, year_1917)
            assert isinstance(found, Right | AskAgain), (ident, name)


@given(
    st.sampled_from(RIGHT_NAMES),
    st.sampled_from([str.upper, str.lower, str.title, str.swapcase]),
    st.sampled_from(["", " ", "\t \n"]),
    st.sampled_from(["", ".", " .", ". "]),
)
def test_case_spaces_and_a_full_stop_never_matter(
    year_1917: Directory, pair: tuple[str, str], recase: object, before: str, after: str
) -> None:
    ident, name = pair
    assert callable(recase)
    assert verdict(year_1917, ident, before + recase(name) + after) == RIGHT


@given(
    st.sampled_from(RIGHT_NAMES),
    st.integers(0, 40),
    st.sampled_from("\u0300\u0301\u0302\u0304\u0327"),
)
def test_accents_never_matter(
    year_1917: Directory, pair: tuple[str, str], place: int, accent: str
) -> None:
    ident, name = pair
    at = place % len(name)
    if name[at].isalpha() and name[at].isascii():
        assert verdict(year_1917, ident, name[: at + 1] + accent + name[at + 1 :]) == RIGHT


@given(st.text(max_size=40) | st.lists(st.sampled_from(RIGHT_NAMES), max_size=3).map(str))
def test_any_text_gets_a_verdict(year_1917: Directory, typed: str) -> None:
    for expected in (Names(("lenin",)), Names(("lenin", "stalin"), 2), Names(("bolsheviks",))):
        found = judge(expected, typed, year_1917)
        assert isinstance(found, Right | PartlyRight | Wrong | AskAgain)
        assert found.message
