"""Month by month: bars of what was given and received, with their numbers, or the same as a table."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStackedWidget, QWidget

from refdesk.domain.ledger import Month
from refdesk.gui.theme.fonts import MICRO, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.days import day_text
from refdesk.gui.widgets.label import Label

UP, DOWN, NUMBER, NAME, WIDEST = 38, 38, 18, 26, 40
SIDES = ("You gave", "You received")


class Legend(QWidget):
    """What the filled and the outlined bars mean."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Two squares and their words."""
        font, px = self._theme.fonts.font(SMALL), self._theme.px
        width = sum(painting.text_width(words, font) for words in SIDES)
        return QSize(width + 2 * px(16) + px(14), px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them from left to right."""
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        painter = QPainter(self)
        font, left = theme.fonts.font(SMALL), 0
        for number, words in enumerate(SIDES):
            square = painting.centred(self.rect(), left, px(10), px(10))
            painting.fill(painter, square, tokens.heat1 if number else tokens.accent, 2)
            painting.outline(painter, square, tokens.accent, 2)
            width = painting.text_width(words, font)
            painting.text(painter, QRect(left + px(16), 0, width + 2, self.height()), words, font, tokens.text2)
            left += px(16) + width + px(14)
        painter.end()


class Bars(QWidget):
    """Given above the line, received below it; a month without either has its name alone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._months: Sequence[Month] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_months(self, months: Sequence[Month]) -> None:
        """Show these."""
        self._months = months
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the bars, their numbers and the names of the months."""
        return QSize(self._theme.px(320), self._theme.px(UP + DOWN + 2 * NUMBER + NAME))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, then each month in its column, the earliest at the beginning."""
        painter, px = QPainter(self), self._theme.px
        line = px(NUMBER + UP)
        painting.hairline(painter, QRect(0, line, self.width(), 1), self._theme.tokens.border_strong)
        most = max((max(month.gave, month.received) for month in self._months), default=0) or 1
        for place, month in enumerate(self._months):
            left = self.width() * place // len(self._months)
            column = QRect(left, 0, self.width() * (place + 1) // len(self._months) - left, self.height())
            self._paint_month(painter, painting.mirrored(self.layoutDirection(), self.rect(), column), month, most)
        painter.end()

    def _paint_month(self, painter: QPainter, column: QRect, month: Month, most: int) -> None:
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        line, middle = px(NUMBER + UP), Qt.AlignmentFlag.AlignHCenter
        width = min(px(WIDEST), column.width() - px(8))
        left = column.center().x() - width // 2
        numbers = theme.fonts.tabular(SMALL, SEMIBOLD)
        if month.gave:
            height = px(UP) * month.gave // most
            painting.fill(painter, QRect(left, line - height, width, height), tokens.accent, 3)
            above = QRect(column.left(), line - height - px(NUMBER), column.width(), px(NUMBER))
            painting.text(painter, above, str(month.gave), numbers, tokens.text, middle)
        if month.received:
            bar = QRect(left, line + 1, width, px(DOWN) * month.received // most)
            painting.fill(painter, bar, tokens.heat1, 3)
            painting.outline(painter, bar, tokens.accent, 3)
            below = QRect(column.left(), bar.bottom() + 1, column.width(), px(NUMBER))
            painting.text(painter, below, str(month.received), numbers, tokens.text, middle)
        name = QRect(column.left(), self.height() - px(NAME) + px(6), column.width(), px(NAME) - px(6))
        painting.text(painter, name, day_text(month.first, "MMM"), theme.fonts.font(MICRO), tokens.text2, middle)


class MonthTable(QWidget):
    """The months as rows of plain text: the month, what was given, what was received."""

    def __init__(self, theme: Theme, months: Sequence[Month]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(3, 1)
        for place, words in enumerate(("Month", *SIDES)):
            grid.addWidget(Label(theme, words, SMALL, "text2", SEMIBOLD), 0, place)
        for number, month in enumerate(reversed(months), 1):
            for place, words in enumerate((month_name(month), str(month.gave), str(month.received))):
                grid.addWidget(Label(theme, words, SMALL), number, place)


class MonthChart(QStackedWidget):
    """The bars, or the table after `toggle`; one stop of Tab, whose name tells the sums and the key."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._months: Sequence[Month] = ()
        self._letters: list[QAction] = []
        self.bars = Bars(theme)
        self.table: MonthTable | None = None
        self.addWidget(self.bars)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_months(self, months: Sequence[Month]) -> None:
        """Show these, as bars or as a table, whichever is shown."""
        self._months = months
        self.bars.show_months(months)
        told = [f"{month_name(one)}: gave {one.gave}, received {one.received}" for one in months]
        busy = [words for words, one in zip(told, months, strict=True) if one.gave or one.received]
        self.setAccessibleName("Month by month. Press T for a table.")
        self.setAccessibleDescription(". ".join(busy) or "Nothing in these months")
        if self.table is not None:
            self._drop_table()
            self.toggle()

    def add_letter(self, key: str, act: Callable[[], object]) -> None:
        """Let a letter act while the chart has the focus."""
        action = QAction(self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(act)
        self.addAction(action)
        self._letters.append(action)

    def set_letters_enabled(self, enabled: bool) -> None:
        """Switch the single keys on or off, as Settings offers."""
        for action in self._letters:
            action.setEnabled(enabled)

    def toggle(self) -> None:
        """Show the table in the place of the bars, or the bars again."""
        if self.table is not None:
            self._drop_table()
            return
        self.table = MonthTable(self._theme, self._months)
        self.addWidget(self.table)
        self.setCurrentWidget(self.table)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as what is shown."""
        shown = self.currentWidget()
        return shown.sizeHint() if shown else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the focus ring."""
        super().paintEvent(event)
        if painting.has_keyboard_focus(self):
            painter = QPainter(self)
            painting.focus_ring(painter, self.rect(), self._theme.tokens.focus)
            painter.end()

    def _drop_table(self) -> None:
        if self.table is not None:
            self.removeWidget(self.table)
            self.table.deleteLater()
            self.table = None
            self.updateGeometry()


def month_name(month: Month) -> str:
    """A month as "Nov 2026"."""
    return day_text(month.first, "MMM yyyy")
