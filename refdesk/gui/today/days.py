"""Days as the user's language writes them."""

from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QTime


def qt_day(day: date) -> QDate:
    """The same day for Qt."""
    return QDate(day.year, day.month, day.day)


def day_text(day: date, form: str) -> str:
    """A day in one of QLocale's forms, such as ``d MMM``."""
    return QLocale().toString(qt_day(day), form)


def time_text(at: time) -> str:
    """A time of day in the language's short form."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
