from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import docx
import pypdf
import pytest

from trainer.drafting.reading import read_document
from trainer.drafting.reading.opening import LONGEST
from trainer.errors import NotFoundError, TrainerError

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, name: str, content: str | bytes) -> Path:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_a_text_is_read_whatever_its_line_ends_and_marks(
    tmp_path: Path, encoding: str, end: str
) -> None:
    file = written(tmp_path, "a.txt", f"Ärger{end}{end}Zwei".encode(encoding))
    assert read_document(file).text == "Ärger\n\nZwei"


def test_controls_are_spaces_and_what_is_not_seen_is_gone(tmp_path: Path) -> None:
    file = written(tmp_path, "a.txt", "A\x1b[31mb Lind\u200bgren \u202etxt\u00ad.")
    assert read_document(file).text == "A [31mb Lindgren txt."


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"...\n", b"\xef\xbb\xbf"])
def test_an_empty_file_says_so(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(NotFoundError, match="is empty"):
        read_document(written(tmp_path, "a.txt", content))


def test_another_encoding_is_told_by_its_place_and_its_mend(tmp_path: Path) -> None:
    file = written(tmp_path, "a.txt", "One\nTwo é".encode("cp1252"))
    with pytest.raises(TrainerError, match=r"a\.txt:2:5: .*0xe9.*iconv"):
        read_document(file)


@pytest.mark.parametrize(
    "content", [bytes(range(256)), b"\x89PNG\r\n\x1a\n\0\0", b"PK\x03\x04rest"]
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(TrainerError, match=r"no text|archive"):
        read_document(written(tmp_path, "a.txt", content))


def test_a_library_of_a_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match="split it"):
        read_document(written(tmp_path, "a.txt", "word " * (LONGEST // 5 + 1)))


@pytest.mark.parametrize("name", ["a.doc", "a.odt", "a.rtf"])
def test_other_formats_say_what_to_save_instead(tmp_path: Path, name: str) -> None:
    with pytest.raises(TrainerError, match="save it as"):
        read_document(written(tmp_path, name, "x"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="cannot read"):
        read_document(tmp_path / "a.txt")


def test_a_page_is_read_without_what_nobody_reads(tmp_path: Path) -> None:
    page = """<html><head><title>T &amp; U</title><meta name=author content="N. Carew"><style>p {}</style></head>
    <body><nav>Home</nav><h1>The Lamp</h1><p>On 3&nbsp;May<sup>2</sup> <b>Ann</b> Lee
    spoke.<p>Second<br>line<script>alert(1)</script><ul><li>one<li>two</ul><table><tr><td>a<td>b</table>"""
    source = read_document(written(tmp_path, "a.html", page))
    assert source.text.split("\n\n") == [
        "The Lamp",
        "On 3 May[2] Ann Lee spoke.",
        "Second line",
        "one",
        "two",
        "a b",
    ]
    assert (source.title, source.author) == ("The Lamp", "N. Carew")


def test_a_page_names_its_own_encoding(tmp_path: Path) -> None:
    page = '<meta charset="windows-1252"><p>caf\u00e9'.encode("cp1252")
    assert read_document(written(tmp_path, "a.html", page)).text == "café"


def test_markdown_loses_its_signs(tmp_path: Path) -> None:
    text = (
        "---\ntitle: The Lamp\n---\n# One #\nA [link](http://x.y/1900) and **bold**\nword.[^1]\n\n- item\n- *Title*\n\n"
        "> said\n\n[^1]: A note.\n[ref]: http://x.y\n<!-- gone -->\n| a | b |\n|---|---|\n| c | d |\n"
    )
    source = read_document(written(tmp_path, "a.md", text))
    assert source.title == "The Lamp"
    assert source.text.split("\n\n") == [
        "One",
        "A link and bold word.[1]",
        "item",
        "*Title*",
        "said",
        "[1] A note.",
        "a b",
        "c d",
    ]


def book(folder: Path, pages: dict[str, str]) -> Path:
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>'
        for name in pages
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in pages)
    file = folder / "a.epub"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "META-INF/container.xml",
            '<container><rootfiles><rootfile full-path="O/p.opf"/></rootfiles></container>',
        )
        archive.writestr(
            "O/p.opf",
            f"<package><metadata><dc:title>The Lamp</dc:title><dc:creator>N. Carew</dc:creator></metadata>"
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
        )
        for name, page in pages.items():
            archive.writestr(f"O/{name}.xhtml", page)
    return file


def test_a_book_is_read_in_its_order(tmp_path: Path) -> None:
    source = read_document(book(tmp_path, {"b": "<p>First.</p>", "a": "<p>Second.</p>"}))
    assert source.text == "First.\n\nSecond."
    assert (source.title, source.author) == ("The Lamp", "N. Carew")


def test_entities_of_a_hostile_book_are_not_expanded(tmp_path: Path) -> None:
    page = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><p>&b; May 1900</p>'
    assert len(read_document(book(tmp_path, {"a": page})).text) < 100


@pytest.mark.parametrize("name", ["a.epub", "a.docx", "a.pdf"])
def test_a_damaged_document_says_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(TrainerError, match="damaged"):
        read_document(written(tmp_path, name, b"PK\x03\x04 nothing"))


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.epub"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(21):
            archive.writestr(str(number), bytes(10_000_000))
    with pytest.raises(TrainerError, match="unpacks to"):
        read_document(file)


def test_a_word_document_is_read_with_its_tables(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "The Lamp"
    document.add_paragraph("On 3 May 1900 Ann Lee spoke.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Lee", "12"
    document.add_paragraph("It ended.")
    document.save(str(tmp_path / "a.docx"))
    source = read_document(tmp_path / "a.docx")
    assert source.text == "On 3 May 1900 Ann Lee spoke.\n\nLee 12\n\nIt ended."
    assert source.title == "The Lamp"


def test_a_pdf_without_letters_says_how_to_get_them(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(tmp_path / "a.pdf")
    with pytest.raises(TrainerError, match="ocrmypdf"):
        read_document(tmp_path / "a.pdf")


def test_a_locked_pdf_says_so(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    with pytest.raises(TrainerError, match="password"):
        read_document(tmp_path / "a.pdf")
