"""Hypothesis strategies for rich records that obey the method's rules, all recorded by TODAY."""

from datetime import date, time

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from refdesk.domain.facts import Acquaintance, Facts
from refdesk.domain.person import Person
from refdesk.domain.policy import Policy
from refdesk.domain.records import Ask, Entry, Referral, Thanks
from refdesk.domain.words import KINDS, MARKS, ROLES, SATISFACTIONS, Role
from tests.domain.builders import WHO, ago, ready_facts
from tests.domain.builders import facts as facts_about

OUTCOMES = ("won", "lost", "not_a_fit")
LONE_MARKS = ("delivered", "complaint")
EDGES = (0, 1, 2, 3, 6, 7, 8, 14, 22, 23, 30, 31, 45, 46, 60, 61, 67, 68, 89, 90, 91, 180, 181, 187, 365, 366, 547)
ACQUAINTED_AS: tuple[tuple[Role, ...], ...] = ((), ("friend",), ("past_client",), ("client", "friend"))
TAGS = ("Dentists", "farms", " Law ", "Straße", "boats")

past_days = st.one_of(st.sampled_from(EDGES), st.integers(0, 30), st.integers(0, 800)).map(ago)
deadlines = st.integers(-200, 400).map(ago)
reckoned_days = st.one_of(st.just(ago(0)), st.sampled_from(EDGES).map(ago), st.integers(-500, 500).map(ago))
"""Days to reckon with: the day of recording, or any earlier or later one."""


satisfactions = st.none() | st.sampled_from(SATISFACTIONS)
policies = st.one_of(
    st.just(Policy()),
    st.builds(
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
    ),
)


acquaintances = st.integers(0, 6).flatmap(
    lambda count: st.tuples(
        *(st.builds(Acquaintance, st.just(f"k{number}"), st.sampled_from(ACQUAINTED_AS)) for number in range(count))
    )
)


def people() -> SearchStrategy[Person]:
    """Priya with every field that the method looks at."""
    return st.builds(
        Person,
        id=st.just(WHO),
        name=st.sampled_from(("Priya Sharma", "priya sharma", "Øystein")),
        roles=st.lists(st.sampled_from(ROLES), unique=True, max_size=2).map(tuple),
        trust=st.sampled_from(("unknown", "unknown", "growing", "high", "low")),
        cadence_days=st.none() | st.sampled_from((1, 2, 7, 30, 61, 90, 91, 180, 365)),
        known_since=st.none() | past_days,
        do_not_ask=st.sampled_from((False,) * 9 + (True,)),
        died_on=st.sampled_from((None,) * 9 + (ago(50),)),
        knows=st.lists(st.sampled_from(TAGS), unique=True, max_size=2).map(tuple),
    )


@st.composite
def entries(draw: DrawFn, identity: str) -> Entry:
    """One entry: planned ones anywhere, all others in the past; some name somebody else too."""
    planned = draw(st.sampled_from((False,) * 5 + (True,)))
    alone = draw(st.booleans())
    marks = st.sampled_from(MARKS if alone else tuple(mark for mark in MARKS if mark not in LONE_MARKS))
    chosen = draw(st.lists(marks, unique=True, max_size=2).map(tuple))
    return Entry(
        id=identity,
        on=draw(deadlines if planned else past_days),
        at=draw(st.sampled_from((None, None, time(9, 30), time(14, 0)))),
        kind=draw(st.sampled_from((*KINDS, "meeting", "call"))),
        direction=draw(st.sampled_from((None, None, None, "both", "in", "out"))),
        people=(WHO,) if alone else (WHO, "tomasz"),
        marks=chosen,
        satisfaction=draw(satisfactions) if alone else None,
        resolved_on=draw(st.none() | past_days) if "complaint" in chosen else None,
        planned=planned,
        approximate=draw(st.booleans()),
    )


@st.composite
def asks(draw: DrawFn, identity: str) -> Ask:
    """One ask at any state, with the dates that the state needs."""
    state = draw(st.sampled_from(("draft", "planned", "asked", "agreed", "declined", "later", "later")))
    put = state not in ("draft", "planned")
    return Ask(
        id=identity,
        person=WHO,
        state=state,
        asked_on=draw(past_days) if put else None,
        later_until=draw(deadlines) if state == "later" else None,
    )


@st.composite
def referrals(draw: DrawFn, identity: str, ask: str = "") -> Referral:
    """One referral that Priya made, was given, or is only mentioned in, with the dates that its state needs."""
    direction = "received" if ask else draw(st.sampled_from(("received", "received", "given")))
    state = draw(st.sampled_from(("agreed", "agreed", "made", "followed_up", *OUTCOMES, "lapsed")))
    promised = state in ("agreed", "lapsed")
    champion, to = (WHO, "") if direction == "received" else ("", WHO)
    if draw(st.sampled_from((False,) * 9 + (True,))):
        champion, to = "tomasz", WHO if direction == "received" else "tomasz"
    return Referral(
        id=identity,
        direction=direction,
        champion=champion,
        to=to,
        prospect=draw(st.sampled_from(("", "dele"))),
        ask=ask,
        state=state,
        agreed_on=draw(past_days if promised else st.none() | past_days),
        made_on=None if promised else draw(past_days),
        followed_up_on=draw(
            past_days if state == "followed_up" else st.none() | past_days if state in OUTCOMES else st.none()
        ),
        told_on=draw(st.lists(past_days, max_size=1).map(tuple)),
        outcome_on=draw(past_days) if state in OUTCOMES else None,
        thank_by=draw(st.sampled_from(("letter", "call"))),
        thanks=draw(thanks()),
    )


def thanks() -> SearchStrategy[tuple[Thanks, ...]]:
    """The settled thank-yous of one referral, each step at most once."""
    done = st.builds(Thanks, step=st.integers(1, 3), done_on=past_days)
    skipped = st.builds(Thanks, step=st.integers(1, 3), skipped_on=past_days, why=st.just("no need"))
    return st.lists(done | done | skipped, unique_by=lambda settled: settled.step, max_size=3).map(tuple)


@st.composite
def facts(draw: DrawFn) -> Facts:
    """All that is recorded about Priya by TODAY: up to six entries, two asks and four referrals.

    Half of them start from somebody with every gate met, so that every state comes up often.
    """
    base = draw(st.sampled_from((facts_about(), ready_facts())))
    ready = bool(base.entries)
    written = [draw(entries(f"e{number}")) for number in range(draw(st.integers(0, 2 if ready else 6)))]
    put = [draw(asks(f"a{number}")) for number in range(draw(st.integers(0, 2)))]
    opened = [draw(referrals(f"r-{ask.id}", ask.id)) for ask in put if ask.state == "agreed"]
    others = [draw(referrals(f"r{number}")) for number in range(draw(st.integers(0, 1 if ready else 2)))]
    return Facts(
        person=base.person if ready and draw(st.booleans()) else draw(people()),
        entries=tuple(sorted((*base.entries, *written), key=when)),
        asks=tuple(put),
        referrals=(*opened, *others),
        acquaintances=base.acquaintances or draw(acquaintances),
        active_tags=draw(st.sets(st.sampled_from(("dentists", "law", "strasse"))).map(frozenset)),
    )


def when(entry: Entry) -> tuple[date, bool, time]:
    """The order of the timeline: by day, then by time, an entry without a time first."""
    return entry.on, entry.at is not None, entry.at or time.min
