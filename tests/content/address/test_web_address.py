"""What is left out of an address: of its code what only marks a visitor, of its print what does not open the page."""

from __future__ import annotations

import pytest

from generator.content.address.ascii_address import ascii_form
from generator.content.address.web_address import shown_form, untracked

YOUTUBE = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


@pytest.mark.parametrize(
    ("address", "kept", "dropped"),
    [
        (f"{YOUTUBE}&list=PLx&index=3", f"{YOUTUBE}&list=PLx&index=3", ()),
        (f"{YOUTUBE}&utm_source=a&si=b&utm_medium=c", YOUTUBE, ("utm_source", "si", "utm_medium")),
        ("https://youtu.be/dQw4w9WgXcQ?si=b&t=3", "https://youtu.be/dQw4w9WgXcQ?t=3", ("si",)),
        ("https://m.youtube.com/watch?si=b&v=1", "https://m.youtube.com/watch?v=1", ("si",)),
        # A short name may be what another website finds its page by.
        ("https://example.org/v?si=b", "https://example.org/v?si=b", ()),
        ("https://example.org/v?fbclid=a#top", "https://example.org/v#top", ("fbclid",)),
        ("https://example.org/v?gclid=1&id=%C3%A9&mc_eid=2", "https://example.org/v?id=%C3%A9", ("gclid", "mc_eid")),
        ("https://example.org/v?igshid", "https://example.org/v", ("igshid",)),
        ("https://example.org/v?a=utm_source", "https://example.org/v?a=utm_source", ()),
        ("https://example.org/utm_source=1/?", "https://example.org/utm_source=1/?", ()),
    ],
)
def test_trackers_are_left_out_and_nothing_else(address: str, kept: str, dropped: tuple[str, ...]) -> None:
    assert untracked(address) == (kept, dropped)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (f"{YOUTUBE}&list=PLx&index=3", "youtube.com/watch?v=dQw4w9WgXcQ"),
        (f"{YOUTUBE}&t=65", "youtube.com/watch?v=dQw4w9WgXcQ&t=65"),
        ("https://www.youtube.com/playlist?list=PLx", "youtube.com/playlist?list=PLx"),
        ("https://vimeo.com/123456789?h=abc&share=copy", "vimeo.com/123456789?h=abc"),
        ("https://example.org/v?id=7&lang=en", "example.org/v?id=7&lang=en"),
        ("https://www.example.org/", "example.org"),
        ("https://example.org/knee#:~:text=bend", "example.org/knee"),
        ("https://example.org/knee#start", "example.org/knee#start"),
        ("https://wwwexample.org/", "wwwexample.org"),
    ],
)
def test_what_opens_the_page_is_printed(address: str, shown: str) -> None:
    assert shown_form(address) == shown


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("https://Bücher.example/é?q=ü&r=%C3%A9#ö", "https://xn--bcher-kva.example/%C3%A9?q=%C3%BC&r=%C3%A9#%C3%B6"),
        ("https://faß.example:8443/a", "https://xn--fa-hia.example:8443/a"),  # IDNA 2008: not fass
        ("https://example.org/a|b", "https://example.org/a%7Cb"),
        ("https://example.org/a?b=c%20d&e=(f)", "https://example.org/a?b=c%20d&e=(f)"),
    ],
)
def test_an_address_is_sent_in_ascii(address: str, sent: str) -> None:
    assert ascii_form(address) == sent
