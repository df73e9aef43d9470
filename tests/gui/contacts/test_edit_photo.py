"""Photos: taken from a file, made small, kept once, shown, and taken away."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from refdesk.domain.errors import RefusedError
from refdesk.gui.contacts.edit_page import EditPage
from refdesk.gui.contacts.photo import SIDE, PhotoField, photo_bytes, read_photo
from refdesk.gui.view import Tools
from refdesk.storage.photos import decode_data_url
from tests.gui.contacts.facts_book import in_focus, now, shown
from tests.gui.views import Seen


def picture(folder: Path, width: int, height: int, name: str = "face.png") -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#2C55A6"))
    assert image.save(str(folder / name))
    return folder / name


@pytest.mark.parametrize(("width", "height"), [(2000, 1000), (100, 300), (SIDE, SIDE)])
def test_a_picture_is_made_small_enough(tmp_path: Path, width: int, height: int) -> None:
    decoded = decode_data_url(read_photo(picture(tmp_path, width, height)))
    assert decoded is not None
    kept = QImage.fromData(decoded[1])
    assert max(kept.width(), kept.height()) == min(SIDE, max(width, height))
    assert abs(kept.width() / kept.height() - width / height) < 0.02


def test_a_see_through_picture_stays_so(tmp_path: Path) -> None:
    image = QImage(10, 10, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    image.save(str(tmp_path / "a.png"))
    decoded = decode_data_url(read_photo(tmp_path / "a.png"))
    assert decoded is not None
    assert decoded[0] == "image/png"
    assert QImage.fromData(decoded[1]).pixelColor(5, 5).alpha() == 0


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n broken"])
def test_what_is_no_picture_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "notes.png").write_bytes(content)
    with pytest.raises(RefusedError, match=r"notes\.png holds no picture"):
        read_photo(tmp_path / "notes.png")


def test_a_photo_is_chosen_saved_and_removed(
    qtbot: QtBot, tools: Tools, seen: Seen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page: EditPage = shown(qtbot, EditPage(tools), 796)
    page.start("ana")
    field = page.rows["photo"].field
    assert isinstance(field, PhotoField)
    (tmp_path / "bad.png").write_bytes(b"no")
    for chosen in ("", str(tmp_path / "bad.png"), str(picture(tmp_path, 800, 800))):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, chosen=chosen: (chosen, ""))
        qtbot.keyClick(field.choose_button, Qt.Key.Key_Space)
    assert seen.refused == ["bad.png holds no picture that RefDesk can read."]
    assert field.remove_button.isVisible()
    page.save()
    kept = photo_bytes(tools.session.book, now(tools).photo)
    assert kept is not None
    assert QImage.fromData(kept).width() == SIDE
    assert not now(tools).photo.startswith("data:")
    page.start("ana")
    qtbot.keyClick(field.remove_button, Qt.Key.Key_Space)
    assert in_focus(page) is field.choose_button
    page.save()
    assert now(tools).photo == ""
    tools.session.undo()
    assert photo_bytes(tools.session.book, now(tools).photo) == kept
