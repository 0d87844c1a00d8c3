"""A plan comes in, the pictures of its exercises go out: the user's own, drawn ahead, kept from before, or new."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.content.address.video import ResolvedVideo
from generator.content.library import Library
from generator.figure.anatomy_plate import LABEL_SIZE
from generator.figure.stored import StoredFigure
from generator.pictures.gallery import Gallery
from generator.pictures.plates import plate_drawing
from generator.plan import Plan, PlannedExercise, other_ways
from generator.problems import Place, Problem, Severity, place_of
from generator.shapes.drawing import Drawing
from generator.shapes.grey import greyed
from generator.shapes.mirror import mirror
from generator.shapes.pixels import Raster

Frames = tuple[Drawing | Raster, ...]

_EMPTY = Drawing(160.0, 150.0, ())  # points: about what the library's figures take
_LATER = StoredFigure("", (_EMPTY,), _EMPTY)


@dataclass(frozen=True, slots=True)
class Pictures:
    """Frames by exercise number and variant, chart thumbnails by number; `problems` are warnings.

    `own` are the user's photographs, each with its name in the YAML file.
    """

    frames: Mapping[tuple[int, str], Frames] = field(default_factory=dict)
    thumbnails: Mapping[int, Drawing | Raster] = field(default_factory=dict)
    logo: Drawing | Raster | None = None
    plates: tuple[Drawing, ...] = ()
    problems: tuple[Problem, ...] = ()
    own: Mapping[Raster, str] = field(default_factory=dict)

    def in_grey(self) -> Pictures:
        """The same without colours of their own, for black ink: logos and photographs. Figures follow the theme."""
        frames = {key: tuple(_greyed(frame) for frame in one) for key, one in self.frames.items()}
        small = {number: _greyed(one) for number, one in self.thumbnails.items()}
        own = {grey: name for one, name in self.own.items() if isinstance(grey := _greyed(one), Raster)}
        logo = _greyed(self.logo) if self.logo else None
        return replace(self, frames=frames, thumbnails=small, logo=logo, own=own)


def gather_pictures(
    plan: Plan, library: Library, gallery: Gallery, body: str = "", *, label_size: float = LABEL_SIZE
) -> Pictures:
    """Every picture that a handout and chart of the plan show. Raises `ContentError` for a picture that cannot be used.

    Where the gallery draws nothing, an empty picture of usual size keeps the place of a figure that is not there yet.
    `label_size` is that of plates.
    """
    frames: dict[tuple[int, str], Frames] = {}
    thumbnails: dict[int, Drawing | Raster] = {}
    own: dict[Raster, str] = {}
    problems = []
    for planned in (way for one in plan.exercises for way in (one, *other_ways(one, None))):
        exercise = planned.exercise
        key = (planned.number, planned.option or "")
        if exercise.picture:
            path = library.picture(planned.id, exercise.picture)
            picture = gallery.picture(exercise.picture, path.parent)
            frames[key] = (picture,)
            thumbnails.setdefault(planned.number, gallery.thumbnail(picture))
            own |= {picture: exercise.picture} if isinstance(picture, Raster) else {}
        elif exercise.figure:
            figure = gallery.figure(planned.id, planned.option, exercise.figure, body) or _LATER
            turn = mirror if _is_other_side(planned) else _as_it_is
            frames[key] = tuple(turn(frame) for frame in figure.frames)
            if figure.thumbnail:
                thumbnails.setdefault(planned.number, turn(figure.thumbnail))
        else:
            problems.append(_without_picture(planned))
    plates = tuple(plate_drawing(name, label_size) for name in plan.routine.plates)
    logo = _logo(plan, library, gallery)
    if isinstance(logo, Raster) and plan.clinic.logo:
        own[logo] = plan.clinic.logo
    return Pictures(frames, thumbnails, logo, plates, (*problems, *_without_video(plan)), own)


def _greyed(picture: Drawing | Raster) -> Drawing | Raster:
    if isinstance(picture, Drawing):
        return greyed(picture)
    from generator.pictures.photo import grey_raster  # Pillow, which most handouts do without

    return grey_raster(picture)


def _as_it_is(drawing: Drawing) -> Drawing:
    return drawing


def _is_other_side(planned: PlannedExercise) -> bool:
    """Poses are written for the right side."""
    return planned.side == "left"


def _logo(plan: Plan, library: Library, gallery: Gallery) -> Drawing | Raster | None:
    path = library.logo(str(plan.prescription.clinic))
    return gallery.picture(plan.clinic.logo or path.name, path.parent) if path else None


def _without_picture(planned: PlannedExercise) -> Problem:
    return Problem(
        f'the exercise "{planned.id}" has no picture',
        place_of(planned.exercise.name),
        hint="add a figure (see handouts/POSING.md) or a picture of your own",
        severity=Severity.WARNING,
        rule="no-picture",
    )


def _without_video(plan: Plan) -> list[Problem]:
    """A missing link is no QR code and a warning, never an address that is made up; what a plan took away is known."""
    found = []
    given = [one for one in plan.exercises if one.at is None and one.id not in plan.prescription.videos]
    routine = (f'the routine "{plan.routine_id}"', plan.video, place_of(plan.routine.title))
    for what, video, place in (
        *([] if plan.prescription.changes_exercises else [routine]),
        *((f'the exercise "{one.id}"', one.video, place_of(one.exercise.name)) for one in given),
    ):
        found += _video_problem(what, video, place)
    return found


def _video_problem(what: str, video: ResolvedVideo | None, place: Place | None) -> list[Problem]:
    if video is not None:
        return []
    message = f"{what} has no video, so no QR code is printed for it"
    hint = "add video: {slug: ...} here, and video: {base: ...} to the clinic"
    return [Problem(message, place, hint=hint, severity=Severity.WARNING, rule="no-video")]
