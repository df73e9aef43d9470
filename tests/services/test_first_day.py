"""A new user with five hundred LinkedIn rows who answers about ten people knows on the first day whom to ask."""

from collections import Counter

from refdesk.domain.records import Profile
from refdesk.services.desk import Desk
from refdesk.services.first_ten import answer_first_ten
from refdesk.services.people import resolve
from refdesk.services.ready import everybody, ready, why
from refdesk.services.today import today
from tests.services.books import LINKEDIN, bring_in, fresh_desk, table
from tests.services.first_day import TEN, connections, name_of
from tests.storage.desks import TODAY

ROWS = connections(TODAY)


def take_in(desk: Desk, *, profile: bool = True) -> None:
    """The first day: the import, the profile of a good referral, ten people's answers."""
    report = bring_in(desk, table(desk, LINKEDIN, *ROWS))
    assert (report.created, report.skipped, report.problems) == (500, 0, [])
    if profile:
        with desk.act("A good referral.") as act:
            act.put(Profile(id="dentists", name="Dentists", tags=("Dentists",)))
    for picked in TEN:
        answer_first_ten(desk, resolve(desk, name_of(picked, ROWS)), picked.answers)


def test_there_are_people_ready_one_step_away_and_to_reconnect_on_the_first_day(desk: Desk) -> None:
    take_in(desk)
    found = everybody(desk).people
    states = {person.standing.name: person.standing.verdict.state for person in found}
    assert {name_of(picked, ROWS): states[name_of(picked, ROWS)] for picked in TEN} == {
        name_of(picked, ROWS): picked.state for picked in TEN
    }
    listed = ready(desk, ("ready", "almost", "reconnect"))
    assert (Counter(person.standing.verdict.state for person in listed.people), listed.to_sort) == (
        {"ready": 2, "almost": 2, "reconnect": 2},
        490,
    )
    assert all(person.next_step for person in listed.people if person.standing.verdict.state != "ready")


def test_everybody_else_is_one_row_to_sort_and_silent(desk: Desk) -> None:
    take_in(desk)
    found = today(desk)
    assert found.tasks == ()
    assert [row.kind for row in found.proposals] == ["sort", *["ready"] * 2, *["reconnect"] * 2]
    assert found.proposals[0].why == "490 people to sort."


def test_answers_are_dated_about_when_things_were(desk: Desk) -> None:
    take_in(desk)
    person, sentences = why(desk, resolve(desk, name_of(TEN[1], ROWS)))
    assert person.standing.verdict.level == "recommendation"
    assert sentences["relationship"] == "Last spoke about two weeks ago."
    assert sentences["understanding"].endswith("about a month ago.")


def test_without_a_profile_the_first_day_shows_who_is_one_step_away() -> None:
    with fresh_desk() as desk:
        take_in(desk, profile=False)
        states = Counter(person.standing.verdict.state for person in everybody(desk).people)
        assert states["ready"] == 0
        assert states["almost"] >= 3
