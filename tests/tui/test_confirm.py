from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest

from tests.drafting.confirming.samples import FILES, TEXT, desk_of, written
from tests.quizzes.samples import CHAPTER
from tests.tui.fakes import make_app
from tests.tui.waiting import screen_text, type_keys, until_shown
from trainer.drafting.confirming.desk import Desk
from trainer.errors import TrainerError
from trainer.tui.start import Confirm

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from trainer.drafting.confirming.desk import Step
    from trainer.drafting.confirming.sheets import Item

    SnapCompare = Callable[..., bool]

SIZES = [(40, 12), (80, 24), (120, 40)]
# Keys, and the words that show they are done.
SCENES = {
    "draft": ("", "Bram Tolley"),
    "refused": ("n n n a", "without “…”"),
    "merge": ("n n m", "tolley is the same as"),
    "said": ("a", "accepted bram-tolley"),
}


def start(root: Path, text: str | None = TEXT) -> tuple[Desk, Confirm]:
    desk = desk_of(root)
    copy = root / "lamp.txt"
    if text is not None:
        copy.write_text(text, encoding="utf-8")
    return desk, Confirm(chapter=str(desk.folder), text=None if text is None else copy)


async def test_a_draft_stands_beside_its_passage_and_is_accepted(tmp_path: Path) -> None:
    desk, confirm = start(tmp_path)
    async with make_app(tmp_path, confirm).run_test(size=(120, 40)) as pilot:
        await until_shown(pilot, "1 of 5")
        assert "Captain Bram Tolley hung a lamp" in screen_text(pilot)
        await pilot.press("a")
        await until_shown(pilot, "2 of 5")
        assert "[once Fenn]" not in screen_text(pilot)
        assert "accepted bram-tolley" in screen_text(pilot)
    assert written(desk)["persons.yaml"] == FILES["persons.yaml"].replace(
        "  status: draft\n", "", 1
    )


async def test_discarding_is_taken_back(tmp_path: Path) -> None:
    desk, confirm = start(tmp_path)
    async with make_app(tmp_path, confirm).run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 of 5")
        await type_keys(pilot, "n n d")
        await until_shown(pilot, "(kept in discarded.txt)")
        assert written(desk) != FILES
        await type_keys(pilot, "u")
        await until_shown(pilot, "taken back: discarded tolley")
        await until_shown(pilot, "person · tolley")
    assert written(desk) == FILES


async def test_what_is_not_fit_is_opened_at_the_words_to_put_right(tmp_path: Path) -> None:
    desk, confirm = start(tmp_path)
    async with make_app(tmp_path, confirm).run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 of 5")
        await type_keys(pilot, "n n n a")
        await until_shown(pilot, "own words")
        await pilot.press(*"the first lamp")
        assert "own words" not in screen_text(pilot)
        await pilot.press("ctrl+s")
        await until_shown(pilot, "accepted lamp-hung")
    expected = FILES["events.yaml"].replace("“hung a lamp”", "the first lamp")
    assert written(desk)["events.yaml"] == expected.replace("  status: draft\n", "", 1)


async def test_mistakes_are_told_while_they_are_typed(tmp_path: Path) -> None:
    desk, confirm = start(tmp_path)
    async with make_app(tmp_path, confirm).run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 of 5")
        await type_keys(pilot, "e down down end x")
        await until_shown(pilot, 'line 3: status: "draftx" is not known')
        await type_keys(pilot, "ctrl+g")
        await until_shown(pilot, "Keep as draft")
        await type_keys(pilot, "escape")
        await until_shown(pilot, "Esc once more gives up")
        await type_keys(pilot, "escape")
        await until_shown(pilot, "a Accept")
    assert written(desk) == FILES


async def test_a_spelling_is_merged_by_typing_part_of_the_name(tmp_path: Path) -> None:
    desk, confirm = start(tmp_path)
    async with make_app(tmp_path, confirm).run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 of 5")
        await type_keys(pilot, "n n m")
        await until_shown(pilot, "tolley is the same as")
        await type_keys(pilot, "b r a m enter")
        await until_shown(pilot, "merged tolley into bram-tolley")
    assert "other_names: [Tolley]" in written(desk)["persons.yaml"]


async def test_a_spelling_is_split_off(tmp_path: Path) -> None:
    desk, confirm = start(tmp_path)
    async with make_app(tmp_path, confirm).run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 of 5")
        await type_keys(pilot, "n s")
        await until_shown(pilot, "somebody else, is")
        await type_keys(pilot, "enter")
        await until_shown(pilot, "split mrs-rudd from ida-fenn")
        assert "2 of 6" in screen_text(pilot)
    assert "- id: mrs-rudd" in written(desk)["persons.yaml"]


async def test_what_was_written_survives_that_the_file_was_changed(tmp_path: Path) -> None:
    desk, confirm = start(tmp_path)
    async with make_app(tmp_path, confirm).run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 of 5")
        await type_keys(pilot, "e down end x")
        path = desk.folder / "persons.yaml"
        changed = (
            "- {id: new, name: New, status: draft, evidence: [{paragraph: 1, prints: ['x']}]}\n"
        )
        path.write_text(changed + FILES["persons.yaml"], encoding="utf-8")
        await type_keys(pilot, "ctrl+g")
        await until_shown(pilot, "was changed by another program")
        assert "Bram Tolleyx" in screen_text(pilot)
        await type_keys(pilot, "ctrl+g")
        await until_shown(pilot, "amended bram-tolley")
    made = written(desk)["persons.yaml"]
    assert made == changed + FILES["persons.yaml"].replace(
        "name: Bram Tolley\n", "name: Bram Tolleyx\n"
    )


