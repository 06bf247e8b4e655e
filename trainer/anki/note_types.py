"""The three note types, with the ids by which Anki knows them: kept as data, never derived from wording.

Whoever has imported one of our packages has these note types in their collection, with years of reviews
hanging on them. What follows for whoever changes this module:

* A field or template is known by its integer id. It may be renamed: with the same id, Anki renames it in place.
* None may be added, removed or moved: Anki takes a note type with another number of fields or templates for
  a different one and refuses to update its notes. Hence the spare slots: a new aspect of a fact takes a
  spare slot of its note type, keeps that slot's ids, and gives it the aspect's name. `My notes` is the learner's,
  and three extra fields are for whatever else may come; `Contrast` and `Picture` are shown as soon as they
  are filled.
* Each aspect has its own slot (a template with two fields), so that a card's aspect can be told from its
  template alone, and a review made in Anki finds its way back to the card `chapter:fact#aspect`.

Which note type a note has depends on nothing but the sort of fact and whether the note is about one subject of
it: never on which aspects a deck selects, since one note may come in several decks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from trainer.chapters.record import Event, Vote

if TYPE_CHECKING:
    from trainer.chapters.record import Fact


@dataclass(frozen=True, slots=True)
class FieldType:
    """A field of a note type; `hint` is what Anki shows in the editor while the field is empty."""

    id: int
    name: str
    hint: str = ""
    collapsed: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """Room for one aspect: a template and the two fields that it shows. A spare slot has no aspect yet."""

    template_id: int
    front_id: int
    back_id: int
    name: str
    aspect: str | None = None

    @property
    def front(self) -> str:
        """The name of the field with the stem."""
        return f"{self.name} front"

    @property
    def back(self) -> str:
        """The name of the field with the answer."""
        return f"{self.name} back"


@dataclass(frozen=True)
class NoteType:
    """What Anki calls a note type; the order of its slots is the order of its templates."""

    id: int
    name: str
    slots: tuple[Slot, ...]

    @cached_property
    def fields(self) -> tuple[FieldType, ...]:
        """All fields in their order; the first is the note's own id, which is never empty."""
        return (*_HEAD, *(field for slot in self.slots for field in _fields_of(slot)), *_TAIL)

    def ordinal(self, aspect: str) -> int:
        """Return the place of an aspect's template, from 0.

        Raises:
            LookupError: no slot is set aside for the aspect: give it a spare one in this module.
        """
        for ordinal, slot in enumerate(self.slots):
            if slot.aspect == aspect:
                return ordinal
        raise LookupError(f"the note type {self.name} has no slot for the aspect {aspect}")


ID = "Id"
TITLE = "Title"
CHAPTER = "Chapter"
LESSON = "Lesson"
EXPLANATION = "Explanation"
SIGNIFICANCE = "Why it matters"
CALENDARS = "Both calendars"
CONTRAST = "Contrast"
PICTURE = "Picture"
CORRECTIONS = "Corrections and disputes"
EVIDENCE = "Evidence"
WHOSE_WORD = "Whose word"
MY_NOTES = "My notes"

SORT_FIELD = TITLE

_HEAD = (
    FieldType(1_402_688_541, ID, "By this the note is known: leave it as it is"),
    FieldType(1_215_037_966, TITLE),
    FieldType(1_731_950_287, CHAPTER),
    FieldType(1_096_473_818, LESSON),
)

_TAIL = (
    FieldType(1_873_214_605, EXPLANATION),
    FieldType(1_148_906_372, SIGNIFICANCE),
    FieldType(1_620_581_943, CALENDARS),
    FieldType(1_987_340_156, CONTRAST, "What this is easily mistaken for"),
    FieldType(1_334_729_081, PICTURE, collapsed=True),
    FieldType(2_015_867_494, CORRECTIONS),
    FieldType(1_559_018_237, EVIDENCE),
    FieldType(1_277_645_910, WHOSE_WORD),
    FieldType(1_803_296_745, MY_NOTES, "Yours, until an update corrects this note"),
    FieldType(1_451_872_039, "Extra 1", collapsed=True),
    FieldType(1_690_134_528, "Extra 2", collapsed=True),
    FieldType(1_928_407_163, "Extra 3", collapsed=True),
)

