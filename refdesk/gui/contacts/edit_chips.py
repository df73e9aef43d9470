"""Fields of several short things, each a chip that can be taken away; tags are the plain ones."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QStringListModel, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from refdesk.domain.person import Person
from refdesk.domain.rules import normalise_tag
from refdesk.gui.contacts.edit_field import Field, with_part
from refdesk.gui.contacts.edit_keys import tab_before
from refdesk.gui.contacts.edit_offers import OfferLine
from refdesk.gui.view import Tools
from refdesk.gui.widgets.chip import ActionChip
from refdesk.gui.widgets.flow import FlowLayout
from refdesk.gui.worker import Job
from refdesk.services.desk import Desk
from refdesk.storage.about import tags_in_use

WIDEST = 220
"""A chip of more words is cut, and its tool tip has them whole; the facts pane has no more room."""


class ChipsField(Field):
    """The chips above, a line below that adds one by Enter; Enter on an empty line submits."""

    def __init__(self, tools: Tools, name: str, line: QLineEdit) -> None:
        super().__init__(tools, name)
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, 4)
        self._holder.hide()
        self.line = line
        self.line.setAccessibleName(name)
        self.line.returnPressed.connect(self._entered)
        self.line.textEdited.connect(self.changed)
        self.column.addWidget(self._holder)
        self.column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def chips(self) -> list[ActionChip]:
        """The chips, for tests and for the keyboard's order."""
        items = (self._flow.itemAt(place) for place in range(self._flow.count()))
        return [item.widget() for item in items if item and isinstance(item.widget(), ActionChip)]  # type: ignore[misc]

    def show_chips(self, said: Sequence[str]) -> None:
        """Show these, each with its own ×."""
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, words in enumerate(said):
            chip = ActionChip(self.tools.theme, words, f"Remove {words}")
            chip.setMaximumWidth(self.tools.theme.px(WIDEST))
            chip.clicked.connect(partial(self._remove_at, place))
            self._flow.addWidget(chip)
        self._holder.setVisible(bool(said))
        tab_before(self.line, self.chips())
        self._flow.invalidate()
        self.updateGeometry()

    def add_typed(self) -> None:
        """Take what stands in the line."""
        raise NotImplementedError

    def remove(self, place: int) -> None:
        """Take one away."""
        raise NotImplementedError

    def _remove_at(self, place: int) -> None:
        self.remove(place)
        self.line.setFocus()
        self.changed.emit()

    def _entered(self) -> None:
        if self.line.text().strip():
            self.add_typed()
            self.changed.emit()
        else:
            self.submitted.emit()


class TagsField(ChipsField):
    """Tags, completed from those that the book has."""

    def __init__(self, tools: Tools, name: str, part: str, placeholder: str = "Add a tag") -> None:
        """`part` is ``knows`` or ``tags``."""
        self._known = QStringListModel()
        line = OfferLine(self._known)
        super().__init__(tools, name, line)
        self.line.setPlaceholderText(placeholder)
        self.part = part
        self._tags: list[str] = []
        line.setCompleter(line.offers)
        line.offers.activated.connect(self._chosen)

    def load(self, person: Person) -> None:
        """Show the tags."""
        self.tools.worker.run(self._read_tags, self._offer, self.tools.session.refused.emit)
        self._tags = list(getattr(person, self.part))
        self.show_chips(self._tags)
        self.line.clear()

    def apply(self, person: Person) -> Person:
        """With the tags, and with what stands in the line yet."""
        tags = (*self._tags, *_split(self.line.text()))
        unique = {normalise_tag(tag): tag for tag in reversed(tags)}
        return with_part(person, self.part, tuple(tag for tag in tags if unique[normalise_tag(tag)] is tag))

    def add_typed(self) -> None:
        """Take the tag; a comma parts several."""
        have = {normalise_tag(tag) for tag in self._tags}
        self._tags += [tag for tag in _split(self.line.text()) if normalise_tag(tag) not in have]
        self.line.clear()
        self.show_chips(self._tags)

    def remove(self, place: int) -> None:
        """Take one away."""
        del self._tags[place]
        self.show_chips(self._tags)

    def _offer(self, tags: list[str]) -> None:
        if isValid(self):  # the field may have gone while the book was read
            self._known.setStringList(tags)

    def _chosen(self, tag: str) -> None:
        self.line.setText(tag)
        self.add_typed()
        self.changed.emit()
        # The completer writes its choice into the line once more, after this.
        QTimer.singleShot(0, self.line, self.line.clear)

    def _read_tags(self, desk: Desk, job: Job[list[str]]) -> list[str]:
        return tags_in_use(desk.book, self.part)


def _split(text: str) -> list[str]:
    return [tag for piece in text.split(",") if (tag := piece.strip().removeprefix("#"))]
