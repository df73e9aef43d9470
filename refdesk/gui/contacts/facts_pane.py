"""The facts of one person beside their timeline: what comes next, what the method asks, how to reach them."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from refdesk.domain.errors import KnownError
from refdesk.domain.person import Person
from refdesk.gui.contacts.brief import BriefDialog
from refdesk.gui.contacts.died import ask_died
from refdesk.gui.contacts.edit_parts import PARTS
from refdesk.gui.contacts.facts_cards import BalanceCard, KeepCard, NextCard, ReadyCard, title
from refdesk.gui.contacts.facts_marks import Rule
from refdesk.gui.contacts.facts_reach import Reach
from refdesk.gui.contacts.facts_rows import INSET, FactButton, FactRow
from refdesk.gui.contacts.facts_values import LIFE_PARTS, METHOD_PARTS, unknown_text, value_of
from refdesk.gui.contacts.facts_words import day_text
from refdesk.gui.navigation import LogRequest
from refdesk.gui.theme.fonts import SMALL
from refdesk.gui.view import Tools, View
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.focus import lead_focus
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.scrolling import scrolling
from refdesk.services import facts
from refdesk.services.desk import Desk
from refdesk.services.facts import About
from refdesk.services.tasks import finish_task
from refdesk.storage.writing import Changes

WIDTH = 288


class FactsPane(View):
    """What is known of one person, each of the method's questions answered in place by a click or Enter.

    `edited` tells that something was written here, `page_wanted` that a part is to be edited on the whole page.
    """

    edited = Signal()
    page_wanted = Signal(str)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._id = ""
        self._about: About | None = None
        theme = tools.theme
        self.next_card = NextCard(theme)
        self.ready_card = ReadyCard(theme)
        self.keep_card = KeepCard(theme)
        self.balance_card = BalanceCard(theme)
        self.rows = {part: FactRow(tools, PARTS[part]) for part in (*METHOD_PARTS, *LIFE_PARTS)}
        self.died_button = FactButton(theme, "Died")
        self.reach = Reach(tools)
        self._wants = Label(theme, "", SMALL, wrap=True)
        self.page_button = Button(theme, "Edit everything", Kind.LINK, icon="pencil", small=True)
        self.brief_button = Button(theme, "Brief", Kind.LINK, icon="list", small=True)
        self._scroll = self._scroller()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self._connect()
        self._scroll.hide()
        lead_focus(self, self.next_card.button)

    def show_person(self, id_: str) -> None:
        """Show this person, or nobody for an empty id; what was being typed of another is saved first."""
        if id_ != self._id:
            self._leave_editors()
            self._scroll.verticalScrollBar().setValue(0)
        self._id = id_
        self.refresh()

    def edit_field(self, part: str) -> None:
        """Edit one field of the person: in place where that is possible, else on the whole page."""
        if not self._id or self._about is None:
            return
        if part == "died_on":
            self._ask_died()
        elif part in self.rows:
            self._open(part)
        elif part in PARTS:
            self.page_wanted.emit(part)
        else:
            self.ready_card.setFocus()

    def current_person(self) -> str:
        """Whom the pane shows."""
        return self._id

    def may_leave(self) -> bool:
        """Save what is being typed; stay where it can't be kept."""
        return all(row.save() for row in self.rows.values() if row.is_editing())

    def refresh(self) -> None:
        """Read everything that is shown anew; a field that is being edited stays as it is."""
        self._about = self._read()
        self._scroll.setVisible(self._about is not None)
        if self._about is not None:
            self._show(self._about, self.session.today)

    def _read(self) -> About | None:
        if not self._id:
            return None
        try:
            return facts.about_person(self.session.desk(), self._id)
        except KnownError:  # thrown away or erased meanwhile: whoever shows the list moves on
            return None

    def _show(self, about: About, today: date) -> None:
        person = about.person
        self.next_card.show_about(about, today)
        self.ready_card.show_about(about, today)
        self.keep_card.show_about(about, today)
        self.balance_card.show_about(about)
        for part, row in self.rows.items():
            value = value_of(about, part)
            row.button.show_value(value or unknown_text(part), known=bool(value))
        died = day_text(person.died_on) if person.died_on else ""
        self.died_button.show_value(died or "No", known=bool(died))
        self.reach.show_about(about)
        self._wants.setText(f"Wants to meet: {about.seeks}")
        self._wants.setVisible(bool(about.seeks))

    def _open(self, part: str) -> None:
        if self._about is None or not self.may_leave():
            return
        row = self.rows[part]
        row.open(self._about.person)
        self._scroll.ensureWidgetVisible(row)

    def _save(self, part: str) -> None:
        row, about = self.rows[part], self._about
        if about is None or row.editor is None or not row.is_editing():
            return
        if row.editor.touched:
            if row.editor.check():
                return
            before = about.person
            after = row.editor.field.apply(before)
            newcomers = row.editor.field.newcomers()
            if self.session.do(lambda desk: _write(desk, part, before, after, newcomers)) is None:
                return
            self.refresh()
            self.edited.emit()
        row.close_editor(focus=row.isAncestorOf(self.focusWidget()))

    def _leave_editors(self) -> None:
        """Save what is being typed, and close what can't be, saying why."""
        for row in self.rows.values():
            if row.is_editing() and not row.save():
                if row.editor is not None and row.editor.message():
                    self.session.refused.emit(row.editor.message())
                row.close_editor(focus=False)

    def _act_on_next(self) -> None:
        coming = self._about.coming if self._about else None
        if coming is None:
            self._log("Meeting with {} ")
        elif coming.kind == "task":
            self.session.do(lambda desk: finish_task(desk, coming.id))
        elif coming.kind == "birthday":
            self._log("Message with {}: birthday wishes")
        else:
            self._show_brief()

    def _log(self, words: str) -> None:
        if self._about is not None:
            person = self._about.person
            self.navigation.log(LogRequest((person.id,), words.format(person.name)))

    def _show_brief(self) -> None:
        if self._id:
            BriefDialog(self.tools, self._id, self.window()).exec()

    def _ask_died(self) -> None:
        if ask_died(self.tools, self._id, self.window()):
            self.edited.emit()

    def _go_to_ready(self) -> None:
        self.navigation.go("ready", self._id)

    def _edit_page(self) -> None:
        self.page_wanted.emit("")

    def _connect(self) -> None:
        for part, row in self.rows.items():
            row.button.clicked.connect(partial(self._open, part))
            row.saving.connect(self._save)
        self.keep_card.clicked.connect(partial(self._open, "cadence_days"))
        self.ready_card.clicked.connect(self._go_to_ready)
        self.next_card.acted.connect(self._act_on_next)
        self.died_button.clicked.connect(self._ask_died)
        self.page_button.clicked.connect(self._edit_page)
        self.brief_button.clicked.connect(self._show_brief)
        self.reach.page_wanted.connect(self.page_wanted)

    def _scroller(self) -> QScrollArea:
        scroll = scrolling(self._content())
        scroll.setProperty("pane", "panel")  # which is the ground of its bar
        return scroll

    def _content(self) -> QFrame:
        content = QFrame()
        content.setProperty("pane", "panel")
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(INSET, 0, 0, 0)
        head.addWidget(title(self.theme, "Next"))
        head.addStretch(1)
        head.addWidget(self.brief_button)
        groups: tuple[tuple[QWidget, ...], ...] = (
            (self.next_card,),
            (self.ready_card,),
            (self.keep_card,),
            (self.balance_card,),
            (Rule(self.theme),),
            (*(self.rows[part] for part in METHOD_PARTS), self.died_button),
            (Rule(self.theme),),
            (self.reach,),
            (Rule(self.theme),),
            (*(self.rows[part] for part in LIFE_PARTS), self._wants),
        )
        column.addLayout(head)
        for place, group in enumerate(groups):
            column.addSpacing(14 if place else 4)
            for widget in group:
                column.addWidget(widget)
        column.addSpacing(10)
        column.addWidget(self.page_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return content


def _write(desk: Desk, part: str, before: Person, after: Person, newcomers: Sequence[Person]) -> Changes:
    """One field of somebody, as one act; the choice never to ask has a title of its own."""
    if part == "do_not_ask":
        if after.do_not_ask:
            return facts.never_ask(desk, after.id, after.do_not_ask_why)
        return facts.may_ask_again(desk, after.id)
    return facts.save_person(desk, before, after, newcomers)[1]
