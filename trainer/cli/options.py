"""Options that commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

from cyclopts import Parameter
from cyclopts.validators import Number

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from trainer.questions.question import Form

Count: TypeAlias = Annotated[int, Parameter(name=["--count", "-n"])]

# The log keeps it as an integer of 64 bits.
Seed: TypeAlias = Annotated[int | None, Parameter(validator=Number(gte=-(2**63), lt=2**63))]

# What is asked where no deck is named.
DEFAULT_DECK = "first-steps"


def forms_named(names: str, known: AbstractSet[Form]) -> frozenset[Form]:
    """Return the forms that a list such as "typed,date" names.

    Raises:
        UsageError: one of them is not known.
    """
    from trainer.errors import UsageError

    by_name = {form.value: form for form in known}
    found = [name.strip().lower() for name in names.split(",")]
    for name in found:
        if name not in by_name:
            raise UsageError(
                f"--form {name}: there is no such form to ask in",
                mend=f"name one or more of {', '.join(sorted(by_name))}, parted by commas",
            )
    return frozenset(by_name[name] for name in found)
