"""Where the files that come with the program are, whether it is installed or run from its sources."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def resource(path: str) -> Path:
    """The file or folder at `path` below ``resources/``, given with forward slashes.

    A wheel carries the folder inside the package; beside the sources it stands next to it.
    Raises FileNotFoundError, naming the path, where neither has it: the installation is incomplete.
    """
    for home in (PACKAGE, PACKAGE.parent):
        found = home / "resources" / path
        if found.exists():
            return found
    raise FileNotFoundError(f"resources/{path}")
