"""One round of the first ten: who was picked and who was put off, kept so that a later start goes on with it."""

from collections.abc import Sequence

from refdesk.gui.preferences import Preferences
from refdesk.services import triage
from refdesk.services.desk import Desk

_PICKED, _PUT_OFF = "triage/picked", "triage/put_off"


class Round:
    """Who was answered about is read from the book: an undo brings them back."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self.picked = tuple(preferences.text_of(_PICKED).split())
        self._put_off = preferences.text_of(_PUT_OFF).split()

    def begin(self, ids: Sequence[str]) -> None:
        """Go through these people."""
        self.picked, self._put_off = tuple(ids), []
        self._keep()

    def end(self) -> None:
        """Have nobody left for a later start; `picked` stays for the outcome."""
        self._preferences.keep_text(_PICKED, "")
        self._preferences.keep_text(_PUT_OFF, "")

    def put_off(self, id_: str) -> None:
        """Leave somebody for another time."""
        self._put_off.append(id_)
        self._keep()

    def take_up(self, id_: str) -> None:
        """Come back to somebody who was put off."""
        if id_ in self._put_off:
            self._put_off.remove(id_)
            self._keep()

    def left(self, desk: Desk) -> tuple[str, ...]:
        """Who was neither answered about nor put off, in the order picked."""
        return tuple(id_ for id_ in triage.still_to_sort(desk, self.picked) if id_ not in self._put_off)

    def answered(self, desk: Desk) -> tuple[str, ...]:
        """Who was answered about."""
        waiting = triage.still_to_sort(desk, self.picked)
        return tuple(id_ for id_ in self.picked if id_ not in waiting)

    def _keep(self) -> None:
        self._preferences.keep_text(_PICKED, " ".join(self.picked))
        self._preferences.keep_text(_PUT_OFF, " ".join(self._put_off))
