"""The reasons that an assessment gives, one code for each way in which a gate can stand."""

from datetime import date
from typing import Literal, NamedTuple

from refdesk.domain.verdict import Reason

ResultsCode = Literal[
    "complaint",
    "unhappy",
    "mixed",
    "satisfied",
    "delighted",
    "complaint_settled",
    "client_unrated",
    "champion",
    "prospect",
    "trusted",
    "unproven",
]
RelationshipCode = Literal[
    "trust_low",
    "no_conversation",
    "just_met",
    "no_meeting",
    "dormant",
    "reconnected",
    "settling",
    "cooling",
    "warm",
]
GivingCode = Literal["owing", "nothing_given", "given_more", "given_even", "given_less"]
UnderstandingCode = Literal["told", "referred", "told_long_ago", "referred_long_ago", "untold"]
OpportunityCode = Literal[
    "could_introduce", "could_introduce_several", "fitting_tag", "no_fitting_tag", "world_unknown"
]
ThankYouCode = Literal[
    "thank_you_agreed",
    "thank_you_made",
    "thank_you_lapsed",
    "thank_you_2",
    "thank_you_3",
    "closing_word",
]
TimingCode = Literal[
    "do_not_ask",
    "died",
    ThankYouCode,
    "ask_open",
    "ask_agreed",
    "ask_later",
    "asked_lately",
    "helped_lately",
    "delivered_lately",
    "offered",
    "clear",
]
Code = Literal[ResultsCode, RelationshipCode, GivingCode, UnderstandingCode, OpportunityCode, TimingCode]

APPROXIMATE = "approximate"
"""Stands in a reason's ``other`` where its day is only roughly right."""


class Happening(NamedTuple):
    """A record that happened on a day, reduced to what a reason says of it."""

    on: date
    id: str
    approximate: bool = False


def because(code: Code, on: date | None = None, number: int | None = None, other: str = "") -> Reason:
    """A reason whose code is one of those that have a sentence."""
    return Reason(code, on, number, other)


def because_of(code: Code, happening: Happening) -> Reason:
    """A reason that speaks of the day on which something happened."""
    return Reason(code, happening.on, other=APPROXIMATE if happening.approximate else "")
