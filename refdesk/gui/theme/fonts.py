"""The type of the window: the bundled families and a scale of eight styles that follows the user's text size."""

from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from refdesk.services.resources import resource

REGULAR, MEDIUM, SEMIBOLD = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold
SANS_FILES = ("Inter_400Regular.ttf", "Inter_500Medium.ttf", "Inter_600SemiBold.ttf")
SERIF_FILE = "SourceSerif4_400Regular.ttf"
POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Style:
    """One step of the scale: its size and line height in pixels at 100 %, and its usual weight."""

    px: int
    line: int
    weight: QFont.Weight = REGULAR
    serif: bool = False


MICRO: Final = Style(11, 14, MEDIUM)
SMALL: Final = Style(12, 16)
BODY: Final = Style(13, 18)
LEAD: Final = Style(15, 20, SEMIBOLD)
TITLE2: Final = Style(18, 24, SEMIBOLD)
TITLE1: Final = Style(20, 26, SEMIBOLD)
DISPLAY: Final = Style(26, 34, SEMIBOLD)
PAPER: Final = Style(17, 28, serif=True)


@dataclass(frozen=True, slots=True)
class Families:
    """The family of the window and that of the note paper; empty for the system's own."""

    sans: str = ""
    serif: str = ""


def load_fonts() -> Families:
    """Register the bundled fonts with the application, once in its life, and name their families.

    A family that cannot be registered is left to the system: the window stays usable.
    """
    sans = [_register(name) for name in SANS_FILES]
    return Families(sans[0], _register(SERIF_FILE))


def _register(name: str) -> str:
    number = QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}")))
    return next(iter(QFontDatabase.applicationFontFamilies(number)), "") if number >= 0 else ""


class Fonts:
    """Hands out fonts and line heights for one choice of families, one text size and one screen resolution."""

    def __init__(self, families: Families, scale: float, dpi: float) -> None:
        """`scale` is the text size, 1.0 for 100 %; `dpi` the logical resolution, 96, or 72 on macOS."""
        self._families = families
        self._scale = scale
        self._dpi = dpi
        self._lines: dict[Style, int] = {}
        self._made: dict[tuple[Style, QFont.Weight | None], QFont] = {}

    def font(self, style: Style, weight: QFont.Weight | None = None) -> QFont:
        """The font of this style, in points so that it follows the system's resolution."""
        made = self._made.get((style, weight))
        if made is None:
            made = self._made[style, weight] = self._make(style, weight)
        return QFont(made)

    def _make(self, style: Style, weight: QFont.Weight | None) -> QFont:
        family = self._families.serif if style.serif else self._families.sans
        font = QFont(family) if family else QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        font.setPointSizeF(style.px * POINTS_PER_INCH / self._dpi * self._scale)
        font.setWeight(style.weight if weight is None else weight)
        return font

    def tabular(self, style: Style, weight: QFont.Weight | None = None) -> QFont:
        """The same with figures of one width, for columns of numbers only: in running text it widens hyphens."""
        font = self.font(style, weight)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def line(self, style: Style) -> int:
        """The height of one line in pixels: the designed one, or more where the family needs more."""
        if style not in self._lines:
            needed = ceil(QFontMetricsF(self.font(style)).height())
            self._lines[style] = max(round(style.line * self._scale), needed)
        return self._lines[style]
