"""The cards below the gates: whom somebody could be asked for, or what to bring them first."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from refdesk.domain.person import Person
from refdesk.domain.records import Profile
from refdesk.gui.ready.parts import Portrait
from refdesk.gui.ready.words import what_to_ask, work_line
from refdesk.gui.theme.fonts import BODY, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.band import IconMark
from refdesk.gui.widgets.buttons import IconButton
from refdesk.gui.widgets.chip import Chip
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.marks import Tone
from refdesk.services.profiles import portrait
from refdesk.services.ready_card import Idea, ReadyCard

GAP, ABOUT_LENGTH, COLUMNS = 12, 150, 2
ROOMY = 560
"""From this width on, in pixels at 100 %, two cards stand side by side."""


class Card(QFrame):
    """A box with a mark, a title and a line at its head, and a sentence below; `opened` tells of its button."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self.setProperty("pane", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.portrait = Portrait(theme, 30, self)
        self.mark = IconMark(theme, "users-round", "text2", 16, self)
        self._title = Label(theme, "", BODY, weight=SEMIBOLD, wrap=True)
        self._line = Label(theme, "", SMALL, "text2", wrap=True)
        self._chip = Chip(theme, "Best fit", Tone.ACCENT)
        self._open = IconButton(theme, "external-link", "Open", self)
        self._text = Label(theme, "", SMALL, "text2", wrap=True)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self._title)
        titles.addWidget(self._line)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.portrait)
        head.addWidget(self.mark)
        head.addLayout(titles, 1)
        head.addWidget(self._chip)
        head.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 12, 15, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addStretch(1)
        self._open.clicked.connect(self._tell)

    def show_person(self, person: Person, first: str, *, best: bool) -> None:
        """Somebody whom the one called ``first`` could introduce."""
        about = person.about.strip()
        if len(about) > ABOUT_LENGTH:
            about = f"{about[:ABOUT_LENGTH].rsplit(' ', 1)[0]}…"
        self._show(person.name, work_line(person), about or f"{first} could introduce you.", person.id)
        self.portrait.show_name(person.name)
        self.portrait.show()
        self.mark.hide()
        self._chip.setVisible(best)

    def show_profile(self, profile: Profile, *, instead: bool) -> None:
        """Who a good referral is, where no name comes to mind."""
        said = portrait(profile)
        text = f"{said[:1].upper()}{said[1:]}." if said else ""
        title, line = (
            ("A profile instead", "If no single name comes to mind") if instead else (profile.name, "A profile")
        )
        self._show(title, line, text, profile.id)
        self._show_mark("users-round")

    def show_idea(self, idea: Idea) -> None:
        """Something to bring."""
        self._show(idea.title, "", idea.text, "")
        self._show_mark("gift")

    def _show_mark(self, icon: str) -> None:
        self.mark.set_icon(icon, "text2")
        self.mark.show()
        self.portrait.hide()
        self._chip.hide()

    def _show(self, title: str, line: str, text: str, id_: str) -> None:
        self._id = id_
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._open.setVisible(bool(id_))
        self._open.set_name(f"Open {title}")
        self.setAccessibleName(". ".join(filter(None, (title, line, text))))

    def _tell(self) -> None:
        self.opened.emit(self._id)


class Cards(QWidget):
    """A heading with a line at its right, and up to three cards. `person_opened` and `profile_opened` carry ids."""

    person_opened = Signal(str)
    profile_opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = COLUMNS
        self._shown: list[Card] = []
        self._heading = Label(theme, "", BODY, weight=SEMIBOLD)
        self._level = Label(theme, "", SMALL, "text2", wrap=True)
        self._people = [Card(theme, self) for _ in range(COLUMNS)]
        self._profile = Card(theme, self)
        self._ideas = [Card(theme, self) for _ in range(COLUMNS)]
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self._level)
        column.addSpacing(8)
        column.addLayout(self._grid)
        for card in self._people:
            card.opened.connect(self.person_opened)
        self._profile.opened.connect(self.profile_opened)

    def show_card(self, card: ReadyCard) -> None:
        """Whom to ask for where the five gates are met, something to bring where they are not."""
        verdict = card.readiness.standing.verdict
        may_ask = verdict.state in ("ready", "hold")
        shown = self._targets(card) if may_ask else self._bring(card)
        self._heading.setText("Who you could ask for" if may_ask else "Something to bring")
        self._level.setText(what_to_ask(verdict.level, card.person.first_name))
        self._level.setVisible(may_ask)
        for each in (*self._people, self._profile, *self._ideas):
            each.setVisible(each in shown)
        self._shown = shown
        self._place()
        self.setVisible(bool(shown) and verdict.state != "do_not_ask")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards side by side, or one below the other where there is no room."""
        super().resizeEvent(event)
        if self._columns != self._columns_now():
            self._place()

    def _columns_now(self) -> int:
        return COLUMNS if self.width() >= self._theme.px(ROOMY) else 1

    def _place(self) -> None:
        self._columns = self._columns_now()
        for each in (*self._people, self._profile, *self._ideas):
            self._grid.removeWidget(each)
        for number, each in enumerate(self._shown):
            self._grid.addWidget(each, number // self._columns, number % self._columns)
        self._grid.setColumnStretch(1, self._columns - 1)

    def _targets(self, card: ReadyCard) -> list[Card]:
        shown = self._people[: len(card.targets)]
        first = card.person.first_name
        for number, (each, person) in enumerate(zip(shown, card.targets, strict=True)):
            each.show_person(person, first, best=number == 0)
        if card.profile:
            self._profile.show_profile(card.profile, instead=bool(card.targets))
            shown.append(self._profile)
        return shown

    def _bring(self, card: ReadyCard) -> list[Card]:
        shown = self._ideas[: len(card.ideas)]
        for each, idea in zip(shown, card.ideas, strict=True):
            each.show_idea(idea)
        return shown
