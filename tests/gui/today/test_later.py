"""Putting off: what is offered when, until when a row then rests, and how a thank-you is skipped."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QDateEdit, QLineEdit

from refdesk.domain.records import Later, Referral
from refdesk.gui.today.later import LaterMenu, first_day, moments, moved_words
from refdesk.gui.today.questions import AskDay, AskWhy, Question
from refdesk.storage.records import each
from tests.gui.today.conftest import Opened
from tests.storage.desks import ago

Key = Qt.Key
WEDNESDAY = datetime(2026, 11, 18, 9, 0)


def offered(now: datetime, *, may_stay: bool = True) -> list[str]:
    return [moment.words for moment in moments(now, may_stay=may_stay)]


def test_every_moment_names_its_day() -> None:
    assert offered(WEDNESDAY) == [
        "This afternoon, 15:00",
        "Tomorrow, Thu 19",
        "After the weekend, Mon 23",
        "In two weeks, 2 Dec",
    ]
    assert [moment.until for moment in moments(WEDNESDAY, may_stay=True)] == [
        datetime(2026, 11, 18, 15, 0),
        date(2026, 11, 19),
        date(2026, 11, 23),
        date(2026, 12, 2),
    ]


def test_this_afternoon_is_offered_only_while_it_lies_ahead() -> None:
    assert offered(WEDNESDAY.replace(hour=15))[0] == "Tomorrow, Thu 19"
    assert offered(WEDNESDAY, may_stay=False)[0] == "Tomorrow, Thu 19"


@pytest.mark.parametrize(("day", "monday"), [(20, "Mon 23"), (21, "Mon 23"), (23, "Mon 30")])
def test_after_the_weekend_is_the_next_monday(day: int, monday: str) -> None:
    assert f"After the weekend, {monday}" in offered(WEDNESDAY.replace(day=day))


def test_on_a_sunday_tomorrow_is_after_the_weekend() -> None:
    assert offered(WEDNESDAY.replace(day=22), may_stay=False) == ["Tomorrow, Mon 23", "In two weeks, 6 Dec"]


def test_the_calendar_ends() -> None:
    last = datetime(9999, 12, 31, 16, 0)
    assert {moment.until for moment in moments(last, may_stay=True)} == {date.max}
    assert first_day(date.max) == date.max


@pytest.mark.parametrize(
    ("until", "words"),
    [(date(2026, 11, 20), "Moved to Fri 20 Nov."), (datetime(2026, 11, 18, 15, 0), "Moved to 15:00 today.")],
)
def test_the_toast_says_where_it_went(until: date, words: str) -> None:
    assert moved_words(until) == words


def menu(today: Opened) -> LaterMenu:
    """The menu that S opens."""
    today.qtbot.keyClick(today.view.list, Key.Key_S)
    found = QApplication.activePopupWidget()
    assert isinstance(found, LaterMenu)
    return found


def laters(today: Opened) -> list[tuple[str, object]]:
    return [(later.key, later.until) for later in each(today.book, Later)]


def test_a_row_put_off_leaves_and_comes_back_by_undo(today: Opened) -> None:
    today.select("task:t")
    shown = menu(today)
    assert [action.text() for action in shown.actions()][:1] == ["This afternoon, 15:00"]
    today.qtbot.keyClick(shown, Key.Key_Down)
    today.qtbot.keyClick(shown, Key.Key_Return)
    today.wait()
    assert laters(today) == [("task:t", ago(-1))]
    assert today.seen.said == ["Moved to Thu 19 Nov."]
    assert "task:t" not in today.rows()
    today.tools.session.undo()
    today.wait()
    assert "task:t" in today.rows()


def test_until_this_afternoon_a_row_stays_and_says_so(today: Opened) -> None:
    today.wall.at = today.wall.at.replace(hour=9)
    today.select("task:t")
    today.qtbot.keyClick(menu(today), Key.Key_Return)
    today.wait()
    assert today.row == "task:t"
    row = today.view.list.currentIndex().data(256)
    assert (row.right, row.accessible) == (
        "15:00",
        "Send Bo the guide. With Bo Berg. You set this yourself. Due 15:00.",
    )


def test_a_proposal_can_wait_too_but_not_until_this_afternoon(today: Opened) -> None:
    today.select("reconnect:ed")
    shown = menu(today)
    assert [action.text() for action in shown.actions()] == [
        "Tomorrow, Thu 19",
        "After the weekend, Mon 23",
        "In two weeks, 2 Dec",
        "Pick a date…",
    ]
    shown.actions()[2].trigger()
    shown.close()
    today.wait()
    assert laters(today) == [("person:ed:reconnect", ago(-14))]
    assert "reconnect:ed" not in today.rows()


def question(today: Opened) -> Question:
    today.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    found = QApplication.activeModalWidget()
    assert isinstance(found, Question)
    return found


def test_a_day_of_ones_own_can_be_picked(today: Opened) -> None:
    today.select("task:t")
    shown = menu(today)
    next(action for action in shown.actions() if action.text() == "Pick a date…").trigger()
    shown.close()
    asking = question(today)
    assert isinstance(asking, AskDay)
    assert isinstance(asking.field, QDateEdit)
    assert asking.field.minimumDate() == QDate(2026, 11, 19)
    asking.field.setDate(QDate(2027, 1, 4))
    today.qtbot.keyClick(asking, Key.Key_Return)
    today.wait()
    assert laters(today) == [("task:t", date(2027, 1, 4))]


def test_a_thank_you_is_skipped_with_a_reason(today: Opened) -> None:
    today.select("referral:r:thank_you:1")
    shown = menu(today)
    shown.actions()[-1].trigger()
    shown.close()
    asking = question(today)
    assert isinstance(asking, AskWhy)
    assert isinstance(asking.field, QLineEdit)
    today.qtbot.keyClick(asking, Key.Key_Return)
    assert asking.error.text() == "Say why in a word or two."
    assert asking.field.accessibleDescription() == "Say why in a word or two."
    today.qtbot.keyClicks(asking.field, "Said it at lunch")
    today.qtbot.keyClick(asking.field, Key.Key_Return)
    today.wait()
    referral = today.find(Referral, "r")
    assert isinstance(referral, Referral)
    assert [(thanks.step, thanks.why) for thanks in referral.thanks] == [(1, "Said it at lunch")]
    assert "referral:r:thank_you:1" not in today.rows()


def test_escape_changes_nothing(today: Opened) -> None:
    today.select("referral:r:thank_you:1")
    shown = menu(today)
    shown.actions()[-1].trigger()
    shown.close()
    today.qtbot.keyClick(question(today), Key.Key_Escape)
    today.wait()
    assert today.seen.said == []
    assert today.row == "referral:r:thank_you:1"


def test_only_a_thank_you_can_be_skipped(today: Opened) -> None:
    today.select("task:t")
    shown = menu(today)
    assert shown.actions()[-1].text() == "Pick a date…"
    shown.close()
