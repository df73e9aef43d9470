"""Days in plain English words, as sentences say them; the same whatever the machine's language."""

from datetime import date

from refdesk.domain.words import WEEKDAYS

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_FEW = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def days_ago(on: date, today: date, approximate: bool = False) -> str:
    """How long ago a day was: "today", "yesterday", "9 days ago", "7 months ago"; ``on`` is not after ``today``.

    Days to a fortnight, weeks to a quarter, months to two years, then years. An approximate day is told in words
    and sooner in months: "about two weeks ago".
    """
    days = (today - on).days
    if days < 2:
        return ("today", "yesterday")[days]
    count, unit = _span(days, weeks_until=28 if approximate else 91)
    number = _FEW[count - 1] if approximate and count <= len(_FEW) else str(count)
    return f"{'about ' if approximate else ''}{number} {unit}{'' if count == 1 else 's'} ago"


def _span(days: int, weeks_until: int) -> tuple[int, str]:
    """A number of days in the unit that says it best; months and years are rounded to the nearest."""
    if days < 14:
        return days, "day"
    if days < weeks_until:
        return days // 7, "week"
    if days < 730:
        return (24 * days + 365) // 730, "month"
    return (2 * days + 365) // 730, "year"


def day_name(day: date, today: date) -> str:
    """A day as a sentence names it: "today", "tomorrow", "Thursday" within six days ahead, "26 November".

    The year stands with a day of another year.
    """
    ahead = (day - today).days
    if 0 <= ahead < 2:
        return ("today", "tomorrow")[ahead]
    if 0 < ahead < 7:
        return WEEKDAYS[day.weekday()].capitalize()
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def short_day(day: date, today: date) -> str:
    """A day in short, with its weekday: "Tue 2 Dec"; the year stands with a day of another year."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{WEEKDAYS[day.weekday()][:3].capitalize()} {day.day} {MONTHS[day.month - 1][:3]}{year}"
