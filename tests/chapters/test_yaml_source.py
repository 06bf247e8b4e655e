"""Reading YAML: what stands there is what is read, and every complaint has a place and a mend."""

from __future__ import annotations

import gc
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.chapters import yaml_source
from trainer.chapters.yaml_source import Scalar, read_yaml
from trainer.errors import ContentError, Place, Problem

COMPOSERS = [yaml_source._Composer, yaml_source._PureComposer]


@pytest.fixture(params=COMPOSERS, ids=["in C", "in Python"])
def _composer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_source, "_Composer", request.param)


def problems_in(content: bytes) -> tuple[Problem, ...]:
    try:
        read_yaml(content, "f.yaml")
    except ContentError as error:
        return error.problems
    return ()


def complaints(content: str | bytes) -> list[str]:
    data = content if isinstance(content, bytes) else content.encode()
    with pytest.raises(ContentError) as caught:
        read_yaml(data, "f.yaml")
    return [str(problem) for problem in caught.value.problems]


def test_wheels_bring_the_quick_composer() -> None:
    assert yaml_source._Composer is not yaml_source._PureComposer


@pytest.mark.usefixtures("_composer")
def test_scalars_stay_text() -> None:
    text = "a: no\nb: 1917\nc: 1917-04-03\nd: 0x1F\ne: ~\nf: 1_000\ng: 12:30\nh: .5\n"
    data = read_yaml(text.encode(), "f.yaml").data
    assert list(data.values()) == ["no", "1917", "1917-04-03", "0x1F", "~", "1_000", "12:30", ".5"]


@pytest.mark.usefixtures("_composer")
def test_a_scalar_knows_whether_it_was_quoted() -> None:
    data = read_yaml(b"[a, 'b', \"c\"]", "f.yaml").data
    assert [scalar.quoted for scalar in data] == [False, True, True]
    assert read_yaml(b"a: |\n  b\n", "f.yaml").data["a"].quoted


@pytest.mark.usefixtures("_composer")
def test_an_empty_value_is_none_and_an_empty_quotation_is_not() -> None:
    assert read_yaml(b"a:\nb: ''\n", "f.yaml").data == {"a": None, "b": ""}


@pytest.mark.usefixtures("_composer")
@pytest.mark.parametrize("content", [b"", b"# only a remark\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_none(content: bytes) -> None:
    assert read_yaml(content, "f.yaml").data is None


@pytest.mark.usefixtures("_composer")
def test_marks_of_byte_order_and_line_ends_of_windows_do_no_harm() -> None:
    document = read_yaml(b"\xef\xbb\xbfa: 1\r\nb: 'x'\r\n", "f.yaml")
    assert document.data == {"a": "1", "b": "x"}
    assert document.place(("b",)) == Place("f.yaml", 2, 4)


@pytest.mark.usefixtures("_composer")
@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        ((), False, (1, 1)),
        ((0,), False, (1, 3)),
        ((0, "id"), False, (1, 7)),
        ((0, "id"), True, (1, 3)),
        ((0, "counts"), False, (2, 3)),
        ((0, "counts", "for"), False, (2, 17)),
        ((0, "counts", "for"), True, (2, 12)),
        ((0, "prints", 1), False, (4, 7)),
        ((0, "prints", 7), False, (3, 3)),
        ((0, "nothing", "below"), False, (1, 3)),
        ((0, "empty"), False, (5, 3)),
    ],
)
def test_every_key_and_value_has_a_place(
    path: tuple[str | int, ...], *, key: bool, place: tuple[int, int]
) -> None:
    text = "- id: ä\n  counts: {for: 4}\n  prints: [a,\n      b]\n  empty:\n"
    document = read_yaml(text.encode(), "f.yaml")
    assert document.place(path, key=key) == Place("f.yaml", *place)


