"""Lines to cards: what begins and ends a card, what folds, what an encoding swallows, and where flaws are."""

import pytest

from refdesk.formats.incoming import Flaw
from refdesk.formats.vcard.head import cut_line, parse_head
from refdesk.formats.vcard.reader import read_vcards
from tests.formats.vcard.cards import card, person_of, read_one


def names(text: str) -> list[str]:
    return [incoming.person.name for incoming in read_vcards(text.encode()).people]


@pytest.mark.parametrize(
    "text",
    [
        "BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n",
        "BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\n",
        "BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B",
        "BEGIN:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\nFN:A\nEND:VCARD\n",
        "begin:vcard\nfn:A\nend:vcard\nBegin : vCard \nFN:B\nEND:VCARD  \n",
        "hello\n\nBEGIN:VCARD\nFN:A\nEND:VCARD\n-- \nfoo: bar\nBEGIN:VCARD\nFN:B\nEND:VCARD\nEND:VCARD\nbye",
        "  BEGIN:VCARD\n  FN:A\n  END:VCARD\n  BEGIN:VCARD\n  FN:B\n  END:VCARD\n",
        "BEGIN:VCARD\nFN:A\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCARD\nBEGIN:VCARD\nFN:B\n",
        "BEGIN:VCARD\nFN:A\nNOTE;QUOTED-PRINTABLE:cut=\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n",
        "BEGIN:VCARD\nFN:A\nPHOTO;BASE64:/9j/\n\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n",
    ],
    ids=["two", "no end", "no ends", "inside", "letters", "junk", "indented", "other", "open QP", "open base64"],
)
def test_two_cards_are_found_whatever_surrounds_them(text: str) -> None:
    assert names(text) == ["A", "B"]


def test_cards_know_their_line_and_number() -> None:
    reading = read_vcards(b"x\r\nBEGIN:VCARD\r\nFN:A\r\n B\r\nEND:VCARD\r\n\r\nBEGIN:VCARD\r\nFN:C\r\nEND:VCARD")
    assert [(incoming.line, incoming.record) for incoming in reading.people] == [(2, "card 1"), (7, "card 2")]
    assert reading.source == "vcard"
    assert reading.warnings == ["1 line outside the cards was left out."]


def test_a_file_without_cards_says_so() -> None:
    assert read_vcards(b"First Name,Last Name\nAnn,Lee\n").warnings == ["There is no vCard in this file."]


@pytest.mark.parametrize(
    ("version", "about"), [("2.1", "one two  three"), ("3.0", "onetwo three"), ("4.0", "onetwo three")]
)
def test_a_fold_keeps_its_blank_in_21_only(version: str, about: str) -> None:
    assert person_of("FN:A", "NOTE:one", " two", "  three", version=version).about == about


def test_the_version_may_stand_last() -> None:
    data = b"BEGIN:VCARD\nFN:A\nNOTE:one\n two\nVERSION:2.1\nEND:VCARD\n"
    assert read_vcards(data).people[0].person.about == "one two"


@pytest.mark.parametrize(
    ("lines", "about"),
    [
        (("NOTE;ENCODING=QUOTED-PRINTABLE:a=3Db=", "c=C3=", "=A9"), "a=bcé"),
        (("NOTE;QUOTED-PRINTABLE:a=", "", "", "b"), "ab"),
        (("NOTE;QUOTED-PRINTABLE;CHARSET=windows-1252:=80 =", "=E9"), "€ é"),
        (("NOTE;ENCODING=Q:Reid=92s",), "Reid’s"),
        (("NOTE;QUOTED-PRINTABLE:one=0D=0Atwo=0D=0A",), "one\ntwo"),
        (("NOTE;QUOTED-PRINTABLE:C:\\new\\;x",), "C:\\new;x"),
        (("NOTE;QUOTED-PRINTABLE:not =ZZ hex",), "not =ZZ hex"),
        (("NOTE:plain =41=",), "plain =41="),
    ],
)
def test_quoted_printable(lines: tuple[str, ...], about: str) -> None:
    assert person_of("FN:A", *lines, "TITLE:after", version="2.1").about == about


def test_quoted_printable_goes_on_though_the_line_looks_like_a_property() -> None:
    person = person_of("TITLE:First", "NOTE;QUOTED-PRINTABLE:a =", "TITLE:b", version="2.1")
    assert (person.title, person.about) == ("First", "a TITLE:b")


def test_quoted_printable_that_is_cut_short_ends_with_its_card() -> None:
    data = card("FN:A", "NOTE;QUOTED-PRINTABLE:cut=") + card("FN:B")
    assert [incoming.person.about for incoming in read_vcards(data).people] == ["cut", ""]


