from __future__ import annotations

import pytest

from tests.chapters.evidence.village import RETURN, cites, day, event, findings
from trainer.chapters.evidence import Verdict
from trainer.chapters.record import Dating, Derivation, Evidence, Status
from trainer.dates import Calendar


def verdict_on(when: Dating, *evidence: Evidence) -> Verdict:
    return findings(event(*evidence, when=when))["date"].verdict


SESSION = cites(4, "fourteenth to the twenty- second of May")


@pytest.mark.parametrize(
    ("when", "evidence"),
    [
        (day("1917-04-03"), RETURN),
        (day("1917-04-16", Calendar.GREGORIAN), RETURN),
        (day("1917-06-12"), cites(4, "June 25 (12)")),
        (day("1917-06-25", Calendar.GREGORIAN), cites(4, "June 25 (12)")),
        (day("1917-05-14/1917-05-22"), SESSION),
        (day("1917-05-02"), cites(8, "the 2nd of May")),
        (day("1917-05-02", weekday="Tuesday"), cites(8, "Tuesday, the 2nd of May")),
        (day("1917-04-14"), cites(8, "Apr. 14, o.s.")),
        (day("1917-04"), cites(3, "In April")),
        (day("1922"), cites(8, "In 1922")),
        (day("1917"), cites(3, "In April")),
    ],
)
def test_a_printed_date_is_proved(when: Dating, evidence: Evidence) -> None:
    assert verdict_on(when, evidence) is Verdict.PROVED


@pytest.mark.parametrize(
    ("when", "evidence"),
    [
        (day("1917-04-04"), RETURN),
        (day("1917-05-03"), RETURN),
        (day("1918-04-03"), RETURN),
        (day("1917-04-16"), RETURN),
        (day("1917-04-03", Calendar.GREGORIAN), RETURN),
        (day("1917-06-25"), cites(4, "June 25 (12)")),
        (day("1917-04-14", Calendar.GREGORIAN), cites(8, "Apr. 14, o.s.")),
        (day("1917-05-14/1917-05-23"), SESSION),
        (day("1917-05-20"), SESSION),
        (day("1917-05"), RETURN),
        (day("1923"), cites(8, "In 1922")),
        (day("1917"), cites(8, "In 1922")),
        (day("1917-04-01"), cites(3, "In April", "first day of fair weather")),
        (day("1917-04-03"), cites(2, "Alder and Birch")),
        (day("1917-04-09"), cites(3, "On the ninth")),
        (day("1917-04-03"), cites(3, "In April", "three days later")),
        (day("1917-04-01"), cites(3, "In April", "first")),
    ],
)
def test_a_date_that_is_not_printed_fails(when: Dating, evidence: Evidence) -> None:
    assert verdict_on(when, evidence) is Verdict.FAILED


def test_a_month_may_come_from_an_earlier_item() -> None:
    when = day("1917-04-09")
    assert verdict_on(when, cites(3, "In April"), cites(3, "On the ninth")) is Verdict.PROVED
    assert verdict_on(when, cites(3, "On the ninth"), cites(3, "In April")) is Verdict.FAILED


def test_the_end_of_a_clause_shows_that_an_ordinal_is_a_day() -> None:
    evidence = cites(3, "In April", "On the ninth, Alder walked out")
    assert verdict_on(day("1917-04-09"), evidence) is Verdict.PROVED


def test_a_weekday_that_no_token_prints_fails() -> None:
    found = findings(event(RETURN, when=day("1917-04-03", weekday="Monday")))
    assert found["date.weekday"].verdict is Verdict.FAILED


def test_a_season_is_told_how_to_be_written() -> None:
    found = findings(event(cites(3, "In summer"), when=day("1917-06/1917-08")))
    assert "{edtf: …, status: derived, note: …}" in found["date"].mend


def test_a_wrong_day_is_told_which_days_are_printed() -> None:
    reason = findings(event(RETURN, when=day("1917-04-04")))["date"].reason
    assert reason == "the tokens print 3 April, 16 April, not 4 April"


@pytest.mark.parametrize(
    ("token", "days", "verdict"),
    [
        ("three days later", 3, Verdict.DERIVED),
        ("three days later", -3, Verdict.DERIVED),
        ("three days later", 4, Verdict.FAILED),
        ("he returned", 3, Verdict.FAILED),
        ("he returned", 0, Verdict.DERIVED),
    ],
)
def test_a_derived_date_needs_its_span_in_print(token: str, days: int, verdict: Verdict) -> None:
    when = day("1917-04-12", derived=Derivation(from_fact="quarrel", days=days))
    assert verdict_on(when, cites(3, token)) is verdict


@pytest.mark.parametrize(
    ("token", "derivation"),
    [
        ("the next day", Derivation(from_fact="a", days=1)),
        ("on the eve of the fair", Derivation(from_fact="a", days=-1)),
        ("a week later", Derivation(from_fact="a", days=7)),
        ("a week later", Derivation(from_fact="a", weeks=1)),
        ("two months before", Derivation(from_fact="a", months=-2)),
        ("ten years", Derivation(from_fact="a", years=10)),
        ("within twenty-four hours", Derivation(from_fact="a", days=1)),
    ],
)
def test_spans_are_read_as_people_print_them(token: str, derivation: Derivation) -> None:
    fact = event(cites(1, token), when=day("1917-08-08", derived=derivation))
    assert findings(fact, f"It was {token}, they say.")["date"].verdict is Verdict.DERIVED


def test_a_corrected_date_is_not_called_proved_and_its_tokens_must_occur() -> None:
    when = day("1917-04-04", status=Status.CORRECTED, note="the print errs")
    found = findings(event(cites(2, "fourth of April"), when=when))
    assert found["date"].verdict is Verdict.CORRECTED
    assert found["date"].reason == "the print errs"
    assert found["evidence[0]"].verdict is Verdict.FAILED


@pytest.mark.parametrize(
    ("when", "printed", "reason"),
    [
        ("1917-05-03", "3 May 1924", "the tokens print the year 1924, not 1917"),
        ("1917-05", "in May 1924", "the tokens print the year 1924, not 1917"),
        ("1917", "in 1924", "the tokens print 1924, not 1917"),
        ("1918-05-03", "on 3 May", "do not print the year 1918, nor is it the chapter's (1917)"),
    ],
)
def test_a_wrong_year_is_told_beside_the_one_that_is_printed(
    when: str, printed: str, reason: str
) -> None:
    found = findings(event(cites(1, printed), when=day(when)), f"It was {printed}.")["date"]
    assert found.verdict is Verdict.FAILED
    assert reason in found.reason
