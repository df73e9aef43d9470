"""Everything that an assessment of one person may look at (`docs/method.md` section 2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from refdesk.domain.person import Person
from refdesk.domain.records import Ask, Entry, Referral
from refdesk.domain.words import Role


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Somebody whom a person could introduce, who is in the book and neither deleted nor archived."""

    id: str
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is recorded about one person.

    ``entries`` are all that name the person, ordered by day, then by time (an entry without a time first), then
    as they were entered. ``referrals`` are those in which the person is the champion or the one referred to.
    ``active_tags`` are the casefolded tags of all active profiles.
    """

    person: Person
    entries: Sequence[Entry] = ()
    asks: Sequence[Ask] = ()
    referrals: Sequence[Referral] = ()
    acquaintances: Sequence[Acquaintance] = ()
    active_tags: frozenset[str] = frozenset()
