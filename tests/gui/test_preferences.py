"""What the user chose about the window comes back; what means nothing in its file counts as not chosen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from refdesk.gui.preferences import Preferences
from refdesk.gui.theme.theme import Appearance, Density, Scheme, TextSize


def test_what_was_chosen_is_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "window.ini"
    first = Preferences(path)
    look = Appearance(Scheme.DARK, TextSize.LARGE, Density.COMPACT, system_font=True)
    first.appearance = look
    first.names_allowed, first.single_keys, first.keeps_running = True, False, True
    first.keep_bytes("window/geometry", QByteArray(b"\x00\x01\xff"))
    first.keep_text("window/view", "ready")
    del first
    again = Preferences(path)
    assert again.appearance == look
    assert (again.names_allowed, again.single_keys, again.keeps_running) == (True, False, True)
    assert again.bytes_of("window/geometry") == QByteArray(b"\x00\x01\xff")
    assert again.text_of("window/view") == "ready"


def test_nothing_chosen_is_discreet_and_asks(tmp_path: Path) -> None:
    fresh = Preferences(tmp_path / "window.ini")
    assert fresh.appearance == Appearance()
    assert (fresh.names_allowed, fresh.single_keys, fresh.keeps_running) == (False, True, None)
    assert fresh.bytes_of("window/geometry").isEmpty()


@pytest.mark.parametrize("junk", ["", "[appearance]\nscheme=puce\ntext_size=x\n", "\x00\xff" * 40, "[window]\n=\n"])
def test_a_file_that_means_nothing_is_as_good_as_none(tmp_path: Path, junk: str) -> None:
    path = tmp_path / "window.ini"
    path.write_text(junk, encoding="latin-1")
    assert Preferences(path).appearance == Appearance()


def test_a_wish_to_be_asked_again_can_be_kept(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    heard: list[int] = []
    preferences.changed.connect(lambda: heard.append(1))
    preferences.keeps_running = False
    preferences.keeps_running = None
    assert preferences.keeps_running is None
    assert heard == [1, 1]
