"""Says what pydantic refuses in words that an author of a chapter understands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

from trainer.chapters.models.base import ID_PATTERN, Model
from trainer.chapters.suggestions import nearest, one_of
from trainer.chapters.yaml_source import Scalar
from trainer.errors import Problem

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from trainer.chapters.yaml_source import Document, Path

# 79,000 and 79 000, but not 2.5.
_GROUPED = re.compile(r"\d{1,3}([,.' \u00a0\u202f]\d{3})+", re.ASCII)


def explain(
    error: ValidationError, model: type[Model], document: Document, entry: Path
) -> list[Problem]:
    """Return a problem for everything that is wrong with the entry at the path `entry`."""
    told: dict[Path, tuple[int, Problem]] = {}
    problems: list[Problem] = []
    refusals = []
    for details in error.errors(include_url=False):
        path = _path_in(document.data, (*entry, *details["loc"]))
        refusals.append((_Refusal(details, model, document, path), details, path))
    misspelled = {refusal.meant() for refusal, _, _ in refusals}
    for refusal, details, path in refusals:
        problem = refusal.problem()
        if _is_of_a_key(details):
            if details["type"] != "missing" or path not in misspelled:
                problems.append(problem)
            continue
        # A value that fits none of several types is refused once for each: the nearest is told.
        rank = _rank(details)
        if path not in told or rank > told[path][0]:
            told[path] = (rank, problem)
    problems.extend(problem for _, problem in told.values())
    return problems


def _is_of_a_key(details: ErrorDetails) -> bool:
    """Tell whether a refusal stands for itself: what is missing from a pair is one of several."""
    sort = details["type"]
    return sort in {"extra_forbidden", "chapter"} or (
        sort == "missing" and isinstance(details["loc"][-1], str)
    )


def _rank(details: ErrorDetails) -> int:
    """Return how near a type came to accepting a value: none, if it wants another sort of thing."""
    wants_a_word = details["type"] in {"enum", "literal_error"}
    if details["type"].endswith("_type") or (
        wants_a_word and not isinstance(details["input"], str)
    ):
        return 0
    return len(details["loc"])


def _path_in(data: Any, loc: Path) -> Path:
    """Return `loc` without what pydantic adds: names of types, and keys that a shorthand leaves out."""
    path: list[str | int] = []
    for index, step in enumerate(loc):
        if isinstance(data, dict):
            last = index == len(loc) - 1
            if step in data:
                data = data[step]
            elif last:
                data = None
            else:
                continue
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            break
        path.append(step)
    return tuple(path)


class _Refusal:
    """One thing that pydantic refused."""

    def __init__(
        self, details: ErrorDetails, model: type[Model], document: Document, path: Path
    ) -> None:
        self._details = details
        self._model = model
        self._document = document
        self._path = path
        self._context: dict[str, Any] = details.get("ctx") or {}
        self._input = details["input"]
        words = [step for step in path if isinstance(step, str)]
        # pydantic marks what is wrong with a key itself, as in `issues`.
        self._is_key = details["loc"][-1:] == ("[key]",)
        self._key = words[-2 if self._is_key else -1] if words else "the entry"

    def meant(self) -> Path | None:
        """Return the path of the key that an unknown one probably stands for."""
        if self._details["type"] != "extra_forbidden":
            return None
        near = nearest(self._key, self._known())
        return (*self._path[:-1], near) if near else None

    def _known(self) -> list[str]:
        model = _model_at(self._model, self._path[:-1])
        return [info.alias or name for name, info in model.model_fields.items()]

    def problem(self) -> Problem:
        """Return what is wrong, where, and how to mend it."""
        sort = self._details["type"]
        explained = getattr(self, f"_{sort}", None)
        what, mend = explained() if explained else self._other()
        at_key = self._is_key or sort == "extra_forbidden"
        return Problem(self._document.place(self._path, key=at_key), what, mend)

    def _other(self) -> tuple[str, str]:
        message = self._details["msg"]
        return f"{self._key}: {message[0].lower()}{message[1:]}", "correct it"

    def _chapter(self) -> tuple[str, str]:
        return self._context["what"], self._context["mend"]

    def _missing(self) -> tuple[str, str]:
        if not isinstance(self._details["loc"][-1], str):
            return f"{self._key} has too few items", "add what is missing"
        model = _model_at(self._model, self._path[:-1])
        info = next((i for n, i in model.model_fields.items() if (i.alias or n) == self._key), None)
        says = f": {info.description}" if info is not None and info.description else ""
        return f'the key "{self._key}" is missing', f"add it{says}"

    def _extra_forbidden(self) -> tuple[str, str]:
        known = self._known()
        near = nearest(self._key, known)
        mend = f'did you mean "{near}"?' if near else f"known here: {', '.join(known)}"
        return f'unknown key "{self._key}"', mend

    def _enum(self) -> tuple[str, str]:
        allowed = re.findall(r"'([^']*)'", str(self._context["expected"]))
        near = nearest(str(self._input).lower(), allowed)
        says = (
            f"did you mean {near}? (known: {', '.join(allowed)})"
            if near
            else f"write {one_of(allowed)}"
        )
        return f"{self._key}: {_said(self._input)} is not known", says

    def _literal_error(self) -> tuple[str, str]:
        return self._enum()

    def _int_parsing(self) -> tuple[str, str]:
        said = str(self._input).strip()
        is_grouped = _GROUPED.fullmatch(said) is not None
        mend = re.sub(r"\D", "", said) if is_grouped else "it in digits, such as 414"
        return f"{self._key}: {_said(self._input)} is not a whole number", f"write {mend}"

    def _int_parsing_size(self) -> tuple[str, str]:
        return f"{self._key}: a number of {len(str(self._input)):,} digits", "correct it"

    def _int_type(self) -> tuple[str, str]:
        return self._wrong_sort("a whole number")

    def _bool_parsing(self) -> tuple[str, str]:
        return f"{self._key}: {_said(self._input)} is neither true nor false", "write true or false"

    def _bool_type(self) -> tuple[str, str]:
        return self._wrong_sort("true or false")

    def _string_type(self) -> tuple[str, str]:
        return self._wrong_sort("a text")

    def _list_type(self) -> tuple[str, str]:
        return self._wrong_sort("a list", "write [a, b], or each item on its own line after a dash")

    def _tuple_type(self) -> tuple[str, str]:
        return self._list_type()

    def _dict_type(self) -> tuple[str, str]:
        return self._wrong_sort("a mapping", "write {key: value}, or each key on its own line")

    def _model_type(self) -> tuple[str, str]:
        return self._dict_type()

    def _wrong_sort(self, expected: str, mend: str = "") -> tuple[str, str]:
        if self._input is None:
            return f"{self._key} has no value", "give one, or delete the key"
        return f"{self._key} is {_sort(self._input)}, not {expected}", mend or f"write {expected}"

    def _string_too_short(self) -> tuple[str, str]:
        return f"{self._key} is an empty text", "write something, or delete the key"

    def _too_short(self) -> tuple[str, str]:
        least, given = self._context["min_length"], self._context["actual_length"]
        if given == 0:
            return f"{self._key} is an empty list", "give at least one item"
        return f"{self._key} has {given} of at least {least} items", "add what is missing"

    def _too_long(self) -> tuple[str, str]:
        most, given = self._context["max_length"], self._context["actual_length"]
        return f"{self._key} has {given} items of at most {most}", "delete what is too many"

    def _greater_than_equal(self) -> tuple[str, str]:
        return f"{self._key}: {self._input} is too small", f"write {self._context['ge']} or more"

    def _greater_than(self) -> tuple[str, str]:
        return f"{self._key}: {self._input} is too small", f"write more than {self._context['gt']}"

    def _less_than_equal(self) -> tuple[str, str]:
        return f"{self._key}: {self._input} is too large", f"write {self._context['le']} or less"

    def _string_pattern_mismatch(self) -> tuple[str, str]:
        if self._context["pattern"] != ID_PATTERN:
            return (
                f"{self._key}: {_said(self._input)} is not written as it should be",
                "such as 30-52, 57",
            )
        says = "use lower-case letters, digits and single hyphens"
        if slug := re.sub(r"[^a-z0-9]+", "-", str(self._input).lower()).strip("-"):
            says += f", such as {slug}"
        return f"{self._key}: {_said(self._input)} is not an id", says


def _model_at(model: type[Model], path: Path) -> type[Model]:
    """Return the model of what stands at `path` within an entry of `model`."""
    for step in path:
        if isinstance(step, int):
            continue
        annotation = next(
            (i.annotation for n, i in model.model_fields.items() if (i.alias or n) == step), None
        )
        model = _model_in(annotation) or model
    return model


def _model_in(annotation: Any) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _said(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else _sort(value)


def _sort(value: Any) -> str:
    if isinstance(value, Scalar | str):
        return f'the text "{value}"'
    if isinstance(value, list):
        return "a list"
    return "a mapping" if isinstance(value, dict) else f'"{value}"'
