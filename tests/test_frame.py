"""What the project's frame promises: pins that agree, hashes for all of them, no addresses, help for every target."""

import re
import stat
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[^ ;]+)( ; (?P<marker>.+?))? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
COMMENT = re.compile(r" *#[^/]*")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pins() -> dict[str, list[str]]:
    """The pinned versions of every package of requirements.txt, by its normalised name; some differ by Python."""
    versions: dict[str, list[str]] = {}
    for pin in filter(None, map(PIN.fullmatch, text_of("requirements.txt").splitlines())):
        versions.setdefault(pin["name"], []).append(pin["version"])
    return versions


def declared() -> list[Requirement]:
    """Every dependency that pyproject.toml declares: to run, to develop, to build."""
    project = tomllib.loads(text_of("pyproject.toml"))
    lists = (
        project["project"]["dependencies"],
        project["dependency-groups"]["dev"],
        project["build-system"]["requires"],
    )
    return [Requirement(line) for each in lists for line in each]


def test_every_declared_dependency_is_pinned_within_its_bounds() -> None:
    pinned = pins()
    disagreeing = [
        str(requirement)
        for requirement in declared()
        if not any(map(requirement.specifier.contains, pinned.get(canonicalize_name(requirement.name), ())))
    ]
    assert disagreeing == []


def test_requirements_hold_nothing_but_pins_hashes_and_comments() -> None:
    """So no registry's address, no option and no folder of the machine that wrote them."""
    strange = [
        line
        for line in text_of("requirements.txt").splitlines()
        if not any(shape.fullmatch(line) for shape in (PIN, HASH, COMMENT))
    ]
    assert strange == []


def test_every_pin_carries_a_hash() -> None:
    lines = text_of("requirements.txt").splitlines()
    bare = [line for line, following in pairwise(lines) if PIN.match(line) and not HASH.match(following)]
    assert bare == []
    assert pins()


def test_help_lists_every_target() -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {"setup", "run", "test"} <= targets
    assert set(re.findall(r"^make ([a-z]+) +\S", shown, re.MULTILINE)) == targets


def test_the_readme_names_targets_that_there_are() -> None:
    makefile = text_of("Makefile")
    named = set(re.findall(r"(?:^|`)make ([a-z]+)(?:`|$)", text_of("README.md"), re.MULTILINE))
    assert {"run", "test"} <= named
    assert named <= set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


def test_every_target_is_phony() -> None:
    makefile = text_of("Makefile")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony
    assert set(phony[1].split()) == set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


def test_continuous_integration_runs_the_test_command_alone() -> None:
    script = ROOT / ".ci/run"
    commands = [line for line in script.read_text().splitlines() if not line.startswith(("#", "set ", "cd "))]
    assert commands == ["make test"]
    assert script.stat().st_mode & stat.S_IXUSR


def test_commit_hooks_are_the_projects_own_tools() -> None:
    hooks = text_of(".pre-commit-config.yaml")
    assert set(re.findall(r"repo: (\S+)", hooks)) == {"local"}
    tools = re.findall(r"entry: \.venv/bin/(\S+)", hooks)
    assert len(tools) == hooks.count("entry:")
    assert [tool for tool in tools if not Path(sys.executable).with_name(tool).exists()] == []
