"""Invented texts, and what is drafted from them."""

from __future__ import annotations

from textwrap import dedent

from trainer.drafting.drafting import About, Draft, draft_chapter
from trainer.drafting.names import Sort, find_mentions, grouped, sorted_names
from trainer.drafting.pages import Page, read_pages
from trainer.drafting.reading import Source
from trainer.text.paragraphs import Segmentation

CANAL = dedent("""\
    The Canal at Wexley

    In the spring of 1871 the farmers of the valley asked Parliament for a canal. Sir George Hartnell, who owned the
    lower meadows, and his steward, William Pike, drew up the bill. The House voted on June 12th, 1871: 215 to 167.

    The company was founded on the 3rd of August. Mrs. Eliza Crowe became its treasurer. Hartnell was chairman until his
    death in 1879.

    Work began on Monday, 3 March 1873. Two weeks later the first wall fell and killed four men. A committee of inquiry
    sat from 20 March to 2 April; by a vote of six to three, with two abstaining, it blamed the contractor. In the same
    month Pike resigned. “The Ditch”, an article by Crowe, appeared on 5 May.

    At the election of 1880 Crowe received 88 votes, Finch 61 and Pike 12. The recount was refused unanimously. The canal
    carried 40,000 tons of coal in 1881. Hartnell, said Crowe, had been right. Finch said nothing.
    """)


def pages_of(text: str) -> tuple[Page, ...]:
    return read_pages(text, Segmentation.BLANK_LINE)


def drafted(text: str, **about: object) -> Draft:
    return draft_chapter(Source(text), About(**about), name="text")  # type: ignore[arg-type]


def people_of(text: str) -> set[str]:
    groups = grouped(find_mentions(pages_of(text)))
    sorts = sorted_names(groups)
    return {group.text for group in groups if sorts[group.words] is Sort.PERSON}
