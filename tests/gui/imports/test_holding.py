"""While the worker has the book locked, an act is refused at once in a sentence instead of hanging the window."""

from pathlib import Path

from refdesk.domain.person import Person
from refdesk.gui.theme.theme import Theme
from refdesk.services.people import add_person
from refdesk.storage.book import Book
from tests.gui.views import FixedClock, tools_for

WHY = "An import is being written."


def test_acts_and_their_undo_are_refused_while_held(theme: Theme, tmp_path: Path) -> None:
    with tools_for(theme, tmp_path / "book.refdesk") as (tools, seen):
        session = tools.session
        session.do(lambda desk: add_person(desk, Person(id="ann", name="Ann Lee"))[1])
        session.hold(WHY)
        assert session.do(lambda desk: add_person(desk, Person(id="bob", name="Bob Ray"))[1]) is None
        session.undo()
        session.redo()
        assert seen.refused == [WHY] * 3
        assert session.desk().person("ann").name == "Ann Lee"


def test_release_lets_acts_through_and_tells_of_what_was_written_meanwhile(theme: Theme, tmp_path: Path) -> None:
    path, wall = tmp_path / "book.refdesk", FixedClock()
    with tools_for(theme, path, wall) as (tools, seen):
        session, renewed = tools.session, []
        session.renewed.connect(lambda: renewed.append(True))
        session.hold(WHY)
        with Book.open(path, wall.now_utc) as other, other.transaction():
            other.execute("UPDATE setting SET value = value")
            other.execute("INSERT INTO photo (name, data) VALUES ('a', x'00')")
        session.release()
        assert (session.held, renewed) == ("", [True])
        assert session.do(lambda desk: add_person(desk, Person(id="bob", name="Bob Ray"))[1]) is not None
        assert seen.refused == []
