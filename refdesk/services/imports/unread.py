"""What an import could not read, or read in part, as a text file for whoever wants to mend it."""

from pathlib import Path

from refdesk.domain.errors import RefusedError
from refdesk.services.imports.report import Problem, Report


def place_of(problem: Problem) -> str:
    """Where a record stands, such as ``people.csv, line 48, row 48``."""
    parts = (problem.file, f"line {problem.line}" if problem.line else "", problem.record)
    return ", ".join(filter(None, parts))


def save_unread(report: Report, path: Path) -> None:
    """Write what a report names as unread to a text file, one on each line.

    Raises:
        RefusedError: the file cannot be written.
    """
    lines = [f"{place_of(problem)}: {problem.why}" for problem in report.unread]
    try:
        path.write_text("\n".join([*lines, *report.warnings, ""]), encoding="utf-8")
    except OSError as error:
        why = (error.strerror or "no reason given").lower()
        raise RefusedError(f"The file {path.name} can't be written: {why}.") from error
