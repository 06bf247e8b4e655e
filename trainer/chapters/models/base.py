"""What entries of all sorts share: evidence, who says so, dates, counts, rolls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from trainer.chapters.record import (
    LONGEST_TOKEN,
    Basis,
    Importance,
    LinkType,
    Part,
    Status,
    Voice,
)
from trainer.dates import Calendar

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema


# What a word processor puts for straight quotes.
_CURLY = "“”„‟‘’‚«»"  # noqa: RUF001 - they are the data


def problem(what: str, mend: str) -> PydanticCustomError:
    """Return the error by which a model refuses a value: what is wrong and how to mend it."""
    return PydanticCustomError("chapter", "{what}", {"what": what, "mend": mend})


def wrong_with_token(value: Any) -> tuple[str, str] | None:
    """Tell what is wrong with a token that was written without quotes, as `[79,000]` reads as two, and its mend."""
    if getattr(value, "quoted", True) is not False:
        return None
    if value[:1] in _CURLY:
        return (
            f"the token {value} is in curly quotes",
            f"write straight ones: {_in_quotes(value.strip(_CURLY))}",
        )
    return (
        f"the token {value} is not quoted",
        f"write {_in_quotes(value)}: without quotes a comma, a colon or a # would cut it",
    )


def _quoted(value: Any) -> Any:
    if wrong := wrong_with_token(value):
        raise problem(*wrong)
    return value


def _not_nothing(value: Any) -> Any:
    """Refuse what other YAML readers take for no value at all; in quotes it is a word."""
    if getattr(value, "quoted", True) is False and value in {"~", "null"}:
        raise problem(
            f"{value} is not a text", "delete the key if there is none, or put it in quotes"
        )
    return value


def _in_quotes(text: str) -> str:
    """Return a text as YAML has it in quotes; within single ones a backslash is no escape."""
    if "\\" in text or '"' in text:
        return "'{}'".format(text.replace("'", "''"))
    return f'"{text}"'


def _short(value: Any) -> Any:
    if isinstance(value, str) and len(value.split()) > LONGEST_TOKEN:
        raise problem(
            f"a token of {len(value.split())} words",
            f"keep to {LONGEST_TOKEN}: figures, names and dates as printed, not sentences",
        )
    return value


ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN),
    Field(description="Lower-case letters, digits and single hyphens, such as lane-closed."),
]
# An editor sees a number where `version: 1.2` or `edtf: 1901` stands; the loader sees text.
Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    BeforeValidator(_not_nothing),
    WithJsonSchema({"type": ["string", "number"], "minLength": 1}),
]
Quoted = Annotated[str, StringConstraints(min_length=1), BeforeValidator(_quoted)]
Token = Annotated[Quoted, BeforeValidator(_short)]


class Model(BaseModel):
    """The base of all models: unknown keys are refused, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Shorthand(Model):
    """A mapping that may also be written as the bare value of its key `shorthand`."""

    shorthand: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def _spell_out(cls, value: Any) -> Any:
        return {cls.shorthand: value} if isinstance(value, str | int) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe both ways of writing it."""
        schema = handler.resolve_ref_schema(handler(core_schema))
        bare = schema["properties"][cls.shorthand]
        return {"anyOf": [bare, schema], "description": schema.pop("description", "")}


class Remarked(Model):
    """A value that may say how it stands to what is printed, and why."""

    status: Status = Field(Status.PRINTED, description="printed, derived or corrected")
    note: Text | None = Field(None, description="how a damaged or mistaken print was put right")

    @model_validator(mode="after")
    def _a_correction_explains_itself(self) -> Remarked:
        if self.status is Status.CORRECTED and not self.note:
            raise problem("a corrected value without a note", "say in `note` what is printed")
        return self


class Sourced(Shorthand, Remarked):
    """A text that may carry its own status and note: `motion: {value: …, status: corrected, note: …}`."""

    shorthand: ClassVar[str] = "value"
    value: Text


class DerivedFrom(Model):
    """How a date follows from another fact's."""

    from_: Id = Field(alias="from", description="the fact whose date it is counted from")
    days: int = 0
    weeks: int = 0
    months: int = 0
    years: int = 0


Weekday = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


class DateEntry(Shorthand, Remarked):
    """A date: `{edtf: 1901-03-04, calendar: julian}`, or the bare EDTF in the chapter's calendar."""

    shorthand: ClassVar[str] = "edtf"
    edtf: Text | None = Field(
        None, description="EDTF, such as 1901-03-04, 1901-03, 1901-06-20/1901-07-04"
    )
    calendar: Calendar | tuple[Calendar, Calendar] | None = Field(
        None, description="julian or gregorian; [julian, gregorian] for a span over the change"
    )
    derived: DerivedFrom | None = Field(None, description="computed from another fact's date")
    weekday: Weekday | None = Field(None, description="as printed; checked against the date")
    time_of_day: Text | None = None

    @model_validator(mode="after")
    def _has_a_date(self) -> DateEntry:
        if self.edtf is None and self.derived is None:
            raise problem(
                "a date without `edtf`", "give edtf: 1901-03-04, or derived: {from: …, days: …}"
            )
        return self


