"""What a naming tradition is: the given and family names that invented people are called by.

A name written in another script stands with its Latin form: ``Олена=Olena``.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tradition:
    """One naming tradition: given names of women and of men, and family names with their forms for women.

    ``women_family`` is given where the form differs ("Nowacka"), ``family`` is empty where people have one name
    only. ``family_first`` says that the family name leads, ``joined`` that it does so in the native script, which
    writes no space after it.
    """

    name: str
    women: tuple[str, ...]
    men: tuple[str, ...]
    family: tuple[str, ...]
    women_family: tuple[str, ...] = ()
    family_first: bool = False
    joined: bool = False


def tradition(
    name: str,
    women: str,
    men: str,
    family: str,
    women_family: str = "",
    *,
    family_first: bool = False,
    joined: bool = False,
) -> Tradition:
    """A tradition from its names as lists with commas, the form in which they are easily read and added to."""

    def names(text: str) -> tuple[str, ...]:
        return tuple(text.split(", ")) if text else ()

    return Tradition(
        name=name,
        women=names(women),
        men=names(men),
        family=names(family),
        women_family=names(women_family),
        family_first=family_first,
        joined=joined,
    )
