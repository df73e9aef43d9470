"""PERSON is an id; else a whole name or address; else the beginnings of words of a name; case and accents aside."""

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("ana", "ana"),  # the id, though somebody else is called just so
        ("Ana Ruiz", "ana"),
        ("ANA RUIZ", "ana"),
        ("ana@x.example", "ana"),
        ("ANA@X.EXAMPLE", "ana"),
        ("ana r", "ana"),
        ("ru an", "ana"),
        ("Ana P", "x1"),  # archived
        ("pavlovic", "x1"),
        ("x2", "x2"),  # dead
        ("Eve Strasse", "eve"),
        ("ève stra", "eve"),
        ("bo", "bo"),
        ("young", "cy"),
    ],
)
def test_one_person_is_meant(run: Run, text: str, id_: str) -> None:
    assert run("why", text, "--json").json()["id"] == id_


@pytest.mark.parametrize(
    ("text", "ids"),
    [("an", {"ana", "x1", "x2"}), ("office@x.example", {"ana", "cy"}), ("A", {"ana", "x1", "x2"})],
)
def test_several_are_meant_and_listed_by_name_and_id(run: Run, text: str, ids: set[str]) -> None:
    ran = run("why", text)
    first, *listed = ran.err.splitlines()
    assert (ran.code, first) == (2, f"refdesk: Several people match “{text}”.")
    assert {line.split()[-1] for line in listed} == ids
    assert all(line.startswith("  ") and len(line.split()) >= 2 for line in listed)


@pytest.mark.parametrize("text", ["zoe", "", " ", "na Ruiz", "Anavim", "%", "*", '"', "Ana Ruiz Lee", "x" * 5_000])
def test_nobody_is_meant(run: Run, text: str) -> None:
    assert run("why", text).code == 2


def test_a_whole_name_counts_before_the_beginning_of_another(run: Run) -> None:
    """Ana is the whole name of one, and the beginning of two more; only as an id does it mean Ana Ruiz."""
    assert run("log", "Coffee with Ana Ruiz").code == 0
    assert run("why", "ANA", "--json").json()["id"] == "x2"


def test_somebody_gone_is_nobody(run: Run) -> None:
    """The command line deletes nobody, but an import that is taken back does."""
    (batch,) = run("imports", "--json").json()["imports"]
    run("undo", batch["id"])
    assert run("why", "Ana Ruiz").code == 2
