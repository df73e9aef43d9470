"""Where the user's data, choices and passing things lie on this system."""

import os
from pathlib import Path


def default_book() -> Path:
    """The book that is used when nobody names one: ``book.refdesk`` in the user's data folder."""
    # Imported here because a command that is told its book need not ask the system for folders.
    from platformdirs import user_data_path

    return user_data_path("RefDesk", appauthor=False) / "book.refdesk"


def sample_book() -> Path:
    """The sample that the window shows to whoever wants to look around first, beside the user's own book."""
    return default_book().with_name("sample.refdesk")


def error_log() -> Path:
    """Where the window notes errors of its own, beside the user's book; it names nobody."""
    return default_book().with_name("errors.log")


def preferences_file() -> Path:
    """What the user chose about the window."""
    return config_folder() / "refdesk" / "window.ini"


def config_folder() -> Path:
    """Where programs keep what the user chose, the autostart entries among it."""
    from platformdirs import user_config_path

    return user_config_path()


def runtime_folder() -> Path:
    """The user's own folder for what lives as long as their session; their cache where the system gives none."""
    if given := os.environ.get("XDG_RUNTIME_DIR"):
        return Path(given)
    from platformdirs import user_cache_path

    return user_cache_path()
