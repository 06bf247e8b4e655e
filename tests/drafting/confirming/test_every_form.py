"""The invented chapter holds every form of every key: whatever is done to one of its facts, it loads afterwards."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.fixtures import MILL_LANE
from trainer.chapters.loading import load_chapter
from trainer.drafting.confirming.desk import Desk
from trainer.errors import TrainerError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from trainer.drafting.confirming.desk import Step
    from trainer.drafting.confirming.sheets import Item

FACTS = (
    "persons",
    "organizations",
    "events",
    "votes",
    "works",
    "statements",
    "terms",
)
# What chapter.yaml itself names.
NAMED = {"hester-vane", "crane-against-paying"}


def rename(desk: Desk, item: Item) -> Step:
    text = re.sub(rf"\bid: {item.id}(?![\w-])", f"id: {item.id}-anew", item.own, count=1)
    return desk.amend(item, text, accept=False)


def discard(desk: Desk, item: Item) -> Step:
    return desk.discard(item)


def merge(desk: Desk, item: Item) -> Step:
    return desk.merge(item, desk.partners(item)[0])


@pytest.mark.parametrize(("step", "files"), [(rename, FACTS), (discard, FACTS), (merge, FACTS[:2])])
def test_a_step_is_refused_or_leaves_a_chapter_that_loads_and_undo_leaves_no_trace(
    tmp_path: Path, step: Callable[[Desk, Item], Step], files: tuple[str, ...]
) -> None:
    folder = tmp_path / "mill-lane"
    shutil.copytree(MILL_LANE, folder)
    before = {path.name: path.read_bytes() for path in folder.glob("*.yaml")}
    desk = Desk.open(folder)
    done = 0
    for name in (f"{file}.yaml" for file in files):
        for at in range(len(desk.sheets[name].items)):
            item = desk.sheets[name].items[at]
            if item.id in NAMED:
                continue
            desk.drafts = (item,)
            try:
                step(desk, item)
            except TrainerError:
                continue
            done += 1
            load_chapter(folder)
            desk.undo()
            assert {path.name: path.read_bytes() for path in folder.glob("*.yaml")} == before
    assert done
