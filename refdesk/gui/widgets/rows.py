"""What a list shows: rows and section heads as plain records, and how tall and how wide each part of them is."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from refdesk.gui.theme.fonts import BODY, MEDIUM, MICRO, SEMIBOLD, SMALL, Style
from refdesk.gui.widgets.marks import Heart, Pip, Ring, Tone


class RowRole(IntEnum):
    """The model's own roles: the whole record, or the head alone, which costs no fetching."""

    ROW = Qt.ItemDataRole.UserRole
    HEAD = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class SectionHead:
    """The title above a group of rows, with how many they are; `icon` may be empty."""

    title: str
    count: int
    icon: str = ""

    @property
    def accessible(self) -> str:
        """What a screen reader says of it."""
        return f"{self.title}, {self.count} {'item' if self.count == 1 else 'items'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row, every part but the title optional; a view with more to show inherits from it.

    `accessible` is the whole row as one spoken text, `description` says what a key would do to it.
    `avatar` is the full name that gives initials and tint. `held` shows a hand in the place of the pips.
    """

    id: str
    title: str
    accessible: str
    description: str = ""
    second: str = ""
    avatar: str = ""
    ring: Ring | None = None
    icon: str = ""
    right: str = ""
    tone: Tone = Tone.NEUTRAL
    pips: tuple[Pip, ...] = ()
    pip_notes: tuple[str, ...] = ()
    held: bool = False
    hearts: tuple[Heart, ...] = ()


@dataclass(frozen=True, slots=True)
class RowShape:
    """The designed measures of one kind of row, in pixels at 100 %; heights follow the fonts."""

    padding: int = 8
    compact_padding: int = 4
    title: Style = BODY
    title_weight: QFont.Weight = SEMIBOLD
    second: Style = SMALL
    avatar: int = 32
    right_width: int = 70


TODAY_ROW = RowShape()
READY_ROW = RowShape(right_width=0)
CONTACT_ROW = RowShape(padding=5, compact_padding=1, title_weight=MEDIUM, second=MICRO, avatar=28, right_width=48)
REFERRAL_ROW = RowShape(padding=6, compact_padding=3, avatar=28)
NOTE_ROW = RowShape(padding=7, compact_padding=3, avatar=30, right_width=0)
PARTNER_ROW = RowShape(padding=11, compact_padding=7, avatar=34)
