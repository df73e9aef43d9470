"""The colours are the designed ones, and every pair that meets keeps its contrast (WCAG 2.2, 1.4.3 and 1.4.11)."""

import dataclasses

import pytest

from refdesk.gui.theme.tokens import DARK, LIGHT, Tokens

LIGHT_COLOURS = {
    "window": "#F4F2EE",
    "base": "#FFFFFF",
    "panel": "#FAF9F7",
    "raised": "#FFFFFF",
    "hover": "#F5F3EF",
    "neutral_soft": "#ECE9E3",
    "border": "#E2DED6",
    "border_strong": "#8A847A",
    "text": "#1F1E1C",
    "text2": "#504D47",
    "text3": "#68645C",
    "disabled": "#97928A",
    "accent": "#2C55A6",
    "accent_hover": "#244789",
    "accent_pressed": "#1B386D",
    "on_accent": "#FFFFFF",
    "accent_soft": "#E5ECF8",
    "accent_border": "#A9BDE4",
    "focus": "#2C55A6",
    "good": "#1F6B45",
    "good_soft": "#E2F1E8",
    "good_mark": "#2C8458",
    "warn": "#835500",
    "warn_soft": "#FBF0D8",
    "warn_mark": "#A76F06",
    "bad": "#A93529",
    "bad_soft": "#FBE8E5",
    "bad_mark": "#BE4336",
    "toast": "#2A2926",
    "on_toast": "#F6F4F0",
    "toast_action": "#A9C3FA",
    "paper": "#FFFDF8",
    "paper_border": "#E8E1D2",
    "tooltip": "#2A2926",
    "on_tooltip": "#F6F4F0",
    "heat0": "#EFECE6",
    "heat1": "#CBD8F0",
    "heat2": "#97B1E1",
    "heat3": "#5D82C9",
    "heat4": "#2C55A6",
}
DARK_COLOURS = {
    "window": "#1B1C1F",
    "base": "#222326",
    "panel": "#27282C",
    "raised": "#2C2D31",
    "hover": "#2A2B2F",
    "neutral_soft": "#37383D",
    "border": "#3A3B40",
    "border_strong": "#85868F",
    "text": "#ECEAE6",
    "text2": "#BFBCB6",
    "text3": "#ACA9A2",
    "disabled": "#74726D",
    "accent": "#8FB1F5",
    "accent_hover": "#A6C1F8",
    "accent_pressed": "#BBD0FA",
    "on_accent": "#10203D",
    "accent_soft": "#2B3A59",
    "accent_border": "#4C679E",
    "focus": "#8FB1F5",
    "good": "#84CFA3",
    "good_soft": "#20392C",
    "good_mark": "#5DB484",
    "warn": "#E6BA6E",
    "warn_soft": "#3E3220",
    "warn_mark": "#CF9F4B",
    "bad": "#F29D92",
    "bad_soft": "#472A26",
    "bad_mark": "#E17C70",
    "toast": "#ECEAE6",
    "on_toast": "#1F1E1C",
    "toast_action": "#244789",
    "paper": "#2B2A27",
    "paper_border": "#45423B",
    "tooltip": "#ECEAE6",
    "on_tooltip": "#1F1E1C",
    "heat0": "#3A3B40",
    "heat1": "#3A4C74",
    "heat2": "#47629C",
    "heat3": "#6688CB",
    "heat4": "#8FB1F5",
}
LIGHT_AVATARS = [
    ("#E6E5E9", "#4D4B58"),
    ("#E3EEE4", "#2F633F"),
    ("#F4E6DA", "#80491E"),
    ("#EFE2EC", "#753F68"),
    ("#E0ECEE", "#265F69"),
    ("#EDE8D6", "#63561A"),
]
DARK_AVATARS = [
    ("#3E3E47", "#CFCDDB"),
    ("#2E4335", "#A9DBB8"),
    ("#4C3A2C", "#EBC29E"),
    ("#483546", "#E6B6DA"),
    ("#2A4347", "#9FD5DF"),
    ("#433E2A", "#DCCF94"),
]

SURFACES = ("window", "base", "panel", "raised", "hover")
TEXT_PAIRS = [
    *((text, surface) for text in ("text", "text2", "text3") for surface in (*SURFACES, "accent_soft", "neutral_soft")),
    *(("accent", surface) for surface in (*SURFACES, "accent_soft")),
    *(("on_accent", fill) for fill in ("accent", "accent_hover", "accent_pressed")),
    *((tone, surface) for tone in ("good", "warn", "bad") for surface in (*SURFACES, "accent_soft", f"{tone}_soft")),
    *((text, "paper") for text in ("text", "text2", "text3")),
    *(("text", f"{tone}_soft") for tone in ("good", "warn", "bad")),
    *(("text2", f"{tone}_soft") for tone in ("good", "warn", "bad")),
    ("on_toast", "toast"),
    ("toast_action", "toast"),
    ("on_tooltip", "tooltip"),
]
MARK_PAIRS = [
    *((f"{tone}_mark", surface) for tone in ("good", "warn", "bad") for surface in ("base", "panel", "accent_soft")),
    *(("border_strong", surface) for surface in ("base", "panel", "window", "raised")),
    *(("focus", surface) for surface in ("base", "panel", "window", "accent_soft", "neutral_soft")),
]


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("tokens", "colours", "avatars"), [(LIGHT, LIGHT_COLOURS, LIGHT_AVATARS), (DARK, DARK_COLOURS, DARK_AVATARS)]
)
def test_the_colours_are_the_designed_ones(
    tokens: Tokens, colours: dict[str, str], avatars: list[tuple[str, str]]
) -> None:
    named = {field.name for field in dataclasses.fields(tokens)} - {"dark", "avatars"}
    assert {name: tokens.colour(name) for name in named} == colours
    assert [(tint.background, tint.initials) for tint in tokens.avatars] == avatars


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
class TestContrast:
    @pytest.mark.parametrize(("foreground", "background"), TEXT_PAIRS)
    def test_text_can_be_read(self, tokens: Tokens, foreground: str, background: str) -> None:
        assert contrast(tokens.colour(foreground), tokens.colour(background)) >= 4.5

    @pytest.mark.parametrize(("foreground", "background"), MARK_PAIRS)
    def test_marks_and_lines_can_be_seen(self, tokens: Tokens, foreground: str, background: str) -> None:
        assert contrast(tokens.colour(foreground), tokens.colour(background)) >= 3

    def test_initials_can_be_read(self, tokens: Tokens) -> None:
        assert min(contrast(tint.background, tint.initials) for tint in tokens.avatars) >= 4.5


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_a_person_keeps_one_tint_in_both_schemes() -> None:
    # A is 65: 65 * 1 + 65 * 2 = 195, and 195 % 6 = 3.
    assert LIGHT.avatar_tint("AA") == LIGHT.avatars[3]
    assert DARK.avatar_tint("AA") == DARK.avatars[3]
    assert LIGHT.avatar_tint("") == LIGHT.avatars[0]


def test_only_colours_have_a_name() -> None:
    for name in ("teal", "avatars", "dark"):
        with pytest.raises(AttributeError):
            LIGHT.colour(name)
