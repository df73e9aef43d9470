"""Records as they stood on an earlier day."""

from typing import Any

import pytest

from refdesk.domain.asof import as_of, ask_as_of, note_as_of, task_as_of
from refdesk.domain.horizon import Horizon
from refdesk.domain.records import Ask, Note, Task, Thanks
from tests.domain.builders import TODAY, ago, agreed, received


@pytest.mark.parametrize("days", [0, 1])
def test_what_has_happened_is_seen_as_it_is(days: int) -> None:
    referral = received(days, state="won", followed_up_on=ago(days), told_on=(ago(days),), outcome_on=ago(days))
    horizon = Horizon(TODAY)
    assert as_of(referral, horizon) is referral
    assert horizon.next_change is None


@pytest.mark.parametrize(
    ("recorded", "later", "stood_at"),
    [
        pytest.param("won", {"outcome_on"}, "followed_up", id="before the outcome"),
        pytest.param("lost", {"outcome_on", "followed_up_on"}, "made", id="before the follow-up"),
        pytest.param("not_a_fit", {"outcome_on", "followed_up_on", "made_on"}, "agreed", id="before it was made"),
        pytest.param("followed_up", {"followed_up_on"}, "made", id="followed up later"),
        pytest.param("made", {"made_on"}, "agreed", id="made later"),
        pytest.param("made", {"agreed_on"}, "made", id="agreed to after it was made"),
        pytest.param("agreed", {"agreed_on"}, None, id="agreed to later"),
        pytest.param("lapsed", {"agreed_on"}, None, id="lapsed and agreed to later"),
        pytest.param("won", {"outcome_on", "followed_up_on", "made_on", "agreed_on"}, None, id="begun later"),
    ],
)
def test_a_state_whose_day_lies_ahead_is_not_reached(recorded: str, later: set[str], stood_at: str | None) -> None:
    steps = ("agreed_on", "made_on", "followed_up_on", "outcome_on")
    days: dict[str, Any] = {name: ago(-1) if name in later else ago(1) for name in steps}
    horizon = Horizon(TODAY)
    seen = as_of(received(1, state=recorded, **days), horizon)
    assert (seen.state if seen else None) == stood_at
    assert all(getattr(seen, name) is None for name in later if seen)
    assert horizon.next_change == ago(-1)


def test_an_outcome_without_a_follow_up_steps_back_to_made() -> None:
    seen = as_of(received(1, state="won", outcome_on=ago(-1)), Horizon(TODAY))
    assert seen is not None
    assert seen.state == "made"


def test_words_and_thanks_of_later_days_are_absent() -> None:
    thanks = (Thanks(step=1, done_on=ago(0)), Thanks(step=2, skipped_on=ago(-1), why="moved"))
    seen = as_of(received(5, told_on=(ago(1), ago(-2)), thanks=thanks), Horizon(TODAY))
    assert seen is not None
    assert seen.told_on == (ago(1),)
    assert seen.thanks == thanks[:1]


@pytest.mark.parametrize("state", ["agreed", "lapsed", "made", "followed_up", "lost"])
def test_a_state_whose_day_has_come_is_kept_whatever_else_lies_ahead(state: str) -> None:
    days = {"agreed_on": ago(9), "made_on": ago(8), "followed_up_on": ago(7), "outcome_on": ago(6)}
    needed = {"made": 2, "followed_up": 3, "lost": 4}.get(state, 1)
    recorded = dict(list(days.items())[:needed])
    seen = as_of(received(8, state=state, told_on=(ago(-1),), **{"made_on": None, **recorded}), Horizon(TODAY))
    assert seen is not None
    assert (seen.state, seen.told_on) == (state, ())


def test_deadlines_stay_wherever_they_lie() -> None:
    assert as_of(agreed(1, confirm_by=ago(-30), made_on=ago(-1)), Horizon(TODAY)) == agreed(1, confirm_by=ago(-30))


def test_an_ask_was_planned_until_it_was_put() -> None:
    ask = Ask(id="a", person="p", state="declined", asked_on=ago(1), occasion_on=ago(3))
    assert ask_as_of(ask, Horizon(ago(1))) is ask
    assert ask_as_of(ask, Horizon(ago(2))) == Ask(id="a", person="p", state="planned", occasion_on=ago(3))
    draft = Ask(id="a", person="p")
    assert ask_as_of(draft, Horizon(ago(2))) is draft


def test_a_task_was_open_until_it_was_done() -> None:
    task = Task(id="t", title="Do it", due=ago(9), done_on=ago(1))
    assert task_as_of(task, Horizon(ago(1))) is task
    assert task_as_of(task, Horizon(ago(2))) == Task(id="t", title="Do it", due=ago(9))


def test_a_note_was_at_hand_until_it_was_posted() -> None:
    note = Note(id="n", person="p", state="posted", posted_on=ago(1))
    assert note_as_of(note, Horizon(ago(1))) is note
    assert note_as_of(note, Horizon(ago(2))) == Note(id="n", person="p", state="written")
