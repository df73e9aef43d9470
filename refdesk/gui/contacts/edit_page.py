"""The whole page of somebody with its fields in place: a new contact, or one to be changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from refdesk.domain.errors import KnownError
from refdesk.domain.person import Person
from refdesk.domain.rules import broken_rules
from refdesk.gui.contacts.edit_keys import Editing
from refdesk.gui.contacts.edit_parts import SECTIONS
from refdesk.gui.contacts.edit_row import EditRow
from refdesk.gui.contacts.facts_marks import Rule
from refdesk.gui.theme.fonts import BODY, SEMIBOLD, TITLE1
from refdesk.gui.view import Tools
from refdesk.gui.widgets.band import Band, Message
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.marks import Tone
from refdesk.services import facts
from refdesk.services.desk import Desk
from refdesk.storage.writing import Changes

WIDTH, HEADER, FOOTER = 640, 64, 54
KEEP, DISCARD = "Keep editing", "Discard"


class EditPage(Editing):
    """Esc cancels, Ctrl+Enter saves. `finished` carries the person's id once they are saved.

    A save is one act, which writes only what the user changed: what another window wrote meanwhile stays.
    """

    finished = Signal(str)
    cancelled = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._before: Person | None = None
        self._saved = ""
        self._title = Label(tools.theme, "", TITLE1, wrap=True)
        self._ask = Band(tools.theme)
        self._ask.acted.connect(self._answered)
        self.rows = {part.key: EditRow(tools, part.make(tools)) for section in SECTIONS for part in section.parts}
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._form())
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(Rule(tools.theme))
        column.addWidget(self._scroll, 1)
        column.addWidget(Rule(tools.theme))
        column.addWidget(self._footer())
        if isinstance(application := QApplication.instance(), QApplication):
            application.focusChanged.connect(self._focus_moved)

    def start(self, id_: str, name: str = "", part: str = "") -> None:
        """Show somebody's fields, or with an empty id those of a new person of this name; begin at one part."""
        self._before = None
        if id_:
            try:
                self._before = self._tools.session.desk().person(id_)
            except KnownError as error:
                self._tools.session.refused.emit(str(error))
                self.cancelled.emit()
                return
        shown = self._before or Person(id="", name=name)
        for row in self.rows.values():
            row.field.load(shown)
            row.reset()
        self.rows["name"].touched = self._before is None and bool(name)
        self._title.setText(f"Edit {shown.name}" if id_ else "New contact")
        self._ask.hide()
        first = self.rows.get(part, self.rows["name"])
        first.field.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(first)

    def has_changes(self) -> bool:
        """Whether the user changed anything that is not saved."""
        return any(row.touched for row in self.rows.values())

    def may_leave(self) -> bool:
        """Whether nothing would be lost; else ask."""
        if self.has_changes():
            self._ask_to_discard()
            return False
        return True

    def save(self) -> bool:
        """Write what was changed, as one act; where a field can't be kept, say so under it and go there."""
        wrong = [row for row in self.rows.values() if (row.touched or self._is_name(row)) and row.check()]
        if wrong:
            self._go_to(wrong[0])
            return False
        touched = [row for row in self.rows.values() if row.touched]
        after = self._before or Person(id="", name="")
        for row in touched:
            after = row.field.apply(after)
        for broken in broken_rules(after):
            row = self.rows[broken.field.partition("[")[0]]
            row.say(broken.why, "bad")
            self._go_to(row)
            return False
        newcomers = [newcomer for row in touched for newcomer in row.field.newcomers()]
        if self._tools.session.do(lambda desk: self._write(desk, after, newcomers)) is None:
            return False
        self._forget_changes()
        self.finished.emit(self._saved)
        return True

    def cancel(self) -> None:
        """Leave it; with changes, ask first."""
        if self.may_leave():
            self.cancelled.emit()

    def _write(self, desk: Desk, after: Person, newcomers: list[Person]) -> Changes:
        self._saved, changes = facts.save_person(desk, self._before, after, newcomers)
        return changes

    def _ask_to_discard(self) -> None:
        words = "Your changes aren’t saved yet."
        self._ask.show_message(Message(Tone.WARN, words, "", "pencil", (KEEP, DISCARD)), announce=True)
        self._ask.buttons()[0].setFocus()

    def _answered(self, words: str) -> None:
        self._ask.hide()
        if words == DISCARD:
            self._forget_changes()
            self.cancelled.emit()
        else:
            self.rows["name"].field.setFocus()

    def _forget_changes(self) -> None:
        for row in self.rows.values():
            row.reset()

    def _go_to(self, row: EditRow) -> None:
        row.field.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(row)

    def _is_name(self, row: EditRow) -> bool:
        return row is self.rows["name"]

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """Look at a field once it is left."""
        for row in self.rows.values():
            if row.touched and old and row.isAncestorOf(old) and not (new and row.isAncestorOf(new)):
                row.check()

    def _header(self) -> QFrame:
        header = _base()
        column = QVBoxLayout(header)
        column.setContentsMargins(20, 8, 20, 8)
        self._title.setMinimumHeight(self._tools.theme.px(HEADER - 16))
        column.addWidget(self._title)
        column.addWidget(self._ask)
        return header

    def _form(self) -> QFrame:
        form = _base()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for place, section in enumerate(SECTIONS):
            title = Label(self._tools.theme, section.title, BODY, weight=SEMIBOLD)
            title.setContentsMargins(0, 0, 0, 0)
            if place:
                column.addSpacing(14)
            column.addWidget(title)
            for part in section.parts:
                column.addWidget(self.rows[part.key])
        column.addStretch(1)
        sides = QHBoxLayout(form)
        sides.setContentsMargins(20, 8, 20, 20)
        holder = QWidget()
        holder.setLayout(column)
        holder.setMaximumWidth(self._tools.theme.px(WIDTH))
        sides.addWidget(holder, 1)
        sides.addStretch(0)
        return form

    def _footer(self) -> QFrame:
        footer = _base()
        footer.setMinimumHeight(self._tools.theme.px(FOOTER))
        row = QHBoxLayout(footer)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(8)
        save = Button(self._tools.theme, "Save", Kind.PRIMARY, icon="check", key="Ctrl+Enter")
        save.clicked.connect(self.save)
        cancel = Button(self._tools.theme, "Cancel", key="Esc")
        cancel.clicked.connect(self.cancel)
        row.addWidget(save)
        row.addWidget(cancel)
        row.addStretch(1)
        return footer


def _base() -> QFrame:
    frame = QFrame()
    frame.setProperty("pane", "base")
    return frame
