"""Rows, line numbers and broken quotes."""

import pytest

from refdesk.formats.csv.table import find_table, guess_table, split_lines
from tests.formats.csv.samples import LINKEDIN, read

HEADER = ",".join(LINKEDIN) + "\n"


def rows_of(text: str) -> list[tuple[int, int, list[str]]]:
    table = guess_table(split_lines(text))
    assert table is not None
    return [(row.line, row.number, row.cells) for row in table.rows]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_cells_may_go_on_over_lines_and_lines_are_counted(end: str) -> None:
    text = end.join(["A,B", '1,"two', 'lines, ""quoted"""', "", " , ", "3,4", ""])
    assert rows_of(text) == [(2, 2, ["1", f'two{end}lines, "quoted"']), (6, 5, ["3", "4"])]


def test_only_line_ends_end_a_line() -> None:
    assert split_lines("a\x0bb\x0cc\x1cd\x85e\u2028f\n") == ["a\x0bb\x0cc\x1cd\x85e\u2028f\n"]


def test_an_unclosed_quote_costs_its_own_line() -> None:
    rows = [f"Ann{number},Lee,,,Acme,Boss,01 Jan 2024\n" for number in range(2, 61)]
    rows[46] = 'Bad,"Lee,,,Acme,Boss,01 Jan 2024\n'
    reading = read(HEADER + "".join(rows))
    assert [(one.line, one.record, one.why) for one in reading.unread] == [(48, "row 48", "The quote isn't closed.")]
    assert len(reading.people) == 58
    assert [one.line for one in reading.people] == [line for line in range(2, 61) if line != 48]


def test_what_could_not_be_read_is_told_in_the_order_of_the_file() -> None:
    reading = read(HEADER + ',,,,,,1 May 2020\nAnn,"Lee\nBob,Ray\n,,,,Acme,,\n')
    assert [one.line for one in reading.unread] == [2, 3, 5]


@pytest.mark.parametrize(
    "after",
    [
        'Bob,"Ray",,,,,\nCy,Ko,,,,,\n',
        'Bob,Ray,,,,,\nCy,"Ko, Jr",,,,,\n',
        'Bob,Ray,,,"two\nlines",,\nCy,Ko,,,"",,\n',
        'Bob,Ray,,,"a ""b"" c",,\nCy,Ko,,,,,\n',
    ],
)
def test_after_an_unclosed_quote_reading_goes_on_with_the_next_line(after: str) -> None:
    reading = read(HEADER + 'Ann,"Lee,,,,,\n' + after)
    assert [(one.line, one.why) for one in reading.unread] == [(2, "The quote isn't closed.")]
    assert [one.person.given for one in reading.people] == ["Bob", "Cy"]


def test_a_quote_out_of_place_in_one_line_is_forgiven() -> None:
    reading = read(HEADER + 'Ann "Annie",Lee,,,,,\n"Bob" Ray,x,,,,,\nCy,"Ko" Jr.,,,,,\n')
    assert [one.person.name for one in reading.people] == ['Ann "Annie" Lee', "Bob Ray x", "Cy Ko Jr."]
    assert reading.unread == []


def test_a_cell_that_is_too_long_costs_its_row() -> None:
    reading = read(HEADER + f"{'x' * 200_000},Lee,,,,,\nBob,Ray,,,,,\n")
    assert [one.why for one in reading.unread] == ["A cell is longer than 131,072 characters."]
    assert [one.person.name for one in reading.people] == ["Bob Ray"]


@pytest.mark.parametrize(
    "body", ['a","b,,,,,\n' * 30_000, 'Ann,"Lee,,,,,\n' * 30_000, '"\n' * 30_000, 'Ann,"' + "Lee,,,,,\n" * 30_000]
)
def test_broken_quotes_without_end_cost_no_neighbour(body: str) -> None:
    reading = read(HEADER + "Bob,Ray,,,,,\n" + body)
    assert "Bob Ray" in {one.person.name for one in reading.people}


def test_a_header_is_found_under_any_delimiter() -> None:
    for delimiter in ",;\t|":
        lines = split_lines(f"note; with, all|of\tthem\n\n{delimiter.join('ab')}\n1{delimiter}2\n")
        table = find_table(lines, lambda header: list(header) == ["a", "b"])
        assert table is not None
        assert (table.header.line, [row.cells for row in table.rows]) == (3, [["1", "2"]])


def test_a_line_that_is_too_long_for_a_header_is_none() -> None:
    assert find_table(["a" * 70_000 + "\n", "b\n"], lambda header: len("".join(header)) > 60_000) is None


def test_nothing_is_found_where_no_line_is_the_header() -> None:
    assert find_table(["a,b\n", "c\n"], lambda header: "d" in header) is None
    assert guess_table([]) is None
    assert guess_table(["\n", "sep=;\n"]) is None
