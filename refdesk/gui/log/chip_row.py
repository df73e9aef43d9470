"""The chips under the log line: what was understood of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from refdesk.gui.log.understood import ChipWords
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.chip import ActionChip, Chip
from refdesk.gui.widgets.flow import FlowLayout
from refdesk.gui.widgets.focus import tab_after


class ChipRow(QWidget):
    """Hidden while there is nothing to say; `person_left_out` carries the id of whoever the user took away."""

    person_left_out = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget, after: QWidget, *, people_leave: bool) -> None:
        """`people_leave` says that whom the line is about can be taken away; Tab comes to them from `after`."""
        super().__init__(parent)
        self._theme = theme
        self._after = after
        self._people_leave = people_leave
        self._shown: tuple[ChipWords, ...] = ()
        self._row = FlowLayout(self, gap=theme.px(6))
        self.hide()

    def show_chips(self, chips: Sequence[ChipWords]) -> None:
        """Show these instead; nothing flickers where they are the same."""
        wanted = tuple(chip for chip in chips if self._people_leave or not chip.person)
        if wanted == self._shown:
            return
        self._shown = wanted
        while item := self._row.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        made = [self._chip(chip) for chip in wanted]
        for widget in made:
            self._row.addWidget(widget)
            widget.show()
        tab_after(self._after, [widget for widget in made if isinstance(widget, ActionChip)])
        self.setAccessibleName(f"Understood: {', '.join(self.words())}")
        self.setVisible(bool(wanted))
        self.updateGeometry()

    def words(self) -> list[str]:
        """What the chips say."""
        return [chip.words for chip in self._shown]

    def _chip(self, chip: ChipWords) -> QWidget:
        if not chip.person:
            return Chip(self._theme, chip.words, chip.tone, chip.icon, parent=self)
        button = ActionChip(self._theme, chip.words, f"Leave out {chip.words}", tone=chip.tone, icon=chip.icon)
        button.setParent(self)
        button.setProperty("person", chip.person)
        button.clicked.connect(self._left_out)
        return button

    def _left_out(self) -> None:
        self.person_left_out.emit(self.sender().property("person"))
