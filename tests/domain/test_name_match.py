"""How typed letters fit a name: the best kind of fit, and which letters are marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.domain.name_match import Fit, match_name


def marked(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " ".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize(
    ("typed", "text", "fit", "letters"),
    [
        ("ais", "Aisha Rahman", Fit.BEGINNING, "Ais"),
        ("RAH", "Aisha Rahman", Fit.BEGINNING, "Rah"),
        ("rah ai", "Aisha Rahman", Fit.BEGINNING, "Ai Rah"),
        ("ar", "Aisha Rahman", Fit.INITIALS, "A R"),
        ("ar", "Arno Roth", Fit.BEGINNING, "Ar"),
        ("ama", "Ana Maria Alves", Fit.INITIALS, "A M A"),
        ("sha", "Aisha Rahman", Fit.INSIDE, "sha"),
        ("sha ahm", "Aisha Rahman", Fit.INSIDE, "sha ahm"),
        ("asra", "Aisha Rahman", Fit.LOOSE, "A s Ra"),
        ("soren", "Søren Lindqvist", Fit.BEGINNING, "Søren"),
        ("strasse", "Weiße Straße", Fit.BEGINNING, "Straße"),
        ("zeb", "Al Žeběta", Fit.BEGINNING, "Žeb"),
        ("dell", "Corrado Dell'Orto", Fit.BEGINNING, "Dell"),
        ("orto", "Corrado Dell'Orto", Fit.BEGINNING, "Orto"),
        ("al al", "Alma Alder", Fit.BEGINNING, "Al Al"),
    ],
)
def test_the_best_fit_counts(typed: str, text: str, fit: Fit, letters: str) -> None:
    match = match_name(typed, text)
    assert match is not None
    assert (match.fit, marked(text, match.spans)) == (fit, letters)


@pytest.mark.parametrize(
    ("typed", "text"),
    [("", "Ana"), (" ", "Ana"), ("x", "Ana Ruiz"), ("n", "Ana"), ("ra", "Ana Ruiz"), ("zz", ""),
     ("nar", "Ana Ruiz")],
)  # fmt: skip
def test_what_does_not_fit_does_not(typed: str, text: str) -> None:
    assert match_name(typed, text) is None


@given(typed=st.text(max_size=12), text=st.text(max_size=40))
def test_whatever_is_typed_the_spans_are_in_the_text_and_in_order(typed: str, text: str) -> None:
    match = match_name(typed, text)
    ends = [0, *(place for span in match.spans for place in span)] if match else [0]
    assert ends == sorted(ends)
    assert ends[-1] <= len(text)


@given(text=st.from_regex(r"[A-Z][a-zé]{2,8} [A-Z][a-zø]{2,8}", fullmatch=True))
def test_every_beginning_of_a_name_is_found_at_its_beginning(text: str) -> None:
    for end in range(1, len(text)):
        match = match_name(text[:end], text)
        assert match is not None
        assert match.fit is Fit.BEGINNING
