"""Somebody's picture: read from a file, made small enough to keep, and taken away again."""

import base64
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from refdesk.domain.errors import RefusedError
from refdesk.domain.person import Person
from refdesk.gui.contacts.edit_field import Field
from refdesk.gui.contacts.portrait import Portrait
from refdesk.gui.view import Tools
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.storage.book import Book
from refdesk.storage.photos import decode_data_url, photo_data

SIDE = 512
"""The longer side of a kept picture in pixels: sharp as a face at any size shown, and a few dozen kilobytes."""

_PATTERNS = "Pictures (*.jpg *.jpeg *.png *.gif *.webp *.bmp)"


def read_photo(path: Path) -> str:
    """The picture in a file as a data URL, turned upright and at most `SIDE` pixels wide and high.

    Raises:
        RefusedError: the file holds no picture that can be read.
    """
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    whole = reader.size()
    if whole.isValid() and max(whole.width(), whole.height()) > SIDE:
        reader.setScaledSize(whole.scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise RefusedError(f"{path.name} holds no picture that RefDesk can read.")
    kind, media = ("PNG", "image/png") if image.hasAlphaChannel() else ("JPG", "image/jpeg")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, 88)  # type: ignore[call-overload] # the stub knows a file name only
    return f"data:{media};base64,{base64.b64encode(buffer.data().data()).decode('ascii')}"


def photo_bytes(book: Book, photo: str) -> bytes | None:
    """The picture that a person's ``photo`` names, in the book or as a data URL; None where there is none."""
    decoded = decode_data_url(photo)
    return decoded[1] if decoded else photo_data(book, photo) if photo else None


class PhotoField(Field):
    """The picture with its buttons."""

    def __init__(self, tools: Tools, name: str = "Photo") -> None:
        super().__init__(tools, name)
        self._photo = ""
        self._whose = ""
        self._portrait = Portrait(tools.theme)
        self.choose_button = Button(tools.theme, "Choose a photo…", small=True)
        self.remove_button = Button(tools.theme, "Remove", Kind.LINK, small=True)
        self.remove_button.setAccessibleName("Remove the photo")
        self.choose_button.clicked.connect(self._choose)
        self.remove_button.clicked.connect(self._remove)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._portrait)
        line.addWidget(self.choose_button)
        line.addWidget(self.remove_button)
        line.addStretch(1)
        self.column.addLayout(line)
        self.setFocusProxy(self.choose_button)

    def load(self, person: Person) -> None:
        """Show the picture."""
        self._photo, self._whose = person.photo, person.name
        self._show()

    def apply(self, person: Person) -> Person:
        """With the picture, which is put away when the person is written."""
        return replace(person, photo=self._photo)

    def take(self, path: Path) -> None:
        """Take the picture in a file, or say why not."""
        try:
            self._photo = read_photo(path)
        except RefusedError as error:
            self.tools.session.refused.emit(str(error))
            return
        self._show()
        self.changed.emit()

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "Choose a photo", "", _PATTERNS)
        if chosen:
            self.take(Path(chosen))

    def _remove(self) -> None:
        self._photo = ""
        self.choose_button.setFocus()  # before its own button hides, which would let the focus go on
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._portrait.show_person(self._whose, photo_bytes(self.tools.session.book, self._photo))
        self.remove_button.setVisible(bool(self._photo))
