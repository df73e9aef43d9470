"""Note that somebody was thanked for a referral: the thank-you owed to them that is due first."""

import argparse
from typing import get_args

from refdesk.cli.context import Context
from refdesk.cli.words import DONE, iso
from refdesk.domain.words import ThankBy
from refdesk.services.people import resolve
from refdesk.services.thanking import thank

_STEPS = {1: "First", 2: "Second", 3: "Third"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("person", metavar="PERSON", help="who refers")
    said = parser.add_mutually_exclusive_group()
    said.add_argument("--by", choices=get_args(ThankBy), help="how it was said")
    said.add_argument("--skip", metavar="WHY", help="it is not said, for this reason")
    parser.add_argument("--referral", metavar="ID", default="", help="of this referral alone")


def run(context: Context, asked: argparse.Namespace) -> int:
    """Do it."""
    with context.desk() as desk:
        person = desk.person(resolve(desk, asked.person))
        settled = thank(desk, person.id, asked.by, asked.skip or "", asked.referral)
    thanks = settled.thanks
    plain = {
        "person": person.id,
        "referral": settled.referral,
        "step": thanks.step,
        "done_on": iso(thanks.done_on),
        "by": thanks.by,
        "skipped_on": iso(thanks.skipped_on),
        "why": thanks.why or None,
    }
    stands = f"skipped on {thanks.skipped_on}" if thanks.skipped_on else f"said on {thanks.done_on}"
    context.show(plain, f"{_STEPS[thanks.step]} thank-you to {person.name} {stands}.")
    return DONE
