from __future__ import annotations

import pytest

from trainer.errors import ContentError, Place, Problem, TrainerError, UsageError


def test_a_problem_says_where_what_and_how_to_mend_it() -> None:
    problem = Problem(Place("votes.yaml", 41, 5), "counts add up to 999", "correct one of them")
    assert str(problem) == "votes.yaml:41:5: counts add up to 999 – correct one of them"


def test_what_is_not_known_is_left_out() -> None:
    assert str(Problem(None, "no chapters")) == "no chapters"
    assert str(Problem(Place("votes.yaml"), "empty")) == "votes.yaml: empty"


def test_problems_are_told_in_the_order_of_the_files() -> None:
    problems = [
        Problem(Place("b.yaml", 1, 1), "third"),
        Problem(Place("a.yaml", 10, 1), "second"),
        Problem(Place("a.yaml", 9, 1), "first"),
    ]
    assert [each.what for each in ContentError(problems).problems] == ["first", "second", "third"]


@pytest.mark.parametrize(("error", "code"), [(TrainerError("x"), 1), (UsageError("x"), 2)])
def test_only_a_wrong_call_is_a_usage_error(error: TrainerError, code: int) -> None:
    assert error.exit_code == code
