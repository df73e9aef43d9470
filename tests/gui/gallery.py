"""Every widget in one picture, light and dark: ``python -m tests.gui.gallery FOLDER``; for eyes, not a test."""

import sys
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import LEAD, load_fonts
from refdesk.gui.theme.theme import Appearance, Density, Scheme, TextSize, Theme
from refdesk.gui.widgets import marks
from refdesk.gui.widgets.band import Band, Message
from refdesk.gui.widgets.buttons import Button, IconButton, Kind
from refdesk.gui.widgets.chip import ActionChip, Chip
from refdesk.gui.widgets.delegate import RowDelegate
from refdesk.gui.widgets.empty_state import EmptyState
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.list_model import ListModel
from refdesk.gui.widgets.list_view import ListView
from refdesk.gui.widgets.marks import Heart, Pip, Ring, Tone
from refdesk.gui.widgets.nav_list import NavItem, NavList
from refdesk.gui.widgets.rows import CONTACT_ROW, READY_ROW, TODAY_ROW, Row, RowShape, SectionHead
from refdesk.gui.widgets.segment import Choice, Segment
from refdesk.gui.widgets.splitter import Splitter
from refdesk.gui.widgets.status_bar import KeyHint, StatusBar
from refdesk.gui.widgets.toast import Toast

M, B, O = Pip.MET, Pip.BEGUN, Pip.OPEN  # noqa: E741 - as on paper: a dot, a half, a ring
NAV = (
    NavItem("today", "Today", "sun"),
    NavItem("ready", "Ready to ask", "sprout", "ready"),
    NavItem("contacts", "Contacts", "users-round", starts_group=True),
    NavItem("timeline", "Timeline", "history"),
    NavItem("referrals", "Referrals", "route", "open", starts_group=True),
    NavItem("notes", "Notes desk", "pen-line", "to write"),
    NavItem("partners", "Partners", "handshake", "without a date"),
    NavItem("insights", "Insights", "network", starts_group=True),
)


def today(row_id: str, title: str, second: str, name: str, icon: str, due: str) -> Row:
    late = Tone.BAD if "late" in due else Tone.NEUTRAL
    ring = Ring.DONE if row_id == "3" else Ring.OPEN
    words = f"{title}. {second} {due}."
    return Row(
        id=row_id, title=title, second=second, avatar=name, ring=ring, icon=icon, right=due, tone=late, accessible=words
    )


def ready(row_id: str, name: str, second: str, pips: tuple[Pip, ...], *, held: bool = False) -> Row:
    return Row(id=row_id, title=name, second=second, avatar=name, pips=pips, held=held, accessible=name)


TODAY = (
    SectionHead("Thank-yous due", 2, "heart"),
    today(
        "1",
        "Thank Marisol Quintana",
        "Agreed to introduce you to Dele Okafor. Say thank you before it happens.",
        "Marisol Quintana",
        "phone",
        "Today",
    ),
    today(
        "2",
        "Thank Rajesh Iyer",
        "You met Ruth Feldman on Friday. Say how it went.",
        "Rajesh Iyer",
        "mail",
        "1 day late",
    ),
    SectionHead("Confirmations to chase", 1, "mail-question-mark"),
    today(
        "3",
        "Check with Hana Novotná",
        "Was going to email Samuel Mensah.",
        "Hana Novotná",
        "message-circle",
        "4 days late",
    ),
    SectionHead("Follow-ups", 1, "reply"),
    today(
        "4", "Call 张伟 <b>x</b>", "أحمد introduced you yesterday. Call within two days.", "张伟", "phone", "Tomorrow"
    ),
)
READY = (
    SectionHead("Ready now", 1),
    ready("1", "Tomasz Wieczorek", "Lunch together on Thursday", (M, M, M, M, M)),
    SectionHead("One step away", 2),
    ready("2", "Mai Nguyen", "Say thank you for the last introduction", (M, M, M, M, B)),
    ready("3", "Fiona MacAllister", "Give something first: you’re behind, 1 to 3", (M, M, B, M, O)),
    SectionHead("Don’t ask", 1),
    ready("4", "Chloé Lambert", "You chose never to ask Chloé.", (), held=True),
)
CONTACTS = tuple(
    Row(id=name, title=name, second=role, avatar=name, right=ago, accessible=name)
    for name, role, ago in (("Aisha Rahman", "Chartered accountant", "1 d"), ("Noor Rashid", "Dentist", "9 wk"))
)


def list_of(theme: Theme, name: str, shape: RowShape, entries: tuple[Row | SectionHead, ...]) -> ListView:
    rows = {entry.id: entry for entry in entries if isinstance(entry, Row)}
    view = ListView(theme, name, RowDelegate(theme, shape))
    model = ListModel(lambda ids: [rows[row_id] for row_id in ids], view)
    model.set_entries([entry.id if isinstance(entry, Row) else entry for entry in entries])
    view.setModel(model)
    view.go_to_first()
    return view


