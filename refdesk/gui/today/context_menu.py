"""The menu of a row: what can be done to it, each with its key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from refdesk.gui.today.acts import is_own_task
from refdesk.gui.today.doing import Doing, may_wait
from refdesk.gui.today.footer import verb_words
from refdesk.services.daily import Line


class ContextMenu(QMenu):
    """Only what the line has; the keys are shown, not bound, for the list binds them."""

    def __init__(self, parent: QWidget, doing: Doing, line: Line) -> None:
        super().__init__(line.title, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first, second = verb_words(line)
        self._offer(f"{first}\tSpace", doing.first)
        if second:
            self._offer(f"{second}\tN" if second == "Not yet" else second, doing.second)
        if may_wait(line):
            self._offer("Later…\tS", doing.open_later)
        self.addSeparator()
        self._offer("Log interaction\tL", doing.log)
        self._offer("Copy words\tC", doing.copy_words)
        if line.person:
            self._offer("Prepare an ask\tA", doing.prepare_ask)
            self._offer("Open contact\tShift+Enter", doing.open_contact)
        if is_own_task(line):
            self.addSeparator()
            self._offer("Delete\tDel", doing.delete)

    def _offer(self, words: str, act: object) -> None:
        self.addAction(words.replace("&", "&&")).triggered.connect(act)
