"""Short lists of names in the encodings that practice systems write, told apart by what makes sense of them."""

from __future__ import annotations

import pytest

from generator.content.roster.roster_encoding import Undecodable, decoded, known_encoding

NAMES = {
    "French": ("Hélène Lefèvre, Benoît Gagné, Gaëlle Façon", "cp1252 mac_roman cp850"),
    "German": ("Hans Müller, Jörg Weiß, Käthe Schäfer", "cp1252 mac_roman cp850"),
    "Danish": ("Bjørn Ærø, Åge Sørensen", "cp1252 mac_roman cp850"),
    "Spanish": ("José García, Iñaki Núñez, María López", "cp1252 mac_roman cp850"),
    "Irish": ("Seán Ó Briain, Siobhán Ní Dhomhnaill", "cp1252 mac_roman"),
    "capitals": ("RENÉE MÜLLER, JOSÉ GARCÍA", "cp1252 mac_roman cp850"),
    "one letter": ("Ann Lee, Bob Carter, Jürgen Groß", "cp1252 mac_roman cp850"),
    "one sign": ("Sean O’Brien, Ann Lee, Kate Jones – knee", "cp1252 mac_roman"),
    "Polish": ("Paweł Wiśniewski, Łukasz Żółć", "cp1250 iso8859_2"),
    "Czech": ("Jiří Dvořák, Šárka Němcová", "cp1250 iso8859_2"),
    "Hungarian": ("Ágnes Szűcs, Gábor Tőkés", "cp1250 iso8859_2"),
    "Greek": ("Ελένη Παπαδοπούλου, Γιώργος Νικολάου", "cp1253"),
    "Russian": ("Наталья Щербакова, Иван Петров", "cp1251 koi8_r mac_cyrillic cp866"),
    "Turkish": ("İbrahim Çağlar, Şükrü Yıldız, Ayşe Öztürk", "cp1254"),
}
CASES = [(names, encoding) for names, encodings in NAMES.values() for encoding in encodings.split()]


def table(names: str) -> str:
    rows = "".join(f"{name},Hamstring health,23/11/2026,Sam Ortiz\r\n" for name in names.split(", "))
    return f"Client name,Programme,Start,Practitioner\r\n{rows}"


@pytest.mark.parametrize(("names", "encoding"), CASES)
def test_told_apart(names: str, encoding: str) -> None:
    assert decoded(table(names).encode(encoding)).text == table(names)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "ascii"])
def test_what_is_certain(encoding: str) -> None:
    text = table("Ann Lee" if encoding == "ascii" else "Jürgen Groß, 田中 さくら")
    found = decoded(text.encode(encoding))
    assert (found.text, found.certain) == (text, True)


def test_a_reading_that_could_be_another_says_so() -> None:
    found = decoded(table("Jürgen Groß").encode("cp1252"))
    assert (found.encoding, found.certain) == ("Windows-1252", False)


@pytest.mark.parametrize("named", ["utf-8", "ascii", "idna", "undefined", "cp932"])
def test_what_does_not_fit_is_refused(named: str) -> None:
    with pytest.raises(Undecodable):
        decoded(b"name\r\nJ\xfcrgen \x81\xff\r\n", named)


def test_names_of_encodings() -> None:
    assert all(map(known_encoding, ("cp1252", "Windows-1252", "mac_roman", "utf-16")))
    assert not any(map(known_encoding, ("utf-99", "zip", "base64", "", "../x", "a\0")))
