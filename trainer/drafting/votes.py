"""The votes and figures of a text as drafts: tallies of motions, votes that candidates got, numbers of what is counted.

A sentence tells a vote if its numbers have roles (`519 opposed`, `ten to two`, `by a majority against four`) and a word that
votes go with stands beside them; so does one that says it was unanimous. Each number is quoted with the words that give
it its role, as few of them as will do, and read once more as a reader of the evidence would.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from trainer.chapters.record import LONGEST_TOKEN
from trainer.drafting.found import FoundVote, Quote
from trainer.drafting.hints import hint_beside
from trainer.text.folding import fold, plain_marks
from trainer.text.function_words import FUNCTION_WORDS
from trainer.text.numerals import read_numeral
from trainer.text.tallies import Role, read_tally
from trainer.text.verdicts import tells_carried
from trainer.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.drafting.names import Mention
    from trainer.drafting.pages import Page
    from trainer.text.figures import Figure
    from trainer.text.tallies import Tallied

_VOTING = frozenset(
    words("""
    vote votes voted voting lost ballot ballots majority minority motion motions resolution carried adopted rejected
    defeated divided division abstaining abstained abstention abstentions favor favour opposed elected ayes noes yeas
    nays amendment rescinded resolved unanimously proposal referendum quorum against decided agreed admitted
    """)
)
"""Words one of which stands in a sentence that tells a vote."""
_SIDES = frozenset({Role.FOR, Role.AGAINST})
_UNANIMOUS = re.compile(
    r"(?<!not )(?<!almost )(?<!nearly )\b(?:unanimous(?:ly)?|nem\.? con|without (?:a )?(?:dissent|division)"
    r"|with one voice|by acclamation|without a dissenting vote)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:motion|resolution|proposal|proposed|moved|resolved|agreed|decided|voted)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\b(?:to|that|for)\s+")
_LONGEST_MOTION = 6
_BECAME = frozenset(words("was were is had has having"))
# A range of hours, of ages or of pages is no vote.
_NO_TALLY_BEHIND = re.compile(
    r"\s*(?:o'clock|years?|days?|weeks?|months?|pages?|miles?|feet|p\.?m|a\.?m)\b"
)
_GOT = re.compile(
    r"(?:\s*,)?(?:\s+(?:who|had|got|gets|received|won|polled|obtained|took|secured|with|has|gathered|only|just))*\s*[-–—:,(]?\s*"
)
_GIVEN_FOR = re.compile(r"(?:\s+votes?)?\s+for\s+")
_GOT_VERB = re.compile(r"\b(?:had|got|gets|received|won|polled|obtained|with)\s*$")
# "Luke Penrose, the only other candidate, had".
_APART = re.compile(r",[^;:]{1,60}, (?:had|got|received|with)\s*")
# In a row of candidates: "and Petko Kolev, who had kept the books, 97".
_APART_IN_ROW = re.compile(r",[^;:,]{1,60},\s*")
_SMALL_NAME = re.compile(
    r"(?:\s+votes)?\s*,?\s*(?:and\s+)?(?:the\s+|an?\s+)?([a-z]+(?: [a-z]+){0,3})(?:\s+had)?\s+"
)
_PAIR_END = re.compile(
    r"\s+(?:votes?\b|and\b|out of\b|of\b|to\b|with\b|in\b|but\b|while\b|against\b)|\s*(?:[.,;:)\]!?]|$)"
)
_TWO = 2
_VOTES = re.compile(r"\bvotes?\b|\bvoted\b|\bballot", re.IGNORECASE)
_GATHERED = frozenset(words("gathered received got obtained secured polled won drew mustered only"))
_VERB_REACH = 4
_CLAUSE = re.compile(r"[,;:()\u2013\u2014](?=\s)|\s[\u2013\u2014-]\s")
_LEAST_FIGURE = 3
_UNIT_WORDS = 4
# Behind these a number counts nothing that anybody would ask for.
_NO_UNIT = frozenset({"o'clock"}) | frozenset(
    words("o clock a am pm times per more less fewer hundred thousand million percent th st nd rd")
)


@dataclass(frozen=True)
class _Sentence:
    """A sentence, its dates and the marks of notes blanked out, so that no number of theirs is taken for votes."""

    page: Page
    start: int
    stop: int

    @cached_property
    def text(self) -> str:
        """It, in as many characters as are printed."""
        blank = list(self.page.text[self.start : self.stop])
        for date in self.page.dates:
            for at in range(max(date.start, self.start), min(date.stop, self.stop)):
                if blank[at - self.start].isalnum():
                    blank[at - self.start] = "x"
        for numeral in self._no_figures():
            blank[numeral[0] : numeral[1]] = "x" * (numeral[1] - numeral[0])
        for mark in re.finditer(r"(?<=\S)\[\d+\]", "".join(blank)):
            for at in range(mark.start(), mark.end()):
                blank[at] = " "
        return "".join(blank)

    def _no_figures(self) -> Iterator[tuple[int, int]]:
        """Yield where words stand that look like numbers but count nothing: `one better`."""
        figures = self.page.contents.figures
        located = self.page.contents.paragraph.located
        printed = self.page.contents.paragraph.words
        for at in self.words:
            start, stop = located[at].start, located[at].stop
            number = read_numeral(printed, at)
            if number is None or number.ordinal:
                continue
            if not any(figure.start <= start < figure.stop for figure in figures):
                yield start - self.start, stop - self.start

    @cached_property
    def clauses(self) -> tuple[tuple[int, int], ...]:
        """From and to before which word of the paragraph each clause stands."""
        cuts = [match.start() + self.start for match in _CLAUSE.finditer(self.text)]
        located = self.page.contents.paragraph.located
        edges = [self.words[0]]
        for cut in cuts:
            edges.append(next((at for at in self.words if located[at].start > cut), edges[-1]))
        edges.append(self.words[-1] + 1)
        return tuple((one, other) for one, other in pairwise(edges) if one < other)

    @cached_property
    def carried(self) -> bool | None:
        """Whether it tells that something was carried or lost."""
        return tells_carried(self.text)

    @cached_property
    def words(self) -> tuple[int, ...]:
        """The indices of its words in the paragraph."""
        return self.page.contents.paragraph.indices(self.start, self.stop)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Its words, folded, those of dates blank."""
        located = self.page.contents.paragraph.located
        return tuple(
            located[at].word
            if self.text[located[at].start - self.start] == self.page.text[located[at].start]
            else "x"
            for at in self.words
        )

    @cached_property
    def numbers(self) -> tuple[tuple[int, int, int], ...]:
        """The value, the first word and the word behind of each cardinal, by index in the paragraph."""
        found = []
        at = 0
        while at < len(self.folded):
            numeral = read_numeral(self.folded, at)
            if numeral is None:
                at += 1
                continue
            if not numeral.ordinal:
                first = self.words[0]
                found.append((numeral.value, first + numeral.start, first + numeral.stop))
            at = numeral.stop
        return tuple(found)

    def span(self, first: int, stop: int) -> str:
        """Return what is printed from word to before word of the paragraph, dates blanked out."""
        located = self.page.contents.paragraph.located
        return self.text[located[first].start - self.start : located[stop - 1].stop - self.start]


