"""Partners in the window: gone to by the key, counted in the sidebar, and an act of theirs undone from anywhere."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from refdesk.gui.partners.view import PartnersView
from refdesk.services import partners
from refdesk.services.counts import counts
from refdesk.services.partner_list import partner_list
from refdesk.storage.records import get
from tests.gui.window.conftest import Shown

Ctrl = Qt.KeyboardModifier.ControlModifier


def test_partners_by_their_key_and_back_to_a_swap_undone(shown: Shown) -> None:
    window = shown.window
    QTest.keyClick(window, Qt.Key.Key_7, Ctrl)
    view = window.view
    assert isinstance(view, PartnersView)
    assert view._panes.list.hasFocus()
    first = partner_list(window.tools.session.desk())[0].partner
    QTest.keyClick(view._panes.list, Qt.Key.Key_L)
    assert view._panes.swap.gave.hasFocus()
    QTest.keyClick(view._panes.swap.gave, Qt.Key.Key_Return, Ctrl)
    after = get(window.tools.session.book, type(first), first.id)
    assert after is not None
    assert after.next_on != first.next_on
    QTest.keyClick(window, Qt.Key.Key_1, Ctrl)
    QTest.keyClick(window, Qt.Key.Key_Z, Ctrl)
    assert get(window.tools.session.book, type(first), first.id) == first


def test_the_sidebar_counts_who_has_no_date(shown: Shown) -> None:
    session = shown.window.tools.session
    line = next(line for line in partner_list(session.desk()) if line.partner.next_on and not line.partner.paused)
    before = counts(session.desk()).partners
    session.do(lambda desk: partners.pause(desk, line.partner.id))
    session.do(lambda desk: partners.resume(desk, line.partner.id))
    lines = partner_list(session.desk())
    lacking = sum(one.lacks_date(session.today) for one in lines)
    assert counts(session.desk()).partners == lacking
    assert lacking - before == next(one for one in lines if one.partner.id == line.partner.id).lacks_date(session.today)
