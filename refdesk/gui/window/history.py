"""Where the user has been, for back and forward."""

from refdesk.gui.navigation import Place

KEPT = 50


class History:
    """The places before and after the present one; going somewhere new drops those after."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    @property
    def present(self) -> Place | None:
        """Where the user is."""
        return self._places[self._at] if self._places else None

    def visit(self, place: Place) -> None:
        """Go somewhere; the same place twice counts once."""
        if place == self.present:
            return
        self._places = [*self._places[: self._at + 1], place][-KEPT:]
        self._at = len(self._places) - 1

    def amend(self, place: Place) -> None:
        """The present place has come to show something else, as when another row was chosen."""
        if self._places and self._places[self._at].view == place.view:
            self._places[self._at] = place

    def back(self) -> Place | None:
        """Go back; None where there is nothing behind."""
        return self._move(-1)

    def forward(self) -> Place | None:
        """Go forward; None where there is nothing ahead."""
        return self._move(1)

    def _move(self, step: int) -> Place | None:
        if not 0 <= self._at + step < len(self._places):
            return None
        self._at += step
        return self._places[self._at]
