"""The same with a daemon that people use: dunst on a virtual screen shows the notice and sends back what is picked."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from refdesk.domain.records import Task
from refdesk.services.tasks import add_task
from refdesk.storage.records import get
from tests.end_to_end.processes import MORNING, Program, running, wait_until


class Dunst:
    """A running dunst: what it showed, and a hand to pick an action of what is on screen."""

    def __init__(self, folder: Path) -> None:
        self._log = folder / "shown"
        self._menu = folder / "menu"
        self._wanted = folder / "wanted"
        # dunst draws no buttons: it hands its actions to a menu, one to a line, and takes one line back.
        picker = _script(folder / "pick", f'tee -a "{self._menu}" | grep -F "$(cat "{self._wanted}")" | head -n 1')
        logger = _script(folder / "log", f'printf "%s|%s\\n" "$DUNST_SUMMARY" "$DUNST_BODY" >>"{self._log}"')
        self.config = folder / "dunstrc"
        self.config.write_text(
            f'[global]\ndmenu = {picker}\nfont = Sans 10\nmarkup = full\n[log]\nsummary = "*"\nscript = {logger}\n'
        )

    @property
    def shown(self) -> list[str]:
        return self._log.read_text().splitlines() if self._log.exists() else []

    @property
    def menu(self) -> str:
        return self._menu.read_text() if self._menu.exists() else ""

    def pick(self, label: str) -> None:
        """Choose the action of this label."""
        self._wanted.write_text(label)
        subprocess.run(["dunstctl", "context"], check=True)


def _script(path: Path, line: str) -> Path:
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o700)
    return path


@pytest.fixture
def dunst(bus: str, screen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Dunst]:
    monkeypatch.setenv("DISPLAY", screen)
    made = Dunst(tmp_path)
    with running("dunst", "-conf", str(made.config), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL):
        wait_until(lambda: subprocess.run(["dunstctl", "is-paused"], capture_output=True, check=False).returncode == 0)
        yield made


@pytest.mark.parametrize("module", ["tests.end_to_end.program", "tests.end_to_end.window"])
def test_a_task_falls_due_on_dunst_and_done_there_marks_it_done(dunst: Dunst, tmp_path: Path, module: str) -> None:
    program = Program(tmp_path, module)
    with program.desk() as desk:
        add_task(desk, Task(id="t", kind="follow_up", title="Call Ana & <b>Bo</b>", due=MORNING.date()))
    with program.started() as run:
        run.wait_for_look(MORNING)
        wait_until(lambda: bool(dunst.shown))
        dunst.pick("Done")
        wait_until(lambda: _is_done(program))
        for label in ("Done", "In an hour", "Tomorrow morning", "Open"):
            assert f"#{label} " in dunst.menu
    (shown,) = dunst.shown
    assert shown.startswith("Call Ana & <b>Bo</b>|")


def _is_done(program: Program) -> bool:
    with program.desk() as desk:
        task = get(desk.book, Task, "t")
        return task is not None and task.done_on == MORNING.date()
