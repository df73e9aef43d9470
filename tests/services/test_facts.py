"""One person's facts on one page, and what the user changes of them: only that, as one act."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from refdesk.domain.errors import RefusedError
from refdesk.domain.person import NamedDate, Person, Related
from refdesk.domain.records import Entry, Partner, Promise, Referral, Task
from refdesk.services import facts, history, people, ready, tasks, timeline
from refdesk.services.brief import brief, brief_text
from refdesk.services.desk import Desk
from refdesk.services.erasing import erase_person
from refdesk.storage.about import tags_in_use
from refdesk.storage.check import problems
from refdesk.storage.records import each

YESTERDAY = timedelta(days=1)


def add(desk: Desk, name: str, **fields: object) -> str:
    return people.add_person(desk, Person(id=name.lower(), name=name, **fields))[0]  # type: ignore[arg-type]


def spoke(desk: Desk, who: str, days: int, summary: str = "", **fields: object) -> None:
    entry = Entry(id="", on=desk.today - timedelta(days=days), kind="call", people=(who,), summary=summary, **fields)  # type: ignore[arg-type]
    timeline.log_entry(desk, entry)


def test_only_what_was_changed_is_written(desk: Desk) -> None:
    ana = add(desk, "Ana", org="Old firm")
    shown = desk.person(ana)
    people.edit_person(desk, replace(shown, org="Written by another window"))
    facts.save_person(desk, shown, replace(shown, trust="high"))
    assert (desk.person(ana).org, desk.person(ana).trust) == ("Written by another window", "high")


def test_a_save_is_one_act_with_the_people_it_names(desk: Desk) -> None:
    ana = add(desk, "Ana")
    shown = desk.person(ana)
    after = replace(shown, could_introduce=("new",), introduced_by="new")
    facts.save_person(desk, shown, after, [Person(id="new", name="Piotr")])
    assert desk.person("new").sorted
    assert desk.person("new").added_on == desk.today
    assert history.undo(desk).title == "Ana changed."
    assert [person.id for person in each(desk.book, Person)] == [ana]
    assert desk.person(ana) == shown


def test_somebody_new_is_added_once(desk: Desk) -> None:
    id_, changes = facts.save_person(desk, None, Person(id="", name="Ana"))
    assert changes.act is not None
    assert (desk.person(id_).sorted, desk.person(id_).added_on) == (True, desk.today)
    with pytest.raises(RefusedError, match="has the id"):
        facts.save_person(desk, None, Person(id=id_, name="Bo"))
    with pytest.raises(RefusedError, match="needs a name"):
        facts.save_person(desk, desk.person(id_), replace(desk.person(id_), name=" "))


def test_whoever_went_to_the_trash_meanwhile_is_not_written(desk: Desk) -> None:
    shown = desk.person(add(desk, "Ana"))
    people.delete_person(desk, shown.id)
    with pytest.raises(RefusedError, match="trash"):
        facts.save_person(desk, shown, replace(shown, trust="high"))


def test_never_asked_and_back(desk: Desk) -> None:
    ana = add(desk, "Ana")
    facts.never_ask(desk, ana, " Asked me not to ")
    assert (desk.person(ana).do_not_ask, desk.person(ana).do_not_ask_why) == (True, "Asked me not to")
    assert facts.about_person(desk, ana).standing.verdict.state == "do_not_ask"
    assert history.title_of(desk, facts.may_ask_again(desk, ana).act or 0) == "Ana may be asked again."
    assert (desk.person(ana).do_not_ask, desk.person(ana).do_not_ask_why) == (False, "")


def test_a_death_lies_behind_us_and_can_be_taken_back(desk: Desk) -> None:
    ana = add(desk, "Ana", birthday="--" + f"{desk.today:%m-%d}", cadence_days=28)
    assert facts.about_person(desk, ana).coming is not None
    with pytest.raises(RefusedError, match="lies ahead"):
        facts.record_death(desk, ana, desk.today + YESTERDAY)
    facts.record_death(desk, ana, desk.today)
    about = facts.about_person(desk, ana)
    assert (about.coming, about.keep_by) == (None, None)
    facts.record_death(desk, ana, None)
    assert desk.person(ana).died_on is None


def test_the_rhythm_counts_from_the_last_conversation(desk: Desk) -> None:
    ana = add(desk, "Ana", cadence_days=28)
    assert facts.about_person(desk, ana).keep_by == desk.today + timedelta(days=28)
    spoke(desk, ana, 3)
    about = facts.about_person(desk, ana)
    assert about.last_talk == desk.today - timedelta(days=3)
    assert about.keep_by == desk.today + timedelta(days=25)


def test_given_and_received_are_the_gates_own_counts(desk: Desk) -> None:
    ana = add(desk, "Ana")
    spoke(desk, ana, 9, marks=("gave",))
    spoke(desk, ana, 8, marks=("gave", "received"))
    about = facts.about_person(desk, ana)
    balance = about.ledger.balance
    assert (balance.gave, balance.received) == (2, 1)


def test_what_comes_first_is_shown(desk: Desk) -> None:
    ana = add(desk, "Ana", birthday=f"1980-{desk.today + timedelta(days=9):%m-%d}")
    assert _next(desk, ana) == "birthday"
    tasks.add_task(desk, Task(id="task", title="Send the guide", person=ana, due=desk.today + timedelta(days=5)))
    assert _next(desk, ana) == "task"
    spoke(desk, ana, -2, "Lunch")
    assert _next(desk, ana) == "plan"
    with desk.act("Partner.") as act:
        act.put(Partner(id="partner", person=ana, next_on=desk.today, seeks="dentists"))
    assert _next(desk, ana) == "partner"
    assert facts.about_person(desk, ana).seeks == "dentists"


def test_a_birthday_in_half_a_year_is_not_next(desk: Desk) -> None:
    ana = add(desk, "Ana", birthday=f"--{desk.today + timedelta(days=180):%m-%d}")
    assert facts.about_person(desk, ana).coming is None


def test_whom_the_facts_name_has_a_name(desk: Desk) -> None:
    add(desk, "Bo")
    add(desk, "Cy")
    ana = add(desk, "Ana", introduced_by="bo", could_introduce=("cy",), related=(Related(person="bo", how="brother"),))
    people.delete_person(desk, "cy")
    about = facts.about_person(desk, ana)
    assert (about.name_of("bo"), about.name_of("cy")) == ("Bo", "")


@pytest.mark.parametrize("state", ["nobody", "trash"])
def test_nobody_has_no_page(desk: Desk, state: str) -> None:
    if state == "trash":
        people.delete_person(desk, add(desk, "Trash"))
    with pytest.raises(RefusedError):
        facts.about_person(desk, state)


def test_the_sentence_is_that_of_readiness(desk: Desk) -> None:
    ana = add(desk, "Ana")
    step = ready.why(desk, ana)[0].next_step
    assert step is not None
    assert facts.about_person(desk, ana).sentence == step.text


def test_tags_are_offered_by_use(desk: Desk) -> None:
    add(desk, "Ana", knows=("dentists", "sailors"), tags=("choir",))
    add(desk, "Bo", knows=("dentists",))
    assert tags_in_use(desk.book, "knows") == ["dentists", "sailors"]
    assert tags_in_use(desk.book, "tags") == ["choir"]


def test_an_erased_person_is_gone_with_the_history_and_cannot_come_back(desk: Desk) -> None:
    ana = add(desk, "Ana")
    spoke(desk, ana, 3, "Her own words")
    bo = add(desk, "Bo", could_introduce=(ana,))
    assert erase_person(desk, ana) == "Ana"
    assert [person.id for person in each(desk.book, Person)] == [bo]
    assert list(each(desk.book, Entry)) == []
    assert desk.person(bo).could_introduce == ()
    assert facts.about_person(desk, bo).standing.verdict.opportunity.verdict == "not_yet"
    assert list(problems(desk.book)) == []
    assert history.undo(desk).title == "Bo added."
    with pytest.raises(RefusedError, match="nothing to undo"):
        history.undo(desk)
    with pytest.raises(RefusedError):
        erase_person(desk, ana)


def test_a_brief_says_what_to_have_in_mind(desk: Desk) -> None:
    near = f"--{desk.today + timedelta(days=3):%m-%d}"
    add(desk, "Bo")
    ana = add(
        desk,
        "Ana",
        title="Solicitor",
        roles=("past_client",),
        known_since=date(2019, 1, 1),
        about="Sings tenor",
        met="At the choir",
        birthday=near,
        dates=(NamedDate("Wedding day", near),),
        could_introduce=("bo",),
        knows=("dentists",),
    )
    for days in (40, 30, 20, 10):
        spoke(desk, ana, days, f"Talk {days}")
    tasks.add_task(desk, Task(id="", title="Send the guide", person=ana, due=desk.today - YESTERDAY))
    mine, theirs = Promise(by="me", what="A name"), Promise(by="them", what="A call")
    kept = Promise(by="them", what="Kept", done_on=desk.today)
    with desk.act("Records.") as act:
        act.put(Partner(id="partner", person=ana, seeks="dentists buying", promised=(mine, theirs, kept)))
        act.put(Referral(id="r", champion=ana, prospect="bo", state="made", made_on=desk.today - YESTERDAY))
    page = brief(desk, ana)
    parts = {section.title: section.lines for section in page.sections}
    assert page.who == "Solicitor · past client · known since 2019"
    assert parts["Lately"] == ("10 days ago: Talk 10", "2 weeks ago: Talk 20", "4 weeks ago: Talk 30")
    assert parts["Promised by you"] == ("A name", "Send the guide, was due yesterday")
    assert parts["Promised by Ana"] == ("A call",)
    assert parts["Good to mention"][0] == "Ana put in a word with Bo. Say thank you."
    assert [line.partition(":")[0] for line in parts["Good to mention"][1:]] == ["Birthday", "Wedding day"]
    assert parts["What you know"] == ("Sings tenor", "How you met: At the choir")
    assert parts["Open referrals"] == ("Bo, referred to you: made",)
    assert parts["Could introduce"] == ("Bo", "Moves among: dentists")
    assert parts["Looks for"] == ("dentists buying.",)
    assert "Promised by Ana\n- A call\n" in brief_text(page)


def test_a_brief_of_somebody_unknown_has_no_empty_part(desk: Desk) -> None:
    page = brief(desk, add(desk, "Ana"))
    assert all(section.lines for section in page.sections)
    assert "Lately" not in [section.title for section in page.sections]


def _next(desk: Desk, id_: str) -> str:
    coming = facts.about_person(desk, id_).coming
    return coming.kind if coming else ""
