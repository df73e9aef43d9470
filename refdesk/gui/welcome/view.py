"""Welcome: shown at the very first start, until the user has chosen a way to begin."""

from dataclasses import replace

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from refdesk.domain.errors import KnownError
from refdesk.gui.view import Tools, View
from refdesk.gui.welcome.begin import BeginPage
from refdesk.gui.welcome.paste import PastePage
from refdesk.gui.widgets.column import ColumnPage
from refdesk.gui.widgets.status_bar import KeyHint
from refdesk.services.settings import me, save_me
from refdesk.services.welcome import add_names

BEGIN, PASTE = range(2)
WIDTH = 640


class WelcomeView(View):
    """The sample book is another file, for which the program is asked."""

    key = "welcome"

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self.begin, self.paste = BeginPage(self.theme), PastePage(self.theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(ColumnPage(self.theme, self.begin, WIDTH))
        self._stack.addWidget(ColumnPage(self.theme, self.paste, WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.begin.import_wanted.connect(self._import)
        self.begin.sample_wanted.connect(self._explore)
        self.begin.empty_wanted.connect(self._start_empty)
        self.paste.added.connect(self._add)
        self.paste.left_empty.connect(self._leave_empty)
        self.paste.back_wanted.connect(self._back)

    def refresh(self) -> None:
        """Show the name that the book has, unless one is being typed."""
        if not self.begin.name.isModified():
            self.begin.name.setText(me(self.session.desk()).name)

    def hints(self) -> tuple[KeyHint, ...]:
        """What goes on."""
        on_paste = self._stack.currentIndex() == PASTE
        return (KeyHint("Ctrl+Enter", "add people" if on_paste else "import a file"), KeyHint("Tab", "next"))

    def panes(self) -> tuple[QWidget, ...]:
        """The field to begin with."""
        return (self.begin.name if self._stack.currentIndex() == BEGIN else self.paste.text,)

    def act_primary(self) -> None:
        """Go on."""
        (self.begin.import_ if self._stack.currentIndex() == BEGIN else self.paste.add).click()

    def may_leave(self) -> bool:
        """Keep the name that was typed."""
        self._keep_name()
        return True

    def _import(self) -> None:
        self._end("import")

    def _explore(self) -> None:
        self._keep_name()
        self.navigation.sample_requested.emit()

    def _start_empty(self) -> None:
        self._keep_name()
        self._show(PASTE)

    def _back(self) -> None:
        self._show(BEGIN)

    def _leave_empty(self) -> None:
        self._end("today")

    def _add(self, names: list[str]) -> None:
        if self.session.held:
            self.paste.show_error(self.session.held)
            return
        try:
            _, changes = add_names(self.session.desk(), names)
        except KnownError as error:
            self.paste.show_error(str(error))
            return
        self.session.publish(changes)
        self.paste.text.clear()
        self._end("triage")

    def _show(self, page: int) -> None:
        self._stack.setCurrentIndex(page)
        self.panes()[0].setFocus()
        self.hints_changed.emit()

    def _end(self, view: str) -> None:
        self._keep_name()
        self.tools.preferences.welcomed = True
        self.navigation.go(view)

    def _keep_name(self) -> None:
        """Save the name, once, when there is a new one."""
        name = " ".join(self.begin.name.text().split())
        user = me(self.session.desk())
        self.begin.name.setModified(False)
        if name and name != user.name:
            self.session.do(lambda desk: save_me(desk, replace(user, name=name)), f"Nice to meet you, {name}.")
