"""What stands above all views for as long as a book is open, because it is true of all that is done there."""

from refdesk.gui.widgets.band import Message
from refdesk.gui.widgets.marks import Tone

START_FOR_REAL = "Start for real"
SAMPLE = Message(Tone.ACCENT, "Look around, nothing here is yours.", "Sample data.", "info", (START_FOR_REAL,))
READ_ONLY = Message(
    Tone.WARN, "Its file or its folder is read-only, so nothing can be recorded.", "This book can only be read.", "lock"
)
