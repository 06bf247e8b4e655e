from __future__ import annotations

import subprocess
import sys


def test_edit_distances_are_imported_only_when_something_is_misspelt() -> None:
    code = "import sys, trainer.answers.judging; print('rapidfuzz' in sys.modules, 'yaml' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "False"]
