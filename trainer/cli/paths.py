"""`trainer paths`: where things are kept."""

from __future__ import annotations

import os

from trainer.content import find_places, shipped_root
from trainer.study.paths import flags_file, log_file, settings_file


def paths() -> None:
    """Print where things are kept, one `name<tab>path` a line."""
    places = find_places(os.environ)
    print(f"shipped\t{shipped_root()}")
    print(f"library\t{places.library}")
    print(f"state\t{places.state}")
    print(f"log\t{log_file(places)}")
    print(f"flags\t{flags_file(places)}")
    print(f"settings\t{settings_file(places)}")
    print(f"cache\t{places.cache}")
