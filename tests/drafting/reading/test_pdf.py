from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.drafting.reading import read_document

if TYPE_CHECKING:
    from pathlib import Path


def pdf(pages: list[list[str]]) -> bytes:
    """Return a PDF that prints lines of plain letters."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        drawn = "".join(f"({line}) Tj T* " for line in lines)
        content = f"BT /F1 10 Tf 12 TL 50 700 Td {drawn}ET"
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    return out


def test_lines_are_joined_and_running_heads_left_out(tmp_path: Path) -> None:
    head = "THE HARBOUR LAMP"
    pages = [
        [
            head,
            "The lamp on the quay went out in the winter of that year, and the har-",
            "bour was dark.",
            "1",
        ],
        [
            head,
            "On 3 May 1900 Captain Tolley called the neighbours together in the old",
            "chapel.",
            "2",
        ],
        [
            head,
            "Nobody who was there has ever told the whole of what was said, and the",
            "rest is lost.",
            "3",
        ],
    ]
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(pages))
    source = read_document(file)
    assert source.text.split("\n\n") == [
        "The lamp on the quay went out in the winter of that year, and the harbour was dark.",
        "On 3 May 1900 Captain Tolley called the neighbours together in the old chapel.",
        "Nobody who was there has ever told the whole of what was said, and the rest is lost.",
    ]
    assert any("left out" in remark for remark in source.remarks)
