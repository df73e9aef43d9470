"""What a reader of RefDesk JSON has to say about a file, each remark with its place."""

from dataclasses import dataclass, field
from typing import Final

from refdesk.formats.refdesk_json.text import JsonProblem, RefusedJsonError, shown

At = tuple[str | int, ...]
"""The way to a value: keys and, into lists, numbers from 0."""

MOST_REMARKS: Final = 1_000
"""After so many problems the rest of a file is not looked at; so many warnings are told one by one."""


def place_of(at: At) -> str:
    """A way in words, such as ``timeline[12].people[0]``."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{shown(step)}" for step in at)
    return "".join(steps).removeprefix(".")


@dataclass(slots=True)
class JsonReport:
    """The problems, each of which refuses the file, and the warnings, which refuse nothing."""

    problems: list[JsonProblem] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def refuse(self, at: At, why: str) -> None:
        """Note a reason to take in nothing of the file; raises `RefusedJsonError` where there are too many to go on."""
        self.problems.append(JsonProblem(place_of(at), why))
        if len(self.problems) == MOST_REMARKS:
            self.problems.append(JsonProblem("", "The rest of the file was not looked at."))
            raise RefusedJsonError(self.problems)

    def warn(self, at: At, what: str) -> None:
        """Note something that is left out, or that looks wrong."""
        if len(self.warnings) < MOST_REMARKS:
            self.warnings.append(f"{place_of(at)}: {what}")
        elif len(self.warnings) == MOST_REMARKS:
            self.warnings.append("There is more of this kind; the rest is not named.")
