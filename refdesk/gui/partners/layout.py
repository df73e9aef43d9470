"""The panes of Partners: the list, and beside it one partnership, or the form that is open in its place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from refdesk.gui.partners.detail import Detail
from refdesk.gui.partners.forms import BeginForm, CardForm, ReviseForm, SwapForm
from refdesk.gui.partners.rows import BAR, PartnerDelegate
from refdesk.gui.theme.fonts import MICRO
from refdesk.gui.view import Tools
from refdesk.gui.widgets.column import ColumnPage
from refdesk.gui.widgets.delegate import INSET, PADDING
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.list_view import ListView
from refdesk.gui.widgets.splitter import Splitter

LIST, LEAST_LIST, LEAST_DETAIL, FORM = 408, 320, 400, 400


class PartnersLayout(QWidget):
    """One form at most is open; `open_form` and `close_form` say which."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = tools.theme
        self.list = ListView(theme, "Partners", PartnerDelegate(theme))
        self.detail = Detail(theme)
        self.beginning, self.swap, self.revision = BeginForm(tools), SwapForm(tools), ReviseForm(tools)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.detail)
        self._form_pages: dict[CardForm, QWidget] = {}
        for form in (self.beginning, self.swap, self.revision):
            self._form_pages[form] = ColumnPage(theme, form, FORM)
            self._pages.addWidget(self._form_pages[form])
        split = Splitter(theme, (theme.px(LIST), 10_000))
        split.add_pane(self._lay_out_list(tools), theme.px(LEAST_LIST))
        split.add_pane(self._pages, theme.px(LEAST_DETAIL))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    def _lay_out_list(self, tools: Tools) -> QFrame:
        """The list under the words that say what its bars mean."""
        theme = tools.theme
        meaning = Label(theme, "Gave | received", MICRO, "text2")
        meaning.setAlignment(Qt.AlignmentFlag.AlignCenter)
        meaning.setFixedWidth(theme.px(BAR))
        head = QHBoxLayout()
        head.setContentsMargins(INSET + PADDING, 10, INSET + PADDING, 0)
        head.addWidget(Label(theme, "Partner", MICRO, "text2"), 1)
        head.addWidget(meaning)
        pane = QFrame()
        pane.setProperty("pane", "base")
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        return pane

    def form(self) -> CardForm | None:
        """The form that is open."""
        shown = self._pages.currentWidget()
        return next((form for form, page in self._form_pages.items() if page is shown), None)

    def open_form(self, form: CardForm) -> None:
        """Show a form in the place of the details."""
        self._pages.setCurrentWidget(self._form_pages[form])
        form.setFocus()

    def close_form(self) -> None:
        """Show the details again."""
        self._pages.setCurrentWidget(self.detail)
