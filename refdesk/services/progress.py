"""How far a day has got: how much of what was due is settled, told from the days that the records bear.

A task that recurs, and a plan or an ask of an earlier day that is confirmed today, bear no such day: they count neither
as due nor as done.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from refdesk.domain.asof import as_of
from refdesk.domain.horizon import Horizon
from refdesk.domain.obligation import Obligation
from refdesk.domain.obligations import days_after, obligations, thank_you_step
from refdesk.domain.policy import Policy
from refdesk.domain.records import Ask, Note, Referral
from refdesk.services.desk import Desk
from refdesk.storage import settled as dated
from refdesk.storage.agenda import acted_on
from refdesk.storage.records import get


def settled_today(desk: Desk) -> int:
    """How many rows that were due today or earlier were settled today."""
    day, book = desk.today, desk.book
    referrals = sum(_settled_of(desk, referral) for referral in dated.referrals_moved_on(book, day))
    tasks = sum(task.due <= day for task in dated.tasks_done_on(book, day))
    notes = sum(_was_due(desk, note) for note in dated.notes_posted_on(book, day))
    asks = sum(_was_planned(ask, day) for ask in dated.asks_made_on(book, day))
    met = acted_on(book, day)
    partners = sum(
        partner.person in met and partner.next_on == days_after(day, partner.every_days)
        for partner in dated.partners_moved_past(book, day)
    )
    wished = sum(later.key.split(":")[1] in met for later in dated.birthdays_put_off(book, day))
    return referrals + tasks + notes + asks + partners + wished


def _settled_of(desk: Desk, referral: Referral) -> int:
    """How much of a referral's was due by today and was settled today."""
    day, policy = desk.today, desk.policy
    unthanked = tuple(thanks for thanks in referral.thanks if day not in (thanks.done_on, thanks.skipped_on))
    said = _due(obligations(replace(referral, thanks=unthanked), policy), day, thanks=True)
    evening_before = as_of(referral, Horizon(day - timedelta(days=1))) if day > date.min else None
    steps = _due(_with_level(desk, evening_before, policy), day, thanks=False)
    return len({*said, *steps}.difference(_with_level(desk, referral, policy)))


def _due(owed: Iterable[Obligation], day: date, *, thanks: bool) -> list[Obligation]:
    return [each for each in owed if each.due <= day and (each.step is not None) is thanks]


def _with_level(desk: Desk, referral: Referral | None, policy: Policy) -> tuple[Obligation, ...]:
    """What a referral owes, with its ask's level where it has none of its own."""
    if referral is None:
        return ()
    ask: Ask | None = get(desk.book, Ask, referral.ask) if referral.ask and not referral.level else None
    return obligations(replace(referral, level=ask.level) if ask else referral, policy)


def _was_due(desk: Desk, note: Note) -> bool:
    """Whether a posted note was due itself; one that is a thank-you counts as that thank-you."""
    referral: Referral | None = get(desk.book, Referral, note.referral) if note.referral else None
    return thank_you_step(note, referral) is None and note.due is not None and note.due <= desk.today


def _was_planned(ask: Ask, day: date) -> bool:
    return ask.occasion_on is not None and ask.occasion_on <= day
