"""What the method page says: the seven steps of `docs/method.md` in plain words, and the keys by where they act."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

NAMED_KEYS = {"↑ ↓": "↑ ↓", "1–5": "1–5", "A–Z": "A–Z"}
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
            Key("Ctrl+Shift+A", "Prepare an ask"),
            Key("Ctrl+N", "New contact"),
            Key("Ctrl+Shift+N", "New note"),
            Key("Ctrl+1", "Today"),
            Key("Ctrl+2", "Ready to ask"),
            Key("Ctrl+3", "Contacts"),
            Key("Ctrl+4", "Timeline"),
            Key("Ctrl+6", "Notes desk"),
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
        "In every list",
        (
            Key("↑ ↓", "Move from row to row"),
            Key("Enter", "Show the details"),
            Key("Shift+Enter", "Open the contact"),
            Key("Shift+F10", "What can be done here"),
            Key("L", "Log with this person"),
        ),
    ),
    KeyGroup(
        "Today",
        (
            Key("Space", "Done"),
            Key("T", "Thanked"),
            Key("N", "Not yet"),
            Key("S", "Later"),
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
        "Notes desk",
        (
            Key("Space", "Next step"),
            Key("W", "Written"),
            Key("P", "Posted"),
            Key("C", "Copy the wording"),
            Key("S", "Later"),
        ),
    ),
    KeyGroup("Contacts", (Key("A–Z", "Go to a name by typing it"),)),
)
