"""A session bus of a test's own, and a notification server on it that writes down every word it is sent."""

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from typing import Any

from jeepney import DBusAddress, HeaderFields, MessageType, message_bus, new_error, new_method_return, new_signal
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NAME = "org.freedesktop.Notifications"
OBJECT = DBusAddress("/org/freedesktop/Notifications", bus_name=NAME, interface=NAME)
PATIENCE = 40.0
"""Seconds to wait for what should take milliseconds, on a machine that is busy."""


@contextmanager
def session_bus(folder: Path) -> Iterator[str]:
    """A private dbus-daemon that starts no services; gives its address."""
    config = folder / "bus.conf"
    config.write_text(
        "<!DOCTYPE busconfig PUBLIC '-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN' "
        "'http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd'>\n"
        f"<busconfig><type>session</type><listen>unix:path={folder}/bus</listen>"
        '<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>'
        '<allow own="*"/></policy></busconfig>'
    )
    command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.wait(PATIENCE)
        daemon.stdout.close()


@dataclass(frozen=True, slots=True)
class Shown:
    """One call of Notify, as it came over the bus."""

    id: int
    app: str
    replaces: int
    title: str
    body: str
    actions: tuple[str, ...]
    sender: str
    hints: dict[str, Any] = field(default_factory=dict)

    @property
    def buttons(self) -> dict[str, str]:
        return dict(zip(self.actions[::2], self.actions[1::2], strict=True))


class FakeServer:
    """Owns the name of the notification server until it is stopped; answers what ``mode`` says."""

    def __init__(self, address: str, *capabilities: str) -> None:
        self.capabilities = capabilities
        self.mode = "works"
        self.shown: Queue[Shown] = Queue()
        self._count = 0
        self._bus: DBusConnection = open_dbus_connection(address)
        assert self._bus.send_and_get_reply(message_bus.RequestName(NAME)).body == (1,)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def next(self, within: float = PATIENCE) -> Shown:
        """The next notice; queue.Empty when none comes."""
        return self.shown.get(timeout=within)

    def answer(self, to: Shown, action: str, *, id_: int | None = None) -> None:
        """Let the user press a button of a notice: as dunst does it, the sender alone is told."""
        self.signal(to.sender, "ActionInvoked", "us", to.id if id_ is None else id_, action)

    def signal(self, to: str, name: str, signature: str, *body: object) -> None:
        signal = new_signal(OBJECT, name, signature, body)
        signal.header.fields[HeaderFields.destination] = to
        self._bus.send(signal)

    def stop(self) -> None:
        self._stop.set()
        self._thread.join(PATIENCE)
        self._bus.close()

    def _serve(self) -> None:
        while not self._stop.is_set():
            try:
                message = self._bus.receive(timeout=0.02)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._reply(message)

    def _reply(self, call: Any) -> None:
        method = call.header.fields[HeaderFields.member]
        if self.mode == "hung" or (self.mode == "silent" and method == "Notify"):
            return
        if self.mode == "broken":
            self._bus.send(new_error(call, f"{NAME}.Error", "s", ("out of order",)))
        elif method == "GetCapabilities":
            self._bus.send(new_method_return(call, "as", (list(self.capabilities),)))
        elif method == "Notify":
            self._count += 1
            app, replaces, _, title, body, actions, hints, _ = call.body
            id_ = replaces or self._count
            sender = call.header.fields[HeaderFields.sender]
            self.shown.put(Shown(id_, app, replaces, title, body, tuple(actions), sender, hints))
            self._bus.send(new_method_return(call, "u", (id_,)))
