"""The five gates of one person: each with its evidence in a sentence, and behind it what decided."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from refdesk.domain.daywords import short_day
from refdesk.domain.words import Gate
from refdesk.gui.ready.parts import GateMark, RecordLine
from refdesk.gui.ready.steps import Step, gate_steps
from refdesk.gui.ready.words import GATE_TITLES, gate_note, what_decides
from refdesk.gui.theme.fonts import BODY, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.band import IconMark
from refdesk.gui.widgets.buttons import Button
from refdesk.gui.widgets.flow import FlowLayout
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.pressable import Pressable
from refdesk.services.ready_card import Evidence, GateCard, ReadyCard
from refdesk.services.ready_list import FIVE_GATES

MOST_EVIDENCE = 6
INDENT, SIDE = 46, 14
_ICONS = {"entry": "history", "referral": "route", "person": "users-round"}


class GateHead(Pressable):
    """A gate's title and its sentence; pressing it opens what decided it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setCheckable(True)
        self._mark = GateMark(theme, self)
        self._title = Label(theme, "", BODY, weight=SEMIBOLD)
        self.sentence = Label(theme, "", SMALL, "text2", wrap=True)
        self._chevron = IconMark(theme, "chevron-right", "text3", 16, self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self.sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 9, SIDE, 9)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        row.addWidget(self._chevron)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._turn)

    def show_gate(self, card: GateCard) -> None:
        """Show this gate."""
        self._mark.show_result(card.result)
        self._title.setText(GATE_TITLES[card.gate])
        self.sentence.setText(card.sentence)
        self.sentence.set_role({"met": "text2", "not_yet": "warn", "blocked": "bad"}[card.result.verdict])
        self.setAccessibleName(f"{gate_note(card.gate, card.result)}. {card.sentence}")
        self.setAccessibleDescription("Enter shows what decided it")

    def _turn(self, opened: bool) -> None:
        self._chevron.set_icon("chevron-down" if opened else "chevron-right", "text3")


class GateRow(QWidget):
    """One gate: its head, and the panel that it opens, which is filled only then."""

    opened_record = Signal(object)
    stepped = Signal(object)
    toggled = Signal(bool)

    def __init__(self, theme: Theme, *, is_first: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_first = is_first
        self._card: ReadyCard | None = None
        self._gate: Gate = "results"
        self._panel: QWidget | None = None
        self.head = GateHead(theme, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0 if is_first else 1, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self.head.toggled.connect(self._open)

    def show_gate(self, card: ReadyCard, gate: Gate) -> None:
        """Show this gate of somebody; an open panel stays open and is filled anew."""
        self._card, self._gate = card, gate
        self.head.show_gate(card.gate(gate))
        if self.head.isChecked():
            self._fill()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that parts it from the gate above."""
        if not self._is_first:
            painter = QPainter(self)
            painting.hairline(painter, QRect(0, 0, self.width(), 1), self._theme.tokens.border)
            painter.end()

    def _open(self, opened: bool) -> None:
        if opened:
            self._fill()
        else:
            self._clear()
        self.toggled.emit(opened)

    def _clear(self) -> None:
        if self._panel is not None:
            self._column.removeWidget(self._panel)
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None

    def _fill(self) -> None:
        self._clear()
        if self._card is None:
            return
        panel = self._panel = QWidget(self)
        column = QVBoxLayout(panel)
        px = self._theme.px
        column.setContentsMargins(px(INDENT), 0, px(SIDE), px(12))
        column.setSpacing(2)
        words = what_decides(self._gate, self._card.person, self._card.policy)
        column.addWidget(Label(self._theme, words, SMALL, "text3", wrap=True))
        self._add_evidence(column, self._card.gate(self._gate).evidence)
        self._add_steps(column, gate_steps(self._card, self._gate))
        self._column.addWidget(panel)

    def _add_evidence(self, column: QVBoxLayout, evidence: Sequence[Evidence]) -> None:
        reckoned_on = self._card.readiness.standing.verdict.reckoned_on if self._card else None
        for one in evidence[:MOST_EVIDENCE]:
            day = short_day(one.on, reckoned_on) if one.on and reckoned_on else ""
            line = RecordLine(self._theme, _ICONS[one.kind], day, one.words)
            line.setEnabled(bool(one.id))
            line.clicked.connect(partial(self.opened_record.emit, one))
            column.addWidget(line)
        left = len(evidence) - MOST_EVIDENCE
        if left > 0:
            column.addWidget(Label(self._theme, f"and {left} more, on their page", SMALL, "text3"))

    def _add_steps(self, column: QVBoxLayout, steps: Sequence[Step]) -> None:
        if not steps:
            return
        row = FlowLayout(gap=8)
        row.setContentsMargins(0, 6, 0, 0)
        for step in steps:
            button = Button(self._theme, step.words, small=True)
            button.clicked.connect(partial(self.stepped.emit, step))
            row.addWidget(button)
        column.addLayout(row)


class Gates(QFrame):
    """The five of them in one card. ``opened_record`` carries an `Evidence`, ``stepped`` a `Step`."""

    opened_record = Signal(object)
    stepped = Signal(object)
    grown = Signal(QWidget)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "card")
        self.setAccessibleName("Gates")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.rows: list[GateRow] = []
        for number, _ in enumerate(FIVE_GATES):
            row = GateRow(theme, is_first=number == 0, parent=self)
            row.opened_record.connect(self.opened_record)
            row.stepped.connect(self.stepped)
            row.toggled.connect(partial(self._toggled, row))
            self.rows.append(row)
            column.addWidget(row)

    def show_card(self, card: ReadyCard) -> None:
        """Show somebody's; panels that are open stay so, for one gate is often compared between people."""
        for row, gate in zip(self.rows, FIVE_GATES, strict=True):
            row.show_gate(card, gate)

    def toggle(self, number: int) -> None:
        """Open or close the gate of this number, counted from 0."""
        self.rows[number].head.toggle()

    def _toggled(self, row: GateRow, opened: bool) -> None:
        if opened:
            self.grown.emit(row)
