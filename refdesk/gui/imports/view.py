"""Import: people come in from other programs' files in four steps; nothing is written before the third is agreed to.

The worker reads and writes. While it writes, the session refuses every other act in a sentence: the book is locked.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from refdesk.domain.errors import RefusedError
from refdesk.gui.imports import tasks
from refdesk.gui.imports.check import CheckPage
from refdesk.gui.imports.choose import ChoosePage
from refdesk.gui.imports.done import DonePage
from refdesk.gui.imports.match import MatchPage
from refdesk.gui.imports.rail import RailPane, StepRail
from refdesk.gui.imports.working import WorkingPage
from refdesk.gui.view import Tools, View
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.column import ColumnPage
from refdesk.gui.widgets.footer import Footer
from refdesk.gui.widgets.header import Header
from refdesk.gui.widgets.status_bar import KeyHint
from refdesk.gui.worker import Job
from refdesk.services.desk import Desk
from refdesk.services.imports.preview import Preview
from refdesk.services.imports.report import Report
from refdesk.services.imports.run import TakenBack
from refdesk.services.imports.unread import save_unread
from refdesk.services.triage import count_to_sort

T = TypeVar("T")

STEPS = ("Choose a file", "Match the columns", "What will happen", "Done")
CHOOSE, MATCH, CHECK, DONE, WORKING = range(5)
HELD = "An import is at work on the book. Try again when it is done."


class ImportView(View):
    """Four pages and the one that waits; the rail at the left shows where one is."""

    key = "import"

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        theme = self.theme
        self._files: tuple[Path, ...] = ()
        self._order: tasks.Order | None = None
        self._report = Report()
        self._cancel: Callable[[], None] | None = None
        self._step = CHOOSE
        self.choose, self.match, self.check = ChoosePage(theme), MatchPage(tools), CheckPage(theme)
        self.done, self.working = DonePage(theme), WorkingPage(theme)
        self.rail = StepRail(theme, STEPS)
        self.back = Button(theme, "Back", icon="arrow-left")
        self.forward = Button(theme, "Continue", Kind.PRIMARY, key="Ctrl+Enter")
        self._footer = Footer(theme)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._go(CHOOSE)

    def step(self) -> int:
        """Where one is: `CHOOSE`, `MATCH`, `CHECK` or `DONE`."""
        return self._step

    def is_working(self) -> bool:
        """Whether the worker is at something for it."""
        return self._cancel is not None

    def hints(self) -> tuple[KeyHint, ...]:
        """The one key that is more than Tab and Enter."""
        words = {CHOOSE: "choose a file", MATCH: "continue", CHECK: "import", DONE: "go on"}
        return (KeyHint("Ctrl+Enter", words[self._step]),)

    def panes(self) -> tuple[QWidget, ...]:
        """Where each page begins; the buttons below it follow by Tab."""
        if self._stack.currentIndex() == WORKING:
            return (self.working.cancel,)
        checked = self.forward if self.check.problems.is_empty() else self.check.problems
        return ((self.choose.button, self.match.first_field(), checked, self.done.primary())[self._step],)

    def act_primary(self) -> None:
        """Go on."""
        if self._step == CHOOSE and not self.is_working():
            self.choose.button.click()
        elif self._step == DONE:
            self.done.primary().click()
        elif self._step in (MATCH, CHECK):
            self.forward.click()

    def choose_files(self, files: list[Path]) -> None:
        """Look into these files, as after they were dropped."""
        if self.is_working():
            return
        self._files = tuple(dict.fromkeys(files))
        self._run("Looking into the files…", tasks.look(self._files), self._looked, self._failed)

    def _lay_out(self) -> None:
        for page in (self.choose, self.match, self.check, self.done, self.working):
            fills = page in (self.check, self.working)
            self._stack.addWidget(ColumnPage(self.theme, page, fills=fills))
        self._footer.add(self.back)
        self._footer.add_space()
        self._footer.add(self.forward)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(self._footer)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(RailPane(self.theme, self.rail))
        middle.addLayout(right, 1)
        header = Header(self.theme, "Import")
        header.set_summary("People come in from other programs’ files, and can be taken back as a whole.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addLayout(middle, 1)

    def _connect(self) -> None:
        self.choose.chosen.connect(self.choose_files)
        self.match.batch.submitted.connect(self._go_forward)
        self.back.clicked.connect(self._go_back)
        self.forward.clicked.connect(self._go_forward)
        self.working.wanted.connect(self._show_working)
        self.working.cancelled.connect(self._stop)
        self.done.sort_wanted.connect(self._sort)
        self.done.another_wanted.connect(self._begin_again)
        self.done.undo_wanted.connect(self._take_back)
        self.done.save_wanted.connect(self._save)

    def _go(self, step: int) -> None:
        self._step = step
        self._stack.setCurrentIndex(step)
        self.rail.set_current(step)
        self.back.setVisible(step in (MATCH, CHECK))
        self.forward.setVisible(step in (MATCH, CHECK))
        self._footer.setVisible(step in (MATCH, CHECK))
        self.forward.set_words("Import" if step == CHECK else "Continue")
        self.forward.setEnabled(True)
        self._focus_page()
        self.hints_changed.emit()

    def _go_back(self) -> None:
        if not self.is_working():
            self._go(self._step - 1)

    def _go_forward(self) -> None:
        if self._step == MATCH and not self.match.has_problem():
            self._order = tasks.Order(self._files, self.match.how(), self.match.for_all())
            self._run("Trying it out…", tasks.rehearse(self._order), self._rehearsed, self._failed, writes=True)
        elif self._step == CHECK and self._order:
            words = "Bringing in your people…"
            self._run(words, tasks.bring_in(self._order), self._imported, self._failed, writes=True)

    def _looked(self, previews: tuple[Preview, ...]) -> None:
        good = [preview for preview in previews if not preview.why]
        bad = [preview for preview in previews if preview.why]
        self.choose.show_unreadable([] if good else bad)
        self._files = tuple(preview.path for preview in good)
        if good:
            self.match.show_files(good, bad)
        self._go(MATCH if good else CHOOSE)

    def _rehearsed(self, rehearsal: tasks.Rehearsal) -> None:
        more = self.match.take_up(rehearsal.previews)
        if more or rehearsal.report is None:
            self._stay()
            return
        self.check.show_report(rehearsal.report)
        self._go(CHECK)
        self.forward.setEnabled(bool(rehearsal.report.created or rehearsal.report.updated))

    def _imported(self, report: Report) -> None:
        self._report = report
        self.done.show_report(report, count_to_sort(self.session.desk()))
        self._go(DONE)

    def _failed(self, why: str) -> None:
        self.session.refused.emit(why)
        self._stay()

    def _stay(self) -> None:
        """Go nowhere, and leave the focus where it is unless the page that waits had it."""
        waited = self._stack.currentIndex() == WORKING
        self._stack.setCurrentIndex(self._step)
        self._footer.setVisible(self._step in (MATCH, CHECK))
        if waited:
            self._focus_page()

    def _run(
        self,
        words: str,
        work: Callable[[Desk, Job[T]], T],
        done: Callable[[T], None],
        failed: Callable[[str], None],
        *,
        writes: bool = False,
    ) -> None:
        """Have the worker do this; while it has the book locked no act of the window's waits for it."""
        if self.is_working():
            return
        if writes:
            self.session.hold(HELD)
        self.working.begin(words)
        job = self.tools.worker.run(
            work, partial(self._ended, done), partial(self._ended, failed), self.working.show_progress
        )
        self._cancel = job.cancel

    def _ended(self, go_on: Callable[[T], None], found: T) -> None:
        self._cancel = None
        self.working.end()
        if self.session.held == HELD:
            self.session.release()
        go_on(found)

    def _show_working(self) -> None:
        self._stack.setCurrentIndex(WORKING)
        self._footer.hide()
        self._focus_page()

    def _focus_page(self) -> None:
        if self.isVisible():
            self.panes()[0].setFocus()

    def _stop(self) -> None:
        if self._cancel:
            self._cancel()

    def _begin_again(self) -> None:
        self._files, self._order, self._report = (), None, Report()
        self.choose.show_unreadable([])
        self._go(CHOOSE)

    def _sort(self) -> None:
        self.navigation.go("triage")

    def _take_back(self) -> None:
        if id_ := self._report.id:
            work = tasks.take_back(id_)
            self._run("Taking the import back…", work, self._taken_back, self._not_taken_back, writes=True)

    def _taken_back(self, taken: TakenBack) -> None:
        self._stay()
        self.done.show_taken_back(taken)

    def _not_taken_back(self, why: str) -> None:
        self._stay()
        self.done.show_error(why)

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Save the unread lines", "Unread lines.txt", "Text (*.txt)")
        if not name:
            return
        try:
            save_unread(self._report, Path(name))
        except RefusedError as error:
            self.done.show_error(str(error))
        else:
            self.done.show_saved(Path(name).name)
