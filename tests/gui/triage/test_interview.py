"""The four questions: every one answered or skipped by one key, and gone back to."""

import pytest

from refdesk.domain.first_ten import FirstTenAnswers
from refdesk.gui.triage.interview import OPTIONS, Interview, Step


def after(keys: str) -> Interview:
    """An interview after these keys; a space skips, ``<`` goes back."""
    interview = Interview()
    for key in keys:
        if key == " ":
            interview.skip()
        elif key == "<":
            interview.back()
        else:
            interview.choose(key)
    return interview


@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        ("DDWY", FirstTenAnswers(glad="delighted", last_talk="week", explained=True)),
        ("DSM", FirstTenAnswers(glad="satisfied", last_talk="month")),
        ("DMQ", FirstTenAnswers(glad="mixed", last_talk="quarter")),
        ("DUL", FirstTenAnswers(glad="unhappy", last_talk="longer")),
        (" WY", FirstTenAnswers(last_talk="week", explained=True)),
        ("    ", FirstTenAnswers()),
        ("D ", FirstTenAnswers()),
        ("DD<< ", FirstTenAnswers()),
        ("DDW<Q", FirstTenAnswers(glad="delighted", last_talk="quarter")),
        ("DDW< ", FirstTenAnswers(glad="delighted")),
    ],
)
def test_keys_become_answers(keys: str, answers: FirstTenAnswers) -> None:
    assert after(keys).answers == answers


def test_the_questions_come_in_their_order_and_end() -> None:
    interview = Interview()
    seen = []
    while interview.step:
        seen.append(interview.step)
        interview.skip() if interview.step is not Step.DELIVERED else interview.choose("D")
    assert seen == [Step.DELIVERED, Step.GLAD, Step.TALK, Step.HEARD, Step.WORLD]
    assert not interview.choose("D")


def test_worlds_are_the_last_answer() -> None:
    interview = after("   ")
    interview.tell_worlds(("Bakers",))
    assert (interview.answers.knows, interview.step) == (("Bakers",), None)


def test_going_back_ends_at_the_first_question() -> None:
    interview = after("DD")
    assert [interview.back(), interview.back(), interview.back()] == [True, True, False]
    assert (interview.step, interview.has_before) == (Step.DELIVERED, False)


def test_a_key_that_answers_nothing_changes_nothing() -> None:
    assert (after("WQ").step, after("WQ").answers) == (Step.DELIVERED, FirstTenAnswers())


def test_no_key_has_two_meanings_in_one_question() -> None:
    for options in OPTIONS.values():
        keys = [option.key for option in options] + ["N", "X"]
        assert len(set(keys)) == len(keys)


def test_what_was_said_is_told_in_words() -> None:
    assert after("DDWY").said() == ("Delighted", "This week", "Heard what you do")
    assert after(" M").said() == ("This month",)
    assert after("").said() == ()
