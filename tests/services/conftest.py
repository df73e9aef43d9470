"""A desk over a fresh book for each test of the services."""

from collections.abc import Iterator

import pytest

from refdesk.services.desk import Desk
from tests.services.books import fresh_desk


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A desk over an empty book on TODAY."""
    with fresh_desk() as desk:
        yield desk
