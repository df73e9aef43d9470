"""An import from the file to the undo, in the window and by the keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from refdesk.domain.person import Person
from refdesk.gui.imports.view import CHECK, CHOOSE, DONE, HELD, MATCH, ImportView
from refdesk.gui.theme.theme import Appearance, Scheme, TextSize, Theme
from refdesk.gui.widgets.buttons import Button
from refdesk.gui.widgets.column import ColumnPage
from refdesk.gui.widgets.label import Label
from refdesk.services.people import add_person, edit_person
from tests.gui.imports.importing import (
    GOOGLE,
    LOW,
    WIDE,
    cards,
    choose,
    forward,
    idle,
    import_view,
    names,
    table,
    texts,
)

OUTLOOK = ("First Name", "E-mail Address", "Birthday", "A column of a very long name that says little", "Z")


def said(view: ImportView) -> str:
    """The words of the page that is shown."""
    return "\n".join(label.text() for label in view.findChildren(Label) if label.isVisible())


def rehearsed(qtbot: QtBot, view: ImportView, *files: Path) -> None:
    """Come to what will happen."""
    choose(qtbot, view, *files)
    forward(qtbot, view)
    assert view.step() == CHECK


def test_four_steps_bring_people_in(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with import_view(theme, tmp_path) as (view, seen):
        assert (view.step(), view.rail.accessibleName()) == (CHOOSE, "Step 1 of 4: Choose a file")
        choose(qtbot, view, cards(tmp_path, "Ann Lee", "Bob Lee"))
        assert (view.step(), view.match.title.text()) == (MATCH, "Who are they?")
        forward(qtbot, view)
        assert view.step() == CHECK
        assert view.check.new.accessibleName() == "New: 2"
        assert names(view) == []
        forward(qtbot, view)
        assert view.step() == DONE
        assert names(view) == ["Ann Lee", "Bob Lee"]
        assert "2 people added." in said(view)
        forward(qtbot, view)
        assert [place.view for place in seen.places] == ["triage"]


def test_the_numbers_add_up_and_name_what_is_wrong(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with import_view(theme, tmp_path) as (view, _):
        view.session.do(lambda desk: add_person(desk, Person(id="ann", name="Ann Lee", org="Acme"))[1])
        path = table(tmp_path, GOOGLE, ("Ann", "Lee", "new@x.example"), ("", "", "", "", "", "Friends"), ("Cy", "Lee"))
        rehearsed(qtbot, view, path)
        tiles = (view.check.new, view.check.same, view.check.unchanged, view.check.unread)
        assert [tile.accessibleName() for tile in tiles] == [
            "New: 2",
            "Same person, updated: 0",
            "Unchanged: 0",
            "Can’t be read: 1",
        ]
        assert "The files hold 3 records." in said(view)
        assert texts(view.check.problems) == [
            "[May be somebody you know; they come in as new]",
            "Row 2 (Ann Lee): May be the same as Ann Lee (Acme).",
            "[Can’t be read]",
            "Row 3: The row holds no name, e-mail or phone.",
        ]


def test_nothing_new_cannot_be_imported(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with import_view(theme, tmp_path) as (view, _):
        path = cards(tmp_path, "Ann Lee")
        rehearsed(qtbot, view, path)
        forward(qtbot, view)
        view.done.another.click()
        rehearsed(qtbot, view, path)
        assert view.check.unchanged.accessibleName() == "Unchanged: 1"
        assert not view.forward.isEnabled()


def test_an_import_is_taken_back_and_names_who_stays(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with import_view(theme, tmp_path) as (view, _):
        rehearsed(qtbot, view, cards(tmp_path, "Ann Lee", "Bob Lee"))
        forward(qtbot, view)
        (ann,) = (each for each in view.session.desk().book.rows("SELECT id FROM person WHERE name = 'Ann Lee'"))
        person = view.session.desk().person(ann[0])
        view.session.do(lambda desk: edit_person(desk, Person(id=person.id, name="Ann Lee-Ray")))
        view.done.undo.click()
        idle(qtbot, view)
        assert names(view) == ["Ann Lee-Ray"]
        assert "The import is taken back." in said(view)
        assert "1 person is as before the import. Ann Lee-Ray stays, because you’ve changed them since." in said(view)
        assert not view.done.undo.isVisible()


def test_an_import_that_was_undone_elsewhere_says_so(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with import_view(theme, tmp_path) as (view, _):
        rehearsed(qtbot, view, cards(tmp_path, "Ann Lee"))
        forward(qtbot, view)
        view.session.undo()
        view.done.undo.click()
        idle(qtbot, view)
        assert "There is no import with the id" in said(view)


def test_files_are_dropped(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with import_view(theme, tmp_path) as (view, _):
        files = [cards(tmp_path, "Ann Lee"), cards(tmp_path, "Bob Lee", name="two.vcf")]
        drop(view, [QUrl.fromLocalFile(str(path)) for path in files])
        idle(qtbot, view)
        assert view.step() == MATCH
        assert "2 files: phone.vcf, two.vcf" in said(view)


def test_what_is_no_file_of_this_computer_is_not_taken(theme: Theme, tmp_path: Path) -> None:
    with import_view(theme, tmp_path) as (view, _):
        assert not drop(view, [QUrl("https://example.com/people.csv")])
        assert not view.is_working()


def drop(view: ImportView, urls: list[QUrl]) -> bool:
    """Drag these over the area and let them go; gives whether they were taken."""
    data = QMimeData()
    data.setUrls(urls)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, Qt.KeyboardModifier.NoModifier)
    enter.ignore()
    QApplication.sendEvent(view.choose.area, enter)
    if enter.isAccepted():
        let_go = QDropEvent(QPoint(9, 9).toPointF(), copy, data, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.choose.area, let_go)
    return enter.isAccepted()


def test_files_are_chosen(qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = cards(tmp_path, "Ann Lee")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    with import_view(theme, tmp_path) as (view, _):
        view.panes()[0].setFocus()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        idle(qtbot, view)
        assert view.step() == MATCH


def test_choosing_nothing_changes_nothing(theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    with import_view(theme, tmp_path) as (view, _):
        view.act_primary()
        assert (view.step(), view.is_working()) == (CHOOSE, False)


def test_a_file_that_cannot_be_read_says_why_and_costs_no_other(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    with import_view(theme, tmp_path) as (view, seen):
        choose(qtbot, view, tmp_path / "empty.txt", tmp_path / "none.vcf")
        assert view.step() == CHOOSE
        assert "empty.txt: This file holds no contact data" in said(view)
        assert "none.vcf: There is no such file." in said(view)
        choose(qtbot, view, tmp_path / "empty.txt", cards(tmp_path, "Ann Lee"))
        assert view.step() == MATCH
        assert "empty.txt: This file holds no contact data" in said(view)
        forward(qtbot, view)
        forward(qtbot, view)
        assert (names(view), seen.refused) == (["Ann Lee"], [])


def test_unread_lines_are_saved(qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "unread.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with import_view(theme, tmp_path) as (view, _):
        rehearsed(qtbot, view, table(tmp_path, GOOGLE, ("Ann", "Lee"), ("", "", "", "", "", "Friends")))
        forward(qtbot, view)
        assert "1 person added. 1 line couldn’t be read." in said(view)
        view.done.save.click()
        assert target.read_text() == "people.csv, line 3, row 3: The row holds no name, e-mail or phone.\n"
        assert "Saved as unread.txt." in said(view)
        target = tmp_path / "nowhere" / "unread.txt"
        view.done.save.click()
        assert "The file unread.txt can't be written: no such file or directory." in said(view)


def test_somebody_who_may_be_known_is_no_unread_line(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with import_view(theme, tmp_path) as (view, _):
        rehearsed(qtbot, view, table(tmp_path, GOOGLE, ("Ann", "Lee"), ("Ann", "Lee")))
        assert any("May be the same as Ann Lee" in words for words in texts(view.check.problems))
        forward(qtbot, view)
        assert "2 people added." in said(view)
        assert view.done.save.isHidden()


def test_cancel_leaves_everything_as_it_was(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with import_view(theme, tmp_path) as (view, seen):
        rehearsed(qtbot, view, cards(tmp_path, *(f"Ann {number} Lee" for number in range(900))))
        view.act_primary()
        view.working.cancel.click()
        idle(qtbot, view)
        assert seen.refused == ["It was cancelled. Nothing has changed."]
        assert (view.step(), names(view), view.session.held) == (CHECK, [], "")
        forward(qtbot, view)
        assert (view.step(), len(names(view))) == (DONE, 20)


def test_while_it_writes_other_acts_are_refused_and_afterwards_all_is_new(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    with import_view(theme, tmp_path) as (view, seen):
        rehearsed(qtbot, view, cards(tmp_path, "Ann Lee"))
        renewed: list[bool] = []
        view.session.renewed.connect(lambda: renewed.append(True))
        view.act_primary()
        assert view.session.do(lambda desk: add_person(desk, Person(id="bob", name="Bob Lee"))[1]) is None
        assert seen.refused == [HELD]
        idle(qtbot, view)
        assert (view.session.held, renewed) == ("", [True])
        assert view.session.do(lambda desk: add_person(desk, Person(id="bob", name="Bob Lee"))[1]) is not None


def test_what_takes_longer_says_how_far_it_is(theme: Theme, tmp_path: Path) -> None:
    with import_view(theme, tmp_path) as (view, _):
        view.working.begin("Bringing in your people…")
        view.working.wanted.emit()
        view.working.show_progress(1200, 10_000)
        assert view.working.isVisible()
        assert "1,200 of 10,000" in said(view)
        assert QApplication.focusWidget() is view.working.cancel
        view.working.show_progress(10_000, 10_000)
        assert not view.working.cancel.isEnabled()


@pytest.mark.parametrize("text_size", [TextSize.NORMAL, TextSize.LARGEST])
@pytest.mark.parametrize("size", [WIDE, LOW])
def test_no_control_is_cut_at_any_step(
    qtbot: QtBot, theme: Theme, tmp_path: Path, size: tuple[int, int], text_size: TextSize
) -> None:
    theme.set_appearance(Appearance(Scheme.LIGHT, text_size))
    with import_view(theme, tmp_path, size) as (view, _):
        path = table(tmp_path, OUTLOOK, ("Ann", "a@x.example", "2/3/2020", "x" * 99, "y" * 99))
        for step in (CHOOSE, MATCH, CHECK, DONE):
            assert view.step() == step
            QApplication.processEvents()
            for part in (view.rail, *filter(Button.isVisible, view.findChildren(Button))):
                assert part.width() >= part.minimumSizeHint().width()
            for page in filter(ColumnPage.isVisible, view.findChildren(ColumnPage)):
                assert page.horizontalScrollBar().maximum() == 0
            if step == CHOOSE:
                choose(qtbot, view, path)
            elif step != DONE:
                forward(qtbot, view)


def test_back_keeps_what_was_said(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with import_view(theme, tmp_path) as (view, _):
        choose(qtbot, view, cards(tmp_path, "Ann Lee"))
        view.match.batch.roles.boxes["client"].click()
        forward(qtbot, view)
        view.back.click()
        assert (view.step(), view.match.for_all().roles) == (MATCH, ("client",))
        view.back.click()
        assert view.step() == CHOOSE