@pytest.mark.usefixtures("_composer")
@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        pytest.param(
            "a: 1\nb: 2\na: 3\n",
            'f.yaml:3:1: the key "a" stands twice – keep one of them',
            id="a key twice",
        ),
        pytest.param(
            "a: &x {b: 1}\nc: *x\n",
            "f.yaml:1:4: an anchor (&) that an alias (*) repeats – write the value out where it is used",
            id="an alias of a mapping",
        ),
        pytest.param(
            "a: &x b\nc: *x\n",
            "f.yaml:1:4: an anchor (&) that an alias (*) repeats – write the value out where it is used",
            id="an alias of a text",
        ),
        pytest.param(
            "a: *x\n",
            "f.yaml:1:4: an alias (*) – put the text in quotes, or write the value out",
            id="an alias of nothing",
        ),
        pytest.param(
            "a: {<<: {b: 1}}\n",
            "f.yaml:1:5: a merge key (<<) – write the keys out",
            id="a merge key",
        ),
        pytest.param("a: !!int 3\n", "f.yaml:1:4: a tag (!!int) – delete it", id="a tag"),
        pytest.param(
            "a: !!python/object/apply:os.system [x]\n",
            "f.yaml:1:4: a tag (!!python/object/apply:os.system) – delete it",
            id="a tag that would run something",
        ),
        pytest.param(
            "? [a]\n: 3\n",
            "f.yaml:1:3: a key that is no word – write `key: value`",
            id="a list as a key",
        ),
        pytest.param(
            "{'': 3}\n", "f.yaml:1:2: a value without a key – write `key: value`", id="no key"
        ),
        pytest.param(
            "a: 1\n---\nb: 2\n",
            "f.yaml:2:1: a second document begins – delete the line ---: one file holds one list",
            id="two documents",
        ),
        pytest.param("a:\n\tb: 1\n", "f.yaml:2:1: a tab – indent with spaces", id="a tab"),
        pytest.param(
            "a: b: c\n",
            "f.yaml:1:5: a colon where no key can stand – put the text in quotes, or correct the indentation",
            id="a colon in a text",
        ),
        pytest.param(
            'a: "x\nb: 1\n',
            "f.yaml:1:4: a quotation that never ends – close the quotes",
            id="an open quotation",
        ),
        pytest.param(
            "a: @x\n", "f.yaml:1:4: a value cannot begin with @ – put it in quotes", id="an at sign"
        ),
        pytest.param(
            "a: [1, 2\nb: 3\n",
            "f.yaml:2:2: a comma or a closing bracket ] is missing – add it; "
            "what it closes begins in line 1, column 4",
            id="an open bracket",
        ),
        pytest.param(
            "- a: 1\n b: 2\n",
            "f.yaml:2:2: this line does not fit the ones before it – "
            "align it with them, or look for a missing quote",
            id="bad indentation",
        ),
        pytest.param(
            b"a: caf\xe9\n",
            "f.yaml:1:7: the byte 0xE9 is not UTF-8 – save the file as UTF-8",
            id="Latin-1",
        ),
        pytest.param(
            "a: 1\n".encode("utf-16"),
            "f.yaml:1:1: the byte 0xFF is not UTF-8 – save the file as UTF-8",
            id="UTF-16",
        ),
        pytest.param(
            "a: 1\nb: x\x07\n",
            "f.yaml:2:5: the control character U+0007 – delete it; it cannot be seen in most editors",
            id="a control character",
        ),
        pytest.param(
            "a: one\u2028two\n",
            "f.yaml:1:7: the control character U+2028 – delete it; it cannot be seen in most editors",
            id="a line's end that no editor shows",
        ),
        pytest.param(
            "a: 1\n".encode("utf-16-le"),
            "f.yaml:1:2: the control character U+0000 – save the file as UTF-8, or delete it",
            id="UTF-16 without a mark",
        ),
        pytest.param(
            "[" * 60 + "]" * 60,
            "f.yaml:1:42: lists or mappings nested too deeply – close the brackets that are open",
            id="a well of brackets",
        ),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(content: str | bytes, complaint: str) -> None:
    assert complaints(content)[0] == complaint


def test_all_duplicate_keys_and_tags_are_told_at_once() -> None:
    assert len(complaints("a: 1\na: 2\nb: !x 3\nb: 4\n")) == 3


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        bomb += f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    assert complaints(bomb)[0].startswith("f.yaml:1:4: an anchor (&)")


def test_an_anchor_within_itself_is_refused() -> None:
    assert complaints("a: &x [*x]\n")[0].startswith("f.yaml:1:4: an anchor (&)")


@pytest.mark.usefixtures("_composer")
def test_thousands_of_brackets_do_not_exhaust_the_stack() -> None:
    assert complaints("[" * 3000)


