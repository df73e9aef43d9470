"""Random books: a few people with all kinds of records, written in several acts and then changed about."""

from dataclasses import replace
from random import Random

from refdesk.domain.person import Person
from refdesk.domain.records import Profile
from refdesk.services import people
from refdesk.services.desk import Desk
from refdesk.storage.facts import setting_of
from refdesk.storage.records import each
from refdesk.storage.trash import deleted_before
from tests.storage.random_records import Records


def fill(desk: Desk, seed: int, *, most: int = 8) -> Records:
    """Write at most so many people and what is recorded of them into an empty book."""
    random = Random(seed)
    records = Records(random, desk.today)
    known: tuple[str, ...] = ()
    for _ in range(random.randint(1, most)):
        person = records.person(known)
        _put(desk, person)
        known = (*known, person.id)
    for _ in range(random.randint(1, 3)):
        _put(desk, *(records.entry(known) for _ in range(random.randint(0, 8))))
        _put(desk, *(records.ask(known) for _ in range(random.randint(0, 2))))
        _put(desk, *records.agreed(known))
        referral = records.referral(known)
        _put(desk, referral, *records.rest(known, referral.id))
    _put(desk, records.profile(), records.profile())
    return records


def change(desk: Desk, records: Records) -> None:
    """Do one of the things by which verdicts change."""
    everybody = list(each(desk.book, Person, "deleted_on IS NULL"))
    in_trash = deleted_before(desk.book, desk.today.replace(year=9999))
    match records.random.randint(0, 9):
        case 0 | 1 if everybody:
            _change_a_person(desk, records, records.random.choice(everybody))
        case 2 if everybody:
            people.delete_person(desk, records.random.choice(everybody).id)
        case 3 if in_trash:
            people.take_from_trash(desk, records.random.choice(in_trash))
        case 4:
            for profile in list(each(desk.book, Profile))[:1]:
                _put(desk, replace(profile, active=not profile.active))
        case 5:
            _put(desk, setting_of(records.policy()))
        case 6 if everybody:
            person = records.random.choice(everybody)
            people.give_cadence(desk, [person.id], records.random.randint(1, 100))
        case _ if everybody:
            ids = tuple(person.id for person in everybody)
            _put(desk, records.entry(ids), records.referral(ids), *records.rest(ids))


def _change_a_person(desk: Desk, records: Records, person: Person) -> None:
    others = tuple(other.id for other in each(desk.book, Person) if other.id != person.id)
    _put(desk, replace(records.person(others, person.id), archived=records.random.choice((True, False))))


def _put(desk: Desk, *records: object) -> None:
    with desk.act("Something written.") as act:
        for record in records:
            act.put(desk.checked(record))
