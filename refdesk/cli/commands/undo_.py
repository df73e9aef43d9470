"""Take back the last act, or an import: whoever nobody has touched since goes, the others stay and are named."""

import argparse

from refdesk.cli.context import Context
from refdesk.cli.words import DONE
from refdesk.services.history import undo
from refdesk.services.imports.run import undo_import


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("import_id", nargs="?", metavar="IMPORT", help="an import's id, as 'refdesk imports' lists it")


def run(context: Context, asked: argparse.Namespace) -> int:
    """Do it."""
    with context.desk() as desk:
        if asked.import_id is None:
            title = undo(desk).title
            context.show({"undone": title}, f"Undone: {title}")
            return DONE
        back = undo_import(desk, asked.import_id)
    text = "1 person taken back." if back.gone == 1 else f"{back.gone} people taken back."
    if back.stay:
        text += "\nThese stay, because they have been touched since:\n" + "\n".join(f"  {name}" for name in back.stay)
    context.show({"import": back.id, "gone": back.gone, "stay": list(back.stay)}, text)
    return DONE
