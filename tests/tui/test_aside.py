from __future__ import annotations

import asyncio
from threading import Event, current_thread

import pytest

from trainer.tui.aside import aside


async def test_what_the_work_returns_is_returned() -> None:
    assert await aside(lambda: 7) == 7


async def test_what_the_work_raises_is_raised() -> None:
    def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await aside(fail)


def test_whoever_leaves_does_not_wait_for_the_work() -> None:
    never, done = Event(), Event()

    def work() -> None:
        never.wait(timeout=10)
        done.set()

    async def leave() -> None:
        asyncio.get_running_loop().create_task(aside(work)).add_done_callback(lambda _: None)
        await asyncio.sleep(0)

    asyncio.run(leave())
    assert not done.is_set()
    never.set()


async def test_what_writes_is_not_cut_off_when_the_app_is_left() -> None:
    for to_the_end in (False, True):
        cut_off = await aside(lambda: current_thread().daemon, to_the_end=to_the_end)
        assert cut_off is not to_the_end
