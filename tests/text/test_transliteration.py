from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures import YEAR_1917, loaded
from trainer.text.transliteration import key, masculine, readings


@pytest.mark.parametrize(
    "spellings",
    [
        "Trotsky Trotskii Trotski Trotzky Trotzki Trotskij Trotskiy Троцкий",
        "Tsereteli Tseretelli Cereteli Церетели",
        "Kamenev Kameneff Kamenew Kamenjew Каменев",
        "Zinoviev Zinovyev Zinovieff Zinov'ev Зиновьев",
        "Yaroslavsky Iaroslavskii Jaroslawski Ярославский",
        "Sverdlov Swerdlow Sverdloff Свердлов",
        "Lunacharsky Lunatcharski Lunatscharski Луначарский",
        "Shlyapnikov Shliapnikov Schljapnikow Шляпников",
        "Miliukov Milyukov Miljukow Milioukov Милюков",
        "Alliluyev Alliluev Allilujew Аллилуев",
        "Vassilyev Vasiliev Wassiljew Васильев",
        "Bruyevich Bruevich Brujewitsch Бруевич",
        "Fedorov Fyodorov Fjodorow Федоров Фёдоров",
        "Kisselev Kiselyov Киселёв",
        "Yevdokimov Evdokimov Jewdokimow",
        "Emelyanov Yemelyanov Emelianov Емельянов",
        "Ovseenko Ovseyenko Ovsejenko Овсеенко",
        "Krupskaya Krupskaia Krupskaja Крупская",
        "Gorky Gorki Gor'kii Gorkij Горький",
        "Joffe Ioffe Yoffe Иоффе",
        "Ryazanov Riazanov Рязанов",
        "Guchkov Gutschkow Goutchkov Гучков",
        "Sukhanov Сухано́в Sukhanoff",
        "Luxemburg Luxembourg Luksemburg",
        "Alexei Alexey Aleksei Alexej Алексей",
        "Dmitry Dmitri Dmitrii Дмитрий",
        "Djugashvili Dzhugashvili Dschugaschwili Джугашвили",
        "Pyotr Petr Пётр",
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: str) -> None:
    assert len({key(name) for name in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("Chkheidze", "Tschcheidse"),
        ("Zinoviev", "Sinowjew"),
        ("Dzerzhinsky", "Dserschinski"),
        ("Dzerzhinsky", "Dzierżyński"),
        ("Dzerzhinsky", "Dzerjinsky"),
        ("Preobrazhensky", "Preobraschenski"),
        ("Ryazanov", "Rjasanow"),
        ("Sukhanov", "Suchanow"),
        ("Ordzhonikidze", "Ordschonikidse"),
        ("Ordzhonikidze", "Orjonikidze"),
        ("Bukharin", "Boukharine"),
        ("Bukharin", "Bucharin"),
        ("Shlyapnikov", "Chliapnikov"),
        ("Zhordania", "Jordania"),
        ("Djugashvili", "Jughashvili"),
        ("Trotsky", "Trockij"),
        ("Dubcek", "Dubček"),
        ("Muller", "Müller"),
        ("Mueller", "Müller"),
        ("Lenin", "Lénine"),
    ],
)
def test_other_spellings_are_among_the_readings(name: str, spelling: str) -> None:
    assert key(name) in readings(spelling)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Krymov", "Krylov"),
        ("Markov", "Martov"),
        ("Dan", "Don"),
        ("Rykov", "Bykov"),
        ("Ulyanov", "Ulyanova"),
        ("Alliluyev", "Alliluyeva"),
        ("Kamenev", "Kameneva"),
        ("Sokolov", "Sokolnikov"),
        ("Stalin", "Stalina"),
        ("Antonov", "Antonova"),
        ("Bubnov", "Dubnov"),
        ("Tomsky", "Tumsky"),
        ("Ann", "Jan"),
        ("Zhukov", "Zukov"),
        ("Shaw", "Saw"),
        ("Chaplin", "Kaplin"),
    ],
)
def test_names_of_different_people_have_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_no_two_people_of_the_chapter_fold_to_one() -> None:
    persons = loaded(YEAR_1917).persons
    for one, other in combinations(persons, 2):
        assert key(one.sort_name) != key(other.sort_name), (one.id, other.id)
        assert readings(one.sort_name).isdisjoint(readings(other.sort_name)), (one.id, other.id)


@pytest.mark.parametrize(
    ("woman", "man"),
    [("Krupskaya", "Krupsky"), ("Ulyanova", "Ulyanov"), ("Nikitina", "Nikitin"), ("Bell", "Bell")],
)
def test_the_ending_for_men_is_known(woman: str, man: str) -> None:
    assert masculine(key(woman)) == masculine(key(man)) == key(man)


@given(st.text())
def test_any_text_has_a_key_among_its_readings(text: str) -> None:
    assert key(text) in readings(text)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1))
def test_case_makes_no_difference(text: str) -> None:
    assert key(text.upper()) == key(text.title()) == key(text)
