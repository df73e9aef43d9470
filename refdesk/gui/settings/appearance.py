"""How the window looks."""

from dataclasses import replace

from refdesk.gui.settings.page import Page
from refdesk.gui.theme.theme import Appearance, Density, Scheme, TextSize
from refdesk.gui.view import Tools
from refdesk.gui.widgets.check_box import CheckBox
from refdesk.gui.widgets.segment import Choice, Segment

SCHEMES = (Choice("system", "System", "monitor"), Choice("light", "Light", "sun"), Choice("dark", "Dark", "moon"))
SIZES = tuple(Choice(str(size.value), f"{size.value} %") for size in TextSize)
DENSITIES = (Choice("comfortable", "Comfortable"), Choice("compact", "Compact"))


class AppearancePage(Page):
    """Every choice is seen at once, and kept beside the book."""

    key, title, icon = "appearance", "Appearance", "sun"

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.scheme = Segment(self.theme, "Theme", SCHEMES)
        self.text_size = Segment(self.theme, "Text size", SIZES)
        self.density = Segment(self.theme, "Rows", DENSITIES)
        self.system_font = CheckBox(self.theme, "Use the system font")
        self.add_row("Theme", self.scheme)
        self.add_row("Text size", self.text_size)
        self.add_row("Rows", self.density)
        self.column.addWidget(self.system_font)
        self.column.addStretch(1)
        self.scheme.chosen.connect(self._set_scheme)
        self.text_size.chosen.connect(self._set_size)
        self.density.chosen.connect(self._set_density)
        self.system_font.clicked.connect(self._set_font)

    def refresh(self) -> None:
        """Show what is chosen."""
        look = self.preferences.appearance
        self.scheme.choose(look.scheme.value)
        self.text_size.choose(str(look.text_size.value))
        self.density.choose(look.density.value)
        self.system_font.setChecked(look.system_font)

    def _set_scheme(self, key: str) -> None:
        self._wear(replace(self.preferences.appearance, scheme=Scheme(key)))

    def _set_size(self, key: str) -> None:
        self._wear(replace(self.preferences.appearance, text_size=TextSize(int(key))))

    def _set_density(self, key: str) -> None:
        self._wear(replace(self.preferences.appearance, density=Density(key)))

    def _set_font(self, on: bool) -> None:
        self._wear(replace(self.preferences.appearance, system_font=on))

    def _wear(self, look: Appearance) -> None:
        self.preferences.appearance = look
        self.theme.set_appearance(look)
