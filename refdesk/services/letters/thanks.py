"""The letters of thanks that a referral asks for, one for each of its turns (`docs/method.md` section 5)."""

from refdesk.services.letters.template import Paragraph, Reason, Template, about, plain

_THANKS = {"standard": "With warm thanks", "shorter": "Thank you", "warmer": "With all my thanks"}

_AGREED = Template(
    {
        "standard": (
            *about(
                "Thank you for offering to speak to {new} about me. It means a lot that you would put your good name "
                "beside mine, and I wanted to say so before anything comes of it.",
                "Thank you for offering to put in a word for me. It means a lot that you would put your good name "
                "beside mine, and I wanted to say so before anything comes of it.",
            ),
            *plain(
                "Whatever happens next, I’m grateful. I’ll look after whoever comes to me through you as carefully as "
                "I would look after you."
            ),
        ),
        "shorter": about(
            "Thank you for offering to speak to {new} about me. Whatever comes of it, I’m grateful that you "
            "thought of me.",
            "Thank you for offering to put in a word for me. Whatever comes of it, I’m grateful that you thought of "
            "me.",
        ),
        "warmer": (
            *about(
                "I have been smiling ever since you offered to speak to {new} about me. Lending somebody your good "
                "name is no small thing, and I don’t take it lightly.",
                "I have been smiling ever since you offered to put in a word for me. Lending somebody your good name "
                "is no small thing, and I don’t take it lightly.",
            ),
            *plain(
                "Whatever comes of it, you have already done me a kindness. If there is anybody you would like to "
                "meet, or anything I can do for you, please tell me. I’d love to return it."
            ),
        ),
    },
    _THANKS,
)

_MADE = Template(
    {
        "standard": (
            *about(
                "Thank you for putting in a good word for me with {new}. It means a lot that you put your good name "
                "beside mine.",
                "Thank you for putting in a good word for me. It means a lot that you put your good name beside mine.",
            ),
            *plain("I’ll take good care of it, and I’ll let you know how we get on."),
        ),
        "shorter": about(
            "Thank you for putting in a good word for me with {new}. I’ll take good care of it.",
            "Thank you for putting in a good word for me. I’ll take good care of it.",
        ),
        "warmer": (
            *about(
                "I was so glad to hear that you had put in a good word for me with {new}. Trust like that is earned "
                "slowly and lent rarely, and I know what it is worth.",
                "I was so glad to hear that you had put in a good word for me. Trust like that is earned slowly and "
                "lent rarely, and I know what it is worth.",
            ),
            *plain(
                "I’ll take good care of it and tell you how we get on. If there is anything I can do for you in the "
                "meantime, please say."
            ),
        ),
    },
    _THANKS,
)

_FOLLOWED_UP = Template(
    {
        "standard": (
            *about(
                "{new} and I have spoken now, and that is thanks to you. I enjoyed the conversation, and I can see why "
                "you thought of us together.",
                "The conversation that you made possible has taken place, and that is thanks to you. I enjoyed it, and "
                "I can see why you thought of me.",
            ),
            *plain("Whatever comes of it, thank you for opening the door. I’ll tell you when there is more to tell."),
        ),
        "shorter": about(
            "{new} and I have spoken now. Thank you for opening the door. I’ll tell you when there is more to tell.",
            "The conversation that you made possible has taken place. Thank you for opening the door. I’ll tell you "
            "when there is more to tell.",
        ),
        "warmer": (
            *about(
                "I wanted you to be the first to know: {new} and I have spoken, and I enjoyed every minute of it. I "
                "can see why you thought of us together.",
                "I wanted you to be the first to know: the conversation that you made possible has taken place, and I "
                "enjoyed every minute of it.",
            ),
            *plain(
                "Doors like that don’t open by themselves. Whatever comes of it, thank you for holding this one open "
                "for me. I’ll tell you when there is more to tell."
            ),
        ),
    },
    _THANKS,
)

