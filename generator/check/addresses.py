"""Web addresses that are not what they look like: letters of other scripts that pass for Latin ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.check.finding import Level
from generator.check.rule import Rule, Slip
from generator.check.subject import ContentFile
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


def host_of(address: str) -> str:
    """The host of an https or e-mail address."""
    rest = address.rpartition("@")[2] if "://" not in address else address.partition("://")[2]
    return rest.split("/")[0].split("?")[0].split("#")[0].split(":")[0]


def punycode(host: str) -> str:
    """The host as it is looked up: letters beyond ASCII spelt out (RFC 3492)."""
    return ".".join(
        label if label.isascii() else "xn--" + label.lower().encode("punycode").decode("ascii")
        for label in host.split(".")
    )


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
            host = host_of(value)
            if not host.isascii():
                yield value, path


def _is_address(path: Path, value: str) -> bool:
    return value.startswith("https://") or path[-1] == "email"


def look_alike(file: ContentFile) -> Iterator[Slip]:
    for value, path in _hosts(file):
        host = host_of(value)
        if plain := looks_alike(host):
            hint = f"write {plain} if that is meant; this one leads to {punycode(host)}"
            yield Slip(
                "an address that looks like another one", place_of(value), path, punycode(host), "one script", hint
            )


def foreign_letters(file: ContentFile) -> Iterator[Slip]:
    for value, path in _hosts(file):
        host = host_of(value)
        if not looks_alike(host):
            hint = "telephones find it, but few people can type it"
            yield Slip(
                "an address beyond plain letters", place_of(value), path, punycode(host), "a to z, 0 to 9, -", hint
            )


RULES: tuple[Rule[ContentFile], ...] = (
    Rule(
        "look-alike-address",
        Level.WARNING,
        "A letter of another script that passes for a Latin one leads clients to somebody else's page.",
        "Unicode Technical Report 36, 2.3; Technical Standard 39, 4",
        look_alike,
    ),
    Rule(
        "foreign-address",
        Level.NOTE,
        "An address that cannot be typed on the reader's keyboard only works by its QR code.",
        "RFC 5890 (internationalised domain names)",
        foreign_letters,
    ),
)
