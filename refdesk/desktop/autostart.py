"""Starting with the user's session: on, off, or not to be had, each system in its own way."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol


class Autostart(Protocol):
    """Whether RefDesk starts when its user logs in."""

    def is_on(self) -> bool:
        """Whether it does."""

    def turn_on(self, command: Sequence[str]) -> None:
        """Have this command run at login; OSError where the system does not let us."""

    def turn_off(self) -> None:
        """Have nothing run at login; a second time changes nothing."""


class NullAutostart:
    """A system in which nothing can be started at login."""

    def is_on(self) -> bool:
        """Never."""
        return False

    def turn_on(self, command: Sequence[str]) -> None:
        """Change nothing."""

    def turn_off(self) -> None:
        """Change nothing."""


class AtLogin:
    """Starting this very command with the user's session, as a switch."""

    def __init__(self, autostart: Autostart, command: Sequence[str]) -> None:
        """Touch nothing yet."""
        self._autostart = autostart
        self._command = tuple(command)

    def is_on(self) -> bool:
        """Whether it does."""
        return self._autostart.is_on()

    def turn_on(self) -> None:
        """Have it start; OSError where the system does not let us."""
        self._autostart.turn_on(self._command)

    def turn_off(self) -> None:
        """Have it not start."""
        self._autostart.turn_off()


def system_autostart(home: Path, config: Path, system: str = sys.platform) -> Autostart:
    """The way of this system, for the user with this home and this folder for configuration."""
    # Each is imported where it is used: a system's own modules exist on no other.
    if system == "linux":
        from refdesk.desktop.autostart_linux import DesktopEntry

        return DesktopEntry(config / "autostart")
    if system == "darwin":
        from refdesk.desktop.autostart_macos import LaunchAgent

        return LaunchAgent(home / "Library" / "LaunchAgents")
    if system == "win32":
        from refdesk.desktop.autostart_windows import RunKey

        return RunKey()
    return NullAutostart()
