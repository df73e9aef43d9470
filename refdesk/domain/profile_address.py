"""A person's page in a professional network, in the one form in which two of them can be compared."""

from urllib.parse import unquote, urlsplit

_PERSONAL_PATHS = {"linkedin.com": ("in", "pub"), "xing.com": ("profile",)}
"""Where a network keeps people. Other hosts and paths may be a firm's, shared by everybody who works there."""


def normalise_profile(url: str) -> str:
    """``"linkedin.com/in/slug"`` for any spelling of a personal profile's address, "" for every other address.

    Case, scheme, country or mobile subdomain, trailing slash, query and fragment do not matter.
    """
    text = url.strip()
    try:
        parts = urlsplit(text if "://" in text else "//" + text.lstrip("/"))
        host = parts.hostname or ""
    except ValueError:
        return ""
    domain = ".".join(host.split(".")[-2:])
    path = [part for part in unquote(parts.path).casefold().split("/") if part]
    if len(path) < 2 or path[0] not in _PERSONAL_PATHS.get(domain, ()):
        return ""
    return "/".join((domain, *path[:2])) if path[0] != "pub" else "/".join((domain, *path))
