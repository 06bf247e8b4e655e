from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.drafting.confirming.samples import FILES, TEXT, desk_of, entry, written
from trainer.chapters.loading import load_chapter
from trainer.chapters.record import Status
from trainer.chapters.text_copy import Text
from trainer.drafting.confirming.desk import ChangedElsewhereError, Desk
from trainer.errors import ContentError, NotFoundError, OutputError, TrainerError
from trainer.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

ACCEPTED = {
    "bram-tolley": ("  name: Bram Tolley\n  status: draft\n", "  name: Bram Tolley\n"),
    "ida-fenn": (" other_names: [Mrs. Rudd], status: draft,", " other_names: [Mrs. Rudd],"),
    "tolley": ("- status: draft\n  id: tolley", "- id: tolley"),
}


def test_the_drafts_are_gone_through_in_the_order_of_the_files(tmp_path: Path) -> None:
    found = [item.id for item in desk_of(tmp_path).drafts]
    assert found == ["bram-tolley", "ida-fenn", "tolley", "lamp-hung", "board-met"]


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepting_takes_the_status_out_and_nothing_else(tmp_path: Path, name: str) -> None:
    desk = desk_of(tmp_path)
    desk.accept(entry(desk, name))
    expected = FILES | {"persons.yaml": FILES["persons.yaml"].replace(*ACCEPTED[name])}
    assert written(desk) == expected
    assert desk.settled == 1


def test_line_ends_and_the_byte_order_mark_stay(tmp_path: Path) -> None:
    text = "\ufeff" + FILES["persons.yaml"].replace("\n", "\r\n")
    desk = desk_of(tmp_path, persons=text)
    desk.accept(entry(desk, "bram-tolley"))
    desk.merge(entry(desk, "tolley"), entry(desk, "bram-tolley"))
    made = written(desk)["persons.yaml"]
    assert made.startswith("\ufeff# schema line\r\n")
    assert made.count("\n") == made.count("\r\n")
    assert "  other_names: [Tolley]\r\n" in made


