"""Where the user can go from anywhere: the one object by which views ask the window for each other."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from refdesk.domain.words import Mark


@dataclass(frozen=True, slots=True)
class Place:
    """A view by its key, and what to show in it: a record's id, perhaps a part of it, such as a fact's field."""

    view: str
    id: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class LogRequest:
    """The log line to be opened: with these people (ids), this text to begin with, and these toggles on.

    ``gives_way`` says that the people are only whom the view happened to show: a name in the line takes their place.
    """

    people: tuple[str, ...] = ()
    text: str = ""
    marks: tuple[Mark, ...] = ()
    gives_way: bool = False


class Navigation(QObject):
    """Views only ask; the window does. `sample_requested` asks for the sample, which is a book of its own.

    Views by key: ``today`` (id: a row's key), ``ready`` and ``contacts`` (id: a person; part: a field of theirs, such
    as ``knows``, to be edited, or ``new``, without an id, for somebody new), ``timeline`` (id: an entry),
    ``referrals`` (id: a referral, or ``ask:`` and the id of an ask; with the part ``new`` who refers), ``notes`` (id: a
    note), ``partners`` (id: a partnership or the person), ``import``, ``triage`` (the first ten), ``profile`` (id: a
    profile), ``settings``, ``method``.
    """

    requested = Signal(object)
    log_requested = Signal(object)
    ask_requested = Signal(str)
    sample_requested = Signal()

    def go(self, view: str, id_: str = "", part: str = "") -> None:
        """Show a view, and in it this record."""
        self.requested.emit(Place(view, id_, part))

    def log(self, request: LogRequest | None = None) -> None:
        """Open the log line."""
        self.log_requested.emit(request or LogRequest())

    def ask(self, person: str) -> None:
        """Prepare an ask of this person (an id); who is not to be asked is refused."""
        self.ask_requested.emit(person)
