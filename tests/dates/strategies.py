"""What Hypothesis may draw: days, calendars and EDTF texts."""

from __future__ import annotations

from hypothesis import strategies as st

from trainer.dates import Calendar, Date, day_number, from_day_number, make_date

# Days that have a name within -999 to 2999 in both calendars, and room to be shifted.
FIRST_DAY = day_number(-999, 4, 1, Calendar.JULIAN)
LAST_DAY = day_number(2999, 9, 30, Calendar.JULIAN)

calendars = st.sampled_from(Calendar)
day_numbers = st.integers(FIRST_DAY, LAST_DAY)
qualifications = st.sampled_from(["", "", "?", "~", "%"])


def write_year(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def day_text(number: int, calendar: Calendar) -> str:
    year, month, day = from_day_number(number, calendar)
    return f"{write_year(year)}-{month:02}-{day:02}"


@st.composite
def days(draw: st.DrawFn) -> Date:
    calendar = draw(calendars)
    return make_date(day_text(draw(day_numbers), calendar) + draw(qualifications), calendar)


@st.composite
def moment_texts(draw: st.DrawFn, first_year: int = -999, last_year: int = 2999) -> str:
    """Days 1 to 28 only, so that all of them exist in both calendars."""
    year = write_year(draw(st.integers(first_year, last_year)))
    month = f"-{draw(st.integers(1, 12)):02}"
    day = f"-{draw(st.integers(1, 28)):02}"
    form = draw(
        st.sampled_from(
            [
                year + month + day,
                year + month + day,
                year + month,
                year,
                year + "-XX",
                year + "-XX-XX",
                year + month + "-XX",
                year[:-1] + "X",
                year[:-2] + "XX",
            ]
        )
    )
    return form + draw(qualifications)


@st.composite
def dates(draw: st.DrawFn, first_day: int = FIRST_DAY, last_day: int = LAST_DAY) -> Date:
    """Any date at all: moments, intervals in one calendar or across both, open ends, sets."""
    calendar = draw(calendars)
    shape = draw(st.sampled_from(["moment", "interval", "across", "open", "set"]))
    if shape == "moment":
        years = (from_day_number(day, Calendar.JULIAN)[0] for day in (first_day, last_day))
        return make_date(draw(moment_texts(*years)), calendar)
    first = draw(st.integers(first_day, last_day - 10_000))
    last = first + draw(st.integers(1, 9_000))
    plain_start, plain_end = day_text(first, calendar), day_text(last, calendar)
    start = plain_start + draw(qualifications)
    end = plain_end + draw(qualifications)
    match shape:
        case "interval":
            return make_date(f"{start}/{end}", calendar)
        case "across":
            later = day_text(last, calendar.other)
            return make_date(f"{start}/{later}", calendar, calendar.other)
        case "open":
            return make_date(draw(st.sampled_from([f"{start}/..", f"../{end}"])), calendar)
        case _:
            forms = [
                f"[{start},{end}]",
                f"{{{start},{end}}}",
                f"[{plain_start}..{plain_end}]",
                f"[..{plain_start},{end}]",
                f"{{{start},{plain_end}..}}",
            ]
            return make_date(draw(st.sampled_from(forms)), calendar)
