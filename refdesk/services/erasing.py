"""Erasing somebody at once and for good: the one act that no undo takes back."""

from refdesk.domain.person import Person
from refdesk.services.desk import Desk
from refdesk.storage import readiness, trash


def erase_person(desk: Desk, id_: str) -> str:
    """Take somebody out of the book and its history, with all that speaks of them alone; gives their name.

    It cannot be undone. Copies of the book that were made before, its backups among them, still hold the person.

    Raises:
        RefusedError: nobody has this id.
    """
    with desk.book.transaction():
        person = desk.find(Person, id_)
        naming = readiness.whom_it_concerns(desk.book, [id_])
        own = readiness.places_of(desk.book, [id_])
        touched = trash.erase(desk.book, [id_])
        places = {*naming, *readiness.places_of(desk.book, touched)}.difference(own)
        readiness.reassess(desk.book, places, readiness.Assessor(desk.book, desk.today))
    return person.name
