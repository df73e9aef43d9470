"""Postal addresses: how one stands on an envelope, and how the user writes it down."""

from dataclasses import replace

from refdesk.domain.errors import RefusedError
from refdesk.domain.person import Address, Person
from refdesk.services.desk import Desk
from refdesk.services.postal import envelope
from refdesk.storage.writing import Changes


def address_of(person: Person) -> Address | None:
    """The address that somebody's post goes to: the first one that has a street or a town; None for none."""
    return next((address for address in person.addresses if is_whole(address)), None)


def envelope_lines(person: Person, home: str = "") -> tuple[str, ...]:
    """The lines of an envelope that is posted in this country (ISO code), the name first; none without an address."""
    address = address_of(person)
    return envelope(person.name, address, home) if address else ()


def save_address(desk: Desk, id_: str, address: Address) -> Changes:
    """Write down where somebody's post goes, in the place of the address that it went to so far.

    Raises:
        RefusedError: it has neither street nor town.
    """
    if not is_whole(address):
        raise RefusedError("An address needs a street or a town.")
    with desk.act("Address saved.") as act:
        person = desk.person(id_)
        act.retitle(f"Address of {person.name} saved.")
        before = address_of(person)
        new = replace(address, label=before.label if before else address.label)
        others = tuple(one for one in person.addresses if one is not before)
        place = next((at for at, one in enumerate(person.addresses) if one is before), 0)
        act.put(desk.checked(replace(person, addresses=(*others[:place], new, *others[place:]))))
    return act.changes


def is_whole(address: Address) -> bool:
    """Whether post can get there: it has a street or a town."""
    return bool(address.street.strip() or address.city.strip())
