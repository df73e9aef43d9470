"""What a day begins with: verdicts that hold, and a trash without those who have been in it for thirty days."""

from datetime import timedelta

from refdesk.domain.person import Person
from refdesk.services.desk import Desk
from refdesk.services.new_day import begin_day
from refdesk.services.people import add_person, delete_person, deleted_people
from refdesk.storage import readiness


def test_a_day_begins_with_verdicts_that_hold_and_an_emptied_trash(desk: Desk) -> None:
    for name in ("Ana", "Bo"):
        add_person(desk, Person(id=name, name=name, cadence_days=1))
    delete_person(desk, "Ana")
    later = Desk(desk.book, desk.today + timedelta(days=30))
    begin_day(later)
    assert [person.name for person in deleted_people(later)] == ["Ana"]
    assert deleted_people(later)[0].goes_on == desk.today + timedelta(days=31)
    last = Desk(desk.book, desk.today + timedelta(days=31))
    begin_day(last)
    assert deleted_people(last) == ()
    assert desk.book.value("SELECT count(*) FROM person") == 1
    assert readiness.stale_people(desk.book, last.today) == []
