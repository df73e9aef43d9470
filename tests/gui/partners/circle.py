"""Three partners: Ana who is due, Bo whom the user is getting to know, Cy who rests; and Dee, who is none yet."""

from refdesk.domain.person import Person
from refdesk.domain.records import Entry, Partner, Promise, Task
from refdesk.services.desk import Desk
from tests.storage.desks import ago

OWED = Promise(by="me", what="The list", on=ago(9))
PEOPLE = (
    Person(id="ana", name="Ana Ruiz", org="Ruiz Law", trust="high", known_since=ago(900), roles=("partner",)),
    Person(id="bo", name="Bo <b>Li</b>"),
    Person(id="cy", name="Cy Young", trust="high", known_since=ago(900)),
    Person(id="dee", name="Dee Moss"),
)
PARTNERS = (
    Partner(id="a", person="ana", since=ago(900), next_on=ago(0), seeks="dentists", promised=(OWED,)),
    Partner(id="b", person="bo"),
    Partner(id="c", person="cy", paused=True),
)
ENTRIES = (
    Entry(id="m1", on=ago(20), kind="meeting", people=("ana",), marks=("gave", "explained")),
    Entry(id="m2", on=ago(40), kind="meeting", people=("ana",), marks=("gave",)),
    Entry(id="m3", on=ago(50), kind="meeting", people=("ana",), marks=("gave", "received")),
    Entry(id="m4", on=ago(60), kind="note", people=("ana",), marks=("gave",)),
    Entry(id="m5", on=ago(30), kind="meeting", people=("bo",)),
)
TASK = Task(id="t", title="Send the book", person="ana", due=ago(2))


def write_circle(desk: Desk) -> None:
    """Put them into the book."""
    with desk.act("Book.") as act:
        for record in (*PEOPLE, *PARTNERS, *ENTRIES, TASK):
            act.put(record)
