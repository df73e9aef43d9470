"""The text of a RefDesk JSON file to plain values; whatever is wrong with the text as such is one clear sentence."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NoReturn

from refdesk.formats.incoming import UnreadableFileError


@dataclass(frozen=True, slots=True)
class JsonProblem:
    """Why a file is refused: ``place`` is such as ``timeline[12].people[0]``, empty where it is the whole file."""

    place: str
    why: str

    def __str__(self) -> str:
        return f"{self.place}: {self.why}" if self.place else self.why


class RefusedJsonError(UnreadableFileError):
    """Nothing of the file may be taken in; ``problems`` are all the reasons, in the order of the file's lists."""

    def __init__(self, problems: Iterable[JsonProblem]) -> None:
        self.problems = tuple(problems)
        more = len(self.problems) - 1
        super().__init__(str(self.problems[0]) + (f" (and {more} more)" if more else ""))


def parse_document(data: bytes | str) -> dict[str, Any]:
    """The one object of a JSON file: UTF-8, with or without a byte order mark.

    Raises `RefusedJsonError` with one sentence where the file is anything else, or repeats a key in an object.
    """
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
        document = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_unique, parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise _refusal(f"The file is not UTF-8 text (byte {error.start + 1}).") from error
    except json.JSONDecodeError as error:
        raise _refusal(f"The file is not JSON: line {error.lineno}, column {error.colno}: {error.msg}.") from error
    except RecursionError as error:
        raise _refusal("The file is nested too deep.") from error
    except ValueError as error:  # the interpreter refuses to read an integer of thousands of digits
        raise _refusal("The file holds a number that is too long.") from error
    if not isinstance(document, dict):
        raise _refusal("The file does not hold one JSON object.")
    return document


def shown(text: str) -> str:
    """A piece of somebody's file as a message may show it: one short line that every screen can print."""
    printable = text if text.isprintable() else ascii(text)[1:-1]
    return printable if len(printable) <= 60 else f"{printable[:59]}…"


def _refusal(why: str) -> RefusedJsonError:
    return RefusedJsonError([JsonProblem("", why)])


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys differ: of two values for one key nobody could say which is meant."""
    made = dict(pairs)
    if len(made) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _refusal(f"An object of the file has the key “{shown(twice)}” twice.")
    return made


def _refuse_constant(name: str) -> NoReturn:
    raise _refusal(f"The file holds {name}, which is no number of JSON.")
