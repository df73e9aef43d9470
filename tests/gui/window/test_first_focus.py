"""A view that is opened for the first time has its first pane ready for keys; later it has what it was left with."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.window.conftest import Shown


@pytest.mark.parametrize("key", ["ready", "contacts", "timeline", "notes", "settings", "profile", "method", "import"])
def test_the_first_pane_has_the_focus(shown: Shown, key: str) -> None:
    shown.window.go(key)
    view = shown.window.view
    assert view is not None
    first, focused = view.panes()[0], QApplication.focusWidget()
    assert focused is not None
    assert first is focused or first.isAncestorOf(focused)


def test_what_a_view_was_left_with_has_the_focus_again(shown: Shown) -> None:
    shown.window.go("notes")
    view = shown.window.view
    assert view is not None
    view.panes()[2].setFocus()
    left = QApplication.focusWidget()
    shown.window.go("today")
    assert QApplication.focusWidget() is not left
    shown.window.go("notes")
    assert QApplication.focusWidget() is left
