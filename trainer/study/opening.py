"""Opens the learner's file as a session does: mended if it is damaged, brought to this version, and backed up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from trainer.errors import TrainerError
from trainer.study.backups import Backups
from trainer.study.damage import put_back, recover
from trainer.study.database import DamagedError, was_left_open
from trainer.study.days import study_day
from trainer.study.paths import backups_folder, log_file, settings_file
from trainer.study.settings import StudySettings, read_settings
from trainer.study.store import Store

if TYPE_CHECKING:
    import sqlite3
    from datetime import date, datetime
    from pathlib import Path
    from types import TracebackType

    from trainer.content import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The learner's file, open; use it as a context manager.

    Attributes:
        day: the study day on which it was opened.
        told: what the learner must know: what was lost and restored, which backup could not be made.
    """

    store: Store
    settings: StudySettings
    day: date
    told: tuple[str, ...]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.store.close()


def open_store(places: Places, now: datetime) -> Opened:
    """Open the learner's file as they have set it up, making it if there is none.

    Args:
        places: where things are kept.
        now: with the learner's own zone.

    Raises:
        TrainerError: the settings are wrong, or the file cannot be opened, is something else, comes from a newer
            version, or is damaged and nothing can be read of it.
    """
    settings = read_settings(settings_file(places))
    day = study_day(now, settings.rollover_hour)
    path, backups = log_file(places), Backups(backups_folder(places))
    told: list[str] = []
    put_back(path)
    try:
        store = _checked(path, settings, backups, now, day)
    except DamagedError as error:
        account = recover(path, backups.all(), now, error.problem.what)
        told += account.lines
        store = _checked(path, settings, backups, now, day)
    if not backups.has_day(day) and store.size():
        try:
            store.back_up(backups, day)
        except TrainerError as error:
            # The answers themselves are safe; they are not to wait for a copy.
            told.append(str(error))
    return Opened(store=store, settings=settings, day=day, told=tuple(told))


def _checked(
    path: Path, settings: StudySettings, backups: Backups, now: datetime, day: date
) -> Store:
    """Open the file; look through it where it may have suffered, and before it becomes the backup of the day.

    Raises:
        DamagedError: it is damaged, or gone although there are backups of it.
    """
    if _is_empty(path) and backups.all():
        raise DamagedError(f"the log {path} is empty or gone, though there are backups of it")

    def back_up(connection: sqlite3.Connection, version: int) -> None:
        backups.make_before(f"leaving-version-{version}", connection, now)

    suspicious = was_left_open(path) or not backups.has_day(day)
    store = Store.open(path, settings, before_migrating=back_up)
    try:
        if suspicious:
            store.check(quick=True)
    except BaseException:
        store.close()
        raise
    return store


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except OSError:
        return True
