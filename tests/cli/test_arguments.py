"""Arguments that make no sense get one sentence and change nothing."""

from pathlib import Path

import pytest

from refdesk.cli.main import main


@pytest.mark.parametrize(
    "arguments",
    [
        ("demo", "--years", "0", "--out", "x.refdesk"),
        ("demo", "--people", "-1", "--out", "x.refdesk"),
        ("find", "--limit", "-3", "a"),
        ("ready", "--limit", "many"),
        ("import", "--cadence", "0", "x.vcf"),
    ],
)
def test_a_number_out_of_range_is_wrong_usage(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        main(["--book", str(tmp_path / "book.refdesk"), *arguments])
    assert left.value.code == 2
    assert "no whole number from" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_sample_never_takes_the_place_of_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "x.refdesk"
    out.touch()
    assert main(["demo", "--out", str(out)]) == 1
    assert "There is something at" in capsys.readouterr().err
    assert out.read_bytes() == b""
