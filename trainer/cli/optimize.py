"""`trainer optimize`: the parameters of the schedule, fitted to the learner's own reviews."""

from __future__ import annotations

import os

from trainer.cli.diagnostics import narrate
from trainer.content import find_places
from trainer.text.plurals import counted


def optimize(*, dry_run: bool = False) -> None:
    """Fit the schedule to how you forget, from all that you have answered; this takes some minutes.

    It needs the extra `optimize` and some hundreds of reviews. The parameters are written to your settings if they tell your
    answers better than those in use; `trainer settings parameters --reset` goes back to the usual ones.

    Parameters
    ----------
    dry_run
        Only tell; leave the settings as they are.
    """
    from trainer.cli.opening import opened_store
    from trainer.cli.settings import write_setting
    from trainer.study.optimizing import fit, history_of
    from trainer.study.paths import settings_file
    from trainer.study.settings import BY_KEY
    from trainer.study.settings_text import toml

    places = find_places(os.environ)
    file = settings_file(places)
    with opened_store(places) as opened:
        history = history_of(opened.store.reviews())
    found = fit(history, opened.settings)
    narrate(
        f"{counted(found.reviews, 'review')}: off by {found.loss:.4f} with parameters fitted to you,"
        f" by {found.loss_before:.4f} with those in use (mean log loss)"
    )
    if found.loss >= found.loss_before:
        narrate("that is no better: the settings stay as they are")
        return
    print(f"parameters = {toml(list(found.parameters))}")
    if not dry_run:
        write_setting(file, BY_KEY["parameters"], list(found.parameters))
        narrate(f"written to {file}")
