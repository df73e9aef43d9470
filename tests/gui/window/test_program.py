"""The whole program put together: what it begins with, what closing means, the sample beside the user's own book."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from refdesk.app import START_FOR_REAL, Program
from refdesk.desktop import paths
from refdesk.desktop.instance import NullInstance
from refdesk.domain.person import Person
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.label import Label
from refdesk.gui.window.closing import WITH_TRAY, WITHOUT_TRAY, ClosingDialog
from refdesk.gui.window.trouble import TroubleDialog, open_book
from refdesk.services.desk import Desk
from refdesk.services.people import add_person
from refdesk.services.safekeeping import back_up
from refdesk.storage.book import Book
from tests.gui.views import NOON, FixedClock


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own."""
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return tmp_path


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """How often a program has ended its loop."""
    ends: list[bool] = []
    monkeypatch.setattr(Program, "_end", lambda _: ends.append(True))
    return ends


def fill(path: Path) -> None:
    """Ana is in the book."""
    with Book.open(path, FixedClock().now_utc) as book:
        add_person(Desk(book, NOON.date()), Person(id="ana", name="Ana Ruiz"))


@contextmanager
def running(qapp: QApplication, path: Path, *, background: bool = False) -> Iterator[Program]:
    """The program on a book, without its loop."""
    wall = FixedClock()
    program = Program(qapp, path, wall, NullInstance())
    with program.started(Book.open(path, wall.now_utc), background=background):
        yield program
    program.theme.setParent(None)
    program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.usefixtures("home")
