from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.study.days import study_day

BERLIN = ZoneInfo("Europe/Berlin")
# With nights of 23 and 25 hours, half hours, midnights that do not exist, and a day that was left out.
ZONES = [
    ZoneInfo(name)
    for name in (
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo",
        "Asia/Kolkata", "Pacific/Apia", "Africa/Cairo", "UTC",
    )
]  # fmt: skip


def test_an_answer_after_midnight_belongs_to_the_evening_before() -> None:
    assert study_day(datetime(2027, 3, 2, 3, 59, tzinfo=BERLIN)) == date(2027, 3, 1)
    assert study_day(datetime(2027, 3, 2, 4, 0, tzinfo=BERLIN)) == date(2027, 3, 2)


def test_the_hour_can_be_chosen() -> None:
    late = datetime(2027, 3, 2, 5, 30, tzinfo=BERLIN)
    assert study_day(late, 6) == date(2027, 3, 1)
    assert study_day(late, 0) == date(2027, 3, 2)


@pytest.mark.parametrize("night", [date(2027, 3, 28), date(2027, 10, 31)])
def test_a_night_on_which_clocks_change_is_one_night(night: date) -> None:
    instant = datetime(night.year, night.month, night.day, tzinfo=BERLIN).astimezone(UTC)
    days = [
        study_day((instant + timedelta(minutes=15 * n)).astimezone(BERLIN)) for n in range(4 * 10)
    ]
    assert days == sorted(days)
    assert set(days) == {night - timedelta(days=1), night}
    first = days.index(night)
    assert (instant + timedelta(minutes=15 * first)).astimezone(BERLIN).hour == 4


def test_who_flies_over_the_date_line_has_the_day_of_where_they_are() -> None:
    instant = datetime(2027, 6, 1, 20, tzinfo=UTC)
    assert study_day(instant.astimezone(ZoneInfo("Asia/Tokyo"))) == date(2027, 6, 2)
    assert study_day(instant.astimezone(ZoneInfo("Pacific/Honolulu"))) == date(2027, 6, 1)


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.integers(0, 48 * 60),
    st.sampled_from(ZONES),
    st.integers(0, 23),
)
def test_who_stays_where_they_are_never_has_a_day_twice(
    now: datetime, minutes: int, zone: ZoneInfo, hour: int
) -> None:
    later = now + timedelta(minutes=minutes)
    assert study_day(now.astimezone(zone), hour) <= study_day(later.astimezone(zone), hour)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(AssertionError):
        study_day(datetime(2027, 3, 2, 12))  # noqa: DTZ001
