from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from trainer.chapters.fingerprints import FILE_NAME, read_fingerprint, write_fingerprint
from trainer.errors import TrainerError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_fingerprint_is_kept_beside_the_record(tmp_path: Path) -> None:
    assert read_fingerprint(tmp_path) is None
    made = write_fingerprint(tmp_path, "One.\nTwo.\n", "lines")
    assert read_fingerprint(tmp_path) == made


def test_a_damaged_fingerprint_names_its_file(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("{", encoding="utf-8")
    with pytest.raises(TrainerError, match="damaged – delete it"):
        read_fingerprint(tmp_path)
