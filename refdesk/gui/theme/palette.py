"""From the colours to Qt's palette, and back from the system's palette where the user asks for high contrast."""

from dataclasses import replace

from PySide6.QtGui import QColor, QPalette

from refdesk.gui.theme.tokens import DARK, LIGHT, Tokens

ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "tooltip",
    QPalette.ColorRole.ToolTipText: "on_tooltip",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Midlight: "neutral_soft",
    QPalette.ColorRole.Dark: "border_strong",
    QPalette.ColorRole.Light: "raised",
}
TEXT_ROLES = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def make_palette(tokens: Tokens) -> QPalette:
    """The palette that Fusion, and every widget that nobody paints by hand, draws with."""
    palette = QPalette()
    for role, name in ROLES.items():
        palette.setColor(role, QColor(tokens.colour(name)))
    for role in TEXT_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    return palette


def high_contrast_tokens(system: QPalette) -> Tokens:
    """The system's own colours in the place of ours: lines as strong as text, no soft fill, selection as it selects.

    The tones keep their hue on a light or a dark ground, for they always come with a shape or a word.
    """
    base = system.color(QPalette.ColorRole.Base).name()
    text = system.color(QPalette.ColorRole.Text).name()
    window = system.color(QPalette.ColorRole.Window).name()
    accent = system.color(QPalette.ColorRole.Highlight).name()
    ours = DARK if system.color(QPalette.ColorRole.Base).lightness() < 128 else LIGHT
    on_accent = system.color(QPalette.ColorRole.HighlightedText).name()
    return replace(
        ours,
        window=window,
        base=base,
        panel=base,
        raised=base,
        hover=base,
        neutral_soft=base,
        paper=base,
        accent_soft=base,
        good_soft=base,
        warn_soft=base,
        bad_soft=base,
        border=text,
        border_strong=text,
        accent_border=text,
        paper_border=text,
        text=text,
        text2=text,
        text3=text,
        accent=accent,
        accent_hover=accent,
        accent_pressed=accent,
        focus=accent,
        on_accent=on_accent,
    )
