"""The right of Ready to ask: one person, the verdict with its one next step, and everything that it rests on."""

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from refdesk.domain.words import Gate
from refdesk.gui.ready.anyway import Anyway
from refdesk.gui.ready.cards import Cards
from refdesk.gui.ready.gates import Gates
from refdesk.gui.ready.parts import Portrait
from refdesk.gui.ready.steps import Advice, Step, advice
from refdesk.gui.ready.words import order_terms, role_line
from refdesk.gui.theme.fonts import BODY, SEMIBOLD, SMALL, TITLE2
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.band import Band, IconMark, Message
from refdesk.gui.widgets.buttons import Button
from refdesk.gui.widgets.label import Label
from refdesk.services.ready_card import ReadyCard
from refdesk.services.ready_list import FIVE_GATES

AVATAR, MARGIN, BLOCK = 48, 24, 16


class Detail(QScrollArea):
    """Everything about one person. ``stepped`` carries a `Step`, ``opened_record`` an `Evidence`."""

    contact_requested = Signal()
    stepped = Signal(object)
    opened_record = Signal(object)
    person_opened = Signal(str)
    profile_opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._advice: Advice | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName("Details")
        # Tab goes to what is inside; the arrows scroll from there.
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        self._page = QFrame()
        self._page.setProperty("pane", "base")
        self._make_head()
        self.band = Band(theme, self._page)
        self.gates = Gates(theme, self._page)
        self._heading = Label(theme, "", BODY, weight=SEMIBOLD)
        self._checked = Label(theme, "", SMALL, "text2")
        self._besides = QFrame(self._page)
        self._besides_words = Label(theme, "", SMALL, "text2", wrap=True)
        self._cards = Cards(theme, self._page)
        self.anyway = Anyway(theme, self._page)
        self._order = Label(theme, "", SMALL, "text3", wrap=True)
        self._lay_out()
        self.setWidget(self._page)
        self.band.acted.connect(self._acted)
        self.gates.stepped.connect(self.stepped)
        self.gates.opened_record.connect(self.opened_record)
        self.gates.grown.connect(self._reveal)
        self._cards.person_opened.connect(self.person_opened)
        self._cards.profile_opened.connect(self.profile_opened)
        self.open_contact.clicked.connect(self.contact_requested)
        self.anyway.stepped.connect(self.stepped)

    def _make_head(self) -> None:
        theme = self._theme
        self._portrait = Portrait(theme, AVATAR, self._page)
        self._name = Label(theme, "", TITLE2, wrap=True)
        self._role = Label(theme, "", SMALL, "text2", wrap=True)
        self.open_contact = Button(theme, "Open contact", icon="square-arrow-out-up-right", parent=self._page)

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._role)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._portrait)
        head.addLayout(names, 1)
        head.addWidget(self.open_contact)
        titles = QHBoxLayout()
        titles.addWidget(self._heading, 1)
        titles.addWidget(self._checked)
        besides = QHBoxLayout(self._besides)
        besides.setContentsMargins(2, 0, 0, 0)
        besides.setSpacing(8)
        besides.addWidget(IconMark(self._theme, "clock", "text3", 16))
        besides.addWidget(self._besides_words, 1)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(MARGIN, 20, MARGIN, 20)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(BLOCK)
        column.addWidget(self.band)
        column.addSpacing(BLOCK)
        column.addLayout(titles)
        column.addSpacing(8)
        column.addWidget(self.gates)
        column.addSpacing(8)
        column.addWidget(self._besides)
        column.addSpacing(8)
        column.addWidget(self._cards)
        column.addSpacing(14)
        column.addWidget(self.anyway)
        column.addWidget(self._order)
        column.addStretch(1)

    def show_card(self, card: ReadyCard, today: date) -> None:
        """Show this person."""
        person, verdict = card.person, card.readiness.standing.verdict
        self._advice = advice(card, today)
        self._portrait.show_name(person.name)
        self._name.setText(person.name)
        role = role_line(person, today)
        self._role.setText(role)
        self._role.setVisible(bool(role))
        self._show_advice(self._advice)
        ready = verdict.state == "ready"
        self._heading.setText(f"Why {person.first_name} is ready" if ready else "What’s in place, and what isn’t")
        self._checked.setText("Checked today from your timeline" if ready else f"{card.met} of 5 gates met")
        self.gates.show_card(card)
        waits_besides = verdict.timing.verdict == "not_yet" and verdict.next_gate != "timing"
        self._besides.setVisible(waits_besides)
        self._besides_words.setText(f"Besides: {card.timing_sentence}" if waits_besides else "")
        self._cards.show_card(card)
        self.anyway.show_card(card)
        self._order.setText(order_terms(verdict.terms))
        self.setAccessibleName(f"Details of {person.name}")

    def primary(self) -> Step | None:
        """The main step; None where there is nothing to press."""
        return self._advice.steps[0] if self._advice and self._advice.steps else None

    def toggle_gate(self, gate: Gate) -> None:
        """Open or close what decided a gate."""
        self.gates.toggle(FIVE_GATES.index(gate))

    def scroll_to_top(self) -> None:
        """Begin with the verdict, as for somebody new."""
        self.verticalScrollBar().setValue(0)

    def _show_advice(self, said: Advice) -> None:
        words = tuple(step.words for step in said.steps)
        self.band.show_message(Message(said.tone, said.text, said.title, said.icon, words))

    def _acted(self, words: str) -> None:
        for step in self._advice.steps if self._advice else ():
            if step.words == words:
                self.stepped.emit(step)
                return

    def _reveal(self, row: QWidget) -> None:
        # The panel has its size only once the layout has run.
        QTimer.singleShot(0, row, lambda: self.ensureWidgetVisible(row))
