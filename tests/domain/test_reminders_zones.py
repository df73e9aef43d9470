"""Wall-clock times as instants, where the clocks skip a time and where they show it twice."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.domain.reminders import wall_to_instant

BERLIN, NEW_YORK, LORD_HOWE = "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"
KATHMANDU, APIA, CAIRO, LONDON = "Asia/Kathmandu", "Pacific/Apia", "Africa/Cairo", "Europe/London"


@pytest.mark.parametrize(
    ("zone", "wall", "instant"),
    [
        (BERLIN, "2026-01-15T09:00", "2026-01-15T08:00"),
        (BERLIN, "2026-07-15T09:00", "2026-07-15T07:00"),
        # the clocks go from 2:00 to 3:00
        (BERLIN, "2026-03-29T01:59", "2026-03-29T00:59"),
        (BERLIN, "2026-03-29T02:00", "2026-03-29T01:00"),
        (BERLIN, "2026-03-29T02:30", "2026-03-29T01:00"),
        (BERLIN, "2026-03-29T02:59:59", "2026-03-29T01:00"),
        (BERLIN, "2026-03-29T03:00", "2026-03-29T01:00"),
        (BERLIN, "2026-03-29T03:01", "2026-03-29T01:01"),
        # 2:00 to 3:00 comes twice
        (BERLIN, "2026-10-25T01:59", "2026-10-24T23:59"),
        (BERLIN, "2026-10-25T02:00", "2026-10-25T00:00"),
        (BERLIN, "2026-10-25T02:30", "2026-10-25T00:30"),
        (BERLIN, "2026-10-25T03:00", "2026-10-25T02:00"),
        (LONDON, "2026-03-29T01:30", "2026-03-29T01:00"),
        (NEW_YORK, "2026-03-08T02:30", "2026-03-08T07:00"),
        (NEW_YORK, "2026-11-01T01:30", "2026-11-01T05:30"),
        # half an hour is skipped, and comes twice
        (LORD_HOWE, "2026-10-04T02:10", "2026-10-03T15:30"),
        (LORD_HOWE, "2026-10-04T02:30", "2026-10-03T15:30"),
        (LORD_HOWE, "2026-04-05T01:45", "2026-04-04T14:45"),
        (LORD_HOWE, "2026-04-05T02:00", "2026-04-04T15:30"),
        # three quarters of an hour off, and no summer time
        (KATHMANDU, "2026-03-29T02:30", "2026-03-28T20:45"),
        (KATHMANDU, "2026-10-25T02:30", "2026-10-24T20:45"),
        # midnight is skipped
        (CAIRO, "2026-04-24T00:30", "2026-04-23T22:00"),
        # a whole day is skipped
        (APIA, "2011-12-30T09:00", "2011-12-30T10:00"),
    ],
)
def test_a_wall_clock_time_is_one_instant(zone: str, wall: str, instant: str) -> None:
    shown = datetime.fromisoformat(wall)
    found = wall_to_instant(shown.date(), shown.time(), ZoneInfo(zone))
    assert found == datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert found.utcoffset() == timedelta(0)


def test_the_first_of_two_whatever_the_fold_says() -> None:
    second = time(2, 30, fold=1)
    assert wall_to_instant(date(2026, 10, 25), second, ZoneInfo(BERLIN)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("zone", [BERLIN, NEW_YORK, LORD_HOWE, KATHMANDU, CAIRO])
@given(wall=st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)))
def test_the_clocks_show_that_time_or_the_next_minute_there_is(zone: str, wall: datetime) -> None:
    tz = ZoneInfo(zone)
    shown = wall_to_instant(wall.date(), wall.time(), tz).astimezone(tz).replace(tzinfo=None)
    assert shown == wall or wall < shown <= wall + timedelta(hours=1)
