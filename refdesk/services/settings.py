"""What the user sets about themselves and about the method: each change is one act, kept in the book."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from datetime import time
from typing import Any, Literal

from refdesk.domain.errors import RefusedError
from refdesk.domain.policy import Policy
from refdesk.domain.records import Me
from refdesk.domain.words import WEEKDAYS, Weekday
from refdesk.services.desk import Desk
from refdesk.storage.facts import me_of, policy_of, setting_of
from refdesk.storage.writing import Changes


@dataclass(frozen=True, slots=True)
class Number:
    """One number of the policy: its field, its plain words, what it counts, and between which bounds it lies."""

    field: str
    words: str
    unit: str
    least: int
    most: int

    @property
    def default(self) -> int:
        """What the method says."""
        return number_of(Policy(), self.field)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers that belong together, under one title."""

    title: str
    numbers: tuple[Number, ...]


NUMBERS: tuple[Numbers, ...] = (
    Numbers(
        "A warm relationship",
        (
            Number("warm_within", "Warm after a conversation for, without a rhythm", "days", 1, 730),
            Number("dormant_after", "Reconnect first after silence of", "days", 7, 1825),
            Number("settle_days", "After reconnecting, wait", "days", 0, 90),
            Number("acquainted_after", "Well acquainted once you have known each other for", "days", 0, 365),
        ),
    ),
    Numbers(
        "Giving and understanding",
        (
            Number("owe_limit", "Give first when you have received more than you gave by", "things", 1, 20),
            Number("explained_within", "Telling them what you do lasts for", "days", 7, 1825),
        ),
    ),
    Numbers(
        "The right moment",
        (
            Number("ask_cooldown", "Between two asks of the same person, at least", "days", 0, 730),
            Number("repay_pause", "After helping somebody, don't ask for", "days", 0, 90),
            Number("offer_valid", "An offer of help counts for", "days", 1, 365),
            Number("answer_within", "No answer to an ask? Check after", "days", 1, 180),
        ),
    ),
    Numbers(
        "Following through",
        (
            Number("confirm_within", "Check whether it has happened after", "days", 1, 90),
            Number("follow_up_within", "Call whoever you were introduced to within", "days", 0, 30),
            Number("thank_within", "Say thank you within", "days", 0, 30),
            Number("status_every", "Tell who referred how it stands every", "days", 1, 365),
            Number("helped_check", "Ask whether your referral helped after", "days", 1, 180),
        ),
    ),
    Numbers(
        "Each day",
        (
            Number("people_per_day", "Propose at most", "people a day", 0, 50),
            Number("project_limit", "A round of referral building has at most", "people", 1, 50),
        ),
    ),
)
"""Every number of the policy, in the order in which they are shown."""


TimeField = Literal["morning_at", "quiet_from", "quiet_until"]

TIMES: dict[TimeField, str] = {
    "morning_at": "Morning reminders at",
    "quiet_from": "Quiet from",
    "quiet_until": "Quiet until",
}


def number_of(policy: Policy, field: str) -> int:
    """One number of a policy."""
    value: int = getattr(policy, field)
    return value


def me(desk: Desk) -> Me:
    """The user."""
    return me_of(desk.book)


def save_me(desk: Desk, user: Me) -> Changes:
    """Write who the user is."""
    tidy = Me(**{part.name: getattr(user, part.name).strip() for part in fields(Me)})
    with desk.act("Your details saved.") as act:
        if tidy != me_of(desk.book):
            act.put(setting_of(tidy))
    return act.changes


def set_number(desk: Desk, field: str, value: int) -> Changes:
    """Set one number of the policy. Everybody is reassessed, so it may take a second.

    Raises:
        RefusedError: it lies out of bounds.
    """
    number = next(one for group in NUMBERS for one in group.numbers if one.field == field)
    if not number.least <= value <= number.most:
        raise RefusedError(f"This number lies between {number.least} and {number.most}.")
    return _change(desk, f"{number.words}: {value} {number.unit}.", {field: value})


def reset_numbers(desk: Desk) -> Changes:
    """Give every number of the policy its default again; times and days off stay as they are."""
    defaults = {number.field: number.default for group in NUMBERS for number in group.numbers}
    return _change(desk, "All numbers set to their defaults.", defaults)


def set_time(desk: Desk, field: TimeField, at: time) -> Changes:
    """Set the morning hour, or when quiet hours begin or end."""
    return _change(desk, f"{TIMES[field]}: {at:%H:%M}.", {field: at})


def set_days_off(desk: Desk, days: Collection[Weekday]) -> Changes:
    """Set the days on which nothing is raised.

    Raises:
        RefusedError: no day would be left.
    """
    off = tuple(day for day in WEEKDAYS if day in days)
    if off == WEEKDAYS:
        raise RefusedError("Leave at least one day for reminders.")
    words = ", ".join(day.capitalize() for day in off) or "none"
    return _change(desk, f"Days off: {words}.", {"days_off": off})


def _change(desk: Desk, title: str, new: Mapping[str, Any]) -> Changes:
    """One act on the policy as it stands now; what is the same already changes nothing."""
    with desk.act(title) as act:
        before = policy_of(desk.book)
        policy = desk.checked(replace(before, **new))
        if policy != before:
            act.put(setting_of(policy))
    return act.changes
