"""`trainer draft`: from a text to the drafts of a chapter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from trainer.cli.diagnostics import ExitCode, narrate
from trainer.dates import Calendar
from trainer.text.printable import printable

if TYPE_CHECKING:
    from trainer.drafting.drafting import Draft

_MOST = 12


def draft(
    text: Path,
    /,
    *,
    output: Annotated[Path, Parameter(name=["--output", "-o"])],
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
        The folder of the new chapter, whose name becomes its id.
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
    from trainer.drafting.drafting import About, draft_chapter
    from trainer.drafting.folders import check_folder, write_draft
    from trainer.drafting.reading import read_document

    check_folder(output)
    source = read_document(text)
    about = About(title=title, work=work, author=author, year=year, calendar=calendar)
    made = draft_chapter(source, about, name=text.stem)
    files = write_draft(made, output, text)
    print(printable("".join(f"{line}\n" for line in _told(made, output, files))), end="")
    for line in _next_steps(text, output):
        narrate(line)
    return ExitCode.OK


def _told(made: Draft, output: Path, files: tuple[str, ...]) -> list[str]:
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
    lines = [f"{output}: a draft of “{made.chapter['title']}”"]
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


def _next_steps(text: Path, output: Path) -> tuple[str, ...]:
    from shlex import join

    return (
        "next: put chapter.yaml right; then go through the drafts, each beside its passage:",
        f"  {join(('trainer', 'confirm', str(output), '--text', str(text)))}",
        f"then: {join(('trainer', 'check', str(output)))}",
        f"and: {join(('trainer', 'evidence', str(output), '--text', str(text)))}",
    )
