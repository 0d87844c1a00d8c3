"""Web addresses that are not what they look like, or not what is printed: foreign letters, marks of trackers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.check.finding import FindingLevel
from generator.check.rule import Rule, Slip
from generator.check.subject import ContentFile
from generator.content.address.ascii_address import ascii_host, host_of
from generator.content.address.web_address import shown_form, untracked
from generator.problems import place_of
from generator.source.document import Path
from generator.source.reader import walk

# Letters that pass for a Latin one in most faces (Unicode TR 39, confusables): Cyrillic, Greek, Armenian and the like.
_PASSES_FOR = dict(
    zip(
        "аеорсухіјѕԁһӏԛԝвкмнтАВЕКМНОРСТХІЈЅοναρτυικχγεωΑΒΕΖΗΙΚΜΝΟΡΤΥΧոսօցһıɡɑ",
        "aeopcyxijsdhlqwbkmhtABEKMHOPCTXIJSovaptuikxyewABEZHIKMNOPTYXnuoghiga",
        strict=True,
    )
)

# Keys of a file under which an address is printed.
_PRINTED = frozenset(("video", "videos"))
_TYPED = 100


def host_named(address: str) -> str:
    """The host of an https or e-mail address, without its port."""
    host = host_of(address) or address.rpartition("@")[2]
    return host.split(":")[0]


def looked_up(host: str) -> str:
    """The host in ASCII letters; one that no server can have is shown as it is."""
    try:
        return ascii_host(host)
    except ValueError:
        return host


def scripts(label: str) -> set[str]:
    """The scripts of a label's letters, by their Unicode names: LATIN, CYRILLIC, ..."""
    return {unicodedata.name(char, "UNNAMED").split()[0] for char in label if char.isalpha()}


def looks_alike(host: str) -> str:
    """The Latin host that this one can be taken for, or nothing."""
    if host.isascii():
        return ""
    mixed = any(len(scripts(label)) > 1 for label in host.split("."))
    plain = unicodedata.normalize("NFKC", "".join(_PASSES_FOR.get(char, char) for char in host))
    return plain if mixed or plain.isascii() else ""


def _hosts(file: ContentFile) -> Iterator[tuple[str, Path]]:
    """Every address of a file that has letters beyond ASCII in its host."""
    for path, value in walk(file.document.value):
        if isinstance(value, str) and path and not value.isascii() and _is_address(path, value):
            host = host_named(value)
            if not host.isascii():
                yield value, path


def _is_address(path: Path, value: str) -> bool:
    return value.startswith("https://") or path[-1] == "email"


def look_alike(file: ContentFile) -> Iterator[Slip]:
    for value, path in _hosts(file):
        host = host_named(value)
        if plain := looks_alike(host):
            hint = f"write {plain} if that is meant; this one leads to {looked_up(host)}"
            yield Slip(
                "an address that looks like another one", place_of(value), path, looked_up(host), "one script", hint
            )


def foreign_letters(file: ContentFile) -> Iterator[Slip]:
    for value, path in _hosts(file):
        host = host_named(value)
        if not looks_alike(host):
            hint = "telephones find it, but few people can type it"
            yield Slip(
                "an address beyond plain letters", place_of(value), path, looked_up(host), "a to z, 0 to 9, -", hint
            )


def tracked(file: ContentFile) -> Iterator[Slip]:
    """Addresses that are printed with less than the file says."""
    for path, value in walk(file.document.value):
        if isinstance(value, str) and value.startswith("https://") and _PRINTED & set(path):
            shorter, dropped = untracked(value)
            if dropped:
                hint = f"{shorter} opens the same page; that is what is printed"
                yield Slip(
                    "an address with marks of a tracker", place_of(value), path, ", ".join(dropped), "none", hint
                )


def untypable(file: ContentFile) -> Iterator[Slip]:
    """Addresses of whole phases that are too long to be typed: no code stands beside them."""
    for path, value in walk(file.document.value):
        if isinstance(value, str) and value.startswith("https://") and _is_of_phase(path):
            length = len(shown_form(value))
            if length > _TYPED:
                hint = "take a short address, or give the video to each exercise: these have codes"
                found, allowed = f"{length} characters", f"at most {_TYPED}"
                yield Slip("an address too long to be typed", place_of(value), path, found, allowed, hint)


def _is_of_phase(path: Path) -> bool:
    return path[0] in ("phases", "alternatives") and bool(_PRINTED & set(path)) and "exercises" not in path


RULES: tuple[Rule[ContentFile], ...] = (
    Rule(
        "look-alike-address",
        FindingLevel.WARNING,
        "A letter of another script that passes for a Latin one leads clients to somebody else's page.",
        "Unicode Technical Report 36, 2.3; Technical Standard 39, 4",
        look_alike,
    ),
    Rule(
        "foreign-address",
        FindingLevel.NOTE,
        "An address that cannot be typed on the reader's keyboard only works by its QR code.",
        "RFC 5890 (internationalised domain names)",
        foreign_letters,
    ),
    Rule(
        "long-address",
        FindingLevel.WARNING,
        "A phase's address is printed without a code, so it is of use on paper only to someone who can type it.",
        "House rule",
        untypable,
    ),
    Rule(
        "tracked-address",
        FindingLevel.NOTE,
        "What only tells a website who sent a visitor makes the code finer and the address longer, and opens nothing.",
        "documentation of Google Analytics, Meta and Mailchimp; see assets/addresses/queries.yaml",
        tracked,
    ),
)
