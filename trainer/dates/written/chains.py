"""Points that stand together (`chain` in the grammar): ranges, lists, one day in two calendars.

"," counts only in a list that ends with "and" or "or", and between two calendars. What points share is
told once: the month and year of the 14th in "from the 14th to the 22nd of April".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from trainer.dates.edtf import SetKind
from trainer.dates.written.duals import make_dual
from trainer.dates.written.model import (
    Ambiguous,
    DateList,
    Point,
    Range,
    Reading,
    marked,
    points_of,
)
from trainer.dates.written.points import YEAR_AND_CALENDAR, Form, Member, read_points
from trainer.dates.written.rules import compile_rules
from trainer.dates.written.sharing import TO, TWIN, share
from trainer.dates.written.vocabulary import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.dates.written.tokens import Piece

# A month has no more days, and a table of figures is no list of dates.
_LONGEST = 31

_RULES = compile_rules(
    YEAR_AND_CALENDAR
    | {
        "tail": "((of | of the)? month_of? month)? told_year? style?",
        "joint": "comma and | comma or | and | or | comma | dash | to | until | slash | open",
        "head": "from | between | some_time",
    }
)


@dataclass(frozen=True, slots=True)
class Node:
    """A point of a chain, and what ties it to the one before; `opens` is the side where it is open."""

    member: Member
    joint: Sort | None
    stop: int
    tight: bool = False
    opens: Sort | None = None
    one_of: bool = False
    tail: Point | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """What was read from piece `start` to before piece `stop`."""

    says: Reading
    start: int
    stop: int
    nodes: tuple[Node, ...]


def read_chain(shape: str, pieces: Sequence[Piece], at: int) -> Chain | None:
    """Return the longest date that begins with piece `at` and can be; None if none does."""
    head = _RULES["head"].match(shape, at)
    first = head.end() if head else at
    nodes = _nodes(shape, pieces, first)
    while nodes:
        says = _build(nodes, pieces[at].sort if head else None)
        stop = nodes[-1].stop
        if head is not None and isinstance(says, Point):
            onward = stop < len(pieces) and pieces[stop].sort in {Sort.ON, Sort.ONWARD}
            opened = onward and pieces[at].sort is Sort.FROM
            says, stop = (Range(says, None), stop + 1) if opened else (None, stop)
        if says is not None:
            return _marked(Chain(says, at, stop, tuple(nodes)), shape, pieces)
        nodes = nodes[:-1]
    return None


def _marked(chain: Chain, shape: str, pieces: Sequence[Piece]) -> Chain:
    """Take in a calendar that is named behind a whole chain and counts for all of it."""
    match = _RULES["style"].match(shape, chain.stop)
    if match is None:
        return chain
    calendar = next(p.says["calendar"] for p in pieces[chain.stop : match.end()] if p.says)
    says = chain.says
    if any(point.calendar is not None for point in points_of(says)):
        return chain
    if isinstance(says, DateList):
        says = DateList(says.kind, tuple(marked(member, calendar) for member in says.members))
    elif isinstance(says, Point | Range):
        says = marked(says, calendar)
    return replace(chain, says=says, stop=match.end())


def _nodes(shape: str, pieces: Sequence[Piece], at: int) -> list[Node]:
    first = _node(shape, pieces, at, None)
    if first is None:
        return []
    nodes = [first]
    while len(nodes) < _LONGEST and (match := _RULES["joint"].match(shape, nodes[-1].stop)):
        joint = pieces[match.end() - 1].sort
        if joint in TO and nodes[-1].joint in TO:
            break
        node = _node(shape, pieces, match.end(), joint)
        if node is None:
            break
        if joint is Sort.OPEN:
            if node.stop >= len(pieces) or pieces[node.stop].sort is not Sort.CLOSE:
                break
            node = _with_tail(shape, pieces, node)
        nodes.append(node)
        if joint in TWIN:
            # A day in two calendars ends a chain; what began before it is another date.
            return nodes if len(nodes) == 2 else nodes[:-2]  # noqa: PLR2004
    # A list does not end with a comma; that two calendars may meet at one, the second node shows.
    while len(nodes) > 2 and nodes[-1].joint is Sort.COMMA:  # noqa: PLR2004
        nodes.pop()
    return nodes


def _node(shape: str, pieces: Sequence[Piece], at: int, joint: Sort | None) -> Node | None:
    opens, first, one_of = None, at, False
    if at < len(pieces) and pieces[at].sort in {Sort.UNTIL, Sort.SINCE}:
        opens, first = pieces[at].sort, at + 1
    elif joint is not None and at < len(pieces) and pieces[at].sort is Sort.FROM:
        opens, first = Sort.FROM, at + 1
    member = next(read_points(shape, pieces, first), None)
    if member is None or (member.form is Form.DAMAGED and joint is not Sort.SLASH):
        return None
    stop = member.stop
    following = pieces[stop].sort if stop < len(pieces) else None
    if opens is Sort.FROM:
        if following not in {Sort.ON, Sort.ONWARD}:
            return None
        opens, stop = Sort.SINCE, stop + 1
    elif opens is None and following in {Sort.OR_EARLIER, Sort.OR_LATER}:
        opens = Sort.UNTIL if following is Sort.OR_EARLIER else Sort.SINCE
        stop, one_of = stop + 1, True
    tight = (
        at > 1
        and pieces[at - 2].stop == pieces[at - 1].start
        and pieces[at - 1].stop == pieces[at].start
    )
    return Node(member, joint, stop, tight, opens, one_of)


def _with_tail(shape: str, pieces: Sequence[Piece], node: Node) -> Node:
    """Take in the closing bracket and what is told after it for both days: `[16] of April, 1901`."""
    first = node.stop + 1
    match = _RULES["tail"].match(shape, first)
    assert match is not None
    says: dict[str, Any] = {}
    for piece in pieces[first : match.end()]:
        says |= piece.says
    told: dict[str, Any] = {
        name: says.get(name) for name in ("month", "year", "short_year", "calendar")
    }
    return replace(node, stop=match.end(), tail=Point(**told))


def _build(nodes: Sequence[Node], head: Sort | None) -> Reading | None:
    if len(nodes) == 1:
        return _single(nodes[0])
    members = [node.member for node in nodes]
    if any(member.readings for member in members):
        return None
    joints = [node.joint for node in nodes[1:]]
    points = share(members, joints, nodes[-1].tail, tight=nodes[1].tight)
    return None if points is None else _joined(nodes, points, head)


def _joined(nodes: Sequence[Node], points: Sequence[Point], head: Sort | None) -> Reading | None:
    joints = [node.joint for node in nodes[1:]]
    if joints[0] in TWIN:
        return _twin(nodes, points)
    if joints == [Sort.COMMA]:
        first, second = (point.calendar for point in points)
        return make_dual(*points) if first and second and first is not second else None
    if joints[-1] is Sort.COMMA or not _alike(points, joints):
        return None
    return _grouped(nodes, points, head)


def _single(node: Node) -> Reading | None:
    if len(node.member.readings) > 1:
        return Ambiguous(node.member.readings)
    says = _opened(node, node.member.point)
    # "Or earlier" leaves open which day it was; "until" means all of them.
    return DateList(SetKind.ONE_OF, (says,)) if node.one_of else says


def _opened(node: Node, point: Point) -> Point | Range:
    match node.opens:
        case Sort.UNTIL:
            return Range(None, point)
        case Sort.SINCE:
            return Range(point, None)
        case _:
            return point


def _twin(nodes: Sequence[Node], points: Sequence[Point]) -> Reading | None:
    first, second = points
    last = nodes[-1]
    if last.member.form is Form.DAMAGED:
        return replace(first, damaged=True)
    told_behind = last.tail.month if last.tail else None
    dual = make_dual(
        replace(first, month=nodes[0].member.point.month),
        replace(second, month=last.member.point.month or told_behind),
    )
    if dual is not None or last.joint is Sort.OPEN:
        return dual
    # "the night of 3/4 July", "the season of 1916/17"
    return Range(first, second) if first.day is None or first.month == second.month else None


def _alike(points: Sequence[Point], joints: Sequence[Sort | None]) -> bool:
    """Tell whether points can stand in one list or range: all are days, or all years, and so on."""
    grains = {_grain(point) for point in points}
    if len(grains) == 1:
        return True
    return Sort.AND not in joints and grains <= {"day", "month"}


def _grain(point: Point) -> str:
    for name in ("day", "month", "season", "weekday"):
        if getattr(point, name) is not None:
            return name
    if point.decade is not None or point.short_decade is not None:
        return "decade"
    return "year" if point.century is None else "century"


def _grouped(nodes: Sequence[Node], points: Sequence[Point], head: Sort | None) -> Reading | None:
    """Return the ranges among the points, and the list of which they are members."""
    groups: list[Point | Range] = [_opened(nodes[0], points[0])]
    kinds: set[SetKind] = set()
    for index, node in enumerate(nodes[1:], 1):
        joint = node.joint
        between = head is Sort.BETWEEN and index == 1 and joint is Sort.AND
        if joint in TO or between:
            start = groups.pop()
            if isinstance(start, Range) or node.opens is not None:
                return None
            groups.append(Range(start, points[index]))
            continue
        if joint is not Sort.COMMA:
            kinds.add(SetKind.ALL_OF if joint is Sort.AND else SetKind.ONE_OF)
        groups.append(_opened(node, points[index]))
    if len(groups) == 1:
        (only,) = groups
        if head is Sort.SOME_TIME:
            return DateList(SetKind.ONE_OF, (only,))
        return _decade(nodes[0].member, only)
    return DateList(kinds.pop(), tuple(groups)) if len(kinds) == 1 else None


def _decade(member: Member, only: Point | Range) -> Point | Range:
    """Return the decade that "the years 1900-1909" are."""
    if not member.years or not isinstance(only, Range) or only.start is None or only.end is None:
        return only
    first, last = only.start.year, only.end.year
    if first is None or last is None or last - first != 9:  # noqa: PLR2004
        return only
    if first % 10 == 0 or (last <= 0 and first % 10 == 1):
        return replace(only.start, year=None, decade=first)
    return only
