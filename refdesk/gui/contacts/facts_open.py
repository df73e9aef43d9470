"""Calling, writing and opening pages in the user's own programs, by addresses of four harmless schemes alone."""

from dataclasses import dataclass

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from refdesk.domain.person import Address

SCHEMES = frozenset(("tel", "mailto", "http", "https"))
_DIALLED = frozenset("0123456789+*#,;")


@dataclass(frozen=True, slots=True)
class Link:
    """What a row opens: its address, and the words that begin the entry about it; empty where there is none to log."""

    url: QUrl
    log: str = ""


def phone_link(number: str, name: str) -> Link:
    """A call to this number."""
    url = QUrl()
    url.setScheme("tel")
    url.setPath("".join(letter for letter in number if letter in _DIALLED))
    return Link(url, f"Call with {name} ")


def email_link(address: str, name: str) -> Link:
    """A letter to this address and nobody else: what follows a question mark stays part of the address."""
    url = QUrl()
    url.setScheme("mailto")
    url.setPath(address.strip())
    return Link(url, f"Email with {name} ")


def web_link(address: str) -> Link:
    """A page; one that names no scheme is meant to be safe."""
    typed = address.strip()
    return Link(QUrl(typed if "://" in typed else f"https://{typed}", QUrl.ParsingMode.StrictMode))


def address_text(address: Address) -> str:
    """A postal address as it stands on an envelope, in the lines that it has."""
    town = " ".join(filter(None, (address.city, address.postcode)))
    return "\n".join(filter(None, (address.street, town, address.region, address.country)))


def can_open(link: Link) -> bool:
    """Whether it names a program's scheme of the four, and somewhere to go."""
    url = link.url
    if not url.isValid() or url.scheme() not in SCHEMES:
        return False
    return bool(url.host()) if url.scheme().startswith("http") else bool(url.path())


def open_outside(link: Link) -> bool:
    """Open it in the user's own program; False where it can't be, or no program answers."""
    return can_open(link) and QDesktopServices.openUrl(link.url)
