"""From a text to the files of a chapter whose every fact is a draft that the text proves.

The finders read the text, the entries are written down, and then the whole is loaded and proved as any chapter is. What does
not stand this is taken out and told, so that a draft passes `trainer check` and `trainer evidence` as it is.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.chapters.evidence import prove
from trainer.chapters.loading import load_chapter
from trainer.dates import Calendar
from trainer.drafting.aliases import cluster
from trainer.drafting.bodies import find_bodies
from trainer.drafting.dates import Setting, count_undated, find_events, setting_of
from trainer.drafting.entries import (
    Dated,
    Named,
    Names,
    body_entries,
    person_entries,
    work_entries,
)
from trainer.drafting.names import (
    Sort,
    find_mentions,
    grouped,
    may_be_office,
    sorted_names,
)
from trainer.drafting.pages import one_token, read_pages, segmentation_of
from trainer.drafting.votes import find_votes
from trainer.drafting.yaml_text import entries_text, mapping_text
from trainer.errors import ContentError, UsageError
from trainer.telling import Tell, in_silence
from trainer.text.fingerprints import fingerprint
from trainer.text.paragraphs import is_heading
from trainer.text.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from trainer.chapters.record import Chapter
    from trainer.drafting.entries import Entry
    from trainer.drafting.names import Group
    from trainer.drafting.pages import Page
    from trainer.drafting.reading import Source
    from trainer.text.paragraphs import Segmentation

_MOST_OFFICES = 12
_ROUNDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the author says of the chapter; what is None is told by the text."""

    title: str | None = None
    work: str | None = None
    author: str | None = None
    year: int | None = None
    calendar: Calendar = Calendar.GREGORIAN


@dataclass(slots=True)
class Draft:
    """The entries of each file, and what is to be told.

    Attributes:
        chapter: what `chapter.yaml` says.
        entries: by file name.
        proposals: what only the author can decide, each a sentence.
        remarks: what the author should know of the reading.
        dropped: finds that the text did not prove, by their ids.
    """

    chapter: dict[str, Any]
    entries: dict[str, list[Entry]]
    fingerprint: str
    proposals: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    dropped: list[str] = field(default_factory=list)

    def count(self, file: str, **values: str) -> int:
        """Return how many entries a file has, or those with given values."""
        return sum(
            all(entry.get(key) == value for key, value in values.items())
            for entry in self.entries[file]
        )

    def texts(self, source: str, schemas: str) -> dict[str, str]:
        """Return the text of each file by name.

        Args:
            source: the name of the file that it was made from.
            schemas: the path from the chapter's folder to the schemas.
        """
        return {name: text for name, (text, _) in self._written(source, schemas).items()} | {
            "text.json": self.fingerprint
        }

    def _written(self, source: str, schemas: str) -> dict[str, tuple[str, list[int]]]:
        head = _head("chapter", schemas)
        notice = f"# A draft made from {source}: put right what is wrong here.\n"
        found: dict[str, tuple[str, list[int]]] = {
            "chapter.yaml": (f"{head}{notice}{mapping_text(self.chapter)}", [])
        }
        for name, entries in self.entries.items():
            if not entries:
                continue
            lead = f"{_head(name.removesuffix('.yaml'), schemas)}{_NOTICE}"
            if name == "persons.yaml" and self.proposals:
                lead += "#\n# For you to decide:\n"
                lead += "".join(f"# - {proposal}\n" for proposal in self.proposals)
            text, begin = entries_text(entries)
            at = (lead + "\n").count("\n")
            found[name] = (f"{lead}\n{text}", [line + at for line in begin])
        return found


_NOTICE = (
    "# Drafts: nothing is asked of them. Read each beside its passage, put it right, and take `status: draft` out;\n"
    "# or delete it. What stands in “…” is a few words of the text: put it in your own.\n"
)


def _head(name: str, schemas: str) -> str:
    return f"# yaml-language-server: $schema={schemas}/{name}.schema.json\n"


def draft_chapter(
    source: Source,
    about: About,
    *,
    name: str,
    segmentation: Segmentation | None = None,
    tell: Tell = in_silence,
) -> Draft:
    """Return the draft of a chapter.

    Args:
        source: the text.
        about: what is known of it.
        name: of the file, for a text that has no title.
        segmentation: how its paragraphs are told apart; told by the text unless given.
        tell: is told what is done next, as a clause; a long text takes a while.

    Raises:
        UsageError: the text tells no year, and none is given.
    """
    rule = segmentation or segmentation_of(source.text)
    pages = read_pages(source.text, rule)
    tell(f"reading the dates of {counted(len(pages), 'paragraph')}")
    title = about.title or source.title or _title_of(pages) or name
    setting = setting_of(pages, title=title, year=about.year, calendar=about.calendar)
    if setting is None:
        raise UsageError(
            "the text tells no year", mend="say in which year its dates are: --year 1888"
        )
    tell("looking for names")
    mentions = find_mentions(pages)
    groups = grouped(mentions)
    sorts = sorted_names(groups)
    draft = Draft(
        chapter=_chapter_entry(source, about, title, setting, rule),
        entries={},
        fingerprint=fingerprint(source.text, rule.value).to_json(),
    )
    people, proposals = cluster(groups, sorts)
    names, named = Names(), Named()
    persons = person_entries(people, names, named)
    bodies = body_entries(find_bodies(groups, sorts), names, named)
    person_ids = {
        printed: entry["id"]
        for person, entry in zip(people, persons, strict=True)
        for printed in dict.fromkeys((*person.names, *(m.text for m in person.mentions)))
    }
    tell("looking for votes and figures")
    dates = find_events(pages, setting)
    by_number = {page.number: page for page in pages}
    dated = Dated(by_number, names, named, person_ids)
    events, votes = dated.entries(dates, find_votes(pages, mentions))
    draft.entries = {
        "persons.yaml": persons,
        "organizations.yaml": bodies,
        "events.yaml": events,
        "votes.yaml": votes,
        "works.yaml": work_entries(pages, names),
    }
    draft.proposals = (*(one.text for one in proposals), *_offices(groups, sorts))
    draft.remarks = (*source.remarks, *_remarks(pages, setting, count_undated(pages, dates)))
    tell("proving each draft by the text")
    _keep_what_stands(draft, source.text)
    return draft


