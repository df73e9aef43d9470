"""What set-up does on a bare machine, a finished one, a changed one, and one that cannot give what it needs."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
INPUTS = ("packaging/setup.sh", "packaging/linux/system-libraries.txt", "requirements.txt", "pyproject.toml")
LISTED = [
    line
    for line in (ROOT / "packaging/linux/system-libraries.txt").read_text().splitlines()
    if line and not line.startswith("#")
]
REAL = ("cat", "cksum", "cp", "dirname", "env", "grep", "mkdir", "sed", "sh")

# Says what it was asked for; as `python -m venv --clear FOLDER` it makes that folder, with itself inside.
PYTHON = """#!/bin/sh
case "$*" in
    '-m venv'*)
        echo "python $*" >>"$CALLS"
        mkdir -p "$4/bin" && cp "$0" "$4/bin/python" && echo "command = $*" >"$4/pyvenv.cfg" ;;
    *install*) echo "python $*" >>"$CALLS" ;;
    --version) echo 'Python 3.12.1' ;;
esac
"""


@dataclass(frozen=True, slots=True)
class Machine:
    """A folder with the project's set-up in it, and one with the only commands that it finds."""

    project: Path
    commands: Path

    def command(self, name: str, script: str) -> None:
        path = self.commands / name
        path.write_text(script if script.startswith("#!") else f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def packages(self, names: list[str]) -> None:
        self.command(
            "dpkg-query", f'for name; do case " {" ".join(names)} " in *" $name "*) echo installed ;; esac; done'
        )

    def set_up(self, *, succeeds: bool = True) -> tuple[list[str], str]:
        """What was called for, and what was said."""
        calls = self.project / "calls"
        calls.write_text("")
        outcome = subprocess.run(
            [self.project / "packaging/setup.sh"],
            env={"PATH": str(self.commands), "CALLS": str(calls)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (outcome.returncode == 0) is succeeds, outcome.stderr
        return calls.read_text().splitlines(), outcome.stderr


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A Debian that has every package, with Python 3.12 and nobody to ask for more."""
    bare = Machine(project=tmp_path / "project", commands=tmp_path / "bin")
    bare.commands.mkdir()
    for name in INPUTS:
        (bare.project / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, bare.project / name)
    for name in REAL:
        found = shutil.which(name)
        assert found, name
        (bare.commands / name).symlink_to(found)
    bare.command("uname", "echo Linux")
    bare.command("id", "echo 1000")
    bare.command("sudo", "exit 1")
    bare.packages(LISTED)
    bare.command("apt-get", 'echo "apt-get $*" >>"$CALLS"')
    bare.command("python3", PYTHON)
    return bare


def test_a_bare_machine_gets_an_environment_the_pins_and_the_project(machine: Machine) -> None:
    calls, said = machine.set_up()
    assert calls[0].endswith(f"-m venv --clear {machine.project}/.venv")
    assert "--require-hashes --requirement requirements.txt" in calls[1]
    assert "--only-binary :all:" in calls[1]
    assert calls[2].endswith("--no-build-isolation --no-deps --editable .")
    assert len(calls) == 3
    assert "done: .venv/bin/refdesk" in said


def test_a_second_time_nothing_is_done(machine: Machine) -> None:
    machine.set_up()
    assert machine.set_up() == ([], "")


@pytest.mark.parametrize("changed", INPUTS)
def test_a_change_is_installed_into_the_same_environment(machine: Machine, changed: str) -> None:
    machine.set_up()
    with (machine.project / changed).open("a") as file:
        file.write("\n# changed\n")
    calls, _ = machine.set_up()
    assert ["venv" in call.split() for call in calls] == [False, False]


def test_what_was_interrupted_is_done_again(machine: Machine) -> None:
    machine.command("python3", PYTHON.replace('*install*) echo "python $*" >>"$CALLS"', "*install*) exit 1"))
    machine.set_up(succeeds=False)
    machine.command("python3", PYTHON)
    shutil.copy(machine.commands / "python3", machine.project / ".venv/bin/python")
    calls, _ = machine.set_up()
    assert len(calls) == 2


def test_an_environment_that_was_moved_is_made_again(machine: Machine) -> None:
    machine.set_up()
    moved = Machine(project=machine.project.rename(machine.project.with_name("moved")), commands=machine.commands)
    calls, _ = moved.set_up()
    assert calls[0].endswith(f"-m venv --clear {moved.project}/.venv")


def test_the_newest_suitable_python_is_taken(machine: Machine) -> None:
    machine.command("python3.14", "exit 1")
    machine.command("python3.13", PYTHON.replace('echo "python', 'echo "newer'))
    calls, _ = machine.set_up()
    assert {call.split()[0] for call in calls} == {"newer"}


def test_without_a_suitable_python_one_sentence_says_so(machine: Machine) -> None:
    machine.command("python3", "exit 1")
    calls, said = machine.set_up(succeeds=False)
    assert calls == []
    assert said == "set-up: Python 3.11 to 3.14 with its venv module is needed and was not found.\n"


def test_an_administrator_installs_exactly_what_is_missing(machine: Machine) -> None:
    machine.command("id", "echo 0")
    machine.packages([name for name in LISTED if name not in ("libgl1", "libegl1")])
    calls, _ = machine.set_up()
    assert calls[0] == "apt-get -qq update"
    assert calls[1].endswith(" install libgl1 libegl1")
    assert len(calls) == 5


def test_a_library_under_its_newer_name_is_not_missing(machine: Machine) -> None:
    machine.command("id", "echo 0")
    machine.packages([name.replace("libglib2.0-0", "libglib2.0-0t64") for name in LISTED])
    calls, _ = machine.set_up()
    assert len(calls) == 3


def test_without_an_administrator_it_says_what_is_missing_and_goes_on(machine: Machine) -> None:
    machine.packages([name for name in LISTED if name != "libgl1"])
    calls, said = machine.set_up()
    assert "set-up: an administrator should run: apt-get install libgl1\n" in said
    assert len(calls) == 3


def test_sudo_without_a_password_is_enough(machine: Machine) -> None:
    machine.command("sudo", 'echo "sudo $*" >>"$CALLS"; shift; "$@"')
    machine.packages([])
    calls, _ = machine.set_up()
    assert "apt-get -qq update" in calls
    assert any(call.startswith("sudo -n env DEBIAN_FRONTEND=noninteractive apt-get") for call in calls)


def test_an_apt_that_fails_does_not_stop_what_can_go_on(machine: Machine) -> None:
    machine.command("id", "echo 0")
    machine.packages([])
    machine.command("apt-get", "exit 100")
    calls, said = machine.set_up()
    assert "apt could not install" in said
    assert len(calls) == 3


def test_a_system_without_apt_is_told_where_the_list_is(machine: Machine) -> None:
    (machine.commands / "apt-get").unlink()
    calls, said = machine.set_up()
    assert "this system has no apt; packaging/linux/system-libraries.txt names" in said
    assert len(calls) == 3


def test_the_list_names_one_package_to_a_line() -> None:
    assert "python3-venv" in LISTED
    assert len(set(LISTED)) == len(LISTED)
    assert [name for name in LISTED if not name.replace("-", "").replace(".", "").isalnum()] == []
