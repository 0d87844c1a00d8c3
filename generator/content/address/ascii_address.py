"""A web address as it is looked up: in ASCII letters."""

from __future__ import annotations

import re
from urllib.parse import quote

SCHEME = "https://"
# RFC 3986, 2.2 and 2.3: what stands for itself, and the sign before what is spelt out.
_PLAIN = "%/:?#[]@!$&'()*+,;=-._~"


def host_of(address: str) -> str:
    """Host and port of an https address."""
    found = re.match(SCHEME + r"([^/?#]*)", address)
    return found[1] if found else ""


def ascii_form(address: str) -> str:
    """The address with its host as `xn--` and the rest percent-encoded. Raises ValueError as `ascii_host` does."""
    host = host_of(address)
    return SCHEME + ascii_host(host) + quote(address[len(SCHEME) + len(host) :], safe=_PLAIN)


def ascii_host(host: str) -> str:
    """The host, and its port, in ASCII letters (IDNA 2008 after the mapping of Unicode TS 46).

    Raises ValueError for a name that no server can have.
    """
    if host.isascii():
        return host
    import idna  # few addresses need its tables

    name, colon, port = host.partition(":")
    return idna.encode(name, uts46=True).decode("ascii") + colon + port
