"""The one object that knows how the window looks now, and says when that changes; handed on by constructors."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from refdesk.gui.theme.fonts import BODY, Families, Fonts
from refdesk.gui.theme.icons import Icons
from refdesk.gui.theme.palette import high_contrast_tokens, make_palette
from refdesk.gui.theme.style import style_sheet
from refdesk.gui.theme.tokens import DARK, LIGHT, Tokens

DESIGNED_DPI = 96.0


class Scheme(Enum):
    """Which colours the user asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class TextSize(Enum):
    """How large the user wants text, in per cent."""

    SMALL = 90
    NORMAL = 100
    LARGE = 115
    LARGEST = 130


class Density(Enum):
    """How close rows stand."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


@dataclass(frozen=True, slots=True)
class Appearance:
    """What the user chose in Settings about the look."""

    scheme: Scheme = Scheme.SYSTEM
    text_size: TextSize = TextSize.NORMAL
    density: Density = Density.COMFORTABLE
    system_font: bool = False


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asked the system for on behalf of every program."""

    contrast: bool = False
    reduced_motion: bool = False


class Theme(QObject):
    """The colours, fonts and icons of the moment; `changed` is emitted after every one of them is new."""

    changed = Signal()

    def __init__(self, application: QApplication, families: Families, appearance: Appearance | None = None) -> None:
        """Dress the application; `families` comes from `load_fonts`."""
        super().__init__(application)
        self._application = application
        self._families = families
        self._hints = application.styleHints()
        self._system_palette = QPalette(application.palette())
        self._appearance = appearance or Appearance()
        self._per_cent = self._appearance.text_size.value  # asked for thousands of times while a window is painted
        self._tokens = LIGHT
        self._wishes = Wishes()
        self._fonts = Fonts(families, 1.0, DESIGNED_DPI)
        self._icons = Icons(self._current_tokens)
        application.setStyle("Fusion")
        self._follow_scheme()
        self._apply()
        self._hints.colorSchemeChanged.connect(self._apply)

    @property
    def tokens(self) -> Tokens:
        """The colours of the moment."""
        return self._tokens

    @property
    def fonts(self) -> Fonts:
        """The fonts of the moment."""
        return self._fonts

    @property
    def icons(self) -> Icons:
        """The icons, which follow the colours."""
        return self._icons

    @property
    def appearance(self) -> Appearance:
        """What the user chose."""
        return self._appearance

    @property
    def compact(self) -> bool:
        """Whether rows stand close."""
        return self._appearance.density is Density.COMPACT

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing may fade."""
        return self._wishes.reduced_motion

    def px(self, designed: int) -> int:
        """A designed length in pixels at the user's text size, for whatever has to hold text."""
        return round(designed * self._per_cent / 100)

    def set_appearance(self, appearance: Appearance) -> None:
        """Take up what the user chose, at once."""
        if appearance == self._appearance:
            return
        follow = appearance.scheme is not self._appearance.scheme
        self._appearance = appearance
        self._per_cent = appearance.text_size.value
        if follow:
            self._follow_scheme()
        self._apply()

    def set_wishes(self, wishes: Wishes) -> None:
        """Take up what the user asked the system for; see `system_wishes`."""
        if wishes != self._wishes:
            self._wishes = wishes
            self._apply()

    def _current_tokens(self) -> Tokens:
        return self._tokens

    def _follow_scheme(self) -> None:
        """Let native title bars follow the choice; where no platform theme listens, our palette does the rest."""
        scheme = {
            Scheme.SYSTEM: Qt.ColorScheme.Unknown,
            Scheme.LIGHT: Qt.ColorScheme.Light,
            Scheme.DARK: Qt.ColorScheme.Dark,
        }[self._appearance.scheme]
        self._hints.setColorScheme(scheme)

    def _chosen_tokens(self) -> Tokens:
        if self._wishes.contrast:
            return high_contrast_tokens(self._system_palette)
        if self._appearance.scheme is Scheme.SYSTEM:
            return DARK if self._hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._appearance.scheme is Scheme.DARK else LIGHT

    def _apply(self) -> None:
        self._tokens = self._chosen_tokens()
        screen = self._application.primaryScreen()
        dpi = screen.logicalDotsPerInch() if screen else DESIGNED_DPI
        families = Families("", self._families.serif) if self._appearance.system_font else self._families
        self._fonts = Fonts(families, self._appearance.text_size.value / 100, dpi)
        self._icons.clear()
        palette = make_palette(self._tokens)
        self._application.setPalette(palette)
        QToolTip.setPalette(palette)
        self._application.setFont(self._fonts.font(BODY))
        QToolTip.setFont(self._fonts.font(BODY))
        self._application.setStyleSheet(style_sheet(self._tokens, self.px))
        self.changed.emit()


def system_wishes(application: QApplication) -> Wishes:
    """What the system says about contrast and motion; nothing where this release of Qt or the system cannot say."""
    hints = application.styleHints()
    # Qt 6.8 and 6.9 have no such hints; contrast came with 6.10 and motion later.
    accessibility = hints.accessibility() if hasattr(hints, "accessibility") else None
    contrast = getattr(accessibility, "contrastPreference", None)
    motion = getattr(accessibility, "motionPreference", None)
    return Wishes(
        contrast=contrast is not None and contrast().name == "HighContrast",
        reduced_motion=motion is not None and motion().name == "ReducedMotion",
    )
