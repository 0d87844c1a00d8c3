"""Layers of content: what is read, what stands over what, and what is refused."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from generator.content.checking.lone_file import file_problems
from generator.content.folder import Folder
from generator.content.library import Library, load_library
from generator.problems import ContentError, Place, Prose, Severity
from tests.limits import limited

from .samples import CLINIC, EXERCISE, ROUTINE


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A clinic's folder with one file of each kind."""
    root = tmp_path / "own"
    for kind, name, text in [
        ("exercises", "wall-squat", EXERCISE),
        ("routines", "knees", ROUTINE),
        ("clinics", "brookside", CLINIC),
    ]:
        write(root / kind / f"{name}.yaml", text)
    return root


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def only(root: Path) -> Library:
    return Library([Folder(root)])


def messages(library: Library) -> list[str]:
    return [problem.message for problem in library.problems()]


def test_the_bundled_content_has_no_problems() -> None:
    library = load_library()
    assert library.problems() == []
    assert len(library.exercise_ids()) >= 20 and len(library.routine_ids()) >= 5 and len(library.clinic_ids()) >= 2


def test_an_own_file_stands_over_the_bundled_one(own: Path) -> None:
    library = load_library(own)
    assert "wall-squat" in library.exercise_ids() and "cat-cow" in library.exercise_ids()
    assert library.path("clinics", "brookside") == own / "clinics" / "brookside.yaml"
    assert library.clinic("brookside").logo is None
    assert load_library().clinic("brookside").logo is not None


def test_the_last_folder_is_on_top(own: Path, tmp_path: Path) -> None:
    write(tmp_path / "top" / "exercises" / "wall-squat.yaml", EXERCISE.replace("Wall squat", "Top squat"))
    library = load_library(own, tmp_path / "top")
    assert library.exercise("wall-squat").name == "Top squat"
    assert library.problems(own) == [] == library.problems(tmp_path / "top")


def test_only_the_named_file_is_read_and_only_once(own: Path) -> None:
    write(own / "exercises" / "broken.yaml", "name: [")
    library = only(own)
    assert library.exercise_ids() == ("broken", "wall-squat")
    squat = library.exercise("wall-squat")
    library.path("exercises", "wall-squat").unlink()
    assert library.exercise("wall-squat") is squat
    with pytest.raises(ContentError, match="never closed"):
        library.exercise("broken")


def test_an_unknown_id_names_a_near_one_at_the_place_of_the_reference(own: Path) -> None:
    write(own / "routines" / "knees.yaml", ROUTINE.replace("[wall-squat]", "[wall-sqat]"))
    library = only(own)
    reference = library.routine("knees").phases[0].exercises[0].exercise
    with pytest.raises(ContentError) as caught:
        library.exercise(reference)
    (problem,) = caught.value.problems
    assert problem.place is not None and (problem.place.line, problem.place.column) == (9, 56)
    assert problem.hint == "did you mean wall-squat?"
    assert "[wall-sqat]" in problem.excerpt
    assert library.check("routines", "knees") == [replace(problem, path="phases[1].exercises[1]")]


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="there is no content folder"):
        load_library(tmp_path / "absent")


def test_places_and_excerpts_of_what_was_read(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own.parent)
    library = only(own)
    document = library.document("exercises", "wall-squat")
    place = document.place(("dose", "reps"))
    assert place == Place("own/exercises/wall-squat.yaml", 8, 23)
    assert library.excerpt(place) == "dose: {sets: 2, reps: 8}"
    assert library.excerpt(Place("other.yaml", 1, 1)) == library.excerpt(None) == ""


def test_pictures_lie_beside_the_file_or_among_the_assets(own: Path) -> None:
    write(own / "exercises" / "beside.png", "")
    write(own / "assets" / "shared.png", "")
    write(own / "assets" / "logos" / "mark.svg", "")
    write(own / "clinics" / "brookside.yaml", CLINIC + "logo: mark.svg\n")
    library = only(own)
    assert library.picture("wall-squat", "beside.png") == own / "exercises" / "beside.png"
    assert library.picture("wall-squat", "shared.png") == own / "assets" / "shared.png"
    assert library.logo("brookside") == own / "assets" / "logos" / "mark.svg"


@pytest.mark.parametrize(
    "name", ["absent.png", "../outside.png", "/etc/passwd", "link.png", "loop.png", "folder", "x" * 300]
)
def test_no_picture_is_taken_from_elsewhere(own: Path, name: str) -> None:
    write(own.parent / "outside.png", "")
    exercises = own / "exercises"
    (exercises / "link.png").symlink_to(own.parent / "outside.png")
    (exercises / "loop.png").symlink_to("loop.png")
    (exercises / "folder").mkdir()
    with pytest.raises(ContentError, match="there is no file"):
        only(own).picture("wall-squat", Prose(name, Place("f.yaml", 1, 1)))


