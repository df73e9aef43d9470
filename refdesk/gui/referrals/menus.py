"""The two menus of a referral: how it ended, and what else can be done with it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from refdesk.services.referral_detail import ReferralDetail
from refdesk.services.referral_words import ENDED

if TYPE_CHECKING:
    from refdesk.gui.referrals.doing import Doing

_LEVELS = (("introduction", "Introduced us"), ("recommendation", "Recommended me"))
_WAYS = (("letter", "By handwritten note"), ("call", "By phone"), ("message", "In a message"), ("meeting", "In person"))


class OutcomeMenu(QMenu):
    """How a referral ended; what has not happened yet may have come to nothing at all."""

    def __init__(self, parent: QWidget, choose: Callable[[str], None], *, may_lapse: bool) -> None:
        super().__init__("How did it end?", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for outcome, words in ENDED.items():
            if outcome != "lapsed" or may_lapse:
                self.addAction(words).triggered.connect(partial(_chosen, choose, outcome))
        self.setActiveAction(self.actions()[0])


class MoreMenu(QMenu):
    """The contacts, how it was made, how the third thank-you goes, what it came to, and deleting it."""

    def __init__(self, parent: QWidget, found: ReferralDetail, doing: "Doing") -> None:
        super().__init__("More", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if found.new:
            self.addAction(f"Open {_plain(found.line.new)}").triggered.connect(doing.open_contact)
        self.addAction(f"Open {_plain(found.line.other)}").triggered.connect(doing.open_other)
        if found.referral:
            self.addSeparator()
            self._offer("How?", _LEVELS, found.level or "", partial(_set, doing, "level"))
            if not found.line.given:
                self._offer("Third thank-you", _WAYS, found.referral.thank_by, partial(_set, doing, "thank_by"))
            self.addAction("What it came to…").triggered.connect(doing.ask_value)
            if found.line.stage != "outcome":
                self.addAction("How it ended…").triggered.connect(doing.open_outcomes)
            self.addSeparator()
            self.addAction("Delete this referral").triggered.connect(doing.delete)
        self.setActiveAction(self.actions()[0])

    def _offer(
        self, title: str, choices: tuple[tuple[str, str], ...], chosen: str, choose: Callable[[str], None]
    ) -> None:
        menu = self.addMenu(title)
        group = QActionGroup(menu)
        for key, words in choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(key == chosen)
            group.addAction(action)
            action.triggered.connect(partial(_chosen, choose, key))


def _chosen(choose: Callable[[str], None], key: str, _: bool = False) -> None:
    choose(key)


def _set(doing: "Doing", what: str, value: str) -> None:
    doing.set_terms(**{what: value})


def _plain(name: str) -> str:
    return name.replace("&", "&&")
