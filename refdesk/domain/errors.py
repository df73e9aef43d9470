"""Failures that are the world's or a refusal of the method's, and no bug: each is one plain sentence."""

from collections.abc import Sequence


class KnownError(Exception):
    """Something could not be done; ``str(error)`` is the sentence that tells the user why."""


class RefusedError(KnownError):
    """The method or the state of the book forbids what was asked for."""


class BookError(KnownError):
    """The book's file cannot be opened, read or written."""


class UnclearPersonError(KnownError):
    """Words that were to mean one person and mean nobody, or several: ``candidates`` are their (id, name)."""

    def __init__(self, text: str, candidates: Sequence[tuple[str, str]]) -> None:
        """Say so in one sentence."""
        self.text = text
        self.candidates = tuple(candidates)
        super().__init__(f"Several people match “{text}”." if candidates else f"Nobody matches “{text}”.")
