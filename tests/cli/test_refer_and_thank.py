"""Referrals and thank-yous from the command line: what is told, who is made, and what is refused in which words."""

import pytest

from tests.cli.conftest import Run


def test_a_referral_is_told_with_its_id(run: Run) -> None:
    ran = run("refer", "Zoe Ng", "--from", "ana r", "--how", "recommendation", "--made", "--new")
    assert ran.code == 0
    assert ran.out.startswith("Noted ")
    assert ran.out.endswith(": Zoe Ng from Ana Ruiz, made on 2026-11-18.\n")
    assert "Thank Ana Ruiz" in run("today").out


def test_nobody_is_made_unasked(run: Run) -> None:
    refused = run("refer", "Zoe Ng", "--from", "ana r", "--how", "introduction")
    assert (refused.code, refused.out) == (2, "")
    assert "Zoe Ng" in refused.err
    assert run("find", "zoe", "--json").json()["people"] == []


def test_several_are_listed_even_where_somebody_new_could_be_made(run: Run) -> None:
    refused = run("refer", "Ana", "--from", "a", "--how", "introduction", "--new")
    assert refused.code == 2


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("refer", "Bo Li", "--from", "bo", "--how", "introduction"), "Nobody refers themselves. Name two people."),
        (
            ("refer", "Bo Li", "--to", "cy", "--how", "introduction", "--made", "--on", "2026-11-19"),
            "This lies after the day of recording, so it cannot have happened yet.",
        ),
        (("thank", "ana r"), "No thank-you is owed to Ana Ruiz."),
        (("thank", "bo", "--referral", "x"), "No thank-you is owed to Bo Li for this referral."),
    ],
)
def test_it_is_refused_as_in_the_window(run: Run, arguments: tuple[str, ...], why: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out, ran.err) == (1, "", f"refdesk: {why}\n")


def test_what_is_due_first_is_settled_first_and_only_once(run: Run) -> None:
    assert run("thank", "Bo Li").out == "First thank-you to Bo Li said on 2026-11-18.\n"
    assert run("thank", "Bo Li").err == "refdesk: No thank-you is owed to Bo Li.\n"
    assert run("undo").out == "Undone: Bo Li thanked.\n"
    assert run("thank", "Bo Li", "--skip", "Told in passing").out == (
        "First thank-you to Bo Li skipped on 2026-11-18.\n"
    )
