"""The contacts as their view shows them: the list, and a timeline of entries and of the steps of other records."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from refdesk.domain.person import Person
from refdesk.domain.records import Ask, Note, Referral, Thanks
from refdesk.services import contacts, people
from refdesk.services.contacts import PAGE, Order
from refdesk.services.desk import Desk
from refdesk.services.timeline_words import Happening
from tests.storage.desks import TODAY, add, ago, log


def listed(desk: Desk, order: Order = "name", text: str = "", *, archived: bool = False) -> list[tuple[str, list[str]]]:
    groups = contacts.list_contacts(desk, order, text, archived=archived)
    return [
        (group.title, [row.name for pk in group.people for row in contacts.contact_rows(desk, [pk])])
        for group in groups
    ]


def lines(desk: Desk, id_: str) -> list[str]:
    """A timeline as (days ago, title, labels)."""
    page = contacts.timeline(desk, desk.person(id_))
    return [
        " ".join((str((TODAY - h.on).days), h.title, *(f"[{label.words}]" for label in h.labels)))
        for h in page.happenings
    ]


def put(desk: Desk, *records: Any) -> None:
    with desk.act("Records.") as act:
        for record in records:
            act.put(desk.checked(record))


def test_the_list_has_a_head_for_each_letter_one_for_all_that_is_none_and_the_archive_on_demand(desk: Desk) -> None:
    for name in ("Zoe", "Érik", "Ed", "7 Seas", "42nd Street"):
        add(desk, name, id=name)
    people.archive_person(desk, "Ed")
    assert listed(desk) == [("#", ["42nd Street", "7 Seas"]), ("E", ["Érik"]), ("Z", ["Zoe"])]
    assert listed(desk, archived=True)[-1] == ("Archived", ["Ed"])
    assert listed(desk, "last_spoke") == [("Most recent first", ["42nd Street", "7 Seas", "Zoe", "Érik"])]
    assert listed(desk, "readiness") == [("Not yet", ["42nd Street", "7 Seas", "Zoe", "Érik"])]


def test_a_filter_leaves_the_archive_out_unless_it_is_shown(desk: Desk) -> None:
    add(desk, "Ana Ruiz", org="Harbour")
    add(desk, "Bo", about="Met through Ana")
    add(desk, "Anatol", id="anatol")
    people.archive_person(desk, "anatol")
    assert listed(desk, text="ana") == [("Found by name", ["Ana Ruiz"]), ("Found elsewhere", ["Bo"])]
    assert listed(desk, text="ana", archived=True)[0] == ("Found by name", ["Ana Ruiz", "Anatol"])
    assert listed(desk, text="zap") == []


def test_an_empty_book_lists_nobody(desk: Desk) -> None:
    orders: Sequence[Order] = ("name", "last_spoke", "readiness")
    assert [listed(desk, order, archived=True) for order in orders] == [[], [], []]


def test_a_received_referral_is_told_step_by_step_on_both_timelines(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    add(desk, "Bo Li")
    ask = Ask(
        id="a",
        person="ana",
        target_person="bo",
        level="introduction",
        action="Copy me",
        state="agreed",
        asked_on=ago(30),
    )
    referral = Referral(
        id="r",
        champion="ana",
        prospect="bo",
        ask="a",
        level="introduction",
        state="won",
        agreed_on=ago(30),
        made_on=ago(20),
        followed_up_on=ago(18),
        told_on=(ago(10),),
        outcome_on=ago(5),
        thanks=(
            Thanks(step=1, done_on=ago(29), by="call"),
            Thanks(step=2, skipped_on=ago(17), why="They knew already"),
        ),
    )
    put(desk, ask, referral)
    assert lines(desk, "ana") == [
        "5 Bo Li became a client",
        "10 Told how it stands with Bo Li",
        "17 Second thank-you for Bo Li [Skipped]",
        "18 You followed up with Bo Li",
        "20 Introduced you to Bo Li [Received]",
        "29 First thank-you for Bo Li by phone",
        "30 Agreed to introduce you to Bo Li",
        "30 Asked for an introduction [Agreed]",
    ]
    assert lines(desk, "bo") == [
        "5 Bo Li became a client",
        "18 You followed up",
        "20 Ana Ruiz introduced you",
        "30 You asked Ana Ruiz for an introduction [Agreed]",
    ]


def test_a_given_referral_is_told_on_both_timelines(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    add(desk, "Bo Li")
    put(
        desk,
        Referral(
            id="r", direction="given", to="ana", prospect="bo", level="introduction", state="made", agreed_on=ago(12),
            made_on=ago(9), told_on=(ago(2),),
        ),
    )  # fmt: skip
    assert lines(desk, "ana") == [
        "2 Said how it went with Bo Li",
        "9 You introduced Bo Li [Given]",
        "12 You offered to introduce Bo Li",
    ]
    assert lines(desk, "bo") == [
        "2 Said how it went with Ana Ruiz",
        "9 You introduced them to Ana Ruiz",
        "12 You offered to introduce them to Ana Ruiz",
    ]


def test_a_posted_note_stands_once_as_its_letter_or_as_itself(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    put(desk, Note(id="n", person="ana", occasion="birthday", state="posted", written_on=ago(4), posted_on=ago(4)))
    assert lines(desk, "ana") == ["4 Handwritten note posted"]
    log(desk, "ana", days=4, kind="letter", summary="A note by hand for their birthday")
    assert lines(desk, "ana") == ["4 Handwritten note posted"]


def test_an_entry_is_called_by_the_word_that_was_typed_and_bears_its_marks(desk: Desk) -> None:
    for name in ("Ana Ruiz", "Bo Li", "Cy Day"):
        add(desk, name)
    log(desk, "ana", "bo", "cy", kind="meeting", line="Lunch with Ana, Bo and Cy: spoke", place="Society Café", days=1)
    log(desk, "ana", kind="call", direction="in", days=2, marks=("received", "offered_help"))
    log(desk, "ana", kind="message", line="email Ana", days=3)
    log(desk, "ana", kind="meeting", days=4, marks=("complaint",), resolved_on=ago(1))
    log(desk, "ana", kind="milestone", days=5, marks=("delivered",), satisfaction="delighted")
    log(desk, "ana", kind="video", line="coffee with Ana", days=6)
    assert lines(desk, "ana") == [
        "1 Lunch with Bo Li and Cy Day, Society Café",
        "2 Call from Ana [Received] [Offered to help]",
        "3 Email to Ana",
        "4 Meeting [Complaint, put right]",
        "5 Milestone [Delivered] [Delighted]",
        "6 Video call",
    ]


def test_a_long_timeline_is_read_by_pages_that_leave_nothing_out_and_repeat_nothing(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    add(desk, "Bo Li")
    for number in range(2 * PAGE + 5):
        log(desk, "ana", days=number // 2, summary=str(number))
    put(desk, Referral(id="r", champion="ana", prospect="bo", state="made", made_on=ago(25), agreed_on=ago(60)))
    person, after = desk.person("ana"), None
    found: list[Happening] = []
    while True:
        page = contacts.timeline(desk, person, after)
        found += page.happenings
        after = page.next
        if after is None:
            break
    assert len(found) == len({h.key for h in found}) == 2 * PAGE + 5 + 2
    assert [h.on for h in found] == sorted((h.on for h in found), reverse=True)
    assert [h.on for h in found if h.entry is None] == [ago(25), ago(60)]


def test_a_page_reaches_to_the_entry_that_is_wanted(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    wanted = log(desk, "ana", days=300)
    for number in range(PAGE + 10):
        log(desk, "ana", days=number)
    person = desk.person("ana")
    page = contacts.timeline(desk, person, until_entry=wanted.id)
    assert page.happenings[-1].entry == wanted
    assert len(contacts.timeline(desk, person, until_entry="nobody's").happenings) == PAGE


def test_a_plan_stands_above_all_that_happened(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    log(desk, "ana", days=1)
    log(desk, "ana", on=TODAY + timedelta(days=8), kind="meeting")
    assert lines(desk, "ana") == ["-8 Meeting [Planned]", "1 Call"]


def test_the_head_of_a_page_has_the_photo_that_is_kept(desk: Desk) -> None:
    dot = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    people.add_person(desk, Person(id="ana", name="Ana", photo=dot))
    add(desk, "Bo")
    photo = contacts.contact(desk, "ana").photo
    assert photo is not None
    assert photo.startswith(b"GIF89a")
    assert contacts.contact(desk, "bo").photo is None
