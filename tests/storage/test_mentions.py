"""Finding out who speaks of whom costs each row once, however many people are asked about."""

from refdesk.domain.person import Person
from refdesk.services.desk import Desk
from refdesk.storage.mentions import mentions
from tests.services.books import fresh_desk


def steps(desk: Desk, people: int) -> int:
    """How many hundreds of SQLite's own steps it takes to ask about so many people, none of whom is spoken of."""
    with desk.act("People.") as act:
        act.put_new([Person(id=f"p{number}", name=f"Ann {number}", knows=("x",)) for number in range(people)])
    counted = [0]

    def count() -> int:
        counted[0] += 1
        return 0

    connection = desk.book.database.connection()
    connection.set_progress_handler(count, 100)
    pks = [pk for (pk,) in desk.book.rows("SELECT pk FROM person")]
    assert mentions(desk.book, [("person", pk) for pk in pks]) == {}
    connection.set_progress_handler(None, 0)
    return counted[0]


def test_twice_the_people_cost_twice_the_work() -> None:
    with fresh_desk() as small, fresh_desk() as large:
        assert steps(large, 800) < 3 * steps(small, 400)
