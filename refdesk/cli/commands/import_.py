"""Bring people in from vCard, CSV or RefDesk JSON files: one import, which can be taken back as a whole."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import get_args

from refdesk.cli.context import Context
from refdesk.cli.words import DONE, REFUSED, complain, whole_number
from refdesk.domain.words import Role, Trust
from refdesk.services.imports.contacts import ForAll
from refdesk.services.imports.files import Format
from refdesk.services.imports.report import Problem, Report
from refdesk.services.imports.run import import_files


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument(
        "--format", choices=get_args(Format), default="auto", help="what the files are; told by looking"
    )
    parser.add_argument(
        "--map", action="append", default=[], type=_mapped, metavar='"COLUMN=FIELD"', help="what a CSV column holds"
    )
    parser.add_argument("--dry-run", action="store_true", help="report, and write nothing")
    everybody = parser.add_argument_group("for everybody in the files")
    everybody.add_argument("--role", action="append", default=[], choices=get_args(Role))
    everybody.add_argument("--tag", action="append", default=[])
    everybody.add_argument("--cadence", type=whole_number(1), metavar="DAYS", help="how often you like to speak")
    everybody.add_argument("--trust", choices=get_args(Trust), default="unknown")


def run(context: Context, asked: argparse.Namespace) -> int:
    """Do it."""
    for_all = ForAll(roles=tuple(asked.role), tags=tuple(asked.tag), cadence_days=asked.cadence, trust=asked.trust)
    with context.desk() as desk:
        report = import_files(
            desk,
            asked.files,
            format_=asked.format,
            mapping=dict(asked.map),
            for_all=for_all,
            dry_run=asked.dry_run,
        )
    context.show(_plain(report), _told(report, rehearsed=asked.dry_run))
    if not context.json:
        for warning in report.warnings:
            complain(warning)
        for problem in report.problems:
            complain(_line(problem))
    return REFUSED if report.failed or report.skipped else DONE


def _plain(report: Report) -> dict[str, object]:
    return {
        "import": report.id,
        "read": report.read,
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "skipped": report.skipped,
        "problems": [asdict(problem) for problem in report.problems],
        "warnings": report.warnings,
    }


def _told(report: Report, *, rehearsed: bool) -> str:
    read = f"{report.read} read: {report.sentence()}"
    if rehearsed:
        return f"{read} Nothing was written."
    return f"{read} Take it back with: refdesk undo {report.id}" if report.id else f"{read} Nothing to take back."


def _line(problem: Problem) -> str:
    place = f"{problem.file}, line {problem.line}" if problem.line else problem.file
    record = f" {problem.record}:" if problem.record else ""
    return f"{place}:{record} {problem.why} ({problem.outcome})"


def _mapped(text: str) -> tuple[str, str]:
    column, equals, field = text.rpartition("=")
    if not equals or not column or not field:
        raise argparse.ArgumentTypeError(f"“{text}” is not of the form COLUMN=FIELD")
    return column.strip(), field.strip()
