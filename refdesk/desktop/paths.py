"""Where the user's data lies on this system."""

from pathlib import Path


def default_book() -> Path:
    """The book that is used when nobody names one: ``book.refdesk`` in the user's data folder."""
    # Imported here because a command that is told its book need not ask the system for folders.
    from platformdirs import user_data_path

    return user_data_path("RefDesk", appauthor=False) / "book.refdesk"
