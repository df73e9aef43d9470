"""Every view as a stranger meets it: nothing cut, everything named and reached by keys."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from refdesk.domain.words import State
from refdesk.gui.navigation import Place
from refdesk.gui.theme.fonts import Families
from refdesk.gui.theme.theme import Appearance, Scheme, TextSize, Theme, Wishes
from refdesk.gui.window.main_window import MainWindow
from refdesk.gui.window.views import Views
from refdesk.services.ready import ready
from tests.gui.views import FixedClock, tools_for
from tests.gui.window.conftest import Never
from tests.gui.window.looking import cut, elided, grouped, told, unnamed, unspoken, worked

PLACES = {
    "today": Place("today"),
    "ready": Place("ready"),
    "somebody to reconnect with": Place("ready", "reconnect"),
    "contacts": Place("contacts"),
    "a person": Place("contacts", "ready"),
    "a new person": Place("contacts", part="new"),
    "timeline": Place("timeline"),
    "notes": Place("notes"),
    "import": Place("import"),
    "triage": Place("triage"),
    "profile": Place("profile"),
    "general": Place("settings", "general"),
    "appearance": Place("settings", "appearance"),
    "you": Place("settings", "you"),
    "reminders": Place("settings", "reminders"),
    "keyboard": Place("settings", "keyboard"),
    "data": Place("settings", "data"),
    "method": Place("method"),
    "welcome": Place("welcome"),
}
"""What is looked at; of the people the first of that state."""
LOOKS = {
    "large": (1280, 800, TextSize.NORMAL),
    "small": (960, 600, TextSize.NORMAL),
    "large text": (1280, 800, TextSize.LARGEST),
}
MOST_STOPS = 200

Tour = tuple[MainWindow, Theme]


@pytest.fixture(scope="module")
def tour(
    qapp: QApplication, families: Families, sample: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Tour]:
    """One window for all tests of this file: they look at it, and change nothing in the book."""
    path = tmp_path_factory.mktemp("tour") / "book.refdesk"
    shutil.copy(sample, path)
    theme = Theme(qapp, families, Appearance(Scheme.LIGHT))
    theme.set_wishes(Wishes(reduced_motion=True))
    with tools_for(theme, path, FixedClock()) as (tools, _):
        window = MainWindow(tools, Views(tools, Never()))
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        yield window, theme
        window.hide()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.setParent(None)
    theme.deleteLater()


def settle(window: MainWindow) -> None:
    """Let everything that was asked for be read, laid out and painted."""
    for _ in range(5):  # what is read asks for what is shown, and that for being laid out
        QApplication.processEvents()
        while window.tools.worker.is_busy:
            QApplication.processEvents()


def show(tour: Tour, name: str, look: str = "large", scheme: Scheme = Scheme.LIGHT) -> MainWindow:
    """The window with one of the places in it, looking like this."""
    window, theme = tour
    width, height, size = LOOKS[look]
    window.resize(width, height)
    theme.set_appearance(Appearance(scheme, text_size=size))
    place = PLACES[name]
    if place.view in ("ready", "contacts") and place.id:
        found = ready(window.tools.session.desk(), (cast(State, place.id),), limit=1).people[0].standing
        place = Place(place.view, found.id)
    window.show_place(place)
    settle(window)
    return window


def tabbed(window: MainWindow) -> set[QWidget]:
    """Whatever Tab comes to, from the first pane on until it is there again, with its neighbours in a group."""
    assert window.view is not None
    window.view.panes()[0].setFocus(Qt.FocusReason.TabFocusReason)
    first = now = QApplication.focusWidget()
    stops: set[QWidget] = set()
    for _ in range(MOST_STOPS):
        if now is None or (now is first and len(stops) > 1):
            break
        stops.add(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)  # which goes from the hour to the minute in a field of both
        now = QApplication.focusWidget()
    return stops.union(*map(grouped, stops))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PLACES)
def test_nothing_is_cut(tour: Tour, name: str, look: str) -> None:
    window = show(tour, name, look)
    assert cut(window) == []
    assert elided(window, tour[1], second=look == "large") == []


@pytest.mark.parametrize("name", PLACES)
def test_everything_has_a_name_and_is_reached_by_tab(tour: Tour, name: str) -> None:
    window = show(tour, name)
    assert unnamed(window) == []
    assert unspoken(window) == []
    stops = tabbed(window)
    assert [told(widget) for widget in worked(window) if widget not in stops] == []
