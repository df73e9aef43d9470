"""The body of Ready to ask: the list beside the details, or beside words where nobody is ready, or words alone."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from refdesk.gui.ready.detail import Detail
from refdesk.gui.ready.ready_list import ReadyList
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.empty_state import EmptyState
from refdesk.gui.widgets.splitter import Splitter

LIST, LEAST_LIST, DETAIL, LEAST_DETAIL = 376, 300, 688, 420


class Frame(QStackedWidget):
    """Its signals tell what was pressed where there is nobody to show."""

    add_requested = Signal()
    import_requested = Signal()
    everybody_requested = Signal()
    first_requested = Signal()
    sorting_requested = Signal()

    def __init__(self, theme: Theme, people: ReadyList, detail: Detail, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = people
        self._detail = detail
        self._make_words(theme)
        self._right = QStackedWidget()
        self._blank = QWidget()
        for side in (self._blank, detail, self._nobody_ready, self._only_to_sort):
            self._right.addWidget(side)
        self._split = Splitter(theme, (LIST, DETAIL))
        self._split.add_pane(people, LEAST_LIST)
        self._split.add_pane(self._right, LEAST_DETAIL)
        for page in (self._split, self._no_people, self._no_match):
            self.addWidget(page)

    def _make_words(self, theme: Theme) -> None:
        self._no_people = EmptyState(
            theme,
            "Add a few people who know your work",
            "Readiness comes from results, recent conversations and what you’ve given.",
            "Add a person",
            "Import contacts",
        )
        self._no_match = EmptyState(
            theme, "Nobody here", "None of your contacts are in this group.", "Show all contacts"
        )
        self._nobody_ready = EmptyState(
            theme, "Nobody is ready just yet", "That’s normal. Start with the people one step away.", "Show them"
        )
        self._only_to_sort = EmptyState(
            theme,
            "Nobody is ready just yet",
            "Say a few things about ten people you know well, and RefDesk can tell.",
            "Sort ten people",
        )
        self._no_people.primary_chosen.connect(self.add_requested)
        self._no_people.secondary_chosen.connect(self.import_requested)
        self._no_match.primary_chosen.connect(self.everybody_requested)
        self._nobody_ready.primary_chosen.connect(self.first_requested)
        self._only_to_sort.primary_chosen.connect(self.sorting_requested)

    def panes(self) -> Sequence[QWidget]:
        """What F6 goes to now."""
        page = self.currentWidget()
        if isinstance(page, EmptyState):
            return (page.primary,)
        right = self._right.currentWidget()
        if isinstance(right, EmptyState):
            return right.primary, self._list  # the one thing to do comes first
        return (self._list, self._detail) if right is self._detail else (self._list,)

    def show_list(self) -> None:
        """There is a list."""
        self.setCurrentWidget(self._split)

    def show_no_people(self) -> None:
        """The book is empty."""
        self.setCurrentWidget(self._no_people)

    def show_no_match(self) -> None:
        """The filter leaves nobody."""
        self.setCurrentWidget(self._no_match)

    def show_detail(self, *, shown: bool) -> None:
        """Somebody is shown beside the list, or nobody for a moment."""
        self._right.setCurrentWidget(self._detail if shown else self._blank)

    def show_nobody(self, *, only_to_sort: bool) -> None:
        """Beside the list: nobody is ready, or of nobody is enough known to tell."""
        self._right.setCurrentWidget(self._only_to_sort if only_to_sort else self._nobody_ready)
