"""What might be said when asking, and what the other could write: sentences with alternatives, as in `templates`.

``{first}`` is whom the words go to, ``{new}`` and ``{new_first}`` the person the user would like to meet, ``{why}`` why
that person would be glad of it, ``{who}`` a profile as one noun phrase, ``{wants}`` what the user would help them do,
``{me}`` and ``{me_first}`` the user, ``{known_by}`` how the other knows the user's work, ``{contact}`` where to write
to the user. Every wording speaks of one person or one profile, names an action, and leaves room to say no (A1, A2, A3).
"""

from refdesk.services.wording.templates import Sentences

_MAY_I = "{first}, may I ask you something specific?|May I ask you something specific?"
_THINKING = "{first}, there’s one thing I’d like to ask you.|There’s one thing I’d like to ask you."
_HELP = "I’d like to help them {wants}.|"

ASKING: dict[str, tuple[Sentences, ...]] = {
    "introduction": (
        (
            _MAY_I,
            "I’d like to meet {new}.|I’d like to meet somebody new.",
            "{why}.|",
            "Would you be comfortable introducing us?",
            "If it doesn’t feel right, please just say.",
        ),
        (
            _THINKING,
            "I think {new} and I should talk.|I’d like to talk with somebody you may know.",
            "{why}.|",
            "Would you bring {new_first} and me together, perhaps by an email to us both?"
            "|Would you bring us together, perhaps by an email to us both?",
            "A no is as good an answer as a yes.",
        ),
    ),
    "recommendation": (
        (
            "{first}, when you next see {new}, I’d be glad if you mentioned my name.|When you next see {new}, I’d be "
            "glad if you mentioned my name.|I’d be glad if you mentioned my name when it fits.",
            "{why}.|",
            "Only if you think I’ve earned it.",
        ),
        (
            _MAY_I,
            "Would you tell {new} what we did together?|Would you tell what we did together when it fits?",
            "{why}.|",
            "If it doesn’t come up, or doesn’t feel right, that’s all right too.",
        ),
    ),
    "introduction_profile": (
        (
            _MAY_I,
            "Do you know {who}?|There’s one kind of person whom I help best.",
            "{why}.|",
            _HELP,
            "Would you be comfortable introducing us?",
            "If it doesn’t feel right, please just say.",
        ),
        (
            "{first}, does one face come to mind when I say {who}?|Does one face come to mind when I say {who}?"
            "|{first}, may I tell you whom I help best?|May I tell you whom I help best?",
            "{why}.|",
            _HELP,
            "If so, would you bring us together by an email to us both?",
            "If not, that’s fine.",
        ),
    ),
    "recommendation_profile": (
        (
            "{first}, if you ever meet {who}, I’d be glad if you mentioned my name.|If you ever meet {who}, I’d be "
            "glad if you mentioned my name.|{first}, I’d be glad if you mentioned my name when it fits.|I’d be glad if "
            "you mentioned my name when it fits.",
            "{why}.|",
            _HELP,
            "Only if you think I’ve earned it.",
        ),
        (
            _THINKING,
            "Do you know {who}?|There’s one kind of person whom I help best.",
            "{why}.|",
            _HELP,
            "If somebody comes to mind, would you tell them about me?",
            "No hurry, and only if it feels right.",
        ),
    ),
}
"""What you might say, by the level, and with a profile instead of a person."""

WRITING: dict[str, tuple[Sentences, ...]] = {
    "introduction": (
        (
            "{new_first}, I’d like you to meet {me}.|I’d like you to meet {me}.|{new_first}, there’s somebody I’d like "
            "you to meet.|There’s somebody I’d like you to meet.",
            "{known_by}.|",
            "I think half an hour together would be well spent.",
            "I’ve copied {me_first}, so that you can find a time.|I’ve copied us all, so that you can find a time.",
        ),
        (
            "{new_first}, you and {me} should talk.|You and {me} should talk.|{new_first}, you came to mind today."
            "|You came to mind today.",
            "{known_by}.|",
            "I’ll leave the two of you to find a time, if you’d like to.",
        ),
    ),
    "recommendation": (
        (
            "{new_first}, if you ever want to talk it over with somebody, I’d go to {me}.|If you ever want to talk it "
            "over with somebody, I’d go to {me}.|{new_first}, if you ever want to talk it over, I know somebody good."
            "|If you ever want to talk it over, I know somebody good.",
            "{known_by}.|",
            "You can write to {contact}.|Tell me if you’d like to be put in touch.",
        ),
        (
            "{new_first}, you may like to know of {me}.|You may like to know of {me}.|{new_first}, I thought of you "
            "today.|I thought of you today.",
            "{known_by}.|",
            "If it’s of use, you can write to {contact}.|If it’s of use, I’ll put you in touch.",
        ),
    ),
}
"""What they could write, by the level: short enough to be sent as it stands."""
