"""The envelope before it is printed: its size is remembered, it is drawn whole, and what fails can be tried again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.logging import _QtMessageCapture
from pytestqt.qtbot import QtBot

from refdesk.gui.notes import envelope_print
from refdesk.gui.notes.envelope_paper import SIZES, EnvelopeSize, draw, print_envelope, save_envelope, size_of
from refdesk.gui.notes.envelope_print import AGAIN, SAVE, EnvelopeDialog
from refdesk.gui.notes.view import NotesView
from refdesk.gui.theme.fonts import PAPER
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from tests.gui.hands import button, press, type_
from tests.gui.notes.desks import note
from tests.gui.views import Seen

CTRL = Qt.KeyboardModifier.ControlModifier
LONG = "The Honourable Maximiliana Featherstonehaugh-Cholmondeley and all who live with her by the river"
LINES = ("Ana Ruiz", "27 Welsh Back", "BRISTOL", "BS1 4RR")


@pytest.fixture
def dialog(desk_of: tuple[Tools, Seen], qtbot: QtBot) -> EnvelopeDialog:
    return shown(desk_of[0], qtbot)


def shown(tools: Tools, qtbot: QtBot) -> EnvelopeDialog:
    dialog = EnvelopeDialog(tools, tools.session.desk().person("ana"))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def inked(size: EnvelopeSize, lines: tuple[str, ...], theme: Theme) -> tuple[int, int, int, int]:
    """The box of what is drawn, as per cent of the envelope: left, top, right, bottom."""
    image = QImage(size.units.width() // 2, size.units.height() // 2, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw(painter, size, lines, theme.fonts.font(PAPER))
    painter.end()
    dark = [
        (100 * x // image.width(), 100 * y // image.height())
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).lightness() < 128
    ]
    across, down = [x for x, _ in dark], [y for _, y in dark]
    return min(across), min(down), max(across), max(down)


def test_ctrl_p_shows_the_envelope_and_esc_comes_back(view: NotesView, qtbot: QtBot) -> None:
    QTest.keyClick(view._panes.list, Qt.Key.Key_P, CTRL)
    dialog = view.findChild(EnvelopeDialog)
    assert dialog is not None
    assert dialog.preview.accessibleName() == "Envelope: Ana Ruiz, 27 Welsh Back, BRISTOL, BS1 4RR"
    qtbot.waitUntil(dialog.print_button.hasFocus)
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert view.focusWidget() is view._panes.list


def test_ctrl_p_on_the_paper_saves_the_words_and_where_nobody_lives_asks(view: NotesView) -> None:
    view._go_to("card")
    view.edit()
    type_("mine ")
    QTest.keyClick(view._panes.letter.paper.letter, Qt.Key.Key_P, CTRL)
    assert view._panes.facts.is_asking()
    assert note(view, "card").text.startswith("mine Dear Bob")
    assert view.findChild(EnvelopeDialog) is None


def test_the_button_prints_what_the_card_beside_it_shows(view: NotesView) -> None:
    button(view, "Print envelope").click()
    dialog = view.findChild(EnvelopeDialog)
    assert dialog is not None
    dialog.home_choice.choose("US")
    assert dialog.preview.accessibleName().endswith("BS1 4RR")
    dialog.reject()


def test_the_last_size_and_country_are_remembered(
    desk_of: tuple[Tools, Seen], dialog: EnvelopeDialog, qtbot: QtBot
) -> None:
    assert (dialog.size_choice.key(), dialog.home_choice.key()) == ("c6", "GB")
    dialog.size_choice.setFocus()
    QTest.keyClick(dialog.size_choice, Qt.Key.Key_Down)
    dialog.home_choice.choose("IE")
    again = shown(desk_of[0], qtbot)
    assert (again.size_choice.key(), again.home_choice.key()) == ("dl", "IE")
    assert again.preview.width() == dialog.preview.width()
    assert again.preview.height() * 2 == pytest.approx(again.preview.width(), abs=2)


@pytest.mark.parametrize("size", SIZES)
def test_the_address_stands_right_of_the_middle_and_leaves_room_below(size: EnvelopeSize, theme: Theme) -> None:
    left, top, right, bottom = inked(size, LINES, theme)
    assert 40 <= left <= 50
    assert 40 <= top <= 55
    assert right <= 95
    assert bottom <= 88


@pytest.mark.parametrize("size", SIZES)
def test_a_long_line_and_many_lines_stay_on_the_envelope(size: EnvelopeSize, theme: Theme) -> None:
    left, top, right, bottom = inked(size, (LONG, *LINES, *LINES), theme)
    assert left >= 3
    assert top >= 5
    assert right <= 97
    assert bottom <= 90


@pytest.mark.parametrize("size", SIZES)
def test_a_pdf_is_one_page_as_large_as_the_envelope(size: EnvelopeSize, theme: Theme, tmp_path: Path) -> None:
    path = tmp_path / "envelope.pdf"
    assert save_envelope(path, size, LINES, theme.fonts.font(PAPER))
    found = path.read_bytes()
    assert found.startswith(b"%PDF")
    assert found.count(b"/Type /Page\n") == 1
    wide, high = (float(part) for part in found.split(b"/MediaBox [0 0 ")[1].split(b"]")[0].split())
    assert (wide / 72 * 254, high / 72 * 254) == pytest.approx((size.units.width(), size.units.height()), abs=8)


def test_a_pdf_that_cannot_be_written_leaves_nothing(theme: Theme, tmp_path: Path) -> None:
    assert not save_envelope(tmp_path / "none" / "e.pdf", SIZES[0], LINES, theme.fonts.font(PAPER))
    assert list(tmp_path.iterdir()) == []


def test_it_prints_as_the_printer_is_asked_to(theme: Theme, tmp_path: Path, qtlog: _QtMessageCapture) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert print_envelope(printer, size_of("dl"), LINES, theme.fonts.font(PAPER))
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    printer.setOutputFileName(str(tmp_path / "none" / "out.pdf"))
    with qtlog.disabled():  # Qt says so too
        assert not print_envelope(printer, size_of("dl"), LINES, theme.fonts.font(PAPER))


def test_what_did_not_print_can_be_tried_again_or_saved(
    dialog: EnvelopeDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answers = [False, True]
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QPrintDialog.DialogCode.Accepted)
    monkeypatch.setattr(envelope_print, "print_envelope", lambda *_: answers.pop(0))
    QTest.keyClick(dialog, Qt.Key.Key_P, CTRL)
    assert dialog.trouble.isVisible()
    assert "The envelope didn't print." in dialog.trouble.accessibleName()
    button(dialog, AGAIN).click()
    assert not dialog.trouble.isVisible()
    assert dialog.said.text() == "Printed."
    answers.append(False)
    button(dialog, "Print…").click()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "saved.pdf"), ""))
    button(dialog, SAVE).click()
    assert (tmp_path / "saved.pdf").exists()
    assert dialog.said.text() == "Saved."
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "none" / "saved.pdf"), ""))
    button(dialog, f"{SAVE}…").click()
    assert "couldn't be saved there" in dialog.trouble.accessibleName()
    assert not dialog.said.isVisible()
