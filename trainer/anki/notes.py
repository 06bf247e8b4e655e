"""A deck as Anki's notes, without Anki: one note a fact (or a subject of it), one card an aspect.

A note says all that the chapter knows, whatever a deck selects; only its cards depend on the deck. The same
note may come in several decks, and each import writes all of its fields: a deck with fewer aspects must not
empty the fronts of the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.anki import note_types as named
from trainer.anki.markup import LINE_BREAK, as_html, as_tag
from trainer.anki.note_types import note_type_of
from trainer.anki.telling import Telling, corrections, evidence, told_once
from trainer.chapters.record import Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.anki.note_types import NoteType
    from trainer.chapters.record import Chapter, Fact
    from trainer.decks.opening import OpenedDeck
    from trainer.questions.question import Front


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note as it stands in the package.

    Attributes:
        id: `chapter:fact` or `chapter:fact/subject`.
        lasting_id: the id under which it was first published; its GUID is made of this.
        fields: HTML, one for each field of the note type, in its order.
        ordinals: the templates of which the deck wants a card, from 0, ascending.
    """

    id: str
    lasting_id: str
    type: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    ordinals: tuple[int, ...]


def notes_of(opened: OpenedDeck) -> tuple[Note, ...]:
    """Return the notes of a deck in the order in which they are to be learned.

    That is chapter by chapter, lesson by lesson, and within a lesson as the chapter tells it.
    """
    notes = []
    for chapter in opened.chapters:
        wanted = _by_note(front for front in opened.fronts if front.card.chapter == chapter.id)
        whole = _by_note(
            front
            for front in (*opened.fronts, *opened.chapter_fronts)
            if front.card.chapter == chapter.id
        )
        making = _Notes(chapter)
        notes += [
            making.note(whole[name], wanted[name]) for name in sorted(wanted, key=making.place)
        ]
    return tuple(notes)


class _Notes:
    """Makes the notes of one chapter."""

    def __init__(self, chapter: Chapter) -> None:
        self._chapter = chapter
        self._telling = Telling(chapter)
        self._facts = {fact.id: fact for fact in chapter.facts()}
        self._ranks = {name: rank for rank, name in enumerate(self._facts)}
        self._lessons = {lesson.id: lesson for lesson in chapter.lessons}
        self._lesson_ranks = {name: rank for rank, name in enumerate(self._lessons)}

    def place(self, about: tuple[str, str | None]) -> tuple[int, int, int]:
        """Return where a note stands in the order of learning; what no lesson covers comes last."""
        fact = self._facts[about[0]]
        lesson = self._lesson_ranks.get(fact.lesson or "", len(self._lessons))
        paragraph = min((item.paragraph for item in fact.evidence), default=0)
        return lesson, paragraph, self._ranks[fact.id]

    def note(self, whole: dict[str, Front], wanted: Iterable[str]) -> Note:
        """Return the note of fronts that are about one thing, with a card for each wanted aspect."""
        card = next(iter(whole.values())).card
        fact = self._facts[card.fact]
        note_type = note_type_of(fact, card.subject)
        # In the order of the templates, whichever deck asks.
        fronts = sorted(whole.values(), key=lambda front: note_type.ordinal(front.card.aspect))
        filled = dict(self._told(fact, card.subject, fronts))
        for front in fronts:
            slot = note_type.slots[note_type.ordinal(front.card.aspect)]
            filled[slot.front] = as_html(front.stem)
            filled[slot.back] = as_html(front.answer)
        return Note(
            id=_note_id(self._chapter.id, fact.id, card.subject),
            lasting_id=self._lasting_id(fact, card.subject),
            type=note_type,
            fields=tuple(filled.get(field.name, "") for field in note_type.fields),
            tags=self._tags(fact, fronts),
            ordinals=tuple(sorted(note_type.ordinal(aspect) for aspect in wanted)),
        )

    def _told(
        self, fact: Fact, subject: str | None, fronts: list[Front]
    ) -> Iterator[tuple[str, str]]:
        chapter = self._chapter
        lesson = self._lessons.get(fact.lesson or "")
        yield named.ID, as_html(_note_id(chapter.id, fact.id, subject))
        yield named.TITLE, as_html(self._telling.title(fact, subject))
        yield named.CHAPTER, as_html(chapter.title)
        yield named.LESSON, as_html(lesson.title if lesson else "")
        yield named.EXPLANATION, _lines(told_once(front.explanation, fact) for front in fronts)
        yield named.SIGNIFICANCE, as_html(fact.significance or "")
        yield named.CALENDARS, as_html(self._telling.dates(fact))
        yield named.CORRECTIONS, _lines(corrections(fact))
        yield named.EVIDENCE, _lines(evidence(item for front in fronts for item in front.evidence))
        yield named.WHOSE_WORD, as_html(self._telling.whose_word(fact))

    def _tags(self, fact: Fact, fronts: list[Front]) -> tuple[str, ...]:
        root = self._chapter.id
        tags = {as_tag(root, "kind", front.card.kind) for front in fronts}
        tags.add(as_tag(root, "importance", fact.importance))
        if fact.lesson:
            tags.add(as_tag(root, "lesson", fact.lesson))
        if fact.contested:
            tags.add(as_tag(root, "contested"))
        return tuple(sorted(tags))

    def _lasting_id(self, fact: Fact, subject: str | None) -> str:
        """Return the note's id before its fact or the person that it is about was renamed.

        `formerly` grows at its end, so that its first entry is the id first published.
        """
        if subject is not None and not isinstance(fact, Person):
            who, dot, deed = subject.partition(".")
            subject = f"{self._first_id(who)}{dot}{deed}"
        return _note_id(self._chapter.id, self._first_id(fact.id), subject)

    def _first_id(self, name: str) -> str:
        fact = self._facts.get(name)
        return fact.formerly[0] if fact is not None and fact.formerly else name


def _by_note(fronts: Iterable[Front]) -> dict[tuple[str, str | None], dict[str, Front]]:
    """Return the fronts of each note by their aspects."""
    found: dict[tuple[str, str | None], dict[str, Front]] = {}
    for front in fronts:
        found.setdefault((front.card.fact, front.card.subject), {})[front.card.aspect] = front
    return found


def _note_id(chapter: str, fact: str, subject: str | None) -> str:
    return f"{chapter}:{fact}/{subject}" if subject else f"{chapter}:{fact}"


def _lines(texts: Iterable[str]) -> str:
    return LINE_BREAK.join(dict.fromkeys(as_html(text) for text in texts if text))