DATE = NoteType(
    1_944_526_404,
    "Chapter Trainer – Date",
    (
        Slot(1_118_350_927, 1_362_904_785, 1_540_687_219, "When", "when"),
        Slot(1_786_029_314, 1_071_548_632, 1_894_316_057, "What", "what"),
        Slot(1_249_871_560, 1_657_230_498, 1_103_965_824, "Teller", "teller"),
        Slot(1_975_408_136, 1_481_639_275, 1_726_850_943, "Spare 2"),
        Slot(1_338_564_092, 2_047_195_861, 1_290_473_618, "Spare 3"),
        Slot(1_602_917_453, 1_157_382_046, 1_839_640_725, "Spare 4"),
        Slot(2_091_736_580, 1_414_058_937, 1_683_521_094, "Led to", "led-to"),
        Slot(1_526_840_319, 1_952_673_408, 1_230_794_561, "Because", "because"),
    ),
)

PERSON = NoteType(
    1_877_005_862,
    "Chapter Trainer – Person",
    (
        Slot(1_305_742_618, 1_768_493_025, 1_082_657_394, "Who", "who"),
        Slot(1_917_360_542, 1_231_875_069, 1_596_408_723, "Role", "role"),
        Slot(1_454_189_037, 2_003_516_748, 1_347_902_185, "Author", "author"),
        Slot(1_670_825_493, 1_129_647_380, 1_881_039_256, "Member", "member"),
        Slot(1_093_418_765, 1_515_276_904, 1_742_390_618, "Stance", "stance"),
        Slot(1_826_573_091, 1_388_014_527, 2_068_451_932, "Placed", "placed"),
        Slot(1_561_097_384, 1_934_720_815, 1_206_583_479, "Term", "term"),
        Slot(1_272_639_850, 1_649_381_027, 1_490_756_132, "Position", "position"),
        Slot(2_034_985_167, 1_171_206_493, 1_805_942_376, "Also known as", "also-known-as"),
        Slot(1_423_760_985, 1_857_139_240, 1_318_625_047, "Fate", "fate"),
        Slot(1_709_354_261, 1_264_098_735, 1_963_487_510, "Spare 5"),
        Slot(1_187_506_429, 1_572_943_816, 1_056_219_783, "Sides", "sides"),
    ),
)

VOTE = NoteType(
    1_556_250_692,
    "Chapter Trainer – Vote",
    (
        Slot(1_648_201_975, 1_279_534_608, 1_915_867_432, "Outcome", "outcome"),
        Slot(1_340_976_218, 1_703_485_961, 1_086_352_749, "On what", "on-what"),
        Slot(2_076_143_859, 1_437_620_594, 1_821_906_375, "Body", "body"),
        Slot(1_195_738_402, 1_584_017_263, 1_360_491_827, "Winner", "winner"),
        Slot(1_762_489_530, 1_113_874_056, 1_990_325_641, "Figure", "figure"),
        Slot(1_508_316_794, 1_845_602_137, 1_253_748_960, "Casting vote", "casting"),
        Slot(1_937_054_281, 1_316_729_845, 1_671_580_394, "Led to", "led-to"),
        Slot(1_224_697_013, 2_052_138_476, 1_469_305_782, "Because", "because"),
        Slot(1_615_843_927, 1_178_460_359, 1_798_264_501, "Rounds", "rounds"),
        Slot(1_386_520_174, 1_901_573_682, 1_542_918_036, "Spare 6"),
    ),
)

NOTE_TYPES = (DATE, PERSON, VOTE)


def note_type_of(fact: Fact, subject: str | None) -> NoteType:
    """Return the note type of a fact or of one subject of it: subjects are persons, whatever they did."""
    if subject is None and isinstance(fact, Event):
        return DATE
    if subject is None and isinstance(fact, Vote):
        return VOTE
    return PERSON


def _fields_of(slot: Slot) -> tuple[FieldType, FieldType]:
    spare = slot.aspect is None
    return (
        FieldType(slot.front_id, slot.front, collapsed=spare),
        FieldType(slot.back_id, slot.back, collapsed=spare),
    )
