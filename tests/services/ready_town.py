"""A few people, one at every state, for the tests of Ready to ask."""

from typing import Any

from refdesk.domain.person import Person
from refdesk.domain.records import Profile
from refdesk.services.desk import Desk
from refdesk.services.profiles import save_profile
from tests.storage.desks import add, ago, log

PROFILE = Profile(id="", name="Owners", role="an owner", industry="joinery", situation="sixty", tags=("family firms",))


def know_well(
    desk: Desk, name: str, *, talked: int = 9, knows: tuple[str, ...] = ("family firms",), **more: Any
) -> str:
    """Add somebody all of whose gates are met, unless these say otherwise."""
    person = add(desk, name, roles=("client",), trust="high", known_since=ago(900), knows=knows, **more)
    log(desk, person, days=talked + 200, kind="milestone", marks=("delivered",), satisfaction="delighted")
    log(desk, person, days=talked + 100, kind="meeting", summary="Told them whom I help", marks=("explained",))
    log(desk, person, days=talked + 50, kind="note", summary="Sent them a book", marks=("gave",))
    log(desk, person, days=talked, kind="meeting", summary="Coffee at the Quay")
    return person


def settle(desk: Desk) -> None:
    """Let everybody move in."""
    save_profile(desk, PROFILE)
    add(desk, "Piotr Zielinski", org="Zielinski Metalworks", title="Owner", about="Turns sixty next year.")
    know_well(desk, "Tomasz Wieczorek", title="Owner", org="Wieczorek Joinery", could_introduce=("piotr",))
    know_well(desk, "Yusuf Demir", tags=("panel",))
    know_well(desk, "Grace Adeyemi", knows=())
    know_well(desk, "Leilani Kahale", talked=210)
    know_well(desk, "Hana Novotna")
    log(desk, "hana", days=1, kind="note", summary="Found her a printer", marks=("gave",))
    know_well(desk, "Owen Pritchard", do_not_ask=True, do_not_ask_why="He asked me not to.")
    with desk.act("Imported.") as act:
        act.put_new([Person(id=f"u{number}", name=f"Unsorted {number}") for number in range(3)])