_WON = Template(
    {
        "standard": (
            *about(
                "I wanted you to hear it from me first: {new} has asked me to help, and we are working together now. "
                "It is exactly the kind of work I love, and it would not have happened without you.",
                "I wanted you to hear it from me first: the good word you put in for me has become work, of exactly "
                "the kind I love. It would not have happened without you.",
            ),
            *plain(
                "You put your good name to mine, and I won’t forget it. If there is anybody you would like to meet, "
                "please tell me. I’d be glad to return the kindness."
            ),
        ),
        "shorter": about(
            "{new} and I are working together now, and it would not have happened without you. You put your good "
            "name to mine, and I won’t forget it.",
            "The good word you put in for me has become work that I love, and it would not have happened without you. "
            "I won’t forget it.",
        ),
        "warmer": (
            *about(
                "This is a letter I have been looking forward to writing: {new} has asked me to help, and we are "
                "working together now. None of it would have happened without you.",
                "This is a letter I have been looking forward to writing: the good word you put in for me has become "
                "work that I love. None of it would have happened without you.",
            ),
            *plain(
                "You put your good name to mine when you had no need to, and I think of that whenever I sit down to "
                "this work. Thank you, with all my heart. If I can ever do the same for you, nothing would please me "
                "more."
            ),
        ),
    },
    _THANKS,
)

_LOST = Template(
    {
        "standard": (
            *about(
                "It didn’t work out with {new} in the end, and I wanted you to hear that from me. I’m glad all the "
                "same that the two of us spoke.",
                "In the end it didn’t work out this time, and I wanted you to hear that from me. I’m glad all the same "
                "that you thought of me.",
            ),
            *plain("Your good word means as much to me as if it had. Thank you for trusting me with it."),
        ),
        "shorter": about(
            "It didn’t work out with {new} in the end. Your good word means as much to me as if it had. Thank you.",
            "It didn’t work out this time. Your good word means as much to me as if it had. Thank you.",
        ),
        "warmer": (
            *about(
                "It didn’t work out with {new} in the end, and I didn’t want you to hear that from anybody but me. "
                "I’m glad all the same that the two of us spoke, and I have you to thank for it.",
                "In the end it didn’t work out this time, and I didn’t want you to hear that from anybody but me. I’m "
                "glad all the same, for I know now that you would put in a word for me.",
            ),
            *plain(
                "Your trust means as much to me as if it had gone the other way. Thank you, and please let me know if "
                "there is anything I can do for you."
            ),
        ),
    },
    _THANKS,
)

_PORTRAIT = Paragraph("If you ever want to picture whom I help best, think of {portrait}.", ("portrait",))

_NOT_A_FIT = Template(
    {
        "standard": (
            *about(
                "Thank you for putting {new} and me together. It wasn’t the right fit this time, and I’m glad we met.",
                "Thank you for putting us together. It wasn’t the right fit this time, and I’m glad we met.",
            ),
            _PORTRAIT,
            *plain("Your good word means a lot to me, and I don’t take it for granted."),
        ),
        "shorter": (
            *about(
                "Thank you for putting {new} and me together. It wasn’t the right fit this time, and I’m glad we met.",
                "Thank you for putting us together. It wasn’t the right fit this time, and I’m glad we met.",
            ),
            _PORTRAIT,
        ),
        "warmer": (
            *about(
                "Thank you for putting {new} and me together. It wasn’t the right fit this time, but I’m glad we met, "
                "and touched that you thought of me at all.",
                "Thank you for putting us together. It wasn’t the right fit this time, but I’m glad we met, and "
                "touched that you thought of me at all.",
            ),
            _PORTRAIT,
            *plain(
                "Your good word means a great deal to me. If there is anybody I could put you together with, please "
                "tell me."
            ),
        ),
    },
    _THANKS,
)

THANKS: dict[Reason, Template] = {
    "thank_you_1": _AGREED,
    "thank_you_1_made": _MADE,
    "thank_you_2": _FOLLOWED_UP,
    "thank_you_3": _WON,
    "closing": _LOST,
    "closing_not_a_fit": _NOT_A_FIT,
}
