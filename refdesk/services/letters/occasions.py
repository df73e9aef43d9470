"""The letters of occasions that stand by themselves: birthdays, good news, sad news, first meetings."""

from refdesk.services.letters.template import Reason, Template, plain

_WISHES = {"standard": "With warm wishes", "shorter": "Warm wishes", "warmer": "With my warmest wishes"}
_SYMPATHY = {"standard": "With deepest sympathy", "shorter": "Thinking of you", "warmer": "With deepest sympathy"}

OCCASIONS: dict[Reason, Template] = {
    "birthday": Template(
        {
            "standard": plain(
                "Many happy returns. I hope the day brings good company, good cake, and nothing that has to be "
                "finished by five.",
                "I’m glad to know you, and I hope the year ahead is a kind one.",
            ),
            "shorter": plain("Many happy returns. I hope the year ahead is a kind one."),
            "warmer": plain(
                "Many happy returns. I hope the day brings good company, good cake, and nothing that has to be "
                "finished by five.",
                "I’m glad that our paths crossed, and gladder still that they keep crossing. May the year ahead be "
                "kind to you and to everybody you love.",
            ),
        },
        _WISHES,
    ),
    "congratulation": Template(
        {
            "standard": plain(
                "I heard your good news and wanted to congratulate you properly, with a pen. It is well deserved.",
                "I hope you find a moment to enjoy it before the next thing begins.",
            ),
            "shorter": plain("I heard your good news. Congratulations. It is well deserved."),
            "warmer": plain(
                "I heard your good news and could not stop smiling. This needed a pen: congratulations, from the "
                "bottom of my heart.",
                "I know something of the work that goes into a day like this, and it is well deserved. I hope you "
                "find time to enjoy it, and somebody to enjoy it with.",
            ),
        },
        _WISHES,
    ),
    "condolence": Template(
        {
            "standard": plain(
                "I was so sorry to hear of your loss. There is little that a card can say, but I wanted you to know "
                "that I am thinking of you.",
                "There is no need to answer. If there is anything I can take off your hands, I’m here.",
            ),
            "shorter": plain(
                "I was so sorry to hear of your loss, and I am thinking of you. There is no need to answer."
            ),
            "warmer": plain(
                "I was so sorry to hear of your loss. I have sat over this card for a while, because no words seem "
                "enough, and I wanted you to know all the same that you are in my thoughts.",
                "There is no need to answer, now or later. If you would like company, or quiet, or somebody to take "
                "something off your hands, I’m here.",
            ),
        },
        _SYMPATHY,
    ),
    "nice_to_meet": Template(
        {
            "standard": plain(
                "It was a pleasure to meet you. I came away with something to think about, and I have thought about "
                "it since.",
                "I hope our paths cross again soon. If there is ever anything I can help with, or somebody I can "
                "introduce you to, please say.",
            ),
            "shorter": plain("It was a pleasure to meet you. I hope our paths cross again soon."),
            "warmer": plain(
                "It was such a pleasure to meet you. Some conversations end when one leaves the room, and ours went "
                "on in my head all the way home.",
                "I hope we can take it up again soon. Until then, if there is anything I can help with, or somebody I "
                "can introduce you to, please say.",
            ),
        },
        _WISHES,
    ),
    "other": Template(
        {
            "standard": plain(
                "I have been meaning to write to you, and a message on a screen didn’t seem enough. Thank you for your "
                "time and your good company.",
                "I hope all is well with you, and that we see each other before long.",
            ),
            "shorter": plain("Thank you for your time and your good company. I hope we see each other before long."),
            "warmer": plain(
                "I have been meaning to write to you, and a message on a screen didn’t seem enough. Thank you for your "
                "time, your good company, and all that I have learnt from you.",
                "I hope all is well with you and with everybody you love. Let’s not leave it too long until we see "
                "each other again.",
            ),
        },
        _WISHES,
    ),
}
