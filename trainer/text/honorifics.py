"""Words that stand before the names of persons without being part of them."""

from __future__ import annotations

from trainer.text.words import words

ABBREVIATED_HONORIFICS = frozenset(
    words("mr mrs ms messrs dr prof gen col maj capt lt sgt sen rev hon gov st")
)
_HONORIFICS = ABBREVIATED_HONORIFICS | frozenset(
    words(
        "comrade comrades citizen citizeness miss madame mlle mme monsieur herr doctor professor general generalissimo "
        "marshal brigadier colonel major captain lieutenant ensign sergeant corporal admiral adm commander commissar "
        "prince princess king queen emperor empress kaiser tsar tsarina czar czarina sultan sheikh archduke marquis "
        "count countess baron baroness duke duchess lord lady sir dame esq president premier chancellor minister "
        "ambassador senator councillor deputy secretary chairman chairwoman mayor governor judge prosecutor father fr "
        "mother brother sister uncle aunt saint cardinal archbishop bishop pope rabbi reverend"
    )
)
_HONORIFICS = ABBREVIATED_HONORIFICS | frozenset(
    words(
        "comrade comrades citizen citizeness miss doctor professor general colonel major captain lieutenant sergeant "
        "admiral commander commissar prince princess king queen emperor empress tsar czar count countess baron "
        "baroness duke duchess lord lady sir dame president premier minister ambassador senator deputy secretary "
        "chairman mayor governor judge prosecutor father mother brother sister uncle aunt saint bishop pope rabbi "
        "reverend"
    )
)


def is_honorific(word: str) -> bool:
    """Tell whether a word is one, in any case of letters, without its full stop."""
    return word.casefold() in _HONORIFICS
