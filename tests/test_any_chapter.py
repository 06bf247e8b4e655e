"""The program works for any chapter: nothing in it knows the one that ships."""

from __future__ import annotations

import re
from pathlib import Path

import trainer

PACKAGE = Path(trainer.__file__).parent
CONTENT = "_content"  # what ships, as a wheel has it
OF_THE_FIRST_CHAPTER = re.compile(r"1917|lenin|soviet", re.IGNORECASE)


def test_no_module_names_what_the_first_chapter_is_about() -> None:
    told = [
        f"{file.relative_to(PACKAGE)}:{number}: {line.strip()}"
        for file in sorted(PACKAGE.rglob("*"))
        if file.is_file() and not {"__pycache__", CONTENT} & {*file.relative_to(PACKAGE).parts}
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if OF_THE_FIRST_CHAPTER.search(line)
    ]
    assert told == []
