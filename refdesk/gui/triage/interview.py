"""The questions about one person in their order, and what was answered so far; nothing here knows of a window."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from refdesk.domain.first_ten import FirstTenAnswers


class Step(Enum):
    """One question. The first of the method's four has two keys: whether, and how glad."""

    DELIVERED = "Have you delivered something {first} was glad of?"
    GLAD = "How does {first} feel about it?"
    TALK = "When did you and {first} last really talk?"
    HEARD = "Has {first} heard what you do, and for whom?"
    WORLD = "Whose world does {first} move in?"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer by one key; ``value`` is what the step's field of the answers becomes, None where it has none."""

    key: str
    words: str
    value: Any = None


OPTIONS: dict[Step, tuple[Option, ...]] = {
    Step.DELIVERED: (Option("D", "Delivered"),),
    Step.GLAD: (
        Option("D", "Delighted", "delighted"),
        Option("S", "Satisfied", "satisfied"),
        Option("M", "Mixed", "mixed"),
        Option("U", "Unhappy", "unhappy"),
    ),
    Step.TALK: (
        Option("W", "This week", "week"),
        Option("M", "This month", "month"),
        Option("Q", "This quarter", "quarter"),
        Option("L", "Longer ago", "longer"),
    ),
    Step.HEARD: (Option("Y", "Yes, they have", True),),
    Step.WORLD: (),
}
"""The answers of each question; every question can be skipped besides."""

_FIELD = {Step.GLAD: "glad", Step.TALK: "last_talk", Step.HEARD: "explained", Step.WORLD: "knows"}
_BLANK = FirstTenAnswers()


class Interview:
    """Where one is with one person; `step` is None when all was asked."""

    def __init__(self) -> None:
        self.step: Step | None = Step.DELIVERED
        self.answers = FirstTenAnswers()
        self._path: list[Step] = []

    @property
    def has_before(self) -> bool:
        """Whether there is a question to go back to."""
        return bool(self._path)

    def choose(self, key: str) -> bool:
        """Answer by a key; False where it answers nothing here."""
        if self.step is None:
            return False
        option = next((each for each in OPTIONS[self.step] if each.key == key), None)
        if option is None:
            return False
        self._go_on(Step.GLAD if self.step is Step.DELIVERED else None, option.value)
        return True

    def tell_worlds(self, tags: tuple[str, ...]) -> None:
        """Answer the last question, perhaps with nothing."""
        if self.step is Step.WORLD:
            self._go_on(None, tags)

    def skip(self) -> None:
        """Leave a question; what was answered to it before is taken back."""
        if self.step in (Step.DELIVERED, Step.GLAD):
            self.answers = replace(self.answers, glad=None)
            self._go_to(Step.TALK)
        elif self.step in _FIELD:
            self._go_on(None, getattr(_BLANK, _FIELD[self.step]))

    def back(self) -> bool:
        """Go to the question before; False at the first."""
        if not self._path:
            return False
        self.step = self._path.pop()
        return True

    def said(self) -> tuple[str, ...]:
        """What was answered so far, in words."""
        answers = self.answers
        given = {Step.GLAD: answers.glad, Step.TALK: answers.last_talk, Step.HEARD: answers.explained or None}
        words = [each.words for step, value in given.items() for each in OPTIONS[step] if value and each.value == value]
        return tuple("Heard what you do" if each.startswith("Yes") else each for each in words)

    def _go_on(self, to: Step | None, value: Any) -> None:
        if self.step in _FIELD:
            self.answers = replace(self.answers, **{_FIELD[self.step]: value})
        order = list(Step)
        after = order.index(self.step) + 1 if self.step else len(order)
        self._go_to(to or (order[after] if after < len(order) else None))

    def _go_to(self, step: Step | None) -> None:
        if self.step:
            self._path.append(self.step)
        self.step = step
