"""What a document holds, once it is read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """The plain text of a document.

    Attributes:
        text: its paragraphs; of every format but plain text with an empty line between them.
        title: as the document itself names it; "" where it does not.
        author: the same.
        remarks: what was left out or could not be told, each a clause for the reader.
    """

    text: str
    title: str = ""
    author: str = ""
    remarks: tuple[str, ...] = ()


def of_blocks(
    blocks: list[str], *, title: str = "", author: str = "", remarks: tuple[str, ...] = ()
) -> Source:
    """Return a source of paragraphs, each made one line."""
    lines = (" ".join(block.split()) for block in blocks)
    text = "\n\n".join(line for line in lines if line)
    return Source(text, " ".join(title.split()), " ".join(author.split()), remarks)
