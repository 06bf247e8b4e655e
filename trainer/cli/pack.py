"""`trainer pack CHAPTER -o FILE`: a chapter as one file to give away."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from trainer.cli.diagnostics import narrate
from trainer.cli.patience import tell_if_long
from trainer.content import find_chapter, find_places
from trainer.errors import UsageError


def pack(
    chapter: str,
    /,
    *,
    output: Annotated[Path, Parameter(name=["--output", "-o"])],
) -> None:
    """Write a chapter as one file, which others put into their library with `trainer install`.

    It holds the record and the fingerprint of the text, never the text; the same chapter gives the same bytes.

    Parameters
    ----------
    chapter
        The id or path of a chapter.
    output
        The file to write; its name ends in .chapter.zip.
    """
    from trainer.files import write_atomically
    from trainer.sharing.package import SUFFIX, pack

    if not output.name.lower().endswith(SUFFIX):
        raise UsageError(f"{output} is no package", mend=f"give it a name that ends in {SUFFIX}")
    folder = find_chapter(chapter, find_places(os.environ))
    tell_if_long(f"reading {folder.name}", folder)
    package = pack(folder)
    write_atomically(output, package)
    narrate(
        f"{output}: {len(package):,} bytes – others put it in with: trainer install {output.name}"
    )
