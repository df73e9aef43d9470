"""The steps of one referral from top to bottom: a mark to tick, a title, a day, and a few words; one is the current."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import BODY, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import marks, painting
from refdesk.gui.widgets.days import due_words, short_day
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.marks import Heart
from refdesk.services.referral_detail import StepKey, StepLine

MARK, HIT, LEAST_HIT, GAP, MOST_STEPS = 18, 26, 24, 10, 8
FIXED: frozenset[StepKey] = frozenset(("asked",))
"""What is not ticked here: an ask is answered where asks are."""

_STATES = {"done": "done", "skipped": "skipped", "current": "next", "future": "to come"}


class StepMark(QAbstractButton):
    """A tick, a heart or a hollow ring; pressed, the step is taken, or taken back."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step: StepLine | None = None
        self._late = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_step(self, step: StepLine, *, late: bool, spoken: str) -> None:
        """Show how the step stands."""
        self._step, self._late = step, late
        self.setEnabled(step.key not in FIXED)
        is_taken = step.state in ("done", "skipped")
        self.setAccessibleName(spoken)
        self.setAccessibleDescription("Space takes it back" if is_taken else "Space takes it")
        self.setToolTip("" if step.key in FIXED else "Take it back" if is_taken else "Mark as done")
        self.update()

    def sizeHint(self) -> QSize:
        """26 pixels square, to be hit."""
        return painting.square(self._theme.px(HIT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it by Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        if self._step is None:
            return
        theme = self._theme
        painter = QPainter(self)
        if self.underMouse() and self.isEnabled():
            painting.fill(painter, self.rect(), theme.tokens.hover)
        side = theme.px(MARK)
        spot = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        state, is_heart = self._step.state, self._step.key.startswith("thanks")
        if state == "skipped":
            painting.icon(painter, theme, spot, "minus", "text3", MARK)
        elif is_heart:
            heart = Heart.GIVEN if state == "done" else Heart.LATER
            if state == "current":
                heart = Heart.LATE if self._late else Heart.DUE
            marks.heart(painter, theme, spot, heart)
        else:
            role = {"done": "good", "current": "bad" if self._late else "accent"}.get(state, "text3")
            painting.icon(painter, theme, spot, "circle-check" if state == "done" else "circle", role, MARK)
        if painting.has_keyboard_focus(self):
            painting.focus_ring(painter, self.rect(), theme.tokens.focus)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class DayButton(QAbstractButton):
    """The day on which a step was taken; pressed, it can be corrected."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip("Change the day")
        theme.changed.connect(self._restyle)

    def show_day(self, words: str, spoken: str) -> None:
        """Show this day."""
        self.setText(words)
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the day, and high enough to be hit."""
        return QSize(painting.text_width(self.text(), self._theme.fonts.font(SMALL)) + 2, self._theme.px(LEAST_HIT))

    def minimumSizeHint(self) -> QSize:
        """The same: a day is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the day as a fact, and as a link where it is pointed at."""
        theme = self._theme
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        role = "accent" if self.underMouse() or self.hasFocus() else "text2"
        right = Qt.AlignmentFlag.AlignRight
        painting.text(painter, self.rect(), self.text(), theme.fonts.font(SMALL), theme.tokens.colour(role), right)
        if painting.has_keyboard_focus(self):
            painting.focus_ring(painter, self.rect(), theme.tokens.focus, painting.CHIP_RADIUS)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class StepRow(QWidget):
    """One step; what can be done at the current one is put into it by `hold`."""

    ticked = Signal(str)
    day_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = ""
        self._is_last = False
        self.mark = StepMark(theme, self)
        self._title = Label(theme, "", BODY, weight=SEMIBOLD, wrap=True)
        self._due = Label(theme, "", SMALL, "text2")
        self.day = DayButton(theme, self)
        self._words = Label(theme, "", SMALL, "text2", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._title, 1)
        head.addWidget(self._due)
        head.addWidget(self.day)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 1, 0, 5)
        self._column.setSpacing(0)
        self._below = QVBoxLayout()
        head.addStrut(theme.px(LEAST_HIT))
        self._column.addLayout(head)
        self._column.addWidget(self._words)
        self._column.addLayout(self._below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)
        self.mark.clicked.connect(self._tick)
        self.day.clicked.connect(self._ask_day)
        theme.changed.connect(self.update)

    def show_step(self, step: StepLine, today: date, *, is_last: bool) -> None:
        """Show a step."""
        self._key, self._is_last = step.key, is_last
        late = step.state == "current" and step.due is not None and step.due < today
        due = "" if step.due is None or step.state != "current" else due_words(step.due, today)[0]
        self._title.setText(step.title)
        self._title.set_role("text2" if step.state in ("future", "skipped") else "text")
        self._due.setText(due)
        self._due.set_role("bad" if late else "text2")
        self._due.setVisible(bool(due))
        day = short_day(step.on, today) if step.on else ""
        may_change = bool(day) and step.key not in FIXED
        self.day.show_day(day, f"{step.title} on {day}. Change the day")
        self.day.setVisible(may_change)
        if day and not may_change:
            self._due.setText(day)
            self._due.show()
        self._words.setText(step.words)
        self._words.setVisible(bool(step.words))
        spoken = f"{step.title}: {_STATES[step.state]}{f', {day}' if day else ''}{f', {due}' if due else ''}."
        self.mark.show_step(step, late=late, spoken=f"{spoken} {step.words}".strip())
        self.update()

    def let_go(self) -> None:
        """Take no room for a card that stands elsewhere."""
        self._below.setContentsMargins(0, 0, 0, 0)

    def hold(self, card: QWidget) -> None:
        """Take in the card of the current step."""
        self._below.addWidget(card)
        self._below.setContentsMargins(0, 6, 0, 3)
        card.show()

    def key(self) -> str:
        """Which step it is."""
        return self._key

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line to the next step."""
        if self._is_last:
            return
        painter = QPainter(self)
        hit = self._theme.px(HIT)
        line = QRect(hit // 2, hit, 1, self.height() - hit)
        visual = painting.mirrored(self.layoutDirection(), self.rect(), line)
        painting.hairline(painter, visual, self._theme.tokens.border)
        painter.end()

    def _tick(self) -> None:
        self.ticked.emit(self._key)

    def _ask_day(self) -> None:
        self.day_requested.emit(self._key)


class StepList(QWidget):
    """All steps of one referral; the rows are made once and shown anew."""

    ticked = Signal(str)
    day_requested = Signal(str)

    def __init__(self, theme: Theme, card: QWidget, parent: QWidget | None = None) -> None:
        """``card`` stands under the current step."""
        super().__init__(parent)
        self._card = card
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = tuple(StepRow(theme, self) for _ in range(MOST_STEPS))
        for row in self.rows:
            column.addWidget(row)
            row.ticked.connect(self.ticked)
            row.day_requested.connect(self.day_requested)

    def show_steps(self, steps: Sequence[StepLine], today: date) -> None:
        """Show these."""
        self._card.hide()
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(steps))
            row.let_go()
            if place < len(steps):
                row.show_step(steps[place], today, is_last=place == len(steps) - 1)
                if steps[place].state == "current":
                    row.hold(self._card)

    def row_of(self, key: str) -> StepRow | None:
        """The row of a step."""
        return next((row for row in self.rows if row.isVisibleTo(self) and row.key() == key), None)
