"""What stands in the book after something was logged."""

from refdesk.domain.records import Entry
from refdesk.gui.view import Tools
from refdesk.storage.records import each


def entries(tools: Tools) -> list[Entry]:
    """Every entry, in order of entry."""
    return list(each(tools.session.book, Entry))