def _chapter_entry(
    source: Source, about: About, title: str, setting: Setting, rule: Segmentation
) -> dict[str, Any]:
    return {
        "title": title,
        "work": about.work or source.title or title,
        "author": about.author or source.author or "unknown",
        "year": setting.year,
        "calendar": setting.calendar.value,
        "format": 1,
        "version": "0.1",
        "licence": "not chosen yet",
        "segmentation": rule.value,
    }


def _title_of(pages: Sequence[Page]) -> str:
    """Return the first paragraph if it is as short as a heading."""
    first = pages[0].text.strip("#*_ ")
    return one_token(first) if is_heading(first) else ""


def _remarks(pages: Sequence[Page], setting: Setting, undated: int) -> list[str]:
    found = []
    if len(pages) == 1 and len(pages[0].text.split()) > 500:  # noqa: PLR2004 - two pages
        found.append(
            "the text is one paragraph: put an empty line between paragraphs, and evidence is easier to find"
        )
    if setting.fixed:
        found.append(
            f"dates without a year are taken to be of {setting.year} (--year says otherwise)"
        )
    else:
        found.append("dates without a year have that of the date before them")
    if undated:
        are = "is" if undated == 1 else "are"
        found.append(f"{counted(undated, 'date')} told by others (“that night”) {are} left to you")
    return found


def _offices(groups: Sequence[Group], sorts: Mapping[tuple[str, ...], Sort]) -> list[str]:
    """Propose as persons those who are known by an office: `the Reeve`, who does what people do."""
    found = []
    for group in groups:
        if sorts[group.words] not in {Sort.OFFICE, Sort.THING} or not may_be_office(group):
            continue
        pages = sorted({mention.page.number for mention in group.mentions})
        where = ", ".join(map(str, pages[:3]))
        found.append(f"the {group.text} may be a person known by an office: ¶ {where}")
    return found[:_MOST_OFFICES]


def _keep_what_stands(draft: Draft, text: str) -> None:
    """Take out of a draft what does not load or is not proved, until all is."""
    for _ in range(_ROUNDS):
        failing = _failing(draft, text)
        if not failing:
            return
        draft.dropped += sorted(failing)
        draft.entries = {
            name: [_without(entry, failing) for entry in entries if entry["id"] not in failing]
            for name, entries in draft.entries.items()
        }


def _without(entry: Entry, ids: set[str]) -> Entry:
    """Return an entry without what names something that is gone."""
    kept = dict(entry)
    if "people" in kept:
        kept["people"] = [one for one in kept["people"] if one["person"] not in ids]
    if "organizations" in kept:
        kept["organizations"] = [one for one in kept["organizations"] if one not in ids]
    if kept.get("organization") in ids:
        del kept["organization"]
    return {key: value for key, value in kept.items() if value not in ([], {})}


def _failing(draft: Draft, text: str) -> set[str]:
    """Return the ids of what does not load or is not proved."""
    with tempfile.TemporaryDirectory() as temporary:
        # The name of a chapter's folder is its id.
        folder = Path(temporary, "draft")
        folder.mkdir()
        written = draft._written("", "")  # noqa: SLF001 - its own module
        for name, (content, _) in written.items():
            folder.joinpath(name).write_text(content, encoding="utf-8")
        try:
            chapter = load_chapter(folder)
        except ContentError as error:
            return _at_fault(error, draft, written)
    return _unproved(chapter, text)


def _unproved(chapter: Chapter, text: str) -> set[str]:
    return {fact.fact for fact in prove(chapter, text).facts if not fact.proved}


def _at_fault(
    error: ContentError, draft: Draft, written: Mapping[str, tuple[str, list[int]]]
) -> set[str]:
    """Return the ids of the entries that problems lie in."""
    found: set[str] = set()
    for problem in error.problems:
        name = Path(problem.place.file).name if problem.place else ""
        if name not in draft.entries or problem.place is None:
            raise error
        begins = written[name][1]
        at = sum(line <= problem.place.line for line in begins) - 1
        found.add(draft.entries[name][max(at, 0)]["id"])
    return found
