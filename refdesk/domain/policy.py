"""The method's numbers, each with the default that `docs/method.md` gives it."""

from dataclasses import dataclass
from datetime import time

from refdesk.domain.words import Weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What the user may change about the method. Counts of days are whole calendar days."""

    dormant_after: int = 180
    acquainted_after: int = 30
    settle_days: int = 7
    warm_within: int = 90
    owe_limit: int = 2
    explained_within: int = 365
    ask_cooldown: int = 90
    repay_pause: int = 3
    offer_valid: int = 60
    thank_within: int = 1
    confirm_within: int = 7
    follow_up_within: int = 2
    status_every: int = 30
    helped_check: int = 14
    answer_within: int = 14
    people_per_day: int = 8
    project_limit: int = 12
    morning_at: time = time(8, 30)
    quiet_from: time = time(20, 0)
    quiet_until: time = time(8, 0)
    days_off: tuple[Weekday, ...] = ("saturday", "sunday")
