"""The paper as a text field: the gap between paragraphs is half a line, and every edit is undone and redone whole."""

from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from refdesk.gui.notes.paper import LetterEdit
from refdesk.gui.theme.theme import Theme

LETTER = "Dear Bob,\n\nhappy day.\n\nYours,\nInês"
CTRL = Qt.KeyboardModifier.ControlModifier
MOST_UNDOS = 200


@pytest.fixture
def paper(theme: Theme, qtbot: QtBot) -> LetterEdit:
    edit = LetterEdit(theme)
    qtbot.addWidget(edit)
    edit.show_text(LETTER)
    return edit


def lines(paper: LetterEdit) -> list[tuple[str, float]]:
    """Every line with its height."""
    document = paper.document()
    blocks = map(document.findBlockByNumber, range(document.blockCount()))
    return [(block.text(), block.blockFormat().lineHeight()) for block in blocks]


def expected(text: str) -> list[tuple[str, float]]:
    """Every line with the height that it ought to have."""
    found, before = [], ""
    for line in text.split("\n"):
        found.append((line, 14.0 if not line.strip() and before.strip() else 28.0))
        before = line
    return found


def edit_somehow(paper: LetterEdit, chance: Random) -> None:
    """One edit of a user's, by the keyboard, at the cursor or somewhere else."""
    cursor = paper.textCursor()
    if chance.random() < 0.5:
        cursor.setPosition(chance.randrange(len(paper.toPlainText()) + 1))
    if chance.random() < 0.2:
        cursor.setPosition(chance.randrange(len(paper.toPlainText()) + 1), QTextCursor.MoveMode.KeepAnchor)
    paper.setTextCursor(cursor)
    way = chance.randrange(6)
    if way <= 1:
        QTest.keyClicks(paper, chance.choice(("a", "b", " ", "word ")))
    elif way <= 3:
        QTest.keyClick(paper, chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)))
    elif way == 4:
        QGuiApplication.clipboard().setText(chance.choice(("x\n\ny", "\n\n", "q")))
        QTest.keyClick(paper, chance.choice((Qt.Key.Key_V, Qt.Key.Key_X)), CTRL)
    else:
        paper.toggle_words(chance.choice(("a chef", "word")))


def test_paragraphs_stand_half_a_line_apart_and_further_blank_lines_are_whole(paper: LetterEdit) -> None:
    assert lines(paper) == expected(LETTER)
    paper.moveCursor(QTextCursor.MoveOperation.End)
    for _ in range(3):
        QTest.keyClick(paper, Qt.Key.Key_Return)
    assert [height for _, height in lines(paper)] == [28.0, 14.0, 28.0, 14.0, 28.0, 28.0, 14.0, 28.0, 28.0]


@pytest.mark.parametrize("seed", range(25))
def test_whatever_is_edited_every_undo_and_redo_is_whole(paper: LetterEdit, seed: int) -> None:
    chance = Random(seed)
    for _ in range(25):
        edit_somehow(paper, chance)
        assert lines(paper) == expected(paper.toPlainText())
    typed, undone = paper.toPlainText(), 0
    while paper.document().isUndoAvailable():
        QTest.keyClick(paper, Qt.Key.Key_Z, CTRL)
        undone += 1
        assert lines(paper) == expected(paper.toPlainText())
        assert undone < MOST_UNDOS
    assert paper.toPlainText() == LETTER
    for _ in range(undone):
        paper.redo()
        assert lines(paper) == expected(paper.toPlainText())
    assert paper.toPlainText() == typed


def test_letters_are_undone_together(paper: LetterEdit) -> None:
    paper.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(paper, " and all")
    paper.undo()
    assert paper.toPlainText() == LETTER
