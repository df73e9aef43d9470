"""The ``refdesk`` program, also as ``python -m refdesk``: a command, or the window where none is named."""

import gc
from datetime import date
from pathlib import Path

from refdesk.cli import main


def run() -> None:
    """Run it; only the window loads the window system."""
    main.run(_open_window)


def _open_window(book: Path | None, day: date | None, background: bool) -> int:
    gc.disable()  # nothing that is made while starting can go yet; the program has times of its own for collecting
    from refdesk.app import open_window

    return open_window(book, day, background=background)


if __name__ == "__main__":
    run()
