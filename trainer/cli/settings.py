"""`trainer settings [NAME [VALUE]]`: how the learner wants to study."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from trainer.cli.diagnostics import narrate
from trainer.content import find_places
from trainer.errors import OutputError, UsageError, reason_of

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.study.settings import Setting, StudySettings


def settings(name: str | None = None, /, *value: str, reset: bool = False) -> None:
    """Show how you want to study, or change one thing of it.

    What is shown is the text of a file of settings with all of them in it. Your own file, and your notes in it, stay as
    they are but for what you change.

    Parameters
    ----------
    name
        What to show or change; everything is shown if left out.
    value
        What it is to be.
    reset
        Take it out of the file, so that it is as usual again.
    """
    from trainer.study.paths import settings_file
    from trainer.study.settings import SETTINGS, read_settings

    file = settings_file(find_places(os.environ))
    if name is None:
        if reset:
            raise UsageError("--reset needs the name of a setting", mend="see trainer settings")
        now = read_settings(file)
        print("\n".join(_shown(now, each) for each in SETTINGS), end="")
        narrate(
            f"{file}: {'' if file.exists() else 'not there yet; '}change it with trainer settings NAME VALUE"
        )
        return
    setting = _named(name)
    if value and reset:
        raise UsageError("--reset and a value exclude each other", mend="leave one of them out")
    if value or reset:
        write_setting(file, setting, None if reset else _meant(setting, " ".join(value)))
    print(_shown(read_settings(file), setting), end="")


def write_setting(file: Path, setting: Setting, value: object) -> None:
    """Write one setting to the file, whole or not at all, and leave the rest of it as it is.

    Raises:
        TrainerError: the file cannot be read or written, or something else in it is wrong.
    """
    from trainer.files import write_atomically
    from trainer.study.settings import parse_settings, settings_text
    from trainer.study.settings_text import changed

    text = changed(settings_text(file), setting.key, value, str(file))
    parse_settings(text, str(file))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"the folder {file.parent} cannot be made: {reason_of(error)}",
            mend="make it writable, or set TRAINER_HOME to another folder",
        ) from error
    write_atomically(file, text)


def _named(name: str) -> Setting:
    from trainer.chapters.suggestions import did_you_mean
    from trainer.study.settings import BY_KEY

    if name not in BY_KEY:
        mend = did_you_mean(name, BY_KEY, "see trainer settings")
        raise UsageError(f"there is no setting {name}", mend=mend)
    return BY_KEY[name]


def _meant(setting: Setting, text: str) -> object:
    """Return what was typed as a value of TOML that the setting may have."""
    value = setting.parse(text)
    try:
        setting.read(value)
    except ValueError as error:
        raise UsageError(f"{setting.key} {error}", mend=f"write {setting.allowed}") from error
    return value


def _shown(settings: StudySettings, setting: Setting) -> str:
    from trainer.study.settings import as_toml
    from trainer.study.settings_text import toml

    value = as_toml(settings, setting)
    line = f"# {setting.key} = …" if value is None else f"{setting.key} = {toml(value)}"
    return f"# {setting.meaning}\n# {setting.allowed}\n{line}\n"
