"""Look once at what is due, and show what was not shown before as notifications, without buttons."""

import argparse
from typing import Any

from refdesk.cli.context import Context
from refdesk.cli.words import DONE
from refdesk.desktop.clock import ClockOn
from refdesk.desktop.notify import system_notifier
from refdesk.reminders.service import Raised, ReminderService


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("--names", action="store_true", help="say who it is about; the screen may be seen by others")


def run(context: Context, asked: argparse.Namespace) -> int:
    """Do it; where nothing can show a notification, print what would be shown."""
    clock = ClockOn(context.clock, context.day)
    notifier = system_notifier()
    try:
        with context.desk(fresh=True) as desk:
            service = ReminderService(lambda _: desk, notifier, clock, names_allowed=lambda: asked.names)
            raised = service.look(with_actions=False)
    finally:
        notifier.close()
    context.show(_plain(raised), _told(raised))
    return DONE


def _plain(raised: tuple[Raised, ...]) -> dict[str, Any]:
    return {
        "notices": [
            {"key": each.notice.key, "title": each.notice.title, "body": each.notice.body, "shown": each.shown}
            for each in raised
        ]
    }


def _told(raised: tuple[Raised, ...]) -> str:
    lines = [f"{each.notice.title}\n  {each.notice.body}" for each in raised]
    if any(not each.shown for each in raised):
        lines.append("Nothing here can show notifications, so they will be raised again.")
    return "\n".join(lines) or "There is nothing new to remind you of."
