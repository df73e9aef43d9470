"""When Today reads the day anew, and what it keeps: the current row, and whatever was settled elsewhere."""

import pytest
from PySide6.QtCore import Qt

from refdesk.domain.records import Task
from refdesk.storage import readiness
from tests.gui.today.conftest import ROWS, TASK, Opened, put
from tests.storage.desks import TODAY, ago

Key = Qt.Key


def test_a_row_is_shown_by_its_key_or_its_person(today: Opened) -> None:
    today.view.show_record("ed")
    assert (today.row, today.view.current_id()) == ("reconnect:ed", "reconnect:ed")
    today.view.show_record("nobody")
    assert today.row == "reconnect:ed"


def test_a_new_day_is_read_anew(today: Opened) -> None:
    today.wall.at = today.wall.at.replace(day=19)
    today.tools.session.look()
    today.wait()
    assert today.view.inspector.footer.isVisible()
    assert "referral:r:thank_you:1" in today.rows()


def test_the_current_row_stays_when_something_else_changes(today: Opened) -> None:
    today.select("task:t")
    put(today.tools.session.desk(), Task(id="u", title="Aaa", due=ago(5)))
    today.tools.session.look()
    today.wait()
    assert "task:u" in today.rows()
    assert today.row == "task:t"


def test_what_was_settled_elsewhere_is_left_alone(today: Opened) -> None:
    today.select("task:t")
    put(today.tools.session.desk(), Task(id="t", title=TASK.title, due=TASK.due, done_on=TODAY))
    today.press(Key.Key_Space)
    assert today.seen.said == []
    assert "task:t" not in today.rows()


def test_a_day_is_not_reckoned_anew_to_be_shown(today: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a large book that takes minutes, and is done apart."""
    reckoned: list[object] = []
    monkeypatch.setattr(readiness, "reckoned", lambda *arguments: reckoned.append(arguments) or [])
    with today.book.transaction():
        readiness.expire_all(today.book)
    today.tools.session.look()
    today.wait()
    assert reckoned == []
    assert set(today.rows()) == set(ROWS)
