"""Work beside the app, on a thread that nobody waits for: who leaves while a long chapter is read is let go at once."""

from __future__ import annotations

from asyncio import Future, get_running_loop
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


async def aside(work: Callable[[], T], *, to_the_end: bool = False) -> T:
    """Return what `work` returns, or raise what it raises; the app goes on meanwhile.

    What is worked on `to_the_end`, because it writes, is not cut off when the app is left.
    """
    loop = get_running_loop()
    done: Future[T] = loop.create_future()

    def settle(settled: Callable[[Any], None], value: object) -> None:
        if not done.done():  # cancelled, because its screen was left
            settled(value)

    def run() -> None:
        try:
            outcome: tuple[Callable[[Any], None], object] = done.set_result, work()
        except Exception as error:  # noqa: BLE001 - raised again where it is awaited
            outcome = done.set_exception, error
        with suppress(RuntimeError):  # the app is no more
            loop.call_soon_threadsafe(settle, *outcome)

    Thread(target=run, daemon=not to_the_end).start()
    return await done
