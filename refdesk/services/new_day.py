"""What a day begins with, whoever is there first: the window's worker or a command."""

from refdesk.services.desk import Desk
from refdesk.services.people import empty_trash


def begin_day(desk: Desk) -> None:
    """Reckon again whose verdict has passed, and erase who has been in the trash for thirty days.

    Raises:
        BookError: the book cannot be written.
    """
    desk.bring_up_to_date()
    empty_trash(desk)
