"""The audit as a whole: coverage, difficulty, and how it is shown."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.questions.audit.planted import choice
from tests.questions.builders import (
    CORE,
    PEOPLE,
    SPRING,
    bank,
    chapter,
    deed,
    event,
    motion,
    texts,
)
from tests.questions.strategies import of_any_chapter
from trainer.chapters.record import Importance, Status
from trainer.questions.audit.auditing import Audit, audit
from trainer.questions.audit.coverage import State, coverage
from trainer.questions.audit.finding import NotJudged
from trainer.questions.audit.hardness import hardness
from trainer.questions.audit.showing import as_data, as_lines
from trainer.questions.bank import build_bank
from trainer.questions.difficulty import HARD_FROM, MEDIUM_FROM, Level, difficulty, level
from trainer.questions.index import Index
from trainer.questions.question import Form

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter

FACTS = (
    *SPRING,
    event("shut", "the shutting of the gate", "1871-04-20", ask=False, reason="too dull"),
    event("bare", "the wedding", importance=CORE),
    event("ring", "the ringing of the bells", "1871-04-29", people=(deed("ada-bell", "rang them"),)),
)  # fmt: skip


def audited() -> Audit:
    told, made = chapter(*FACTS), bank(*FACTS)
    return audit([told], made.questions, made.fronts, made.withheld)


def test_every_aspect_is_asked_or_has_its_reason() -> None:
    found = {each.id: each for each in audited().coverage.aspects}
    assert found["flood:event-1#when"].state is State.ASKED
    assert found["flood:shut#when"].state is State.WITHHELD
    assert "too dull" in " ".join(found["flood:shut#when"].reasons)
    assert found["flood:bare"].state is State.NO_ASPECT
    assert all(each.reasons for each in found.values() if each.state is not State.ASKED)


@of_any_chapter()
def test_of_any_chapter_no_question_is_flawed_and_no_aspect_silent(record: Chapter) -> None:
    made = build_bank(record)
    found = audit([record], made.questions, made.fronts, made.withheld)
    asked = {each.id: (each.prompt, texts(each)) for each in made.questions}
    flaws = [flaw for flaw in found.flaws if flaw.check not in {"guessing", "places"}]
    assert [(flaw.what, *map(asked.get, flaw.questions)) for flaw in flaws] == []


def test_core_facts_come_first() -> None:
    importances = [each.importance for each in audited().coverage.aspects]
    assert importances == sorted(importances, key=list(Importance).index)
    assert importances[0] is CORE


def test_an_aspect_without_a_reason_is_a_flaw() -> None:
    told, made = chapter(*FACTS), bank(*FACTS)
    found = audit([told], (), (), [each for each in made.withheld if "shut" in each.card])
    silent = [flaw for flaw in found.flaws if flaw.check == "coverage"]
    assert len(silent) == len(found.coverage.silent) > 0


def test_what_is_confirmed_in_the_texts_own_words_is_a_flaw_and_not_asked() -> None:
    quoted = event("dam", "“broke at night”", "1871-04-02")
    draft = replace(quoted, id="draft", status=Status.DRAFT)
    vote = motion("poll", "“mend the dam”", "council", (5, 4))
    record = chapter(*SPRING, quoted, draft, vote)
    made = build_bank(record)
    assert not [q for q in made.questions if {"dam", "poll"} & set(q.facts)]
    flaws = audit([record], made.questions, made.fronts, made.withheld).flaws
    assert [flaw.what for flaw in flaws if flaw.check == "own words"] == [
        "events.yaml:1:1: the title of dam is still in the text's own words",
        "events.yaml:1:1: the motion of poll is still in the text's own words",
    ]
    assert not audit([record], made.questions, selected=set()).unworded


def test_a_deck_is_held_to_what_it_selects() -> None:
    told, made = chapter(*FACTS), bank(*FACTS)
    wanted = {"flood:event-1#when", "flood:event-2#when"}
    found = coverage([told], made.questions, made.fronts, made.withheld, selected=wanted)
    assert {each.id for each in found.aspects} == wanted


def test_the_table_is_short() -> None:
    lines = list(as_lines(audited()))
    assert len(lines) <= 25
    assert all(len(line) <= 100 for line in lines)


def test_wide_figures_do_not_run_into_the_next_column() -> None:
    found = audited()
    many = tuple(
        replace(each, judged=117_400, not_judged=_not_judged(1_092)) for each in found.verdicts
    )
    lines = list(as_lines(replace(found, verdicts=many)))
    assert "(1092)  " in "\n".join(lines)
    assert not any(f"){each.check}" in line for each in many for line in lines)
    assert all(len(line) <= 100 for line in lines)


def _not_judged(many: int) -> tuple[NotJudged, ...]:
    return tuple(NotJudged(check="", question=f"q-{number}", reason="") for number in range(many))


def test_an_empty_deck_has_a_table_too() -> None:
    assert list(as_lines(audit([chapter()], ())))


def test_everything_is_there_as_data() -> None:
    found = json.loads(json.dumps(as_data(audited())))
    assert {check["check"] for check in found["checks"]} >= {"length", "leakage"}
    assert all(row["reason"] or "score" in row for row in found["guessing"])
    assert sum(found["difficulty"]["levels"].values()) == sum(found["difficulty"]["tenths"])
    assert {each["state"] for each in found["coverage"]} >= {"asked", "withheld", "no aspect"}


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (0.0, Level.EASY),
        (MEDIUM_FROM - 0.01, Level.EASY),
        (MEDIUM_FROM, Level.MEDIUM),
        (HARD_FROM - 0.01, Level.MEDIUM),
        (HARD_FROM, Level.HARD),
        (1.0, Level.HARD),
    ],
)
def test_levels_begin_where_they_say(at: float, expected: Level) -> None:
    assert level(at) is expected


def test_the_tenths_of_the_scale_are_counted() -> None:
    found = hardness(
        [choice("Who?", "*a", "b", difficulty=at) for at in (0.0, 0.29, 0.3, 0.7, 1.0)]
    )
    assert found.tenths == (1, 0, 1, 1, 0, 0, 0, 1, 0, 1)
    assert dict(found.levels) == {Level.EASY: 3, Level.MEDIUM: 0, Level.HARD: 2}


def test_each_feature_makes_a_question_harder() -> None:
    def of(importance: Importance = CORE, form: Form = Form.CHOICE, **given: float) -> float:
        return difficulty(
            importance, form, **{"precision": 0.5, "closeness": 0.5, "familiarity": 0.5, **given}
        )

    assert of() < of(Importance.SECONDARY) < of(Importance.TRIVIA)
    assert of() < of(form=Form.TYPED)
    assert of() < of(precision=0.9)
    assert of() < of(closeness=0.9)
    assert of() < of(familiarity=0.1)
    assert of(precision=0, closeness=0, familiarity=1) >= 0
    assert of(Importance.TRIVIA, Form.TYPED, precision=1, closeness=1, familiarity=0) <= 1


def test_who_is_named_often_is_easier_to_tell() -> None:
    rings = [event(f"ring-{n}", f"the {n}th ringing", people=(deed("ada-bell", f"rang {n}"),)) for n in range(6)]  # fmt: skip
    told = chapter(*rings, event("run", "the run", people=(deed("ben-carr", "ran"),)))
    index = Index(told)
    assert index.familiarity("ada-bell") == 1
    assert 0 < index.familiarity("ben-carr") < 1
    assert index.familiarity("no-person") == 0.5
    assert len(PEOPLE) == len(told.persons)
