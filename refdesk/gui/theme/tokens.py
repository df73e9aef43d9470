"""The colours of the window, light and dark, each with its one use; every pair that meets is readable (WCAG 2.2 AA)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tint:
    """An avatar's disc and the initials on it, of one hue."""

    background: str
    initials: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Every colour of one scheme, as ``#RRGGBB``."""

    dark: bool
    # surfaces
    window: str
    base: str
    panel: str
    raised: str
    hover: str
    neutral_soft: str
    # lines: soft ones, and those that must be seen (3:1)
    border: str
    border_strong: str
    # text, from primary to disabled
    text: str
    text2: str
    text3: str
    disabled: str
    # the one accent, ink blue, and what stands on it
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    accent_border: str
    focus: str
    # done, thanked, met
    good: str
    good_soft: str
    good_mark: str
    # partly, a promise
    warn: str
    warn_soft: str
    warn_mark: str
    # late, an error
    bad: str
    bad_soft: str
    bad_mark: str
    # the toast is inverted
    toast: str
    on_toast: str
    toast_action: str
    # note paper and envelope only
    paper: str
    paper_border: str
    # the tooltip is inverted too
    tooltip: str
    on_tooltip: str
    # the heat map, from nothing to most
    heat0: str
    heat1: str
    heat2: str
    heat3: str
    heat4: str
    # no blue tint: blue belongs to the accent
    avatars: tuple[Tint, ...]

    def colour(self, role: str) -> str:
        """The colour with this name, such as ``text2``; AttributeError for a name that is none."""
        value = getattr(self, role)
        if not isinstance(value, str):
            raise AttributeError(f"{role} is not a colour")
        return value

    def avatar_tint(self, name: str) -> Tint:
        """The tint of the person of this full name: always the same one, whatever the machine."""
        return self.avatars[sum(ord(letter) * place for place, letter in enumerate(name, 1)) % len(self.avatars)]


LIGHT = Tokens(
    dark=False,
    window="#F4F2EE",
    base="#FFFFFF",
    panel="#FAF9F7",
    raised="#FFFFFF",
    hover="#F5F3EF",
    neutral_soft="#ECE9E3",
    border="#E2DED6",
    border_strong="#8A847A",
    text="#1F1E1C",
    text2="#504D47",
    text3="#68645C",
    disabled="#97928A",
    accent="#2C55A6",
    accent_hover="#244789",
    accent_pressed="#1B386D",
    on_accent="#FFFFFF",
    accent_soft="#E5ECF8",
    accent_border="#A9BDE4",
    focus="#2C55A6",
    good="#1F6B45",
    good_soft="#E2F1E8",
    good_mark="#2C8458",
    warn="#835500",
    warn_soft="#FBF0D8",
    warn_mark="#A76F06",
    bad="#A93529",
    bad_soft="#FBE8E5",
    bad_mark="#BE4336",
    toast="#2A2926",
    on_toast="#F6F4F0",
    toast_action="#A9C3FA",
    paper="#FFFDF8",
    paper_border="#E8E1D2",
    tooltip="#2A2926",
    on_tooltip="#F6F4F0",
    heat0="#EFECE6",
    heat1="#CBD8F0",
    heat2="#97B1E1",
    heat3="#5D82C9",
    heat4="#2C55A6",
    avatars=(
        Tint("#E6E5E9", "#4D4B58"),
        Tint("#E3EEE4", "#2F633F"),
        Tint("#F4E6DA", "#80491E"),
        Tint("#EFE2EC", "#753F68"),
        Tint("#E0ECEE", "#265F69"),
        Tint("#EDE8D6", "#63561A"),
    ),
)

DARK = Tokens(
    dark=True,
    window="#1B1C1F",
    base="#222326",
    panel="#27282C",
    raised="#2C2D31",
    hover="#2A2B2F",
    neutral_soft="#37383D",
    border="#3A3B40",
    border_strong="#85868F",
    text="#ECEAE6",
    text2="#BFBCB6",
    text3="#ACA9A2",
    disabled="#74726D",
    accent="#8FB1F5",
    accent_hover="#A6C1F8",
    accent_pressed="#BBD0FA",
    on_accent="#10203D",
    accent_soft="#2B3A59",
    accent_border="#4C679E",
    focus="#8FB1F5",
    good="#84CFA3",
    good_soft="#20392C",
    good_mark="#5DB484",
    warn="#E6BA6E",
    warn_soft="#3E3220",
    warn_mark="#CF9F4B",
    bad="#F29D92",
    bad_soft="#472A26",
    bad_mark="#E17C70",
    toast="#ECEAE6",
    on_toast="#1F1E1C",
    toast_action="#244789",
    paper="#2B2A27",
    paper_border="#45423B",
    tooltip="#ECEAE6",
    on_tooltip="#1F1E1C",
    heat0="#3A3B40",
    heat1="#3A4C74",
    heat2="#47629C",
    heat3="#6688CB",
    heat4="#8FB1F5",
    avatars=(
        Tint("#3E3E47", "#CFCDDB"),
        Tint("#2E4335", "#A9DBB8"),
        Tint("#4C3A2C", "#EBC29E"),
        Tint("#483546", "#E6B6DA"),
        Tint("#2A4347", "#9FD5DF"),
        Tint("#433E2A", "#DCCF94"),
    ),
)
