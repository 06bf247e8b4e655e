"""What the learner decides about studying: `study.toml` in the folder of what they learned."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trainer.errors import ContentError, Place, Problem, reason_of
from trainer.study.days import NEW_A_DAY, ROLLOVER_HOUR

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

IMPORTANCES = ("core", "secondary", "trivia")  # as a chapter's record has them
# Least and most of each of FSRS-6's 21 parameters: the package's own, which takes long to import.
PARAMETER_BOUNDS: tuple[tuple[float, float], ...] = (
    *((0.001, 100.0),) * 4, (1.0, 10.0), (0.001, 4.0), (0.001, 4.0), (0.001, 0.75), (0.0, 4.5),
    (0.0, 0.8), (0.001, 3.5), (0.001, 5.0), (0.001, 0.25), (0.001, 0.9), (0.0, 4.0), (0.0, 1.0),
    (1.0, 6.0), (0.0, 2.0), (0.0, 2.0), (0.0, 0.8), (0.1, 0.8),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Exam:
    """A day by which all of a deck is to be known."""

    deck: str
    date: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class StudySettings:
    """How the learner wants to study.

    Attributes:
        desired_retention: the share of cards to be remembered when they are asked, 0.70 to 0.97.
        minutes: how long a session is.
        new_a_day: how many new cards a day brings at most.
        reviews_a_day: how many reviews a day brings at most.
        rollover_hour: the hour at which a study day begins.
        importance: how important facts must be for new cards to be taken from them.
        exam: None where none is planned.
        parameters: the 21 of FSRS-6 fitted to the learner; None for the usual ones.
    """

    desired_retention: float = 0.9
    minutes: int = 10
    new_a_day: int = NEW_A_DAY
    reviews_a_day: int = 200
    rollover_hour: int = ROLLOVER_HOUR
    importance: tuple[str, ...] = ("core",)
    exam: Exam | None = None
    parameters: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of the file.

    Attributes:
        key: as it is written; the attribute of `StudySettings` has underscores for its dashes.
        meaning: what it decides, in a clause.
        allowed: what it may be, as the end of "write …".
        read: returns what a value of TOML means, or raises ValueError with what is wrong with it.
        parse: returns the value of TOML that somebody means who types it as a word or more, or the words themselves,
            which `read` will then refuse.
    """

    key: str
    meaning: str
    allowed: str
    read: Callable[[Any], object]
    parse: Callable[[str], object]

    @property
    def attribute(self) -> str:
        """The name of the attribute of `StudySettings`."""
        return self.key.replace("-", "_")


def read_settings(file: Path) -> StudySettings:
    """Return the settings in `file`; the usual ones if there is none.

    Raises:
        ContentError: the file cannot be read, or something in it is not what it may be.
    """
    return parse_settings(settings_text(file), str(file))


def settings_text(file: Path) -> str:
    """Return what stands in `file`; nothing if there is none.

    Raises:
        ContentError: it cannot be read.
    """
    try:
        return file.read_bytes().decode()
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        what, mend = "the settings are not text in UTF-8", "save them as UTF-8"
        raise ContentError([Problem(Place(str(file)), what, mend)]) from error
    except OSError as error:
        what = f"the settings cannot be read: {reason_of(error)}"
        mend = "make the file readable, or move it away"
        raise ContentError([Problem(Place(str(file)), what, mend)]) from error


def parse_settings(text: str, name: str) -> StudySettings:
    """Return the settings that `text` holds, which stands in the file `name`.

    Raises:
        ContentError: some of it is not what it may be; all of that is told.
    """
    if not text:
        return StudySettings()
    from trainer.study.settings_text import lines_of_keys, load

    values = load(text, name)
    lines = lines_of_keys(text)
    problems = []
    read: dict[str, Any] = {}
    for key, value in values.items():
        place = Place(name, lines.get(key, 1), 1)
        setting = BY_KEY.get(key)
        if setting is None:
            problems.append(Problem(place, f"there is no setting {key}", _did_you_mean(key)))
            continue
        try:
            read[setting.attribute] = setting.read(value)
        except ValueError as error:
            problems.append(Problem(place, f"{key} {error}", f"write {setting.allowed}"))
    if problems:
        raise ContentError(problems)
    return StudySettings(**read)


def as_toml(settings: StudySettings, setting: Setting) -> object:
    """Return what a setting is, as a value of TOML; None where it is left out."""
    match getattr(settings, setting.attribute):
        case tuple() as several:
            return list(several)
        case Exam(deck, date):
            return {"deck": deck, "date": date}
        case value:
            return value


