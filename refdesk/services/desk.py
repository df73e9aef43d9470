"""The desk: the open book and the day, handed to every service; and the one way in which a service writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from refdesk.domain.errors import RefusedError
from refdesk.domain.person import Person
from refdesk.domain.policy import Policy
from refdesk.domain.rules import broken_rules, future_dates
from refdesk.storage import readiness
from refdesk.storage.book import Book
from refdesk.storage.facts import policy_of
from refdesk.storage.records import get, in_trash
from refdesk.storage.writing import Writing, reverting, writing

R = TypeVar("R")

_A_CHUNK = 1_000


@dataclass(frozen=True, slots=True)
class Desk:
    """An open book on a day: ``today`` is what is reckoned with and what new records are dated.

    ``as_kept`` takes kept verdicts as they are, even one that no longer holds: so a window does, whose worker brings
    them up to date meanwhile.
    """

    book: Book
    today: date
    as_kept: bool = False

    @property
    def policy(self) -> Policy:
        """The method's numbers as this book's user set them."""
        return policy_of(self.book)

    @contextmanager
    def act(self, title: str, *, is_import: bool = False) -> Iterator[Writing]:
        """One act of the user: one transaction and one undo, called ``title`` in the history.

        What an act changes it reads inside: another process may have written just before the book was locked.
        Whoever the act touches is reassessed before it is committed; after a change of policy or profile everybody
        is, in transactions of their own, unless the desk takes verdicts as they are kept.
        """
        with writing(self.book, title, self._reassess, is_import=is_import) as act:
            yield act
        if act.touches_everybody and not self.as_kept:
            self.bring_up_to_date()

    @contextmanager
    def reverting(self, act: int) -> Iterator[Writing]:
        """The transaction in which an act is undone or done again."""
        with reverting(self.book, act, self._reassess) as open_act:
            yield open_act
        if open_act.touches_everybody and not self.as_kept:
            self.bring_up_to_date()

    def bring_up_to_date(self) -> int:
        """Reckon again whose kept verdict does not hold today, as on a new day; gives how many those were."""
        stale = readiness.stale_people(self.book, self.today)
        for start in range(0, len(stale), _A_CHUNK):
            with self.book.transaction():
                assessor = readiness.Assessor(self.book, self.today)
                readiness.reassess(self.book, stale[start : start + _A_CHUNK], assessor)
        return len(stale)

    def find(self, record: type[R], id_: str) -> R:
        """The record of this id.

        Raises:
            RefusedError: there is none.
        """
        found: R | None = get(self.book, record, id_)
        if found is None:
            raise RefusedError(f"There is no {record.__name__.lower()} with the id {id_}.")
        return found

    def person(self, id_: str) -> Person:
        """Somebody in the book who is not in the trash.

        Raises:
            RefusedError: nobody has this id.
        """
        if in_trash(self.book, id_):
            raise RefusedError("They are in the trash. Take them out first.")
        return self.find(Person, id_)

    def checked(self, record: R) -> R:
        """The record, when it obeys the method on the day of recording.

        Raises:
            RefusedError: with the sentence of the first rule that it breaks.
        """
        for broken in (*broken_rules(record), *future_dates(record, self.today)):
            raise RefusedError(broken.why)
        return record

    def _reassess(self, act: Writing) -> None:
        if act.touches_everybody:
            readiness.expire_all(self.book)
        if act.touched_people:
            pks = readiness.whom_it_concerns(self.book, act.touched_people)
            readiness.reassess(self.book, pks, readiness.Assessor(self.book, self.today), act.newcomers)
