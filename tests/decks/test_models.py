from __future__ import annotations

import pytest
from pydantic import ValidationError

from trainer.decks.models import SelectEntry


def test_a_deck_names_each_chapter_once() -> None:
    assert SelectEntry.model_validate({"chapters": ["lane", "mill"]}).chapters == ["lane", "mill"]
    with pytest.raises(ValidationError, match="the chapter lane stands twice"):
        SelectEntry.model_validate({"chapters": ["lane", "mill", "lane"]})
