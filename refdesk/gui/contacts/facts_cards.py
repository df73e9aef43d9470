"""The upper half of the facts pane: what comes next, readiness, rhythm, and what was given and received."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from refdesk.gui.contacts import facts_words as words
from refdesk.gui.contacts.facts_marks import Balance, Pips
from refdesk.gui.contacts.facts_rows import INSET, RowButton
from refdesk.gui.contacts.facts_values import coming_text, ready_text
from refdesk.gui.theme.fonts import BODY, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.band import IconMark
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.label import Label
from refdesk.services.facts import About

_ICONS = {"plan": "calendar", "task": "flag", "partner": "handshake", "birthday": "cake"}
_ACTS = {"plan": "Open the brief", "task": "Mark as done", "partner": "Open the brief", "birthday": "Log your wishes"}


def title(theme: Theme, said: str) -> Label:
    """The title of one part of the pane."""
    return Label(theme, said, BODY, weight=SEMIBOLD)


class NextCard(QWidget):
    """What comes next, with its one button; where nothing does, the offer to plan a meeting. `acted` is its button."""

    acted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        card = QFrame()
        card.setProperty("pane", "card")
        self._icon = IconMark(theme, "calendar", "accent", 16)
        self._what = Label(theme, "", BODY, weight=SEMIBOLD, wrap=True)
        self._when = Label(theme, "", SMALL, "text2", wrap=True)
        self.button = Button(theme, "", small=True)
        self.button.clicked.connect(self.acted)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._what, 1)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.setSpacing(4)
        inside.addLayout(head)
        inside.addWidget(self._when)
        inside.addSpacing(4)
        inside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, 0, INSET, 0)
        column.addWidget(card)

    def show_about(self, about: About, today: date) -> None:
        """Show what comes first."""
        coming = about.coming
        if coming is None:
            self._icon.set_icon("calendar-plus", "text3")
            self._what.setText("Nothing planned")
            self._when.setText("")
            self.button.set_words("Plan a meeting")
        else:
            self._icon.set_icon(_ICONS[coming.kind], "accent")
            self._what.setText(coming.title)
            self._when.setText(coming_text(coming, today))
            self.button.set_words(_ACTS[coming.kind])
        self._when.setVisible(bool(self._when.text()))


class ReadyCard(RowButton):
    """The five pips and one sentence; a click goes to the person in Ready to ask."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._pips = Pips(theme)
        self._said = Label(theme, "", SMALL, "text2", wrap=True)
        head = QHBoxLayout()
        head.addWidget(title(theme, "Ready to ask"))
        head.addStretch(1)
        head.addWidget(self._pips)
        face = QVBoxLayout()
        face.setSpacing(4)
        face.addLayout(head)
        face.addWidget(self._said)
        self.set_face(face)

    def show_about(self, about: About, today: date) -> None:
        """Show how they stand."""
        said = ready_text(about, today)
        self._pips.show_verdict(about.standing.verdict)
        self._said.setText(said)
        met = sum(gate.verdict == "met" for name, gate in about.standing.verdict.gates() if name != "timing")
        self.setAccessibleName(f"Ready to ask: {met} of 5 gates met. {said}")
        self.updateGeometry()

    def words(self) -> str:
        """The sentence."""
        return self._said.text()


class KeepCard(RowButton):
    """The rhythm in a sentence; a click edits it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._said = Label(theme, "", SMALL, "text2", wrap=True)
        face = QVBoxLayout()
        face.setSpacing(4)
        face.addWidget(title(theme, "Keep in touch"))
        face.addWidget(self._said)
        self.set_face(face)

    def show_about(self, about: About, today: date) -> None:
        """Show the rhythm."""
        said = words.keep_in_touch_text(about.person.cadence_days, about.last_talk, about.keep_by, today)
        self._said.setText(said)
        self.setAccessibleName(f"Keep in touch: {said}")
        self.updateGeometry()

    def words(self) -> str:
        """The sentence."""
        return self._said.text()


class BalanceCard(QWidget):
    """What was given and received, or that nothing was noted yet."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._bar = Balance(theme)
        self._none = Label(theme, "Nothing noted either way yet.", SMALL, "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, 0, INSET, 0)
        column.setSpacing(6)
        column.addWidget(title(theme, "Giving and receiving"))
        column.addWidget(self._bar)
        column.addWidget(self._none)

    def show_about(self, about: About) -> None:
        """Show the two numbers."""
        balance = about.ledger.balance
        any_ = balance.since is not None
        self._bar.show_counts(balance.gave, balance.received)
        self._bar.setVisible(any_)
        self._none.setVisible(not any_)


class LogOffer(QFrame):
    """The quiet question after a call or a letter; `accepted` when the user wants it logged."""

    accepted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("pane", "card")
        self._words = Label(theme, "", SMALL, "text2", wrap=True)
        self.button = Button(theme, "Log it", small=True, icon="plus")
        self.close_button = Button(theme, "Not now", Kind.GHOST, small=True)
        self.button.clicked.connect(self._accept)
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.button)
        row.addWidget(self.close_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.addWidget(self._words)
        column.addLayout(row)
        self.hide()

    def offer(self, said: str) -> None:
        """Ask."""
        self._words.setText(said)
        self.show()

    def _accept(self) -> None:
        self.hide()
        self.accepted.emit()
