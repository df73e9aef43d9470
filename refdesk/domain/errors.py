"""Failures that are the world's or a refusal of the method's, and no bug: each is one plain sentence."""


class KnownError(Exception):
    """Something could not be done; ``str(error)`` is the sentence that tells the user why."""


class RefusedError(KnownError):
    """The method or the state of the book forbids what was asked for."""


class BookError(KnownError):
    """The book's file cannot be opened, read or written."""
