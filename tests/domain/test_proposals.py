"""Which proposals a day makes, in which order, and when a batch first falls due."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.domain.person import Person
from refdesk.domain.policy import Policy
from refdesk.domain.proposals import Candidate, FirstDue, lateness, proposals, spread
from refdesk.domain.words import STATES, State

TODAY = date(2026, 3, 2)
POLICY = Policy()


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def candidate(name: str, state: State = "nurture", **fields: Any) -> Candidate:
    """Somebody sorted whose id is their name in lower case."""
    return Candidate(
        **{"id": name.lower(), "name": name, "state": state, "sorted": True, "has_records": True, **fields}
    )


def rhythm(name: str, spoken: int, cadence: int = 30, **fields: Any) -> Candidate:
    """Somebody with a rhythm, last spoken with that many days ago."""
    return candidate(name, **{"cadence_days": cadence, "last_conversation": ago(spoken), **fields})


def proposed(*candidates: Candidate, acted: tuple[str, ...] = (), policy: Policy = POLICY) -> list[tuple[str, str]]:
    return [(each.kind, each.person) for each in proposals(candidates, acted, TODAY, policy)]


def test_ready_comes_first_then_reconnect_then_keep_in_touch() -> None:
    everybody = (
        rhythm("Zoe", 31),
        candidate("Rui", "reconnect", score=90),
        candidate("Ana", "ready", score=10),
        candidate("Ben", "almost", score=99),
        candidate("Cem", "hold", score=99),
    )
    assert proposed(*everybody) == [("ready", "ana"), ("reconnect", "rui"), ("keep_in_touch", "zoe")]


@pytest.mark.parametrize("state", ["ready", "reconnect"])
def test_the_best_come_first_then_by_name_then_by_id(state: State) -> None:
    everybody = (
        candidate("bea", state, score=50, id="2"),
        candidate("Bea", state, score=50, id="1"),
        candidate("Zoe", state, score=60),
        candidate("Ana", state, score=50),
    )
    assert [person for _, person in proposed(*everybody)] == ["zoe", "ana", "1", "2"]


@pytest.mark.parametrize(
    ("spoken", "cadence", "late"),
    [(29, 30, None), (30, 30, Fraction(0)), (31, 30, Fraction(1, 30)), (1, 1, Fraction(0)), (90, 30, Fraction(2))],
)
def test_a_rhythm_is_due_on_its_day(spoken: int, cadence: int, late: Fraction | None) -> None:
    assert lateness(rhythm("Ana", spoken, cadence), TODAY) == late
    never_spoken = candidate("Ana", cadence_days=cadence, added_on=ago(spoken))
    assert lateness(never_spoken, TODAY) == late


@pytest.mark.parametrize(("first_due", "late"), [(-1, None), (0, Fraction(0)), (15, Fraction(1, 2))])
def test_the_first_day_of_a_batch_counts_until_they_are_spoken_with(first_due: int, late: Fraction | None) -> None:
    ana = candidate("Ana", cadence_days=30, added_on=ago(400), first_due=ago(first_due))
    assert lateness(ana, TODAY) == late
    assert lateness(replace(ana, last_conversation=ago(60)), TODAY) == Fraction(1)


@pytest.mark.parametrize(
    "fields",
    [{"cadence_days": None}, {"sorted": False}, {"last_conversation": None}, {"last_conversation": TODAY}],
)
def test_without_a_rhythm_to_count_nobody_is_due(fields: dict[str, Any]) -> None:
    assert lateness(rhythm("Ana", 300, **fields), TODAY) is None


def test_a_huge_rhythm_is_never_due_and_no_error() -> None:
    assert lateness(rhythm("Ana", 300, 10**12), TODAY) is None


def test_keep_in_touch_goes_by_rhythms_missed_then_name_then_id() -> None:
    everybody = (
        rhythm("Zoe", 60, 30),  # one whole rhythm over
        rhythm("Ana", 66, 60),  # a tenth
        rhythm("bob", 33, 30, id="2"),  # a tenth
        rhythm("Bob", 33, 30, id="1"),  # a tenth
        rhythm("Cem", 365, 300),  # 65 days over, yet only about a fifth
    )
    assert [person for _, person in proposed(*everybody)] == ["zoe", "cem", "ana", "1", "2"]


def test_a_third_is_the_same_third_for_every_rhythm() -> None:
    assert [person for _, person in proposed(rhythm("Bob", 4, 3), rhythm("Ana", 40, 30))] == ["ana", "bob"]


def test_nobody_is_proposed_twice() -> None:
    assert proposed(rhythm("Ana", 400, state="reconnect"), rhythm("Bob", 80, state="ready")) == [
        ("ready", "bob"),
        ("reconnect", "ana"),
    ]


@pytest.mark.parametrize("gone", [{"archived": True}, {"died": True}])
def test_who_is_gone_is_never_proposed(gone: dict[str, bool]) -> None:
    assert (
        proposed(
            candidate("Ana", "ready", **gone),
            candidate("Ben", "reconnect", **gone),
            rhythm("Cem", 400, **gone),
            candidate("Dov", sorted=False, has_records=False, **gone),
        )
        == []
    )


def test_who_is_not_to_be_asked_is_still_kept_in_touch_with() -> None:
    assert proposed(candidate("Ana", "do_not_ask"), rhythm("Ben", 30, state="do_not_ask")) == [("keep_in_touch", "ben")]


def test_people_to_sort_are_the_first_proposal_and_make_no_other() -> None:
    unknown = rhythm("Una", 400, sorted=False, has_records=False, state="ready")
    assert proposed(candidate("Ana", "ready"), unknown, replace(unknown, id="uno")) == [("sort", ""), ("ready", "ana")]


def test_an_unsorted_person_with_records_is_proposed_but_has_no_rhythm() -> None:
    assert proposed(candidate("Ana", "ready", sorted=False)) == [("ready", "ana")]
    assert proposed(rhythm("Ana", 400, sorted=False)) == []


def test_a_sorted_person_without_records_has_a_rhythm() -> None:
    ana = candidate("Ana", has_records=False, cadence_days=30, added_on=ago(30))
    assert proposed(ana) == [("keep_in_touch", "ana")]


def test_a_day_has_at_most_eight_less_those_acted_on() -> None:
    everybody = [candidate(f"P{n}", "ready", score=n) for n in range(10, 30)]
    assert [person for _, person in proposed(*everybody)] == [f"p{n}" for n in range(29, 21, -1)]
    acted = ("p29", "p28", "elsewhere")
    assert [person for _, person in proposed(*everybody, acted=acted)] == [f"p{n}" for n in range(27, 22, -1)]
    assert proposed(*everybody, acted=tuple(f"x{n}" for n in range(8))) == []
    assert proposed(*everybody, acted=tuple(f"x{n}" for n in range(9))) == []


def test_the_policy_says_how_many_and_sorting_is_one_of_them() -> None:
    everybody = (
        candidate("Ana", "ready"),
        candidate("Ben", "ready"),
        candidate("Una", sorted=False, has_records=False),
    )
    assert proposed(*everybody, policy=Policy(people_per_day=2)) == [("sort", ""), ("ready", "ana")]
    assert proposed(*everybody, policy=Policy(people_per_day=0)) == []


CANDIDATES = st.lists(
    st.builds(
        Candidate,
        id=st.text("abc", min_size=1, max_size=3),
        name=st.text("aAbB", max_size=3),
        state=st.sampled_from(STATES),
        score=st.integers(0, 100),
        sorted=st.booleans(),
        has_records=st.booleans(),
        archived=st.booleans(),
        died=st.booleans(),
        cadence_days=st.none() | st.integers(1, 400),
        last_conversation=st.none() | st.dates(ago(800), TODAY),
        added_on=st.none() | st.dates(ago(800), TODAY),
    ),
    max_size=15,
    unique_by=lambda each: each.id,
)


@given(CANDIDATES, st.sets(st.text("abc", min_size=1, max_size=3), max_size=3), st.randoms(use_true_random=False))
def test_proposals_keep_their_promises(candidates: list[Candidate], acted: set[str], random: Any) -> None:
    found = proposals(candidates, acted, TODAY, POLICY)
    people = [each.person for each in found]
    assert len(set(people)) == len(people) <= max(0, POLICY.people_per_day - len(acted))
    assert not acted & set(people)
    order = ("sort", "ready", "reconnect", "keep_in_touch")
    assert all(order.index(earlier.kind) <= order.index(later.kind) for earlier, later in pairwise(found))
    shuffled = random.sample(candidates, len(candidates))
    assert proposals(shuffled, acted, TODAY, POLICY) == found


def batch(*names: str) -> list[Person]:
    return [Person(id=name.lower(), name=name) for name in names]


def test_a_batch_falls_due_evenly_in_name_order() -> None:
    assert spread(batch("Cem", "ana", "Ben"), 30, TODAY) == (
        FirstDue("ana", TODAY + timedelta(days=10)),
        FirstDue("ben", TODAY + timedelta(days=20)),
        FirstDue("cem", TODAY + timedelta(days=30)),
    )


def test_one_alone_falls_due_after_one_rhythm_and_nobody_never() -> None:
    assert spread(batch("Ana"), 30, TODAY) == (FirstDue("ana", TODAY + timedelta(days=30)),)
    assert spread([], 30, TODAY) == ()


def test_people_of_one_name_go_by_id() -> None:
    same = [Person(id="2", name="ana"), Person(id="1", name="Ana")]
    assert [each.person for each in spread(same, 30, TODAY)] == ["1", "2"]


@given(st.integers(1, 60), st.integers(1, 400))
def test_a_batch_is_spread_evenly_over_one_rhythm(people: int, cadence: int) -> None:
    days = [(each.on - TODAY).days for each in spread(batch(*map(str, range(people))), cadence, TODAY)]
    gaps = {later - earlier for earlier, later in pairwise([0, *days])}
    assert days[-1] == cadence
    assert gaps <= {cadence // people, cadence // people + 1}
