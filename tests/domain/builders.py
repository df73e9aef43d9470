"""Small factories for the domain's tests: days are counted back from TODAY, everything else has a dull default."""

from datetime import date, timedelta
from typing import Any

from refdesk.domain.facts import Acquaintance, Facts
from refdesk.domain.person import Person
from refdesk.domain.policy import Policy
from refdesk.domain.records import Ask, Entry, Referral, Thanks
from refdesk.domain.words import Kind

TODAY = date(2026, 11, 18)
"""A Wednesday, far enough from both ends of a year."""

POLICY = Policy()
WHO = "priya"


def ago(days: int) -> date:
    """The day that many days before TODAY; a negative number lies ahead."""
    return TODAY - timedelta(days=days)


def person(**fields: Any) -> Person:
    """Priya, about whom nothing is recorded."""
    return Person(**{"id": WHO, "name": "Priya Sharma", **fields})


def entry(days: int, kind: Kind = "note", *marks: str, **fields: Any) -> Entry:
    """An entry that many days ago, with Priya alone."""
    identity = "-".join(("entry", str(days), kind, *marks))
    return Entry(**{"id": identity, "on": ago(days), "kind": kind, "people": (WHO,), "marks": marks, **fields})


def spoke(days: int, **fields: Any) -> Entry:
    """A telephone conversation that many days ago."""
    return entry(days, "call", **fields)


def delivered(days: int, satisfaction: str | None = None, **fields: Any) -> Entry:
    """Work delivered that many days ago, and how they felt about it."""
    return entry(days, "milestone", "delivered", satisfaction=satisfaction, **fields)


def ask(days: int, state: str = "asked", **fields: Any) -> Ask:
    """An ask to Priya, asked that many days ago."""
    return Ask(**{"id": f"ask-{days}-{state}", "person": WHO, "state": state, "asked_on": ago(days), **fields})


def received(days: int, **fields: Any) -> Referral:
    """An unsolicited referral that Priya made that many days ago, thanked for once."""
    thanks = (Thanks(step=1, done_on=ago(days)),)
    plain = {"id": f"received-{days}", "champion": WHO, "state": "made", "made_on": ago(days), "thanks": thanks}
    return Referral(**{**plain, **fields})


def agreed(days: int, **fields: Any) -> Referral:
    """A referral that Priya agreed to that many days ago and has not made yet; nobody has thanked them."""
    plain = {"id": f"agreed-{days}", "champion": WHO, "state": "agreed", "agreed_on": ago(days)}
    return Referral(**{**plain, **fields})


def given(days: int, **fields: Any) -> Referral:
    """A referral given to Priya that many days ago."""
    plain = {"id": f"given-{days}", "direction": "given", "to": WHO, "state": "made", "made_on": ago(days)}
    return Referral(**{**plain, **fields})


def facts(*entries: Entry, **fields: Any) -> Facts:
    """What is recorded about Priya; entries are put into their order, everything else is as given."""
    ordered = sorted(entries, key=lambda e: (e.on, e.at is not None, e.at.isoformat() if e.at else ""))
    return Facts(**{"person": person(), "entries": tuple(ordered), **fields})


def ready_facts(*entries: Entry, who: Person | None = None, **fields: Any) -> Facts:
    """Priya with all six gates met: a delighted client, warm, given to, told what the user does, with a fitting world.

    Further entries and fields come on top.
    """
    base = (
        delivered(300, "delighted"),
        entry(200, "note", "gave"),
        spoke(120),
        entry(100, "meeting", "explained"),
        spoke(20),
    )
    client = who or person(roles=("client",), known_since=ago(2000), could_introduce=("dele",))
    return facts(*base, *entries, **{"person": client, "acquaintances": (Acquaintance("dele"),), **fields})
