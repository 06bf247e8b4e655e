"""What a cell holds: a text; of a list, one item a line; a mapping as a chapter's file would write it, in braces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.chapters.models.base import wrong_with_token
from trainer.chapters.yaml_source import read_yaml
from trainer.drafting.yaml_text import flow
from trainer.errors import ContentError

if TYPE_CHECKING:
    from trainer.drafting.sheets.tables import Column


class DateCell(str):
    """A day that a spreadsheet program holds as a date of its own, as EDTF."""

    __slots__ = ()


class UnreadableCellError(Exception):
    """A mapping in a cell that is no YAML: why, and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend


def text_of(value: Any) -> str:
    """Return what stands in the cell for a value read from a chapter's file."""
    if isinstance(value, list):
        return "\n".join(_item_text(item) for item in value)
    return _item_text(value)


def value_of(text: str, column: Column) -> Any:
    """Return the value that a cell stands for.

    Raises:
        UnreadableCellError: a mapping in it cannot be read.
    """
    if not column.is_list:
        return _item(text.strip(), column)
    return [_item(line.strip(), column) for line in text.splitlines() if line.strip()]


def _item_text(value: Any) -> str:
    return flow(with_numbers(value)) if isinstance(value, dict | list) else str(value or "")


def _item(text: str, column: Column) -> Any:
    # In EDTF braces hold a set of dates, `{1901-06-05,1901-06-12}`: to YAML, keys without values.
    if not (column.may_be_mapping and text.startswith("{")):
        return with_numbers(text)
    try:
        value = read_yaml(text.encode(), "").data
    except ContentError as error:
        problem = error.problems[0]
        raise UnreadableCellError(problem.what, problem.mend) from None
    if isinstance(value, dict) and None not in value.values():
        _refuse_bare_tokens(value)
        return with_numbers(value)
    return text


def _refuse_bare_tokens(value: Any) -> None:
    """Refuse tokens of evidence without quotes, as a chapter's file does."""
    if isinstance(value, dict):
        for token in value.get("prints") or ():
            if wrong := wrong_with_token(token):
                raise UnreadableCellError(*wrong)
        for each in value.values():
            _refuse_bare_tokens(each)
    elif isinstance(value, list):
        for each in value:
            _refuse_bare_tokens(each)


def with_numbers(value: Any) -> Any:
    """Return a value with whole numbers in place of their digits, so that these are written without quotes."""
    if isinstance(value, dict):
        return {key: with_numbers(each) for key, each in value.items()}
    if isinstance(value, list):
        return [with_numbers(each) for each in value]
    is_number = isinstance(value, str) and value.isascii() and value.isdigit()
    is_written_so = is_number and not getattr(value, "quoted", False) and str(int(value)) == value
    return int(value) if is_written_so else value
