from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from trainer.chapters.collector import collector_off

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _collector_on() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


@pytest.mark.parametrize("error", [None, ValueError])
def test_the_collector_is_off_within_and_on_again_after(error: type[Exception] | None) -> None:
    def work() -> None:
        with collector_off():
            assert not gc.isenabled()
            if error is not None:
                raise error

    if error is None:
        work()
    else:
        with pytest.raises(error):
            work()
    assert gc.isenabled()


def test_who_interrupts_does_not_wait_for_the_collector() -> None:
    def work() -> None:
        with collector_off():
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert not gc.isenabled()
