"""`trainer confirm`: a chapter's drafts, one by one beside the text."""

from __future__ import annotations

from pathlib import Path


def confirm(chapter: str, /, *, text: Path | None = None) -> int:
    """Go through the drafts of a chapter: accept, edit, merge, split or discard each, beside its passage.

    Every step is saved at once and can be taken back; what is left waits for the next time.

    Parameters
    ----------
    chapter
        The id or path of a chapter.
    text
        Your copy of the chapter's text, to show the passages: txt (UTF-8), md, html, epub; with the extra `draft`
        also pdf and docx.
    """
    from trainer.cli.terminal import open_app
    from trainer.errors import NotFoundError
    from trainer.tui.start import Confirm

    if text is not None and not text.is_file():
        raise NotFoundError(f"there is no file {text}", mend="name your copy of the text")
    return open_app(Confirm(chapter=chapter, text=text))
