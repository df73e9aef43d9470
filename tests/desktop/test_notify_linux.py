"""Notices as they go over a real session bus, the answers that come back, and every way in which nobody is there."""

import select
from collections.abc import Iterator

import pytest

from refdesk.desktop.notify import FirstThatWorks, system_notifier
from refdesk.desktop.notify_linux import LinuxNotifier
from refdesk.desktop.notify_null import NullNotifier
from refdesk.reminders.ports import Notice
from tests.end_to_end.bus import FakeServer, session_bus

NOTICE = Notice("task:t", "Call Ana", "You set this yourself.", (("done", "Done"), ("open", "Open")))
PAYLOADS = [
    "<b>bold</b>",
    '<img src="file:///etc/passwd">',
    "<a href='http://127.0.0.1/'>here</a>",
    "Tom & Jerry",
    "&lt;",
    "]]>",
    "a < b > c",
]


@pytest.fixture
def answers() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def notifier(answers: list[tuple[str, str]]) -> Iterator[LinuxNotifier]:
    made = LinuxNotifier()
    made.answered = lambda key, action: answers.append((key, action))
    yield made
    made.close()


def wait(notifier: LinuxNotifier) -> None:
    """What a window does: wait until the socket is readable, then take in what came."""
    number = notifier.fileno()
    assert number is not None
    assert select.select([number], [], [], 10)[0]
    notifier.process_incoming()


def test_a_notice_goes_out_whole(server: FakeServer, notifier: LinuxNotifier) -> None:
    assert notifier.send(NOTICE)
    shown = server.next()
    assert (shown.app, shown.title, shown.body, shown.replaces) == ("RefDesk", NOTICE.title, NOTICE.body, 0)
    assert shown.buttons == {"done": "Done", "open": "Open", "default": "Open"}
    assert shown.hints == {"urgency": ("y", 1), "desktop-entry": ("s", "refdesk")}


@pytest.mark.parametrize(("pressed", "told"), [("done", "done"), ("open", "open"), ("default", "open")])
def test_an_answer_comes_back(
    server: FakeServer, notifier: LinuxNotifier, answers: list[tuple[str, str]], pressed: str, told: str
) -> None:
    notifier.send(NOTICE)
    server.answer(server.next(), pressed)
    wait(notifier)
    assert answers == [("task:t", told)]


def test_answers_are_told_only_when_asked_for(
    server: FakeServer, notifier: LinuxNotifier, answers: list[tuple[str, str]]
) -> None:
    """So that none is acted upon in the middle of a look."""
    notifier.send(NOTICE)
    server.answer(server.next(), "done")
    notifier.send(Notice("task:other", "Other", ""))
    assert answers == []
    notifier.process_incoming()
    assert answers == [("task:t", "done")]


def test_the_same_row_takes_the_place_of_its_notice(
    server: FakeServer, notifier: LinuxNotifier, answers: list[tuple[str, str]]
) -> None:
    notifier.send(NOTICE)
    first = server.next()
    notifier.send(NOTICE)
    assert server.next().replaces == first.id
    notifier.send(Notice("task:other", "Other", ""))
    assert server.next().replaces == 0
    server.answer(first, "done")
    wait(notifier)
    assert answers == [("task:t", "done")]


def test_a_notice_that_was_closed_has_no_answers(
    server: FakeServer, notifier: LinuxNotifier, answers: list[tuple[str, str]]
) -> None:
    notifier.send(NOTICE)
    shown = server.next()
    server.signal(shown.sender, "NotificationClosed", "uu", shown.id, 2)
    server.answer(shown, "done")
    server.signal(shown.sender, "NotificationClosed", "uu", 4_000_000_000, 2)
    wait(notifier)
    notifier.process_incoming()
    notifier.send(NOTICE)
    assert server.next().replaces == 0
    assert answers == []


def test_signals_of_another_shape_or_about_others_mean_nothing(
    server: FakeServer, notifier: LinuxNotifier, answers: list[tuple[str, str]]
) -> None:
    notifier.send(NOTICE)
    shown = server.next()
    server.answer(shown, "done", id_=shown.id + 7)
    server.signal(shown.sender, "ActionInvoked", "s", "done")
    server.signal(shown.sender, "ActivationToken", "us", shown.id, "done")
    server.answer(shown, "open")
    for _ in range(100):
        wait(notifier)
        if answers:
            break
    assert answers == [("task:t", "open")]


def test_nobody_but_the_server_can_answer(
    bus: str, server: FakeServer, notifier: LinuxNotifier, answers: list[tuple[str, str]]
) -> None:
    notifier.send(NOTICE)
    shown = server.next()
    server.stop()
    stranger = FakeServer(bus, "actions")
    stranger.answer(shown, "done")
    wait(notifier)
    stranger.stop()
    assert answers == []


@pytest.mark.parametrize("text", PAYLOADS)
def test_markup_is_escaped_where_the_server_reads_markup(
    server: FakeServer, notifier: LinuxNotifier, text: str
) -> None:
    notifier.send(Notice("k", text, text))
    shown = server.next()
    assert shown.title == text  # a title is plain text by the specification
    assert "<" not in shown.body
    assert shown.body == text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@pytest.mark.parametrize("text", PAYLOADS)
