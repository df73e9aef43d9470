"""Starting at login on Linux: a desktop entry in the autostart folder (XDG Desktop Application Autostart)."""

import re
from collections.abc import Sequence
from pathlib import Path

_RESERVED = re.compile(r"[\s\"'\\><~|&;$*?#()`]")


class DesktopEntry:
    """The file ``refdesk.desktop`` in a folder such as ``~/.config/autostart``."""

    def __init__(self, folder: Path) -> None:
        """Touch nothing yet."""
        self.path = folder / "refdesk.desktop"

    def is_on(self) -> bool:
        """Whether the entry is there and has not been switched off by another program, which marks it hidden."""
        try:
            lines = self.path.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return False
        return "Hidden=true" not in lines and "X-GNOME-Autostart-enabled=false" not in lines

    def turn_on(self, command: Sequence[str]) -> None:
        """Write the entry."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        line = " ".join(quoted(word) for word in command)
        self.path.write_text(
            "[Desktop Entry]\nType=Application\nName=RefDesk\nComment=Reminders of what you owe to whom\n"
            f"Exec={line}\nIcon=refdesk\nTerminal=false\nX-GNOME-Autostart-enabled=true\n",
            encoding="utf-8",
        )

    def turn_off(self) -> None:
        """Remove the entry."""
        self.path.unlink(missing_ok=True)


def quoted(word: str) -> str:
    """A word of a command as the Exec key has it (Desktop Entry Specification, "The Exec key")."""
    word = word.replace("%", "%%")
    if word and not _RESERVED.search(word):
        return word
    # Once for the quotes of Exec, and once more because every value escapes its backslashes.
    inner = re.sub(r'(["`$\\])', r"\\\1", word).replace("\\", "\\\\")
    return f'"{inner}"'
