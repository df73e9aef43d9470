"""What the world's failures say of themselves."""

import pytest

from refdesk.domain.errors import BookError, KnownError, RefusedError, UnclearPersonError


@pytest.mark.parametrize("kind", [RefusedError, BookError])
def test_a_known_error_is_its_sentence(kind: type[KnownError]) -> None:
    with pytest.raises(KnownError, match=r"^The disk is full\.$"):
        raise kind("The disk is full.")


def test_words_that_mean_nobody() -> None:
    error = UnclearPersonError("zoe", [])
    assert str(error) == "Nobody matches “zoe”."
    assert error.candidates == ()


def test_words_that_mean_several_name_them() -> None:
    error = UnclearPersonError("ann", [("p1", "Ann Lee"), ("p2", "Ann Ray")])
    assert isinstance(error, KnownError)
    assert str(error) == "Several people match “ann”."
    assert error.text == "ann"
    assert error.candidates == (("p1", "Ann Lee"), ("p2", "Ann Ray"))
