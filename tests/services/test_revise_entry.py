"""An entry that is changed in a form keeps what somebody else changed of it meanwhile."""

from dataclasses import replace

import pytest

from refdesk.domain.errors import RefusedError
from refdesk.domain.records import Entry
from refdesk.services import timeline
from refdesk.services.desk import Desk
from refdesk.storage.writing import Changes
from tests.storage.desks import add, log, titles


@pytest.fixture
def entry(desk: Desk) -> Entry:
    add(desk, "Ann Lee")
    add(desk, "Bob Ray")
    return log(desk, "ann", summary="Talked")


def test_only_what_was_changed_is_written(desk: Desk, entry: Entry) -> None:
    timeline.edit_entry(desk, replace(entry, place="Rossi", summary="Talked of boats"))
    timeline.revise_entry(desk, entry, replace(entry, people=("ann", "bob"), marks=("gave",)))
    now = desk.find(Entry, entry.id)
    assert (now.place, now.summary, now.people, now.marks) == ("Rossi", "Talked of boats", ("ann", "bob"), ("gave",))
    assert titles(desk.book)[-1] == "Entry with Ann Lee and Bob Ray changed."


def test_nothing_changed_is_no_act(desk: Desk, entry: Entry) -> None:
    before = titles(desk.book)
    assert timeline.revise_entry(desk, entry, entry) == Changes()
    assert titles(desk.book) == before


def test_one_that_is_gone_is_refused(desk: Desk, entry: Entry) -> None:
    timeline.delete_entry(desk, entry.id)
    with pytest.raises(RefusedError, match="There is no entry"):
        timeline.revise_entry(desk, entry, replace(entry, summary="x"))


def test_what_breaks_a_rule_is_refused(desk: Desk, entry: Entry) -> None:
    with pytest.raises(RefusedError, match="at least one person"):
        timeline.revise_entry(desk, entry, replace(entry, people=()))