def _did_you_mean(key: str) -> str:
    from trainer.chapters.suggestions import did_you_mean

    return did_you_mean(key, BY_KEY, f"there are {', '.join(BY_KEY)}")


def _whole(least: int, most: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        if type(value) is not int:  # nor a bool, which Python counts as one
            raise ValueError("is not a whole number")
        if not least <= value <= most:
            raise ValueError(f"is {value}")
        return value

    return read


def _number(value: Any, least: float, most: float) -> float:
    if type(value) not in {int, float}:
        raise ValueError("is not a number")
    if not least <= value <= most:  # nor is "nan" between anything
        raise ValueError(f"is {value}")
    return float(value)


def _retention(value: Any) -> float:
    return _number(value, 0.70, 0.97)


def _importance(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError("is not a list of words")
    for word in value:
        if word not in IMPORTANCES:
            raise ValueError(f"has {word!r}")
    return tuple(word for word in IMPORTANCES if word in value)


def _exam(value: Any) -> Exam:
    if not isinstance(value, dict) or set(value) != {"deck", "date"}:
        raise ValueError("does not have a deck and a date")
    deck, date = value["deck"], value["date"]
    if not isinstance(deck, str) or not deck:
        raise ValueError("has a deck that is no name")
    if type(date) is not dt.date:  # nor a time, which Python counts as one
        raise ValueError("has a date that is no day")
    return Exam(deck, date)


def _parameters(value: Any) -> tuple[float, ...]:
    if not isinstance(value, list):
        raise ValueError("are not a list of numbers")  # noqa: TRY004 - of the file, not of a caller
    if len(value) != len(PARAMETER_BOUNDS):
        raise ValueError(f"are {len(value)}, and FSRS-6 has {len(PARAMETER_BOUNDS)}")
    read = []
    for number, (one, (least, most)) in enumerate(zip(value, PARAMETER_BOUNDS, strict=True), 1):
        try:
            read.append(_number(one, least, most))
        except ValueError as error:
            raise ValueError(
                f"are wrong: number {number} {error}, not {least:g} to {most:g}"
            ) from error
    return tuple(read)


def _typed_number(text: str) -> object:
    for number in (int, float):
        try:
            return number(text)
        except ValueError:
            continue
    return text


def _typed_words(text: str) -> object:
    return re.split(r"[\s,]+", text.strip())


def _typed_numbers(text: str) -> object:
    return [_typed_number(word) for word in re.split(r"[\s,]+", text.strip())]


def _typed_exam(text: str) -> object:
    deck, _, day = text.strip().rpartition(" ")
    try:
        return {"deck": deck.strip(), "date": dt.date.fromisoformat(day)}
    except ValueError:
        return text


SETTINGS = (
    Setting(
        "desired-retention",
        "how many of the cards you are asked you want to know: more means more reviews",
        "a number from 0.70 to 0.97",
        _retention,
        _typed_number,
    ),
    Setting(
        "minutes",
        "how long a session is",
        "a whole number from 1 to 240",
        _whole(1, 240),
        _typed_number,
    ),
    Setting(
        "new-a-day",
        "new cards a day at most",
        "a whole number from 0 to 1000",
        _whole(0, 1000),
        _typed_number,
    ),
    Setting(
        "reviews-a-day",
        "reviews a day at most",
        "a whole number from 1 to 10000",
        _whole(1, 10000),
        _typed_number,
    ),
    Setting(
        "rollover-hour",
        "the hour at which a new day of study begins",
        "a whole number from 0 to 23",
        _whole(0, 23),
        _typed_number,
    ),
    Setting(
        "importance",
        "how important facts must be for new cards to come of them",
        f"one or more of {', '.join(IMPORTANCES)}",
        _importance,
        _typed_words,
    ),
    Setting(
        "exam",
        "the day by which a deck is to be known",
        'a deck and a day, october-week 2027-06-01, in the file { deck = "october-week", date = 2027-06-01 }',
        _exam,
        _typed_exam,
    ),
    Setting(
        "parameters",
        "the 21 of FSRS-6, as trainer optimize fits them to you",
        "the 21 numbers that trainer optimize gives, or leave them out",
        _parameters,
        _typed_numbers,
    ),
)
BY_KEY: Mapping[str, Setting] = {setting.key: setting for setting in SETTINGS}
