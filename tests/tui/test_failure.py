from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from textual.worker import WorkerFailed

from tests.tui.fakes import FakeLibrary, make_app

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.decks.catalogue import Catalogue


@dataclass
class BrokenLibrary(FakeLibrary):
    def catalogue(self) -> Catalogue:
        raise ZeroDivisionError("a bug")


async def test_our_own_mistake_ends_the_app_without_a_screenful_of_traceback(
    tmp_path: Path,
) -> None:
    app = make_app(tmp_path, library=BrokenLibrary())
    with pytest.raises(WorkerFailed):
        async with app.run_test() as pilot:
            await pilot.pause()
    assert isinstance(app.failure, ZeroDivisionError)
    assert app._exit_renderables == []
