"""``python -m refdesk``: the ``refdesk`` program."""

from refdesk.cli.main import run

if __name__ == "__main__":
    run()
