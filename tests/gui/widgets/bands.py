"""A band that has something to say."""

from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.band import Band, Message
from refdesk.gui.widgets.marks import Tone


def band(theme: Theme) -> Band:
    band = Band(theme)
    band.show_message(Message(Tone.BAD, "The disk is full.", "Not saved.", "info", ("Try again", "Save a copy")))
    return band