def find_votes(pages: Sequence[Page], mentions: Sequence[Mention]) -> tuple[FoundVote, ...]:
    """Return the votes and figures of a text in the order of print.

    Args:
        pages: the text.
        mentions: every name in it.
    """
    by_page: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_page.setdefault(mention.page.number, []).append(mention)
    found: list[FoundVote] = []
    for page in pages:
        for start, stop in page.sentences:
            if not any(sign.isalnum() for sign in page.text[start:stop]):
                continue
            sentence = _Sentence(page, start, stop)
            before = _Sentence(page, *page.sentence_at(start - 1)) if start else None
            named = [m for m in by_page.get(page.number, ()) if start <= m.start < stop]
            here = [*_of_sentence(sentence, named, before)]
            if (
                not here
                and found
                and found[-1].values.get("counts")
                and _follows(found[-1], sentence)
            ):
                found[-1] = _with_absent(sentence, found[-1])
            found += here
            found += _figures(sentence, here)
    return tuple(found)


def _of_sentence(
    sentence: _Sentence, named: Sequence[Mention], before: _Sentence | None
) -> Iterator[FoundVote]:
    election = _election(sentence, named)
    if election is not None:
        yield election
        return
    motion = _motion(sentence, before)
    if motion is not None:
        yield motion


def _motion(sentence: _Sentence, before: _Sentence | None) -> FoundVote | None:
    """Return the motion on which a sentence tells a vote."""
    tallied = _tallied(sentence)
    unanimous = _UNANIMOUS.search(sentence.text)
    if not tallied and unanimous is None:
        return None
    counts, quotes = _counts(sentence, tallied)
    if sentence.carried is False and "majority" in sentence.folded and [*counts] == ["against"]:
        # Lost by a majority against four: these were for it, whatever word stands beside them.
        counts = {"for": _derived(_plain(counts["against"]))}
    if not counts and unanimous is None:
        return None
    values: dict[str, Any] = {
        "type": "motion",
        "motion": _moved(sentence) or (_moved(before) if before is not None else ""),
    }
    if counts:
        values["counts"] = counts
    else:
        values["unanimous"] = True
        assert unanimous is not None
        at = sentence.page.contents.paragraph.indices(
            sentence.start + unanimous.start(), sentence.start + unanimous.end()
        )
        quotes = {at[0]: (at[0], at[-1] + 1)}
    values["outcome"] = _outcome(sentence, counts, unanimous=not counts)
    verdict = _verdict_words(sentence) if values["outcome"] in {"passed", "failed"} else None
    if verdict is not None and not any(first <= verdict < stop for first, stop in quotes.values()):
        quotes[verdict] = (verdict, verdict + 1)
    spans = sorted(set(quotes.values()))
    located = sentence.page.contents.paragraph.located
    return FoundVote(
        paragraph=sentence.page.number,
        start=located[spans[0][0]].start,
        stop=located[spans[-1][1] - 1].stop,
        values=values,
        quotes=_quoted(sentence.page, spans),
        hint=hint_beside(sentence.page, located[spans[0][0]].start, located[spans[-1][1] - 1].stop),
    )


