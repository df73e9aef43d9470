"""Making the derived rows of a book anew where this release derives them in another way than the last."""

from refdesk.storage import derived, readiness
from refdesk.storage.book import Book
from refdesk.storage.migrations import DERIVED_FORM


def renew(book: Book) -> None:
    """Make every derived row anew in one transaction, unless another process has done so meanwhile.

    Verdicts are only marked stale: the day on which they are reckoned again is not known here.
    """
    with book.transaction():
        if book.value("SELECT form FROM derived_form") == DERIVED_FORM:
            return
        derived.make_anew(book)
        readiness.expire_all(book)
        book.execute("UPDATE derived_form SET form = ?", (DERIVED_FORM,))
