"""The views by key; each is imported and made when it is first gone to, so that the window is there at once."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from refdesk.gui.view import Tools, View

if TYPE_CHECKING:
    from refdesk.gui.settings.view import Autostart


class Views:
    """Makes views and keeps them."""

    def __init__(self, tools: Tools, autostart: "Autostart") -> None:
        self._tools = tools
        self._autostart = autostart
        self._made: dict[str, View] = {}
        self._makers: dict[str, Callable[[], View]] = {
            "today": self._today,
            "ready": self._ready,
            "contacts": self._contacts,
            "timeline": self._timeline,
            "referrals": self._referrals,
            "notes": self._notes,
            "partners": self._partners,
            "import": self._import,
            "triage": self._triage,
            "profile": self._profile,
            "settings": self._settings,
            "method": self._method,
            "welcome": self._welcome,
        }

    def keys(self) -> tuple[str, ...]:
        """All there are."""
        return tuple(self._makers)

    def made(self, key: str) -> View | None:
        """A view that was gone to before; None else."""
        return self._made.get(key)

    def get(self, key: str) -> View:
        """The view of this key; KeyError where there is none."""
        if key not in self._made:
            self._made[key] = self._makers[key]()
        return self._made[key]

    def _today(self) -> View:
        from refdesk.gui.today.view import TodayView

        return TodayView(self._tools)

    def _ready(self) -> View:
        from refdesk.gui.ready.view import ReadyView

        return ReadyView(self._tools)

    def _contacts(self) -> View:
        from refdesk.gui.contacts.view import ContactsView

        return ContactsView(self._tools)

    def _timeline(self) -> View:
        from refdesk.gui.timeline.view import TimelineView

        return TimelineView(self._tools)

    def _referrals(self) -> View:
        from refdesk.gui.referrals.view import ReferralsView

        return ReferralsView(self._tools)

    def _notes(self) -> View:
        from refdesk.gui.notes.view import NotesView

        return NotesView(self._tools)

    def _partners(self) -> View:
        from refdesk.gui.partners.view import PartnersView

        return PartnersView(self._tools)

    def _import(self) -> View:
        from refdesk.gui.imports.view import ImportView

        return ImportView(self._tools)

    def _triage(self) -> View:
        from refdesk.gui.triage.view import TriageView

        return TriageView(self._tools)

    def _profile(self) -> View:
        from refdesk.gui.profile.view import ProfileView

        return ProfileView(self._tools)

    def _settings(self) -> View:
        from refdesk.gui.settings.view import SettingsView

        return SettingsView(self._tools, self._autostart)

    def _method(self) -> View:
        from refdesk.gui.method.view import MethodView

        return MethodView(self._tools)

    def _welcome(self) -> View:
        from refdesk.gui.welcome.view import WelcomeView

        return WelcomeView(self._tools)
