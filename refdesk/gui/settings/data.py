"""Where the book is, its backups, exports, and the imports that can be taken back."""

from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from refdesk.gui.imports.words import taken_back_words
from refdesk.gui.settings.data_words import import_words, moment_words, size_words
from refdesk.gui.settings.page import Page, stacked
from refdesk.gui.theme.fonts import BODY, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from refdesk.gui.widgets.band import Band, Message
from refdesk.gui.widgets.buttons import Button
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.marks import Tone
from refdesk.gui.worker import Job
from refdesk.services.desk import Desk
from refdesk.services.exports import ExportFormat, export_to
from refdesk.services.imports.run import TakenBack, imports, undo_import
from refdesk.services.safekeeping import back_up, backups_of
from refdesk.storage.backup import Backup
from refdesk.storage.tables import Batch

MOST_BACKUPS, MOST_IMPORTS = 5, 12
"""How many backups and imports are listed, the latest first."""

EXPORTS: tuple[tuple[ExportFormat, str, str, str], ...] = (
    ("json", "Everything, as RefDesk JSON…", "refdesk.json", "RefDesk JSON (*.json)"),
    ("vcard", "People, as vCards…", "people.vcf", "vCards (*.vcf)"),
    ("csv", "People, as a table…", "people.csv", "CSV (*.csv)"),
)
"""Each form with its button's words, the name that is suggested, and the dialog's filter."""

TAKING_BACK = "An import is being taken back. One moment."


class DataPage(Page):
    """What takes long runs on the worker; the band says how it went."""

    key, title, icon = "data", "Data", "database"

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._shown: list[Batch] | None = None
        self.band = Band(self.theme)
        self.column.addWidget(self.band)
        self.add_note("Everything is kept in one file on this computer. Nothing is sent anywhere.")
        self.place = Label(self.theme, str(self.session.book.path), BODY, wrap=True)
        self.column.addWidget(self.place)
        show = Button(self.theme, "Show in folder", icon="external-link")
        show.clicked.connect(self._show_folder)
        self.add_buttons(show)
        self.add_heading("Backups")
        self.back_up_now = Button(self.theme, "Back up now", icon="shield")
        self.back_up_now.clicked.connect(self._back_up)
        self.add_buttons(self.back_up_now)
        self.backups = Label(self.theme, "", BODY, "text2", wrap=True)
        self.column.addWidget(self.backups)
        self.add_heading("Export")
        self.exports = {form: Button(self.theme, words, icon="upload") for form, words, _, _ in EXPORTS}
        for form, button in self.exports.items():
            button.clicked.connect(partial(self.export, form))
        self.add_buttons(*self.exports.values())
        self.add_heading("Imports")
        self._imports = QVBoxLayout()
        self._imports.setSpacing(10)
        self.column.addLayout(self._imports)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Read backups and imports anew."""
        kept = backups_of(self.session.book.path)
        words = [moment_words(one.made_at, self._offset(), self.session.today) for one in kept[:MOST_BACKUPS]]
        more = [f"and {len(kept) - MOST_BACKUPS} older ones"] if len(kept) > MOST_BACKUPS else []
        self.backups.setText("\n".join((*words, *more)) or "None yet. One is made each day on which RefDesk runs.")
        self._list_imports()

    # Backups

    def _show_folder(self) -> None:
        folder = self.session.book.path.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._fail(f"The folder couldn't be opened. It is {folder}.")

    def _back_up(self) -> None:
        self.back_up_now.setEnabled(False)
        self.tools.worker.run(_backed_up, self._made_backup, self._no_backup)

    def _made_backup(self, made: Backup) -> None:
        self.back_up_now.setEnabled(True)
        self._tell(f"Backed up to {made.path}.")
        self.refresh()

    def _no_backup(self, why: str) -> None:
        self.back_up_now.setEnabled(True)
        self._fail(why)

    # Exports

    def export(self, form: ExportFormat, _: bool = False) -> None:
        """Ask where to, and write the export there."""
        words, name, kinds = next((words, name, kinds) for key, words, name, kinds in EXPORTS if key == form)
        chosen = self.ask_place(words.rstrip("…"), name, kinds)
        if chosen is not None:
            self.exports[form].setEnabled(False)
            self.tools.worker.run(
                partial(_exported, form, chosen),
                partial(self._made_export, form, chosen),
                partial(self._no_export, form),
            )

    def ask_place(self, title: str, name: str, kinds: str) -> Path | None:
        """Ask the user for a file to write; None where there is to be none."""
        path, _ = QFileDialog.getSaveFileName(self, title, str(Path.home() / name), kinds)
        return Path(path) if path else None

    def _made_export(self, form: ExportFormat, path: Path, length: int) -> None:
        self.exports[form].setEnabled(True)
        self._tell(f"Exported to {path}, {size_words(length)}.")

    def _no_export(self, form: ExportFormat, why: str) -> None:
        self.exports[form].setEnabled(True)
        self._fail(why)

    # Imports

    def _list_imports(self) -> None:
        found = list(reversed(imports(self.session.desk())))[:MOST_IMPORTS]
        if found == self._shown:
            return
        self._shown = found
        while (item := self._imports.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for batch in found:
            title, what = import_words(batch, self._offset(), self.session.today)
            row = ImportRow(self.theme, batch.id, title, what, may_undo=batch.undone_on is None)
            row.undo_requested.connect(self._take_back)
            self._imports.addWidget(row)
        if not found:
            self._imports.addWidget(Label(self.theme, "None yet.", BODY, "text2"))

    def _take_back(self, id_: str) -> None:
        self.session.hold(TAKING_BACK)
        self.tools.worker.run(partial(_taken_back, id_), self._took_back, self._kept)

    def _took_back(self, taken: TakenBack) -> None:
        self.session.release()
        self.session.publish(taken.changes)
        self._tell(f"The import is taken back. {taken_back_words(taken)}")
        self.refresh()

    def _kept(self, why: str) -> None:
        self.session.release()
        self._fail(why)

    def _offset(self) -> timedelta:
        """What the clock on the wall is ahead of UTC now."""
        return self.session.now() - self.session.book.now().replace(tzinfo=None)

    def _tell(self, words: str) -> None:
        self.band.show_message(Message(Tone.GOOD, words, icon="circle-check"), announce=True)

    def _fail(self, why: str) -> None:
        self.band.show_message(Message(Tone.BAD, why, icon="circle-alert"), announce=True)


class ImportRow(QWidget):
    """One import: its files and when, what became of it, and the button that takes it back."""

    undo_requested = Signal(str)

    def __init__(self, theme: Theme, id_: str, title: str, what: str, *, may_undo: bool) -> None:
        super().__init__()
        self._id = id_
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        words = Label(theme, what, SMALL, "text3", wrap=True)
        row.addLayout(stacked(Label(theme, title, BODY, wrap=True), words), 1)
        if may_undo:
            undo = Button(theme, "Undo this import", icon="undo-2", small=True)
            undo.setAccessibleName(f"Undo the import of {title}")
            undo.clicked.connect(self._pressed)
            row.addWidget(undo)

    def _pressed(self) -> None:
        self.undo_requested.emit(self._id)


def _backed_up(desk: Desk, _: Job[Backup]) -> Backup:
    return back_up(desk)


def _exported(form: ExportFormat, path: Path, desk: Desk, _: Job[int]) -> int:
    return export_to(desk, form, path)


def _taken_back(id_: str, desk: Desk, _: Job[TakenBack]) -> TakenBack:
    return undo_import(desk, id_)