async def test_text_from_data_is_never_markup(tmp_path: Path) -> None:
    _, confirm = start(tmp_path)
    async with make_app(tmp_path, confirm).run_test(size=(120, 40)) as pilot:
        await until_shown(pilot, "1 of 5")
        await type_keys(pilot, "n n")
        await until_shown(pilot, "Ida Rudd [once Fenn] was against")


async def test_at_the_end_it_says_what_comes_next(tmp_path: Path) -> None:
    _, confirm = start(tmp_path, text=None)
    async with make_app(tmp_path, confirm).run_test(size=(120, 40)) as pilot:
        await until_shown(pilot, "--text FILE")
        await type_keys(pilot, "n n n n d d d d d")
        await until_shown(pilot, "No drafts are left.")
        await until_shown(pilot, "trainer check")
        await type_keys(pilot, "u")
        await until_shown(pilot, "5 of 5")


async def test_another_text_is_refused_with_words(tmp_path: Path) -> None:
    _, confirm = start(tmp_path, text=None)
    missing = Confirm(chapter=confirm.chapter, text=tmp_path / "missing.txt")
    async with make_app(tmp_path, missing).run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "The drafts cannot be opened")
        await until_shown(pilot, "name your copy of the text")


async def test_the_drafts_of_a_chapter_are_reached_from_home(tmp_path: Path) -> None:
    desk, _ = start(tmp_path)
    app = make_app(tmp_path)
    folder = app.places.library / "data" / CHAPTER
    folder.parent.mkdir(parents=True)
    desk.folder.rename(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "First lamps")
        await type_keys(pilot, "down down c")
        await until_shown(pilot, "1 of 5")
        await type_keys(pilot, "escape")
        await until_shown(pilot, "First lamps")


async def test_a_copy_once_named_shows_its_passages_from_home(tmp_path: Path) -> None:
    desk, confirm = start(tmp_path)
    async with make_app(tmp_path, confirm).run_test(size=(120, 40)) as pilot:
        await until_shown(pilot, "Captain Bram Tolley hung a lamp")
    again = Confirm(chapter=confirm.chapter)
    async with make_app(tmp_path, again).run_test(size=(120, 40)) as pilot:
        await until_shown(pilot, "Captain Bram Tolley hung a lamp")
    (tmp_path / "lamp.txt").unlink()
    async with make_app(tmp_path, again).run_test(size=(120, 40)) as pilot:
        await until_shown(pilot, "1 of 5")
        await until_shown(pilot, "no such file")
        await until_shown(pilot, "--text FILE")
    assert written(desk) == FILES


async def test_a_large_chapter_says_that_it_works_and_can_be_left_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, confirm = start(tmp_path)
    monkeypatch.setattr("trainer.tui.screens.confirm._MANY", 1)
    going = Event()
    discard = Desk.discard

    def slowly(self: Desk, item: Item) -> Step:
        assert going.wait(20)
        return discard(self, item)

    monkeypatch.setattr(Desk, "discard", slowly)
    async with make_app(tmp_path, confirm).run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 of 5")
        await type_keys(pilot, "n n d")
        await until_shown(pilot, "One moment: 6 entries")
        await type_keys(pilot, "a")
        going.set()
        await until_shown(pilot, "discarded tolley")
        going.clear()
        await type_keys(pilot, "d")
        await until_shown(pilot, "One moment")
        await type_keys(pilot, "f10")
    going.set()
    assert "status: draft" in written(desk)["persons.yaml"]


async def test_what_is_being_saved_takes_no_more_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, confirm = start(tmp_path)
    monkeypatch.setattr("trainer.tui.screens.confirm._MANY", 1)
    going = Event()

    def refuse(*_: object, **__: object) -> Step:
        assert going.wait(20)
        raise TrainerError("there is no room", mend="make some")

    monkeypatch.setattr(Desk, "amend", refuse)
    async with make_app(tmp_path, confirm).run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 of 5")
        await type_keys(pilot, "e down end x ctrl+g")
        await until_shown(pilot, "One moment")
        await type_keys(pilot, "y")
        going.set()
        await until_shown(pilot, "there is no room")
        await type_keys(pilot, "z")
        await until_shown(pilot, "Bram Tolleyxz")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scene", SCENES)
def test_the_screen_looks_right_at_every_size(
    tmp_path: Path, snap_compare: SnapCompare, scene: str, size: tuple[int, int]
) -> None:
    _, confirm = start(tmp_path)

    def acting(keys: str, done: str) -> Callable[[Pilot[None]], Awaitable[None]]:
        async def before(pilot: Pilot[None]) -> None:
            await until_shown(pilot, "1 of 5")
            await type_keys(pilot, keys)
            await until_shown(pilot, done)
            await pilot.pause()

        return before

    app = make_app(tmp_path, confirm)
    assert snap_compare(app, terminal_size=size, run_before=acting(*SCENES[scene]))
