"""The one next step with somebody: each does what it says, and nobody is asked who must not be."""

from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from refdesk.domain.records import Ask, Entry, Later
from refdesk.gui.navigation import Place
from refdesk.gui.ready.steps import plan_meeting
from refdesk.services.log_preview import Draft, preview
from refdesk.services.timeline import log_entry
from refdesk.services.today import today
from refdesk.storage.records import each, get
from tests.gui.ready.town import Shown, button, press, put, words
from tests.storage.desks import TODAY, add, ago


def test_a_prepares_the_ask_only_of_somebody_ready(town: Shown) -> None:
    press(town, "A")
    button(town, "Prepare the ask").click()
    assert town.seen.asks == ["tomasz", "tomasz"]
    town.go_to("Leilani Kahale")
    press(town, "A")
    assert town.seen.refused == ["Leilani isn’t ready to be asked. Reconnect with Leilani, just to say hello."]
    assert len(town.seen.asks) == 2


def test_who_is_not_ready_can_be_asked_anyway(town: Shown) -> None:
    town.go_to("Leilani Kahale")
    said = "You can still prepare an ask. RefDesk will note that one gate was open, and why you ask now."
    assert said in words(town.view.detail)
    button(town, "Prepare anyway").click()
    town.go_to("Hana Novotna")
    assert any("will note that it was early" in line for line in words(town.view.detail))
    assert town.seen.asks == ["leilani"]


def test_nobody_who_is_never_to_be_asked_can_be_asked_from_here(town: Shown) -> None:
    press(town, "end")
    press(town, "enter")
    assert town.titles()[-2:] == ["Don’t ask", "Owen Pritchard"]
    assert town.name() == "owen"
    assert "You chose never to ask Owen. He asked me not to." in words(town.view.detail)
    press(town, "A")
    assert town.seen.refused == ["Owen isn’t ready to be asked. Don't ask Owen: that was your choice."]
    button(town, "Change this").click()
    assert (town.seen.logs, town.seen.places) == ([], [Place("contacts", "owen", "do_not_ask")])
    assert not town.view.detail.anyway.isVisible()
    assert town.seen.asks == []


def test_a_plan_with_them_is_the_occasion(town: Shown) -> None:
    lunch = Entry(id="l", on=ago(-2), kind="meeting", people=("yusuf",), summary="Lunch, to catch up")
    town.view.session.do(lambda desk: log_entry(desk, lunch)[1])
    town.go_to("Yusuf Demir")
    assert "Lunch on Friday is a natural moment." in words(town.view.detail)
    button(town, "Open the plan").click()
    assert town.seen.places == [Place("timeline", "l")]
    press(town, "A")
    assert town.seen.asks == ["yusuf"]


def test_s_hides_the_proposal_and_not_the_state(town: Shown) -> None:
    session = town.view.session
    assert "Prepare to ask Yusuf Demir" in [each.title for each in today(session.desk()).proposals]
    town.go_to("Yusuf Demir")
    press(town, "S")
    assert town.seen.said == ["Yusuf Demir put off until 2 December."]
    assert "Prepare to ask Yusuf Demir" not in [each.title for each in today(session.desk()).proposals]
    assert town.titles()[2] == "Yusuf Demir"
    assert town.view.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole).endswith("Put off until 2 December.")
    press(town, "S")
    assert list(each(session.book, Later)) == []
    session.undo()
    assert len(list(each(session.book, Later))) == 1


def test_spoke_today_logs_a_call_and_moves_them_on(town: Shown) -> None:
    town.go_to("Leilani Kahale")
    button(town, "Spoke today").click()
    assert town.seen.said == ["Call with Leilani Kahale logged."]
    assert "Reconnect first" not in town.titles()
    assert town.name() == "leilani"
    assert "One step away. Give Leilani something of value." in words(town.view.detail)


def test_a_hold_says_its_day_and_reminds_then(town: Shown) -> None:
    town.go_to("Hana Novotna")
    assert "On hold until Friday." in words(town.view.detail)
    town.view.act_primary()
    assert town.seen.said == ["Task “Is it time to ask Hana Novotna?” added."]
    assert town.view.detail.primary() is None


def test_an_open_ask_takes_its_answer(town: Shown) -> None:
    put(town, Ask(id="a", person="yusuf", state="asked", asked_on=ago(20), target_person="piotr"))
    town.go_to("Yusuf Demir")
    button(town, "Record the answer").click()
    menu = next(each for each in town.view.findChildren(QMenu) if each.isVisible())
    assert [action.text() for action in menu.actions()] == [
        "They agreed",
        "Not this time",
        "Later: ask again on 2 December",
        "Later: ask again on 16 February 2027",
    ]
    menu.actions()[0].trigger()
    menu.close()
    ask = get(town.view.session.book, Ask, "a")
    assert ask is not None
    assert ask.state == "agreed"
    assert any("Thank Yusuf first, before it happens." in text for text in words(town.view.detail))
    town.view.act_primary()
    (place,) = town.seen.places
    assert place.view == "today"
    assert place.id.endswith(":thank_you:1")


def test_a_complaint_is_marked_resolved(town: Shown) -> None:
    put(town, Entry(id="c", on=ago(3), kind="call", people=("yusuf",), marks=("complaint",)))
    assert "Show 2 people" in town.titles()
    town.view.show_record("yusuf")
    button(town, "Mark it resolved").click()
    entry = get(town.view.session.book, Entry, "c")
    assert entry is not None
    assert entry.resolved_on == TODAY


def test_what_the_line_begins_with_is_a_plan_with_this_very_person(town: Shown) -> None:
    desk = town.view.session.desk()
    add(desk, "Tomasz Wieczorek", id="namesake")
    request = plan_meeting("Tomasz Wieczorek", "tomasz")
    read = preview(desk, Draft(text=request.text, people=request.people), time(12))
    assert (read.line.kind, read.line.planned) == ("meeting", True)
    assert [named.key for named in read.people] == ["tomasz"]
