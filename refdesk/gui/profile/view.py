"""Who a good referral is: the profiles at the left, the one that is written at the right."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from refdesk.domain.records import Profile
from refdesk.gui.profile.form import ProfileForm
from refdesk.gui.view import Tools, View
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.column import ColumnPage
from refdesk.gui.widgets.delegate import RowDelegate
from refdesk.gui.widgets.focus import lead_focus
from refdesk.gui.widgets.footer import Footer
from refdesk.gui.widgets.header import Header
from refdesk.gui.widgets.list_model import ListModel
from refdesk.gui.widgets.list_view import ListView
from refdesk.gui.widgets.rows import Row, RowRole, RowShape
from refdesk.gui.widgets.splitter import Splitter
from refdesk.gui.widgets.status_bar import KeyHint
from refdesk.services.desk import Desk
from refdesk.services.profiles import delete_profile, profiles, save_profile
from refdesk.storage.writing import Changes

SUMMARY = "A narrow question brings one face to mind, so people can help you."
HINTS = (KeyHint("Enter", "edit"), KeyHint("Del", "delete"), KeyHint("Ctrl+Enter", "save"))
LIST, LEAST_LIST, LEAST_FORM, FORM_WIDTH = 300, 180, 420, 640
PROFILE_ROW = RowShape(padding=7, compact_padding=3, right_width=0)
NEW = Profile(id="", name="")


class ProfileView(View):
    """What is written is saved by the button, and before the profile or the view is left."""

    key = "profile"

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._profiles: dict[str, Profile] = {}
        self._id = ""
        self._is_saving = False
        head = Header(self.theme, "Your ideal referrals")
        head.set_summary(SUMMARY)
        add = Button(self.theme, "New profile", icon="plus")
        add.clicked.connect(self.new_profile)
        head.add(add)
        self._list = ListView(self.theme, "Profiles", RowDelegate(self.theme, PROFILE_ROW))
        self._model = ListModel(self._fetch, self)
        self._list.setModel(self._model)
        self._list.selectionModel().currentChanged.connect(self._current_changed)
        self._list.chosen.connect(self.edit)
        self._list.add_key("Del", "Delete", self.delete)
        self.form = ProfileForm(self.theme)
        self.form.changed.connect(self._take_up_edit)
        split = Splitter(self.theme, (LIST, 10_000))
        split.add_pane(self._list, LEAST_LIST)
        split.add_pane(self._lay_out_form(), LEAST_FORM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(split, 1)

    def _lay_out_form(self) -> QWidget:
        pane = QFrame()
        pane.setProperty("pane", "base")
        self._save = Button(self.theme, "Save profile", Kind.PRIMARY, key="Ctrl+Enter")
        self._save.clicked.connect(self.save)
        self._delete = Button(self.theme, "Delete", Kind.GHOST, icon="trash-2")
        self._delete.clicked.connect(self.delete)
        foot = Footer(self.theme)
        foot.add(self._save)
        foot.add_space()
        foot.add(self._delete)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ColumnPage(self.theme, self.form, FORM_WIDTH), 1)
        column.addWidget(foot)
        lead_focus(pane, self.form)
        self._pane = pane
        return pane

    # What every view answers

    def refresh(self) -> None:
        """Read the profiles anew; what is being written stays."""
        self._profiles = {profile.id: profile for profile in profiles(self.session.desk())}
        if self._id and self._id not in self._profiles:
            self._keep_what_vanished()
        if not self._id and not self.form.is_edited():
            self._id = next(iter(self._profiles), "")
        self._model.set_entries(list(self._profiles))
        self._list.setVisible(bool(self._profiles))
        self._list.setCurrentIndex(self._model.place_of(self._id))
        self._show()

    def apply(self, changes: Changes) -> None:
        """Read them anew where this may concern them."""
        if changes.everybody and not self._is_saving:
            self.refresh()

    def hints(self) -> Sequence[KeyHint]:
        """The keys of the list."""
        return HINTS

    def panes(self) -> Sequence[QWidget]:
        """List and form; the form alone while there is no profile."""
        return (self._list, self._pane) if self._profiles else (self._pane,)

    def current_id(self) -> str:
        """The profile that is shown."""
        return self._id

    def show_record(self, id_: str, part: str = "") -> None:
        """Show this profile."""
        if id_ not in self._profiles:
            self.refresh()
        index = self._model.place_of(id_)
        if index.isValid():
            self._list.setCurrentIndex(index)

    def act_primary(self) -> None:
        """Save."""
        self.save()

    def edit(self, _: object = None) -> None:
        """Go to the first blank."""
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def may_leave(self) -> bool:
        """Save what was written; where that is refused, it stays before the user."""
        return not self.form.is_edited() or _is_blank(self.form.profile()) or self.save()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was written."""
        self.may_leave()
        super().hideEvent(event)

    # What can be done

    def new_profile(self) -> None:
        """Begin a new one."""
        if not self.may_leave():
            return
        self._id = ""
        self._list.clearSelection()
        self._list.setCurrentIndex(QModelIndex())
        self.form.show_profile(NEW)
        self._take_up_edit()
        self.edit()

    def save(self) -> bool:
        """Write the profile; False where that is refused, and what was written stays."""
        profile = self.form.profile()
        if profile.id and not self.form.is_edited():
            return True
        saved: list[str] = []

        def put(desk: Desk) -> Changes:
            id_, changes = save_profile(desk, profile)
            saved.append(id_)
            return changes

        self._is_saving = True
        changes = self.session.do(put)
        self._is_saving = False
        if changes is None:
            return False
        self._id = saved[0]
        self.form.take_as_shown()
        self.refresh()
        return True

    def delete(self) -> None:
        """Take the profile out of the book; with it goes what was written and not saved."""
        id_, loaded = self._id, self.form.loaded
        if not id_:
            return
        self.form.take_as_shown()
        if self.session.do(lambda desk: delete_profile(desk, id_)) is None:
            self.form.loaded = loaded

    # Inside

    def _fetch(self, ids: Sequence[str]) -> Sequence[Row]:
        return [_row(self._profiles[id_]) for id_ in ids if id_ in self._profiles]

    def _current_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        id_ = current.data(RowRole.ID)
        if not isinstance(id_, str) or id_ == self._id:
            return
        if not self.may_leave():
            self._list.setCurrentIndex(self._model.place_of(self._id))
            return
        self._id = id_
        self.form.show_profile(self._profiles[id_])
        self._list.setCurrentIndex(self._model.place_of(id_))
        self._take_up_edit()

    def _show(self) -> None:
        profile = self._profiles.get(self._id, NEW)
        if not self.form.is_edited() or self.form.profile() == profile:
            self.form.show_profile(profile)
        self._take_up_edit()

    def _keep_what_vanished(self) -> None:
        """A profile that is gone: what was written of it and not saved becomes a new one."""
        edited, self._id = self.form.is_edited(), ""
        written = self.form.profile()
        self.form.show_profile(NEW)
        if edited:
            self.form.write(replace(written, id=""))

    def _take_up_edit(self) -> None:
        self._save.setEnabled(self.form.is_edited())
        self._delete.setVisible(bool(self._id))


def _is_blank(profile: Profile) -> bool:
    return profile == replace(NEW, active=profile.active)


def _row(profile: Profile) -> Row:
    second = "Not looked for now" if not profile.active else profile.situation or profile.industry
    spoken = f"{profile.name}. {'' if profile.active else 'Not looked for now.'}".strip()
    return Row(id=profile.id, title=profile.name, second=second, accessible=spoken, description="Enter edits it")
