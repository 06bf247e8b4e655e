"""Makes the pictures of the terminal app that these pages show, so that they stay true.

python docs/pictures.py
"""

from __future__ import annotations

import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.content import find_places
from trainer.drafting.drafting import About, draft_chapter
from trainer.drafting.folders import write_draft
from trainer.drafting.reading import read_document
from trainer.files import write_atomically
from trainer.tui.app import TrainerApp
from trainer.tui.library import InstalledLibrary
from trainer.tui.start import Confirm, Flash, Home, Quiz

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.pilot import Pilot

    from trainer.content import Places
    from trainer.tui.start import Start

FOLDER = Path(__file__).parent / "pictures"
VILLAGE = Path(__file__).parent / "teachers" / "thornby-school" / "thornby-school.txt"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PATIENCE = 600  # looks at the screen before giving up
DRAFTS_BEFORE_DATES = 17  # the persons, the bodies, and months that are no date
SEED = 19  # draws a vote with a tally first


async def until(pilot: Pilot[None], text: str) -> None:
    """Wait until `text` stands on the screen."""
    for _ in range(PATIENCE):
        shown = "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())  # noqa: SLF001
        if text in shown:
            return
        await pilot.pause(0.05)
    raise TimeoutError(f"{text!r} never stood on the screen")


def draft_the_village(places: Places) -> None:
    """Do what the second step of "A chapter of your own" says."""
    drafted = draft_chapter(read_document(VILLAGE), About(year=1904), name=VILLAGE.stem)
    write_draft(drafted, places.library / "data" / VILLAGE.stem, VILLAGE)


async def picture(
    name: str,
    start: Start,
    steps: Sequence[tuple[str, str]],
    prepare: Callable[[Places], None] = lambda _: None,
) -> None:
    """Press each key when the text before it is shown, then keep what the screen shows."""
    with tempfile.TemporaryDirectory() as home:
        places = find_places({"TRAINER_HOME": home})
        prepare(places)
        app = TrainerApp(
            InstalledLibrary(places),
            places,
            start=start,
            now=lambda: NOON,
            environ={"TRAINER_THEME": "dark"},
        )
        async with app.run_test(size=(80, 24)) as pilot:
            for text, key in steps:
                await until(pilot, text)
                if key:
                    await pilot.press(key)
            await pilot.pause()
            write_atomically(FOLDER / f"{name}.svg", app.export_screenshot())


async def main() -> None:
    """Make every picture."""
    await picture("home", Home(), [("The votes of 1917", "")])
    votes = Quiz(deck="votes-of-1917", count=10, seed=SEED)
    await picture("question", votes, [("1 / 10", "2"), ("¶", "")])
    lamp = Flash(deck="harbour-council", lesson="the-lamp", count=10, seed=SEED)
    await picture("flash-card", lamp, [("1 / 10", "space"), ("¶", "")])
    village = Confirm(chapter=VILLAGE.stem, text=VILLAGE)
    to_the_first_date = [("1 of", "")] + [("of", "n")] * DRAFTS_BEFORE_DATES + [("12 January", "")]
    await picture("confirm", village, to_the_first_date, draft_the_village)


if __name__ == "__main__":
    asyncio.run(main())
