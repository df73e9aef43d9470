"""The composition root: builds the window and all that it stands on, starts them, and stops them in reverse."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from refdesk.desktop import clock as system_clock
from refdesk.desktop import paths
from refdesk.desktop.autostart import AtLogin, system_autostart
from refdesk.desktop.clock import ClockOn
from refdesk.desktop.instance import Instance, claim_or_ask, system_instance
from refdesk.desktop.interrupts import interrupts
from refdesk.desktop.notify import FirstThatWorks, system_notifier
from refdesk.desktop.session import background_command, has_display
from refdesk.domain.daywords import day_name
from refdesk.gui.navigation import Navigation
from refdesk.gui.preferences import Preferences
from refdesk.gui.session import Session
from refdesk.gui.theme.fonts import load_fonts
from refdesk.gui.theme.theme import Theme, system_wishes
from refdesk.gui.view import Tools
from refdesk.gui.window.application import make_application
from refdesk.gui.window.banners import READ_ONLY, SAMPLE, START_FOR_REAL
from refdesk.gui.window.main_window import MainWindow
from refdesk.gui.window.reminding import Reminding
from refdesk.gui.window.tray import Tray, TrayNotifier
from refdesk.gui.window.trouble import open_book
from refdesk.gui.window.unexpected import Unexpected
from refdesk.gui.window.views import Views
from refdesk.gui.worker import Worker
from refdesk.reminders.ports import Clock
from refdesk.services.counts import is_empty
from refdesk.services.desk import Desk
from refdesk.services.safekeeping import backups_of
from refdesk.storage.book import Book

DONE, REFUSED = 0, 1
NO_DISPLAY = (
    "RefDesk has no display to open its window on; its commands work without one (refdesk --help), "
    "and in the project 'make demo-shots' draws every view to pictures."
)
ALREADY_OPEN = "RefDesk is already open. Its window has been brought forward."
_BEATS_TO_A_SWEEP = 20
"""After how many heartbeats the collector goes through everything, not only through what is young."""


def open_window(book: Path | None, day: date | None, *, background: bool) -> int:
    """Open the window on a book, by default the user's own; gives the exit status when it has ended.

    ``day`` stands in for the clock's; ``background`` shows no window until it is asked for.
    """
    if not has_display():
        sys.stderr.write(f"refdesk: {NO_DISPLAY}\n")
        return REFUSED
    clock = ClockOn(system_clock, day)
    path: Path | None = book or paths.default_book()
    application: QApplication | None = None
    status = DONE
    while path is not None:
        instance = system_instance(path, paths.runtime_folder())
        try:
            is_first = claim_or_ask(instance)
        except OSError as error:
            sys.stderr.write(f"refdesk: {path} can't be reached: {(error.strerror or str(error)).lower()}.\n")
            return REFUSED
        if not is_first:
            sys.stderr.write(f"refdesk: {ALREADY_OPEN}\n")
            return DONE
        application = application or make_application()
        program = Program(application, path, clock, instance)
        status = program.run(background=background)
        path, background = program.next_book, False
    return status


class Program(QObject):
    """One book's window, tray and reminders, from start to end."""

    def __init__(self, application: QApplication, path: Path, clock: Clock, instance: Instance) -> None:
        super().__init__()
        self.next_book: Path | None = None
        self._application = application
        self._path = path
        self._clock = clock
        self._instance = instance
        self._beats = 0
        self.unexpected = Unexpected(paths.error_log(), clock.now_utc)
        self.preferences = Preferences(paths.preferences_file())
        self.theme = Theme(application, load_fonts(), self.preferences.appearance)
        self.theme.set_wishes(system_wishes(application))

    def run(self, *, background: bool) -> int:
        """Show the window until the user quits; gives the exit status."""
        book = open_book(self._path, self._clock, self.theme, self._moment)
        if book is None:
            self._instance.release()
            return REFUSED
        with self.unexpected.watched(), self.started(book, background=background), interrupts() as number:
            ended = self._watch(number, self._end)
            self._application.exec()
            del ended
        return DONE

    @contextmanager
    def started(self, book: Book, *, background: bool) -> Iterator[None]:
        """The program on an open book, which it closes in the end; the event loop is the caller's."""
        with book:
            self._build(book)
            self._connect()
            self._start(background=background)
            try:
                yield
            finally:
                self._stop()

    def _build(self, book: Book) -> None:
        self.session = Session(book, self._clock)
        self.worker = Worker(self._desk_of_its_own)
        tools = Tools(self.session, self.theme, Navigation(), self.worker, self.preferences)
        self.views = Views(tools, AtLogin(system_autostart(Path.home(), paths.config_folder()), background_command()))
        self.window = MainWindow(tools, self.views)
        self.notifier = FirstThatWorks([system_notifier()])
        self.reminding = Reminding(
            lambda day: Desk(book, day, as_kept=True),
            self.notifier,
            self.notifier.fileno,
            self._clock,
            self.worker,
            self.preferences,
            lambda: bool(self.session.held),
        )
        self.tray = Tray(self.session, self.reminding, lambda: self.preferences.names_allowed)
        self.notifier.add(TrayNotifier(self.tray.icon))
        self._asked = self._watch(self._instance.fileno(), self._look_for_second_start)

    def _desk_of_its_own(self) -> Desk:
        """The book opened anew, for the worker; one that was taken away is not made again in its place."""
        return Desk(Book.open(self._path, self._clock.now_utc, create=False), self.session.today)

    def _watch(self, number: int | None, act: Callable[[], None]) -> QSocketNotifier | None:
        """Call whenever this descriptor, if there is one, becomes readable, for as long as what is given lives."""
        if number is None:
            return None
        notifier = QSocketNotifier(number, QSocketNotifier.Type.Read)
        notifier.activated.connect(act)
        return notifier

    def _connect(self) -> None:
        window, reminding, tray, session = self.window, self.reminding, self.tray, self.session
        window.close_requested.connect(self._close)
        window.quit_requested.connect(self._quit)
        window.band.acted.connect(self._act_on_banner)
        window.tools.navigation.sample_requested.connect(self._open_sample)
        session.stale.connect(self._bring_up_to_date)
        self.unexpected.told.connect(session.refused)
        reminding.opened.connect(self._open_row)
        reminding.answered.connect(session.publish)
        reminding.day_begun.connect(session.renewed)
        reminding.backed_up.connect(self._say_backed_up)
        reminding.failed.connect(self._say_failed)
        reminding.beaten.connect(self._beaten)
        tray.toggled.connect(self._toggle)
        tray.opened.connect(self._open_row)
        tray.log_requested.connect(self._log)
        tray.settings_requested.connect(self._open_settings)
        tray.quit_requested.connect(self._quit)

    def _start(self, *, background: bool) -> None:
        gc.freeze()
        gc.disable()  # else it may run on the worker, and free there what belongs to the window
        if backups := backups_of(self._path):
            self._say_backed_up(backups[0].made_at)
        if self.session.book.read_only:
            self.window.show_banner(READ_ONLY)
        elif self._path == paths.sample_book():
            self.window.show_banner(SAMPLE)
        welcomes = is_empty(self.session.desk()) and not self.preferences.welcomed
        self.window.begin_with("welcome" if welcomes else "")
        if not background:
            self.window.show()
        self.tray.look()
        self.reminding.start()

    def _stop(self) -> None:
        self.tray.hide()
        self.reminding.stop()
        self.notifier.close()
        self.worker.stop()
        self.window.hide()
        self.window.deleteLater()
        self._instance.release()
        gc.enable()
        gc.collect()

    # What the parts tell each other

    def _close(self) -> None:
        from refdesk.gui.window.closing import ClosingDialog

        keeps = self.preferences.keeps_running
        if keeps is None:
            dialog = ClosingDialog(self.theme, has_tray=self.tray.is_there, parent=self.window)
            dialog.exec()
            dialog.deleteLater()
            keeps = dialog.keeps_running
            if keeps is None:
                return
            self.preferences.keeps_running = keeps
        if keeps:
            self.window.hide()
        else:
            self._end()

    def _quit(self) -> None:
        if self.window.view is None or self.window.view.may_leave():
            self.window.keep_place()
            self._end()

    def _end(self) -> None:
        """End the event loop. Qt's own `quit` would close the window first, which may mean to keep running."""
        self._application.exit()

    def _toggle(self) -> None:
        if self.window.isVisible() and self.window.isActiveWindow():
            self._close()
        else:
            self.window.come_forward()

    def _open_row(self, key: str) -> None:
        self.window.come_forward()
        self.window.show_row(key)

    def _log(self) -> None:
        self.window.come_forward()
        self.window.log_here()

    def _open_settings(self) -> None:
        self.window.come_forward()
        self.window.go("settings")

    def _look_for_second_start(self) -> None:
        if self._instance.is_asked_to_raise():
            self.window.come_forward()

    def _act_on_banner(self, words: str) -> None:
        if words == START_FOR_REAL:
            self._switch_to(paths.default_book())

    def _open_sample(self) -> None:
        from refdesk.services.demo import write_demo  # all the people and trades of the sample

        path = paths.sample_book()
        if not path.exists():
            write_demo(path, self._clock.now_utc, self.session.today)
        self._switch_to(path)

    def _switch_to(self, path: Path) -> None:
        self.next_book = path
        self._quit()

    def _beaten(self) -> None:
        self.session.look()
        self._look_for_second_start()
        self._beats += 1
        gc.collect(2 if self._beats % _BEATS_TO_A_SWEEP == 0 else 1)

    def _bring_up_to_date(self) -> None:
        """After a change of policy or profile everybody's verdict is reckoned again, without the window waiting."""
        self.worker.run(
            lambda desk, _: desk.bring_up_to_date(), lambda _: self.session.renewed.emit(), self.session.refused.emit
        )

    def _say_backed_up(self, made_at: datetime) -> None:
        self.window.say_backed_up(f"Backed up {self._moment(made_at)}")

    def _say_failed(self, sentence: str) -> None:
        self.window.say_backed_up(sentence, failed=True)

    def _moment(self, instant: datetime) -> str:
        """An instant as the wall tells it: "today at 08:02"."""
        now = self._clock.now_local()
        local = instant.replace(tzinfo=None) + (now - self._clock.now_utc().replace(tzinfo=None))
        day = day_name(local.date(), now.date())
        return f"{day if local.date() == now.date() else f'on {day}'} at {local:%H:%M}"
