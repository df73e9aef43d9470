"""Today with nothing to do: it says what comes next, and leads on; and the menu of a row."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

from refdesk.domain.records import Task
from refdesk.gui.navigation import LogRequest, Place
from refdesk.gui.today.context_menu import ContextMenu
from refdesk.gui.widgets.empty_state import EmptyState
from refdesk.services.desk import Desk
from tests.gui.today.conftest import Opened, put
from tests.storage.desks import TODAY, add, ago

Key = Qt.Key


def one_task(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    put(desk, Task(id="t", title="Ring Ana", person="ana", due=TODAY))
    put(desk, Task(id="u", title="Send Ana the guide", person="ana", due=ago(-1)))


def shown(today: Opened) -> EmptyState:
    (found,) = (each for each in today.view.findChildren(EmptyState) if each.isVisible())
    return found


def words(today: Opened) -> list[str]:
    return [label.text() for label in shown(today).findChildren(QLabel)]


def test_nobody_in_the_book(empty: Callable[..., Opened]) -> None:
    today = empty()
    assert words(today) == [
        "Nothing due yet",
        "Add the people who know your work best, and RefDesk will suggest who to thank, call or ask.",
    ]
    assert today.view.panes() == (shown(today).primary,)
    assert today.view.header.progress_words() == ""
    assert today.view.hints() == ()
    today.press(Key.Key_Space)
    shown(today).secondary_chosen.emit()
    assert today.seen.places == [Place("contacts", "", "new"), Place("import")]


def test_the_day_is_finished(empty: Callable[..., Opened]) -> None:
    today = empty(one_task)
    assert today.view.header.progress_words() == "0 of 1 done"
    today.press(Key.Key_Space)
    assert words(today) == ["That’s everyone for today", "Tomorrow: send Ana the guide."]
    assert today.view.header.progress_words() == "1 of 1 done"
    assert shown(today).primary.hasFocus()
    assert [hint.key for hint in today.view.hints()] == ["Ctrl+2", "Ctrl+L"]
    assert (today.view.current_person(), today.view.current_id()) == ("", "")
    assert not today.view.grab().isNull()
    today.view.act_primary()
    shown(today).secondary_chosen.emit()
    assert today.seen.places == [Place("ready")]
    assert today.seen.logs == [LogRequest()]


def test_undo_brings_the_list_back_with_the_focus(empty: Callable[..., Opened]) -> None:
    today = empty(one_task)
    today.press(Key.Key_Space)
    today.tools.session.undo()
    today.wait()
    assert today.rows() == ["task:t"]
    assert today.view.list.hasFocus()
    assert today.view.panes() == (today.view.list, today.view.inspector)


def test_while_hidden_it_notes_that_it_is_stale(empty: Callable[..., Opened]) -> None:
    today = empty(one_task)
    today.view.hide()
    today.tools.session.do(lambda desk: _finish(desk))
    assert today.rows() == ["task:t"]
    today.view.show()
    today.wait()
    assert words(today)[0] == "That’s everyone for today"


def _finish(desk: Desk) -> object:
    from refdesk.services.tasks import finish_task

    return finish_task(desk, "t")


def context_menu(today: Opened, row: str) -> ContextMenu:
    today.select(row)
    rect = today.view.list.visualRect(today.view.list.currentIndex())
    today.view.list.customContextMenuRequested.emit(rect.center() + QPoint(0, 1))
    found = QApplication.activePopupWidget()
    assert isinstance(found, ContextMenu)
    return found


def test_a_rows_menu_offers_what_it_has(today: Opened) -> None:
    menu = context_menu(today, "referral:c:check")
    assert [action.text() for action in menu.actions() if action.text()] == [
        "It happened\tSpace",
        "Not yet\tN",
        "Later…\tS",
        "Log interaction\tL",
        "Copy words\tC",
        "Prepare an ask\tA",
        "Open contact\tShift+Enter",
    ]
    menu.close()
    menu = context_menu(today, "task:t")
    assert menu.actions()[-1].text() == "Delete\tDel"
    menu.actions()[0].trigger()
    menu.close()
    today.wait()
    assert today.seen.said == ["“Send Bo the guide” marked as done."]
