"""Records as they stood on an earlier day: what came later had not happened (`docs/method.md` section 2)."""

from dataclasses import replace

from refdesk.domain.horizon import Horizon
from refdesk.domain.records import Ask, Note, Referral, Task
from refdesk.domain.words import ReferralState


def as_of(referral: Referral, horizon: Horizon) -> Referral | None:
    """The referral without the dates after the horizon's day; None if it had not begun.

    A state whose own date is among those is taken back to the latest one whose date has come, since no referral
    stands at a state without its date. Deadlines and consents stay.
    """
    steps = (referral.agreed_on, referral.made_on, referral.followed_up_on, referral.outcome_on)
    known = tuple(day if day and horizon.reached(day) else None for day in steps)
    told = tuple(day for day in referral.told_on if horizon.reached(day))
    thanks = tuple(
        thanks
        for thanks in referral.thanks
        if (settled := thanks.done_on or thanks.skipped_on) is None or horizon.reached(settled)
    )
    if known == steps and told == referral.told_on and thanks == referral.thanks:
        return referral
    agreed_on, made_on, followed_up_on, outcome_on = known
    seen = replace(
        referral,
        agreed_on=agreed_on,
        made_on=made_on,
        followed_up_on=followed_up_on,
        told_on=told,
        outcome_on=outcome_on,
        thanks=thanks,
    )
    state = _state(seen)
    return replace(seen, state=state) if state else None


def ask_as_of(ask: Ask, horizon: Horizon) -> Ask:
    """The ask, which was only planned until the day on which it was put."""
    if ask.asked_on and not horizon.reached(ask.asked_on):
        return replace(ask, state="planned", asked_on=None)
    return ask


def task_as_of(task: Task, horizon: Horizon) -> Task:
    """The task, which was open until the day on which it was done."""
    return replace(task, done_on=None) if task.done_on and not horizon.reached(task.done_on) else task


def note_as_of(note: Note, horizon: Horizon) -> Note:
    """The note, which was still to be posted until the day on which it was."""
    if note.posted_on and not horizon.reached(note.posted_on):
        return replace(note, state="written", posted_on=None)
    return note


def _state(referral: Referral) -> ReferralState | None:
    """The state that the dates allow: the recorded one, or the latest before it."""
    state = referral.state
    if state in ("won", "lost", "not_a_fit") and not referral.outcome_on:
        state = "followed_up"
    if state == "followed_up" and not referral.followed_up_on:
        state = "made"
    if state == "made" and not referral.made_on:
        state = "agreed"
    if state in ("agreed", "lapsed") and not referral.agreed_on:
        return None
    return state
