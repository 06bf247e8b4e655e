"""The record of a chapter as the program uses it: frozen, plain, quick to read from the cache.

Authors write YAML, which `trainer.chapters.models` checks; `trainer.chapters.compiling` turns that into
the classes here, with everything resolved: dates computed, lessons filled in, shorthand spelled out.
Everything is a tuple, a string, a number, an enum or another class of this module, so that a record can be
written as JSON and read back equal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from trainer.dates import Calendar, Date  # noqa: TC001 - read when a record is decoded

LONGEST_TOKEN = 6
"""How many words a token of evidence, or of what is omitted, has at most."""


class Voice(StrEnum):
    """Who says so: the narrator, somebody whom the narrator reports, or a claim told to be refuted."""

    NARRATOR = "narrator"
    REPORTED = "reported"
    DENIED = "denied"


class Basis(StrEnum):
    """How whoever says so can know it."""

    PROTOCOL = "protocol"
    PRINT = "print"
    EYEWITNESS = "eyewitness"
    MEMORY = "memory"
    INFERENCE = "inference"
    HEARSAY = "hearsay"


class Status(StrEnum):
    """How a value stands to what is printed."""

    PRINTED = "printed"
    DERIVED = "derived"
    CORRECTED = "corrected"
    DRAFT = "draft"


class Importance(StrEnum):
    """How much a fact is worth knowing."""

    CORE = "core"
    SECONDARY = "secondary"
    TRIVIA = "trivia"

    @property
    def rank(self) -> int:
        """Where it stands when what matters most comes first: 0 for core."""
        return tuple(Importance).index(self)


class Grain(StrEnum):
    """How precisely a date is worth asking."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    PHASE = "phase"
    ORDER = "order"


class Part(StrEnum):
    """What part somebody had in an event."""

    ACTOR = "actor"
    COMPANION = "companion"
    OPPONENT = "opponent"
    TARGET = "target"
    PRESENT = "present"
    ABSENT = "absent"


class LinkType(StrEnum):
    """How one fact hangs on another; read `this fact <link> that fact`."""

    BECAUSE = "because"
    LED_TO = "led_to"
    IN_REPLY_TO = "in_reply_to"
    REVERSES = "reverses"


class VoteType(StrEnum):
    """What sort of vote, election, list or figure an entry of `votes.yaml` is."""

    MOTION = "motion"
    CHOICE = "choice"
    ELECTION = "election"
    LIST = "list"
    FIGURE = "figure"


class Outcome(StrEnum):
    """What became of a motion."""

    PASSED = "passed"
    FAILED = "failed"
    TIED = "tied"
    DEFERRED = "deferred"
    UNKNOWN = "unknown"


