"""What the book keeps of one person beside their facts, and the tags that its people move among."""

from refdesk.domain.records import Partner, Task
from refdesk.storage.book import Book
from refdesk.storage.records import each


def open_tasks_of(book: Book, person: str) -> list[Task]:
    """The tasks with this person that are not done, the earliest due first."""
    tasks: list[Task] = list(each(book, Task, "person = ? AND done_on IS NULL", (person,)))
    return sorted(tasks, key=lambda task: task.due)


def partner_of(book: Book, person: str) -> Partner | None:
    """The partnership with this person; None where there is none."""
    return next(iter(each(book, Partner, "person = ?", (person,))), None)


def tags_in_use(book: Book, column: str) -> list[str]:
    """The tags of all people and profiles, the most used first; ``column`` is a person's ``knows`` or ``tags``."""
    of_profiles = "UNION ALL SELECT e.value FROM profile p, json_each(p.tags) e" if column == "knows" else ""
    rows = book.rows(
        f'SELECT tag FROM (SELECT e.value AS tag FROM person p, json_each(p."{column}") e '
        f'WHERE p."{column}" IS NOT NULL AND p.deleted_on IS NULL {of_profiles}) '
        "GROUP BY tag ORDER BY count(*) DESC, tag"
    )
    return [tag for (tag,) in rows]
