from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.chapters.evidence.village import CHAPTER, cites, event, findings
from trainer.chapters.evidence import Finding, Verdict, prove
from trainer.text.fingerprints import fingerprint

if TYPE_CHECKING:
    from trainer.chapters.record import Evidence


def verdict_on_tokens(*evidence: Evidence) -> Finding:
    return findings(event(*evidence))[f"evidence[{len(evidence) - 1}]"]


def test_tokens_in_order_in_their_paragraph_are_proved() -> None:
    assert verdict_on_tokens(cites(2, "third [16] of April", "Birch")).verdict is Verdict.PROVED


@pytest.mark.parametrize(
    ("evidence", "reason"),
    [
        (cites(2, "Birch", "Alder"), "in this order"),
        (cites(2, "long journey", "journey"), "without overlapping"),
        (cites(6, "10"), "only part of a word"),
        (cites(6, "third of June"), "is not printed in ¶ 6"),
        (cites(30, "Birch"), "there is no ¶ 30"),
        (cites(2, "…"), "holds no word"),
        (cites(2), "there are no tokens"),
    ],
)
def test_tokens_that_do_not_stand_there_fail(evidence: Evidence, reason: str) -> None:
    finding = verdict_on_tokens(evidence)
    assert finding.verdict is Verdict.FAILED
    assert reason in finding.reason
    assert finding.mend


def test_a_token_of_another_paragraph_is_told_where_it_stands() -> None:
    assert verdict_on_tokens(cites(2, "104 votes")).mend == "it is in ¶ 6: correct the number"


def test_where_a_copy_differs_the_record_is_not_blamed() -> None:
    known = fingerprint("Alder and Birch met at the mill in the rain. They left.", "lines")
    copy = "Alder and Beech met at the mill in the rain. They left."
    fact = event(cites(1, "Birch"))
    report = prove(replace(CHAPTER, persons=(), events=(fact,)), copy, fingerprint=known)
    ((finding,),) = (each.findings for each in report.facts)
    assert finding.verdict is Verdict.FAILED
    assert "which this copy words differently" in finding.reason


@pytest.mark.parametrize(("between", "verdict"), [(38, Verdict.PROVED), (39, Verdict.FAILED)])
def test_tokens_stand_within_forty_words(between: int, verdict: Verdict) -> None:
    text = f"Alder {'and so on ' * 13}".split()[: between + 1]
    found = findings(event(cites(1, "Alder", "Birch")), " ".join([*text, "Birch"]))
    assert found["evidence[0]"].verdict is verdict


def test_tokens_too_far_apart_are_told_where_the_gap_is() -> None:
    text = f"Alder met Birch {'and so on ' * 14} Cedar"
    finding = findings(event(cites(1, "Alder", "Birch", "Cedar")), text)["evidence[0]"]
    assert finding.reason == "the tokens stand 46 words apart in ¶ 1, more than 40"
    assert finding.mend.endswith("the widest gap, of 42 words, is between “Birch” and “Cedar”")


def test_the_closest_tokens_count_where_one_stands_twice() -> None:
    text = f"Alder {'and so on ' * 20} Alder met Birch"
    found = findings(event(cites(1, "Alder", "Birch")), text)
    assert found["evidence[0]"].verdict is Verdict.PROVED
