"""Keeps a spreadsheet from running what somebody wrote into a cell, and takes that guard away again when reading.

A cell that begins with one of ``= + - @``, their full-width forms, TAB or CR is a formula to some spreadsheet. So is
what follows a quote, a semicolon, a TAB or a line end inside a cell where the file is opened with another delimiter.
An apostrophe before it makes it text (OWASP, "CSV Injection").
"""

import re

_SIGNS = "=+\\-@＝＋－＠"
_GUARD_HERE = re.compile(rf"\A(?='* *[{_SIGNS}\t\r])|(?<=[\";\t\r\n])(?='*[{_SIGNS}])")
_GUARDED = re.compile(rf"\A'(?='* *[{_SIGNS}\t\r])|(?<=[\";\t\r\n])'(?='*[{_SIGNS}])")
_GUARDED_START = re.compile(rf"\A'(?='* *[{_SIGNS}\t\r])")


def guard(cell: str) -> str:
    """The cell as it may be written: `unguard` gives back exactly what it was."""
    return _GUARD_HERE.sub("'", cell)


def unguard(cell: str) -> str:
    """The cell as it was before `guard`."""
    return _GUARDED.sub("", cell)


def unguard_start(cell: str) -> str:
    """The cell without the apostrophe that other programs, too, put before a formula."""
    return _GUARDED_START.sub("", cell)
