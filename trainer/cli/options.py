"""Options that commands share."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from cyclopts import Parameter
from cyclopts.validators import Number

Count: TypeAlias = Annotated[int, Parameter(name=["--count", "-n"])]

# The log keeps it as an integer of 64 bits.
Seed: TypeAlias = Annotated[int | None, Parameter(validator=Number(gte=-(2**63), lt=2**63))]

# What is asked where no deck is named.
DEFAULT_DECK = "first-steps"
