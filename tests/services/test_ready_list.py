"""Ready to ask for the screen: the same people as the list in full has, by groups, pages, filters; and "not now"."""

from datetime import timedelta
from pathlib import Path

import pytest

from refdesk.domain.person import Person
from refdesk.domain.records import Entry, Later
from refdesk.domain.words import STATES
from refdesk.services.demo import write_demo
from refdesk.services.desk import Desk
from refdesk.services.history import undo
from refdesk.services.ready import ready
from refdesk.services.ready_list import ROLE_FILTERS, again_now, filters, groups, next_plans, not_now, rows
from refdesk.services.tasks import snooze
from refdesk.services.today import today
from refdesk.storage.ready_list import Only
from refdesk.storage.records import each
from tests.services.ready_town import know_well, settle
from tests.storage.desks import TODAY, add, ago, desk_at, log, now

ALL = dict.fromkeys(STATES, 1_000)
EVERYBODY = Only()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample book."""
    path = tmp_path_factory.mktemp("demo") / "demo.refdesk"
    write_demo(path, now, TODAY, people=120)
    return path


def test_the_groups_hold_whom_the_whole_list_holds_in_its_order(demo: Path) -> None:
    with desk_at(demo) as desk:
        found = groups(desk, EVERYBODY, ALL)
        whole = ready(desk, STATES)
        assert found.to_sort == whole.to_sort > 0
        assert [id_ for group in found.groups for id_ in group.ids] == [p.standing.id for p in whole.people]
        assert all(group.count == len(group.ids) for group in found.groups)


def test_a_group_is_begun_or_closed_and_counted_in_full(demo: Path) -> None:
    with desk_at(demo) as desk:
        whole = {group.state: group for group in groups(desk, EVERYBODY, ALL).groups}
        some = {group.state: group for group in groups(desk, EVERYBODY, {"ready": 3}).groups}
    assert some.keys() == whole.keys()
    assert some["ready"].ids == whole["ready"].ids[:3]
    assert (some["ready"].count, some["nurture"].count) == (whole["ready"].count, whole["nurture"].count)
    assert some["nurture"].ids == ()


@pytest.mark.parametrize("only", [filter_.only for filter_ in ROLE_FILTERS[1:]] + [Only(tags=("panel", "chamber"))])
def test_the_list_can_be_kept_to_some(demo: Path, only: Only) -> None:
    with desk_at(demo) as desk:
        wanted = {
            person.id
            for person in each(desk.book, Person)
            if set(person.roles) & set(only.roles) or set(person.tags) & set(only.tags)
        }
        found = groups(desk, only, ALL)
        whole = [person.standing.id for person in ready(desk, STATES).people]
    assert [id_ for group in found.groups for id_ in group.ids] == [id_ for id_ in whole if id_ in wanted] != []
    assert all(group.count == len(group.ids) for group in found.groups)
    assert found.to_sort == 0


def test_rows_say_what_the_list_in_full_says(demo: Path) -> None:
    with desk_at(demo) as desk:
        whole = {person.standing.id: person for person in ready(desk, STATES).people}
        assert {row.readiness.standing.id: row.readiness for row in rows(desk, list(whole))} == whole
        assert rows(desk, ["nobody"]) == ()


def test_whoever_is_to_sort_is_counted_alone_whether_to_be_asked_or_never(desk: Desk) -> None:
    with desk.act("Imported.") as act:
        act.put_new([Person(id="a", name="A"), Person(id="b", name="B", do_not_ask=True), Person(id="c", name="C")])
    add(desk, "Owen Pritchard", do_not_ask=True)
    log(desk, "owen")
    found = groups(desk, EVERYBODY, ALL)
    assert [(group.state, group.count, group.ids) for group in found.groups] == [("do_not_ask", 1, ("owen",))]
    assert found.to_sort == 3


def test_every_tag_in_use_is_a_filter_once_however_it_is_spelt(desk: Desk) -> None:
    for number, tag in enumerate(("Panel", "panel ", "Éclair", "chamber")):
        add(desk, f"P{number}", id=f"p{number}", tags=(tag,))
    found = filters(desk)
    assert [each.words for each in found[:3]] == ["All contacts", "Clients", "Partners"]
    assert [each.words for each in found[3:]] == ["chamber", "Panel", "Éclair"]
    panel = groups(desk, found[4].only, ALL)
    assert sorted(panel.groups[0].ids) == ["p0", "p1"]


def test_not_now_hides_what_is_proposed_and_moves_nobody(desk: Desk) -> None:
    settle(desk)
    before = groups(desk, EVERYBODY, ALL)
    not_now(desk, "yusuf")
    assert groups(desk, EVERYBODY, ALL) == before
    proposed = {proposal.person for proposal in today(desk).proposals}
    assert ("yusuf" in proposed, "tomasz" in proposed) == (False, True)
    (row,) = rows(desk, ["yusuf"])
    assert row.put_off == TODAY + timedelta(days=14)
    later = Desk(desk.book, TODAY + timedelta(days=14))
    assert rows(later, ["yusuf"])[0].put_off is None
    undo(desk)
    assert rows(desk, ["yusuf"])[0].put_off is None


def test_again_now_takes_back_whatever_put_them_off(desk: Desk) -> None:
    know_well(desk, "Ana Ruiz")
    not_now(desk, "ana")
    snooze(desk, "person:ana:reconnect", TODAY + timedelta(days=30))
    snooze(desk, "person:ana:birthday", TODAY + timedelta(days=3))
    assert rows(desk, ["ana"])[0].put_off == TODAY + timedelta(days=30)
    again_now(desk, "ana")
    assert [later.key for later in each(desk.book, Later)] == ["person:ana:birthday"]
    assert again_now(desk, "ana").act is None


def test_the_next_plan_with_each_is_told(desk: Desk) -> None:
    for name in ("Ana Ruiz", "Bo Li", "Cy Young"):
        add(desk, name)
    log(desk, "ana", "bo", days=-9, kind="event", id="later")
    log(desk, "ana", days=-2, kind="meeting", id="soon")
    log(desk, "cy", days=-200, id="far")
    with desk.act("Past.") as act:
        act.put(Entry(id="past", on=ago(1), kind="call", people=("cy",), planned=True))
    assert {id_: plan.id for id_, plan in next_plans(desk, ["ana", "bo", "cy"]).items()} == {
        "ana": "soon",
        "bo": "later",
    }
