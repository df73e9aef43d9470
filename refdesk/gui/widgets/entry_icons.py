"""Which icon stands for an entry of the timeline: what was given or received first, then the kind of meeting."""

from refdesk.domain.records import Entry
from refdesk.domain.words import Kind

KIND_ICONS: dict[Kind, str] = {
    "meeting": "users",
    "video": "video",
    "call": "phone",
    "message": "message-circle",
    "letter": "mailbox",
    "event": "calendar",
    "milestone": "flag",
    "note": "sticky-note",
}
_WORDS = {"coffee": "coffee", "lunch": "utensils", "dinner": "utensils", "breakfast": "utensils"}


def icon_of(entry: Entry) -> str:
    """The name of the icon of an entry."""
    if "gave" in entry.marks:
        return "arrow-up-right"
    if "received" in entry.marks:
        return "arrow-down-left"
    return kind_icon(entry)


def kind_icon(entry: Entry) -> str:
    """The same by what kind of entry it is alone; a meal or a coffee is told by the first word that was typed."""
    first = next(iter((entry.line or entry.summary).split()), "").strip(".,:;").casefold()
    return _WORDS.get(first, KIND_ICONS[entry.kind]) if entry.kind == "meeting" else KIND_ICONS[entry.kind]
