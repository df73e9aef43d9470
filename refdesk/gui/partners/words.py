"""What the view of partners says: the line under a name, the balance, the next swap, the agenda's days."""

from datetime import date

from refdesk.gui.widgets.band import Message
from refdesk.gui.widgets.days import short_day
from refdesk.gui.widgets.marks import Tone
from refdesk.services.partner_list import PartnerLine

SUMMARY = "Meet each month, swap a name or two, keep it even."
EMPTY_TITLE = "No partners yet"
EMPTY = "Choose someone in a neighbouring field who shares your clients and your standards."
QUESTION = "Can you both refer about equally? Do you trust each other’s work?"
GROUP_TITLES = {"month": "This month", "growing": "Getting to know each other", "paused": "Paused"}
_FEW = ("No meeting", "One meeting", "Two meetings", "Three meetings", "Four meetings", "Five meetings")


def swap_line(line: PartnerLine, today: date) -> str:
    """The line under a partner's name: when they meet, or how they have met so far."""
    if line.group == "paused":
        return "The monthly meeting rests"
    if line.group == "growing":
        return _growing_line(line, today)
    if line.partner.next_on:
        return _next_line(line.partner.next_on, today, "Swap")
    if line.lacks_date(today):
        return "No date this month yet"
    return f"Met {short_day(line.meetings[-1], today)}. {_names(line.gave, line.received)}"


def since_line(line: PartnerLine) -> str:
    """Where a partner works, and since when they are one."""
    since = f"Partner since {line.partner.since.year}" if line.partner.since else "Partner"
    return " · ".join(filter(None, (line.org, since)))


def next_words(line: PartnerLine, today: date) -> str:
    """The button that sets the date of the next swap."""
    on = line.partner.next_on
    return f"Next swap: {_long_day(on, today)}" if on else "Choose a date"


def agenda_title(line: PartnerLine, today: date) -> str:
    """The title of the agenda, with its day where there is one."""
    on = line.partner.next_on
    return f"Agenda for {short_day(on, today, 'd MMMM')}" if on else "Agenda for the next swap"


def balance_message(line: PartnerLine, today: date) -> Message:
    """The band that says how given and received balance; it turns amber where one side is three ahead."""
    balance, first = line.balance, line.first_name
    if not balance.leans:
        seeks = line.partner.seeks
        text = (
            f"{first} looks for {seeks}." if seeks else f"Ask {first} who is a good referral, and write it down here."
        )
        tone = Tone.GOOD if balance.since else Tone.NEUTRAL
        return Message(tone, text, balance.words(today), "scale")
    text = "Talk about it, or rest the monthly meeting."
    if balance.received > balance.gave:
        text = "Bring a name or other help to the next swap, before you ask for more."
    return Message(Tone.WARN, text, balance.words(today), "scale")


def spoken(line: PartnerLine, today: date) -> str:
    """A whole row for a screen reader."""
    balance = line.balance
    leans = " Leaning one way." if balance.leans else ""
    return f"{line.name}. {swap_line(line, today)}. You gave {balance.gave}, received {balance.received}.{leans}"


def _growing_line(line: PartnerLine, today: date) -> str:
    if line.partner.next_on and not line.meetings:
        return _next_line(line.partner.next_on, today, "First meeting")
    count = len(line.meetings)
    so_far = f"{_FEW[count] if count < len(_FEW) else f'{count} meetings'} so far"
    if line.partner.next_on:
        return f"{so_far}, next {_long_day(line.partner.next_on, today)}"
    return f"{so_far}. No date yet" if line.lacks_date(today) else so_far


def _next_line(on: date, today: date, what: str) -> str:
    if on < today:
        return f"{what} was due {short_day(on, today)}"
    return f"{what} today" if on == today else f"{what} on {_long_day(on, today)}"


def _names(gave: int, received: int) -> str:
    if gave == received:
        return f"{gave} {'name' if gave == 1 else 'names'} each" if gave else "No names this time"
    return f"{gave} given, {received} received"


def _long_day(day: date, today: date) -> str:
    return short_day(day, today, "ddd d MMM")