def test_text_stays_as_it_is_where_the_server_reads_none(bus: str, notifier: LinuxNotifier, text: str) -> None:
    plain = FakeServer(bus, "actions", "body")
    notifier.send(Notice("k", text, text))
    assert plain.next().body == text
    plain.stop()


@pytest.mark.parametrize("text", ["a\0b", "half \ud83d", "x" * 100_000])
def test_text_that_no_bus_carries_does_not_stop_a_notice(
    server: FakeServer, notifier: LinuxNotifier, text: str
) -> None:
    assert notifier.send(Notice("k", text, text))
    assert 0 < len(server.next().body) <= 400


def test_no_actions_are_sent_to_a_server_without_them(bus: str, notifier: LinuxNotifier) -> None:
    plain = FakeServer(bus, "body")
    assert notifier.send(NOTICE)
    assert plain.next().actions == ()
    assert notifier.capabilities == {"body"}
    plain.stop()


def test_without_a_bus_nothing_is_shown(notifier: LinuxNotifier) -> None:
    assert not notifier.send(NOTICE)
    assert notifier.fileno() is None
    assert notifier.capabilities == frozenset()
    notifier.process_incoming()


@pytest.mark.parametrize("address", ["unix:path=/nowhere/at/all", "tcp:host=localhost,port=9", "nonsense", ""])
def test_a_bus_that_cannot_be_reached_is_none(
    notifier: LinuxNotifier, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert not notifier.send(NOTICE)


@pytest.mark.usefixtures("bus")
def test_without_a_server_nothing_is_shown(notifier: LinuxNotifier) -> None:
    assert not notifier.send(NOTICE)
    assert notifier.fileno() is not None


def test_a_server_that_comes_late_is_found(bus: str, notifier: LinuxNotifier) -> None:
    assert not notifier.send(NOTICE)
    late = FakeServer(bus, "actions")
    assert notifier.send(NOTICE)
    late.stop()


def test_a_server_that_fails_shows_nothing(server: FakeServer, notifier: LinuxNotifier) -> None:
    assert notifier.send(NOTICE)
    server.mode = "broken"
    assert not notifier.send(NOTICE)
    server.mode = "works"
    assert notifier.send(NOTICE)


def test_what_a_server_took_and_did_not_acknowledge_is_not_sent_twice(
    server: FakeServer, notifier: LinuxNotifier
) -> None:
    server.mode = "silent"
    assert notifier.send(NOTICE)


def test_a_bus_that_goes_away_is_left_and_another_found(
    notifier: LinuxNotifier, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for _ in range(2):
        with session_bus(tmp_path_factory.mktemp("b")) as address:
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
            server = FakeServer(address, "actions")
            notifier.process_incoming()
            assert notifier.send(NOTICE)
            server.stop()
    notifier.process_incoming()
    assert not notifier.send(NOTICE)


def test_a_server_that_hangs_from_the_start_is_sent_nothing(server: FakeServer, notifier: LinuxNotifier) -> None:
    server.mode = "hung"
    assert not notifier.send(NOTICE)
    server.mode = "works"
    assert notifier.send(NOTICE)
    server.next()
    assert server.shown.empty()


def test_a_bus_that_went_away_unnoticed_shows_nothing(
    notifier: LinuxNotifier, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with session_bus(tmp_path_factory.mktemp("b")) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        server = FakeServer(address, "actions")
        assert notifier.send(NOTICE)
        server.stop()
    assert not notifier.send(NOTICE)
    assert notifier.fileno() is None


def test_the_null_notifier_shows_nothing_and_never_fails() -> None:
    null = NullNotifier()
    null.answered("task:t", "done")
    null.process_incoming()
    assert not null.send(NOTICE)
    assert (null.fileno(), null.capabilities) == (None, frozenset())
    null.close()


@pytest.mark.parametrize(
    ("system", "kind"), [("linux", LinuxNotifier), ("darwin", NullNotifier), ("win32", NullNotifier)]
)
def test_every_system_has_a_notifier(system: str, kind: type) -> None:
    assert type(system_notifier(system)) is kind


def test_a_notice_goes_out_by_the_first_way_that_works(
    server: FakeServer, notifier: LinuxNotifier, answers: list[tuple[str, str]]
) -> None:
    both = FirstThatWorks([NullNotifier(), notifier])
    both.answered = notifier.answered
    assert both.send(NOTICE)
    assert both.capabilities == {"actions", "body", "body-markup"}
    assert both.fileno() == notifier.fileno()
    server.answer(server.next(), "done")
    select.select([notifier.fileno()], [], [], 10)
    both.process_incoming()
    assert answers == [("task:t", "done")]
    both.close()


def test_where_no_way_works_nothing_is_shown() -> None:
    nothing = FirstThatWorks([NullNotifier()])
    assert not nothing.send(NOTICE)
    assert (nothing.fileno(), nothing.capabilities) == (None, frozenset())
