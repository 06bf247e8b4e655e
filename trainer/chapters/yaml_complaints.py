"""Says what PyYAML finds wrong with a file in words that its author understands, and where it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trainer.errors import Place, Problem

if TYPE_CHECKING:
    import yaml

_LINE_ENDS = re.compile("\r\n|\r|\n")

# What PyYAML says, what an author calls it, and how to mend it; the first that fits is told.
_COMPLAINTS = (
    (
        "another document",
        "a second document begins",
        "delete the line ---: one file holds one list",
    ),
    ("tab character", "a tab", "indent with spaces"),
    ("alias", "an alias (*)", "put the text in quotes, or write the value out"),
    (
        "mapping values are not allowed",
        "a colon where no key can stand",
        "put the text in quotes, or correct the indentation",
    ),
    ("unexpected end of stream", "a quotation that never ends", "close the quotes"),
    ("',' or ']'", "a comma or a closing bracket ] is missing", "add it"),
    ("',' or '}'", "a comma or a closing brace } is missing", "add it"),
    # The Python part of PyYAML says it in other words than the C part.
    *(
        (
            fragment,
            "this line does not fit the ones before it",
            "align it with them, or look for a missing quote",
        )
        for fragment in ("did not find expected", "expected <block end>")
    ),
)


def syntax_problem(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """Return the problem that kept `text` from being read."""
    place, begun = place_of(file, error.problem_mark), place_of(file, error.context_mark)
    said = error.problem or "this is no YAML"
    line = _line(text, place)
    if hard := _hard_space(text, place):
        return Problem(hard, "a no-break space", "type a plain space instead")
    if "cannot start any token" in said:
        if "\t" in line[: place.column]:
            return Problem(place, "a tab", "indent with spaces")
        what = f"a value cannot begin with {line[place.column - 1 : place.column]}"
        return Problem(place, what, "put it in quotes")
    for fragment, what, mend in _COMPLAINTS:
        if fragment in said:
            if "closing" in what:
                opened = f"what it closes begins in line {begun.line}, column {begun.column}"
                return Problem(place, what, f"{mend}; {opened}")
            return Problem(begun if "quotation" in what else place, what, mend)
    return Problem(place, f"not YAML: {said}", "correct the line; quotes around a text often help")


def _hard_space(text: str, place: Place) -> Place | None:
    """Return where a space stands that YAML takes for a letter: before a key, or after its colon."""
    for number in (place.line, place.line - 1):
        line = _line(text, Place(place.file, number, 1))
        if found := re.search("^[ -]*\N{NO-BREAK SPACE}|:\N{NO-BREAK SPACE}", line):
            return Place(place.file, number, found.end())
    return None


def _line(text: str, place: Place) -> str:
    lines = _LINE_ENDS.split(text)
    return lines[place.line - 1] if 0 < place.line <= len(lines) else ""


def place_of(file: str, mark: yaml.Mark | None) -> Place:
    """Return the place of a mark, which counts from 0."""
    return Place(file) if mark is None else Place(file, mark.line + 1, mark.column + 1)


def place_after(text: str, file: str) -> Place:
    """Return the place of what follows `text`, the beginning of the file."""
    lines = _LINE_ENDS.split(text)
    return Place(file, len(lines), len(lines[-1]) + 1)
