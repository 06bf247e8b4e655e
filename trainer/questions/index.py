"""A chapter arranged for looking things up, so that making a question never scans all the facts."""

from __future__ import annotations

from functools import cached_property

from trainer.questions.activity import Activity
from trainer.questions.indexes.answers import Answers
from trainer.questions.indexes.deeds import Deeds
from trainer.questions.indexes.lives import Lives
from trainer.questions.indexes.names import Names
from trainer.questions.indexes.statements import Statements
from trainer.questions.indexes.texts import Texts
from trainer.questions.indexes.times import Times
from trainer.questions.indexes.votes import Votes
from trainer.questions.links import Links


class Index(Answers, Deeds, Lives, Names, Statements, Texts, Times, Votes):
    """Everything about one chapter that families ask for; what is not needed is not built.

    Each base looks up one sort of thing, in a module of its own in `indexes/`.
    """

    @cached_property
    def activity(self) -> Activity:
        """Who was about at a time, and what they did then."""
        return Activity(self)

    @cached_property
    def links(self) -> Links:
        """What led to what, and what went back on what."""
        return Links(self.chapter.facts())
