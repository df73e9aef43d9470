"""Hypothesis strategies for rich records that obey the method's rules, all recorded by TODAY.

Whatever varies together is drawn as one element of a product: each draw costs more than what it decides.
"""

from datetime import date, time
from itertools import combinations, product

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from refdesk.domain.facts import Acquaintance, Facts
from refdesk.domain.person import Person
from refdesk.domain.policy import Policy
from refdesk.domain.records import Ask, Entry, Referral, Thanks
from refdesk.domain.words import KINDS, MARKS, ROLES, SATISFACTIONS, Mark, Role
from tests.domain.builders import WHO, ago, ready_facts
from tests.domain.builders import facts as facts_about

EDGES = (0, 1, 2, 3, 6, 7, 8, 14, 22, 23, 30, 31, 45, 46, 60, 61, 67, 68, 89, 90, 91, 180, 181, 187, 365, 366, 547)
"""Day counts at which some rule turns, and their neighbours."""

past_days = st.sampled_from((*EDGES, *EDGES, *range(31), *range(31, 800, 9))).map(ago)
deadlines = st.integers(-200, 400).map(ago)
reckoned_days = st.sampled_from((*((0,) * 60), *EDGES, *range(-500, 500, 7))).map(ago)
"""Days to reckon with: the day of recording, or any earlier or later one."""

NEVER_OR_DAYS = st.none() | past_days
MARKINGS: tuple[tuple[Mark, ...], ...] = ((), *((mark,) for mark in MARKS), *combinations(MARKS, 2))
ACQUAINTED_AS: tuple[tuple[Role, ...], ...] = ((), (), ("friend",), ("past_client",), ("client", "friend"))
WORLDS = ((), ("Dentists",), ("farms",), (" Law ", "boats"), ("Straße",))
TAG_SETS = tuple(frozenset(tags) for tags in ((), ("dentists",), ("law", "strasse"), ("dentists", "farms")))

policies = st.just(Policy()) | st.builds(
    Policy,
    dormant_after=st.integers(0, 200),
    acquainted_after=st.integers(0, 40),
    settle_days=st.integers(0, 10),
    warm_within=st.integers(0, 250),
    owe_limit=st.integers(0, 3),
    explained_within=st.integers(0, 400),
    ask_cooldown=st.integers(0, 120),
    repay_pause=st.integers(0, 5),
    offer_valid=st.integers(0, 100),
    thank_within=st.integers(0, 3),
    confirm_within=st.integers(0, 10),
)

_roles = st.sampled_from(((), *((role,) for role in ROLES), *combinations(ROLES, 2)))
_standings = st.sampled_from(
    tuple(
        product(
            ("Priya Sharma", "priya sharma", "Øystein"),
            ("unknown", "growing", "high", "low"),
            (None, None, 1, 2, 7, 30, 61, 90, 91, 180, 365),
            ((False, None),) * 10 + ((True, None), (False, ago(50))),
            WORLDS,
        )
    )
)


@st.composite
def people(draw: DrawFn) -> Person:
    """Priya with every field that the method looks at."""
    name, trust, cadence, (never, died_on), knows = draw(_standings)
    return Person(
        id=WHO,
        name=name,
        roles=draw(_roles),
        trust=trust,
        cadence_days=cadence,
        known_since=draw(NEVER_OR_DAYS),
        do_not_ask=never,
        died_on=died_on,
        knows=knows,
    )


_shapes = st.sampled_from(
    tuple(
        product(
            (*KINDS, "meeting", "call"),
            (None, None, None, "both", "in", "out"),
            (None, time(9, 30), time(14, 0)),
            ((True, None),) * 3 + tuple((True, felt) for felt in SATISFACTIONS) + ((False, None),),
            (False, False, False, False, True),
            (False, True),
        )
    )
)
_markings = st.sampled_from((((),) * 15) + MARKINGS)


@st.composite
def entries(draw: DrawFn, identity: str) -> Entry:
    """One entry: planned ones anywhere, all others in the past; some name somebody else too."""
    kind, direction, at, (alone, satisfaction), planned, approximate = draw(_shapes)
    marks = draw(_markings)
    if {"delivered", "complaint"}.intersection(marks):
        alone = True
    return Entry(
        id=identity,
        on=draw(deadlines if planned else past_days),
        at=at,
        kind=kind,
        direction=direction,
        people=(WHO,) if alone else (WHO, "tomasz"),
        marks=marks,
        satisfaction=satisfaction,
        resolved_on=draw(NEVER_OR_DAYS) if "complaint" in marks else None,
        planned=planned,
        approximate=approximate,
    )


