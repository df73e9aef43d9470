"""The composer: one ask of one person, kept as it is typed, until it is planned for a day."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from refdesk.domain.records import Ask
from refdesk.gui.composer.form import Form
from refdesk.gui.composer.pocket import PocketCard
from refdesk.gui.composer.side import Side
from refdesk.gui.composer.words import checks
from refdesk.gui.theme.fonts import SMALL
from refdesk.gui.view import Tools
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.footer import Footer
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.scrolling import scrolling
from refdesk.services import asking
from refdesk.services.asking import Preparation
from refdesk.services.desk import Desk
from refdesk.services.wording.ask_words import ask_known, asking_words, writing_words
from refdesk.storage.facts import me_of
from refdesk.storage.writing import Changes

SIZE, LEAST = QSize(936, 600), QSize(820, 560)
FORM_SHARE, SIDE_SHARE = 5, 4
SAVE_AFTER_MS = 600
"""How long the fields rest before they are kept."""


class Composer(QDialog):
    """Ctrl+Enter plans; Esc closes, and what was typed is kept as a draft."""

    def __init__(self, tools: Tools, preparing: Preparation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._session = tools.session
        self._preparing = preparing
        self._is_edited = False
        self.setWindowTitle("Prepare the ask")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        px = tools.theme.px
        self.setMinimumSize(px(LEAST.width()), px(LEAST.height()))
        self.resize(px(SIZE.width()), px(SIZE.height()))
        self.form = Form(tools, preparing)
        self.side = Side(tools.theme, preparing.card.person.first_name, preparing.ask.words)
        self.saved = Label(tools.theme, "", SMALL, "text2", wrap=True)
        self.cancel = Button(tools.theme, "Cancel", Kind.GHOST)
        self.later = Button(tools.theme, "Ask later")
        self.plan = Button(tools.theme, "Plan this ask", Kind.PRIMARY, key="Ctrl+Enter")
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SAVE_AFTER_MS)
        self._lay_out()
        self._connect()
        self._take_up()
        self.form.first_empty().setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> Ask:
        """The ask as it stands in the fields."""
        return replace(self.form.ask(), words=self.side.written())

    def plan_ask(self) -> None:
        """Plan it, where nothing is missing; else say under the field what is."""
        if not self.form.problem():
            self._end_with(partial(asking.plan_ask, ask=self.ask()))

    def ask_later(self) -> None:
        """Keep it, and let this person rest for two weeks."""
        self._end_with(partial(asking.ask_later, ask=self.ask()))

    def show_large(self) -> None:
        """Show what to say in large type, over the whole screen."""
        PocketCard(self._tools.theme, self._preparing.card.person.name, self.side.said(), self).showFullScreen()

    def save(self) -> None:
        """Keep what was typed since the last time, as a draft or in the plan."""
        self._wait.stop()
        if not self._is_edited:
            return
        problem = self._session.keep(partial(asking.keep_draft, ask=self.ask()))
        self._is_edited = bool(problem)
        self._say(problem or "Draft saved", failed=bool(problem))

    def done(self, result: int) -> None:
        """Keep what was typed, whichever way the window closes."""
        self.save()
        super().done(result)

    def _lay_out(self) -> None:
        theme = self._tools.theme
        panes = QHBoxLayout()
        panes.setSpacing(0)
        for pane, share in ((self.form, FORM_SHARE), (self.side, SIDE_SHARE)):
            panes.addWidget(scrolling(pane), share)
        footer = Footer(theme, self)
        footer.add(self.saved)
        footer.add_space()
        for button in (self.cancel, self.later, self.plan):
            footer.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(panes, 1)
        column.addWidget(footer)
        ideas = self._preparing.card.ideas
        self.side.idea.setVisible(bool(ideas))
        if ideas:
            self.side.idea.show_idea(self._preparing.card.person.first_name, ideas[0])

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.side.edited.connect(self._edited)
        self.side.copied.connect(self._copied)
        self.side.large.clicked.connect(self.show_large)
        self.cancel.clicked.connect(self.reject)
        self.later.clicked.connect(self.ask_later)
        self.plan.clicked.connect(self.plan_ask)
        self._wait.timeout.connect(self.save)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.plan_ask)

    def _edited(self) -> None:
        self._is_edited = True
        self._wait.start()
        self._take_up()

    def _take_up(self) -> None:
        """Let the words and the checks follow the fields."""
        ask, profile = self.form.ask(), self.form.target.profile_chosen()
        known = ask_known(
            self._preparing.card.person, me_of(self._session.book), self.form.target.person(), profile, ask.why_glad
        )
        level = self.form.levels.level()
        sayings = asking_words(level, known, with_profile=profile is not None)
        self.side.show_words(sayings, writing_words(level, known))
        self.side.show_checks(checks(self.ask(), self.side.said(), profile))

    def _copied(self) -> None:
        self._say("Words copied")

    def _end_with(self, act: Callable[[Desk], Changes]) -> None:
        """Close with this act, which keeps everything; a refusal is said at the foot, and the window stays."""
        refused: list[str] = []
        self._session.refused.connect(refused.append)
        done = self._session.do(act)
        self._session.refused.disconnect(refused.append)
        if done is None:
            self._say(refused[0], failed=True)
            return
        self._is_edited = False
        self.accept()

    def _say(self, words: str, *, failed: bool = False) -> None:
        self.saved.setText(words)
        self.saved.set_role("bad" if failed else "text2")
        if failed:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
