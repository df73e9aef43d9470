"""What each column of one CSV file holds: the table in which the user says so, and the question about its days."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from refdesk.formats.csv.columns import FIELDS
from refdesk.formats.csv.dates import DateOrder
from refdesk.formats.csv.reader import Column
from refdesk.gui.imports.words import FIELD_WORDS, KEPT, TELLING, field_words, recognised_words
from refdesk.gui.theme.fonts import BODY, MEDIUM, MICRO, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.choice import Choice
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.segment import Choice as Answer
from refdesk.gui.widgets.segment import Segment
from refdesk.services.imports.files import HowRead
from refdesk.services.imports.preview import Preview

COMBO_WIDTH, NAME_WIDTH = 208, 148
SHOWN_AT_ONCE = 40
"""Programs write up to a hundred columns, most of them empty."""


class FieldChoice(Choice):
    """The field that a column fills. The wheel scrolls the page and never changes what was not looked at."""

    def __init__(self, theme: Theme, column: Column, *, may_be_kept: bool) -> None:
        self.column = column
        spec = "" if column.field == "other" else column.field
        known = [(spec, field_words(spec))] if spec not in FIELDS and spec else []
        kept = [("", KEPT)] if may_be_kept else []
        super().__init__(theme, f"What “{column.name}” holds", [*known, *kept, *FIELD_WORDS.items()])
        self.choose(spec)
        self._first = spec
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(theme.px(COMBO_WIDTH))

    def is_changed(self) -> bool:
        """Whether it is another than the program's."""
        return self.key() != self._first

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page."""
        event.ignore()


class ValuesLabel(Label):
    """The first values of a column on one line, which may be cut: the tool tip has them whole."""

    def __init__(self, theme: Theme, words: str, role: str) -> None:
        super().__init__(theme, words, SMALL, role)
        self.setToolTip(painting.plain_tool_tip(words))

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is room for."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painting.text(painter, self.rect(), self.text(), self.text_font(), self._theme.tokens.colour(self.role()))
        painter.end()


class ColumnTable(QWidget):
    """One file's columns; `changed` tells that the user said something else of one."""

    changed = Signal()

    def __init__(self, theme: Theme, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.preview = preview
        self.combos: list[FieldChoice] = []
        self.name = Label(theme, preview.path.name, BODY, weight=SEMIBOLD)
        self.error = Label(theme, "", SMALL, "bad", wrap=True)
        self.error.hide()
        self.order: Segment | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._more = Button(theme, "", Kind.LINK, small=True)
        self._more.clicked.connect(self._show_all)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.name)
        self._column.addWidget(Label(theme, recognised_words(preview), SMALL, "text2", wrap=True))
        self._column.addLayout(self._grid)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.error)
        self._fill()
        self.show_question(preview)

    def how(self) -> HowRead:
        """What the user said of this file."""
        said = [combo for combo in self.combos if self.preview.need_mapping or combo.is_changed()]
        mapping = {combo.column.name: combo.key() for combo in said if combo.key()}
        order: DateOrder | None = None
        if self.order is not None:
            order = "mdy" if self.order.key() == "mdy" else "dmy"
        return HowRead(mapping, order)

    def problem(self) -> str:
        """Why the file can't be read so, in one sentence; empty where it can."""
        if not self.preview.need_mapping:
            return ""
        if any(combo.key().partition(":")[0] in TELLING for combo in self.combos):
            return ""
        return "Say at least which column holds the name, an email address or a phone number."

    def show_error(self, why: str) -> None:
        """Say under the table why it won't do; nothing for an empty sentence."""
        self.error.setText(why)
        self.error.setVisible(bool(why))

    def show_question(self, preview: Preview) -> bool:
        """Ask how the days of the file are written, where it was not asked before and nobody can know."""
        question = preview.date_question
        if question is None or self.order is not None:
            return False
        ask = f"Which day does this file mean by {question.text}?"
        choices = (Answer("dmy", question.day_first), Answer("mdy", question.month_first))
        self.order = Segment(self._theme, ask, choices)
        self.order.choose(question.likely)
        self._column.addWidget(Label(self._theme, ask, BODY, weight=MEDIUM, wrap=True))
        self._column.addWidget(self.order)
        return True

    def _fill(self) -> None:
        columns = {column.name: column for column in self.preview.columns}
        unknown = [column for column in columns.values() if column.field in ("", "other") and column.values]
        shown = list(columns.values()) if self.preview.need_mapping else unknown
        self._show(shown[:SHOWN_AT_ONCE])
        hidden = len(columns) - len(self.combos)
        self._more.set_words(f"Show all {len(columns)} columns")
        self._more.setVisible(hidden > 0)

    def _show(self, columns: list[Column]) -> None:
        if columns and not self.combos:
            for place, words in enumerate(("Column", "First values", "RefDesk field")):
                self._grid.addWidget(Label(self._theme, words, MICRO, "text3"), 0, place)
        for column in columns:
            row = self._grid.rowCount()
            may_be_kept = self.preview.need_mapping or column.field in ("", "other")
            combo = FieldChoice(self._theme, column, may_be_kept=may_be_kept)
            combo.activated.connect(self.changed)
            name = Label(self._theme, column.name, BODY, wrap=True)
            name.setFixedWidth(self._theme.px(NAME_WIDTH))
            self._grid.addWidget(name, row, 0)
            values = " · ".join(column.values) or "Empty"
            role = "text2" if column.values else "text3"
            self._grid.addWidget(ValuesLabel(self._theme, values, role), row, 1)
            self._grid.addWidget(combo, row, 2)
            self.combos.append(combo)

    def _show_all(self) -> None:
        known = {combo.column.name for combo in self.combos}
        columns = {column.name: column for column in self.preview.columns if column.name not in known}
        self._show(list(columns.values()))
        self._more.hide()
        if self.combos:
            self.combos[-len(columns)].setFocus()
