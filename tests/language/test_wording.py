"""Wording: complete in every language, the same blanks everywhere, and every fault with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.assets import asset
from generator.language.wording import Wording, fill, languages, load_wording, wording_from
from generator.problems import ContentError, place_of

NO_BREAK = "\N{NO-BREAK SPACE}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the English wording, to be changed."""
    (tmp_path / "en.yaml").write_text((asset("wording") / "en.yaml").read_text("utf-8"), "utf-8")
    return tmp_path


def test_every_bundled_language_is_complete() -> None:
    tags = languages(asset("wording"))
    assert {"en", "en-US"} <= set(tags)
    for tag in tags:
        assert isinstance(load_wording(tag), Wording)


def test_a_special_file_holds_only_what_differs() -> None:
    english, american = load_wording("en"), load_wording("en-US")
    assert american.language == "en-US"
    assert english.counted(english.dose.m, 2) == f"2{NO_BREAK}metres"
    assert american.counted(american.dose.m, 2) == f"2{NO_BREAK}meters"
    assert american.front == english.front
    repeated = [
        key
        for key, value in _leaves(asset("wording") / "en-US.yaml")
        if isinstance(key[-1], str) and value == dict(_leaves(asset("wording") / "en.yaml")).get(key)
    ]
    assert not repeated, "en-US repeats what en says"


def _leaves(path: Path) -> list[tuple[tuple[str | int, ...], object]]:
    from generator.source.reader import read, walk

    document = read(path.read_text("utf-8"), path.name)
    return [(where, value) for where, value in walk(document.value) if isinstance(value, str)]


def test_a_region_without_a_file_takes_its_language() -> None:
    assert load_wording("en-AU").front == load_wording("en").front


def test_an_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(ContentError) as caught:
        load_wording("xx")
    (problem,) = caught.value.problems
    assert '"xx"' in problem.message
    assert "en-US" in problem.hint


def test_plurals_and_no_break_spaces() -> None:
    wording = load_wording("en-GB")
    assert wording.counted(wording.dose.sets, 1) == f"1{NO_BREAK}set"
    assert wording.counted(wording.dose.sets, 2) == f"2{NO_BREAK}sets"
    assert not any("~" in str(text) for text in (*wording.front, *wording.chart, *wording.days))


def test_texts_keep_their_place() -> None:
    place = place_of(load_wording("en").front.why)
    assert place is not None and place.file == "en.yaml" and place.line > 1


def test_filling_reads_nothing_in_a_value() -> None:
    assert fill("{first} and {last}", first="{last}", last="{0.__class__}") == "{last} and {0.__class__}"
    with pytest.raises(KeyError):
        fill("{first}")


@pytest.mark.parametrize(
    ("text", "path", "words"),
    [
        ("front: {tiem: x}", "front.tiem", "not a text of the program"),
        ("front: {time: ''}", "front.time", "needs a text"),
        ("front: {time: 3}", "front.time", "needs a text"),
        ("footer: {page: Page}", "footer.page", "same blanks"),
        ("closing: {emergency_head: Call now}", "closing.emergency_head", "English text: number"),
        ("dose: {kg: {one: '{x} kg', other: '{n} kg'}}", "dose.kg", "never filled: x"),
        ("units: {hop: {other: hops}}", "units.hop", "each of one, other"),
        ("pain: {stop_signs: []}", "pain.stop_signs", "list of texts"),
        ("chart: {pain_during: {lead: Pain, text: x, more: y}}", "chart.pain_during.more", "not a text"),
    ],
)
def test_faults_of_a_file(folder: Path, text: str, path: str, words: str) -> None:
    (folder / "en-GB.yaml").write_text(text, "utf-8")
    with pytest.raises(ContentError) as caught:
        wording_from(folder, "en-GB")
    assert any(problem.path == path and words in problem.message for problem in caught.value.problems)


def test_a_new_language_must_be_whole(folder: Path) -> None:
    (folder / "de.yaml").write_text("front: {time: Zeit}", "utf-8")
    with pytest.raises(ContentError) as caught:
        wording_from(folder, "de")
    missing = [problem for problem in caught.value.problems if "missing" in problem.message]
    assert len(missing) > 20
    assert "front.why" in {problem.path for problem in missing}


def test_a_language_with_more_forms_must_have_them(folder: Path) -> None:
    text = (folder / "en.yaml").read_text("utf-8")
    (folder / "pl.yaml").write_text(text, "utf-8")
    with pytest.raises(ContentError) as caught:
        wording_from(folder, "pl")
    assert all("few, many, one, other" in problem.message for problem in caught.value.problems)
    assert len(caught.value.problems) > 20


def test_plain_english() -> None:
    """No block capitals, and nothing that a client has to look up."""
    for path in ("en.yaml", "en-US.yaml"):
        leaves = [(where, str(text)) for where, text in _leaves(asset("wording") / path)]
        for where, text in leaves:
            if where[0] in ("clinician", "alt"):
                continue
            loud = [word for word in text.split() if len(word) > 1 and word.isupper() and word.isalpha()]
            assert set(loud) <= {"QR"}, where
        assert leaves
