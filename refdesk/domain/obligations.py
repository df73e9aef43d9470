"""What is owed, to whom and by when, reckoned from the records alone (`docs/method.md` sections 4 to 6)."""

from collections.abc import Iterator
from datetime import date, timedelta

from refdesk.domain.obligation import Obligation
from refdesk.domain.policy import Policy
from refdesk.domain.records import Ask, Entry, Note, Referral, Task
from refdesk.domain.words import Occasion, ReferralState, TaskKind

_AFTER_FOLLOW_UP: frozenset[ReferralState] = frozenset(("followed_up", "won", "lost", "not_a_fit"))
_STEP_OF: dict[Occasion, int] = {"thank_you_1": 1, "thank_you_2": 2, "thank_you_3": 3}


def days_after(day: date, days: int) -> date:
    """The day that many days later, or the calendar's last day where there is none: no far date is an error."""
    return day + timedelta(days=min(days, (date.max - day).days))


def obligations(referral: Referral, policy: Policy) -> tuple[Obligation, ...]:
    """All that is owed for a referral now, each with its due day (`docs/method.md` section 5).

    Callers filter by day. A referral without a level counts as a recommendation: a caller who knows its ask
    puts the ask's level into the referral first. A step whose date is missing owes nothing.
    """
    if referral.direction == "given":
        return tuple(_given(referral, policy))
    return (*_thank_yous(referral, policy), *_steps(referral, policy))


def _thank_yous(referral: Referral, policy: Policy) -> Iterator[Obligation]:
    """The thank-yous not yet settled; only an entry in ``thanks`` settles one."""
    settled = {thanks.step for thanks in referral.thanks if thanks.done_on or thanks.skipped_on}
    promised_or_made = referral.agreed_on or referral.made_on
    if 1 not in settled and promised_or_made:
        yield _thank_you(referral, 1, promised_or_made, "thank_you_1")
    if 2 not in settled and referral.state in _AFTER_FOLLOW_UP and referral.followed_up_on:
        yield _thank_you(referral, 2, days_after(referral.followed_up_on, policy.thank_within), "thank_you_2")
    if 3 not in settled and referral.outcome_on:
        due = days_after(referral.outcome_on, policy.thank_within)
        if referral.state == "won":
            kind: TaskKind = "note" if referral.thank_by == "letter" else "thank_you"
            yield _thank_you(referral, 3, due, "thank_you_3", kind)
        elif referral.state in ("lost", "not_a_fit"):
            yield _thank_you(referral, 3, due, "closing_word")


def _thank_you(referral: Referral, step: int, due: date, reason: str, kind: TaskKind = "thank_you") -> Obligation:
    return Obligation(
        key=f"referral:{referral.id}:thank_you:{step}",
        kind=kind,
        person=referral.champion,
        due=due,
        reason=reason,
        referral=referral.id,
        step=step,
    )


def _steps(referral: Referral, policy: Policy) -> Iterator[Obligation]:
    """What moves a received referral on; it is owed only while the referral stands at that step."""
    champion = referral.champion
    if referral.state == "agreed":
        due = referral.confirm_by or (referral.agreed_on and days_after(referral.agreed_on, policy.confirm_within))
        if due:
            yield _step(referral, "check", champion, due, "confirm")
    elif referral.state == "made" and referral.made_on:
        if referral.level == "introduction":
            due = days_after(referral.made_on, policy.follow_up_within)
            yield _step(referral, "follow_up", referral.prospect or champion, due, "follow_up")
        else:
            yield _step(referral, "check", champion, days_after(referral.made_on, policy.confirm_within), "in_touch")
    elif referral.state == "followed_up" and referral.followed_up_on:
        last_word = max((referral.followed_up_on, *referral.told_on))
        yield _step(referral, "status", champion, days_after(last_word, policy.status_every), "status")


def _given(referral: Referral, policy: Policy) -> Iterator[Obligation]:
    """Did it help? Asked once, unless whoever received the business has said so already."""
    told = referral.told_on or referral.outcome_on
    if referral.state in ("made", "followed_up") and referral.made_on and not told:
        due = days_after(referral.made_on, policy.helped_check)
        yield _step(referral, "check", referral.to, due, "did_it_help")


def _step(referral: Referral, kind: TaskKind, person: str, due: date, reason: str) -> Obligation:
    key = f"referral:{referral.id}:{kind}"
    return Obligation(key=key, kind=kind, person=person, due=due, reason=reason, referral=referral.id)


def ask_obligations(ask: Ask, policy: Policy) -> tuple[Obligation, ...]:
    """The check that an ask owes now: did you ask, any answer, is it time (`docs/method.md` section 4)."""
    due: date | None = None
    reason = ""
    if ask.state == "planned":
        due, reason = ask.occasion_on, "did_you_ask"
    elif ask.state == "asked" and ask.asked_on:
        due, reason = days_after(ask.asked_on, policy.answer_within), "any_answer"
    elif ask.state == "later":
        due, reason = ask.later_until, "is_it_time"
    if due is None:
        return ()
    return (Obligation(key=f"ask:{ask.id}:check", kind="check", person=ask.person, due=due, reason=reason),)


def entry_obligation(entry: Entry) -> Obligation | None:
    """Did it take place? Owed for a planned entry from the day after its own (`docs/method.md` section 3).

    An entry with several people is asked about once, under the name of its first.
    """
    if not entry.planned:
        return None
    person = entry.people[0] if entry.people else ""
    due = days_after(entry.on, 1)
    return Obligation(key=f"entry:{entry.id}:happened", kind="check", person=person, due=due, reason="happened")


def thank_you_step(note: Note, referral: Referral | None) -> int | None:
    """Which of the referral's thank-yous the note is; None for a note of its own (`docs/method.md` section 6).

    Only a received referral owes thank-yous, and it owes them to its champion: a note to anybody else is none.
    """
    if referral is None or referral.id != note.referral:
        return None
    if referral.direction != "received" or referral.champion != note.person:
        return None
    return _STEP_OF.get(note.occasion)


def note_obligation(note: Note, referral: Referral | None, policy: Policy) -> Obligation | None:
    """The task of a note not yet posted: its thank-you's where it is one, else its own on its due day.

    ``referral`` is the one that the note names, if any. A note whose thank-you is settled or not owed yet makes
    no task, and neither does a note of its own without a due day.
    """
    if note.state == "posted":
        return None
    step = thank_you_step(note, referral)
    if referral is not None and step is not None:
        return next((owed for owed in obligations(referral, policy) if owed.step == step), None)
    if note.due is None:
        return None
    return Obligation(key=f"note:{note.id}", kind="note", person=note.person, due=note.due, reason="note")


def task_obligation(task: Task) -> Obligation | None:
    """A task that the user set and has not done yet."""
    if task.done_on:
        return None
    return Obligation(key=f"task:{task.id}", kind=task.kind, person=task.person, due=task.due, reason="task")
