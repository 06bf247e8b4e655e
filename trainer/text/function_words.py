"""Words of English grammar and argument, which tell how a sentence hangs together and name nothing."""

from __future__ import annotations

from trainer.text.words import words

ARTICLES = frozenset({"a", "an", "the"})
FUNCTION_WORDS = frozenset(
    words("""
    a an the this that these those such same other another each every either neither both all any some none no
    not only even just still yet also too again once never always often ever now then there here thus hence
    so therefore already however moreover furthermore nevertheless nonetheless notwithstanding otherwise meanwhile
    besides instead indeed perhaps maybe certainly and or but nor for if unless although though while whereas
    because since as until till before after when whenever where wherever whether why how what whatever which
    whichever who whoever whom whose than like unlike of in on at to by from with within without into onto upon
    over under above below between among against about across along around behind beside beyond despite
    during except inside near off out outside past per through throughout toward towards up down via
    i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself
    yourself himself herself itself ourselves themselves one somebody someone something anybody anyone anything
    nobody nothing everybody everyone everything is are was were am be been being do does did have has had
    having can could may might must shall should will would let
    yes oh ah well please more most much many less least few fewer several enough very quite rather almost
    today yesterday tomorrow soon later earlier ago apart due owing albeit lest afterwards next last
    best worst further furthest farthest therein thereby thereupon therefrom whereupon hardly scarcely
    """)
)
"""Folded; the parts of a contraction apart from its ending, such as `it` of `it's`."""
