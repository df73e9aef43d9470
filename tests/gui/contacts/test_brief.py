"""The brief as a window: read, copied, printed; and the two small questions about somebody's end."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from refdesk.domain.person import Person
from refdesk.gui.contacts import brief, erase
from refdesk.gui.contacts.brief import PRINT_FAILED, BriefDialog
from refdesk.gui.contacts.died import DiedDialog, ask_died
from refdesk.gui.contacts.erase import EraseDialog, ask_erase
from refdesk.gui.view import Tools
from refdesk.gui.widgets.buttons import Button
from refdesk.services import people
from refdesk.storage.records import each
from tests.gui.contacts.facts_book import now, shown
from tests.gui.views import Seen

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(tools: Tools, qtbot: QtBot) -> BriefDialog:
    people.edit_person(tools.session.desk(), replace(now(tools), about="Sings <b>tenor</b>", title="Solicitor"))
    found: BriefDialog = shown(qtbot, BriefDialog(tools, "ana"))
    return found


def test_the_brief_shows_words_as_they_are(page: BriefDialog) -> None:
    said = [label.text() for label in page.findChildren(QLabel)]
    assert "Ana Ruiz" in said
    assert "Solicitor, Ruiz & Sons <b> · client · known since 2019" in said
    assert "Sings <b>tenor</b>" in said
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in page.findChildren(QLabel))


def test_the_brief_is_copied_as_text(qtbot: QtBot, page: BriefDialog) -> None:
    qtbot.keyClick(page, KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().startswith("Ana Ruiz\nSolicitor,")
    assert page.said.text() == "Copied."


@pytest.mark.parametrize("accepted", [True, False])
def test_the_brief_prints_by_its_key(
    qtbot: QtBot, page: BriefDialog, monkeypatch: pytest.MonkeyPatch, accepted: bool
) -> None:
    printed: list[str] = []

    def print_brief(what: object, _: QPrinter) -> bool:
        printed.append(brief.brief_text(what))  # type: ignore[arg-type] # it is the page
        return True

    monkeypatch.setattr(QPrintDialog, "exec", lambda _: int(accepted))
    monkeypatch.setattr(brief, "print_brief", print_brief)
    qtbot.keyClick(page, KEY.Key_P, CTRL)
    assert len(printed) == int(accepted)
    assert page.said.text() == ("Printed." if accepted else "")


def test_a_printer_that_fails_is_told_of(page: BriefDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: 1)
    monkeypatch.setattr(brief, "print_brief", lambda *_: False)
    page.print_page()
    assert page.said.text() == PRINT_FAILED


def test_the_brief_prints_as_one_page(page: BriefDialog, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "brief.pdf"))
    assert brief.print_brief(page.page, printer)
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")
    assert "Sings <b>tenor</b>" in brief.document(page.page).toPlainText()


def test_a_brief_of_somebody_gone_says_so(qtbot: QtBot, tools: Tools) -> None:
    people.delete_person(tools.session.desk(), "ana")
    found: BriefDialog = shown(qtbot, BriefDialog(tools, "ana"))
    assert found.page.who == "They are in the trash. Take them out first."


def test_a_death_is_recorded_by_the_keyboard(qtbot: QtBot, tools: Tools, seen: Seen) -> None:
    dialog: DiedDialog = shown(qtbot, DiedDialog(tools, "ana", "Ana Ruiz", None))
    assert dialog.day.text() == "18 November 2026"
    for typed, problem in (("soon", "This isn’t a day"), ("1 January 2027", "This day lies ahead.")):
        dialog.day.selectAll()
        qtbot.keyClicks(dialog.day, typed)
        qtbot.keyClick(dialog.day, KEY.Key_Return)
        assert dialog.problem().startswith(problem)
        assert dialog.isVisible()
    dialog.day.selectAll()
    qtbot.keyClicks(dialog.day, "yesterday")
    qtbot.keyClick(dialog.day, KEY.Key_Return)
    assert not dialog.isVisible()
    assert str(now(tools).died_on) == "2026-11-17"
    assert seen.said == ["Ana Ruiz has died."]


def test_a_death_is_taken_back(qtbot: QtBot, tools: Tools) -> None:
    people.edit_person(tools.session.desk(), replace(now(tools), died_on=tools.session.today))
    dialog: DiedDialog = shown(qtbot, DiedDialog(tools, "ana", "Ana Ruiz", tools.session.today))
    button = next(found for found in dialog.findChildren(Button) if found.text() == "They are alive")
    qtbot.keyClick(button, KEY.Key_Space)
    assert now(tools).died_on is None


def test_what_the_book_refuses_is_said_in_the_dialog(qtbot: QtBot, tools: Tools) -> None:
    dialog: DiedDialog = shown(qtbot, DiedDialog(tools, "ana", "Ana Ruiz", None))
    people.delete_person(tools.session.desk(), "ana")
    qtbot.keyClick(dialog.day, KEY.Key_Return)
    assert dialog.problem() == "They are in the trash. Take them out first."


def test_erasing_needs_the_name(qtbot: QtBot, tools: Tools) -> None:
    dialog: EraseDialog = shown(qtbot, EraseDialog(tools, "ana", "Ana Ruiz"))
    qtbot.keyClicks(dialog.line, "ana")
    qtbot.keyClick(dialog.line, KEY.Key_Return)
    assert not dialog.primary.isEnabled()
    assert now(tools).name == "Ana Ruiz"
    qtbot.keyClicks(dialog.line, " ruiz")
    with qtbot.waitSignal(tools.session.renewed):
        qtbot.keyClick(dialog.line, KEY.Key_Return)
    assert not dialog.isVisible()
    assert [person.id for person in each(tools.session.book, Person)] == ["bo"]


def test_keeping_is_one_key(qtbot: QtBot, tools: Tools) -> None:
    dialog: EraseDialog = shown(qtbot, EraseDialog(tools, "ana", "Ana Ruiz"))
    qtbot.keyClicks(dialog.line, "Ana Ruiz")
    qtbot.keyClick(dialog.line, KEY.Key_Escape)
    assert not dialog.isVisible()
    assert now(tools).name == "Ana Ruiz"


def test_somebody_erased_meanwhile_is_told(qtbot: QtBot, tools: Tools) -> None:
    dialog: EraseDialog = shown(qtbot, EraseDialog(tools, "ana", "Ana Ruiz"))
    qtbot.keyClicks(dialog.line, "Ana Ruiz")
    erase.erase_person(tools.session.desk(), "ana")
    qtbot.keyClick(dialog.line, KEY.Key_Return)
    assert dialog.problem().startswith("There is no person")


def test_nobody_is_asked_about(tools: Tools, seen: Seen) -> None:
    assert not ask_died(tools, "nobody")
    assert not ask_erase(tools, "nobody")
    assert len(seen.refused) == 2
