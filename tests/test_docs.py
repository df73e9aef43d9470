"""What the documentation says is so: its commands, keys, numbers, words, links and paths, and every session in it."""

import re
import shlex
import tomllib
import typing
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, time
from operator import attrgetter
from pathlib import Path
from typing import Any, Literal

import pytest

from refdesk.cli import context
from refdesk.cli.main import COMMANDS, main
from refdesk.desktop import clock
from refdesk.domain import words
from refdesk.domain.policy import Policy
from refdesk.domain.records import BookRecords
from refdesk.formats.csv.columns import FIELDS
from refdesk.formats.csv.layouts import LAYOUTS
from refdesk.formats.csv.writer import write_csv
from refdesk.formats.refdesk_json.fields import REQUIRED, JsonField, fields_of, item_type
from refdesk.formats.refdesk_json.scalars import MOST
from refdesk.services.finding import MANY
from refdesk.services.imports.files import LARGEST_MB
from refdesk.storage.writing import KEPT_ACTS

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "docs/method.md", "docs/interchange.md", "docs/architecture.md", "docs/window.md")
SESSIONS = ("README.md", "docs/interchange.md")
TOP_FOLDERS = ("refdesk", "tests", "docs", "packaging", "benchmarks")

NOW = datetime(2026, 11, 23, 9, 15)
DATA_FOLDER = ".local/share/RefDesk"
BLOCK = re.compile(r"^```(?P<kind>\w*) ?(?P<name>\S*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
CITATION = re.compile(r"docs/method\.md`? (?:sections? )?((?:\d+(?:, | and | to )?)+)")
NEW_ID = re.compile(r"\b[0-9a-f]{15}\b")


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def prose_of(page: str) -> str:
    """A page without its fenced blocks."""
    return BLOCK.sub("", text_of(page))


def section(page: str, heading: str) -> str:
    """What stands between a heading and the next one of the same rank or a higher one."""
    level = len(heading) - len(heading.lstrip("#"))
    _, found, rest = f"\n{text_of(page)}".partition(f"\n{heading}\n")
    assert found, f"{page} has no heading “{heading}”"
    return re.split(rf"^#{{1,{level}}} ", BLOCK.sub(lambda block: block[0].replace("\n#", "\n "), rest), flags=re.M)[0]


def slug(heading: str) -> str:
    """The anchor that a heading gets where Markdown is shown."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def row_of(page: str, first: str) -> str:
    """The row of a table that begins with this cell."""
    rows = [line for line in text_of(page).splitlines() if line.startswith(f"| {first}")]
    assert len(rows) == 1, f"{page}: {first}"
    return rows[0]


# ----- the command line ---------------------------------------------------------------------------------------------


def options_of(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> set[str]:
    """The options that the help of the program or of a command names, but for those that all share."""
    with pytest.raises(SystemExit):
        main([*arguments, "--help"])
    return set(re.findall(r"--[a-z-]+", capsys.readouterr().out)) - {"--help", "--json"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_described_with_all_its_options(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    described = section("docs/interchange.md", f"### `{command}`")
    assert sorted(option for option in options_of([command], capsys) if option not in described) == []
    assert f"$ refdesk {command}" in described


def test_every_option_before_a_command_is_described(capsys: pytest.CaptureFixture[str]) -> None:
    described = section("docs/interchange.md", "## The command line").partition("\n### ")[0]
    options = options_of([], capsys)
    assert len(options) > 2
    assert sorted(option for option in options | {"--help", "--json"} if f"`{option}" not in described) == []


def test_no_command_is_described_that_there_is_not() -> None:
    headings = re.findall(r"^### `(\w+)`$", section("docs/interchange.md", "## The command line"), re.M)
    assert headings == [*dict.fromkeys(headings)]
    assert set(headings) == set(COMMANDS)


@pytest.mark.parametrize(
    ("page", "sentence", "number"),
    [
        ("docs/interchange.md", "at most {} MB (50,000,000 bytes)", LARGEST_MB),
        ("docs/interchange.md", "the last {} are kept", KEPT_ACTS),
        ("docs/interchange.md", "At most {} of each", MANY),
        ("docs/interchange.md", "whole numbers from 0 to {}", MOST),
        ("docs/architecture.md", "The last {} acts are kept", KEPT_ACTS),
    ],
)
def test_a_limit_is_the_one_that_is_kept(page: str, sentence: str, number: int) -> None:
    assert sentence.format(number) in " ".join(prose_of(page).split())


# ----- RefDesk JSON and CSV -----------------------------------------------------------------------------------------


def keys_of(record: type) -> Iterator[JsonField]:
    """The keys of a record and of the records inside it."""
    for key in fields_of(record):
        yield key
        inner = item_type(key.hint) or key.hint
        if isinstance(inner, type) and is_dataclass(inner):
            yield from keys_of(inner)


@pytest.mark.parametrize("part", [p for p in fields_of(BookRecords) if p.name != "policy"], ids=attrgetter("name"))
def test_every_key_stands_in_the_table_with_its_default(part: JsonField) -> None:
    record = item_type(part.hint)
    row = row_of("docs/interchange.md", f"`{part.name}[]`" if record else f"`{part.name}`")
    for key in keys_of(record or part.hint):
        mark = f"`{key.name}[]`" if item_type(key.hint) else f"`{key.name}`"
        if key.default is REQUIRED:
            assert f"**{mark}**" in row
        elif isinstance(key.default, str | int) and key.default and key.hint is not float:
            default = str(key.default).lower() if isinstance(key.default, bool) else str(key.default)
            assert re.search(rf"{re.escape(mark)} = `?{default}\b", row), key.name
        else:
            assert re.search(rf"(?<!\*){re.escape(mark)}(?! =)", row), key.name


def test_every_field_and_layout_of_csv_is_named() -> None:
    described = section("docs/interchange.md", "### CSV")
    assert re.findall(r"`([a-z_]+)`", described.partition("A field is one of")[2])[: len(FIELDS)] == list(FIELDS)
    assert [layout.name for layout in LAYOUTS if f"`{layout.name}`" not in described] == []


def test_every_column_of_our_csv_is_named() -> None:
    described = " ".join(section("docs/interchange.md", "### CSV").split())
    columns = {re.sub(r" 1 - .*", "", column) for column in write_csv([], str).strip().split(",")}
    assert sorted(column for column in columns if not re.search(rf"\b{column}\b", described)) == []


# ----- the method ---------------------------------------------------------------------------------------------------


def shown(value: object) -> str:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return ", ".join(f"`{item}`" for item in value) if isinstance(value, tuple) else str(value)


@pytest.mark.parametrize("number", fields(Policy), ids=attrgetter("name"))
def test_every_number_of_the_policy_has_its_default(number: Any) -> None:
    cells = [cell.strip() for cell in row_of("docs/method.md", f"`{number.name}`").split("|")]
    assert cells[2] == shown(number.default)
    asides = re.findall(rf"`{number.name}` \(([\d:]+)\)", prose_of("docs/method.md"))
    assert {aside.rjust(5, "0") if ":" in aside else aside for aside in asides} <= {shown(number.default)}


def test_every_word_of_the_method_is_explained() -> None:
    vocabularies = [value for value in vars(words).values() if typing.get_origin(value) is Literal]
    assert len(vocabularies) > 20
    explained = set(CODE.findall(prose_of("docs/method.md") + prose_of("docs/interchange.md")))
    missing = {word for vocabulary in vocabularies for word in typing.get_args(vocabulary)} - explained
    assert sorted(missing) == []


def test_the_sections_that_the_code_cites_are_there() -> None:
    sections = re.findall(r"^## (\d+)\. ", text_of("docs/method.md"), re.M)
    assert sections == [str(number) for number in range(1, len(sections) + 1)]
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "refdesk").rglob("*.py"))
    cited = {number for found in CITATION.findall(sources) for number in re.findall(r"\d+", found)}
    assert len(cited) > 4
    assert cited <= set(sections)


# ----- the house ----------------------------------------------------------------------------------------------------


def test_every_folder_is_explained() -> None:
    folders = [path.name for path in (ROOT / "refdesk").iterdir() if (path / "__init__.py").exists()]
    page = text_of("docs/architecture.md")
    assert [folder for folder in folders if f"`refdesk/{folder}/`" not in page] == []


def test_every_import_contract_is_explained() -> None:
    contracts = tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    page = text_of("docs/architecture.md")
    assert [contract["name"] for contract in contracts if f"- **{contract['name']}.**" not in page] == []


def test_every_dependency_has_its_reason() -> None:
    needed = tomllib.loads(text_of("pyproject.toml"))["project"]["dependencies"]
    names = {re.split(r"[<>=]", requirement)[0] for requirement in needed}
    explained = re.findall(r"^\| `([\w-]+)` \|", section("docs/architecture.md", "## Dependencies"), re.M)
    assert sorted(explained) == sorted(names)


# ----- links, paths and tone ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    for target in LINK.findall(prose_of(page)):
        assert "://" not in target, "the documentation is read offline"
        path, _, anchor = target.partition("#")
        linked = (ROOT / page).parent / path if path else ROOT / page
        assert linked.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", BLOCK.sub("", linked.read_text(encoding="utf-8")), re.M)
            assert anchor in map(slug, headings), target


@pytest.mark.parametrize("page", PAGES)
def test_every_path_of_the_project_exists(page: str) -> None:
    for code in CODE.findall(prose_of(page)):
        path, _, test = code.partition("::")
        if path.split("/")[0] in TOP_FOLDERS and "/" in path and " " not in path and "NNN" not in path:
            assert (ROOT / path).exists(), code
            assert not test or f"def {test}(" in text_of(path), code


@pytest.mark.parametrize("page", PAGES)
def test_nothing_of_another_machine_is_named(page: str) -> None:
    folders = set(re.findall(r"(?<![\w.~}*>])/(?:[a-z]\w*)(?=/)", text_of(page)))
    assert folders <= {"/home", "/Users"}


@pytest.mark.parametrize("page", PAGES)
def test_the_tone_is_calm(page: str) -> None:
    assert "!" not in CODE.sub("", prose_of(page)).replace("![", "[")


# ----- sessions -----------------------------------------------------------------------------------------------------


def steps_of(session: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block with what it prints."""
    for step in re.split(r"^\$ ", session, flags=re.M)[1:]:
        command, _, output = step.partition("\n")
        yield command, output


def run(command: str, data: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What a command prints, as on a terminal of Sam's."""
    main(shlex.split(command.replace(f"~/{DATA_FOLDER}", str(data)))[1:])
    printed = capsys.readouterr()
    return f"{printed.out}{printed.err}".replace(str(data), f"/home/sam/{DATA_FOLDER}")


def agrees(printed: str, described: str) -> bool:
    """Whether the output is the one described, whatever ids are new, and whatever a line with “…” stands for."""
    parts = NEW_ID.sub("ID", described).split("…\n")
    return re.fullmatch("(?:.*\n)*".join(map(re.escape, parts)), NEW_ID.sub("ID", printed)) is not None


@pytest.mark.parametrize("page", SESSIONS)
def test_every_session_runs_as_described(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clock, "now_local", lambda: NOW)
    monkeypatch.setattr(clock, "now_utc", lambda: NOW.replace(tzinfo=UTC))
    monkeypatch.setattr(context, "default_book", lambda: data / "book.refdesk")
    given: dict[str, str] = {}
    for block in BLOCK.finditer(text_of(page)):
        if block["name"]:
            (tmp_path / block["name"]).write_text(block["text"], encoding="utf-8")
        for command, output in steps_of(block["text"]) if block["kind"] == "console" else ():
            for described, real in given.items():
                command = command.replace(described, real)
            printed = run(command, data, capsys)
            assert agrees(printed, output), f"$ {command}\n{printed}"
            given |= dict(zip(NEW_ID.findall(output), NEW_ID.findall(printed), strict=False))
