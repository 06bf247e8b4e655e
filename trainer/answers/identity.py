"""Who or what a name means, whatever was asked: somebody, not certain whom, or nobody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from trainer.answers.typed_names import Likeness


class Vagueness(Enum):
    """Why a name is too little to tell who or what is meant."""

    FIRST_NAME = "first name"
    SHARED = "shared"
    NEAR_SEVERAL = "near several"
    OTHER_FIRST_NAME = "other first name"
    ENDING = "ending"
    NUMBER = "number"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Named:
    """A fact of the chapter is meant, by its id."""

    id: str
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Vague:
    """It cannot be told for certain."""

    why: Vagueness


@dataclass(frozen=True, slots=True)
class Nobody:
    """No name of the chapter; `namesakes` bear it with another number."""

    namesakes: frozenset[str] = frozenset()


Identity: TypeAlias = Named | Vague | Nobody
