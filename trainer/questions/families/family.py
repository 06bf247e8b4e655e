"""What a family of questions is: one card and one template in, the parts of a question out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar, Generic

from trainer.chapters.relations import dating_of
from trainer.questions.accepted import named_alone
from trainer.questions.draft import Ask, Choice, F, Pick, Recall, Refusal
from trainer.questions.explaining import explanation
from trainer.questions.nearness import (
    UNKNOWN,
    nearness_of_bodies,
    nearness_of_facts,
    nearness_of_persons,
)
from trainer.questions.question import Demand, Kind, OptionSource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Evidence
    from trainer.questions.clozes import Cloze
    from trainer.questions.question import Card, Sought


class Family(ABC, Generic[F]):
    """One way of asking for one aspect.

    One that is `by_request` asks for what nobody need know by heart, and is made only where a deck names it.

    A subclass says what it asks (`aspect`), in which words (`stems`), for what (`key`), where its distractors
    come from (`distractors`) and when one of them could be right after all (`may_be_right`).
    """

    template: ClassVar[str]
    aspect: ClassVar[str]
    kind: ClassVar[Kind]
    demand: ClassVar[Demand] = Demand.RECALL
    pick: ClassVar[Pick]
    gives_front: ClassVar[bool] = True
    # Whether it asks what happened, so that nothing uncertain may be its key.
    plain: ClassVar[bool] = True
    by_request: ClassVar[bool] = False
    # Whether its stem counts the options, so that none of them may be left out.
    offers_all: ClassVar[bool] = False
    # Whether its stem tells the date of the fact, so that the explanation need not tell it again.
    tells_date: ClassVar[bool] = False
    # Whether it is asked without options though it is no card's front.
    only_typed: ClassVar[bool] = False

    @property
    def asks_openly(self) -> bool:
        """Whether it can be asked without options."""
        return self.gives_front or self.only_typed

    def concerns(self, card: Card, fact: F) -> bool:  # noqa: ARG002  # for subclasses
        """Tell whether the card is one of this family's; what is not is no question withheld."""
        return True

    def unsuitable(self, ask: Ask[F]) -> str | None:  # noqa: ARG002  # for subclasses
        """Return why this card cannot be asked in this way, None if it can."""
        return None

    @abstractmethod
    def stems(self, ask: Ask[F]) -> tuple[str, ...]:
        """Return the wordings of the stem, of which the card's id chooses one."""

    @abstractmethod
    def key(self, ask: Ask[F]) -> Choice:
        """Return the right answer."""

    @abstractmethod
    def distractors(self, ask: Ask[F]) -> Iterable[Choice]:
        """Return what could be offered beside the key, in a bounded number."""

    def may_be_right(self, ask: Ask[F], choice: Choice) -> bool:  # noqa: ARG002
        """Tell whether the data fails to prove that a distractor is wrong."""
        return False

    def recall(self, ask: Ask[F]) -> Recall | Refusal:
        """Return the card's recall side, or why it has none; asked only of families that ask openly."""
        raise NotImplementedError

    def sought(self, ask: Ask[F], recall: Recall) -> Sought | None:
        """Return what the answer to the recall side is judged by, which also decides on its form.

        By default that is the key, if its name is the whole answer; None is a free text, graded by the learner.
        """
        key = self.key(ask).id
        return (key,) if named_alone(recall.answer, ask.index.facts.get(key)) else None

    def cloze(self, ask: Ask[F]) -> Cloze | Refusal | None:  # noqa: ARG002
        """Return the card as a sentence with a gap, or why it has none; None if the family asks for no gaps."""
        return None

    def precision(self, ask: Ask[F]) -> float:  # noqa: ARG002
        """Return how exact an answer is wanted, from 0 to 1."""
        return 0.3

    def nearness(self, ask: Ask[F], key: Choice, choice: Choice) -> float:
        """Return how near a choice lies to the key, from 0 to 1: what the distance draws by, and the difficulty counts.

        By default what comes from the fact itself is as near as can be, else persons lie near each other as persons
        do, bodies as bodies, and anything else as the fact that it comes from.
        """
        index, fact = ask.index, ask.fact
        if choice.source is OptionSource.SAME_FACT:
            return 1.0
        if choice.id in index.persons and key.id in index.persons:
            return nearness_of_persons(index, fact, key.id, choice.id)
        if choice.id in index.bodies and key.id in index.bodies:
            return nearness_of_bodies(index, fact, key.id, choice.id)
        return (
            nearness_of_facts(index, fact, index.facts[choice.facts[0]])
            if choice.facts
            else UNKNOWN
        )

    def explanation(self, ask: Ask[F]) -> str:
        """Return what the learner reads after answering."""
        dating = dating_of(ask.fact) if self.tells_date else None
        return explanation(ask.fact, ask.index, told=dating.date if dating else None)

    def evidence(self, ask: Ask[F]) -> tuple[Evidence, ...]:
        """Return where the chapter says so."""
        return ask.fact.evidence
