"""Note a referral: who was referred, by whom or to whom, and how; it is agreed, or has happened already."""

import argparse
from typing import Any

from refdesk.cli.context import Context
from refdesk.cli.words import DONE, a_day
from refdesk.domain.errors import UnclearPersonError
from refdesk.domain.records import Referral
from refdesk.formats.refdesk_json.encode import record_to_plain
from refdesk.services.desk import Desk
from refdesk.services.new_referral import NewReferral, Who, add_referral
from refdesk.services.people import resolve

_HOW = ("recommendation", "introduction")


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("prospect", metavar="PERSON", help="who was referred")
    other = parser.add_mutually_exclusive_group(required=True)
    other.add_argument("--from", dest="champion", metavar="PERSON", help="who refers them to you")
    other.add_argument("--to", metavar="PERSON", help="to whom you refer them")
    parser.add_argument("--how", choices=_HOW, required=True, help="who calls whom: they you, or you them")
    parser.add_argument("--made", action="store_true", help="it has happened; without this it is agreed")
    parser.add_argument("--on", type=a_day, metavar="DATE", help="the day of that; without one, today")
    parser.add_argument("--confirm-by", type=a_day, metavar="DATE", help="by when an agreed one is looked after")
    parser.add_argument("--new", action="store_true", help="make people whom the book does not know")


def run(context: Context, asked: argparse.Namespace) -> int:
    """Do it."""
    with context.desk() as desk:
        new = NewReferral(
            direction="given" if asked.to is not None else "received",
            prospect=_who(desk, asked.prospect, new=asked.new),
            other=_who(desk, asked.champion if asked.to is None else asked.to, new=asked.new),
            level=asked.how,
            made=asked.made,
            on=asked.on or desk.today,
            confirm_by=asked.confirm_by,
        )
        added = add_referral(desk, new)
        referral = desk.find(Referral, added.id)
        text = _told(desk, referral)
    plain: dict[str, Any] = {"referral": record_to_plain(referral), "created": list(added.created)}
    context.show(plain, text)
    return DONE


def _who(desk: Desk, text: str, *, new: bool) -> Who:
    """The person who is meant; with ``new`` somebody new, where nobody is."""
    try:
        return Who(id=resolve(desk, text))
    except UnclearPersonError as error:
        if not new or error.candidates or not text.strip():
            raise
        return Who(name=text)


def _told(desk: Desk, referral: Referral) -> str:
    prospect = desk.person(referral.prospect).name
    other = desk.person(referral.champion or referral.to).name
    stands = f"made on {referral.made_on}" if referral.made_on else f"agreed on {referral.agreed_on}"
    return f"Noted {referral.id}: {prospect} {'from' if referral.champion else 'to'} {other}, {stands}."
