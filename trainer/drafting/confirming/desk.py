"""The drafts of a chapter on an author's desk: what each step does to the files, and how it is taken back.

A step is written at once, file by file and each whole; what fails on the way is put back. A file that somebody else has
changed in the meantime is never written over.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from trainer.chapters.files import CHAPTER_FILE, read_files
from trainer.chapters.yaml_source import read_yaml
from trainer.drafting.confirming.issues import left_alone, without_issues
from trainer.drafting.confirming.leavings import FILE_NAME as LEAVINGS
from trainer.drafting.confirming.leavings import keep, leavings, take_back
from trainer.drafting.confirming.merging import likeness, merged
from trainer.drafting.confirming.opening import about_of, drafts_of, read_sheets
from trainer.drafting.confirming.problems import Known, problems_in
from trainer.drafting.confirming.references import FACT_FILES, in_all, released, renamed
from trainer.drafting.confirming.sheets import Item, Sheet
from trainer.drafting.confirming.splicing import without_key
from trainer.drafting.confirming.splitting import spellings, split_off
from trainer.drafting.confirming.wording import unworded, what_it_lacks
from trainer.errors import NotFoundError, OutputError, TrainerError
from trainer.files import write_atomically
from trainer.text.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from trainer.chapters.authored import Authored
    from trainer.chapters.models.chapter import ChapterEntry
    from trainer.chapters.text_copy import Text
    from trainer.errors import Problem

_NAMED = frozenset({"persons.yaml", "organizations.yaml"})
# In which order files are written: what is named goes last.
_ORDER = (CHAPTER_FILE, *FACT_FILES, "lessons.yaml", "omitted.yaml")
# Said before what else follows, which a narrow screen may cut.
_KEPT = f" (kept in {LEAVINGS})"


class ChangedElsewhereError(TrainerError):
    """A file was changed by somebody else since it was read; it has been read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What was done, and the files before and after.

    Attributes:
        said: what was done, as it is told.
        at: where among the drafts it was done.
        settled: how many drafts were settled by it.
        left: what was written of what it took out, beside the chapter.
    """

    said: str
    at: int
    settled: int
    before: Mapping[str, Sheet]
    after: Mapping[str, Sheet]
    left: str = ""

    @property
    def taken_back(self) -> str:
        """What was done, as it is told when it is taken back: nothing is kept then."""
        return self.said.replace(_KEPT, "")


@dataclass(slots=True)
class Desk:
    """A chapter whose drafts are gone through.

    Attributes:
        folder: of the chapter.
        about: what chapter.yaml says.
        sheets: its files by name; chapter.yaml, which has no entries, is all head.
        drafts: the entries that say `status: draft`, file by file in their order.
        steps: those done and not taken back, oldest first.
    """

    folder: Path
    about: Authored[ChapterEntry]
    sheets: dict[str, Sheet]
    drafts: tuple[Item, ...] = ()
    steps: list[Step] = field(default_factory=list)
    _contents: dict[str, bytes] = field(default_factory=dict)
    _known: Known | None = None

    @classmethod
    def open(cls, folder: Path) -> Desk:
        """Read a chapter's files.

        Raises:
            NotFoundError: there is no chapter in the folder.
            ContentError: a file cannot be read at all; what is wrong within an entry can be mended here.
            TrainerError: a file cannot be opened.
        """
        contents = read_files(folder)
        about, sheets = read_sheets(folder, contents)
        return cls(folder, about, sheets, drafts_of(sheets), [], contents)

    @property
    def settled(self) -> int:
        """How many drafts were accepted, merged or discarded since the files were opened."""
        return sum(step.settled for step in self.steps)

    @property
    def size(self) -> int:
        """How many entries the chapter has."""
        return sum(len(sheet.items) for sheet in self.sheets.values())

    @property
    def leavings(self) -> Path:
        """The file that keeps what was taken out."""
        return self.folder / LEAVINGS

    def problems(self, item: Item, text: str | None = None) -> list[Problem]:
        """Return all that is wrong with an entry, or with what is to stand for it; places count its own lines."""
        said = item.own if text is None else text
        if self._known is None:
            self._known = Known.of(self.sheets)
        return problems_in(said, item.file, self._known, self.about, item)

    def accept(self, item: Item) -> Step:
        """Take `status: draft` out of an entry.

        Raises:
            TrainerError: something is wrong with it, or it still has the text's own words.
        """
        at = self._at(item)
        self._refuse_unfit(item, item.own)
        accepted = without_key(item, "status")
        sheet = self.sheets[item.file]
        changed = {item.file: sheet.with_items(item, [accepted])}
        return self._write(f"accepted {item.id}{what_it_lacks(item.file, item.own)}", at, changed)

    def amend(self, item: Item, text: str, *, accept: bool) -> Step:
        """Put a text in the place of an entry: one entry, or several.

        Where its id is changed, all that name it follow.

        Raises:
            TrainerError: something is wrong with the text, it is to be accepted and still has the text's own words, or
                something else keeps its id.
        """
        at = self._at(item)
        sheet = self.sheets[item.file]
        written = _ended(text, sheet.newline)
        if problems := self.problems(item, written):
            raise _unfit(problems[0])
        if accept:
            self._refuse_unfit(item, written)
        cut = Sheet.of(item.file, written.encode(), item.file)
        parts = list(cut.items)
        parts[0] = replace(parts[0], text=cut.head + parts[0].text)
        if accept:
            parts = [without_key(part, "status") if part.draft else part for part in parts]
        parts[-1] = replace(parts[-1], text=parts[-1].text + item.rest)
        changed: dict[str, Sheet] = {}
        follow = 0
        if len(parts) == 1 and parts[0].id != item.id and item.id:
            self._refuse_narrator(item)
            others = self._with(item, [])
            new = parts[0].id
            changed, follow = in_all(others, lambda one: renamed(one, item.id, new, item.file))
            rest = changed.get(item.file)
            if rest is not None:
                # The entry itself was taken out so as not to be renamed twice; put the new one in its place.
                place = sheet.items.index(item)
                changed[item.file] = rest.with_all(
                    (*rest.items[:place], *parts, *rest.items[place:])
                )
        changed.setdefault(item.file, sheet.with_items(item, parts))
        said = f"{'accepted' if accept else 'amended'} {parts[0].id}"
        if follow:
            said += f", and {counted(follow, 'other fact')} with its new id"
        if accept:
            said += what_it_lacks(item.file, text)
        return self._write(said, at, changed)

    def discard(self, item: Item) -> Step:
        """Take an entry out, and its name from all that can do without; what is lost by it is kept beside the chapter.

        Raises:
            TrainerError: something else cannot do without it.
        """
        at = self._at(item)
        sheets = {**self.sheets, item.file: self.sheets[item.file].without(item)}
        self._refuse_narrator(item)
        changed, count = (
            in_all(sheets, lambda one: released(one, item.id, item.file)) if item.id else ({}, 0)
        )
        changed = {**changed, item.file: changed.get(item.file, sheets[item.file])}
        said = f"discarded {item.id}{_KEPT}"
        if count:
            said += f", and its name from {counted(count, 'other fact')}"
        touched = [
            one for name in changed for one in self._gone(name, changed[name]) if one is not item
        ]
        return self._write(said, at, changed, leavings(item, touched, "discarded"))

    def partners(self, item: Item) -> list[Item]:
        """Return those that an entry could be merged into, the likest first."""
        if item.file not in _NAMED:
            return []
        others = [one for one in self.sheets[item.file].items if one is not item and one.id]
        return sorted(others, key=lambda one: -likeness(item, one))

    def has_partners(self, item: Item) -> bool:
        """Tell whether there is an entry that this one could be merged into, without reading any."""
        return item.file in _NAMED and any(
            one is not item and one.id for one in self.sheets[item.file].items
        )

    def merge(self, item: Item, into: Item) -> Step:
        """Make two spellings one: `into` takes over the names and evidence, and all that name the other follow.

        Raises:
            TrainerError: the entry says more than that, or something does not allow both to be one.
        """
        at = self._at(item)
        self._refuse_narrator(item)
        sheet = self.sheets[item.file]
        one = merged(item, into, sheet.newline)
        sheets = {**self.sheets, item.file: sheet.with_items(into, [one]).without(item)}
        changed, count = in_all(sheets, lambda each: renamed(each, item.id, into.id, item.file))
        changed = {**changed, item.file: changed.get(item.file, sheets[item.file])}
        self._refuse_broken(changed)
        said = f"merged {item.id} into {into.id}{_KEPT}"
        if count:
            said += f", and {counted(count, 'other fact')} followed"
        return self._write(said, at, changed, leavings(item, (), f"merged into {into.id}"))

    def spellings(self, item: Item) -> list[str]:
        """Return the other names of an entry that could be a person or body of its own."""
        return spellings(item) if item.file in _NAMED else []

    def split(self, item: Item, spelling: str, text: Text | None = None) -> Step:
        """Make one of the names of an entry an entry of its own, a draft; what names it by that spelling follows.

        Raises:
            TrainerError: neither the evidence nor the text, if there is one, has the spelling by itself.
        """
        at = self._at(item)
        sheet = self.sheets[item.file]
        taken = {one.id for each in self.sheets.values() for one in each.items}
        parting = split_off(item, spelling, taken, sheet.newline, text)
        sheets = {**self.sheets, item.file: sheet.with_items(item, [parting.kept, parting.new])}
        changed, count = in_all(sheets, parting.followed)
        changed = {**changed, item.file: changed.get(item.file, sheets[item.file])}
        self._refuse_broken(changed)
        said = f"split {parting.new.id} from {item.id}"
        if count:
            said += f", and {counted(count, 'other fact')} followed"
        return self._write(said, at, changed)

    def undo(self) -> Step:
        """Take the last step back and return it.

        Raises:
            NotFoundError: there is none.
            ChangedElsewhereError: a file was changed since.
        """
        if not self.steps:
            raise NotFoundError("there is nothing to take back", mend="go on")
        self._refuse_changed()
        step = self.steps[-1]
        self._put(step.before, order=_ORDER[::-1])
        self.steps.pop()
        if step.left:
            # The entry is back; that it still stands in the leavings as well does no harm.
            with suppress(TrainerError):
                take_back(self.folder, step.left)
        return step

    def _at(self, item: Item) -> int:
        return self.drafts.index(item)

    def _with(self, item: Item, others: Sequence[Item]) -> dict[str, Sheet]:
        return {**self.sheets, item.file: self.sheets[item.file].with_items(item, others)}

    def _refuse_unfit(self, item: Item, text: str) -> None:
        if problems := self.problems(item, text):
            raise _unfit(problems[0])
        for data in read_yaml(text.encode(), item.file).data:
            if key := unworded(data):
                raise TrainerError(
                    f"the {key} is still in the text's own words",
                    mend="put it in yours, without “…”",
                )

    def _refuse_narrator(self, item: Item) -> None:
        if item.file == "persons.yaml" and self.about.entry.narrator == item.id:
            raise TrainerError(
                f"{item.id} is the narrator in {CHAPTER_FILE}",
                mend="correct `narrator` there first",
            )

    def _refuse_broken(self, changed: Mapping[str, Sheet]) -> None:
        """Refuse a step that makes wrong what was right."""
        after = Known.of({**self.sheets, **changed})
        for name, sheet in changed.items():
            before = set(self.sheets[name].items)
            for item in sheet.items:
                if item in before:
                    continue
                if problems := problems_in(item.own, name, after, self.about, item):
                    raise TrainerError(
                        f"{item.id} would be wrong: {problems[0].what}",
                        mend=f"amend {item.id} first: {problems[0].mend}",
                    )

    def _gone(self, name: str, changed: Sheet) -> list[Item]:
        """Return the entries of a file that a change takes out or words otherwise."""
        staying = set(changed.items)
        return [one for one in self.sheets[name].items if one not in staying]

    def _write(self, said: str, at: int, changed: Mapping[str, Sheet], left: str = "") -> Step:
        self._refuse_changed()
        if alone := left_alone(self.about.entry.issues, self.sheets, changed):
            about = without_issues(self.sheets[CHAPTER_FILE], alone)
            changed = {**changed, CHAPTER_FILE: about}
            titles = "; ".join(f"{issue}: {self.about.entry.issues[issue]}" for issue in alone)
            said += f", and from {CHAPTER_FILE} {counted(len(alone), 'issue')} without a statement"
            said += "" if left else _KEPT
            left += f"\n# {CHAPTER_FILE}, the title of an issue without a statement: {titles}\n"
        before = {name: self.sheets[name] for name in changed}
        drafts = len(self.drafts)
        if left:
            keep(self.folder, left)
        try:
            self._put(changed, order=_ORDER)
        except TrainerError:
            if left:
                with suppress(TrainerError):
                    take_back(self.folder, left)
            raise
        step = Step(
            said=said,
            at=at,
            settled=max(drafts - len(self.drafts), 0),
            before=before,
            after=changed,
            left=left,
        )
        self.steps.append(step)
        return step

    def _put(self, changed: Mapping[str, Sheet], order: Sequence[str]) -> None:
        """Write files, or none of them."""
        written: list[str] = []
        try:
            for name in sorted(changed, key=order.index):
                write_atomically((self.folder / name).resolve(), changed[name].content)
                written.append(name)
        except OutputError:
            for name in written:
                with suppress(OutputError):
                    write_atomically((self.folder / name).resolve(), self._contents[name])
            raise
        self.sheets |= changed
        self._contents |= {name: sheet.content for name, sheet in changed.items()}
        if CHAPTER_FILE in changed:
            self.about = about_of(self.folder, self._contents[CHAPTER_FILE])
        self.drafts = drafts_of(self.sheets)
        self._known = None

    def _refuse_changed(self) -> None:
        """Refuse to write where somebody else has written, and read their files."""
        contents = read_files(self.folder)
        if contents == self._contents:
            return
        names = sorted(
            name
            for name in contents.keys() | self._contents.keys()
            if contents.get(name) != self._contents.get(name)
        )
        self.about, self.sheets = read_sheets(self.folder, contents)
        self._contents = contents
        self.drafts = drafts_of(self.sheets)
        self._known = None
        self.steps.clear()
        raise ChangedElsewhereError(
            f"{', '.join(names)} was changed by another program; it is read again, and nothing was written",
            mend="look at the draft once more, and repeat",
        )


def _unfit(problem: Problem) -> TrainerError:
    where = f"line {problem.place.line}: " if problem.place and problem.place.line else ""
    return TrainerError(where + problem.what, mend=problem.mend)


def _ended(text: str, newline: str) -> str:
    lines = text.rstrip().splitlines()
    return "".join(f"{line}{newline}" for line in lines)
