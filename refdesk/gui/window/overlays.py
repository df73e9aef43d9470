"""What lies over the window for a moment, made when it is wanted: the log line, the palette, the composer of an ask."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from refdesk.domain.errors import KnownError
from refdesk.gui.navigation import LogRequest
from refdesk.gui.view import Tools
from refdesk.gui.window.commands import Command

if TYPE_CHECKING:
    from refdesk.gui.log.overlay import LogOverlay
    from refdesk.gui.palette.palette import Palette


class Overlays:
    """One of each, over the same content."""

    def __init__(self, tools: Tools, content: QWidget) -> None:
        self._tools = tools
        self._content = content
        self.log: LogOverlay | None = None
        self.palette: Palette | None = None
        tools.navigation.ask_requested.connect(self.open_ask)

    def open_log(self, request: LogRequest) -> None:
        """Open the log line as it is asked for."""
        from refdesk.gui.log.overlay import LogOverlay

        if self.log is None:
            self.log = LogOverlay(self._tools, self._content)
        self.log.open(request)

    def open_palette(self, commands: Sequence[Command], person: str) -> None:
        """Open the palette with what can be done, beginning with whom the view shows (an id, or empty)."""
        from refdesk.gui.palette.palette import Palette

        if self.palette is None:
            self.palette = Palette(self._tools, self._content, commands)
        self.palette.open(person)

    def open_ask(self, person: str) -> None:
        """Open the composer for somebody (an id); it goes when it is closed. Who is not to be asked is refused."""
        from refdesk.gui.composer.dialog import Composer
        from refdesk.services.asking import prepare

        session = self._tools.session
        if not person:
            session.noted.emit("Choose whom to ask first.")
            return
        try:
            preparing = prepare(session.desk(), person)
        except KnownError as error:
            session.refused.emit(str(error))
            return
        self.close()
        Composer(self._tools, preparing, self._content.window()).open()

    def close(self) -> None:
        """Take away whatever is there."""
        for overlay in (self.log, self.palette):
            if overlay is not None:
                overlay.close_overlay()
