"""What to call a person in a sentence."""

import pytest

from refdesk.domain.person import Person


@pytest.mark.parametrize(
    ("name", "given", "first"),
    [
        ("Ann Marie Lee", "Ann Marie", "Ann Marie"),
        ("Ann Marie Lee", "", "Ann"),
        ("高橋美咲", "", "高橋美咲"),
        ("高橋 美咲", "美咲", "美咲"),
        (" Lee", "", " Lee"),
    ],
)
def test_the_given_name_else_the_first_word_else_the_whole(name: str, given: str, first: str) -> None:
    assert Person(id="p1", name=name, given=given).first_name == first
