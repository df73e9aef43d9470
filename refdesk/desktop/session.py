"""What the user's session has: a display to open windows on, and the way in which this program is started in it."""

import os
import sys
from collections.abc import Sequence


def has_display(system: str = sys.platform) -> bool:
    """Whether there is a screen to open a window on; only systems with a choice of display servers can say no."""
    if system in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"))


def background_command() -> Sequence[str]:
    """How this very program is started without showing a window."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "refdesk"]
    return [*program, "--background"]