class Stand(StrEnum):
    """Where somebody stood in a vote; the order is that of a tally."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINING = "abstaining"
    NOT_VOTING = "not_voting"
    ABSENT = "absent"
    PRESENT = "present"


class GapClass(StrEnum):
    """What a text may print that the record lacks."""

    DATE = "date"
    NUMBER = "number"
    TITLE = "title"
    NAME = "name"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where an entry was written: the path within the chapter's folder, line and column from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where the chapter says so: a paragraph (from 1) and the tokens that stand there, in order."""

    paragraph: int
    prints: tuple[str, ...]
    status: Status = Status.PRINTED
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """What a source outside the chapter says otherwise."""

    by: str
    says: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A tie from the fact that holds it to the fact `to`."""

    type: LinkType
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """How a date follows from another fact's: all offsets may be negative."""

    from_fact: str
    days: int = 0
    weeks: int = 0
    months: int = 0
    years: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """A date of a fact, with what the text adds to it."""

    date: Date
    derived: Derivation | None = None
    weekday: str | None = None
    time_of_day: str | None = None
    status: Status = Status.PRINTED
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number as far as it is known: exactly one of the four bounds is given."""

    value: int | None = None
    at_least: int | None = None
    at_most: int | None = None
    about: int | None = None
    status: Status = Status.PRINTED
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The tally of a motion, as far as it is known."""

    for_: Count | None = None
    against: Count | None = None
    abstaining: Count | None = None
    not_voting: Count | None = None
    absent: Count | None = None
    present: Count | None = None

    def known(self) -> tuple[tuple[Stand, Count], ...]:
        """Every count that is given, in the order of a tally."""
        pairs = (
            (Stand.FOR, self.for_),
            (Stand.AGAINST, self.against),
            (Stand.ABSTAINING, self.abstaining),
            (Stand.NOT_VOTING, self.not_voting),
            (Stand.ABSENT, self.absent),
            (Stand.PRESENT, self.present),
        )
        return tuple((stand, count) for stand, count in pairs if count is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person on a roll."""

    person: str
    role: str | None = None
    from_: Dating | None = None
    to: Dating | None = None
    status: Status = Status.PRINTED
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """A list of persons; one that is not `complete` excludes nobody."""

    persons: tuple[Member, ...] = ()
    size: Count | None = None
    complete: bool = False
    ordered_by_votes: bool = False

    def ids(self) -> tuple[str, ...]:
        """The ids of the persons, in the order of the roll."""
        return tuple(member.person for member in self.persons)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Another name of a person, body, work or term; a misprint is accepted but never asked."""

    name: str
    note: str | None = None
    misprint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every fact has in common.

    Attributes:
        id: unique in the chapter, never changed once published.
        formerly: ids that it was published under before.
        lesson: the lesson that it belongs to, or None where no lesson covers its paragraphs.
        asserted_by: the person, body or work whose word it is, where the voice is not the narrator's own.
        ask: False for what cannot be asked fairly; `reason` says why.
    """

    id: str
    source: Source
    formerly: tuple[str, ...] = ()
    status: Status = Status.PRINTED
    note: str | None = None
    voice: Voice = Voice.NARRATOR
    asserted_by: str | None = None
    basis: Basis = Basis.PRINT
    contested: tuple[Contest, ...] = ()
    importance: Importance = Importance.SECONDARY
    significance: str | None = None
    lesson: str | None = None
    ask: bool = True
    reason: str | None = None
    links: tuple[Link, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What one person had to do with an event.

    `deed` is a predicate that follows the bare name. Deeds of one person in one event are one thing to
    remember, unless `id` tells them apart.
    """

    person: str
    part: Part
    deed: str | None = None
    id: str | None = None
    basis: Basis | None = None
    status: Status = Status.PRINTED
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """Something that happened: `title` completes "the date of …", `statement` is a full sentence."""

    title: str
    statement: str | None = None
    when: Dating | None = None
    ask_grain: Grain = Grain.DAY
    people: tuple[Deed, ...] = ()
    organizations: tuple[str, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Where one person or body stood in a vote."""

    stand: Stand
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who stood in an election, with the votes for them where they are told."""

    person: str
    votes: Count | None = None
    status: Status = Status.PRINTED
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """One of the things between which a body chose."""

    option: str
    votes: Count | None = None
    proposed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One ballot of a vote that took several."""

    counts: Counts | None = None
    candidates: tuple[Candidate, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    outcome: Outcome | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Fact):
    """A motion, a choice, an election, a list of names or a figure; `type` says which fields are used.

    Attributes:
        title: a noun phrase that names the vote; derived from its motion or body where not given.
        motion: what was moved; completes "the motion to …"; its status and note are its own.
        question: what a choice was about; completes "the choice of …".
        issue: what it decided: who took a side on it has shown a view on that.
        casting_vote: the person whose vote decided a tie.
        weighted_by: what a voice counts for, where not one a head ("households", "shares").
        chosen: the option that won a choice.
        office: what an election was to; completes "the election of …".
        roll: what sort of list (`presidium`, `attendance`, …); completes "the members of …".
        unit: what a figure counts; completes "how many …".
        round_to: the roundness worth remembering of a figure.
    """

    type: VoteType
    title: str
    organization: str | None = None
    session: str | None = None
    when: Dating | None = None
    place: str | None = None
    issue: str | None = None
    proposed_by: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()
    secret: bool = False
    weighted_by: str | None = None
    motion: str | None = None
    motion_status: Status = Status.PRINTED
    motion_note: str | None = None
    counts: Counts | None = None
    unanimous: bool = False
    outcome: Outcome | None = None
    casting_vote: str | None = None
    rounds: tuple[Round, ...] = ()
    question: str | None = None
    alternatives: tuple[Alternative, ...] = ()
    chosen: str | None = None
    office: str | None = None
    delegates: Count | None = None
    ballots: Count | None = None
    candidates: tuple[Candidate, ...] = ()
    elected: Roll | None = None
    alternates: Roll | None = None
    roll: str | None = None
    members: Roll | None = None
    number: Count | None = None
    unit: str | None = None
    round_to: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A role that somebody held: `role` completes "was …" ("minister of war", "editor of …").

    `lesson` is the one whose paragraphs tell of it, None where it belongs to the person's.
    """

    id: str
    role: str
    organization: str | None = None
    from_: Dating | None = None
    to: Dating | None = None
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None
    lesson: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """A party, faction or circle that somebody belonged to."""

    organization: str
    from_: Dating | None = None
    to: Dating | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of somebody, where the text tells it: a predicate that follows the bare name.

    `lesson` is the one whose paragraphs tell of it, None where it belongs to the person's.
    """

    text: str
    when: Dating | None = None
    evidence: tuple[Evidence, ...] = ()
    lesson: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Fact):
    """Somebody named: `name` as readers know them, `gloss` follows the name after a comma."""

    name: str
    sort_name: str
    other_names: tuple[Name, ...] = ()
    gloss: str | None = None
    offices: tuple[Office, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    fate: Fate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Fact):
    """A body, party, paper or meeting: `name` is written as it stands after "the" unless `article` is False."""

    name: str
    article: bool = True
    other_names: tuple[Name, ...] = ()
    classification: str | None = None
    gloss: str | None = None
    parent: str | None = None
    founded: Dating | None = None
    dissolved: Dating | None = None
    memberships: Roll | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Work(Fact):
    """Something written or spoken under a title; `argument` completes "it argued that …"."""

    title: str
    other_names: tuple[Name, ...] = ()
    authors: tuple[str, ...] = ()
    medium: str | None = None
    when: Dating | None = None
    published_in: str | None = None
    argument: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """What somebody held on an issue; `position` is a clause that completes "held that …"."""

    issue: str
    speaker: str
    position: str
    when: Dating | None = None
    opponents: tuple[str, ...] = ()
    also_held_by: tuple[str, ...] = ()
    audience: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Fact):
    """A word that a reader of today needs explained; `gloss` completes "NAME: …".

    `classification` is its sort, in the author's own words and the same for the same sort.
    """

    name: str
    gloss: str
    classification: str | None = None
    other_names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A stretch of the chapter that is learned together; `paragraphs` are closed ranges from 1."""

    id: str
    title: str
    gist: str
    question: str
    paragraphs: tuple[tuple[int, int], ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """Something that the text prints and the record leaves out on purpose; `class_` None means any."""

    reason: str
    source: Source
    paragraph: int | None = None
    prints: str | None = None
    pattern: str | None = None
    class_: GapClass | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Chapter:
    """A whole chapter.

    Attributes:
        digest: SHA-256 of the files that it was read from, in hexadecimal.
        issues: what each issue of `statements` is called in a sentence, by id.
        segmentation: how paragraphs are told apart in the text, `lines` or `blank-line`.
    """

    id: str
    digest: str
    title: str
    work: str
    author: str
    narrator: str | None
    year: int
    calendar: Calendar
    format: int
    version: str
    licence: str
    segmentation: str
    voice: str | None = None
    description: str | None = None
    issues: tuple[tuple[str, str], ...] = ()
    lessons: tuple[Lesson, ...] = ()
    persons: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    events: tuple[Event, ...] = ()
    votes: tuple[Vote, ...] = ()
    works: tuple[Work, ...] = ()
    statements: tuple[Statement, ...] = ()
    terms: tuple[Term, ...] = ()
    omitted: tuple[Omission, ...] = field(default=())

    def __repr__(self) -> str:
        """Name the chapter: all that it tells would fill a book."""
        return f"<Chapter {self.id!r} of {len(self.facts())} facts>"

    def facts(self) -> tuple[Fact, ...]:
        """Every fact, sort by sort in the order of the files."""
        return (
            *self.persons,
            *self.organizations,
            *self.events,
            *self.votes,
            *self.works,
            *self.statements,
            *self.terms,
        )
