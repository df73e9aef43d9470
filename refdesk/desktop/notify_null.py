"""The notifier of a system without notifications: nothing is shown, and Today stays the truth."""

from refdesk.reminders.ports import Answered, Notice


class NullNotifier:
    """Shows nothing."""

    answered: Answered

    def __init__(self) -> None:
        """Need nothing."""
        self.answered = _nobody

    @property
    def capabilities(self) -> frozenset[str]:
        """None."""
        return frozenset()

    def send(self, notice: Notice) -> bool:
        """Show nothing, and say so."""
        return False

    def process_incoming(self) -> None:
        """There are no answers to what was not shown."""

    def fileno(self) -> int | None:
        """There is nothing to watch."""
        return None

    def close(self) -> None:
        """Nothing is held."""


def _nobody(key: str, action: str) -> None:
    """Where answers go until somebody wants them."""