def _follows(vote: FoundVote, sentence: _Sentence) -> bool:
    """Tell whether a sentence stands directly behind one that tells a vote."""
    begin, end = sentence.page.sentence_at(vote.start)
    return vote.paragraph == sentence.page.number and begin < end == sentence.start


def _with_absent(sentence: _Sentence, vote: FoundVote) -> FoundVote:
    """Return a vote with those of whom the next sentence tells that they were absent or did not vote."""
    told = [
        one
        for clause in sentence.clauses
        for one in ((tallied, at[1], at[2]) for tallied, at in _read(sentence, clause))
        if one[0].role in _AWAY and one[0].role.value not in vote.values["counts"]
    ]
    counts, quotes = _counts(sentence, told)
    if not counts or any(isinstance(count, dict) for count in counts.values()):
        return vote
    more = _quoted(sentence.page, sorted(set(quotes.values())))
    values = {**vote.values, "counts": {**vote.values["counts"], **counts}}
    return replace(vote, values=values, quotes=(*vote.quotes, *more))


_AWAY = frozenset({Role.ABSTAINING, Role.NOT_VOTING, Role.ABSENT})


def _tallied(sentence: _Sentence) -> list[tuple[Tallied, int, int]]:
    """Return the numbers of a sentence that count votes, with their words; none if it tells no vote.

    A role is read within a clause only: in `by five votes, against Orme's` the five are not against.
    """
    if not sentence.numbers or not _VOTING.intersection(sentence.folded):
        return []
    found = [
        (tallied, first, stop)
        for clause in sentence.clauses
        for tallied, (_, first, stop) in _gathered(sentence, _read(sentence, clause))
        if _counts_votes(sentence, tallied, first, stop)
    ]
    roles = {tallied.role for tallied, _, _ in found}
    sides = [tallied for tallied, _, _ in found if tallied.role in _SIDES]
    if not sides or (len(roles) == 1 and all(tallied.number <= 1 for tallied in sides)):
        return []
    located = sentence.page.contents.paragraph.located
    last = max(located[stop - 1].stop for _, _, stop in found)
    return [] if _NO_TALLY_BEHIND.match(sentence.page.plain, last) else found


def _read(
    sentence: _Sentence, clause: tuple[int, int]
) -> list[tuple[Tallied, tuple[int, int, int]]]:
    """Return the numbers of a clause with their roles."""
    numbers = [one for one in sentence.numbers if clause[0] <= one[1] and one[2] <= clause[1]]
    if not numbers:
        return []
    first = sentence.words[0]
    group = " ".join(sentence.folded[clause[0] - first : clause[1] - first])
    read = read_tally(group, carried=sentence.carried)
    return list(zip(read, numbers, strict=True)) if len(read) == len(numbers) else []


