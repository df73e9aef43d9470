"""Whether anything in the book speaks of a profile."""

from refdesk.storage.book import Book


def speaks_of_profile(book: Book, id_: str) -> bool:
    """Whether an ask or a project names the profile."""
    sql = (
        "SELECT EXISTS (SELECT 1 FROM ask WHERE target_profile = :id) "
        "OR EXISTS (SELECT 1 FROM project WHERE profile = :id)"
    )
    return bool(book.value(sql, {"id": id_}))
