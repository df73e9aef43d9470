"""Rules that look beyond one record: at the day of recording, at the book's referrals, at the policy."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from refdesk.domain.policy import Policy
from refdesk.domain.records import (
    Ask,
    Entry,
    Me,
    Note,
    Partner,
    Project,
    ProjectPerson,
    Promise,
    Referral,
    Task,
    Thanks,
)
from refdesk.domain.rules import future_dates, missing_referral, over_limit
from refdesk.domain.words import AskState

TODAY = date(2026, 3, 2)
TOMORROW = TODAY + timedelta(days=1)


def happened_on(day: date) -> list[tuple[object, list[str]]]:
    """Records in which everything happened on one day, with the fields that say so."""
    entry = Entry(id="e1", on=day, kind="call", people=("ana",), marks=("complaint",), resolved_on=day)
    ask = Ask(id="a1", person="ana", state="agreed", asked_on=day, answered_on=day)
    thanks = (Thanks(step=1, done_on=day), Thanks(step=2, skipped_on=day, why="none"), Thanks(step=3, done_on=day))
    referral = Referral(
        id="r1",
        champion="ana",
        state="won",
        agreed_on=day,
        made_on=day,
        followed_up_on=day,
        told_on=(TODAY, day),
        outcome_on=day,
        thanks=thanks,
    )
    steps = ["agreed_on", "made_on", "followed_up_on", "told_on[1]", "outcome_on"]
    promised = (Promise(by="me", what="a name"), Promise(by="them", what="two names", done_on=day))
    return [
        (entry, ["resolved_on"]),
        (ask, ["asked_on", "answered_on"]),
        (referral, [*steps, "thanks[0].done_on", "thanks[2].done_on"]),
        (Note(id="n1", person="ana", posted_on=day), ["posted_on"]),
        (Task(id="t1", title="Call", due=day, done_on=day), ["done_on"]),
        (Partner(id="x", person="ana", promised=promised), ["promised[1].done_on"]),
    ]


@pytest.mark.parametrize(("record", "fields"), happened_on(TOMORROW))
def test_nothing_has_happened_after_the_day_of_recording(record: object, fields: list[str]) -> None:
    broken = future_dates(record, TODAY)
    assert [each.field for each in broken] == fields
    assert {each.why for each in broken} == {"This lies after the day of recording, so it cannot have happened yet."}


@pytest.mark.parametrize(("record", "_fields"), happened_on(TODAY))
def test_what_happened_today_is_past_enough(record: object, _fields: list[str]) -> None:
    assert future_dates(record, TODAY) == ()


def test_deadlines_and_plans_may_lie_anywhere() -> None:
    for record in (
        Ask(id="a1", person="ana", confirm_by=TOMORROW, later_until=TOMORROW, occasion_on=TOMORROW),
        Referral(id="r1", champion="ana", confirm_by=TOMORROW),
        Note(id="n1", person="ana", due=TOMORROW),
        Entry(id="e1", on=TOMORROW, kind="meeting", people=("ana",), planned=True),
        Me(),
    ):
        assert future_dates(record, TODAY) == ()


def test_an_ask_that_was_agreed_to_has_its_referral() -> None:
    ask = Ask(id="a1", person="ana", state="agreed", asked_on=TODAY)
    assert missing_referral(ask, {"a1"}) == ()
    assert [each.field for each in missing_referral(ask, {"a2", ""})] == ["state"]


@pytest.mark.parametrize("state", ["draft", "planned", "asked", "declined", "later"])
def test_any_other_ask_needs_none(state: AskState) -> None:
    assert missing_referral(Ask(id="a1", person="ana", state=state), set()) == ()


def test_a_project_looks_after_few_people() -> None:
    project = Project(id="p", name="Spring", people=tuple(ProjectPerson(person=f"p{n}") for n in range(12)))
    assert over_limit(project, Policy()) == ()
    larger = replace(project, people=(*project.people, ProjectPerson(person="p12")))
    assert [(each.field, each.why) for each in over_limit(larger, Policy())] == [
        ("people", "A project has at most 12 people.")
    ]
    assert over_limit(larger, Policy(project_limit=13)) == ()
