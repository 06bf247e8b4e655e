"""An independent check of a choice: which options are right, read from the record alone, by brute force.

It shares no code with the generators, and knows each template only by what its question means.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tests.questions.judge_of_persons import OF_PERSONS
from trainer.dates import Calendar, bounds, day_number, from_day_number, twin

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter
    from trainer.questions.question import Question


def right_options(chapter: Chapter, question: Question) -> list[str]:
    """Return the ids of the options that the record does not prove wrong.

    Two persons of one name may be one man: what could be right for one of them could be so for the other.
    """
    names = {person.id: _names(person) for person in chapter.persons}
    right = []
    for option in question.options:
        alike = [option]
        if question.template in _ASKS_FOR_ONE:
            own = names.get(option.id, set())
            alike += [replace(option, id=who) for who, theirs in names.items() if theirs & own]
        if any(_could_be_right(chapter, question, each) for each in alike):
            right.append(option.id)
    return right


# Templates of which the options are persons, or may be.
_ASKS_FOR_ONE = frozenset(
    [
        "who-did",
        "author",
        "holder",
        "stance",
        "member",
        "elected",
        "alternate",
        "missing",
        "opposed",
        "also-known-as",
        "casting",
        "dropped-out",
        "teller",
    ]
)


def _names(person: Any) -> set[str]:
    return {
        name.casefold() for name in (person.name, *(other.name for other in person.other_names))
    }


def is_in_order(chapter: Chapter, question: Question) -> bool:
    """Tell whether the answer to an order names events of which each was over before the next began."""
    facts: dict[str, Any] = {fact.id: fact for fact in chapter.facts()}
    days = [_day_range(facts[name]) for name in question.answer.order]
    return all(one.stop <= two.start for one, two in pairwise(days))


def _others(facts: dict[str, Any], question: Question) -> list[Any]:
    """Return the events on whose cards a question stands, but for the one on which it turns."""
    asked = [re.findall(r":([\w-]+)#", card)[0] for card in question.cards]
    return [facts[name] for name in asked if name != question.facts[0]]


def _is_so_long(end: Any, start: Any, text: str) -> bool:
    """Tell whether a span could have been meant: a month or year that is told as such, anywhere in it."""
    number, unit = text.split()
    many, unit = int(number), unit.removesuffix("s")
    for one, other in ((start, end), (end, start)):
        derived = one.when.derived
        if derived and derived.from_fact == other.id and any((derived.days, derived.years)):
            return bool(abs(getattr(derived, f"{unit}s")) == many)
    before, after = _day_range(start), _day_range(end)
    shortest, longest = after.start - before.stop + 1, after.stop - 1 - before.start
    if unit == "day":
        return shortest <= many <= longest
    least, most = {"month": (28, 31), "year": (365, 366)}[unit]
    if shortest / most - 0.51 <= many <= longest / least + 0.51:
        return True
    # Or it is counted from the name of one month or year to that of another.
    begun = [_place(day, start, unit) for day in (before.start, before.stop - 1)]
    over = [_place(day, start, unit) for day in (after.start, after.stop - 1)]
    return over[0] - begun[1] <= many <= over[1] - begun[0]


def _place(day: int, fact: Any, unit: str) -> int:
    """Return the number of the year, or of the month counted from the year 0, in which a day lies."""
    year, month, _ = from_day_number(day, fact.when.date.calendar)
    return year if unit == "year" else 12 * year + month


def _could_be_right(  # noqa: C901, PLR0911, PLR0912, PLR0915  # one case a template
    chapter: Chapter, question: Question, option: Any
) -> bool:
    if judge := OF_PERSONS.get(question.template):
        return judge(chapter, question, option)
    facts: dict[str, Any] = {fact.id: fact for fact in chapter.facts()}
    fact = facts[question.facts[0]]
    match question.template:
        case "when":
            day = day_of(option.text, fact.when.date.calendar)
            return bool(option.correct) if day is None else day in _day_range(fact)
        case "about-when":
            return bool(_loosely(option.text) & _day_range(fact))
        case "casting":
            return bool(option.id == fact.casting_vote)
        case "dropped-out":
            return all(option.id != c.person for c in fact.rounds[-1].candidates)
        case "ballots":
            several = "several" in option.text
            return bool(
                several == (len(fact.rounds) > 1) and fact.secret == ("secret" in option.text)
            )
        case "teller":
            took_part = {deed.person for deed in fact.people}
            return bool(option.id == fact.asserted_by or option.id in took_part)
        case "what":
            return _span(facts[option.id]) is None or bool(
                _day_range(facts[option.id]) & _asked_range(fact, question.prompt)
            )
        case "first":
            starts = {o.id: _day_range(facts[o.id]) for o in question.options}
            return all(
                starts[option.id].start < days.stop
                and (o == option.id or starts[option.id].stop <= days.start)
                for o, days in starts.items()
            )
        case "between":
            one, two = sorted((_day_range(e) for e in _others(facts, question)), key=min)
            days = _day_range(facts[option.id])
            return not (days.stop <= one.start or two.stop <= days.start)
        case "same-day":
            (given,) = _others(facts, question)
            return bool(_day_range(facts[option.id]) & _day_range(given))
        case "since":
            (start,) = _others(facts, question)
            return _is_so_long(fact, start, option.text)
        case "who-did":
            return _did(chapter, fact, question, option.id)
        case "author":
            titled = [work for work in chapter.works if work.title == fact.title]
            return any(option.id in work.authors for work in titled)
        case "holder":
            role = next(office.role for office in fact.offices)
            return any(
                o.role == role for p in chapter.persons if p.id == option.id for o in p.offices
            )
        case "stance":
            return _may_hold_it(chapter, fact, option.id)
        case "position":
            return _may_have_said_it(chapter, fact, option.id)
        case "member" | "elected" | "alternate" | "missing":
            listed = _list_of(fact, _subject(question))
            return bool(not listed.complete or option.id in listed.ids())
        case "candidate":
            (asked,) = re.findall(r"([\d,]+) votes", question.prompt)
            return _votes_in(fact)[option.id] == numbers_in(asked)[0]
        case "rank":
            known = {person.id for person in chapter.persons}
            received = {who: votes for who, votes in _votes_in(fact).items() if who in known}
            ahead = sum(votes >= received[_subject(question)] for votes in received.values())
            places = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"]
            return bool(option.text == places[ahead - 1])
        case "figure":
            return _may_be_the_number(chapter, fact, option.text)
        case "tally":
            told = [fact.counts.for_.value, fact.counts.against.value]
            return bool(numbers_in(option.text) == told)
        case "share":
            in_favour, against = fact.counts.for_.value, fact.counts.against.value
            share = 100 * in_favour / (in_favour + against)
            return bool(abs(int(option.text.split()[0]) - share) < 2)
        case "sides":
            return _may_stand_there(chapter, fact, _subject(question), option.id)
        case "stood":
            stands = {s.stand for s in fact.sides if s.who == _subject(question)}
            said = "for" if option.text.startswith("For it") else "against"
            ended = "carried" if fact.outcome == "passed" else "rejected"
            return bool(said in stands and option.text.endswith(ended))
        case "winner":
            tally = _votes_in(fact)
            return tally[option.id] == max(tally[o.id] for o in question.options)
        case "placed":
            tally = _votes_in(fact)
            place = ["first", "second", "third", "fourth"].index(
                re.findall(r"came (\w+) by", question.prompt)[0]
            )
            return (
                sorted((tally[o.id] for o in question.options), reverse=True)[place]
                == tally[option.id]
            )
        case "body":
            return any(
                v.motion == fact.motion and v.organization == option.id for v in chapter.votes
            )
        case "on-what":
            return _may_be_the_motion(fact, facts[option.id])
        case "outcome":
            return _says_the_outcome(fact, option.text)
        case "calendar":
            other = twin(fact.when.date)
            texts = {_plain(fact.when.date), _plain(other)}
            return option.text in texts and f"{option.text} (" not in question.prompt
        case "because":
            return _led_to(chapter, facts[option.id], fact)
        case "led-to":
            return _led_to(chapter, fact, facts[option.id])
        case "term" | "gloss":
            other = facts[option.id]
            return bool(other.id == fact.id or fact.gloss == other.gloss or fact.name == other.name)
        case "reversed":
            undone = {link.to for link in fact.links if link.type == "reverses"}
            return option.id in undone or not _is_over_before(facts[option.id], fact)
        case "record-or-claim":
            return bool(facts[option.id].basis != "protocol")
        case "basis":
            alike = {"eyewitness", "memory", "hearsay"}
            return bool(option.id == fact.basis or {option.id, fact.basis} <= alike)
        case "compare":
            return _may_be_the_answer(fact, facts[option.id])
    return bool(option.correct)


def _may_be_the_answer(fact: Any, other: Any) -> bool:
    answered, replies = (
        {link.to for link in each.links if link.type == "in_reply_to"} for each in (fact, other)
    )
    mine = other.speaker == fact.speaker
    return bool(
        other.id == fact.id or (mine and (other.issue == fact.issue or bool(answered & replies)))
    )


def _is_over_before(one: Any, other: Any) -> bool:
    first, second = _span(one), _span(other)
    return bool(first and second and first[1] < second[0])


def _led_to(chapter: Chapter, cause: Any, effect: Any) -> bool:
    """Tell whether a chain of links says so, or no link parts the two and they may lie in that order."""
    pairs = {(f.id, link.to) for f in chapter.facts() for link in f.links if link.type == "led_to"}
    pairs |= {
        (link.to, f.id) for f in chapter.facts() for link in f.links if link.type == "because"
    }
    reached = {cause.id}
    for _ in chapter.facts():
        reached |= {to for from_, to in pairs if from_ in reached}
    if effect.id in reached:
        return True
    if _is_over_before(effect, cause):
        return False
    joined = {cause.id}
    ties = {(f.id, link.to) for f in chapter.facts() for link in f.links}
    for _ in chapter.facts():
        joined |= {b for a, b in ties if a in joined} | {a for a, b in ties if b in joined}
    return effect.id in joined


class _Days:
    """Days from one to another."""

    def __init__(self, first: int, last: int) -> None:
        self.first, self.last = first, last

    def __and__(self, other: Any) -> bool:
        days = [*other]
        return bool(self.first <= days[-1] and days[0] <= self.last)


def _loosely(text: str) -> _Days:
    """Return the days that "about 1820", "the 1820s", "1853–1855" and "May 1853 – June 1854" may mean."""
    years = [int(year) for year in re.findall(r"\d{3,4}", text)]
    months = [_MONTHS.index(name) + 1 for name in re.findall(r"[A-Z][a-z]+", text)] or [1, 12]
    if text.endswith("s"):
        years = [years[0], years[0] + 9]
    if text.startswith("about"):
        years = [years[0] - 5, years[0] + 5]
    calendar = Calendar.GREGORIAN
    return _Days(
        day_number(years[0], months[0], 1, calendar),
        day_number(years[-1], months[-1], 28, calendar),
    )


def _plain(date: Any) -> str:
    *_, year, month, day = date.edtf.split("-")
    said = f"{int(year) + 1} BCE" if date.edtf.startswith("-") else int(year)
    return f"{int(day)} {_MONTHS[int(month) - 1]} {said}"


def numbers_in(text: str) -> list[int]:
    return [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", text)]


_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def _span(fact: Any) -> tuple[int, int] | None:
    if fact.when is None:
        return None
    first, last = bounds(fact.when.date)
    return None if first is None or last is None else (first, last)


class _Range(frozenset[int]):
    @property
    def start(self) -> int:
        return min(self)

    @property
    def stop(self) -> int:
        return max(self) + 1


def _day_range(fact: Any) -> _Range:
    span = _span(fact)
    assert span is not None
    return _Range(range(span[0], span[1] + 1))


def _asked_range(fact: Any, prompt: str) -> _Range:
    """Read what the stem asks about: a month or year named without a day is all of it."""
    calendar = fact.when.date.calendar
    if month := re.search(rf"[Ii]n ({'|'.join(_MONTHS)}) (\d{{4}})", prompt):
        place, year = _MONTHS.index(month[1]) + 1, int(month[2])
        after = (year + place // 12, place % 12 + 1)
        return _Range(range(day_number(year, place, 1, calendar), day_number(*after, 1, calendar)))
    if told := re.search(r"[Ii]n (\d{4})", prompt):
        year = int(told[1])
        return _Range(range(day_number(year, 1, 1, calendar), day_number(year + 1, 1, 1, calendar)))
    return _day_range(fact)


def day_of(text: str, calendar: Calendar) -> int | None:
    """Read "12 April 1871" or "12 April 45 BCE" back as a Julian day; nothing else."""
    match = re.fullmatch(r"(\d+) (\w+) (\d+)( BCE)?", text)
    if match is None or match[2] not in _MONTHS:
        return None
    day, month, year = int(match[1]), _MONTHS.index(match[2]) + 1, int(match[3])
    year = 1 - year if match[4] else year
    # The Julian day number from first principles: days since 1 March 4801 BCE.
    years, months = year + 4800 - (month < 3), (month - 3) % 12
    number = day + (153 * months + 2) // 5 + 365 * years + years // 4
    leaps = 32083 if calendar is Calendar.JULIAN else 32045 + years // 100 - years // 400
    return number - leaps


def _did(chapter: Chapter, event: Any, question: Question, person: str) -> bool:
    subject = _subject(question)
    # Where somebody is only told to have been, and doing what, is no part of the question.
    deeds = (
        d
        for d in event.people
        if d.person == subject and d.deed and d.part not in {"present", "absent"}
    )
    words = {d.deed for d in deeds if _says(question.prompt, d.deed)}
    if any(
        d.person == person and d.deed in words
        for e in chapter.events
        for d in e.people
        if d.part != "absent"
    ):
        return True
    return any(d.person == person and not d.deed and d.part != "absent" for d in event.people)


def _says(prompt: str, deed: str) -> bool:
    """Tell whether a stem says a deed, with or without the year behind its month."""
    return all(word in prompt for word in deed.split())


def _may_hold_it(chapter: Chapter, statement: Any, person: str) -> bool:
    spoke = [s for s in chapter.statements if s.speaker == person and s.issue == statement.issue]
    if person == statement.speaker:
        return True
    replies = [
        s
        for s in spoke
        if statement.speaker in s.opponents and statement.id in {link.to for link in s.links}
    ]
    return bool(spoke) and person not in statement.opponents and not replies


def _may_have_said_it(chapter: Chapter, statement: Any, other: str) -> bool:
    said = next(s for s in chapter.statements if s.id == other)
    speaker = statement.speaker
    if said.speaker == speaker:
        tied = {link.to for s in (statement, said) for link in s.links}
        return not tied & {statement.id, said.id}
    against = {*said.opponents} | {s.speaker for s in chapter.statements if said.id in _targets(s)}
    if speaker in against:
        return False
    answers = [s for s in chapter.statements if statement.id in _targets(s)]
    answered = any(s.speaker == said.speaker and speaker in s.opponents for s in answers)
    if said.issue == statement.issue and (answered or said.speaker in statement.opponents):
        return False
    spoke = any(speaker in {s.speaker, *s.opponents} for s in _on_issue(chapter, said.issue))
    met = statement.audience is not None and said.audience is not None
    return said.issue == statement.issue or spoke or speaker in said.also_held_by or not met


def _targets(statement: Any) -> set[str]:
    return {link.to for link in statement.links}


def _on_issue(chapter: Chapter, issue: str) -> list[Any]:
    return [s for s in chapter.statements if s.issue == issue]


def _subject(question: Question) -> str:
    return str(re.findall(r"/([\w-]+)", question.card or "/nobody")[0])


def _votes_in(election: Any) -> dict[str, int]:
    return {c.person: c.votes.value for c in election.candidates if c.votes}


def _list_of(fact: Any, subject: str) -> Any:
    if hasattr(fact, "memberships"):
        return fact.memberships
    lists = [listed for listed in (fact.elected, fact.members, fact.alternates) if listed]
    return next(listed for listed in lists if subject in listed.ids())


def _may_be_the_number(chapter: Chapter, figure: Any, text: str) -> bool:
    """Tell whether any record of the same thing gives a number that is this one when rounded alike."""
    offered = 0 if text == "None" else int(text.replace(",", ""))
    told = [v.number for v in chapter.votes if v.number and v.unit == figure.unit]
    known = [n.value if n.value is not None else n.about for n in told]
    grain = figure.round_to or 1
    # Halves are rounded up.
    return any(n is None or -grain <= 2 * (n - offered) < grain for n in known)


def _may_stand_there(chapter: Chapter, vote: Any, subject: str, who: str) -> bool:
    """Tell whether somebody may have stood where the card's subject stood."""
    (stand,) = {s.stand for s in vote.sides if s.who == subject}
    names = {person.id: _names(person) for person in chapter.persons}
    same = {who} | {other for other, theirs in names.items() if theirs & names.get(who, set())}
    if subject in same:
        return True
    stands = {s.stand for s in vote.sides if s.who in same}
    if same & {*vote.proposed_by}:
        stands.add("for")
    if stands:
        return stand in stands
    counted = dict(vote.counts.known())[stand].value if vote.counts else None
    return counted is None or counted > len({s.who for s in vote.sides if s.stand == stand})


def _may_be_the_motion(asked: Any, other: Any) -> bool:
    if asked.id == other.id or asked.motion == other.motion:
        return True
    one, two = _span(asked), _span(other)
    if one and two and (one[1] < two[0] or two[1] < one[0]):
        return False
    if (
        asked.counts
        and other.counts
        and {asked.counts.for_, asked.counts.against} != {other.counts.for_, other.counts.against}
    ):
        return False
    return bool(asked.organization == other.organization)


def _says_the_outcome(vote: Any, text: str) -> bool:
    if vote.type == "choice":
        return bool(text.casefold() == vote.chosen.casefold())
    if vote.casting_vote:
        ended = "carried" if vote.outcome == "passed" else "rejected"
        return text == f"It was {ended} by a casting vote"
    if figures := numbers_in(text):
        told = [vote.counts.for_.value, vote.counts.against.value]
        return figures == told and text.startswith(
            "Carried" if vote.outcome == "passed" else "Rejected"
        )
    if vote.unanimous:
        return text == "It was carried unanimously"
    words = {
        "passed": "It was carried",
        "failed": "It was rejected",
        "tied": "It ended in a tie",
        "deferred": "It was put off",
    }
    return text == words[vote.outcome]