class CountEntry(Shorthand, Remarked):
    """A number: `414`, `{at_least: 1}`, `{about: 150}` or `{value: 10, status: corrected, note: …}`."""

    shorthand: ClassVar[str] = "value"
    value: int | None = Field(None, ge=0)
    at_least: int | None = Field(None, ge=0)
    at_most: int | None = Field(None, ge=0)
    about: int | None = Field(None, ge=0)

    @model_validator(mode="after")
    def _is_one_number(self) -> CountEntry:
        given = [n for n in (self.value, self.at_least, self.at_most, self.about) if n is not None]
        if len(given) != 1:
            raise problem(
                f"a count with {len(given)} numbers", "give one of value, at_least, at_most, about"
            )
        return self


class MemberEntry(Shorthand, Remarked):
    """One person on a roll: `agnes-pell`, or `{person: agnes-pell, role: chairwoman, from: 1901-03}`."""

    shorthand: ClassVar[str] = "person"
    person: Id
    role: Text | None = None
    from_: DateEntry | None = Field(None, alias="from")
    to: DateEntry | None = None


class RollEntry(Model):
    """A list of persons; say whether it is `complete`: one that is not excludes nobody."""

    size: CountEntry | None = Field(None, description="how many there were, where the text says")
    complete: bool
    ordered_by_votes: bool = False
    persons: list[MemberEntry] = Field(default_factory=list)

    @model_validator(mode="after")
    def _size_fits(self) -> RollEntry:
        size = self.size.value if self.size else None
        if size is None:
            return self
        listed = len(self.persons)
        if self.complete and listed != size:
            raise problem(
                f"a complete list of {listed} with size {size}",
                "correct one, or set complete: false",
            )
        if listed > size:
            raise problem(f"{listed} persons on a list of size {size}", "correct one of them")
        return self


class NameEntry(Shorthand):
    """Another name: `Mother Pell`, or `{name: Agnes Pelle, note: as printed, misprint: true}`."""

    shorthand: ClassVar[str] = "name"
    name: Text
    note: Text | None = None
    misprint: bool = Field(default=False, description="accepted when typed, never asked")


class EvidenceEntry(Remarked):
    """Where the chapter says so: `{paragraph: 4, prints: ["Monday", "4 March"]}`."""

    paragraph: int = Field(ge=1)
    prints: list[Token] = Field(min_length=1, description="quoted tokens of six words at most")


class ContestEntry(Model):
    """What a source outside the chapter says otherwise."""

    by: Text
    says: Text
    reference: Text


class DeedEntry(Remarked):
    """What one person had to do with an event; `deed` is a predicate that follows the bare name."""

    person: Id
    part: Part
    deed: Text | None = None
    id: Id | None = Field(None, description="tells apart two deeds of one person in one event")
    basis: Basis | None = None


class LinkEntry(Model):
    """A tie to another fact: exactly one of `{because: ID}`, `{led_to: ID}` and so on."""

    because: Id | None = None
    led_to: Id | None = None
    in_reply_to: Id | None = None
    reverses: Id | None = None

    @model_validator(mode="after")
    def _is_one_tie(self) -> LinkEntry:
        if len(self.ties()) != 1:
            raise problem(
                f"a link with {len(self.ties())} ties",
                "write each as its own item: [{because: A}, {led_to: B}]",
            )
        return self

    def ties(self) -> list[tuple[LinkType, str]]:
        """The ties that are given."""
        pairs = ((link, getattr(self, link.value)) for link in LinkType)
        return [(link, to) for link, to in pairs if to is not None]


class Entry(Remarked):
    """What every fact may say of itself."""

    id: Id
    formerly: list[Id] = Field(
        default_factory=list, description="ids it was published under before"
    )
    voice: Voice = Voice.NARRATOR
    asserted_by: Id | None = Field(
        None, description="whose word it is, where not the narrator's own"
    )
    basis: Basis = Basis.PRINT
    contested: list[ContestEntry] = Field(default_factory=list)
    lesson: Id | None = Field(None, description="where not the lesson of its first evidence")
    importance: Importance = Importance.SECONDARY
    significance: Text | None = Field(None, description="why it matters; required for core facts")
    ask: bool = True
    reason: Text | None = Field(None, description="why it is not asked")
    links: list[LinkEntry] = Field(default_factory=list)
    evidence: list[EvidenceEntry] = Field(min_length=1)

    @model_validator(mode="after")
    def _is_whole(self) -> Entry:
        if self.importance is Importance.CORE and not self.significance:
            raise problem(
                f"{self.id} is core but has no significance",
                "say in one sentence why it matters, or make it secondary",
            )
        if not self.ask and not self.reason:
            raise problem(f"{self.id} is not asked without a reason", "add `reason`")
        if self.voice is not Voice.NARRATOR and not self.asserted_by:
            raise problem(
                f"{self.id} is {self.voice} but nobody says so",
                "add `asserted_by`: a person, organization or work",
            )
        return self
