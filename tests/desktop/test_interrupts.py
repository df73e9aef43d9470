"""A signal to end becomes readable instead of ending the process, and signals are given back afterwards."""

import os
import select
import signal

import pytest

from refdesk.desktop.interrupts import ENDING, interrupts


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_becomes_readable_and_ends_nothing(number: signal.Signals) -> None:
    with interrupts() as reader:
        assert reader is not None
        assert select.select([reader], [], [], 0)[0] == []
        os.kill(os.getpid(), number)
        assert select.select([reader], [], [], 5)[0] == [reader]


def test_afterwards_signals_mean_what_they_meant_before() -> None:
    before = [signal.getsignal(number) for number in ENDING]
    with interrupts():
        assert [signal.getsignal(number) for number in ENDING] != before
    assert [signal.getsignal(number) for number in ENDING] == before


def test_where_no_pipe_is_taken_there_is_nothing_to_wait_for() -> None:
    before = [signal.getsignal(number) for number in ENDING]
    with interrupts("win32") as reader:
        assert reader is None
        assert [signal.getsignal(number) for number in ENDING] == before