@pytest.mark.parametrize("content", [b"a: 1\n", b"a: [\n"])
def test_the_garbage_collector_is_left_as_it_was(content: bytes) -> None:
    def read() -> None:
        with suppress(ContentError):
            read_yaml(content, "f.yaml")

    assert gc.isenabled()
    read()
    assert gc.isenabled()
    gc.disable()
    try:
        read()
        assert not gc.isenabled()
    finally:
        gc.enable()


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    assert all(problem.mend for problem in problems_in(text.encode()))


@given(st.binary())
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    assert all(problem.place for problem in problems_in(content))


def _both(text: str) -> list[Any]:
    found: list[Any] = []
    for composer in COMPOSERS:
        root = composer(text).get_single_node()
        found.append(yaml_source._Construction("f.yaml").value(root))
    return found


@given(st.lists(st.from_regex(r"[a-z0-9äé][a-z0-9äé .'\"-]{0,8}", fullmatch=True)))
def test_both_composers_read_alike(items: list[str]) -> None:
    text = "\n".join(f"- {item}" for item in items) or "[]"
    in_c, in_python = _both(text)
    assert in_c == in_python
    assert all(isinstance(item, Scalar) for item in in_c)


def test_a_control_character_is_refused_as_an_escape_too() -> None:
    with pytest.raises(ContentError) as caught:
        read_yaml(b'title: "a \\e[31m red \\0 title"\nnote: "a\\nb\\tc \\u2014"\n', "f.yaml")
    (problem,) = caught.value.problems
    assert str(problem).startswith("f.yaml:1:8: the control character U+001B, written as an escape")


@pytest.mark.usefixtures("_composer")
@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("- a: 1\n\tb: 2\n", "f.yaml:2:1: a tab – indent with spaces"),
        (
            "- a: 1\n\N{NO-BREAK SPACE} b: 2\n",
            "f.yaml:2:1: a no-break space – type a plain space instead",
        ),
        (
            "- a:\N{NO-BREAK SPACE}1\n  b: 2\n",
            "f.yaml:1:5: a no-break space – type a plain space instead",
        ),
        (
            "- a: the \N{RIGHT-TO-LEFT OVERRIDE}llim\n",
            "f.yaml:1:10: the control character U+202E – delete it; it cannot be seen in most editors",
        ),
    ],
)
def test_what_cannot_be_seen_is_told_by_its_name(content: str, complaint: str) -> None:
    assert complaints(content) == [complaint]


def test_marks_of_direction_may_stand_in_a_text() -> None:
    text = "the \N{RIGHT-TO-LEFT MARK}טחנה \N{FACTORY}"
    assert read_yaml(f"a: {text}\n".encode(), "f.yaml").data == {"a": text}


def test_a_hundred_thousand_uses_of_an_anchor_are_told_once() -> None:
    assert len(complaints("a: &x b\nc: [" + "*x, " * 100_000 + "]\n")) == 1


def test_a_backspace_is_taken_for_the_word_boundary_of_an_expression() -> None:
    with pytest.raises(ContentError) as caught:
        read_yaml(b'pattern: "\\bMayor"\n', "f.yaml")
    (problem,) = caught.value.problems
    assert problem.mend.startswith("write '\\b' in single quotes, or \"\\\\b\"")
    assert read_yaml(b"pattern: '\\bMayor'\n", "f.yaml").data == {"pattern": "\\bMayor"}
    assert read_yaml(b'pattern: "\\\\bMayor"\n', "f.yaml").data == {"pattern": "\\bMayor"}


@pytest.mark.parametrize("text", ["[" * 200_000, "{a: " * 50_000, "- " * 50_000 + "x"])
def test_nesting_without_end_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(ContentError) as refused:
        read_yaml(text.encode(), "a.yaml")
    (problem,) = refused.value.problems
    assert problem.place is not None
    assert problem.place.line == 1


def test_a_file_of_more_values_than_any_chapter_has_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("trainer.chapters.yaml_source._MOST_NODES", 100)
    read_yaml(b"- x\n" * 99, "a.yaml")
    with pytest.raises(ContentError, match="more than 100 values"):
        read_yaml(b"- x\n" * 100, "a.yaml")
