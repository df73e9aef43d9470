"""The pane beside the list: who comes from whom, the steps with the current one's card, and who led to whom."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from refdesk.domain.words import ThankBy
from refdesk.gui.ready.parts import Portrait
from refdesk.gui.referrals.card import StepCard
from refdesk.gui.referrals.steps import StepList
from refdesk.gui.referrals.verbs import verbs_of
from refdesk.gui.theme.fonts import LEAD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.band import Band, Message
from refdesk.gui.widgets.buttons import IconButton
from refdesk.gui.widgets.chip import Chip
from refdesk.gui.widgets.flow import FlowLayout
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.marks import Tone
from refdesk.gui.widgets.scrolling import scrolling
from refdesk.services.chains import Link
from refdesk.services.referral_detail import ReferralDetail

AVATAR, MOST_LED = 40, 3
LEVELS = {"introduction": "Introduction", "recommendation": "Recommendation"}


class DetailPane(QFrame):
    """One referral at a time; `more_requested` and `acted` (the band's button) tell what was pressed."""

    more_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("pane", "panel")
        self.setAccessibleName("Details")
        self._portrait = Portrait(theme, AVATAR)
        self._name = Label(theme, "", LEAD, wrap=True)
        self._role = Label(theme, "", SMALL, "text2", wrap=True)
        self.more = IconButton(theme, "ellipsis", "More")
        self._chips = FlowLayout()
        self._chip_widgets: list[Chip] = []
        self.band = Band(theme)
        self.card = StepCard(theme)
        self.steps = StepList(theme, self.card)
        self._chain = Label(theme, "", SMALL, "text2", wrap=True)
        self._scroll = self._lay_out()
        self.more.clicked.connect(self.more_requested)

    def _lay_out(self) -> QScrollArea:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._role)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._portrait)
        head.addLayout(names, 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        body = QFrame()
        body.setProperty("pane", "panel")
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(self._chips)
        column.addWidget(self.band)
        column.addWidget(self.steps)
        column.addWidget(self._chain)
        column.addStretch(1)
        scroll = scrolling(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        return scroll

    def show_detail(self, found: ReferralDetail, today: date) -> None:
        """Show a referral."""
        line = found.line
        self._scroll.show()
        self.band.hide()
        self._portrait.show_name(line.new)
        self._name.setText(line.new)
        role = ", ".join(filter(None, (found.new.title, found.new.org))) if found.new else ""
        self._role.setText(role)
        self._role.setVisible(bool(role))
        self.more.set_name(f"More for {line.new}")
        level = LEVELS.get(found.level or "", "")
        self._show_chips([*([(level, Tone.ACCENT)] if level else []), (source_words(found), Tone.NEUTRAL)])
        verbs = verbs_of(found)
        self.card.show_step(found.words[0] if found.words else "", verbs, _way(found))
        self.steps.show_steps(found.steps, today)
        self._chain.setText(chain_words(found))
        self._chain.setVisible(bool(self._chain.text()))
        self._scroll.verticalScrollBar().setValue(0)
        current = found.current
        row = self.steps.row_of(current.key) if current else None
        self.setFocusProxy(self.card.primary() if verbs else row.mark if row else self.more)

    def show_nothing(self) -> None:
        """Show that no referral is looked at."""
        self._scroll.hide()
        self.setFocusProxy(self.more)

    def warn(self, sentence: str, actions: tuple[str, ...]) -> None:
        """Say before something is done why it might come too soon."""
        self.band.show_message(Message(Tone.WARN, sentence, icon="triangle-alert", actions=actions), announce=True)
        self._scroll.ensureWidgetVisible(self.band)
        for button in self.band.buttons()[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chips(self, chips: Sequence[tuple[str, Tone]]) -> None:
        for chip in self._chip_widgets:
            self._chips.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chip_widgets = [Chip(self._theme, words, tone) for words, tone in chips]
        for chip in self._chip_widgets:
            self._chips.addWidget(chip)


def source_words(found: ReferralDetail) -> str:
    """From whom it comes, or to whom it is given."""
    return f"{'to' if found.line.given else 'from'} {found.line.other}"


def chain_words(found: ReferralDetail) -> str:
    """The chain that the referral stands in: "Came by Rajesh Iyer, who came by Ana Ruiz. Led to Bo Li and 2 more."."""
    came = f"Came by {', who came by '.join(found.came)}." if len(found.came) > 1 else ""
    names = [_with_more(link) for link in found.led[:MOST_LED]]
    rest = len(found.led) - MOST_LED
    if rest > 0:
        names.append(f"{rest} more")
    led = f"Led to {', '.join(names)}." if names else ""
    return " ".join(filter(None, (came, led)))


def _with_more(link: Link) -> str:
    if not link.count:
        return link.name
    return f"{link.name} (and through them to {link.count} {'other' if link.count == 1 else 'others'})"


def _way(found: ReferralDetail) -> ThankBy | None:
    """How a thank-you is likely to be said; None where nothing is to be thanked for."""
    current = found.current
    if current is None or not current.key.startswith("thanks") or found.referral is None:
        return None
    return found.referral.thank_by if current.key == "thanks_3" else "call"