def test_an_empty_book_begins_with_the_welcome_and_never_again_once_it_was_left(
    qapp: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "book.refdesk"
    with running(qapp, path) as program:
        assert program.window.view is not None
        assert program.window.view.key == "welcome"
        program.preferences.welcomed = True
    with running(qapp, path) as program:
        assert program.window.view is not None
        assert program.window.view.key == "today"


@pytest.mark.usefixtures("home")
def test_in_the_background_there_is_no_window_until_somebody_asks(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "book.refdesk"
    fill(path)
    with running(qapp, path, background=True) as program:
        assert not program.window.isVisible()
        assert program.window.view is None
        program.window.come_forward()
        assert program.window.isVisible()
        assert program.window.view is not None


@pytest.mark.usefixtures("home")
def test_the_window_comes_back_to_the_view_that_it_was_left_with(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "book.refdesk"
    fill(path)
    with running(qapp, path) as program:
        program.window.go("contacts")
    with running(qapp, path) as program:
        assert program.window.view is not None
        assert program.window.view.key == "contacts"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(("keeps", "ends"), [(True, 0), (False, 1)])
def test_closing_asks_once_and_then_does_as_it_was_told(
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ended: list[bool],
    keeps: bool,
    ends: int,
) -> None:
    path = tmp_path / "book.refdesk"
    fill(path)
    times: list[bool] = []
    monkeypatch.setattr(ClosingDialog, "exec", lambda dialog: answered(dialog, keeps, times))
    with running(qapp, path) as program:
        program.window.close()
        assert (len(times), len(ended), program.window.isVisible()) == (1, ends, not keeps)
        program.window.show()
        program.window.close()
        assert (len(times), len(ended)) == (1, 2 * ends)
        assert program.preferences.keeps_running is keeps


def answered(dialog: ClosingDialog, keeps: bool | None, times: list[bool]) -> int:
    times.append(True)
    dialog.keeps_running = keeps
    return 0


@pytest.mark.usefixtures("home")
def test_the_end_asks_no_window_to_close(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "book.refdesk"
    fill(path)
    asked: list[bool] = []
    with running(qapp, path) as program:
        program.preferences.keeps_running = True
        program.window.close_requested.connect(lambda: asked.append(True))
        program.window.close_requested.connect(qapp.exit)  # or else the loop would go on
        QTimer.singleShot(0, program.tray.quit_requested.emit)
        qapp.exec()
        assert (asked, program.window.isVisible()) == ([], True)


@pytest.mark.usefixtures("home")
def test_a_question_that_was_put_aside_leaves_the_window_open_and_is_asked_again(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended: list[bool]
) -> None:
    path = tmp_path / "book.refdesk"
    fill(path)
    times: list[bool] = []
    monkeypatch.setattr(ClosingDialog, "exec", lambda dialog: answered(dialog, None, times))
    with running(qapp, path) as program:
        program.window.close()
        program.window.close()
        assert (len(times), ended, program.window.isVisible()) == (2, [], True)


@pytest.mark.parametrize(("has_tray", "words"), [(True, WITH_TRAY), (False, WITHOUT_TRAY)])
def test_the_question_says_what_keeping_means_here(theme: Theme, qtbot: QtBot, has_tray: bool, words: str) -> None:
    dialog = ClosingDialog(theme, has_tray=has_tray)
    qtbot.addWidget(dialog)
    assert words in [label.text() for label in dialog.findChildren(Label)]
    dialog.keep.click()
    assert dialog.keeps_running is True
    dialog.quit.click()
    assert dialog.keeps_running is False


@pytest.mark.usefixtures("home")
def test_the_sample_is_a_book_of_its_own_from_which_one_starts_for_real(
    qapp: QApplication, tmp_path: Path, ended: list[bool]
) -> None:
    own = tmp_path / "book.refdesk"
    with running(qapp, own) as program:
        program.window.tools.navigation.sample_requested.emit()
        assert program.next_book == paths.sample_book()
        assert not program.window.band.isVisible()
    assert paths.sample_book().exists()
    with running(qapp, paths.sample_book()) as program:
        assert program.window.band.isVisible()
        (button,) = program.window.band.buttons()
        assert button.accessibleName() == START_FOR_REAL
        button.click()
        assert program.next_book == paths.default_book()
    assert ended == [True, True]


def test_a_book_that_cannot_be_opened_is_put_back_from_its_backup(
    theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path, wall = tmp_path / "book.refdesk", FixedClock()
    fill(path)
    with Book.open(path, wall.now_utc) as book:
        back_up(Desk(book, NOON.date()))
    path.write_bytes(b"garbage" * 1000)
    shown: list[str] = []

    def exec_(dialog: TroubleDialog) -> int:
        shown.append(dialog.restore.accessibleName())
        return QDialog.DialogCode.Accepted

    def words(instant: datetime) -> str:
        return f"{instant:%H:%M}"

    monkeypatch.setattr(TroubleDialog, "exec", exec_)
    opened = open_book(path, wall, theme, words)
    assert opened is not None
    with opened:
        assert opened.value("SELECT name FROM person") == "Ana Ruiz"
    assert shown == ["Restore the backup"]
    assert "is not a RefDesk book" in capsys.readouterr().err
    assert [kept.read_bytes()[:7] for kept in tmp_path.glob("*before-restore*")] == [b"garbage"]


def test_a_book_that_can_only_be_read_says_so_and_refuses_every_act(
    qapp: QApplication, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "book.refdesk"
    fill(path)
    monkeypatch.setattr(os, "access", lambda *_: False)  # the superuser, whom no mode stops, may run the tests
    with running(qapp, path) as program:
        assert program.window.band.isVisible()
        assert "This book can only be read." in program.window.band.accessibleName()
        session, refused = program.session, []
        session.refused.connect(refused.append)
        assert session.do(lambda desk: add_person(desk, Person(id="", name="Bo Li"))[1]) is None
        assert refused == [f"The book {path} can't be written: its file or its folder is read-only."]


@pytest.mark.parametrize("backup", ["", "today at 08:02"])
def test_enter_presses_the_button_that_a_book_in_trouble_needs(theme: Theme, backup: str) -> None:
    dialog = TroubleDialog(theme, "It is damaged.", backup)
    dialog.show()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    accepted = QDialog.DialogCode.Accepted if backup else QDialog.DialogCode.Rejected
    assert (dialog.isVisible(), dialog.result()) == (False, accepted)
