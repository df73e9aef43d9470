"""Measure everything and print it: ``python -m benchmarks [PEOPLE …]``."""

import sys
import tempfile
from pathlib import Path

from benchmarks import imports, processes, queries, windows
from benchmarks.measure import machine


def main(sizes: list[int]) -> None:
    """Print a line per figure, as soon as it is there."""
    print(machine(), flush=True)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for line in imports.report(folder):
            print(line, flush=True)
        for people in sizes:
            for line in queries.report(folder, people):
                print(line, flush=True)
        for line in processes.report(folder):
            print(line, flush=True)
        for line in windows.report(folder, sizes[-1]):
            print(line, flush=True)


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [1_000, 10_000, 100_000])
