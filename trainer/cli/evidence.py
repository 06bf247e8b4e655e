"""`trainer evidence`: proves each fact of a chapter against its text."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.cli.diagnostics import ExitCode, complain, narrate
from trainer.content import find_chapter, find_places
from trainer.text.printable import printable

if TYPE_CHECKING:
    from trainer.chapters.evidence import EvidenceReport
    from trainer.chapters.gaps import GapReport
    from trainer.chapters.record import Chapter
    from trainer.text.fingerprints import TextFingerprint

# To prove more than these takes seconds.
_MANY_FACTS = 2_000


def evidence(
    chapter: str,
    /,
    *,
    text: Path,
    gaps: bool = False,
    details: bool = False,
    keep: bool = False,
    json: bool = False,
) -> int:
    """Prove each fact of a chapter against the text that it was taken from.

    Parameters
    ----------
    chapter
        The id or path of a chapter.
    text
        Your copy of the chapter's text: txt (UTF-8), md, html, epub; with the extra `draft` also pdf and docx.
    gaps
        Also list what the text prints and the record lacks: dates, numbers, titles, names, paragraphs without a fact.
    details
        Also name each value that was corrected, derived or not judged, with its reason.
    keep
        If all is proved, keep a fingerprint of this text in the chapter's folder (text.json), by which other
        copies of it, with other line breaks or without its heading, find the same paragraphs.
    json
        Print one JSON object instead of text.
    """
    from trainer.chapters.cache import open_chapter
    from trainer.chapters.evidence import prove
    from trainer.chapters.fingerprints import read_fingerprint, write_fingerprint
    from trainer.drafting.reading import read_document

    places = find_places(os.environ)
    folder = find_chapter(chapter, places)
    record = open_chapter(folder, places.cache, narrate)
    copy = read_document(text).text
    # A text that is to be kept is the one in which the paragraphs were counted.
    fingerprint = None if keep else read_fingerprint(folder)
    facts = sum(1 for _ in record.facts())
    if facts > _MANY_FACTS:
        narrate(f"proving {facts:,} facts …")
    report = prove(record, copy, fingerprint=fingerprint, folder=str(folder))
    if keep and report.proved:
        write_fingerprint(folder, copy, record.segmentation)
    kept = _kept(report, folder) if keep else ""
    if gaps and facts > _MANY_FACTS:
        narrate("looking for what the text prints and the record lacks …")
    found = _gaps(record, copy, fingerprint, folder) if gaps else None
    if json:
        from json import dumps

        plain = report.as_dict() | ({"gaps": found.as_dict()} if found else {})
        plain |= {"kept": report.proved} if keep else {}
        print(dumps(plain, ensure_ascii=False, indent=2))
    else:
        print(printable(report.as_text(details=details)), end="")
        if found:
            print(printable(found.as_text()), end="")
        print(printable(kept), end="")
        complain(report.problems)
    complete = found is None or found.complete
    return ExitCode.OK if report.proved and complete else ExitCode.FAILURE


def _kept(report: EvidenceReport, folder: Path) -> str:
    """Return whether a fingerprint of the text is kept, and why not."""
    from trainer.chapters.fingerprints import FILE_NAME
    from trainer.text.plurals import counted

    if report.proved:
        return f"the text's fingerprint is kept in {folder / FILE_NAME}\n"
    failed = sum(not fact.proved for fact in report.facts)
    are = "is" if failed == 1 else "are"
    return f"the text's fingerprint is not kept: {counted(failed, 'fact')} {are} not proved\n"


def _gaps(
    record: Chapter, copy: str, fingerprint: TextFingerprint | None, folder: Path
) -> GapReport:
    from trainer.chapters.gaps import find_gaps

    return find_gaps(record, copy, fingerprint=fingerprint, folder=str(folder))
