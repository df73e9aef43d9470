"""What only the user can say: which column is which, how days are written, and what is true of all."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from refdesk.domain.person import Person
from refdesk.formats.csv.columns import FIELDS
from refdesk.gui.imports.columns import ColumnTable, FieldChoice
from refdesk.gui.imports.view import CHECK, DONE, MATCH, ImportView
from refdesk.gui.imports.words import FIELD_WORDS
from refdesk.gui.theme.theme import Theme
from refdesk.storage.records import each
from tests.gui.imports.importing import GOOGLE, cards, choose, forward, import_view, table

UNKNOWN = ("Vorname", "Kunde seit", "Gilde")


def pick(combo: FieldChoice, field: str) -> None:
    combo.choose(field)


def only_table(view: ImportView) -> ColumnTable:
    (found,) = view.match.tables
    return found


def everybody(view: ImportView) -> list[Person]:
    return list(each(view.session.book, Person))


def import_all(qtbot: QtBot, view: ImportView) -> None:
    forward(qtbot, view)
    assert view.step() == CHECK
    forward(qtbot, view)
    assert view.step() == DONE


def test_every_field_has_its_words() -> None:
    assert tuple(FIELD_WORDS) == FIELDS


def test_a_file_of_no_known_program_is_matched(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with import_view(theme, tmp_path) as (view, _):
        choose(qtbot, view, table(tmp_path, UNKNOWN, ("Ann", "2020-03-02", "Bakers"), ("Bob", "2021-03-02", "")))
        combos = only_table(view).combos
        assert [combo.accessibleName() for combo in combos] == [f"What “{name}” holds" for name in UNKNOWN]
        assert [combo.key() for combo in combos] == ["given", "", ""]
        pick(combos[1], "known_since")
        pick(combos[2], "knows")
        import_all(qtbot, view)
        assert [(one.name, str(one.known_since), one.knows) for one in everybody(view)] == [
            ("Ann", "2020-03-02", ("Bakers",)),
            ("Bob", "2021-03-02", ()),
        ]


def test_a_file_without_anybody_in_it_is_asked_about_once_more(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with import_view(theme, tmp_path) as (view, _):
        choose(qtbot, view, table(tmp_path, UNKNOWN, ("Ann", "2020-03-02", "Bakers")))
        only = only_table(view)
        pick(only.combos[0], "")
        forward(qtbot, view)
        assert view.step() == MATCH
        assert only.error.text() == "Say at least which column holds the name, an email address or a phone number."
        pick(only.combos[0], "name")
        forward(qtbot, view)
        assert (view.step(), only.error.text()) == (CHECK, "")


@pytest.mark.parametrize(("answer", "day"), [("dmy", "2020-03-02"), ("mdy", "2020-02-03")])
def test_an_ambiguous_day_is_asked_about_before_anything_happens(
    qtbot: QtBot, theme: Theme, tmp_path: Path, answer: str, day: str
) -> None:
    with import_view(theme, tmp_path) as (view, _):
        choose(qtbot, view, table(tmp_path, UNKNOWN, ("Ann", "2/3/2020", "")))
        only = only_table(view)
        pick(only.combos[1], "known_since")
        assert only.order is None
        forward(qtbot, view)
        assert view.step() == MATCH
        assert only.order is not None
        assert only.order.accessibleName() == "Which day does this file mean by 2/3/2020?"
        only.order.choose(answer)
        import_all(qtbot, view)
        assert [str(one.known_since) for one in everybody(view)] == [day]


def test_a_known_program_is_asked_only_about_what_is_unknown(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with import_view(theme, tmp_path) as (view, _):
        header = (*GOOGLE, "Shoe size", "Empty column")
        choose(qtbot, view, table(tmp_path, header, ("Ann", "Lee", "", "", "Acme", "", "40")))
        only = only_table(view)
        assert [combo.column.name for combo in only.combos] == ["Shoe size"]
        only._more.click()
        assert len(only.combos) == len(header)
        by_name = {combo.column.name: combo for combo in only.combos}
        assert by_name["Organization Name"].findData("") < 0
        pick(by_name["Organization Name"], "about")
        pick(by_name["Shoe size"], "tags")
        import_all(qtbot, view)
        (ann,) = everybody(view)
        assert (ann.name, ann.org, ann.about, ann.tags) == ("Ann Lee", "", "Acme", ("40",))


def test_what_is_true_of_all_is_given_to_all(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with import_view(theme, tmp_path) as (view, _):
        choose(qtbot, view, cards(tmp_path, "Ann Lee", "Bob Lee"))
        batch = view.match.batch
        batch.roles.boxes["client"].click()
        QTest.keyClicks(batch.tags.line, "Golf, Bakers")
        QTest.keyClicks(batch.rhythm.line, "every 4 weeks")
        batch.trust.combo.setCurrentIndex(batch.trust.combo.findData("high"))
        import_all(qtbot, view)
        found = {(one.roles, one.tags, one.cadence_days, one.trust) for one in everybody(view)}
        assert found == {(("client",), ("Golf", "Bakers"), 28, "high")}


def test_a_rhythm_that_is_none_is_said_under_its_field(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with import_view(theme, tmp_path) as (view, _):
        choose(qtbot, view, cards(tmp_path, "Ann Lee"))
        line = view.match.batch.rhythm.line
        QTest.keyClicks(line, "now and then")
        forward(qtbot, view)
        assert view.step() == MATCH
        assert "Write a rhythm as" in line.accessibleDescription()
        assert QApplication.focusWidget() is line
        line.clear()
        forward(qtbot, view)
        assert view.step() == CHECK


def test_a_file_that_was_taken_away_meanwhile_says_so(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with import_view(theme, tmp_path) as (view, _):
        path = table(tmp_path, UNKNOWN, ("Ann", "", "Bakers"))
        choose(qtbot, view, path)
        path.unlink()
        forward(qtbot, view)
        assert (view.step(), only_table(view).error.text()) == (MATCH, "There is no such file.")


def test_the_wheel_scrolls_the_page_and_changes_no_field(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with import_view(theme, tmp_path) as (view, _):
        choose(qtbot, view, table(tmp_path, UNKNOWN, ("Ann", "", "Bakers")))
        combo = only_table(view).combos[0]
        point, none = QPointF(9, 9), Qt.MouseButton.NoButton
        plain, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        wheel = QWheelEvent(point, point, QPoint(), QPoint(0, -120), none, plain, phase, False)
        QApplication.sendEvent(combo, wheel)
        assert combo.key() == "given"


def test_it_can_be_done_by_the_keyboard_alone(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with import_view(theme, tmp_path) as (view, _):
        choose(qtbot, view, table(tmp_path, UNKNOWN, ("Ann Lee", "", "Bakers")))
        reached = set()
        for _ in range(40):
            reached.add(QApplication.focusWidget())
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        batch = view.match.batch
        wanted = {*only_table(view).combos, batch.tags.line, batch.rhythm.line, batch.trust.combo}
        wanted |= {*batch.roles.boxes.values(), view.back, view.forward}
        assert wanted <= reached
