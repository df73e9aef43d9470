"""What Today shows when there is nothing to do: the day is finished, or there is nobody yet."""

from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.empty_state import EmptyState
from refdesk.services.daily import Day


def finished(theme: Theme, day: Day) -> EmptyState:
    """Everybody has been looked after; it names what comes next."""
    return EmptyState(theme, "That’s everyone for today", day.ahead, "See who’s ready", "Log interaction", icon="check")


def nobody(theme: Theme) -> EmptyState:
    """There is nobody in the book."""
    state = EmptyState(
        theme,
        "Nothing due yet",
        "Add the people who know your work best, and RefDesk will suggest who to thank, call or ask.",
        "Add a person",
        "Import contacts",
    )
    state.primary.set_icon("user-plus")
    state.secondary.set_icon("file-input")
    return state
