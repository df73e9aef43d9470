"""The first ten: what the user knows of the people they picked (`docs/method.md` section 3)."""

from refdesk.domain.first_ten import FirstTenAnswers, first_ten_records
from refdesk.services.desk import Desk
from refdesk.storage.writing import Changes, new_id


def answer_first_ten(desk: Desk, id_: str, answers: FirstTenAnswers) -> Changes:
    """Record the answers on one person: entries about when things were, whom they know, and that they are sorted."""
    with desk.act("Sorted.") as act:
        person, entries = first_ten_records(desk.person(id_), answers, desk.today, new_id)
        act.retitle(f"{person.name} sorted.")
        act.put(desk.checked(person))
        for entry in entries:
            act.put(desk.checked(entry))
    return act.changes