def test_what_is_in_the_texts_own_words_is_not_accepted(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    with pytest.raises(TrainerError, match="the title is still in the text's own words"):
        desk.accept(entry(desk, "lamp-hung"))
    assert written(desk) == FILES


def test_what_is_wrong_is_not_accepted(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, events=FILES["events.yaml"].replace("1888-03-03", "1888-03-33"))
    with pytest.raises(TrainerError, match="line 3: "):
        desk.accept(entry(desk, "lamp-hung"))


def test_amending_replaces_the_entry_and_its_new_id_is_followed(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    item = entry(desk, "lamp-hung")
    text = item.own.replace("lamp-hung", "first-lamp").replace("“hung a lamp”", "the first lamp")
    done = desk.amend(item, text, accept=True)
    assert done.said == "accepted first-lamp, and 1 other fact with its new id"
    assert written(desk)["events.yaml"] == (
        FILES["events.yaml"]
        .replace("lamp-hung", "first-lamp")
        .replace("“hung a lamp”", "the first lamp")
        .replace("  status: draft\n", "", 1)
    )
    load_chapter(desk.folder)


def test_amending_may_make_several_entries_of_one(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    item = entry(desk, "board-met")
    desk.amend(item, item.own + item.own.replace("board-met", "board-voted"), accept=False)
    assert [one.id for one in desk.drafts][-2:] == ["board-met", "board-voted"]
    assert desk.settled == 0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("edtf: 1888-03-03", "edtf: 1888-02-30", "line 3: "),
        ("person: tolley", "person: toley", 'line 6: unknown person "toley"'),
        ("id: lamp-hung", "id: board-met", 'line 1: the id "board-met" is used twice'),
        ("title:", "titel:", "line 2: unknown key"),
        ("part: present", "part: guest", "line 7: part: "),
    ],
)
def test_what_is_wrong_with_an_amendment_is_told_and_not_written(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    desk = desk_of(tmp_path)
    item = entry(desk, "lamp-hung")
    with pytest.raises(TrainerError, match=said):
        desk.amend(item, item.own.replace(old, new), accept=False)
    assert written(desk) == FILES


def test_discarding_takes_the_name_from_all_that_can_do_without(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    done = desk.discard(entry(desk, "tolley"))
    assert done.said == "discarded tolley (kept in discarded.txt), and its name from 2 other facts"
    files = written(desk)
    assert "tolley, part" not in files["events.yaml"].replace("bram-tolley", "")
    # The list that would be empty is gone, the comment below the entry is not.
    assert files["events.yaml"].count("people") == 1
    assert files["persons.yaml"].endswith("# the end\n")
    load_chapter(desk.folder)


def test_what_another_date_is_reckoned_from_is_not_discarded(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    with pytest.raises(TrainerError, match="board-met cannot do without lamp-hung"):
        desk.discard(entry(desk, "lamp-hung"))
    assert written(desk) == FILES


def test_merging_takes_over_names_and_evidence_and_all_that_name_it_follow(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    done = desk.merge(entry(desk, "tolley"), entry(desk, "bram-tolley"))
    assert (
        done.said
        == "merged tolley into bram-tolley (kept in discarded.txt), and 2 other facts followed"
    )
    files = written(desk)
    assert (
        "- id: bram-tolley   # the captain\n  name: Bram Tolley\n  other_names: [Tolley]\n  status: draft\n"
        '  evidence: [{paragraph: 2, prints: ["Captain Bram Tolley"]}, {paragraph: 3, prints: ["Tolley"]}]\n'
    ) in files["persons.yaml"]
    assert "# A comment of the author's, on Ida.\n- {id: ida-fenn" in files["persons.yaml"]
    assert files["persons.yaml"].endswith("# the end\n")
    # He stands once, where he would stand twice.
    assert files["events.yaml"].count("person: bram-tolley") == 2
    met = next(one for one in load_chapter(desk.folder).events if one.id == "board-met")
    assert [deed.person for deed in met.people] == ["bram-tolley"]


def test_merging_never_drops_what_only_one_says(tmp_path: Path) -> None:
    persons = FILES["persons.yaml"].replace(
        "  name: Tolley\n", "  name: Tolley\n  gloss: a pilot\n"
    )
    desk = desk_of(tmp_path, persons=persons)
    with pytest.raises(TrainerError, match="tolley also has gloss, which would be lost"):
        desk.merge(entry(desk, "tolley"), entry(desk, "bram-tolley"))


def test_the_likest_is_offered_first(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    assert [one.id for one in desk.partners(entry(desk, "tolley"))] == ["bram-tolley", "ida-fenn"]
    assert desk.has_partners(entry(desk, "tolley"))
    assert not desk.partners(entry(desk, "lamp-hung"))
    assert not desk.has_partners(entry(desk, "lamp-hung"))


def test_splitting_makes_a_spelling_a_draft_of_its_own(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    done = desk.split(entry(desk, "ida-fenn"), "Mrs. Rudd")
    assert done.said == "split mrs-rudd from ida-fenn, and 1 other fact followed"
    files = written(desk)
    assert (
        '- {id: ida-fenn, name: Ida Fenn, status: draft, evidence: [{paragraph: 2, prints: ["Ida Fenn"]}]}\n'
        "- id: mrs-rudd\n  name: Mrs. Rudd\n  status: draft\n"
        '  evidence: [{paragraph: 2, prints: ["Mrs. Rudd"]}]\n'
        "- status: draft\n  id: tolley\n"
    ) in files["persons.yaml"]
    # The lamp's evidence prints Mrs. Rudd, and not Ida Fenn.
    assert "person: mrs-rudd" in files["events.yaml"]
    load_chapter(desk.folder)


def test_a_spelling_that_no_evidence_prints_is_not_split_off(tmp_path: Path) -> None:
    persons = FILES["persons.yaml"].replace("[Mrs. Rudd]", "[Mrs. Rudd, Aunt Ida]")
    desk = desk_of(tmp_path, persons=persons)
    with pytest.raises(TrainerError, match="does not print “Aunt Ida” by itself"):
        desk.split(entry(desk, "ida-fenn"), "Aunt Ida")


def test_a_spelling_that_only_the_text_prints_by_itself_is_split_off_with_its_place(
    tmp_path: Path,
) -> None:
    persons = FILES["persons.yaml"].replace(
        "name: Bram Tolley\n", "name: Bram Tolley\n  other_names: [Tolley]\n"
    )
    desk = desk_of(tmp_path, persons=persons)
    text, _ = Text.of_copy(TEXT, "blank-line", None)
    with pytest.raises(TrainerError, match="by itself"):
        desk.split(entry(desk, "bram-tolley"), "Tolley")
    desk.split(entry(desk, "bram-tolley"), "Tolley", text)
    # In the second paragraph he has his whole name.
    assert (
        "- id: tolley-2\n  name: Tolley\n  status: draft\n"
        '  evidence: [{paragraph: 3, prints: ["Tolley"]}]\n'
    ) in written(desk)["persons.yaml"]


def test_every_step_can_be_taken_back(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    desk.accept(entry(desk, "bram-tolley"))
    desk.split(entry(desk, "ida-fenn"), "Mrs. Rudd")
    desk.merge(entry(desk, "tolley"), entry(desk, "bram-tolley"))
    desk.discard(entry(desk, "board-met"))
    said = [desk.undo().said.split()[0] for _ in range(4)]
    assert said == ["discarded", "merged", "split", "accepted"]
    assert written(desk) == FILES
    assert desk.settled == 0
    with pytest.raises(NotFoundError):
        desk.undo()


def test_what_is_settled_stays_so_until_the_next_time(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    desk.accept(entry(desk, "bram-tolley"))
    again = Desk.open(desk.folder)
    assert again.drafts[0].id == "ida-fenn"
    assert load_chapter(desk.folder).persons[0].status is Status.PRINTED


@pytest.mark.parametrize("step", ["accept", "undo"])
def test_what_somebody_else_changed_is_not_written_over(tmp_path: Path, step: str) -> None:
    desk = desk_of(tmp_path)
    desk.accept(entry(desk, "bram-tolley"))
    path = desk.folder / "events.yaml"
    path.write_text(FILES["events.yaml"] + "# somebody else's\n", encoding="utf-8")
    before = written(desk)
    with pytest.raises(ChangedElsewhereError, match=r"events\.yaml was changed"):
        desk.undo() if step == "undo" else desk.accept(desk.drafts[0])
    assert written(desk) == before
    # It is read again, so that the step can be repeated.
    desk.accept(desk.drafts[0])
    assert written(desk)["events.yaml"] == before["events.yaml"]


def test_of_several_files_all_are_written_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(tmp_path)

    def full(path: Path, content: bytes) -> None:
        if path.name == "persons.yaml":
            raise OutputError("the disk is full")
        write_atomically(path, content)

    monkeypatch.setattr("trainer.drafting.confirming.desk.write_atomically", full)
    with pytest.raises(OutputError):
        desk.merge(entry(desk, "tolley"), entry(desk, "bram-tolley"))
    assert written(desk) == FILES
    assert len(desk.drafts) == 5


def test_entries_that_share_a_line_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="do not stand below each other"):
        desk_of(tmp_path, persons="[{id: a, name: A, evidence: []}]\n")


def test_a_file_that_cannot_be_read_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"persons\.yaml:1:"):
        desk_of(tmp_path, persons="- id: a: b\n")


def test_what_is_discarded_is_kept_beside_the_chapter_until_it_is_taken_back(
    tmp_path: Path,
) -> None:
    desk = desk_of(tmp_path)
    before = written(desk)
    desk.discard(entry(desk, "tolley"))
    kept = desk.leavings.read_text(encoding="utf-8")
    assert "# persons.yaml, discarded:\n- status: draft\n  id: tolley\n" in kept
    assert "# events.yaml, as it was before tolley was discarded:\n- id: lamp-hung\n" in kept
    assert "    - {person: tolley, part: actor}\n" in kept
    assert desk.undo().taken_back == "discarded tolley, and its name from 2 other facts"
    assert written(desk) == before
    assert not desk.leavings.exists()


def test_what_somebody_wrote_below_the_discarded_stays(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    desk.merge(entry(desk, "tolley"), entry(desk, "bram-tolley"))
    with desk.leavings.open("a", encoding="utf-8") as file:
        file.write("a note of mine\n")
    desk.undo()
    assert desk.leavings.read_text(encoding="utf-8").endswith("a note of mine\n")


def test_discarded_entries_that_somebody_threw_away_stay_so(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    desk.discard(entry(desk, "tolley"))
    desk.leavings.unlink()
    desk.undo()
    assert written(desk) == FILES
    assert not desk.leavings.exists()


STATEMENT = """\
- id: {name}
  issue: {issue}
  speaker: bram-tolley
  position: the lamp was needed
  status: draft
  evidence: [{{paragraph: 3, prints: ["voted for a new lamp"]}}]
"""


def test_an_issue_goes_with_its_last_statement(tmp_path: Path) -> None:
    issues = "issues:\n  lamp: whether to hang a lamp\n  toll: who should pay\n"
    chapter = FILES["chapter.yaml"].replace("format: 1\n", f"{issues}format: 1\n")
    statements = "".join(
        STATEMENT.format(name=name, issue=issue)
        for name, issue in (("one", "lamp"), ("two", "lamp"), ("three", "toll"))
    )
    desk = desk_of(tmp_path, chapter=chapter, statements=statements)
    load_chapter(desk.folder)
    desk.discard(entry(desk, "one"))
    assert written(desk)["chapter.yaml"] == chapter
    done = desk.discard(entry(desk, "two"))
    assert "1 issue without a statement" in done.said
    assert written(desk)["chapter.yaml"] == chapter.replace("  lamp: whether to hang a lamp\n", "")
    assert "whether to hang a lamp" in desk.leavings.read_text(encoding="utf-8")
    load_chapter(desk.folder)
    desk.discard(entry(desk, "three"))
    assert written(desk)["chapter.yaml"] == FILES["chapter.yaml"]
    for _ in range(3):
        desk.undo()
    assert written(desk)["chapter.yaml"] == chapter
    load_chapter(desk.folder)


@pytest.mark.parametrize("where", ["desk", "leavings"])
def test_on_a_full_disk_nothing_is_taken_out_and_nothing_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    desk = desk_of(tmp_path)

    def full(path: Path, _: object) -> None:
        raise OutputError(f"cannot write {path}: no space left on device", mend="make room")

    with monkeypatch.context() as patched:
        patched.setattr(f"trainer.drafting.confirming.{where}.write_atomically", full)
        with pytest.raises(OutputError, match="no space left"):
            desk.discard(entry(desk, "tolley"))
    assert written(desk) == FILES
    assert not desk.leavings.exists()
    desk.discard(entry(desk, "tolley"))
    assert desk.leavings.exists()


@pytest.mark.parametrize(
    ("vote", "more"),
    [
        (
            "type: motion, motion: a lamp, outcome: passed",
            "; nothing is asked of it yet: add `organization`, who voted",
        ),
        ("type: motion, motion: a lamp, outcome: passed, organization: board", ""),
        (
            "type: figure, number: 3, unit: pounds",
            "; nothing is asked of it yet: say in `unit` what was counted, where and when",
        ),
        ("type: figure, number: 3, unit: pounds the first lamp cost", ""),
    ],
)
def test_accepting_tells_what_a_vote_lacks_to_be_asked(
    tmp_path: Path, vote: str, more: str
) -> None:
    at = 'status: draft, evidence: [{paragraph: 3, prints: ["voted"]}]'
    desk = desk_of(tmp_path, votes=f"- {{id: v, {vote}, {at}}}\n")
    assert desk.accept(entry(desk, "v")).said == f"accepted v{more}"
