"""Days as the user's language writes them, and as rows name them."""

from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QTime

from refdesk.gui.widgets.marks import Tone

LONG_LATE = 30
"""After how many days late the day itself is named."""


def qt_day(day: date) -> QDate:
    """The same day for Qt."""
    return QDate(day.year, day.month, day.day)


def day_text(day: date, form: str) -> str:
    """A day in one of QLocale's forms, such as ``d MMM``."""
    return QLocale().toString(qt_day(day), form)


def time_text(at: time) -> str:
    """A time of day in the language's short form."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def short_day(day: date, today: date, form: str = "d MMM") -> str:
    """A day as "14 Oct", with the year where it is another."""
    return day_text(day, form if day.year == today.year else f"{form} yyyy")


def day_words(day: date, today: date) -> str:
    """A day ahead as a row names it: "Today", "Tomorrow", "Thu", "26 Nov"."""
    ahead = (day - today).days
    if ahead in (0, 1):
        return ("Today", "Tomorrow")[ahead]
    return day_text(day, "ddd") if 0 < ahead < 7 else short_day(day, today)


def due_words(due: date, today: date) -> tuple[str, Tone]:
    """When something is due, in the fewest words, and whether that is late: "Thu", "2 days late", "since 14 Oct"."""
    late = (today - due).days
    if late <= 0:
        return day_words(due, today), Tone.NEUTRAL
    if late > LONG_LATE:
        return f"since {short_day(due, today)}", Tone.BAD
    return f"{late} {'day' if late == 1 else 'days'} late", Tone.BAD
