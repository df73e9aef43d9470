"""The keys, and whether single letters act in lists."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from refdesk.gui.method.words import KEYS, KeyGroup
from refdesk.gui.settings.page import Page
from refdesk.gui.theme.fonts import BODY, SEMIBOLD
from refdesk.gui.view import Tools
from refdesk.gui.widgets.check_box import CheckBox
from refdesk.gui.widgets.label import Label

KEY_WIDTH = 150


class KeyboardPage(Page):
    """The list is to be read; what can be set stands above it."""

    key, title, icon = "keyboard", "Keyboard", "keyboard"

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.single = CheckBox(self.theme, "Single letters act in lists")
        self.single.clicked.connect(self._set_single)
        self.column.addWidget(self.single)
        self.add_note("Switch them off where a voice or an unsteady hand may type a letter by itself.")
        for group in KEYS:
            self.add_heading(group.title)
            self.column.addLayout(self._table(group))
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show what is set."""
        self.single.setChecked(self.preferences.single_keys)

    def _table(self, group: KeyGroup) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, self.theme.px(KEY_WIDTH))
        grid.setColumnStretch(1, 1)
        for place, key in enumerate(group.keys):
            grid.addWidget(Label(self.theme, key.shown, BODY, weight=SEMIBOLD), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(self.theme, key.does, BODY, "text2", wrap=True), place, 1)
        return grid

    def _set_single(self, on: bool) -> None:
        self.preferences.single_keys = on
