"""Word documents as paragraphs, by python-docx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.drafting.reading.archives import damaged, open_archive
from trainer.drafting.reading.decoding import clean
from trainer.drafting.reading.extra import missing
from trainer.drafting.reading.source import Source, of_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docx.document import Document
    from docx.table import Table


def read_docx(file: Path) -> Source:
    """Return the paragraphs of a document, rows of tables among them; notes and running heads are left out.

    Raises:
        TrainerError: the extra is missing, or the file is damaged, protected or too large.
    """
    try:
        import docx
        from docx.opc.exceptions import OpcError
    except ImportError as error:
        raise missing("a Word document", "python-docx") from error
    with open_archive(file):
        try:
            document = docx.Document(str(file))
            blocks = [clean(block) for block in _blocks(document)]
        except (OpcError, ValueError, KeyError, SyntaxError) as error:  # lxml's are SyntaxErrors
            raise damaged(file) from error
    about = document.core_properties
    return of_blocks(blocks, title=about.title or "", author=about.author or "")


def _blocks(document: Document) -> Iterator[str]:
    from docx.text.paragraph import Paragraph

    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from _rows(block)


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        # A cell that spans columns is told once.
        yield " ".join(dict.fromkeys(cell.text for cell in row.cells))
