"""A small list of people for the tests of models, views and delegates."""

from collections.abc import Sequence

from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.delegate import RowDelegate
from refdesk.gui.widgets.list_model import Entry, ListModel
from refdesk.gui.widgets.list_view import ListView
from refdesk.gui.widgets.marks import Heart, Pip, Ring
from refdesk.gui.widgets.rows import TODAY_ROW, Row, RowShape, SectionHead

ENTRIES: tuple[Entry, ...] = (
    SectionHead("Due", 2),
    "a",
    "b",
    SectionHead("Later", 1),
    "c",
    SectionHead("Some day", 1),
    "d",
)


def row(row_id: str) -> Row:
    return Row(
        id=row_id,
        title=f"Thank {row_id}",
        second="Agreed to introduce you to Dele Okafor.",
        accessible=f"Thank {row_id}. Due today.",
        description="Space marks it done",
        avatar="Marisol Quintana",
        ring=Ring.OPEN,
        icon="phone",
        right="Today",
        pips=(Pip.MET, Pip.BEGUN, Pip.OPEN),
        pip_notes=("met", "begun", "open"),
        hearts=(Heart.GIVEN, Heart.DUE, Heart.LATER),
    )


class Source:
    """Answers like a query, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Sequence[str]] = []
        self.gone: set[str] = set()

    def fetch(self, ids: Sequence[str]) -> list[Row]:
        self.asked.append(tuple(ids))
        return [row(row_id) for row_id in ids if row_id not in self.gone]


def list_view(
    theme: Theme, source: Source, entries: Sequence[Entry] = ENTRIES, shape: RowShape = TODAY_ROW
) -> ListView:
    view = ListView(theme, "Today's actions", RowDelegate(theme, shape))
    model = ListModel(source.fetch, view)
    model.set_entries(entries)
    view.setModel(model)
    view.resize(640, 400)
    return view
