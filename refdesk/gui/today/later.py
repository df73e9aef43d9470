"""The choices of Later, each with the day that it means."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from refdesk.domain.obligations import days_after
from refdesk.gui.widgets.days import day_text, time_text

AFTERNOON = time(15, 0)
FORTNIGHT = 14
MONDAY = 0


@dataclass(frozen=True, slots=True)
class Moment:
    """Until when something is put off, and its words with the day."""

    words: str
    until: date | datetime


def moments(now: datetime, *, may_stay: bool) -> tuple[Moment, ...]:
    """The moments that are offered now; ``may_stay`` offers this afternoon too, while it lies ahead.

    "After the weekend" is left out on a Sunday, where it is tomorrow.
    """
    today = now.date()
    tomorrow = days_after(today, 1)
    monday = days_after(today, 7 - (today.weekday() - MONDAY) % 7)
    fortnight = days_after(today, FORTNIGHT)
    found = []
    if may_stay and now.time() < AFTERNOON:
        at = time_text(AFTERNOON)
        found.append(Moment(f"This afternoon, {at}", datetime.combine(today, AFTERNOON)))
    found.append(Moment(f"Tomorrow, {_weekday(tomorrow)}", tomorrow))
    if monday != tomorrow:
        found.append(Moment(f"After the weekend, {_weekday(monday)}", monday))
    found.append(Moment(f"In two weeks, {day_text(fortnight, 'd MMM')}", fortnight))
    return tuple(found)


def moved_words(until: date | datetime) -> str:
    """What the toast says of something put off."""
    if isinstance(until, datetime):
        return f"Moved to {time_text(until.time())} today."
    return f"Moved to {day_text(until, 'ddd d MMM')}."


class LaterMenu(QMenu):
    """The moments, a day of the user's own, and for a thank-you the way to skip it."""

    def __init__(
        self,
        parent: QWidget,
        offered: tuple[Moment, ...],
        put_off: Callable[[date | datetime], None],
        pick: Callable[[], None],
        skip: Callable[[], None] | None = None,
    ) -> None:
        super().__init__("Later", parent)
        for moment in offered:
            self.addAction(moment.words).triggered.connect(partial(_chosen, put_off, moment.until))
        self.addAction("Pick a date…").triggered.connect(pick)
        if skip is not None:
            self.addSeparator()
            self.addAction("Skip this one…").triggered.connect(skip)
        self.setActiveAction(self.actions()[0])


def _chosen(put_off: Callable[[date | datetime], None], until: date | datetime, _: bool = False) -> None:
    put_off(until)


def first_day(today: date) -> date:
    """The first day to which something can be put off."""
    return today + timedelta(days=1) if today < date.max else today


def _weekday(day: date) -> str:
    return day_text(day, "ddd d")