def _gathered(
    sentence: _Sentence, read: list[tuple[Tallied, tuple[int, int, int]]]
) -> Iterator[tuple[Tallied, tuple[int, int, int]]]:
    """Yield numbers with their roles; who got seven votes got them for something, whatever is said behind."""
    printed = sentence.page.contents.paragraph.words
    for tallied, (value, first, stop) in read:
        before = printed[max(sentence.words[0], first - _VERB_REACH) : first]
        votes = printed[stop : stop + 1] in {("votes",), ("vote",)}
        if tallied.role is None and votes and _GATHERED.intersection(before):
            yield replace(tallied, role=Role.FOR, implied=True), (value, first, stop)
        else:
            yield tallied, (value, first, stop)


def _counts_votes(sentence: _Sentence, tallied: Tallied, first: int, stop: int) -> bool:
    """Tell whether a number counts votes for or against something, or those who kept away."""
    printed = sentence.page.contents.paragraph.words
    before = printed[max(sentence.words[0], first - _VERB_REACH) : first]
    if tallied.role is None or _is_whole(sentence, first):
        return False
    if tallied.role is not Role.FOR:
        return True
    if tallied.implied:
        # "Two votes" may be anybody's; who gathers votes, gathers them for something.
        return bool(_GATHERED.intersection(before)) or "by" in before[-2:]
    each = printed[stop : stop + 4]
    return before[-1:] != ("for",) and not {"each", "every"}.intersection(each)


def _counts(
    sentence: _Sentence, tallied: Sequence[tuple[Tallied, int, int]]
) -> tuple[dict[str, Any], dict[int, tuple[int, int]]]:
    """Return the counts of a motion, and the words to quote for each; the first number of a role counts."""
    counts: dict[str, Any] = {}
    quotes: dict[int, tuple[int, int]] = {}
    for one, first, stop in tallied:
        assert one.role is not None
        if one.role.value in counts:
            continue
        window = _window(sentence, one, first, stop)
        if window is None:
            counts[one.role.value] = _derived(one.number)
            quotes[first] = (first, stop)
        else:
            counts[one.role.value] = one.number
            quotes[first] = window
    # "Ten votes to two" quotes the ten as well.
    whole = {
        at: window
        for at, window in quotes.items()
        if not any(
            other != window and other[0] <= window[0] and window[1] <= other[1]
            for other in quotes.values()
        )
    }
    quotes = whole
    order = [role.value for role in Role]
    return {role: counts[role] for role in order if role in counts}, quotes


def _is_whole(sentence: _Sentence, first: int) -> bool:
    """Tell whether a number is the whole that another is a part of, as in `seven of twelve`."""
    printed = sentence.page.contents.paragraph.words
    link = first - 2 if printed[first - 1] == "the" else first - 1
    return printed[link] == "of" and any(stop == link for _, _, stop in sentence.numbers)


def _window(sentence: _Sentence, one: Tallied, first: int, stop: int) -> tuple[int, int] | None:
    """Return the fewest words around a number that give it its role, and give no number another."""
    begin, end = sentence.words[0], sentence.words[-1] + 1
    for length in range(stop - first + 1, LONGEST_TOKEN + 1):
        for start in range(first, stop - length - 1, -1):
            last = start + length
            if start < begin or last > end:
                continue
            text = sentence.span(start, last)
            if len(text.split()) > LONGEST_TOKEN:
                continue
            if _reads_so(sentence, start, last, one):
                return (start, last)
    return None


def _reads_so(sentence: _Sentence, start: int, last: int, one: Tallied) -> bool:
    """Tell whether a reader of these words alone finds the number in its role, and none in another."""
    text = sentence.page.token(start, last)
    carried = tells_carried(text)
    told = read_tally(text, carried=sentence.carried if carried is None else carried)
    return any(
        item.number == one.number
        and item.role is one.role
        and (one.either or not item.either)
        and (one.implied or not item.implied)
        for item in told
    ) and len(told) == sum(start <= first and stop <= last for _, first, stop in sentence.numbers)


def _outcome(sentence: _Sentence, counts: dict[str, Any], *, unanimous: bool) -> str:
    if unanimous:
        return "failed" if sentence.carried is False else "passed"
    in_favour, against = (_plain(counts.get(role)) for role in ("for", "against"))
    if in_favour is not None and against is not None:
        if in_favour == against:
            return "tied"
        return "passed" if in_favour > against else "failed"
    if in_favour is None and "majority" in sentence.folded:
        return "passed"
    if sentence.carried is not None:
        return "passed" if sentence.carried else "failed"
    return "unknown"


def _derived(number: int | None) -> dict[str, Any]:
    return {"value": number, "status": "derived", "note": "as the whole sentence tells"}