@st.composite
def asks(draw: DrawFn, identity: str) -> Ask:
    """One ask at any state, with the dates that the state needs."""
    state = draw(st.sampled_from(("draft", "planned", "asked", "agreed", "declined", "later", "later")))
    return Ask(
        id=identity,
        person=WHO,
        state=state,
        asked_on=None if state in ("draft", "planned") else draw(past_days),
        later_until=draw(deadlines) if state == "later" else None,
    )


_roads = st.sampled_from(
    tuple(
        product(
            ("agreed", "agreed", "made", "followed_up", "won", "lost", "not_a_fit", "lapsed"),
            (("received", WHO, ""),) * 9 + (("given", "", WHO),) * 4 + (("received", "tomasz", WHO),),
            ("", "dele"),
            ("letter", "call"),
            ((), (1,), (2,), (1, 2), (1, 2, 3), (1, 3)),
        )
    )
)


@st.composite
def referrals(draw: DrawFn, identity: str, ask: str = "") -> Referral:
    """One referral that Priya made, was given, or is only mentioned in, with the dates that its state needs."""
    state, (direction, champion, to), prospect, thank_by, thanked = draw(_roads)
    if ask:
        direction, champion, to = "received", WHO, ""
    promised, closed = state in ("agreed", "lapsed"), state in ("won", "lost", "not_a_fit")
    return Referral(
        id=identity,
        direction=direction,
        champion=champion,
        to=to,
        prospect=prospect,
        ask=ask,
        state=state,
        agreed_on=draw(past_days if promised else NEVER_OR_DAYS),
        made_on=None if promised else draw(past_days),
        followed_up_on=draw(past_days if state == "followed_up" else NEVER_OR_DAYS)
        if closed or state == "followed_up"
        else None,
        outcome_on=draw(past_days) if closed else None,
        thank_by=thank_by,
        thanks=tuple(draw(settled(step)) for step in thanked),
    )


def settled(step: int) -> SearchStrategy[Thanks]:
    """A thank-you that was said or skipped."""
    said = past_days.map(lambda day: Thanks(step=step, done_on=day))
    skipped = past_days.map(lambda day: Thanks(step=step, skipped_on=day, why="no need"))
    return said | skipped


_surroundings = st.tuples(st.lists(st.sampled_from(ACQUAINTED_AS), max_size=6), st.sampled_from(TAG_SETS))
_sizes = st.sampled_from(
    (
        *product((False,), (False,), range(7), range(3), range(3)),
        *product((True,), (True, False), range(3), range(3), range(2)),
        *product((True,), (True,), range(3), range(3), range(1)),
    )
)


@st.composite
def facts(draw: DrawFn) -> Facts:
    """All that is recorded about Priya by TODAY: up to six entries, two asks and four referrals.

    Half of them start from somebody with every gate met, so that every state comes up often.
    """
    ready, is_client, entry_count, ask_count, referral_count = draw(_sizes)
    base = ready_facts() if ready else facts_about()
    written = [draw(entries(f"e{number}")) for number in range(entry_count)]
    put = [draw(asks(f"a{number}")) for number in range(ask_count)]
    opened = [draw(referrals(f"r-{ask.id}", ask.id)) for ask in put if ask.state == "agreed"]
    others = [draw(referrals(f"r{number}")) for number in range(referral_count)]
    acquainted, tags = draw(_surroundings)
    acquaintances = tuple(Acquaintance(f"k{number}", roles) for number, roles in enumerate(acquainted))
    return Facts(
        person=base.person if is_client else draw(people()),
        entries=tuple(sorted((*base.entries, *written), key=when)),
        asks=tuple(put),
        referrals=(*opened, *others),
        acquaintances=base.acquaintances or acquaintances,
        active_tags=tags,
    )


def when(entry: Entry) -> tuple[date, bool, time]:
    """The order of the timeline: by day, then by time, an entry without a time first."""
    return entry.on, entry.at is not None, entry.at or time.min
