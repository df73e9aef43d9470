"""First ten: pick people by name, answer a few questions about each by single keys, and see how they stand.

Every person is one act with one undo; leaving in between loses nothing, and a later start goes on with who is left.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from refdesk.domain.first_ten import FirstTenAnswers
from refdesk.gui.triage.card import Card
from refdesk.gui.triage.pick import PickPage
from refdesk.gui.triage.result import ResultPage
from refdesk.gui.triage.round import Round
from refdesk.gui.view import Tools, View
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.column import ColumnPage
from refdesk.gui.widgets.empty_state import EmptyState
from refdesk.gui.widgets.footer import Footer
from refdesk.gui.widgets.header import Header
from refdesk.gui.widgets.status_bar import KeyHint
from refdesk.services import triage
from refdesk.services.desk import Desk
from refdesk.services.first_ten import answer_first_ten
from refdesk.services.people import archive_person
from refdesk.storage.writing import Changes

PICK, CARD, RESULT, EMPTY = range(4)
CARD_WIDTH = 620

HINTS = {
    PICK: (KeyHint("Space", "pick"), KeyHint("Ctrl+F", "find by name"), KeyHint("Ctrl+Enter", "start")),
    CARD: (
        KeyHint("Space", "skip"),
        KeyHint("Backspace", "previous"),
        KeyHint("N", "not now"),
        KeyHint("X", "don’t know them"),
    ),
    RESULT: (KeyHint("Enter", "open"), KeyHint("Ctrl+Enter", "go to Ready to ask")),
    EMPTY: (),
}


class TriageView(View):
    """Four pages in one place: picking, one card at a time, how they stand, and nobody left to sort."""

    key = "triage"

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        theme = self.theme
        self.round = Round(tools.preferences)
        self._trail: list[tuple[str, int | None]] = []
        self._acts = False
        self._page = PICK
        self.header = Header(theme, "First ten")
        self.pick, self.card, self.result = PickPage(tools), Card(tools), ResultPage(theme)
        self.empty = EmptyState(
            theme,
            "Everybody is sorted",
            "Whoever comes in by an import waits here.",
            "See who’s ready",
            "Import contacts",
        )
        self.left = Button(theme, "")
        self.right = Button(theme, "", Kind.PRIMARY, key="Ctrl+Enter")
        self._footer = Footer(theme)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._go(PICK)

    def page(self) -> int:
        """Where one is: `PICK`, `CARD`, `RESULT` or `EMPTY`."""
        return self._page

    def refresh(self) -> None:
        """Go on where one was: with the card while somebody is left, else with picking."""
        if self._acts or self._page == RESULT:
            return
        if self._page != CARD or self.card.person().id not in self.round.left(self.session.desk()):
            self._next(begin=True)

    def apply(self, changes: Changes) -> None:
        """Take up an undo, and whatever else was done meanwhile."""
        if self._page == RESULT and changes.people & set(self.round.picked):
            self._show_result()
        self.refresh()

    def hints(self) -> tuple[KeyHint, ...]:
        """The keys of the page."""
        return HINTS[self._page]

    def panes(self) -> tuple[QWidget, ...]:
        """What takes the keys."""
        pages: tuple[QWidget, ...] = (self.pick.list, self.card, self.result.list, self.empty.primary)
        return (pages[self._page],)

    def current_person(self) -> str:
        """Whom the card asks about."""
        return self.card.person().id if self._page == CARD else ""

    def filter_field(self) -> QLineEdit | None:
        """Where people to pick are found by name."""
        return self.pick.filter if self._page == PICK else None

    def act_primary(self) -> None:
        """Start, or see who is ready."""
        if self._page == EMPTY:
            self.empty.primary.click()
        elif self._page != CARD:
            self.right.click()

    def _lay_out(self) -> None:
        self._stack.addWidget(ColumnPage(self.theme, self.pick, fills=True))
        self._stack.addWidget(ColumnPage(self.theme, self._card_page(), CARD_WIDTH))
        self._stack.addWidget(ColumnPage(self.theme, self.result, fills=True))
        self._stack.addWidget(self.empty)
        self._footer.add(self.left)
        self._footer.add_space()
        self._footer.add(self.right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        column.addWidget(self._footer)

    def _card_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        return page

    def _connect(self) -> None:
        self.pick.changed.connect(self._picked)
        self.pick.read.connect(self._read)
        self.card.answered.connect(self._answered)
        self.card.put_off.connect(self._put_off)
        self.card.unknown.connect(self._unknown)
        self.card.previous.connect(self._previous)
        self.result.chosen.connect(self._open)
        self.left.clicked.connect(self._press_left)
        self.right.clicked.connect(self._press_right)
        self.empty.primary_chosen.connect(self._see_ready)
        self.empty.secondary_chosen.connect(self._import)

    def _go(self, page: int) -> None:
        self._page = page
        self._stack.setCurrentIndex(page)
        self._footer.setVisible(page in (PICK, RESULT))
        self.left.set_words("Suggest ten" if page == PICK else "Sort ten more")
        self.right.set_words("Start" if page == PICK else "Go to Ready to ask")
        self.right.setEnabled(page != PICK or bool(self.pick.picked))
        self.header.set_summary(
            {
                PICK: "A few questions about each, and RefDesk knows whom to ask, thank or call first.",
                CARD: "Skip what you don’t know. You can change everything later.",
                RESULT: "Reckoned from what you just said.",
                EMPTY: "",
            }[page]
        )
        if self.isVisible():
            self.panes()[0].setFocus()
        self.hints_changed.emit()

    def _next(self, *, begin: bool = False) -> None:
        """Go on with who is left, else to how all stand; at the beginning, to picking."""
        desk = self.session.desk()
        left = self.round.left(desk)
        if left:
            self._show_card(left[0], len(self.round.picked) - len(left) + 1)
        elif begin:
            self.pick.reload()
            if self._page == CARD:
                self._go(PICK)
        else:
            self._show_result()
            self.round.end()

    def _show_card(self, id_: str, number: int) -> None:
        self._go(CARD)
        place = f"{number} of {len(self.round.picked)}"
        self.card.show_person(self.session.desk().person(id_), place, has_previous=bool(self._trail))

    def _show_result(self) -> None:
        desk = self.session.desk()
        self.result.show_outcome(triage.outcome(desk, self.round.answered(desk)))
        self._go(RESULT)

    def _read(self) -> None:
        if self._page in (PICK, EMPTY) and (self.pick.to_sort > 0) != (self._page == PICK):
            self._go(PICK if self.pick.to_sort else EMPTY)

    def _picked(self) -> None:
        if self._page == PICK:
            self.right.setEnabled(bool(self.pick.picked))

    def _press_left(self) -> None:
        if self._page == PICK:
            self.pick.suggest()
        else:
            self.pick.begin()
            self._go(PICK)

    def _press_right(self) -> None:
        if self._page == RESULT:
            self._see_ready()
        elif ids := triage.still_to_sort(self.session.desk(), self.pick.picked):
            self.round.begin(ids)
            self.pick.picked = []
            self._trail = []
            self._next()

    def _answered(self, answers: FirstTenAnswers) -> None:
        """Record what was said; skipping every question still says that the user knows them."""
        person = self.card.person()
        words = "" if answers != FirstTenAnswers() else f"Noted that you know {person.first_name}."
        if answers == FirstTenAnswers():
            self.round.put_off(person.id)
        if self._do(lambda desk: answer_first_ten(desk, person.id, answers), words):
            self._next()
        else:
            self.round.take_up(person.id)
            self.card.ask_again()

    def _put_off(self, answers: FirstTenAnswers | None) -> None:
        if answers is not None:
            self._answered(answers)
            return
        id_ = self.card.person().id
        self.round.put_off(id_)
        self._trail.append((id_, None))
        self._next()

    def _unknown(self) -> None:
        id_ = self.card.person().id
        if self._do(lambda desk: archive_person(desk, id_), ""):
            self._next()

    def _do(self, act: Callable[[Desk], Changes], words: str) -> bool:
        """Do something about the person on the card, to come back to by Backspace."""
        self._acts = True
        changes = self.session.do(act, words)
        self._acts = False
        if changes is None:
            return False
        self._trail.append((self.card.person().id, changes.act))
        return True

    def _previous(self) -> None:
        """Come back to the person before: what was said of them is undone, and asked anew."""
        if not self._trail:
            return
        id_, act = self._trail[-1]
        desk = self.session.desk()
        if act is not None and not triage.still_to_sort(desk, [id_]) and not triage.is_newest(desk, act):
            self.session.refused.emit("Something else was done since. Undo that first, with Ctrl+Z.")
            return
        self._trail.pop()
        self.round.take_up(id_)
        if act is not None and triage.is_newest(desk, act):
            self._acts = True
            self.session.undo()
            self._acts = False
        left = self.round.left(self.session.desk())
        if id_ in left:
            self._show_card(id_, len(self.round.picked) - len(left) + 1)

    def _open(self, id_: str) -> None:
        self.navigation.go("ready", id_)

    def _see_ready(self) -> None:
        self.navigation.go("ready")

    def _import(self) -> None:
        self.navigation.go("import")