def test_quoted_printable_takes_no_other_line() -> None:
    person = person_of("FN:A", "NOTE;QUOTED-PRINTABLE:a=3D", "TITLE:after", version="2.1")
    assert (person.about, person.title) == ("a=", "after")


@pytest.mark.parametrize(
    "lines",
    [
        ("KEY;ENCODING=b:", " QUJD", " REVG"),
        ("KEY;BASE64:QUJD", "REVG", "", ""),
        ("KEY;ENCODING=BASE64:", "  QUJD", "", "  REVG", ""),
    ],
)
def test_base64_goes_on_until_a_line_that_is_none(lines: tuple[str, ...]) -> None:
    person = person_of("FN:A", *lines, "TITLE:after", version="2.1")
    assert person.extra == ("KEY;VALUE=uri:data:application/octet-stream;base64,QUJDREVG",)
    assert person.title == "after"


@pytest.mark.parametrize(
    "agent",
    [
        ("AGENT:", "BEGIN:VCARD", "FN:Other", "TEL:2", "END:VCARD"),
        ("AGENT:BEGIN:VCARD", "FN:Other", "TEL:2", "END:VCARD"),
        ("AGENT:BEGIN:VCARD", " FN:Other", " TEL:2", " END:VCARD"),
        ("AGENT:BEGIN:VCARD\\nFN:Other\\nTEL:2\\nEND:VCARD\\n",),
        ("AGENT;VALUE=uri:CID:other@host.com",),
    ],
)
def test_an_agent_is_nobody_of_the_file(agent: tuple[str, ...]) -> None:
    incoming = read_one("FN:A", *agent, "TEL:1")
    assert incoming.person.name == "A"
    assert [phone.value for phone in incoming.person.phones] == ["1"]
    assert incoming.flaws == (Flaw(4, "The card's agent was left out."),)


def test_an_agent_without_a_card_does_not_swallow_the_next_one() -> None:
    assert names("BEGIN:VCARD\nAGENT:\nFN:A\nBEGIN:VCARD\nFN:B\n") == ["A", "B"]


def test_an_agent_is_one_card_only() -> None:
    agent = "AGENT:\nBEGIN:VCARD\nFN:Other\nEND:VCARD\n"
    assert names(f"BEGIN:VCARD\nFN:A\n{agent}BEGIN:VCARD\nFN:B\n") == ["A", "B"]


def test_flaws_name_the_line_in_the_file() -> None:
    data = card("FN:A") + card("FN:B", "NOTE:folded", " twice", " over", "no colon here", "BDAY:soon", "a b:c")
    second = read_vcards(data).people[1]
    assert second.flaws == (
        Flaw(11, "“no colon here” is no line of a vCard and was left out."),
        Flaw(12, "“soon” is no date; it was kept as text."),
        Flaw(13, "“a b:c” is no line of a vCard and was left out."),
    )


def test_a_name_alone_is_no_property() -> None:
    incoming = read_one("TEL:1", "TEL")
    assert [flaw.line for flaw in incoming.flaws] == [4]


def test_an_open_quote_costs_only_its_own_line() -> None:
    person = person_of('TEL;P="a:1', 'TEL;P="a:b":2')
    assert [phone.value for phone in person.phones] == ["1", "2"]


def test_the_head_of_a_line() -> None:
    head = parse_head('item1.tel;TYPE="work,Voice";type=CELL;pref;X-A="b;c";X-B=d^ne^^f^\'')
    assert head is not None
    assert (head.name, head.group, head.label) == ("TEL", "item1", "work mobile")
    assert head.types == ("work", "Voice", "CELL", "pref")
    assert head.params == (("X-A", "b;c"), ("X-B", 'd\ne^f"'))
    assert head.verbatim == 'item1.tel;TYPE="work,Voice";type=CELL;TYPE=pref;X-A="b;c";X-B=d^ne^^f^\''
    assert (head.param("X-A"), head.param("NONE")) == ("b;c", "")


@pytest.mark.parametrize("text", ["", "two words", "é", "-x", "…", ";TYPE=x", "a.", "a.b c;TYPE=x", "a b.TEL", "é.TEL"])
def test_what_is_no_head(text: str) -> None:
    assert parse_head(text) is None


@pytest.mark.parametrize(
    ("line", "head", "value"),
    [
        ("TEL:1:2", "TEL", "1:2"),
        ('TEL;X="a:b":1:2', 'TEL;X="a:b"', "1:2"),
        ('TEL;X="a:b', 'TEL;X="a', "b"),
        ('NOTE:he said: "x:y"', "NOTE", 'he said: "x:y"'),
    ],
)
def test_a_line_is_cut_at_the_first_colon_outside_quotes(line: str, head: str, value: str) -> None:
    assert cut_line(line) == (head, ":", value)


def test_a_line_without_a_colon() -> None:
    assert cut_line('no "colon') == ('no "colon', "", "")
