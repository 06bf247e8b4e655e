"""One closed grammar of dates as people write them in English: for finding, drafting and judging alike.

What it reads, over folded words, so that line ends, `twenty- second` and the shape of quotes and dashes do not
matter (`[x]` may be left out, `(x)*` may be repeated; numbers in words as in `trainer.text.numerals`):

    date     = chain | relative | span
    chain    = ["from" | "between" | "some time in"] node (joint node)* ["on"] [calendar]
    node     = ["until" | "since"] point ["or earlier" | "or later"]
    joint    = "-" | "to" | "until" | "," | "and" | "or"                          a range or a list
             | "/" point | "[" point "]" ["of" month] [year]                      one day in two calendars
    point    = lead day-of-month [calendar] [year] [time of day]                  third of May; May 3rd, 1871 (O.S.)
             | lead ["the month of"] month [year]                                 in May of 1871
             | lead season [year] | lead ["the year"] year | lead decade | lead ordinal "century" [era]
             | weekday [time of day] | day | figures                              Monday evening; the third; 3.5.1871; 3.V.1871
    lead     = ["about" | "perhaps" | "perhaps about"] ["early" | "mid" | part "of"] [time of day "of"]
    day-of-month = [weekday] day ["of"] month | [weekday] month day
    day      = ordinal | 1 to 31
    year     = four figures | figures era | "'" two figures | "nineteen hundred and five" | "nineteen seventeen"
    relative = [count] unit ("later" | "before" | "after" | "ago")                three days later, weeks before
             | ["the"] ("next" | "following" | "previous" | "same") [count] unit  the very next evening
             | "that" unit | "the" unit ("before" | "after") | "last" unit        that night, the day before
             | "yesterday" | "the eve" ["of"] | "on the day" clause | part "of the" unit
    span     = count unit                                                         twenty-two days, a month or two
    count    = number | number "or" number | "a" | "half a" | "several"

The words are in `vocabulary`, the rules in `points`, `chains` and `relative`; what stands alone and might be a name
or a number is judged by what stands around it (`context`). What can be read in two ways (03/04/1901) says so, and
what is not told stays open: `resolve` fills it in from what the caller knows.

Not read: times by the clock, feasts ("Easter Monday"), regnal years, weekdays within a month ("the first Monday in
May"), ordinals in the manner of "2d", and vague words alone ("later", "in those days").
"""

from __future__ import annotations

from trainer.dates.written.finding import find_dates
from trainer.dates.written.model import (
    Ambiguous,
    DateList,
    Direction,
    Dual,
    Part,
    Point,
    Range,
    Reading,
    Relative,
    Season,
    Span,
    TimeOfDay,
    Unit,
    WrittenDate,
)
from trainer.dates.written.reading import NoDate, read_date
from trainer.dates.written.resolving import resolve

__all__ = [
    "Ambiguous",
    "DateList",
    "Direction",
    "Dual",
    "NoDate",
    "Part",
    "Point",
    "Range",
    "Reading",
    "Relative",
    "Season",
    "Span",
    "TimeOfDay",
    "Unit",
    "WrittenDate",
    "find_dates",
    "read_date",
    "resolve",
]
