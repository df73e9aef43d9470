"""Starting at login on macOS: a property list among the user's LaunchAgents (launchd.plist)."""

import plistlib
from collections.abc import Sequence
from pathlib import Path

_LABEL = "app.refdesk.reminders"


class LaunchAgent:
    """The agent's file in a folder such as ``~/Library/LaunchAgents``; it takes effect at the next login."""

    def __init__(self, folder: Path) -> None:
        """Touch nothing yet."""
        self.path = folder / f"{_LABEL}.plist"

    def is_on(self) -> bool:
        """Whether the agent is there."""
        return self.path.exists()

    def turn_on(self, command: Sequence[str]) -> None:
        """Write the agent."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        agent = {
            "Label": _LABEL,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",
        }
        self.path.write_bytes(plistlib.dumps(agent))

    def turn_off(self) -> None:
        """Remove the agent."""
        self.path.unlink(missing_ok=True)
