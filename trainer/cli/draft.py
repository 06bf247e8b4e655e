"""`trainer draft`: from a text to the drafts of a chapter."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from trainer.chapters.naming import likely_name
from trainer.cli.diagnostics import ExitCode, narrate, tell_next_steps
from trainer.cli.patience import LONG_TEXT, tell_if_long
from trainer.content import find_places
from trainer.dates import Calendar
from trainer.telling import in_silence
from trainer.text.printable import printable

if TYPE_CHECKING:
    from trainer.drafting.drafting import Draft

_MOST = 12
# So many characters take some seconds.
_LONG = 300_000


def draft(
    text: Path,
    /,
    *,
    output: Annotated[Path | None, Parameter(name=["--output", "-o"])] = None,
    title: str | None = None,
    work: str | None = None,
    author: str | None = None,
    year: Annotated[int | None, Parameter(validator=Number(gte=-999, lte=2999))] = None,
    calendar: Calendar = Calendar.GREGORIAN,
) -> int:
    """Write the drafts of a chapter from a text: its dates, votes, figures, people, bodies and titles.

    Every entry says `status: draft` and where the text prints it. Nothing is asked of a draft.

    Parameters
    ----------
    text
        The text: txt, md or html; with the extra `draft` also pdf and docx; epub.
    output
        The folder of the new chapter, whose name becomes its id; if left out, one in your library with
        the name of the text.
    title
        What the chapter is called; as the text says if left out.
    work
        The book that it is a chapter of.
    author
        Who wrote the text.
    year
        The year of all dates that print none; if left out, told by the text.
    calendar
        In which the text counts its dates.
    """
    from trainer.chapters.starting import schemas_for
    from trainer.drafting.copies import remember_copy
    from trainer.drafting.drafting import About, draft_chapter
    from trainer.drafting.folders import check_folder, write_draft
    from trainer.drafting.reading import read_document

    places = find_places(os.environ)
    own = places.library / "data"
    folder = output or own / (likely_name(text.stem) or "my-chapter")
    check_folder(folder)
    tell_if_long(f"drafting from {text.name}", text, LONG_TEXT)
    source = read_document(text)
    about = About(title=title, work=work, author=author, year=year, calendar=calendar)
    tell = _tell if len(source.text) >= _LONG else in_silence
    made = draft_chapter(source, about, name=text.stem, tell=tell)
    files = write_draft(made, folder, text, schemas_for(folder.parent, places))
    remember_copy(places, folder, text)
    print(printable("".join(f"{line}\n" for line in _told(made, folder, files))), end="")
    known_as = folder.name if folder.parent == own else str(folder)
    tell_next_steps(*_next_steps(text, folder, known_as))
    return ExitCode.OK


def _tell(step: str) -> None:
    narrate(f"{step} …")


def _told(made: Draft, folder: Path, files: tuple[str, ...]) -> list[str]:
    """Say what was found, and what only the author can decide."""
    from trainer.text.plurals import counted

    votes = "votes.yaml"
    figures = made.count(votes, type="figure")
    found = [
        (counted(made.count("persons.yaml"), "person"), "persons.yaml"),
        (_bodies(made.count("organizations.yaml")), "organizations.yaml"),
        (counted(made.count("events.yaml"), "date"), "events.yaml"),
        (f"{counted(made.count(votes) - figures, 'vote')}, {counted(figures, 'figure')}", votes),
        (counted(made.count("works.yaml"), "title"), "works.yaml"),
    ]
    lines = [f"{folder}: a draft of “{made.chapter['title']}”"]
    lines += [f"  {name:<20} {what}" for what, name in found if name in files]
    lines += [f"  – {remark}" for remark in made.remarks]
    if made.dropped:
        lines.append(
            f"  – {counted(len(made.dropped), 'find')} left out, which the text does not prove"
        )
    if made.proposals:
        lines.append("for you to decide:")
        lines += [f"  – {proposal}" for proposal in made.proposals[:_MOST]]
    if len(made.proposals) > _MOST:
        lines.append(f"  – {len(made.proposals) - _MOST} more, in persons.yaml")
    return lines


def _bodies(count: int) -> str:
    return f"{count:,} {'body' if count == 1 else 'bodies'}"


def _next_steps(text: Path, folder: Path, known_as: str) -> tuple[str, ...]:
    from shlex import join

    return (
        f"say in {folder / 'chapter.yaml'} whose the text is",
        f"go through the drafts: {join(('trainer', 'confirm', known_as, '--text', str(text)))}",
        f"check it as often as you like: {join(('trainer', 'check', known_as, '--watch'))}",
        f"prove it: {join(('trainer', 'evidence', known_as, '--text', str(text), '--gaps'))}",
        f"read its questions: {join(('trainer', 'questions', known_as))}",
    )