def _plain(count: Any) -> int | None:
    return count.get("value") if isinstance(count, dict) else count


def _verdict_words(sentence: _Sentence) -> int | None:
    """Return the word by which a sentence tells what became of the motion."""
    if sentence.carried is None:
        return None
    for at, word in zip(sentence.words, sentence.folded, strict=True):
        if tells_carried(word) is sentence.carried:
            return at
    return None


def _moved(sentence: _Sentence) -> str:
    """Return what was moved, in at most six words of the sentence; "" where it does not say."""
    for verb in _MOVED.finditer(sentence.text):
        for link in _TO.finditer(sentence.text, verb.end()):
            rest = sentence.page.text[sentence.start + link.end() : sentence.stop]
            said = _CLAUSE.split(plain_marks(rest).rstrip(".!?\"' "))[0].split()[:_LONGEST_MOTION]
            end = next((at for at, word in enumerate(said) if _ends_motion(word)), len(said))
            said = said[:end]
            if said:
                while said and fold(said[-1]) in FUNCTION_WORDS:
                    said.pop()
                if said:
                    return " ".join(said)
    return ""


def _ends_motion(word: str) -> bool:
    """Tell whether a word tells what became of a motion, or its votes: `was lost`, not `£15,000`."""
    number = any(read_numeral((one,)) is not None for one in words(word))
    return fold(word) in _BECAME or (number and word[0] not in _MONEY)


def _quoted(page: Page, spans: Sequence[tuple[int, int]]) -> tuple[Quote, ...]:
    """Return stretches of words as evidence: those that overlap or lie far apart as items of their own."""
    quotes: list[Quote] = []
    tokens: list[str] = []
    begun, reached = 0, 0
    for first, stop in spans:
        if tokens and (first < reached or stop - begun > 40):  # noqa: PLR2004 - the window of evidence
            quotes.append(Quote(page.number, tuple(tokens)))
            tokens = []
        if not tokens:
            begun = first
        tokens.append(page.token(first, stop))
        reached = stop
    return (*quotes, Quote(page.number, tuple(tokens)))


