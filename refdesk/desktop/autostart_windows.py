"""Starting at login on Windows: a value under the user's Run key."""

from collections.abc import Sequence
from importlib import import_module
from subprocess import list2cmdline
from typing import Any

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_NAME = "RefDesk"


class RunKey:
    """The value ``RefDesk`` under HKEY_CURRENT_USER."""

    def __init__(self) -> None:
        """Read and write nothing yet."""
        self._registry: Any = import_module("winreg")  # by name, because no other system has it to check against

    def is_on(self) -> bool:
        """Whether the value is there."""
        try:
            with self._key(self._registry.KEY_READ) as key:
                self._registry.QueryValueEx(key, _NAME)
        except FileNotFoundError:
            return False
        return True

    def turn_on(self, command: Sequence[str]) -> None:
        """Write the value."""
        with self._registry.CreateKey(self._registry.HKEY_CURRENT_USER, _RUN) as key:
            self._registry.SetValueEx(key, _NAME, 0, self._registry.REG_SZ, list2cmdline(command))

    def turn_off(self) -> None:
        """Remove the value."""
        try:
            with self._key(self._registry.KEY_SET_VALUE) as key:
                self._registry.DeleteValue(key, _NAME)
        except FileNotFoundError:
            return

    def _key(self, access: int) -> Any:
        return self._registry.OpenKey(self._registry.HKEY_CURRENT_USER, _RUN, 0, access)
