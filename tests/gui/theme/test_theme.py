"""The theme hands out what the user chose, at once, and says so; fonts and icons follow."""

import gc

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolTip
from pytestqt.qtbot import QtBot

from refdesk.gui.theme.fonts import BODY, PAPER, SEMIBOLD, SMALL, TITLE1, Families, Fonts
from refdesk.gui.theme.palette import high_contrast_tokens, make_palette
from refdesk.gui.theme.theme import Appearance, Density, Scheme, TextSize, Theme, Wishes, system_wishes
from refdesk.gui.theme.tokens import DARK, LIGHT
from refdesk.services.resources import resource

DARK_LOOK = Appearance(Scheme.DARK)


def ink(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    """The colours of the icon's solid pixels."""
    image = icon.pixmap(QSize(48, 48), 2.0, mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255}


def test_a_choice_takes_effect_and_is_told_once(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    assert theme.tokens is LIGHT
    with qtbot.waitSignal(theme.changed):
        theme.set_appearance(DARK_LOOK)
    assert theme.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor(DARK.base)
    assert QToolTip.palette().color(QPalette.ColorRole.ToolTipBase) == QColor(DARK.tooltip)
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_appearance(DARK_LOOK)


def test_the_palette_of_the_application_is_the_designed_one() -> None:
    palette = make_palette(LIGHT)
    role = QPalette.ColorRole
    expected = {
        role.Window: "#F4F2EE",
        role.Text: "#1F1E1C",
        role.AlternateBase: "#FAF9F7",
        role.PlaceholderText: "#68645C",
        role.Highlight: "#2C55A6",
        role.Accent: "#2C55A6",
        role.Link: "#2C55A6",
        role.HighlightedText: "#FFFFFF",
        role.ToolTipBase: "#2A2926",
        role.Mid: "#E2DED6",
        role.Midlight: "#ECE9E3",
        role.Dark: "#8A847A",
    }
    assert {at: palette.color(at).name().upper() for at in expected} == expected
    assert palette.color(QPalette.ColorGroup.Disabled, role.ButtonText) == QColor("#97928A")


def test_a_field_wears_the_strong_border(theme: Theme, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(200, 32)
    assert field.grab().toImage().pixelColor(100, 0) == QColor(LIGHT.border_strong)
    theme.set_appearance(DARK_LOOK)
    assert field.grab().toImage().pixelColor(100, 0) == QColor(DARK.border_strong)


def test_high_contrast_is_the_systems_own_colours(theme: Theme) -> None:
    system = QPalette(QColor("#000000"), QColor("#000000"))
    system.setColor(QPalette.ColorRole.Text, QColor("#ffffff"))
    system.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    system.setColor(QPalette.ColorRole.Highlight, QColor("#ffff00"))
    tokens = high_contrast_tokens(system)
    assert tokens.border == tokens.border_strong == tokens.text2 == "#ffffff"
    assert tokens.accent_soft == tokens.hover == "#000000"
    assert tokens.accent == "#ffff00"
    assert tokens.good == DARK.good
    theme.set_wishes(Wishes(contrast=True))
    assert theme.tokens.border == theme.tokens.text


def test_wishes_of_the_system(theme: Theme, qapp: QApplication) -> None:
    assert system_wishes(qapp) == Wishes()
    assert not theme.reduced_motion
    theme.set_wishes(Wishes(reduced_motion=True))
    assert theme.reduced_motion


def test_fonts_are_ours_and_sized_in_points(families: Families) -> None:
    fonts = Fonts(families, 1.0, 96)
    assert QFontInfo(fonts.font(BODY)).family() == "Inter"
    assert QFontInfo(fonts.font(PAPER)).family() == "Source Serif 4"
    assert QFontInfo(fonts.font(TITLE1)).styleName() == "SemiBold"
    assert fonts.font(BODY).pointSizeF() == 9.75
    assert fonts.font(SMALL, SEMIBOLD).weight() == SEMIBOLD
    assert Fonts(families, 1.3, 72).font(SMALL).pointSizeF() == pytest.approx(15.6)
    assert [fonts.line(style) for style in (SMALL, BODY, TITLE1)] == [16, 18, 26]


def test_figures_have_one_width_only_where_asked(families: Families) -> None:
    fonts = Fonts(families, 1.0, 96)
    plain, tabular = QFontMetricsF(fonts.font(BODY)), QFontMetricsF(fonts.tabular(BODY))
    assert plain.horizontalAdvance("1") < plain.horizontalAdvance("0")
    assert tabular.horizontalAdvance("1") == tabular.horizontalAdvance("0")


def test_text_size_density_and_font_can_be_chosen(theme: Theme, qapp: QApplication) -> None:
    assert (theme.px(50), theme.compact) == (50, False)
    theme.set_appearance(Appearance(Scheme.LIGHT, TextSize.LARGEST, Density.COMPACT, system_font=True))
    assert (theme.px(50), theme.compact) == (65, True)
    assert theme.fonts.font(BODY).family() != "Inter"
    assert qapp.font().pointSizeF() == pytest.approx(9.75 * 1.3)


def test_icons_change_with_the_theme_by_themselves(theme: Theme) -> None:
    icon = theme.icons.icon("square-arrow-out-up-right", "text")
    gc.collect()
    assert LIGHT.text in ink(icon)
    assert LIGHT.disabled in ink(icon, QIcon.Mode.Disabled)
    theme.set_appearance(DARK_LOOK)
    assert DARK.text in ink(icon)
    assert LIGHT.text not in ink(icon)


def test_icons_are_sharp_on_every_screen_and_kept(theme: Theme) -> None:
    pixmap = theme.icons.pixmap("sun", 16, "text2", 1.5)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (24, 1.5)
    assert theme.icons.pixmap("sun", 16, "text2", 1.5).cacheKey() == pixmap.cacheKey()
    assert theme.icons.pixmap("sun", 16, "accent", 1.5).cacheKey() != pixmap.cacheKey()
    theme.icons.clear()
    assert theme.icons.pixmap("sun", 16, "text2", 1.5).cacheKey() != pixmap.cacheKey()


def test_a_button_shows_its_icon_in_the_size_asked_for(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton(theme.icons.icon("plus"), "")
    qtbot.addWidget(button)
    button.setIconSize(QSize(48, 48))
    button.setFixedSize(60, 60)
    image = button.grab().toImage()
    assert QColor(LIGHT.text2) in [image.pixelColor(30, y) for y in range(60)]


def test_every_icon_follows_the_colour_it_is_given() -> None:
    drawings = {path.name: path.read_text(encoding="utf-8") for path in resource("icons").glob("*.svg")}
    assert len(drawings) > 80
    assert [name for name, drawing in drawings.items() if 'stroke="currentColor"' not in drawing] == []
    assert [name for name, drawing in drawings.items() if 'stroke-width="2"' not in drawing] == []


@pytest.mark.parametrize("name", ["icons/LICENSE", "fonts/Inter-OFL.txt", "fonts/SourceSerif4-OFL.txt"])
def test_what_others_made_comes_with_its_licence(name: str) -> None:
    assert "Copyright" in resource(name).read_text(encoding="utf-8")


def test_a_missing_file_is_named(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError, match="resources/icons/none"):
        theme.icons.pixmap("none", 16, "text", 1.0)


def test_following_the_system_is_light_where_the_system_says_nothing(theme: Theme, qapp: QApplication) -> None:
    theme.set_appearance(Appearance(Scheme.SYSTEM))
    scheme = qapp.styleHints().colorScheme()
    assert theme.tokens is (DARK if scheme == Qt.ColorScheme.Dark else LIGHT)
