"""The list of what is not as it should be in the files: where it stands, and why."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from refdesk.gui.theme.fonts import MEDIUM
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.delegate import RowDelegate
from refdesk.gui.widgets.list_model import Entry, ListModel
from refdesk.gui.widgets.list_view import ListView
from refdesk.gui.widgets.rows import Row, RowShape, SectionHead
from refdesk.services.imports.report import Lookalike, Problem, Report

PROBLEM_ROW = RowShape(padding=5, compact_padding=1, title_weight=MEDIUM, avatar=0)
MOST = 10_000
"""A file that is nothing but problems has as many as lines; who has read so many has seen enough."""


class ProblemList(ListView):
    """Grouped: who may be somebody known, what can't be read, what was read but for a part, and warnings."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "What to look at", RowDelegate(theme, PROBLEM_ROW), parent)
        self._rows: list[Row] = []
        self._model = ListModel(self._fetch, self)
        self.setModel(self._model)

    def show_report(self, report: Report) -> None:
        """Show what this report names; empty where there is nothing."""
        problems = report.problems[:MOST]
        maybe = [each for each in problems if isinstance(each, Lookalike)]
        unread = [each for each in problems if each.outcome == "skipped"]
        in_part = [each for each in problems if each.outcome != "skipped" and not isinstance(each, Lookalike)]
        several = len({problem.file for problem in problems}) > 1
        self._rows = []
        entries: list[Entry] = []
        for title, icon, found in (
            ("May be somebody you know; they come in as new", "users", maybe),
            ("Can’t be read", "circle-alert", unread),
            ("Come in, but for a part", "info", in_part),
        ):
            if found:
                entries += [SectionHead(title, len(found), icon), *(self._add(each, several) for each in found)]
        if report.warnings:
            warnings = [self._add(words, several) for words in report.warnings[:MOST]]
            entries += [SectionHead("Worth a look", len(warnings), "info"), *warnings]
        self._model.set_entries(entries)
        self.go_to_first()

    def is_empty(self) -> bool:
        """Whether there is nothing to look at."""
        return not self._rows

    def _add(self, what: Problem | str, several: bool) -> str:
        id_ = str(len(self._rows))
        if isinstance(what, str):
            self._rows.append(Row(id=id_, title=what, accessible=what))
            return id_
        line = f"Line {what.line:,}" if what.line else ""
        title = what.record[:1].upper() + what.record[1:] or what.file
        where = f"{what.file}: " if several and what.record else ""
        spoken = f"{title}. {line}. {what.why}" if line else f"{title}. {what.why}"
        self._rows.append(Row(id=id_, title=title, second=where + what.why, right=line, accessible=spoken))
        return id_

    def _fetch(self, ids: Sequence[str]) -> Sequence[Row]:
        return [self._rows[int(id_)] for id_ in ids]
