from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures import HARBOUR_COUNCIL, asked_of, loaded
from tests.quizzes.samples import FRONTS, STRIKE, TYPED, front, question
from trainer.questions.audit.item import read_items
from trainer.questions.audit.leakage import leaks
from trainer.questions.question import Form
from trainer.quizzes.drawing import CHOICES, draw, draw_fronts, gives_away

BANK = tuple(
    question(
        f"fact-{number}",
        aspect=aspect,
        template=aspect,
        prompt=f"What about matter {number} as to {aspect}?",
        texts=(f"{aspect} {number}00", f"{aspect} {number}01", f"{aspect} {number}02"),
    )
    for number in range(30)
    for aspect in ("when", "who", "outcome")
)

seeds = st.integers(0, 2**31 - 1)


@given(seeds, st.randoms(use_true_random=False))
def test_a_seed_gives_the_same_quiz_whatever_the_order_of_the_bank(
    seed: int, random: object
) -> None:
    mixed = list(BANK)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert draw(mixed, 20, seed) == draw(BANK, 20, seed)


def test_seeds_give_different_quizzes() -> None:
    assert len({draw(BANK, 5, seed) for seed in range(20)}) == 20


@given(seeds, st.integers(0, 40))
def test_a_quiz_has_as_many_questions_as_asked_for(seed: int, count: int) -> None:
    assert len(set(draw(BANK, count, seed))) == count


def test_a_quiz_without_a_count_takes_all() -> None:
    assert set(draw(BANK, None, 1)) == set(BANK)


@given(seeds)
def test_two_questions_on_one_fact_do_not_follow_each_other(seed: int) -> None:
    for one, two in pairwise(draw(BANK, 20, seed)):
        assert set(one.facts).isdisjoint(two.facts)


def test_a_card_is_asked_once() -> None:
    bank = [question(template=template) for template in ("when", "what", "calendar")]
    assert len(draw(bank, 3, 7)) == 1


def test_a_composite_question_shares_the_cards_it_is_made_of() -> None:
    single = question("strike")
    both = question("first", cards=(*single.cards, "port-merrow:vote#when"), texts=("x", "y"))
    assert len(draw([single, both], 2, 7)) == 1


def test_only_choices_are_drawn() -> None:
    assert draw([question(form=Form.TYPED)], None, 1) == ()


def test_a_stem_gives_away_a_key_only_as_whole_words() -> None:
    asks = question("leader", texts=("Thorne", "Quill"), key=1, prompt="Who moved it?")
    names = question("box", prompt="When did Hester QUILL resign?")
    resembles = question("box", prompt="When were quills sold?")
    assert gives_away(names, asks)
    assert not gives_away(resembles, asks)


@given(seeds)
def test_no_stem_gives_away_another_answer_while_the_bank_has_enough(seed: int) -> None:
    telling = question("fact-99", prompt="What became of when 101?", texts=("x1", "y1"))
    drawn = draw([*BANK, telling], 20, seed)
    for one, two in combinations(drawn, 2):
        assert not gives_away(one, two)
        assert not gives_away(two, one)


def test_a_small_bank_keeps_a_stem_that_merely_mentions_a_key() -> None:
    asks = question("leader", texts=("Thorne", "Quill"), prompt="Who moved it?", facts=("leader",))
    mentions = question("box", prompt="When did Quill resign?", facts=("box",))
    tells = question("box", prompt="When did Quill resign?", facts=("box", "leader"))
    assert len(draw([asks, mentions], 2, 7)) == 2
    assert len(draw([asks, tells], 2, 7)) == 1


def test_a_surname_in_a_stem_on_the_same_fact_is_a_clue() -> None:
    asks = question("leader", texts=("Abel Thorne", "Hester Quill"), prompt="Who moved it?")
    tells = question("leader", aspect="when", prompt="When did Quill move it?")
    elsewhere = question("box", aspect="when", prompt="When did Quill resign?")
    assert gives_away(tells, asks)
    assert not gives_away(elsewhere, asks)


def test_a_surname_in_a_stem_that_tells_the_same_of_another_fact_is_a_clue() -> None:
    asks = question(
        "strike",
        texts=("Abel Thorne", "Hester Quill"),
        prompt="Who called the lamplighters off the night rounds?",
    )
    tells = question(
        "leaflet", prompt="When did Quill print that the lamplighters were off their night rounds?"
    )
    assert gives_away(tells, asks)


def test_a_quiz_on_a_chapter_never_has_both_of_a_leaking_pair() -> None:
    bank = asked_of(HARBOUR_COUNCIL)
    pairs = list(leaks(read_items(bank.questions, [loaded(HARBOUR_COUNCIL)])))
    assert pairs
    for seed in range(2):
        drawn = {each.id for each in draw(bank.questions, None, seed)}
        assert [(one.id, two.id) for one, two in pairs if {one.id, two.id} <= drawn] == []


def test_one_answer_is_not_asked_for_twice_on_one_fact() -> None:
    names = [
        question(f"abel/{name}", prompt=f"Who is meant by “{name}”?", texts=("Hester", "Abel"))
        for name in ("Owl", "Heron")
    ]
    assert len(draw(names, None, 0)) == 1


def test_flash_cards_come_in_the_order_of_the_seed() -> None:
    cards = tuple(front(f"fact-{number}") for number in range(9))
    assert draw_fronts(cards, None, 3) == draw_fronts(cards[::-1], None, 3)
    assert len({draw_fronts(cards, None, seed) for seed in range(9)}) == 9
    assert draw_fronts(FRONTS, 2, 1) == draw_fronts(FRONTS, None, 1)[:2]


def test_only_the_forms_asked_for_are_drawn() -> None:
    bank = [STRIKE, TYPED]
    assert draw(bank, None, 1) == draw(bank, None, 1, CHOICES) == (STRIKE,)
    assert draw(bank, None, 1, {Form.TYPED}) == (TYPED,)
    assert set(draw(bank, None, 1, frozenset(Form))) == {STRIKE, TYPED}


def test_a_card_is_asked_in_one_form_only() -> None:
    typed = question(texts=("9 May 1889",), key=0, form=Form.DATE)
    assert len(draw([STRIKE, typed], None, 4, frozenset(Form))) == 1


def test_any_name_of_the_answer_gives_it_away() -> None:
    assert gives_away(question("lamps", prompt="What did Old Feather carry?"), TYPED)
    assert not gives_away(question("lamps", prompt="What did the old man carry?"), TYPED)