def test_a_missing_picture_stands_at_its_name(own: Path) -> None:
    write(own / "exercises" / "wall-squat.yaml", EXERCISE + "picture: squat.png\nalt: A squat.\n")
    (problem,) = only(own).problems()
    assert problem.place is not None and (problem.place.line, problem.place.column) == (9, 10)
    assert problem.excerpt == "picture: squat.png"


def test_content_is_not_read_through_links_out_of_the_folder(own: Path) -> None:
    outside = write(own.parent / "outside.yaml", EXERCISE)
    (own / "exercises" / "linked.yaml").symlink_to(outside)
    (own / "exercises" / "looped.yaml").symlink_to("looped.yaml")
    (own / "exercises" / "device.yaml").symlink_to("/dev/zero")
    (own / "exercises" / "folder.yaml").mkdir()
    os.mkfifo(own / "exercises" / "pipe.yaml")
    (own / "exercises" / "inside.yaml").symlink_to("wall-squat.yaml")
    library = only(own)
    assert messages(library) == ["this is no plain file inside the content folder"] * 5
    assert library.exercise("inside").name == "Wall squat"


def test_a_whole_folder_may_be_a_link(own: Path, tmp_path: Path) -> None:
    (tmp_path / "alias").symlink_to(own)
    assert only(tmp_path / "alias").problems() == []


def test_other_encodings_are_a_located_problem(own: Path) -> None:
    (own / "exercises" / "latin.yaml").write_bytes("name: é\ntip: né\n".encode() + "tip: né\n".encode("latin-1"))
    (own / "exercises" / "utf16.yaml").write_bytes("name: x\n".encode("utf-16"))
    (own / "exercises" / "bom.yaml").write_bytes("\ufeff".encode() + EXERCISE.encode())
    found = [p for p in only(own).problems() if p.place]
    places = [(Path(p.place.file).name, p.place.line, p.place.column, p.message) for p in found if p.place]
    assert places == [
        ("latin.yaml", 3, 7, "this character is not UTF-8"),
        ("utf16.yaml", 1, 1, "this character is not UTF-8"),
    ]


def test_a_huge_file_is_refused_without_reading_it_all(own: Path) -> None:
    with (own / "exercises" / "huge.yaml").open("wb") as file:
        file.write("é".encode() * 10)
        file.truncate(20_000_000_000)
    (problem,) = only(own).problems()
    assert "the most allowed is 1,000,000" in problem.message


def test_odd_file_names_are_warned_about(own: Path) -> None:
    for name in ["Wall Squat.yaml", "lunge.yml", "wall-squat.es.yaml", "notes.txt", "bad\nname.yaml"]:
        write(own / "exercises" / name, EXERCISE)
    library = only(own)
    assert library.exercise_ids() == ("wall-squat",)
    warnings = library.problems()
    assert [(Path(p.place.file).name, p.hint, p.severity) for p in warnings if p.place] == [
        ("Wall Squat.yaml", "call it wall-squat.yaml", Severity.WARNING),
        ("bad\N{REPLACEMENT CHARACTER}name.yaml", "call it bad-name.yaml", Severity.WARNING),
        ("lunge.yml", "call it lunge.yaml", Severity.WARNING),
    ]


def test_two_libraries_share_nothing(own: Path) -> None:
    first, second = only(own), only(own)
    assert first.exercise("wall-squat") == second.exercise("wall-squat")
    assert first.exercise("wall-squat") is not second.exercise("wall-squat")


def test_one_file_alone(own: Path, tmp_path: Path) -> None:
    library = load_library()
    assert file_problems(own / "exercises" / "wall-squat.yaml", library) == []
    assert file_problems(write(tmp_path / "mine.yaml", EXERCISE), library) == []
    (problem,) = file_problems(own / "routines" / "knees.yaml", library)
    assert problem.message == 'there is no exercise "wall-squat"'
    (problem,) = file_problems(write(tmp_path / "odd.yaml", "a: 1\n"), library)
    assert problem.message.startswith("this is not an exercise (with steps), a routine (with phases)")
    (problem,) = file_problems(tmp_path / "absent.yaml", library)
    assert "no plain file" in problem.message


@limited()
def test_a_routine_of_very_many_unknown_names_takes_no_long_time(own: Path) -> None:
    def problems(phases: int) -> list[str]:
        names = ", ".join(f"exercise-{number}" for number in range(60 // phases if phases < 12 else 60))
        lines = (f"  - {{id: p{n}, name: Move, kind: mobilise, exercises: [{names}]}}\n" for n in range(phases))
        write(own / "routines" / "knees.yaml", ROUTINE[: ROUTINE.index("  - {id")] + "".join(lines))
        return [problem.message for problem in only(own).problems()]

    assert len(problems(2)) == 50
    assert problems(12) == ["has 720 exercises, the most allowed is 60"]
