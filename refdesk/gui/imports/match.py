"""Step 2, Match the columns: what only the user can say of the files, and of everybody in them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from refdesk.gui.imports.batch import BatchForm
from refdesk.gui.imports.columns import ColumnTable
from refdesk.gui.imports.words import files_words
from refdesk.gui.theme.fonts import BODY, DISPLAY
from refdesk.gui.view import Tools
from refdesk.gui.widgets.band import Band, Message
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.marks import Tone
from refdesk.services.imports.contacts import ForAll
from refdesk.services.imports.files import HowRead
from refdesk.services.imports.preview import Preview


class MatchPage(QWidget):
    """A table for each file with something to say about, and the form for all of them."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = tools.theme
        self.tables: list[ColumnTable] = []
        self.title = Label(self._theme, "", DISPLAY)
        self._files = Label(self._theme, "", BODY, "text2", wrap=True)
        self.band = Band(self._theme)
        self.batch = BatchForm(tools)
        self._tables = QVBoxLayout()
        self._tables.setSpacing(20)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self._files)
        column.addWidget(self.band)
        column.addLayout(self._tables)
        column.addSpacing(8)
        column.addWidget(self.batch)
        column.addStretch(1)

    def show_files(self, previews: Sequence[Preview], unreadable: Sequence[Preview]) -> None:
        """Begin with these files anew; of the others it is said that they stay out."""
        for table in self.tables:
            self._tables.removeWidget(table)
            table.hide()
            table.deleteLater()
        self.tables = [ColumnTable(self._theme, preview) for preview in previews if preview.needs_match]
        for table in self.tables:
            table.name.setVisible(len(previews) > 1)
            self._tables.addWidget(table)
        self.title.setText("Match the columns" if self.tables else "Who are they?")
        self._files.setText(files_words(previews))
        self.band.hide()
        if unreadable:
            words = "\n".join(f"{preview.path.name}: {preview.why}" for preview in unreadable)
            self.band.show_message(Message(Tone.WARN, words, "Left out, because it can’t be read", "triangle-alert"))
        self.batch.clear()

    def first_field(self) -> QWidget:
        """Where the focus begins."""
        combos = self.tables[0].combos if self.tables else []
        return combos[0] if combos else self.batch.roles

    def how(self) -> Mapping[Path, HowRead]:
        """What was said of each file."""
        return {table.preview.path: table.how() for table in self.tables}

    def for_all(self) -> ForAll:
        """What was said of everybody."""
        return self.batch.for_all()

    def has_problem(self) -> bool:
        """Whether something won't do yet; it is said where it stands, and the focus goes there."""
        found = False
        for table in self.tables:
            why = table.problem()
            table.show_error(why)
            if why and not found:
                table.combos[0].setFocus()
            found = found or bool(why)
        return bool(self.batch.problem()) or found

    def take_up(self, previews: Sequence[Preview]) -> bool:
        """Show what a second look has found: why a file can't be read so, or how its days are to be understood.

        Gives whether the user has to say more.
        """
        by_path = {preview.path: preview for preview in previews}
        more = False
        for table in self.tables:
            if preview := by_path.get(table.preview.path):
                table.show_error(preview.why)
                asked = table.show_question(preview)
                if asked and table.order is not None:
                    table.order.setFocus()
                more = more or asked or bool(preview.why)
        return more
