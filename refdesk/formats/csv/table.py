"""The text of a CSV file to its rows, each with the line where it begins; what a broken quote costs is one line."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from refdesk.formats.incoming import MOST_RECORDS, Unread, UnreadableFileError

_DELIMITERS = ",;\t|"
_HEADER_WITHIN = 200
"""How many lines may stand before the header."""

_HEADER_LENGTH = 65_536
"""No header is longer than that, in characters."""

_CELL_LINES = 1_000
"""A quoted cell that goes on for longer was never closed."""

_PATIENCE = 100
"""After so many quotes that were never closed no cell of the file is taken to go on over lines any more."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row; ``line`` is where it begins, ``number`` its row in a spreadsheet, both from 1."""

    line: int
    number: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it, blank ones left out; ``broken`` are those that could not be read."""

    header: Row
    rows: list[Row]
    broken: list[Unread]


def split_lines(text: str) -> list[str]:
    """The lines of a text with their ends; only CR, LF and CRLF end one."""
    return list(io.StringIO(text, newline=""))


def find_table(lines: Sequence[str], is_header: Callable[[Sequence[str]], bool]) -> Table | None:
    """The table below the first line that ``is_header`` accepts under any delimiter (`docs/interchange.md`)."""
    for at, line in enumerate(lines[:_HEADER_WITHIN]):
        for delimiter in _DELIMITERS:
            header = _parse_line(line, delimiter)
            if is_header(header):
                rows, broken = _read_rows(lines, delimiter, at + 1)
                return Table(Row(at + 1, at + 1, header), rows, broken)
    return None


def guess_table(lines: Sequence[str]) -> Table | None:
    """The table whose header is the first row that is not blank; None where no row can be read.

    The delimiter is what a first line such as ``sep=;`` says, else the one that cuts that row into most cells.
    """
    at = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    if at == len(lines):
        return None
    said = lines[at].strip().strip('"')
    if said.startswith("sep=") and len(said) == len("sep=") + 1:
        delimiter, at = said[-1], at + 1
    else:
        delimiter = max(_DELIMITERS, key=lambda mark: len(_parse_line(lines[at], mark)))
    rows, broken = _read_rows(lines, delimiter, at)
    return Table(rows[0], rows[1:], broken) if rows else None


def _parse_line(line: str, delimiter: str) -> list[str]:
    """The cells of one line read for itself; none where it is too long."""
    if len(line) > _HEADER_LENGTH:
        return []
    return next(csv.reader([line], delimiter=delimiter), [])


def _read_rows(lines: Sequence[str], delimiter: str, start: int) -> tuple[list[Row], list[Unread]]:
    rows: list[Row] = []
    broken: list[Unread] = []
    at, number = start, start + 1
    while at < len(lines):
        if len(rows) + len(broken) > MOST_RECORDS:
            raise UnreadableFileError(
                f"The file has more than {MOST_RECORDS:,} rows, the most that can be read from one."
            )
        reach = _CELL_LINES if len(broken) < _PATIENCE else 1
        run = _Run(lines, delimiter, at, reach)
        for cells in run:
            if any(cells) and any(map(str.strip, cells)):
                rows.append(Row(run.begin + 1, number, cells))
                if len(rows) > MOST_RECORDS:
                    break
            number += 1
        at = run.begin
        if at < len(lines):
            mended = _mend(lines[at], delimiter)
            if isinstance(mended, str):
                broken.append(Unread(at + 1, f"row {number}", mended))
            else:
                rows.append(Row(at + 1, number, mended))
            at, number = at + 1, number + 1
    return rows, broken


def _mend(line: str, delimiter: str) -> list[str] | str:
    """The cells of a line with a quote out of place, or why it cannot be read.

    The empty second line is asked for only by a quote that is still open.
    """
    reader = csv.reader([line, ""], delimiter=delimiter)
    try:
        cells = next(reader)
    except csv.Error:
        return f"A cell is longer than {csv.field_size_limit():,} characters."
    return cells if reader.line_num == 1 else "The quote isn't closed."


class _Run:
    """The rows from one line on, as far as every quote is where it belongs.

    ``begin`` is the index of the line where the present row begins; after the last row, of the line that could
    not be read, or the number of lines.
    """

    def __init__(self, lines: Sequence[str], delimiter: str, start: int, reach: int) -> None:
        self.begin = start
        self._lines = lines
        self._start = start
        self._reach = reach
        self._reader = csv.reader(self._feed(), delimiter=delimiter, strict=True)

    def __iter__(self) -> Iterator[list[str]]:
        try:
            for cells in self._reader:
                yield cells
                self.begin = self._start + self._reader.line_num
        except csv.Error:
            return

    def _feed(self) -> Iterator[str]:
        for at in range(self._start, len(self._lines)):
            if at - self.begin >= self._reach:
                return
            yield self._lines[at]
