"""A second, independent reckoning of `docs/method.md` section 5 from RefDesk JSON: what a day asks of the user."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

Json = dict[str, Any]
OUTCOMES = ("won", "lost", "not_a_fit")


@dataclass(frozen=True)
class Owed:
    """One task as `today --json` tells it."""

    key: str
    kind: str
    person: str | None
    due: date
    step: int | None = None


def known(record: Json, name: str, today: date) -> bool:
    """Whether a date stands there that is not after the day."""
    return record.get(name) is not None and date.fromisoformat(record[name][:10]) <= today


def asked_state(ask: Json, today: date) -> str:
    """Where an ask stands on a day: before it was put it was planned."""
    state: str = ask.get("state", "draft")
    return state if state == "draft" or known(ask, "asked_on", today) else "planned"


def referral_state(referral: Json, today: date) -> str | None:
    """Where a referral stands on a day, None where nothing of it had happened."""
    state = referral.get("state", "agreed")
    if state == "lapsed" and known(referral, "agreed_on", today):
        return "lapsed"
    if state in OUTCOMES and known(referral, "outcome_on", today):
        return str(state)
    reached = ("agreed", "made", "followed_up")
    top = reached.index(state) if state in reached else 2
    for step in reversed(reached[: top + 1]):
        if known(referral, f"{step}_on", today):
            return step
    return None


def level(book: Json, referral: Json) -> str:
    """Its own level, else its ask's, else a recommendation."""
    asks = {a["id"]: a for a in book.get("asks", [])}
    own = referral.get("level") or asks.get(referral.get("ask"), {}).get("level")
    return str(own or "recommendation")


def _day(record: Json, name: str, today: date) -> date | None:
    return date.fromisoformat(record[name]) if known(record, name, today) else None


def thanks_owed(book: Json, referral: Json, today: date) -> list[Owed]:
    """The thank-yous that a received referral still owes, due or not."""
    state = referral_state(referral, today)
    if state is None or referral.get("direction", "received") == "given":
        return []
    after = timedelta(book.get("policy", {}).get("thank_within", 1))
    first = _day(referral, "agreed_on", today) or _day(referral, "made_on", today)
    followed, outcome = _day(referral, "followed_up_on", today), _day(referral, "outcome_on", today)
    days = {1: first}
    if state in ("followed_up", *OUTCOMES) and followed:
        days[2] = followed + after
    if state in OUTCOMES and outcome:
        days[3] = outcome + after
    rows = referral.get("thanks", [])
    settled = {row["step"] for row in rows if known(row, "done_on", today) or known(row, "skipped_on", today)}
    by_hand = state == "won" and referral.get("thank_by", "letter") == "letter"
    return [
        Owed(
            f"referral:{referral['id']}:thank_you:{step}",
            "note" if step == 3 and by_hand else "thank_you",
            referral["champion"],
            due,
            step,
        )
        for step, due in days.items()
        if due and step not in settled
    ]


def thanks_due(book: Json, referral: Json, who: str, today: date) -> bool:
    """Whether a thank-you to somebody is due."""
    return referral.get("champion") == who and any(owed.due <= today for owed in thanks_owed(book, referral, today))


def referral_owes(book: Json, referral: Json, today: date) -> list[Owed]:
    """All that a referral owes on a day, whenever it is due."""
    state, policy = referral_state(referral, today), book.get("policy", {})
    made = _day(referral, "made_on", today)
    told = [date.fromisoformat(on) for on in referral.get("told_on", []) if date.fromisoformat(on) <= today]

    def days(name: str, default: int) -> timedelta:
        return timedelta(policy.get(name, default))

    def owed(kind: str, person: str, due: date) -> Owed:
        return Owed(f"referral:{referral['id']}:{kind}", kind, person, due)

    if referral.get("direction", "received") == "given":
        silent = state in ("made", "followed_up") and not told and made
        return [owed("check", referral["to"], made + days("helped_check", 14))] if silent and made else []
    found, champion = thanks_owed(book, referral, today), referral["champion"]
    if state == "agreed":
        agreed = date.fromisoformat(referral["agreed_on"])
        by = referral.get("confirm_by")
        found.append(owed("check", champion, date.fromisoformat(by) if by else agreed + days("confirm_within", 7)))
    if state == "made" and made and level(book, referral) == "introduction":
        found.append(owed("follow_up", referral.get("prospect") or champion, made + days("follow_up_within", 2)))
    elif state == "made" and made:
        found.append(owed("check", champion, made + days("confirm_within", 7)))
    if state == "followed_up":
        latest = max([date.fromisoformat(referral["followed_up_on"]), *told])
        found.append(owed("status", champion, latest + days("status_every", 30)))
    return found


def _ask_owes(book: Json, ask: Json, today: date) -> list[Owed]:
    state = asked_state(ask, today)
    due: date | None = None
    if state == "planned" and ask.get("occasion_on"):
        due = date.fromisoformat(ask["occasion_on"])
    elif state == "asked":
        due = date.fromisoformat(ask["asked_on"]) + timedelta(book.get("policy", {}).get("answer_within", 14))
    elif state == "later":
        due = date.fromisoformat(ask["later_until"])
    return [Owed(f"ask:{ask['id']}:check", "check", ask["person"], due)] if due else []


def _task_owes(task: Json, today: date) -> list[Owed]:
    if known(task, "done_on", today):
        return []
    due = date.fromisoformat(task["due"])
    return [Owed(f"task:{task['id']}", task.get("kind", "custom"), task.get("person"), due)]


def _note_owes(note: Json, today: date) -> list[Owed]:
    """A note of its own; one that belongs to a thank-you is that thank-you's task."""
    if "referral" in note or "due" not in note or known(note, "posted_on", today):
        return []
    return [Owed(f"note:{note['id']}", "note", note["person"], date.fromisoformat(note["due"]))]


def _happened(entry: Json) -> list[Owed]:
    if not entry.get("planned"):
        return []
    due = date.fromisoformat(entry["on"][:10]) + timedelta(1)
    return [Owed(f"entry:{entry['id']}:happened", "check", entry["people"][0], due)]


def owed_on(book: Json, today: date) -> list[Owed]:
    """The tasks of a day, unordered: due on it or before, and not put off past it."""
    found: list[Owed] = []
    for referral in book.get("referrals", []):
        found += referral_owes(book, referral, today)
    for ask in book.get("asks", []):
        found += _ask_owes(book, ask, today)
    for note in book.get("notes", []):
        found += _note_owes(note, today)
    for task in book.get("tasks", []):
        found += _task_owes(task, today)
    for entry in book.get("timeline", []):
        found += _happened(entry)
    off = {row["key"] for row in book.get("later", []) if date.fromisoformat(row["until"][:10]) > today}
    return [owed for owed in found if owed.due <= today and owed.key not in off]
