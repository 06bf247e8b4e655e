"""Each check on flaws that were planted, on sound questions, and on what it cannot judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.questions.audit.planted import dates, events, planted, said
from trainer.questions.audit.absolutes import TERMS
from trainer.questions.audit.checks import CHECKS
from trainer.questions.audit.convergence import CONVERGENCE
from trainer.questions.audit.duplicates import DUPLICATES
from trainer.questions.audit.echoes import ECHO
from trainer.questions.audit.finding import Weight
from trainer.questions.audit.grammar import GRAMMAR
from trainer.questions.audit.leakage import LEAKAGE
from trainer.questions.audit.lengths import LENGTH
from trainer.questions.audit.likeness import TYPE
from trainer.questions.audit.naming import NAMING
from trainer.questions.audit.order import ORDER
from trainer.questions.question import Kind, OptionSource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.questions.audit.finding import Check
    from trainer.questions.audit.item import Item

Row = tuple[str, ...]

WHAT = "Which of these took place?"
WHO = "Who rang the alarm?"


def rows(*table: Row) -> list[Item]:
    return [planted(*row) for row in table]


# Check, items with the flaw, items without it. An item of several questions is a tuple.
LONG = rows(
    (WHAT, "*The great flood that came in the night and took the mill", "A fire", "A frost", "A fair"),
    (WHAT, "The sale of the mill", "*The sale of the old mill to the town council of the north", "The fair", "The frost"),
    (WHAT, "*The fire", "The long winter of the great frost", "The wedding of the miller", "The sale of the mill"),
    (WHAT, "*A very long description of what was", "Short one", "Short two"),
    ("What was decided?", "Raise the dyke", "Sell the mill", "*Mend the gate in the north, and pay for it out of the tax"),
    ("What was decided?", "Raise the dyke a second time", "Sell the mill to the town", "*Wait", "Mend the northern gate"),
)  # fmt: skip
EVEN = rows(
    (WHAT, "*The great flood", "The long frost", "The first fair", "The mill fire"),
    (WHAT, "The sale of the mill", "*The sale of the old mill", "The fire at the mill"),
    (WHAT, "*The fire at the mill", "The fire at the old mill", "The sale of a mill"),
    (WHAT, "Wind", "*Rain", "Snow"),
    ("What was decided?", "Raise the dyke", "*Sell the mill", "Mend the gate", "Pay the smith"),
    ("What was decided?", "Raise the dyke again", "*Sell the mill", "Mend the gate"),
)

ECHOING = rows(
    ("What became of the old sluice?", "*The sluice was mended", "The dyke was raised", "The mill was sold", "The gate was shut"),
    ("Which body sat in the northern valley?", "*The Valley Board", "The Town Council", "The Guilds"),
    ("What did the reporters do?", "*They reported the flood", "They sold the mill", "They rang the bells"),
    ("Which view was taken of the dyke?", "The mill was old", "*The dyke leaked", "The frost was hard"),
    ("What followed the burning of the mill?", "*The mill was built again, burning or not", "The mill was sold", "The frost came"),
    ("Which work tells of floods?", "On Dykes", "*On the Flood", "On Mills", "On Frost"),
)  # fmt: skip
SILENT = rows(
    ("What became of the old sluice?", "*It was mended", "It was raised", "It was sold"),
    ("Which body sat in the valley?", "*The Town Council", "The Valley Board", "The Guilds"),
    (
        "What did the reporters do?",
        "*They reported the flood",
        "They reported the fire",
        "They rang",
    ),
    ("Which view was taken of the dyke?", "*The dyke leaked", "The dyke held", "The mill was old"),
    (
        "Which view was taken of the dyke and the mill?",
        "*The dyke leaked",
        "The mill was old",
        "All was well",
    ),
    ("In which month was the fair?", "*April 1871", "May 1871", "June 1871"),
)

CUED = rows(
    ("What was the mill made into? It became an", "*inn", "brewery", "school"),
    ("What was seen at night? It was a", "*bell", "owl", "eagle"),
    ("The miller was an …", "*honest man", "thief", "soldier"),
    ("Which papers were burnt?", "*The letters of the miller", "The book of the guild", "The deed of the mill"),
    (WHAT, "*Selling the mill to the town", "To burn the mill down", "To raise the dyke"),
    (WHAT, "*They sold the mill", "The sale of the dyke", "The burning of the gate", "The mending of the sluice"),
    ("Which paper was burnt?", "*The book of the guild", "The letters of the miller", "The deeds of the mill"),
)  # fmt: skip
UNCUED = rows(
    ("What was the mill made into? It became an", "*inn", "office", "asylum"),
    ("What was seen at night? It was a", "*bell", "union", "use"),
    (
        "Which papers were burnt?",
        "*The letters of the miller",
        "The deeds of the mill",
        "The books",
    ),
    (WHAT, "*The sale of the mill", "The burning of the dyke", "The mending of the gate"),
    (WHAT, "*Anna's sale of the mill", "The burning of the dyke", "Emma Frost's return"),
    (WHO, "*Anna Bell", "Carl Dorn", "Emma Frost"),
    ("Which body decided it?", "*The Town Council", "The Guilds", "The North Assembly"),
)

MADE_UP = OptionSource.COMPUTED
TELLTALE = [
    *rows(
        ("What held?", "*The dyke held", "The dyke always broke", "The dyke never stood", "The gate only leaked"),
        ("What held?", "*The dyke usually held", "The dyke broke", "The gate broke"),
        ("What held?", "*The dyke perhaps held", "The dyke broke", "The gate broke"),
        ("What held?", "The dyke", "*The gate", "All of the above"),
        ("What held?", "The dyke", "*The gate", "None of these"),
        ("Who held?", "Anna Bell", "*Emma Frost", "Both of them"),
    ),
    planted("What held?", "*The dyke", "Nothing at all", "The gate", source=MADE_UP),
    planted("What held?", "*The dyke", "It may have been the mill", "The gate", source=MADE_UP),
]  # fmt: skip
PLAIN = rows(
    ("What held?", "*The dyke held", "The dyke broke", "The gate leaked"),
    ("What ended?", "*The May dinner", "The fair", "The strike"),
    ("What held?", "*The appeal “To All the Millers”", "The appeal to the guilds", "The order"),
    ("What met?", "*The all-valley meeting", "The guilds", "The council"),
    ("What held?", "*The dyke of the North", "The dyke of the South", "The gate"),
    ("Who held?", "*Anna Bell", "Emma Frost", "Carl Dorn"),
    ("What was that?", "*A ball of fire", "A tall tower", "A wall"),
)

CONVERGENT = [
    dates("When?", "3 March 1871", "*3 April 1871", "9 April 1871", "3 April 1872"),
    dates("When?", "5 May 1871", "*12 May 1871", "12 June 1871", "12 May 1870"),
    planted("How?", "*Carried: 40 for, 12 against", "Carried: 40 for, 9 against", "Carried: 31 for, 12 against", "Rejected: 40 for, 12 against", kind=Kind.VOTE),
    *rows(
        ("What?", "*Grey bricks, square tower", "Grey timber", "Bricks and thatch", "Square windows"),
        ("What?", "*Northern silver mine", "Northern gold", "Silver spoon", "Deep mine"),
        ("What?", "*Winter market, barley bread", "Winter feast", "Market gate", "Barley soup" ),
    ),
]  # fmt: skip
SPREAD = [
    dates("When?", "3 March 1871", "*12 April 1871", "24 May 1871", "30 June 1871"),
    dates("When?", "3 April 1871", "*12 April 1871", "24 April 1871", "30 April 1871"),
    dates("When?", "*3 April 1871", "3 May 1871", "12 April 1871", "12 May 1871"),
    planted("How?", "*Carried: 40 for, 12 against", "Carried: 12 for, 40 against", "Rejected: 40 for, 12 against", "Rejected: 12 for, 40 against", kind=Kind.VOTE),
    *rows(
        ("What?", "*Red bricks", "Red timber", "Blue bricks", "Blue timber"),
        ("What?", "*The great flood", "The long frost", "The sale of the mill"),
        ("What?", "*The fire at the mill", "The sale of the mill", "The wedding at the mill"),
    ),
]  # fmt: skip

DISORDERED = [
    dates("When?", "12 April 1871", "*3 April 1871", "24 May 1871"),
    dates("When?", "*April 1871", "March 1871", "May 1871"),
    dates("When?", "1873", "1872", "*1871"),
    dates("When?", "3–9 May 1871", "*1–4 April 1871", "2 June 1871"),
    planted("How many?", "40", "*12", "60", kind=Kind.VOTE),
    planted("How many?", "1,200", "*900", "1,500", kind=Kind.VOTE),
]
ORDERED = [
    dates("When?", "3 April 1871", "*12 April 1871", "24 May 1871"),
    dates("When?", "*March 1871", "April 1871", "May 1871"),
    dates("When?", "1871", "1872", "*1873"),
    dates("When?", "28 December 1870", "*9 January 1871", "2 February 1871"),
    planted("How many?", "12", "*40", "60", kind=Kind.VOTE),
    planted("How many?", "900", "*1,200", "1,500", kind=Kind.VOTE),
]

ONE, OTHER = "flood:one#who", "flood:other#who"
DOUBLED: list[Item | tuple[Item, ...]] = [
    *rows(
        (WHAT, "*The great flood", "the great flood", "The long frost"),
        (WHO, "*Anna Bell", "Carl Dorn", "The Miller"),
        (WHAT, "*The sale of the old mill to the council", "The sale of the old mill to the councils", "The frost"),
    ),
    dates("When?", "*3 April 1871", "3 April, 1871", "9 May 1871"),
    (planted(WHO, "*Anna Bell", "Emma Frost", name="a", card=ONE), planted(WHO, "*Anna Bell", "Georg Holt", name="b", card=OTHER)),
    (planted(WHO, "*Anna Bell", "Emma Frost", name="a", card=ONE), planted(WHO, "*Georg Holt", "Emma Frost", name="b", card=OTHER)),
    (planted(WHAT, "*Flood", "Frost", name="a", card=ONE), planted(WHAT, "Flood", "*Frost", name="b", card=OTHER)),
]  # fmt: skip
SINGLE: list[Item | tuple[Item, ...]] = [
    *rows(
        (WHAT, "*The great flood", "The second flood", "The long frost"),
        (WHO, "*Anna Bell", "Emma Frost", "Georg Holt"),
        (WHO, "*The Town Council", "The North Assembly", "The Guilds"),
    ),
    dates("When?", "*3 April 1871", "April 1871", "9 May 1871"),
    (planted(WHAT, "*Flood", "Frost", name="a", card=ONE), planted(WHAT, "*Fire", "Fair", name="b", card=OTHER)),
    (planted(WHO, "*Anna Bell", "Emma Frost", name="a", card=ONE), planted("Who fled?", "*Anna Bell", "Georg Holt", name="b", card=OTHER)),
]  # fmt: skip

ODD = [
    planted(WHO, "*Anna Bell", "Emma Frost", "The Town Council"),
    planted(WHO, "*The Town Council", "The Guilds", "Georg Holt"),
    planted(WHO, "*Anna Bell", "Emma Frost", "the great flood of spring"),
    dates("When?", "*3 April 1871", "12 April 1871", "May 1871"),
    dates("When?", "*1871", "1872", "3 April 1873"),
    planted("How many?", "12", "*40", "9,000", kind=Kind.VOTE),
    planted("How many?", "*2", "60", "75", kind=Kind.VOTE),
]
ALIKE = [
    planted(WHO, "*Anna Bell", "Emma Frost", "Georg Holt"),
    planted(WHO, "*The Town Council", "The Guilds", "The North Assembly"),
    events(WHAT, "*The great flood", "The sale of the mill", "The fire at the mill"),
    dates("When?", "*3 April 1871", "12 April 1871", "24 May 1871"),
    dates("When?", "*April 1871", "May 1871", "June 1871"),
    planted("How many?", "12", "*40", "90", kind=Kind.VOTE),
]

NAMED = rows(
    ("Whom did Bell's enemies fear?", "*Anna Bell", "Emma Frost", "Georg Holt"),
    ("Who, called Karl, ran?", "*Carl Dorn", "Emma Frost", "Georg Holt"),
    ("Who led the Jarovites?", "*Ivan Jarov", "Emma Frost", "Georg Holt"),
    ("Which body heard the Town Council's plan?", "*The Town Council", "The Guilds"),
    ("After the great flood, what happened?", "*The great flood", "The frost", "The fair"),
    ("In April 1871 it froze. When was the fair?", "*April 1871", "May 1871", "June 1871"),
    ("What was the sale, in spring, of that mill?", "*The mill sale of spring", "The frost"),
)
UNNAMED = rows(
    (WHO, "*Anna Bell", "Emma Frost", "Georg Holt"),
    ("Who rang bells at night?", "*Emma Frost", "Anna Bell", "Georg Holt"),
    ("Whom did Frost fear?", "*Anna Bell", "Georg Holt", "Ivan Jarov"),
    ("Which body of the town decided?", "*The Town Council", "The Guilds"),
    ("What came after the flood of March?", "*The flood of April", "The frost", "The fair"),
    ("When in 1871 was the fair?", "*April 1871", "May 1871", "June 1871"),
)


def pair(one: str, key: str, other: str, other_key: str, *, fact: str = "two") -> tuple[Item, Item]:
    """Return two questions that ask about two facts, or one."""
    return (
        planted(one, f"*{key}", "Georg Holt", name="a", card="flood:one#who"),
        planted(other, f"*{other_key}", "Ivan Jarov", name="b", card=f"flood:{fact}#what"),
    )


LEAKING = [
    pair("Who sold the burnt mill to Anna Bell?", "Emma Frost", "Who bought the burnt mill?", "Anna Bell", fact="one"),
    pair("Where did Anna Bell ring the alarm about the flood?", "Emma Frost", "Who rang the alarm about the flood?", "Anna Bell", fact="one"),
    pair("What did Bell write about dykes, sluices and gates?", "Emma Frost", "Who wrote on dykes, sluices, gates?", "Anna Bell"),
    pair("Who fled in April 1871 from the burning northern mill?", "Emma Frost", "In which month stood the northern mill burning?", "April 1871"),
    pair("Who moved in the Town Council to raise the dyke again?", "Emma Frost", "Which body voted to raise the dyke again?", "The Town Council"),
    pair("Who saw the great flood carry off bridges and cattle?", "Emma Frost", "What carried off bridges, cattle?", "The great flood", fact="one"),
]  # fmt: skip
TIGHT = [
    pair("Whom did Anna Bell marry?", "Emma Frost", "Who sold the burnt mill?", "Anna Bell"),
    pair("Who fled in April 1871?", "Emma Frost", "In which month was the dyke raised?", "April 1871"),
    pair("Who bought the mill?", "Emma Frost", "Who sold the mill?", "Anna Bell", fact="one"),
    pair("What did Bell hold?", "Emma Frost", "Who opened the sluice of the dyke?", "Anna Bell"),
    pair("Who led the Town Council?", "Emma Frost", "Which body sold the northern mill?", "The Town Council"),
    pair("Who rang bells?", "Emma Frost", "Who opened the sluice?", "Anna Bell", fact="one"),
]  # fmt: skip

TABLES: list[tuple[Check, Sequence[Item | tuple[Item, ...]], Sequence[Item | tuple[Item, ...]]]] = [
    (LENGTH, LONG, EVEN),
    (ECHO, ECHOING, SILENT),
    (GRAMMAR, CUED, UNCUED),
    (TERMS, TELLTALE, PLAIN),
    (CONVERGENCE, CONVERGENT, SPREAD),
    (ORDER, DISORDERED, ORDERED),
    (DUPLICATES, DOUBLED, SINGLE),
    (TYPE, ODD, ALIKE),
    (NAMING, NAMED, UNNAMED),
    (LEAKAGE, LEAKING, TIGHT),
]


def _together(items: Item | tuple[Item, ...]) -> tuple[Item, ...]:
    return items if isinstance(items, tuple) else (items,)


def _cases(*, flawed: bool) -> list[object]:
    return [
        pytest.param(check, _together(items), id=f"{check.name}-{n}")
        for check, with_flaw, without in TABLES
        for n, items in enumerate(with_flaw if flawed else without)
    ]


@pytest.mark.parametrize(("check", "items"), _cases(flawed=True))
def test_a_planted_flaw_is_found(check: Check, items: tuple[Item, ...]) -> None:
    assert said(check, *items) == "finding", [item.stem for item in items]


@pytest.mark.parametrize(("check", "items"), _cases(flawed=False))
def test_a_sound_question_passes(check: Check, items: tuple[Item, ...]) -> None:
    assert said(check, *items) == "passed", check(items)


def test_every_check_has_six_of_either() -> None:
    assert [row[0].name for row in TABLES if min(len(row[1]), len(row[2])) < 6] == []
    assert {row[0].name for row in TABLES} == {check.name for check in CHECKS}


NOT_JUDGED = [
    (LENGTH, planted(WHO, "*Anna Bell", "Emma Frost", "Georg Holt"), "sort person"),
    (LENGTH, dates("When?", "*3 April 1871", "9 May 1871"), "sort date"),
    (ECHO, planted("Who?", "*Anna Bell", "Emma Frost"), "no telling word"),
    (GRAMMAR, planted("Who lost his hat?", "*Carl Dorn", "Emma Frost"), "which sex"),
    (GRAMMAR, planted(WHAT, "*Mayor of the town", "Miller by trade", "Smith"), "cannot tell the form"),
    (TERMS, planted(WHAT, "*The only fire", "The flood", "The frost"), "part of a fact"),
    (TERMS, planted(WHAT, "*The fire", "The book that never was", "The frost"), "part of a fact"),
    (CONVERGENCE, planted(WHO, "*Anna Bell", "Emma Frost"), "names have no features"),
    (ORDER, planted(WHO, "*Anna Bell", "Emma Frost"), "any order"),
    (ORDER, planted(WHAT, "*The fire", "The flood"), "any order"),
    (TYPE, planted(WHAT, "*The fire", "The flood"), "stands for no fact"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "item", "reason"), NOT_JUDGED)
def test_what_a_rule_cannot_judge_is_not_called_passed(
    check: Check, item: Item, reason: str
) -> None:
    verdict = check([item])
    assert verdict.judged == 0
    assert [reason in each.reason for each in verdict.not_judged] == [True]


def test_a_finding_names_its_question_and_the_mend() -> None:
    for check, flawed, _ in TABLES:
        for items in flawed:
            found = check(_together(items)).findings[0]
            assert found.check == check.name
            assert set(found.questions) <= {item.id for item in _together(items)}
            assert found.questions
            assert found.what
            assert found.mend


def test_a_leak_is_a_note_and_all_else_a_flaw() -> None:
    for check, flawed, _ in TABLES:
        weights = {each.weight for items in flawed for each in check(_together(items)).findings}
        assert weights == {Weight.NOTE if check is LEAKAGE else Weight.FLAW}
