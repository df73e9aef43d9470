"""One personal profile has one address, however it is written; a firm's page is nobody's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.domain.profile_address import normalise_profile


@pytest.mark.parametrize(
    "url",
    [
        "https://www.linkedin.com/in/ann-lee",
        "https://www.linkedin.com/in/ann-lee/",
        "HTTPS://WWW.LinkedIn.com/IN/Ann-Lee",
        "http://linkedin.com/in/ann-lee?trk=people",
        "https://uk.linkedin.com/in/ann-lee/#about",
        "https://m.linkedin.com/in/ann-lee",
        "www.linkedin.com/in/ann-lee",
        "linkedin.com/in/ann-lee/en-gb",
        "//www.linkedin.com/in/ann-lee",
        "https://www.linkedin.com:443/in/ann%2Dlee",
        "  https://www.linkedin.com//in//ann-lee \n",
    ],
)
def test_one_profile_has_one_address(url: str) -> None:
    assert normalise_profile(url) == "linkedin.com/in/ann-lee"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.linkedin.com/in/%C3%89ric", "linkedin.com/in/éric"),
        ("https://www.linkedin.com/in/éric", "linkedin.com/in/éric"),
        ("https://www.linkedin.com/pub/ann-lee/12/345/678", "linkedin.com/pub/ann-lee/12/345/678"),
        ("https://www.xing.com/profile/Ann_Lee/cv", "xing.com/profile/ann_lee"),
    ],
)
def test_old_and_foreign_profiles_have_theirs(url: str, address: str) -> None:
    assert normalise_profile(url) == address


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://www.linkedin.com",
        "https://www.linkedin.com/in/",
        "https://www.linkedin.com/company/acme",
        "https://www.linkedin.com/school/acme",
        "https://acme.example/in/ann-lee",
        "https://linkedin.com.evil.example/in/ann-lee",
        "https://www.xing.com/companies/acme",
        "http://[broken/in/ann-lee",
    ],
)
def test_other_addresses_identify_nobody(url: str) -> None:
    assert normalise_profile(url) == ""


@given(st.text() | st.text(alphabet="htps:/[]@.%2linkedcom-in?#\x00").map("linkedin.com/in/".__add__))
def test_no_text_is_an_error(url: str) -> None:
    address = normalise_profile(url)
    assert address == "" or address.startswith(("linkedin.com/in/", "linkedin.com/pub/", "xing.com/profile/"))
