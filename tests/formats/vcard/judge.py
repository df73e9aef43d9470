"""vobject, an outside judge: it must read in our exports what we mean."""

from typing import Any

import vobject

from refdesk.domain.person import Person
from refdesk.formats.vcard.writer import write_vcards


def judged_alike(person: Person) -> None:
    """vobject knows no 4.0."""
    card = vobject.readOne(write_vcards([person], "3.0").decode(), allowQP=False)
    assert card.fn.value == person.name
    assert (card.n.value.family, card.n.value.given) == (person.family, person.given)
    assert values(card, "email") == [email.value for email in person.emails]
    assert values(card, "tel") == [phone.value for phone in person.phones]
    found = [(a.street, a.city, a.region, a.code, a.country) for a in values(card, "adr")]
    assert found == [(a.street, a.city, a.region, a.postcode, a.country) for a in person.addresses]


def values(card: Any, name: str) -> list[Any]:
    return [line.value for line in card.contents.get(name, [])]