class Marks(QWidget):
    """The small marks in a line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setFixedHeight(60)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, pip in enumerate(Pip):
            marks.pip(painter, self.theme, QRect(place * 24, 4, 20, 20), pip)
        for place, heart in enumerate(Heart):
            marks.heart(painter, self.theme, QRect(90 + place * 24, 4, 16, 16), heart)
        for place, ring in enumerate(Ring):
            marks.done_ring(painter, self.theme, QRect(200 + place * 24, 4, 18, 18), ring)
        for place, side in enumerate((24, 28, 32, 40, 48, 56)):
            marks.avatar(painter, self.theme, QRect(260 + place * 60, 2, side, side), "Marisol Quintana ABCDEF"[place:])
        painter.end()


def sidebar(theme: Theme) -> QFrame:
    pane = QFrame()
    pane.setProperty("pane", "window")
    pane.setFixedWidth(216)
    column = QVBoxLayout(pane)
    column.setContentsMargins(8, 10, 8, 8)
    nav, rail = NavList(theme, "Views", NAV), NavList(theme, "Rail", NAV)
    rail.set_rail(True)
    rail.setFixedWidth(36)
    for which in (nav, rail):
        which.set_count("today", 9)
        which.set_count("referrals", 120)
        which.select("today")
        column.addWidget(which)
    column.addStretch(1)
    return pane


def controls(theme: Theme) -> QWidget:
    pane = QFrame()
    pane.setProperty("pane", "panel")
    column = QVBoxLayout(pane)
    column.setContentsMargins(20, 18, 20, 12)
    column.setSpacing(12)
    column.addWidget(Label(theme, "Marisol <b>Quintana</b>", LEAD))
    column.addWidget(
        Label(theme, "Yesterday Marisol agreed to introduce you to Dele Okafor. " * 2, role="text2", wrap=True)
    )
    column.addWidget(Marks(theme))
    field = QLineEdit("A field")
    field.setPlaceholderText("Filter 148 contacts")
    column.addWidget(field)
    words = QPlainTextEdit("Marisol, thank you for offering to speak to Dele.")
    words.setMaximumHeight(70)
    column.addWidget(words)
    choices = (Choice("call", "Call", "phone"), Choice("mail", "Email", "mail"), Choice("note", "Note", "pen-line"))
    column.addWidget(Segment(theme, "How will you say it?", choices))
    line = QHBoxLayout()
    for tone in Tone:
        line.addWidget(Chip(theme, f"{tone.value} chip", tone, "flag" if tone is Tone.WARN else ""))
    line.addWidget(ActionChip(theme, "Dentists", "Remove Dentists"))
    line.addStretch(1)
    column.addLayout(line)
    for message in (
        Message(
            Tone.GOOD,
            "You’re having lunch on Thursday.",
            "Ready. All five gates are met.",
            "circle-check",
            ("Prepare the ask",),
        ),
        Message(
            Tone.BAD,
            "This change couldn’t be saved because the disk is full.",
            "",
            "circle-alert",
            ("Try again", "Save a copy"),
        ),
    ):
        band = Band(theme)
        band.show_message(message)
        column.addWidget(band)
    buttons = QHBoxLayout()
    buttons.addWidget(Button(theme, "Mark as thanked", Kind.PRIMARY, icon="check"))
    buttons.addWidget(Button(theme, "Copy words", icon="copy"))
    buttons.addWidget(Button(theme, "R&D", Kind.LINK))
    disabled = Button(theme, "Disabled", Kind.PRIMARY)
    disabled.setEnabled(False)
    buttons.addWidget(disabled)
    buttons.addStretch(1)
    buttons.addWidget(Button(theme, "Later", Kind.GHOST, icon="clock", key="S"))
    buttons.addWidget(IconButton(theme, "external-link", "Open contact"))
    column.addLayout(buttons)
    return pane


def gallery(theme: Theme) -> QWidget:
    window = QFrame()
    window.setProperty("pane", "base")
    window.resize(1500, 860)
    whole = QVBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    top = QHBoxLayout()
    top.setSpacing(0)
    top.addWidget(sidebar(theme))
    split = Splitter(theme, (648, 600))
    lists = QWidget()
    column = QVBoxLayout(lists)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(list_of(theme, "Today's actions", TODAY_ROW, TODAY), 5)
    column.addWidget(list_of(theme, "Ready", READY_ROW, READY), 5)
    column.addWidget(list_of(theme, "Contacts", CONTACT_ROW, CONTACTS), 2)
    split.add_pane(lists, 420)
    right = QWidget()
    column = QVBoxLayout(right)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(controls(theme))
    column.addWidget(
        EmptyState(theme, "That’s everyone for today", "Tomorrow: call Zofia.", "See who’s ready", "Log", "check")
    )
    split.add_pane(right, 360)
    top.addWidget(split, 1)
    whole.addLayout(top, 1)
    bar = StatusBar(theme)
    bar.set_hints([KeyHint("Space", "done"), KeyHint("S", "later"), KeyHint("Shift+Enter", "open contact")])
    bar.set_message("Backed up today at 08:02")
    whole.addWidget(bar)
    Toast(theme, lists).show_message("Marisol Quintana thanked.")
    return window


def main(folder: Path) -> None:
    """Write one picture per look."""
    application = QApplication(["gallery"])
    theme = Theme(application, load_fonts(), Appearance(Scheme.LIGHT))
    looks = {
        "light": Appearance(Scheme.LIGHT),
        "dark": Appearance(Scheme.DARK),
        "large": Appearance(Scheme.LIGHT, TextSize.LARGEST),
        "compact": Appearance(Scheme.DARK, density=Density.COMPACT),
        "rtl": Appearance(Scheme.LIGHT),
    }
    for name, look in looks.items():
        application.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if name == "rtl" else Qt.LayoutDirection.LeftToRight
        )
        window = gallery(theme)
        theme.set_appearance(look)
        window.show()
        window.activateWindow()
        window.findChildren(ListView)[0].setFocus(Qt.FocusReason.TabFocusReason)
        window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        window.findChildren(Toast)[0].graphicsEffect().setEnabled(False)
        application.processEvents()
        window.grab().save(str(folder / f"gallery-{name}.png"))
        window.close()
        window.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
