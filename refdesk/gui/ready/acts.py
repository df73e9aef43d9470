"""What the buttons and the keys of Ready to ask do: each one act, or one way to somewhere else."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from refdesk.domain.obligations import days_after
from refdesk.gui.navigation import LogRequest, Navigation, Place
from refdesk.gui.ready.steps import Act, Do, Step
from refdesk.gui.ready.words import on_day
from refdesk.gui.session import Session
from refdesk.services import asking, ready_acts
from refdesk.services.desk import Desk
from refdesk.services.following import confirm_made
from refdesk.services.ready_list import again_now, not_now
from refdesk.storage.writing import Changes

LATER_DAYS = (14, 90)
"""When "later" may be, in days."""


class Acts:
    """Does what a `Step` says."""

    def __init__(self, session: Session, navigation: Navigation, owner: QWidget) -> None:
        """``owner`` is the view, which menus belong to."""
        self._session = session
        self._navigation = navigation
        self._owner = owner

    def perform(self, step: Step, person: str, at: QPoint) -> None:
        """Go where it goes, log what it logs, or do what it does; ``at`` is where a menu would open, on the screen."""
        match step.to:
            case Place() as place:
                self._navigation.go(place.view, place.id, place.part)
            case LogRequest() as request:
                self._navigation.log(request)
            case Act() as act:
                self._do(act, person, at)

    def put_off(self, person: str, *, again: bool) -> None:
        """Not now, or again now."""
        self._session.do(partial(again_now if again else not_now, id_=person))

    def _do(self, act: Act, person: str, at: QPoint) -> None:
        match act.do:
            case Do.RESOLVE:
                self._session.do(partial(ready_acts.resolve_complaint, entry=act.id))
            case Do.SPOKE:
                self._session.do(partial(ready_acts.spoke_today, person=person))
            case Do.REMIND:
                if act.on is not None:
                    self._session.do(partial(ready_acts.remind_then, person=person, on=act.on))
            case Do.CONFIRM:
                self._session.do(partial(confirm_made, referral=act.id))
            case Do.ASK:
                self._navigation.ask(person)
            case Do.AGAIN:
                self.put_off(person, again=True)
            case Do.ANSWER:
                self._answers(act.id).popup(at)

    def _answers(self, ask: str) -> QMenu:
        """What they may have said; it goes when it is closed."""
        menu = QMenu(self._owner)
        menu.setAccessibleName("What did they say?")
        menu.aboutToHide.connect(menu.deleteLater)
        today = self._session.today
        self._offer(menu, "They agreed", partial(asking.agreed, ask=ask))
        self._offer(menu, "Not this time", partial(asking.declined, ask=ask))
        for days in LATER_DAYS:
            until = days_after(today, days)
            later = partial(asking.answered_later, ask=ask, until=until)
            self._offer(menu, f"Later: ask again {on_day(until, today)}", later)
        return menu

    def _offer(self, menu: QMenu, words: str, act: Callable[[Desk], Changes]) -> None:
        menu.addAction(words).triggered.connect(partial(self._act, act))

    def _act(self, act: Callable[[Desk], Changes], _: bool = False) -> None:
        self._session.do(act)
