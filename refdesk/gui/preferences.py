"""What the user chose about the window: its look, its place, what may be said outside of it; kept beside the book."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QLocale, QObject, QSettings, Signal

from refdesk.gui.theme.theme import Appearance, Density, Scheme, TextSize

T = TypeVar("T")


class Preferences(QObject):
    """Kept in one readable file; what was chosen about the method (quiet hours, day counts) is in the book instead.

    A value in the file that means nothing, by hand or by another release, counts as not chosen.
    """

    changed = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = QSettings(str(path), QSettings.Format.IniFormat, self)

    @property
    def appearance(self) -> Appearance:
        """The look."""
        return Appearance(
            scheme=self._choice("appearance/scheme", {each.value: each for each in Scheme}, Scheme.SYSTEM),
            text_size=self._choice("appearance/text_size", {str(e.value): e for e in TextSize}, TextSize.NORMAL),
            density=self._choice("appearance/density", {each.value: each for each in Density}, Density.COMFORTABLE),
            system_font=self._flag("appearance/system_font"),
        )

    @appearance.setter
    def appearance(self, appearance: Appearance) -> None:
        self._settings.setValue("appearance/scheme", appearance.scheme.value)
        self._settings.setValue("appearance/text_size", str(appearance.text_size.value))
        self._settings.setValue("appearance/density", appearance.density.value)
        self._set_flag("appearance/system_font", on=appearance.system_font)

    @property
    def names_allowed(self) -> bool:
        """Whether notifications may bear names; not, until the user says so (`docs/method.md` section 8)."""
        return self._flag("reminders/names")

    @names_allowed.setter
    def names_allowed(self, allowed: bool) -> None:
        self._set_flag("reminders/names", on=allowed)

    @property
    def single_keys(self) -> bool:
        """Whether single letters act in lists (WCAG 2.1.4)."""
        return self._flag("keyboard/single_keys", default=True)

    @single_keys.setter
    def single_keys(self, on: bool) -> None:
        self._set_flag("keyboard/single_keys", on=on)

    @property
    def welcomed(self) -> bool:
        """Whether the user has been through the welcome, or has passed it over."""
        return self._flag("window/welcomed")

    @welcomed.setter
    def welcomed(self, welcomed: bool) -> None:
        self._set_flag("window/welcomed", on=welcomed)

    @property
    def keeps_running(self) -> bool | None:
        """Whether closing the window leaves the reminders running; None until the user was asked."""
        chosen = self._text("window/keeps_running")
        return {"yes": True, "no": False}.get(chosen)

    @keeps_running.setter
    def keeps_running(self, keeps: bool | None) -> None:
        self._settings.setValue("window/keeps_running", {True: "yes", False: "no", None: ""}[keeps])
        self.changed.emit()

    @property
    def home(self) -> str:
        """Where the user's letters are posted, as an ISO code: as chosen, else the country of the system's settings."""
        return self._text("notes/home") or QLocale.territoryToCode(QLocale().territory())

    @home.setter
    def home(self, code: str) -> None:
        self._settings.setValue("notes/home", code)
        self.changed.emit()

    def bytes_of(self, key: str) -> QByteArray:
        """A state that Qt itself wrote, such as a geometry; empty when there is none."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_bytes(self, key: str, state: QByteArray) -> None:
        """Keep such a state."""
        self._settings.setValue(key, state)

    def text_of(self, key: str) -> str:
        """A word kept by a view, such as its filter; empty when there is none."""
        return self._text(key)

    def keep_text(self, key: str, text: str) -> None:
        """Keep such a word."""
        self._settings.setValue(key, text)

    def _choice(self, key: str, choices: dict[str, T], otherwise: T) -> T:
        return choices.get(self._text(key), otherwise)

    def _flag(self, key: str, *, default: bool = False) -> bool:
        return {"yes": True, "no": False}.get(self._text(key), default)

    def _set_flag(self, key: str, *, on: bool) -> None:
        self._settings.setValue(key, "yes" if on else "no")
        self.changed.emit()

    def _text(self, key: str) -> str:
        value = self._settings.value(key)
        return value if isinstance(value, str) else ""
