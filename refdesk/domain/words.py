"""The closed vocabularies of the method (`docs/method.md` section 1), as literal types.

Each ``Literal`` names one vocabulary for the type checker; the tuple beside it lists the same words in
their canonical order for checks and listings.
"""

from typing import Literal, get_args

Role = Literal["client", "past_client", "prospect", "partner", "colleague", "vendor", "friend", "relative", "other"]
Trust = Literal["unknown", "low", "growing", "high"]
Kind = Literal["meeting", "video", "call", "message", "letter", "event", "milestone", "note"]
Direction = Literal["both", "in", "out"]
Mark = Literal[
    "gave",
    "received",
    "explained",
    "story",
    "expectation",
    "offered_help",
    "repayment_offer",
    "delivered",
    "complaint",
]
Satisfaction = Literal["delighted", "satisfied", "mixed", "unhappy"]
Level = Literal["recommendation", "introduction"]
AskState = Literal["draft", "planned", "asked", "agreed", "declined", "later"]
ReferralDirection = Literal["received", "given"]
ReferralState = Literal["agreed", "made", "followed_up", "won", "lost", "not_a_fit", "lapsed"]
ThankBy = Literal["letter", "call", "message", "meeting"]
NoteState = Literal["to_write", "written", "posted"]
Occasion = Literal[
    "thank_you_1",
    "thank_you_2",
    "thank_you_3",
    "birthday",
    "congratulation",
    "condolence",
    "nice_to_meet",
    "other",
]
TaskKind = Literal[
    "follow_up",
    "thank_you",
    "note",
    "check",
    "status",
    "reconnect",
    "keep_in_touch",
    "partner_meeting",
    "birthday",
    "custom",
]
Station = Literal["reconnect", "give", "ask", "thanked", "skipped"]
Consent = Literal["named", "unnamed"]
PromiseBy = Literal["me", "them"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Gate = Literal["results", "relationship", "giving", "understanding", "opportunity", "timing"]
GateVerdict = Literal["met", "not_yet", "blocked"]
State = Literal["ready", "almost", "hold", "reconnect", "nurture", "do_not_ask"]

ROLES: tuple[Role, ...] = get_args(Role)
MARKS: tuple[Mark, ...] = get_args(Mark)
SATISFACTIONS: tuple[Satisfaction, ...] = get_args(Satisfaction)
KINDS: tuple[Kind, ...] = get_args(Kind)
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
GATES: tuple[Gate, ...] = get_args(Gate)
STATES: tuple[State, ...] = get_args(State)
"""The states in the order in which lists show them (section 2)."""

CLIENT_ROLES: frozenset[Role] = frozenset(("client", "past_client"))
"""The roles that make somebody a client for Results and Opportunity."""

CONVERSING_KINDS: frozenset[Kind] = frozenset(("meeting", "video", "call", "event"))
"""Kinds whose direction is ``both`` unless the entry says otherwise."""

SILENT_KINDS: frozenset[Kind] = frozenset(("milestone", "note"))
"""Kinds that never have a direction: nobody talked."""
