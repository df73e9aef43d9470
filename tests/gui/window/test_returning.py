"""What another process wrote is seen as soon as the user comes back to the window."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from refdesk.domain.person import Person
from refdesk.services.desk import Desk
from refdesk.services.people import add_person
from refdesk.storage.book import Book
from tests.gui.window.conftest import Shown


def test_what_another_process_wrote_is_seen_on_coming_back(shown: Shown) -> None:
    renewed: list[bool] = []
    session = shown.window.tools.session
    session.renewed.connect(lambda: renewed.append(True))
    QApplication.sendEvent(shown.window, QEvent(QEvent.Type.WindowActivate))
    assert not renewed
    with Book.open(session.book.path, shown.wall.now_utc) as other:
        add_person(Desk(other, session.today), Person(id="", name="Ana Ruiz"))
    QApplication.sendEvent(shown.window, QEvent(QEvent.Type.WindowActivate))
    assert renewed == [True]
