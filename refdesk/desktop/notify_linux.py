"""Notifications on Linux, by the Desktop Notifications Specification over the session bus.

The connection stays open, because a server sends the answers to nobody but the sender. Nothing here raises for want
of a bus or a server: `LinuxNotifier.send` says False, and the next one tries anew.
"""

import html
from collections import deque

# The library is written without annotations.
from jeepney import (  # type: ignore[import-untyped]
    DBusAddress,
    DBusErrorResponse,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection  # type: ignore[import-untyped]

from refdesk.desktop.notify_null import NullNotifier
from refdesk.reminders.ports import Notice

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"

_SERVER = DBusAddress(PATH, bus_name=NAME, interface=NAME)
_REPLY_WITHIN = 1.0
"""Seconds. A server answers within milliseconds; one that hangs must not hang the window for long."""

_LONGEST = 400
"""Characters of a title or a body: more is cut off on every screen, and floods some servers."""

_NO_BUS = (KeyError, OSError, ValueError, RuntimeError, DBusErrorResponse)
"""What jeepney raises where there is no session bus, or none that lets us in; TimeoutError is an OSError."""


class LinuxNotifier(NullNotifier):
    """Shows notices through whatever server owns the bus name; connects when first needed."""

    def __init__(self) -> None:
        """Connect to nothing yet."""
        super().__init__()
        self._bus: DBusConnection | None = None
        self._signals: deque[Message] = deque()
        self._capabilities: frozenset[str] | None = None
        self._server = ""
        self._shown: dict[int, str] = {}

    @property
    def capabilities(self) -> frozenset[str]:
        """What the server says it can do; empty where there is none."""
        if self._capabilities is None:
            try:
                reply = self._call("GetCapabilities")
            except TimeoutError:
                reply = None
            if reply is not None:
                self._capabilities = frozenset(reply.body[0])
        return self._capabilities or frozenset()

    def send(self, notice: Notice) -> bool:
        """Show a notice, in the place of one of the same key that is on screen.

        One that a server has taken and not yet acknowledged counts as shown: it must not come twice.
        """
        capabilities = self.capabilities
        if self._capabilities is None:
            return False
        before = next((id_ for id_, key in self._shown.items() if key == notice.key), 0)
        try:
            reply = self._call("Notify", "susssasa{sv}i", _arguments(notice, before, capabilities))
        except TimeoutError:
            return True
        if reply is None:
            # The next server may be another, which can do other things.
            self._capabilities = None
            return False
        self._server = reply.header.fields.get(HeaderFields.sender, "")
        self._shown.pop(before, None)
        self._shown[reply.body[0]] = notice.key
        return True

    def process_incoming(self) -> None:
        """Tell ``answered`` of every answer that has come in."""
        while self._bus is not None:
            try:
                self._bus.recv_messages(timeout=0)
            except TimeoutError:
                break
            except (OSError, ValueError):
                self.close()
        while self._signals:
            self._take(self._signals.popleft())

    def fileno(self) -> int | None:
        """The bus connection's socket; None where there is no bus."""
        bus = self._connect()
        return bus.sock.fileno() if bus else None

    def close(self) -> None:
        """Leave the bus."""
        if self._bus is not None:
            self._bus.close()
        self._bus = None
        self._capabilities = None
        self._shown.clear()

    def _take(self, signal: Message) -> None:
        """Understand one signal of the server that showed our notices; others, and other shapes, mean nothing."""
        fields = signal.header.fields
        signature = {"ActionInvoked": "us", "NotificationClosed": "uu"}.get(fields.get(HeaderFields.member, ""))
        is_meant = fields.get(HeaderFields.sender) == self._server and signature is not None
        if not is_meant or fields.get(HeaderFields.signature) != signature:
            return
        if signature == "uu":
            self._shown.pop(signal.body[0], None)
        elif (key := self._shown.get(signal.body[0])) is not None:
            action = signal.body[1]
            self.answered(key, "open" if action == "default" else action)

    def _call(self, method: str, signature: str = "", arguments: tuple[object, ...] = ()) -> Message | None:
        """Call the server; None where there is none. TimeoutError where it takes too long."""
        bus = self._connect()
        if bus is None:
            return None
        call = new_method_call(_SERVER, method, signature or None, arguments)
        try:
            reply = bus.send_and_get_reply(call, timeout=_REPLY_WITHIN)
        except TimeoutError:
            raise
        except (OSError, ValueError):
            self.close()
            return None
        return reply if reply.header.message_type is MessageType.method_return else None

    def _connect(self) -> DBusConnection | None:
        if self._bus is None:
            try:
                bus = open_dbus_connection("SESSION")
                rule = MatchRule(type="signal", interface=NAME, path=PATH)
                bus.filter(rule, queue=self._signals)
                bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=_REPLY_WITHIN)
            except _NO_BUS:
                return None
            self._bus = bus
        return self._bus


def _arguments(notice: Notice, before: int, capabilities: frozenset[str]) -> tuple[object, ...]:
    """What ``Notify`` takes, for a server of these capabilities; ``before`` is the notification to replace, or 0."""
    body = _clean(notice.body)
    if "body-markup" in capabilities:
        body = html.escape(body, quote=False)
    actions = [word for action in notice.actions for word in action] if "actions" in capabilities else []
    if actions:
        actions += ["default", "Open"]  # a click on the notice itself; servers draw no button for it
    hints = {"urgency": ("y", 1), "desktop-entry": ("s", "refdesk")}
    return "RefDesk", before, "refdesk", _clean(notice.title), body, actions, hints, -1


def _clean(text: str) -> str:
    """Text that a bus carries: no NUL, no half of a character, not endless."""
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return short.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
