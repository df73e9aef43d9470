"""What the session tells the user: what was done, with Undo and what else could have been meant, and what was not."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from refdesk.gui.session import Instead, Session
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.toast import Toast


class Telling(QObject):
    """Shows it in the toast of a content."""

    def __init__(self, session: Session, theme: Theme, content: QWidget) -> None:
        super().__init__(content)
        self._session = session
        self._offers: dict[str, Instead] = {}
        self.toast = Toast(theme, content)
        session.said.connect(self._say)
        session.offered.connect(self._offer)
        session.noted.connect(self._note)
        session.refused.connect(self._note)
        self.toast.acted.connect(session.undo)
        self.toast.chosen.connect(self._take_instead)

    def _say(self, words: str) -> None:
        self.toast.show_message(words)

    def _note(self, sentence: str) -> None:
        self.toast.show_message(sentence, action="")

    def _offer(self, offers: tuple[Instead, ...]) -> None:
        self._offers = {offer.words: offer for offer in offers}
        self.toast.offer([offer.words for offer in offers])

    def _take_instead(self, words: str) -> None:
        if offer := self._offers.get(words):
            self._session.do(offer.act)