def _election(sentence: _Sentence, named: Sequence[Mention]) -> FoundVote | None:
    """Return the election or choice whose candidates a sentence tells with their votes."""
    if len(sentence.numbers) < _TWO or not _VOTES.search(sentence.page.text):
        return None
    located = sentence.page.contents.paragraph.located
    pairs: list[_Pair] = []
    reached = sentence.start
    for value, first, stop in sentence.numbers:
        pair = _pair_behind(sentence, named, (value, first, stop))
        if pair is None and _ends_pair(sentence, stop):
            before = [m for m in named if reached <= m.start and m.stop <= located[first].start]
            pair = _pair_of(sentence, before, (value, first, stop), so_far=len(pairs))
            if pair is None and len(pairs) >= _TWO:
                pair = _small_pair(sentence, reached, (value, first, stop))
        if pair is not None:
            pairs.append(pair)
            reached = located[max(stop, pair.at[1]) - 1].stop
    own = _VOTES.search(sentence.text) is not None
    if len(pairs) < _TWO or len({pair.name for pair in pairs}) < len(pairs):
        return None
    if not own and not any(pair.got for pair in pairs) and len(pairs) == _TWO:
        return None
    return _elected(sentence, pairs)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A name and the votes that it got: their words in the paragraph; `got` if a verb says so."""

    name: str
    at: tuple[int, int]
    number: tuple[int, int, int]
    got: bool


def _pair_of(
    sentence: _Sentence,
    before: Sequence[Mention],
    number: tuple[int, int, int],
    *,
    so_far: int,
) -> _Pair | None:
    if not before:
        return None
    page = sentence.page
    located = page.contents.paragraph.located
    nearest = before[-1]
    between = page.text[nearest.stop : located[number[1]].start]
    got = _GOT_VERB.search(between) is not None
    votes = _VOTES.match(page.text, located[number[2]].start) if number[2] < len(located) else None
    beside = _GOT.fullmatch(between) is not None or _APART.fullmatch(between) is not None
    beside = beside or (so_far >= _TWO and _APART_IN_ROW.fullmatch(between) is not None)
    if not beside and not (not so_far and got and votes):
        return None
    who = nearest if beside else before[0]
    at = page.contents.paragraph.indices(who.start, who.stop)
    return _Pair(who.text, (at[0], at[-1] + 1), number, got)


def _pair_behind(
    sentence: _Sentence, named: Sequence[Mention], number: tuple[int, int, int]
) -> _Pair | None:
    """Return the candidate whose name follows the votes: `85 for Captain Dace`."""
    page = sentence.page
    located = page.contents.paragraph.located
    stop = located[number[2] - 1].stop
    nearest = next((m for m in named if m.start >= stop), None)
    if nearest is None:
        return None
    between = page.plain[stop : nearest.start]
    link = _GIVEN_FOR.match(between)
    if link is None or words(between[link.end() :]) != words(" ".join(nearest.honorifics)):
        return None
    at = page.contents.paragraph.indices(nearest.start, nearest.stop)
    return _Pair(nearest.text, (at[0], at[-1] + 1), number, got=False)


def _small_pair(sentence: _Sentence, reached: int, number: tuple[int, int, int]) -> _Pair | None:
    """Return what follows others in a row without a capital: `and the old mole three`."""
    page = sentence.page
    located = page.contents.paragraph.located
    match = _SMALL_NAME.fullmatch(page.text[reached : located[number[1]].start])
    if match is None:
        return None
    at = page.contents.paragraph.indices(reached + match.start(1), reached + match.end(1))
    return _Pair(match[1], (at[0], at[-1] + 1), number, got=False)


def _ends_pair(sentence: _Sentence, stop: int) -> bool:
    """Tell whether what follows a number lets it count votes: `46 times` does not."""
    page = sentence.page
    located = page.contents.paragraph.located
    begin = located[stop - 1].stop
    return _PAIR_END.match(page.text, begin) is not None


def _elected(sentence: _Sentence, pairs: Sequence[_Pair]) -> FoundVote:
    page = sentence.page
    spans = []
    candidates: list[dict[str, Any]] = []
    for pair in pairs:
        value, first, stop = pair.number
        whole = (min(pair.at[0], first), max(pair.at[1], stop))
        fits = len(page.token(*whole).split()) <= LONGEST_TOKEN
        spans += [whole] if fits else [pair.at, (first, stop)]
        votes: Any = value
        if not fits:
            votes = _derived(value)
        candidates.append({"name": pair.name, "votes": votes})
    located = page.contents.paragraph.located
    spans.sort()
    values: dict[str, Any] = {"type": "election", "candidates": candidates}
    start, stop = located[spans[0][0]].start, located[spans[-1][1] - 1].stop
    return FoundVote(
        paragraph=page.number,
        start=start,
        stop=stop,
        values=values,
        quotes=_quoted(page, spans),
        hint=hint_beside(page, start, stop),
    )


def _figures(sentence: _Sentence, votes: Sequence[FoundVote]) -> Iterator[FoundVote]:
    """Yield the numbers of a sentence that count something, but for those of its votes."""
    page = sentence.page
    for figure in page.contents.figures:
        if not sentence.start <= figure.start < sentence.stop:
            continue
        if any(vote.start <= figure.start < vote.stop for vote in votes):
            continue
        unit = _unit(page, figure)
        if figure.value < _LEAST_FIGURE or not unit:
            continue
        at = page.contents.paragraph.indices(figure.start, figure.stop)
        stop = at[-1] + 1
        reach = 0 if page.text[figure.start - 1 : figure.start] in _MONEY else len(unit)
        last = min(stop + reach, len(page.contents.paragraph.located))
        while stop < last and len(page.token(at[0], stop + 1).split()) <= LONGEST_TOKEN:
            stop += 1
        yield FoundVote(
            paragraph=page.number,
            start=figure.start,
            stop=figure.stop,
            values={"type": "figure", "number": figure.value, "unit": " ".join(unit)},
            quotes=(Quote(page.number, (page.token(at[0], stop),)),),
            hint=" ".join(unit),
        )


def _unit(page: Page, figure: Figure) -> list[str]:
    """Return the words behind a number that say what it counts; none where they count nothing."""
    money = _MONEY.get(page.text[figure.start - 1 : figure.start])
    if money is not None:
        return [money]
    clause = re.split(r"[,;:.!?()\"–]", page.plain[figure.stop : figure.stop + 80])[0]
    said = clause.split()[:_UNIT_WORDS]
    if not clause[:1].isspace() or not said or fold(said[0]) in FUNCTION_WORDS | _NO_UNIT:
        return []
    telling = next((at for at, word in enumerate(said) if not words(word)), len(said))
    said = said[:telling]
    while said and fold(said[-1]) in FUNCTION_WORDS:
        said.pop()
    return said


_MONEY = {"£": "pounds", "$": "dollars", "€": "euros"}
