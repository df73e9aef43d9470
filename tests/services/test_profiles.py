"""Profiles: the sentence they make, whether it is specific, and that saving and deleting one is one act."""

from dataclasses import replace

import pytest

from refdesk.domain.errors import RefusedError
from refdesk.domain.records import Ask, Profile
from refdesk.services.desk import Desk
from refdesk.services.history import undo
from refdesk.services.profiles import (
    EXAMPLES,
    delete_profile,
    is_specific,
    portrait,
    profiles,
    save_profile,
    sentence,
)
from refdesk.services.ready import everybody
from tests.services.test_following import put
from tests.storage.desks import add, text_of, titles

OWNER = Profile(
    id="",
    name="Owners",
    role="an owner of a family firm",
    industry="food",
    situation="thinking of stepping back.",
    wants="leave well",
    tags=("family firms", " food ", "food", ""),
)


def said(profile: Profile) -> str:
    return "".join(part.text for part in sentence(profile))


@pytest.mark.parametrize(
    ("profile", "words", "described"),
    [
        (
            OWNER,
            "“Do you know an owner of a family firm in food, who is thinking of stepping back? "
            "I'd like to help them leave well.”",
            "an owner of a family firm in food, who is thinking of stepping back",
        ),
        (replace(OWNER, industry="", wants=" "), "“Do you know an owner of a family firm, who is thinking of "
         "stepping back?”", "an owner of a family firm, who is thinking of stepping back"),
        (Profile(id="", name="", industry="food"), "“Do you know somebody in food?”", ""),
        (Profile(id="", name=""), "“Do you know somebody?”", ""),
        (Profile(id="", name="", role="a vet", wants="retire"), "“Do you know a vet? I'd like to help them retire.”",
         "a vet"),
    ],
)  # fmt: skip
def test_the_sentence_leaves_out_what_is_blank(profile: Profile, words: str, described: str) -> None:
    assert said(profile) == words
    assert portrait(profile) == described


def test_the_blanks_are_told_apart_from_the_words_around_them() -> None:
    assert [part.text for part in sentence(OWNER) if part.is_blank] == [
        "an owner of a family firm",
        "food",
        "thinking of stepping back",
        "leave well",
    ]


def test_a_profile_is_specific_with_a_person_a_field_and_a_moment() -> None:
    assert is_specific(OWNER)
    for blank in ("role", "industry", "situation"):
        assert not is_specific(replace(OWNER, **{blank: " "}))
    assert all(is_specific(example) for words, example in EXAMPLES if words != "Blank")


def test_saving_tidies_and_is_one_act(desk: Desk) -> None:
    before = text_of(desk)
    id_, changes = save_profile(desk, OWNER)
    assert changes.everybody
    (saved,) = profiles(desk)
    assert (saved.id, saved.tags) == (id_, ("family firms", "food"))
    assert titles(desk.book) == ["Profile “Owners” saved."]
    assert save_profile(desk, saved)[1].act is None
    undo(desk)
    assert text_of(desk) == before


def test_a_profile_without_a_name_is_called_after_whom_it_describes(desk: Desk) -> None:
    save_profile(desk, replace(OWNER, name=" "))
    save_profile(desk, Profile(id="", name="", tags=("vets", "barns")))
    assert [profile.name for profile in profiles(desk)] == ["an owner of a family firm", "vets, barns"]
    with pytest.raises(RefusedError, match="at least one"):
        save_profile(desk, Profile(id="", name=" ", role=" "))
    with pytest.raises(RefusedError, match="no profile"):
        save_profile(desk, replace(OWNER, id="gone"))


def test_deleting_a_profile_can_be_undone_and_is_refused_while_an_ask_speaks_of_it(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    id_, _ = save_profile(desk, OWNER)
    before = text_of(desk)
    delete_profile(desk, id_)
    assert profiles(desk) == []
    undo(desk)
    assert text_of(desk) == before
    put(desk, Ask(id="a", person="ana", target_profile=id_))
    with pytest.raises(RefusedError, match="Switch it off"):
        delete_profile(desk, id_)
    assert len(profiles(desk)) == 1


def test_a_profile_changes_who_has_the_opportunity(desk: Desk) -> None:
    add(desk, "Ana Ruiz", knows=("Food",))

    def opportunity() -> str:
        return everybody(desk).people[0].standing.verdict.opportunity.verdict

    assert opportunity() == "not_yet"
    id_, _ = save_profile(desk, OWNER)
    assert opportunity() == "met"
    save_profile(desk, replace(OWNER, id=id_, active=False))
    assert opportunity() == "not_yet"
