"""Asking: drafted, planned, put and answered, each one act with one undo; and nobody at Don't ask is asked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from refdesk.domain.errors import RefusedError
from refdesk.domain.records import Ask, Later, Referral
from refdesk.services import asking
from refdesk.services.asking import Agreement, prepare
from refdesk.services.desk import Desk
from refdesk.services.history import redo, undo
from refdesk.services.people import delete_person
from refdesk.services.profiles import profiles
from refdesk.services.ready_card import ready_card
from refdesk.services.ready_list import put_off_until
from refdesk.services.today import due_today
from refdesk.storage.records import each, get
from refdesk.storage.writing import Changes
from tests.services.ready_town import settle
from tests.storage.desks import TODAY, ago, log, text_of, titles

ASKED = Ask(id="a", person="yusuf", state="asked", asked_on=ago(20), target_person="piotr", level="introduction")
PLAN = Ask(id="a", person="yusuf", target_person="piotr", level="recommendation", occasion_on=ago(-3))


@pytest.fixture(autouse=True)
def town(desk: Desk) -> None:
    settle(desk)


def put(desk: Desk, *records: object) -> None:
    with desk.act("Put.") as act:
        for record in records:
            act.put(record)


def the_ask(desk: Desk) -> Ask:
    (found,) = each(desk.book, Ask)
    assert isinstance(found, Ask)
    return found


def test_the_best_fit_is_suggested_at_the_advised_level_in_a_week(desk: Desk) -> None:
    preparing = prepare(desk, "tomasz")
    ask = preparing.ask
    assert (ask.person, ask.target_person, ask.target_profile, ask.level) == ("tomasz", "piotr", "", "recommendation")
    assert (ask.occasion_on, ask.confirm_by) == (ago(-7), ago(-14))
    assert preparing.is_ready
    assert not list(each(desk.book, Ask))


def test_without_a_name_the_profile_that_fits_is_suggested(desk: Desk) -> None:
    ask = prepare(desk, "yusuf").ask
    assert (ask.target_person, ask.target_profile) == ("", profiles(desk)[0].id)


def test_a_meeting_that_is_planned_is_the_suggested_occasion(desk: Desk) -> None:
    log(desk, "yusuf", days=-2, kind="meeting", summary="Lunch")
    assert prepare(desk, "yusuf").ask.occasion_on == ago(-2)


def test_a_draft_is_taken_up_again_before_a_plan(desk: Desk) -> None:
    put(desk, replace(PLAN, id="p", state="planned"))
    assert prepare(desk, "yusuf").ask.id == "p"
    put(desk, replace(PLAN, id="d"), replace(PLAN, id="q", state="planned"))
    assert prepare(desk, "yusuf").ask.id == "d"


def test_two_rungs_up_is_a_big_step_until_they_have_recommended(desk: Desk) -> None:
    assert prepare(desk, "yusuf").is_big_step("introduction")
    assert not prepare(desk, "yusuf").is_big_step("recommendation")
    put(desk, Referral(id="r", champion="yusuf", state="made", agreed_on=ago(300), made_on=ago(290)))
    preparing = prepare(desk, "yusuf")
    assert preparing.reached == "recommendation"
    assert not preparing.is_big_step("introduction")


def test_the_last_rung_reached_counts_and_takes_its_level_from_its_ask(desk: Desk) -> None:
    put(
        desk,
        replace(ASKED, id="old", state="agreed", answered_on=ago(20)),
        Referral(id="r", champion="yusuf", ask="old", state="made", agreed_on=ago(19), made_on=ago(18)),
        Referral(id="s", champion="yusuf", level="recommendation", state="made", made_on=ago(400)),
    )
    assert prepare(desk, "yusuf").reached == "introduction"


NEVER: list[Callable[[Desk], object]] = [
    lambda desk: prepare(desk, "owen"),
    lambda desk: asking.keep_draft(desk, replace(PLAN, person="owen")),
    lambda desk: asking.plan_ask(desk, replace(PLAN, person="owen", override_why="Because.")),
    lambda desk: asking.ask_later(desk, replace(PLAN, person="owen")),
]


@pytest.mark.parametrize("act", NEVER)
def test_who_is_not_to_be_asked_is_refused_everywhere(desk: Desk, act: Callable[[Desk], object]) -> None:
    before = text_of(desk)
    with pytest.raises(RefusedError, match="Owen is not to be asked"):
        act(desk)
    assert text_of(desk) == before


@pytest.mark.parametrize(
    ("ask", "why"),
    [
        (replace(PLAN, target_person=""), "name or a profile"),
        (replace(PLAN, occasion_on=None), "Pick a day"),
        (replace(PLAN, occasion_on=ago(1)), "Pick a day"),
        (replace(PLAN, person="leilani"), "Leilani isn’t ready"),
        (replace(PLAN, person="leilani", override_why="  "), "Leilani isn’t ready"),
    ],
)
def test_a_plan_needs_a_target_a_day_and_a_reason_where_they_are_not_ready(desk: Desk, ask: Ask, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        asking.plan_ask(desk, ask)
    assert not list(each(desk.book, Ask))


def test_a_typed_reason_overrides_and_is_kept(desk: Desk) -> None:
    asking.plan_ask(desk, replace(PLAN, person="leilani", override_why="She offered."))
    assert (the_ask(desk).state, the_ask(desk).override_why) == ("planned", "She offered.")


def test_nobody_in_the_trash_is_a_target(desk: Desk) -> None:
    delete_person(desk, "piotr")
    with pytest.raises(RefusedError, match="trash"):
        asking.keep_draft(desk, PLAN)


def test_a_draft_kept_again_and_again_is_one_act(desk: Desk) -> None:
    before, acts = text_of(desk), titles(desk.book)
    for why in ("T", "Tu", "Turns sixty"):
        asking.keep_draft(desk, replace(PLAN, why_glad=why))
    assert the_ask(desk).why_glad == "Turns sixty"
    assert titles(desk.book) == [*acts, "Ask of Yusuf Demir drafted."]
    undo(desk)
    assert text_of(desk) == before
    redo(desk)
    assert the_ask(desk).why_glad == "Turns sixty"


def test_a_draft_is_another_act_once_something_else_was_done(desk: Desk) -> None:
    asking.keep_draft(desk, replace(PLAN, why_glad="One"))
    log(desk, "yusuf")
    asking.keep_draft(desk, replace(PLAN, why_glad="Two"))
    undo(desk)
    assert the_ask(desk).why_glad == "One"


def test_what_is_kept_after_an_undo_is_an_act_of_its_own(desk: Desk) -> None:
    asking.keep_draft(desk, replace(PLAN, why_glad="One"))
    log(desk, "yusuf")
    undo(desk)
    asking.keep_draft(desk, replace(PLAN, why_glad="Two"))
    undo(desk)
    assert the_ask(desk).why_glad == "One"


def test_a_plan_that_is_edited_stays_one_and_its_draft_comes_back_by_undo(desk: Desk) -> None:
    asking.keep_draft(desk, PLAN)
    asking.plan_ask(desk, PLAN)
    asking.keep_draft(desk, replace(PLAN, why_glad="Turns sixty"))
    assert (the_ask(desk).state, the_ask(desk).why_glad) == ("planned", "Turns sixty")
    undo(desk)
    undo(desk)
    assert the_ask(desk).state == "draft"


def test_what_was_asked_meanwhile_is_not_drafted_over(desk: Desk) -> None:
    put(desk, ASKED)
    with pytest.raises(RefusedError, match="asked meanwhile"):
        asking.keep_draft(desk, PLAN)


def test_planning_forgets_that_its_question_was_put_off(desk: Desk) -> None:
    put(desk, replace(PLAN, state="planned"), Later(key="ask:a:check", until=ago(-30)))
    asking.plan_ask(desk, PLAN)
    assert get(desk.book, Later, "ask:a:check") is None


def test_later_keeps_the_draft_and_rests_two_weeks(desk: Desk) -> None:
    asking.ask_later(desk, PLAN)
    assert the_ask(desk).state == "draft"
    assert put_off_until(desk, "yusuf") == TODAY + timedelta(days=14)


def test_only_what_was_never_put_is_deleted(desk: Desk) -> None:
    put(desk, replace(PLAN, id="d"), ASKED)
    asking.delete_ask(desk, "d")
    with pytest.raises(RefusedError, match="stays on the timeline"):
        asking.delete_ask(desk, "a")
    assert the_ask(desk).id == "a"


def test_a_yes_to_a_planned_ask_puts_it_on_its_day_and_keeps_what_was_agreed(desk: Desk) -> None:
    put(desk, replace(PLAN, state="planned", occasion_on=ago(2)), Later(key="ask:a:check", until=ago(-3)))
    said = Agreement(action="Will call Piotr.", comfortable=True, confirm_how="Tells me", confirm_by=ago(-9))
    asking.agreed(desk, "a", said)
    ask = the_ask(desk)
    assert (ask.state, ask.asked_on, ask.answered_on, ask.action) == ("agreed", ago(2), TODAY, "Will call Piotr.")
    assert (ask.comfortable, ask.confirm_how, ask.confirm_by) == (True, "Tells me", ago(-9))
    (referral,) = each(desk.book, Referral)
    assert (referral.agreed_on, referral.confirm_by) == (TODAY, ago(-9))
    assert get(desk.book, Later, "ask:a:check") is None


def test_an_agreement_that_says_less_keeps_what_was_prepared(desk: Desk) -> None:
    put(desk, replace(PLAN, state="planned", action="Mention me.", confirm_how="Tells me", confirm_by=ago(-5)))
    asking.agreed(desk, "a", Agreement())
    ask = the_ask(desk)
    assert (ask.action, ask.confirm_how, ask.confirm_by) == ("Mention me.", "Tells me", ago(-5))


ACTS: list[Callable[[Desk], Changes]] = [
    lambda desk: asking.agreed(desk, "a"),
    lambda desk: asking.declined(desk, "a"),
    lambda desk: asking.answered_later(desk, "a", TODAY + timedelta(days=14)),
    lambda desk: asking.delete_ask(desk, "d"),
    lambda desk: asking.keep_draft(desk, replace(PLAN, id="d", why_glad="Turns sixty")),
    lambda desk: asking.plan_ask(desk, replace(PLAN, id="d", override_why="They offered.")),
    lambda desk: asking.ask_later(desk, replace(PLAN, id="d", why_glad="Turns sixty")),
]


@pytest.mark.parametrize("act", ACTS)
def test_each_is_one_act_with_one_undo(desk: Desk, act: Callable[[Desk], Changes]) -> None:
    put(desk, ASKED, replace(PLAN, id="d"))
    before = text_of(desk)
    assert act(desk).act is not None
    assert text_of(desk) != before
    undo(desk)
    assert text_of(desk) == before


@pytest.mark.parametrize(("occasion_on", "asked_on"), [(ago(2), ago(2)), (ago(-2), TODAY), (None, TODAY)])
def test_an_ask_was_made_on_its_occasion_and_never_in_the_future(
    desk: Desk, occasion_on: date | None, asked_on: date
) -> None:
    put(desk, Ask(id="a", person="yusuf", state="planned", occasion_on=occasion_on))
    asking.asked(desk, "a")
    (ask,) = each(desk.book, Ask)
    assert (ask.state, ask.asked_on) == ("asked", asked_on)


def test_a_yes_opens_the_referral_and_owes_the_first_thanks_today(desk: Desk) -> None:
    put(desk, ASKED)
    asking.agreed(desk, "a")
    (referral,) = each(desk.book, Referral)
    assert (referral.champion, referral.prospect, referral.ask, referral.level, referral.state) == (
        "yusuf",
        "piotr",
        "a",
        "introduction",
        "agreed",
    )
    assert [due.reason for due in due_today(desk) if due.person == "yusuf"] == ["thank_you_1"]


def test_a_yes_to_words_they_are_not_comfortable_with_is_refused_whole(desk: Desk) -> None:
    put(desk, Ask(id="a", person="yusuf", state="asked", asked_on=ago(20), comfortable=False))
    before = text_of(desk)
    with pytest.raises(RefusedError, match="comfortable"):
        asking.agreed(desk, "a")
    assert text_of(desk) == before


def test_a_no_and_a_later_rest_as_the_method_says(desk: Desk) -> None:
    put(desk, ASKED)
    asking.declined(desk, "a")
    assert ready_card(desk, "yusuf").timing.until == ASKED.asked_on + timedelta(days=90)  # type: ignore[operator]
    undo(desk)
    asking.answered_later(desk, "a", TODAY + timedelta(days=14))
    assert ready_card(desk, "yusuf").timing.until == TODAY + timedelta(days=14)


@pytest.mark.parametrize("answer", [asking.agreed, asking.declined])
def test_an_answer_that_was_given_is_not_given_again(desk: Desk, answer: Callable[[Desk, str], Changes]) -> None:
    put(desk, ASKED)
    asking.declined(desk, "a")
    with pytest.raises(RefusedError, match="answer already"):
        answer(desk, "a")
