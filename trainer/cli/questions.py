"""`trainer questions`: every question that a deck or chapter yields."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from trainer.cli.diagnostics import narrate, narrate_progress
from trainer.cli.options import forms_named
from trainer.content import find_places
from trainer.questions.distance import Distance
from trainer.questions.question import Form, Kind

if TYPE_CHECKING:
    from trainer.decks.opening import OpenedDeck


def questions(
    deck: str,
    /,
    *,
    kind: Kind | None = None,
    form: str | None = None,
    seed: int = 0,
    distance: Distance = Distance.NEAR,
    json: bool = False,
) -> None:
    """Print every question that a deck or chapter yields.

    Parameters
    ----------
    deck
        The id or path of a deck or chapter.
    kind
        Only questions of this kind.
    form
        Only questions in these forms, parted by commas: choice, typed, date, number, cloze, order,
        match, recall.
    seed
        The same seed gives the same questions.
    distance
        Where wrong options mostly come from: far (other phases of the chapter) or near (neighbours, confusables).
    json
        Print one JSON object a line instead of text.
    """
    forms = frozenset(Form) if form is None else forms_named(form, frozenset(Form))
    from trainer.decks.opening import open_deck
    from trainer.questions.showing import as_json_line, as_text

    opened = open_deck(
        deck,
        find_places(os.environ),
        seed=seed,
        distance=distance,
        tell=narrate,
        tell_progress=narrate_progress,
    )
    write = as_json_line if json else as_text
    asked = [
        each
        for each in opened.questions
        if (kind is None or each.kind is kind) and each.form in forms
    ]
    if not asked:
        narrate(_nothing(opened, deck))
    for question in asked:
        print(write(question))


def _nothing(opened: OpenedDeck, name: str) -> str:
    """Return why nothing is printed, and what would be."""
    if not opened.questions:
        from trainer.decks.emptiness import nothing_asked

        return str(nothing_asked(opened, name))
    kinds = ", ".join(sorted({each.kind for each in opened.questions}))
    forms = ", ".join(sorted({each.form for each in opened.questions}))
    return f"{opened.id} yields no such questions – it has the kinds {kinds} and the forms {forms}"
