"""The bus and the server of the end-to-end tests, for the notifier alone."""

from tests.end_to_end.conftest import bus, server

__all__ = ["bus", "server"]
