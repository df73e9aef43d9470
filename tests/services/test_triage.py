"""Whom the first ten are picked from, and how those stand who were answered about."""

import pytest

from refdesk.domain.first_ten import FirstTenAnswers
from refdesk.domain.records import Profile
from refdesk.services import history, triage
from refdesk.services.desk import Desk
from refdesk.services.first_ten import answer_first_ten
from refdesk.services.imports.contacts import ForAll
from refdesk.services.people import archive_person
from refdesk.services.welcome import add_names
from tests.services.books import bring_in, card, people, vcf
from tests.storage.desks import add

ALL = FirstTenAnswers(glad="delighted", last_talk="week", explained=True, knows=("Bakers",))


def names_of(desk: Desk, ids: tuple[str, ...]) -> list[str]:
    return [person.name for person in triage.people(desk, ids)]


def with_profile(desk: Desk) -> None:
    with desk.act("A profile.") as act:
        act.put(Profile(id="p", name="Bakers", tags=("bakers",)))


def test_the_likeliest_come_first(desk: Desk) -> None:
    bare, full = card("Ann Bare"), card("Cy Full", "TEL:1234567", "EMAIL:c@x.example", "BDAY:1980-04-05")
    bring_in(desk, vcf(desk, bare, full))
    bring_in(desk, vcf(desk, card("Zoe Client"), name="clients.vcf"), for_all=ForAll(roles=("client",)))
    bring_in(desk, vcf(desk, card("Zoe Trusted"), name="friends.vcf"), for_all=ForAll(trust="high"))
    found = triage.candidates(desk)
    assert names_of(desk, found.ids) == ["Zoe Trusted", "Zoe Client", "Cy Full", "Ann Bare"]
    assert found.to_sort == 4


def test_only_people_to_be_sorted_are_offered(desk: Desk) -> None:
    (ann, bob), _ = add_names(desk, ["Ann Lee", "Bob Lee"])
    add(desk, "Cy Lee")
    answer_first_ten(desk, bob, ALL)
    assert triage.candidates(desk).ids == (ann,)
    assert triage.candidates(desk, "lee").ids == (ann,)
    assert triage.candidates(desk, "bob").ids == ()
    assert triage.still_to_sort(desk, [bob, "nobody", ann]) == (ann,)


def test_who_has_gone_is_not_among_the_people(desk: Desk) -> None:
    (ann, bob), _ = add_names(desk, ["Ann", "Bob"])
    assert names_of(desk, (bob, "nobody", ann)) == ["Bob", "Ann"]


def test_the_outcome_is_the_real_readiness(desk: Desk) -> None:
    with_profile(desk)
    (ann, bob, cy, dee), _ = add_names(desk, ["Ann", "Bob", "Cy", "Dee"])
    answer_first_ten(desk, ann, ALL)
    answer_first_ten(desk, bob, FirstTenAnswers(glad="delighted", last_talk="week", explained=True))
    answer_first_ten(desk, cy, FirstTenAnswers(last_talk="longer"))
    archive_person(desk, dee)
    found = triage.outcome(desk, [cy, bob, ann, dee])
    groups = [[each.standing.name for each in group] for group in (found.ready, found.almost, found.others)]
    assert groups == [["Ann"], ["Bob"], ["Cy"]]
    assert found.sentence == "One person looks ready, one is one step away."
    assert found.almost[0].next_step is not None
    assert found.almost[0].next_step.gate == "opportunity"


@pytest.mark.parametrize(
    ("ready", "almost", "words"),
    [
        (2, 3, "Two people look ready, three are one step away."),
        (1, 0, "One person looks ready."),
        (0, 1, "Nobody looks ready yet, one is one step away."),
        (0, 0, "Nobody looks ready yet, and each has a next step."),
    ],
)
def test_the_outcome_in_a_sentence(desk: Desk, ready: int, almost: int, words: str) -> None:
    with_profile(desk)
    ids, _ = add_names(desk, [f"Ann {number}" for number in range(ready + almost + 1)])
    for place, id_ in enumerate(ids[: ready + almost]):
        knows = ("bakers",) if place < ready else ()
        answer_first_ten(desk, id_, FirstTenAnswers(glad="delighted", last_talk="week", explained=True, knows=knows))
    assert triage.outcome(desk, ids).sentence == words


def test_the_newest_act_is_the_one_an_undo_takes_back(desk: Desk) -> None:
    (ann,), first = add_names(desk, ["Ann"])
    second = answer_first_ten(desk, ann, ALL)
    assert first.act is not None
    assert second.act is not None
    assert (triage.is_newest(desk, first.act), triage.is_newest(desk, second.act)) == (False, True)
    history.undo(desk)
    assert triage.is_newest(desk, first.act)
    assert not people(desk)[0].sorted
