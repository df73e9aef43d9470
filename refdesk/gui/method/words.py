"""What the method page says: the seven steps of `docs/method.md` in plain words, and the keys by where they act."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

NAMED_KEYS = {"↑ ↓": "↑ ↓", "1–5": "1–5", "A–Z": "A–Z", "Ctrl+1–7": "Ctrl 1–7"}
"""What is no key sequence, as it is shown."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One step of the method."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Key:
    """One key, as QKeySequence names it or as in `NAMED_KEYS`, and what it does."""

    key: str
    does: str

    @property
    def shown(self) -> str:
        """The key as the platform writes it, without plus signs."""
        if self.key in NAMED_KEYS:
            return NAMED_KEYS[self.key]
        return QKeySequence(self.key).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys that act in one place."""

    title: str
    keys: tuple[Key, ...]


HEADINGS: tuple[Heading, ...] = (
    Heading(
        "Deserve it",
        "Ask people who were glad of your work. Where something went wrong, put it right first.",
    ),
    Heading(
        "Keep it warm",
        "Talk before you ask. After a long silence say hello, give something of value, and let a week pass.",
    ),
    Heading(
        "Be specific",
        "Ask for one person, or for a kind of person in a field and at a moment. “Anyone” brings nobody to mind.",
    ),
    Heading(
        "Ask face to face",
        "One person at a time, when you meet. Ask for something they can do, and leave room to say no.",
    ),
    Heading(
        "Agree how you’ll know",
        "Settle what will happen and how you’ll hear of it. Later check with whoever offered, not with the new person.",
    ),
    Heading(
        "Thank three times",
        "When they agree, when you have met the new person, and when you know how it ended: by hand, if it went well.",
    ),
    Heading(
        "Give back",
        "Refer, introduce and help in return, and never fall far behind. Help is no trade: don’t ask right after it.",
    ),
)

KEYS: tuple[KeyGroup, ...] = (
    KeyGroup(
        "Everywhere",
        (
            Key("Ctrl+K", "Search or do"),
            Key("Ctrl+L", "Log an interaction"),
            Key("Ctrl+N", "New contact"),
            Key("Ctrl+R", "New referral"),
            Key("Ctrl+Shift+N", "New note"),
            Key("Ctrl+Shift+A", "Prepare an ask"),
            Key("Ctrl+1–7", "The views, from the top"),
            Key("Ctrl+,", "Settings"),
            Key("Ctrl+F", "Filter this view"),
            Key("Ctrl+Z", "Undo"),
            Key("Ctrl+Shift+Z", "Redo"),
            Key("F2", "Edit what is shown"),
            Key("Ctrl+Enter", "Press the main button"),
            Key("Alt+Left", "Back"),
            Key("Alt+Right", "Forward"),
            Key("F6", "Next pane"),
            Key("F9", "Sidebar or rail"),
            Key("F10", "Menu"),
            Key("F1", "This page"),
        ),
    ),
    KeyGroup(
        "Contacts",
        (Key("A–Z", "Go to a name by typing it"),),
    ),
    KeyGroup(
        "Partners",
        (
            Key("L", "Log a swap"),
            Key("N", "Add to the agenda"),
            Key("S", "The next swap’s day"),
            Key("T", "Months as a table"),
        ),
    ),
    KeyGroup(
        "In every list",
        (
            Key("↑ ↓", "Move from row to row"),
            Key("Enter", "Show the details"),
            Key("Shift+Enter", "Open the contact"),
            Key("Shift+F10", "What can be done here"),
            Key("Space", "Done, or the next step"),
            Key("S", "Later"),
            Key("L", "Log with this person"),
            Key("Del", "Delete"),
        ),
    ),
    KeyGroup(
        "Today",
        (
            Key("T", "Thanked"),
            Key("N", "Not yet"),
            Key("C", "Copy the words"),
        ),
    ),
    KeyGroup(
        "Ready to ask",
        (
            Key("A", "Prepare the ask"),
            Key("P", "Plan a catch-up"),
            Key("1–5", "What decided a gate"),
            Key("O", "They offered to help"),
            Key("S", "Not now, or now again"),
        ),
    ),
    KeyGroup(
        "Referrals",
        (
            Key("T", "Thank"),
            Key("1–5", "Go to a stage"),
        ),
    ),
    KeyGroup(
        "Notes desk",
        (
            Key("W", "Written"),
            Key("P", "Posted"),
            Key("C", "Copy the wording"),
        ),
    ),
)

IN_FIRST_COLUMN = 3
"""How many of the groups stand in the first of the two columns, so that both are about as high."""
