"""What the book keeps of the asks of one person: the one being prepared, who wrote it last, how far they have gone."""

from refdesk.domain.records import Ask
from refdesk.domain.words import Level
from refdesk.storage.book import Book
from refdesk.storage.records import each


def being_prepared(book: Book, person: str) -> Ask | None:
    """The newest ask of this person that was not put yet: a draft before a plan; None where there is neither."""
    asks: list[Ask] = list(each(book, Ask, "person = ? AND state IN ('draft', 'planned')", (person,)))
    drafts = [ask for ask in asks if ask.state == "draft"]
    return next(reversed(drafts or asks), None)


def written_by(book: Book, ask: str) -> int | None:
    """The act that last wrote an ask; None where there is no such ask."""
    found: int | None = book.value("SELECT act FROM ask WHERE id = ?", (ask,))
    return found


def last_rung(book: Book, champion: str) -> Level | None:
    """What they last did for the user; None for who has made no referral yet.

    A referral without a level has its ask's, else it counts as a recommendation (`docs/method.md` section 5).
    """
    found: Level | None = book.value(
        "SELECT coalesce(r.level, a.level, 'recommendation') FROM referral r LEFT JOIN ask a ON a.id = r.ask "
        "WHERE r.champion = ? AND r.direction = 'received' AND r.made_on IS NOT NULL "
        "ORDER BY r.made_on DESC, r.pk DESC",
        (champion,),
    )
    return found
