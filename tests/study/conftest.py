from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from tests.study.logs import in_memory

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: thousands of answers are waited for until they are on the disk."""
    with TemporaryDirectory(dir=in_memory(tmp_path)) as folder:
        yield Path(folder)
