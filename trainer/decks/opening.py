"""Opens a deck, or a chapter as the deck of all its questions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from trainer.chapters.cache import open_chapter
from trainer.content import find_chapter, find_deck
from trainer.decks.emptiness import nothing_asked
from trainer.decks.requests import requested_by
from trainer.decks.selection import Selector, select, subjects
from trainer.errors import ContentError, NotFoundError, Problem
from trainer.questions.bank import build_bank
from trainer.questions.cards import cards_of
from trainer.questions.distance import Distance
from trainer.questions.question import choices_among
from trainer.questions.seeding import Seeded
from trainer.telling import Progress, Tell, in_silence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from trainer.chapters.record import Chapter
    from trainer.content import Places
    from trainer.decks.loading import Deck
    from trainer.errors import Place
    from trainer.questions.question import Bank, Card, Front, Question, Withheld


# Names facts, of those that may be asked about in the order of the record.
Choose: TypeAlias = "Callable[[Sequence[str]], Iterable[str]]"

# The questions of more facts than these take seconds to make, and those of ten times as many minutes.
MANY_FACTS = 2_000

# From so many facts the questions of a session are drawn where there are many.
SESSION_FACTS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedDeck:
    """A deck with all that it selects, chapter by chapter in the order of the deck.

    Attributes:
        seed: with which the questions were made.
        questions: in every form.
        chapter_fronts: every front of the chapters, also those that the deck does not select.
    """

    id: str
    title: str
    description: str
    seed: int
    chapters: tuple[Chapter, ...]
    cards: tuple[Card, ...]
    questions: tuple[Question, ...]
    fronts: tuple[Front, ...]
    withheld: tuple[Withheld, ...] = ()
    chapter_fronts: tuple[Front, ...] = ()

    @property
    def digests(self) -> dict[str, str]:
        """The digest of each chapter by its id."""
        return {chapter.id: chapter.digest for chapter in self.chapters}

    @property
    def choices(self) -> tuple[Question, ...]:
        """The questions that offer options: what is counted as questions wherever decks are listed."""
        return choices_among(self.questions)


def open_deck(
    name: str,
    places: Places,
    *,
    lesson: str | None = None,
    seed: int = 0,
    distance: Distance = Distance.NEAR,
    tell: Tell = in_silence,
    tell_progress: Tell = in_silence,
    most: int | None = None,
    choose: Choose | None = None,
) -> OpenedDeck:
    """Open the deck or chapter with the id or path `name`, or one lesson of it, with options at a distance.

    What takes long is said with `tell` before it begins, and with `tell_progress` every few seconds how far it is. For a
    session, which asks little of what there is, give with `most` how many facts of a long chapter will do: chance names
    them, unless `choose` does, and they are asked within seconds.

    Raises:
        NotFoundError: there is no such deck, chapter or lesson.
        ContentError: the deck or a chapter of it cannot be read, or it selects nothing.
    """
    opener = Opener(
        places,
        seed=seed,
        distance=distance,
        tell=tell,
        tell_progress=tell_progress,
        most=most,
        choose=choose,
        lesson=lesson,
    )
    opened = opener.at(find_deck(name, places))
    return opened if lesson is None else _only_lesson(opened, lesson)


def is_long(chapter: Chapter) -> bool:
    """Tell whether the questions of a chapter take long to make."""
    return len(chapter.facts()) > MANY_FACTS


class Opener:
    """Opens decks and makes the bank of each chapter once, however many of them draw on it."""

    def __init__(
        self,
        places: Places,
        *,
        seed: int = 0,
        distance: Distance = Distance.NEAR,
        tell: Tell = in_silence,
        tell_progress: Tell = in_silence,
        load: Callable[[Path], Chapter] | None = None,
        between: Callable[[], None] = lambda: None,
        most: int | None = None,
        choose: Choose | None = None,
        lesson: str | None = None,
    ) -> None:
        """Open with these.

        Args:
            places: where chapters are looked for, and compiled ones kept.
            seed: with which questions are made.
            distance: how near their options lie.
            tell: is told what takes long, before it begins.
            tell_progress: is told every few seconds how far the making of many questions is.
            load: reads a chapter's folder; from the cache where not given.
            between: called many times while a bank is made; what it raises ends that.
            most: of how many facts of a long chapter questions are made; of all where not given.
            choose: returns which, of the ids of those that may be asked about in their order; chance if not given.
            lesson: of which lesson of a long chapter, as far as not all are made.
        """
        self._most, self._choose, self._lesson = most, choose, lesson
        self._places = places
        self._tell, self._tell_progress = tell, tell_progress
        self._seed = seed
        self._distance = distance
        self._load = load or partial(open_chapter, cache_folder=places.cache, tell=tell)
        self._between = between
        self._chapters: dict[Path, Chapter] = {}
        self._banks: dict[tuple[str, str, frozenset[str], frozenset[str] | None], Bank] = {}

    def at(self, path: Path) -> OpenedDeck:
        """Open a chapter's folder or a deck's file.

        Raises:
            NotFoundError: it cannot be read.
            ContentError: as for the one or the other.
        """
        return self.whole_chapter(path) if path.is_dir() else self.deck_file(path)

    def whole_chapter(self, folder: Path) -> OpenedDeck:
        """Open a chapter as the deck of all its questions.

        Raises:
            ContentError: the chapter cannot be read.
        """
        chapter = self.chapter(folder)
        bank = self._bank(chapter, Selector(), None)
        return OpenedDeck(
            id=chapter.id,
            title=chapter.title,
            description=chapter.description or "",
            seed=self._seed,
            chapters=(chapter,),
            cards=bank.cards,
            questions=bank.questions,
            fronts=bank.fronts,
            chapter_fronts=bank.fronts,
            withheld=bank.withheld,
        )

    def deck_file(self, file: Path) -> OpenedDeck:
        """Open a deck's file with the chapters that it names.

        Raises:
            NotFoundError: the file cannot be read.
            ContentError: the deck or a chapter of it cannot be read, or it selects nothing.
        """
        from trainer.decks.loading import load_deck  # which a chapter does without

        deck = load_deck(file)
        chapters = self.chapters_of(deck)
        # All that is wrong with the deck is said before the first bank is made, which takes longest.
        selectors = [deck.selectors(chapter, chapters) for chapter in chapters]
        banks = [
            self._bank(chapter, *pair) for chapter, pair in zip(chapters, selectors, strict=True)
        ]
        known = {tag for bank in banks for question in bank.questions for tag in question.tags}
        in_full = self._most is None or not any(map(is_long, chapters))
        if in_full and (problems := [*deck.unknown_tags(known)]):
            raise ContentError(problems)
        selections = [
            select(chapter, bank, *pair)
            for chapter, bank, pair in zip(chapters, banks, selectors, strict=True)
        ]
        opened = OpenedDeck(
            id=deck.id,
            title=deck.title,
            description=deck.description,
            seed=self._seed,
            chapters=chapters,
            cards=tuple(card for part in selections for card in part.cards),
            questions=tuple(question for part in selections for question in part.questions),
            fronts=tuple(front for part in selections for front in part.fronts),
            chapter_fronts=tuple(front for bank in banks for front in bank.fronts),
            withheld=tuple(each for part in selections for each in part.withheld),
        )
        if not opened.questions and not opened.fronts:
            raise ContentError([_nothing_selected(deck, opened, banks)])
        return opened

    def chapters_of(self, deck: Deck) -> tuple[Chapter, ...]:
        """Return the records of the chapters that a deck names.

        Raises:
            ContentError: a chapter is unknown, or something is wrong with it.
        """
        return tuple(
            self.chapter(self._folder_of(deck, name, place)) for name, place in deck.chapters
        )

    def forget(self, folder: Path) -> None:
        """Let go of what was made of the chapter in `folder`: its files have changed."""
        known = self._chapters.pop(folder.resolve(), None)
        if known is not None:
            stale = [key for key in self._banks if key[:2] == (known.id, known.digest)]
            for key in stale:
                del self._banks[key]

    def _folder_of(self, deck: Deck, name: str, place: Place) -> Path:
        """Find a chapter that a deck names: one in the `data/` beside its folder, or any that is known."""
        beside = deck.file.resolve().parent.parent / "data" / name
        if beside.joinpath("chapter.yaml").is_file():
            return beside
        try:
            return find_chapter(name, self._places)
        except NotFoundError as error:
            problem = Problem(place, error.problem.what, error.problem.mend)
            raise ContentError([problem]) from None

    def chapter(self, folder: Path) -> Chapter:
        """Return the record of the chapter in `folder`.

        Raises:
            ContentError: something is wrong with it.
        """
        key = folder.resolve()
        if key not in self._chapters:
            # Opened as the user named it, for that is how errors should name it.
            self._chapters[key] = self._load(folder)
        return self._chapters[key]

    def _bank(self, chapter: Chapter, wanted: Selector, unwanted: Selector | None) -> Bank:
        requested, only = requested_by(wanted), self._drawn(chapter, wanted, unwanted)
        key = (chapter.id, chapter.digest, requested, only)
        if key not in self._banks:
            between = self._between
            if only is None and is_long(chapter):
                facts = len(chapter.facts())
                self._tell(f"making the questions of {chapter.id} from {facts:,} facts …")
                between = self._counting(chapter)
            self._banks[key] = build_bank(
                chapter,
                self._seed,
                requested,
                distance=self._distance,
                only=only,
                between=between,
            )
        return self._banks[key]

    def _counting(self, chapter: Chapter) -> Callable[[], None]:
        """Return what is to be called between the cards of a chapter, and tells how many of them are done."""
        cards = sum(1 for _ in cards_of(chapter))
        count = Progress(self._tell_progress, cards, f"cards of {chapter.id}")

        def between() -> None:
            count()
            self._between()

        return between

    def _drawn(
        self, chapter: Chapter, wanted: Selector, unwanted: Selector | None
    ) -> frozenset[str] | None:
        """Return the facts that a session asks about, and those that are weighed with them; None for all.

        What must not be asked too often, such as the best known name, is told from facts of the whole chapter.
        """
        if self._most is None or not is_long(chapter):
            return None
        facts = [fact.id for fact in chapter.facts()]
        asked = subjects(chapter, wanted, unwanted, self._lesson)
        weighed = facts if len(asked) < len(facts) else []
        chosen = (
            Seeded(self._seed, "asked").some(asked, self._most)
            if self._choose is None
            else self._choose(asked)
        )
        return frozenset(
            (
                *chosen,
                *Seeded(self._seed, "weighed").some(weighed, SESSION_FACTS),
            )
        )


def _nothing_selected(deck: Deck, opened: OpenedDeck, banks: Iterable[Bank]) -> Problem:
    """Return whether it is for what the deck asks that nothing is left, or because there is nothing."""
    if any(bank.cards for bank in banks):
        what, mend = f"the deck {deck.id} selects nothing", "ask for less in `select`"
    else:
        why = nothing_asked(opened, deck.id).problem
        what, mend = why.what, why.mend
    return Problem(deck.place, what, mend)


def _only_lesson(opened: OpenedDeck, lesson: str) -> OpenedDeck:
    known = [each.id for chapter in opened.chapters for each in chapter.lessons]
    if lesson not in known:
        raise NotFoundError(
            f"{opened.id} has no lesson {lesson}", mend=f"known: {', '.join(known)}"
        )
    return replace(
        opened,
        cards=tuple(card for card in opened.cards if card.lesson == lesson),
        questions=tuple(question for question in opened.questions if question.lesson == lesson),
        fronts=tuple(front for front in opened.fronts if front.card.lesson == lesson),
    )
