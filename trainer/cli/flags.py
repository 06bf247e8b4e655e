"""`trainer flags`: what the learner holds for wrong, for the author of the chapter."""

from __future__ import annotations

import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from trainer.cli.diagnostics import narrate
from trainer.content import find_chapter, find_places
from trainer.errors import TrainerError
from trainer.text.plurals import counted
from trainer.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.record import Chapter
    from trainer.content import Places
    from trainer.study.flags import Flag


def flags(
    chapter: str | None = None,
    /,
    *,
    output: Annotated[Path | None, Parameter(name=["--output", "-o"])] = None,
    json: bool = False,
) -> None:
    """List the questions that you have flagged, each with the place of its fact, to be read or sent to the author.

    Parameters
    ----------
    chapter
        The id of a chapter; all if left out.
    output
        The file to write; what is flagged is printed if left out.
    json
        Write one JSON list instead of text.
    """
    from trainer.files import write_atomically
    from trainer.study.flags import read_flags
    from trainer.study.paths import flags_file

    places = find_places(os.environ)
    found = [
        each
        for each in read_flags(flags_file(places))
        if chapter is None or each.chapter == chapter
    ]
    if json:
        from json import dumps

        text = dumps([*_as_data(found, places)], ensure_ascii=False, indent=2) + "\n"
    else:
        text = "\n".join(_as_text(each) for each in _as_data(found, places))
    if output is not None:
        write_atomically(output, text)
        narrate(f"{output}: {counted(len(found), 'flagged question')} – send it to the author")
    else:
        print(text, end="")
        if not found:
            narrate(
                "nothing is flagged – `trainer flag QUESTION --reason TEXT` notes that one is wrong"
            )


def _as_data(flags: list[Flag], places: Places) -> Iterator[dict[str, Any]]:
    """Yield each flag with the places of its facts, `FILE:LINE:COLUMN` within the chapter's folder, or null."""
    from trainer.study.flags import sources_of, still_asked

    chapters = {name: chapter_if_there(name, places) for name in {flag.chapter for flag in flags}}
    asked = {
        question
        for name, chapter in chapters.items()
        if chapter is not None
        for question in still_asked([flag for flag in flags if flag.chapter == name], chapter)
    }
    for flag in flags:
        chapter = chapters[flag.chapter]
        facts = [
            {"fact": name, "place": f"{at.file}:{at.line}:{at.column}" if at else None}
            for name, at in (
                sources_of(flag, chapter) if chapter else ((f, None) for f in flag.facts)
            )
        ]
        yield {
            **asdict(flag),
            "facts": facts,
            "changed_since": chapter is None or chapter.digest != flag.digest,
            "still_asked": flag.question in asked,
        }


def chapter_if_there(name: str, places: Places) -> Chapter | None:
    """Open a chapter; None where it is gone or broken: what is flagged is told all the same."""
    from trainer.chapters.cache import open_chapter

    try:
        return open_chapter(find_chapter(name, places), places.cache)
    except TrainerError:
        return None


def _as_text(flag: dict[str, Any]) -> str:
    """Return a flag as lines, the first of them as compilers name places, so that editors go there."""
    (first, *others) = flag["facts"] or [{"fact": flag["question"], "place": None}]
    where = f"{flag['chapter']}/{first['place']}" if first["place"] else flag["chapter"]
    lines = [f"{where}: {first['fact']}: {flag['reason']}"]
    lines += [f"  also {each['place'] or 'gone'}: {each['fact']}" for each in others]
    lines.append(f"  {flag['question']}")
    if flag["prompt"]:
        lines.append(f"  {flag['prompt']}")
    lines += [f"  {'*' if text == flag['key'] else '-'} {text}" for text in flag["options"]]
    if flag["key"] not in flag["options"] and flag["key"]:
        lines.append(f"  = {flag['key']}")
    changed = ", which has changed since" if flag["changed_since"] else ""
    gone = "" if flag["still_asked"] else ": the question is no longer there"
    lines.append(f"  flagged on {flag['day']} in version {flag['version']}{changed}{gone}")
    return "".join(f"{' ' * (len(line) - len(line.lstrip()))}{one_line(line)}\n" for line in lines)
