"""The whole of a review on folders and files: what is looked at, what is switched off, what is left over."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from generator.check.finding import FindingLevel
from generator.check.review import Review, review
from generator.check.targets import wanted
from generator.content.paper import Paper
from generator.problems import ContentError

from .samples import CLINIC, EXERCISE, ROUTINE, with_lines

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M1 1h8v8z" fill="#000"/></svg>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for kind, name, text in (
        ("exercises", "wall-sit", EXERCISE.replace("wall.png", "wall.svg")),
        ("routines", "knees", ROUTINE),
        ("clinics", "brook", CLINIC),
    ):
        (tmp_path / kind).mkdir()
        (tmp_path / kind / f"{name}.yaml").write_text(text, "utf-8")
    (tmp_path / "exercises" / "wall.svg").write_text(PICTURE, "utf-8")
    return tmp_path


def changed(folder: Path, kind: str, name: str, lines: str) -> None:
    path = folder / kind / f"{name}.yaml"
    path.write_text(with_lines(path.read_text("utf-8"), lines), "utf-8")


def looked_at(*paths: Path, content: tuple[Path, ...] = (), all_styles: bool = False) -> Review:
    return review(wanted(content, paths), all_styles=all_styles)


def said(found: Review) -> list[str]:
    return [f"{finding.rule} {finding.level}" for finding in found.findings]


def test_the_bundled_library_has_no_findings_left_and_every_switch_a_reason() -> None:
    found = looked_at()
    assert [str(finding) for finding in found.findings] == []
    assert found.files >= 35 and found.sheets >= 10
    assert all(len(switch.reason.split()) >= 6 and switch.hidden for switch in found.switches)
    assert {finding.level for finding, _ in found.hidden} <= {FindingLevel.NOTE}, "only hints may be switched off here"
    assert len(found.summaries) == 5
    for summary in found.summaries:
        assert summary.points == summary.checkable == 20 and len(summary.questions) == 3
        assert summary.grade is not None and summary.grade < 6


def test_a_good_folder_is_looked_at_alone(folder: Path) -> None:
    found = looked_at(folder)
    assert said(found) == []
    assert (found.files, found.sheets) == (3, len(Paper))
    (summary,) = found.summaries
    assert summary.routine == "knees"


def test_over_the_bundled_library_everything_is_looked_at(folder: Path) -> None:
    both = looked_at(content=(folder,))
    assert both.files == looked_at().files + 3


def test_the_video_of_one_exercise_is_not_a_sessions(folder: Path) -> None:
    changed(folder, "exercises", "wall-sit", "video: {slug: wall-sit, minutes: 9}\n")
    assert said(looked_at(folder / "exercises" / "wall-sit.yaml", content=(folder,))) == []


def test_one_file_of_the_folder_or_anywhere_else(folder: Path, tmp_path: Path) -> None:
    changed(folder, "exercises", "wall-sit", "tip: -\nvideo: -\n")
    found = looked_at(folder / "exercises" / "wall-sit.yaml", content=(folder,))
    assert (said(found), found.files, found.sheets) == (["no-video warning"], 1, len(Paper))
    lone = tmp_path / "Lone Sit.yaml"
    lone.write_text(with_lines(EXERCISE, "picture: -\nalt: -\nfeel: a ☃ in your thighs\n"), "utf-8")
    found = looked_at(lone)
    assert said(found) == ["no-picture warning", "missing-glyph error"]
    assert found.sheets == len(Paper), "an exercise that no routine uses is laid out on trial"


def test_all_styles_lay_out_more(folder: Path) -> None:
    assert looked_at(folder, all_styles=True).sheets > 20


def test_a_broken_file_does_not_hide_the_others(folder: Path) -> None:
    changed(folder, "exercises", "wall-sit", "sets: two\nsteps: [Sit.]\n")
    changed(folder, "clinics", "brook", "video: -\n")
    found = looked_at(folder)
    assert said(found) == ["no-video warning", "content error"]
    assert found.findings[1].path == "sets"


def test_switches_hide_findings_and_are_looked_at_themselves(folder: Path) -> None:
    changed(folder, "exercises", "wall-sit", 'video: -\noff: {no-video: "Filmed next month, see the wall."}\n')
    found = looked_at(folder)
    assert said(found) == []
    (switch,) = found.switches
    assert (switch.rule, switch.hidden, switch.reason) == ("no-video", 1, "Filmed next month, see the wall.")
    ((hidden, reason),) = found.hidden
    assert (hidden.rule, reason) == ("no-video", switch.reason)


@pytest.mark.parametrize(
    ("off", "rule", "hint"),
    [
        ("{no-vidio: We have none yet.}", "unknown-rule error", "did you mean no-video?"),
        ("{missing-glyph: We like it that way.}", "unknown-rule error", "could not be printed"),
        ("{no-video: no}", "off-reason warning", "for whom"),
        ("{jargon: Everybody knows these words.}", "unused-off warning", "remove"),
    ],
)
def test_a_wrong_switch(folder: Path, off: str, rule: str, hint: str) -> None:
    changed(folder, "exercises", "wall-sit", f"video: -\noff: {off}\n")
    found = looked_at(folder)
    assert rule in said(found)
    (finding,) = (one for one in found.findings if one.rule == rule.split()[0])
    assert hint in finding.hint
    assert finding.place and finding.excerpt.startswith("off:")


def test_a_folder_without_content_is_a_problem(tmp_path: Path) -> None:
    found = looked_at(tmp_path)
    assert said(found) == ["content error"]
    assert found.fails(strict=False)


def test_a_folder_of_one_kind_is_looked_at_file_by_file(folder: Path) -> None:
    assert looked_at(folder / "exercises").files == 1


def test_a_plan_file_is_looked_at_and_laid_out(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text("routine: hamstring-health\nclinic: brookside\nlanguage: en-GB\n", "utf-8")
    found = looked_at(plan)
    assert (said(found), found.files, found.sheets) == ([], 1, 1)
    plan.write_text("routine: hamstring-healt\nclinic: brookside\nlanguage: en-GB\n", "utf-8")
    assert said(looked_at(plan)) == ["unknown-id error"]


def test_what_fails() -> None:
    empty = Review((), (), (), (), 0, 0)
    assert empty.fails(strict=False), "a check that looked at nothing has not passed"


def test_no_folder() -> None:
    with pytest.raises(ContentError, match="no content folder"):
        wanted([Path("/nowhere/at/all")], [])


def photographed(folder: Path, columns: int) -> None:
    """The exercise's picture is a photograph so many pixels wide."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize((columns, columns * 3 // 4)).save(out, "PNG")
    (folder / "exercises" / "wall.png").write_bytes(out.getvalue())
    changed(folder, "exercises", "wall-sit", "picture: wall.png\n")


def test_a_photograph_of_too_few_pixels_is_told_once_in_its_largest_print(folder: Path) -> None:
    photographed(folder, 100)
    found = looked_at(folder, all_styles=True)
    assert said(found) == ["low-resolution warning"]
    (finding,) = found.findings
    assert finding.place is not None
    assert finding.place.file.endswith("wall-sit.yaml")
    assert finding.excerpt == "picture: wall.png"
    assert "dpi at" in finding.what
    assert "pixels or more (150 dpi)" in finding.hint
    photographed(folder, 700)
    assert said(looked_at(folder, all_styles=True)) == []


def test_a_coarse_logo_is_told_at_the_clinic_and_can_be_put_up_with(folder: Path) -> None:
    Image.new("L", (30, 20), 99).save(folder / "clinics" / "logo.png")
    changed(folder, "clinics", "brook", "logo: logo.png\nlicence: CC BY 4.0\n")
    (finding,) = looked_at(folder).findings
    assert finding.rule == "low-resolution"
    assert finding.excerpt == "logo: logo.png"
    changed(folder, "clinics", "brook", "off: {low-resolution: The printer of our sign has the large one.}\n")
    assert said(looked_at(folder)) == []
