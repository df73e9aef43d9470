"""The data page: where the book is, backups, exports and imports, with what takes long on the worker."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from refdesk.domain.person import Person
from refdesk.gui.settings.data import DataPage
from refdesk.gui.settings.data_words import import_words, moment_words, size_words
from refdesk.services.imports.run import import_files
from refdesk.services.people import add_person
from refdesk.services.safekeeping import backups_of
from refdesk.storage.records import each
from refdesk.storage.tables import Batch
from tests.gui.hands import button
from tests.gui.settings.windows import Opened

TODAY = date(2026, 11, 18)


@pytest.fixture
def page(opened: Opened) -> DataPage:
    page = opened.page("data")
    assert isinstance(page, DataPage)
    return page


class Folders(QObject):
    """Takes the place of the system's file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @Slot(QUrl)
    def show_folder(self, url: QUrl) -> None:
        self.shown.append(url.toLocalFile())


def test_the_file_is_named_and_its_folder_shown(page: DataPage, opened: Opened) -> None:
    assert page.place.text() == str(opened.view.session.book.path)
    folders = Folders()
    QDesktopServices.setUrlHandler("file", folders, "show_folder")
    try:
        button(page, "Show in folder").click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert folders.shown == [str(opened.view.session.book.path.parent)]


def test_a_backup_is_made_on_the_worker_and_listed(page: DataPage, opened: Opened, qtbot: QtBot) -> None:
    assert page.backups.text().startswith("None yet.")
    page.back_up_now.click()
    assert not page.back_up_now.isEnabled()
    qtbot.waitUntil(page.back_up_now.isEnabled)
    (made,) = backups_of(opened.view.session.book.path)
    assert page.backups.text() == "Today at 12:00"
    assert page.band.accessibleName() == f"Backed up to {made.path}."


def test_a_backup_that_fails_says_why(page: DataPage, opened: Opened, qtbot: QtBot) -> None:
    path = opened.view.session.book.path
    path.with_name(f"{path.stem}-backups").write_text("in the way")
    page.back_up_now.click()
    qtbot.waitUntil(page.back_up_now.isEnabled)
    assert "can't be written" in page.band.accessibleName()


@pytest.mark.parametrize(("form", "begins"), [("json", b"{"), ("vcard", b"BEGIN:VCARD"), ("csv", b"")])
def test_an_export_goes_where_the_user_says(
    page: DataPage, opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, form: str, begins: bytes
) -> None:
    opened.view.session.publish(add_person(opened.view.session.desk(), Person(id="", name="Ana Ruiz"))[1])
    target = opened.view.session.book.path.parent / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    asked = page.exports[form]  # type: ignore[index] # one of its keys
    asked.click()
    qtbot.waitUntil(asked.isEnabled)
    data = target.read_bytes()
    assert data.startswith(begins)
    assert b"Ana" in data
    assert page.band.accessibleName() == f"Exported to {target}, {size_words(len(data))}."


def test_an_export_that_is_called_off_or_impossible_changes_nothing(
    page: DataPage, opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.exports["json"].click()
    assert page.exports["json"].isEnabled()
    book = opened.view.session.book.path
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(book), ""))
    page.exports["json"].click()
    qtbot.waitUntil(page.exports["json"].isEnabled)
    assert "the book itself" in page.band.accessibleName()


def listed(page: DataPage, qtbot: QtBot) -> QAbstractButton:
    """The button of the one import that can be taken back."""
    page.refresh()
    name = "Undo the import of phone.vcf"
    qtbot.waitUntil(lambda: any(b.accessibleName() == name and b.isVisible() for b in page.findChildren(QPushButton)))
    return button(page, name)


def bring_in(opened: Opened, tmp_path: Path) -> None:
    file = tmp_path / "phone.vcf"
    file.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ruiz\nEND:VCARD\n")
    import_files(opened.view.session.desk(), [file])


def test_an_import_is_listed_and_taken_back_on_the_worker(
    page: DataPage, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    bring_in(opened, tmp_path)
    listed(page, qtbot).click()
    assert opened.view.session.held
    qtbot.waitUntil(lambda: not opened.view.session.held)
    assert list(each(opened.view.session.book, Person)) == []
    assert opened.seen.said == ["Import of phone.vcf taken back."]
    assert page.band.accessibleName().startswith("The import is taken back. ")
    opened.view.session.undo()
    assert len(list(each(opened.view.session.book, Person))) == 1
    assert listed(page, qtbot).isVisible()


def test_an_import_that_was_taken_back_meanwhile_is_refused(
    page: DataPage, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    bring_in(opened, tmp_path)
    undo = listed(page, qtbot)
    undo.click()
    undo.click()
    qtbot.waitUntil(lambda: "already" in page.band.accessibleName())
    assert not opened.view.session.held


def test_words_of_backups_imports_and_sizes() -> None:
    ahead = timedelta(hours=1)
    assert moment_words(datetime(2026, 11, 17, 23, 30), ahead, TODAY) == "Today at 00:30"
    assert moment_words(datetime(2026, 11, 14, 7, 2), ahead, TODAY) == "14 November at 08:02"
    batch = Batch(
        id="b",
        at=datetime(2026, 11, 17, 8, 0),
        files=("a.csv", "b.vcf"),
        read=6,
        created=3,
        updated=2,
        unchanged=0,
        skipped=1,
        undone_on=TODAY,
    )
    assert import_words(batch, ahead, TODAY) == (
        "a.csv, b.vcf",
        "17 November at 09:00: 3 added, 2 updated, 1 skipped. Taken back today.",
    )
    assert [size_words(n) for n in (812, 12_345, 1_234_567)] == ["812 bytes", "12 kB", "1.2 MB"]
