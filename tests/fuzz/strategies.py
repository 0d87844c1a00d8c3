"""Content as hypothesis makes it up: texts of every kind, and exercises and routines that are mostly right."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

WORDS = "Lie on your back Bend knee slowly hold breathe thigh wall Straighten leg lift mild pull then rest".split()
ODD = [
    "Rückenmuskulaturdehnungsübungsanleitung", "x" * 40, "Ωμέγα", "Нога", "Đầu gối", "✓ ☐ → ° × ½",
    "e\u0301\u0323\u0327",
    "\u00ad", "\u200d", "\u00a0", "שלום", "سلام", "膝を曲げる", "😀", "ﬁ",
    "\ue000", "\U000e0041", "<b>&amp;</b>", "{n}", "%s",
    "../..", "=1+1", "'", '"', "\\", "#", ": ", "- ", "|", "NULL", "0123", "1e9", "10:00", "~",
]  # fmt: skip
PRINTED = st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=12)
WORD = st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(ODD), PRINTED)


def texts(longest: int, words: int = 12) -> st.SearchStrategy[str]:
    """A text of at most so many characters, mostly of plain words."""
    plain = st.lists(st.sampled_from(WORDS), min_size=1, max_size=words).map(" ".join)
    odd = st.lists(WORD, min_size=1, max_size=words).map(" ".join)
    return st.one_of(*[plain] * 8, odd).map(lambda text: text[:longest].strip() or "Lie")


def maybe(part: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | part


def mapping(needed: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    # Behind a function, because hypothesis prints the whole strategy of an argument, and these grow long.
    whole = st.fixed_dictionaries(needed, optional=optional)
    return st.composite(lambda draw: draw(whole))()


def mostly(usual: st.SearchStrategy[Any], unusual: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Nine times in ten what is right, so that a whole file has a chance to be."""
    return st.integers(0, 9).flatmap(lambda turn: unusual if turn == 0 else usual)


SECONDS = mostly(
    st.integers(1, 60).map(lambda n: f"{n} s") | st.sampled_from(["1 min", "1 min 30 s", "30-60 s"]),
    st.sampled_from(["0 s", "x", "1 h", "-1 s", "1.5 s", "99999 h"]),
)
COUNT = mostly(
    st.integers(1, 20) | st.sampled_from(["2-3", "8-12"]), st.sampled_from(["3-2", "one", "1000", 0, 21, -1])
)
DAYS = st.lists(st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), min_size=1, max_size=4, unique=True)
FREQUENCY = st.one_of(
    st.just("daily"),
    st.integers(1, 7),
    mapping({"per_week": st.integers(1, 7)}, {"times_a_day": st.integers(1, 6)}),
    mapping({"days": DAYS}, {"times_a_day": st.integers(1, 3)}),
)
LOAD = st.one_of(
    mostly(st.sampled_from(["bodyweight", "12 kg", "20-25 lb"]), st.just("much")),
    st.just({"effort": {"reps_in_reserve": 3}}),
    mapping({"band": mapping({"brand": texts(30, 2), "colour": texts(20, 2)}, {})}, {}),
)
CHANGES: dict[str, Any] = {
    "frequency": FREQUENCY,
    "sets": COUNT,
    "rest": SECONDS,
    "tempo": mapping({"lower": st.just("3 s")}, {"pause": st.just("1 s"), "lift": SECONDS}),
    "load": LOAD,
    "unit": st.sampled_from(["lift", "rock", "hold", "curl", "xyz"]),
}
MEASURES = (
    {"reps": COUNT},
    {"hold": SECONDS},
    {"duration": SECONDS},
    {"reps": COUNT, "hold": SECONDS},
    {"distance": st.just("20 m")},
)
CHANGE = st.one_of(*(mapping({}, {**CHANGES, **measure}) for measure in MEASURES))
WEEKS = st.dictionaries(mostly(st.sampled_from(["1", "2", "4", "12"]), st.just("13")), CHANGE, max_size=2)
STEP = st.one_of(*(mapping({}, {"sets": COUNT, "load": LOAD, **measure}) for measure in MEASURES))
GOING_ON = {"weeks": WEEKS, "progression": st.lists(STEP, max_size=3), "progress_to": texts(300)}
DOSE = st.one_of(*(mapping(measure, {**CHANGES, **GOING_ON}) for measure in MEASURES))

KINDS = st.sampled_from(["mobility", "strength", "stretch", "warm-up", "soft-tissue", "breathing", "habit"])
SIDES = st.sampled_from(["both", "each", "left", "right", "alternate"])
STOPS = st.lists(texts(120), max_size=4)
ONLY = st.lists(st.sampled_from(["each", "alternate", "one side"]), min_size=1, max_size=2, unique=True)


def sided(plain: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """A text, now and then for some sides only."""
    return st.one_of(plain, plain, plain, mapping({"text": plain, "only": mostly(ONLY, st.just("both"))}, {}))


SLUG = mapping(
    {"slug": st.sampled_from(["knee", "a" * 60])},
    {"start": mostly(st.sampled_from(["1:05", 9]), st.just("x")), "minutes": st.integers(1, 20)},
)
ADDRESSES = [
    "https://www.iana.org/" + "a" * 200,
    "https://a.b/?q=" + "-".join("xyz" * 20),
    "https://exаmple.org/",
    "ftp://x",
]
VIDEO = mostly(SLUG, st.sampled_from(ADDRESSES))
VARIANT = mapping(
    {"label": texts(60, 4)},
    {"name": texts(60, 6), "steps": st.lists(texts(120), min_size=1, max_size=3), "dose": CHANGE},
)
EXERCISE = mapping(
    {
        "name": texts(60, 6),
        "short_name": texts(16, 2),
        "purpose": texts(300),
        "position": st.sampled_from(["lying", "standing", "all fours"]),
        "kind": KINDS,
        "steps": st.lists(sided(texts(300, 20)), min_size=1, max_size=12),
        "side": SIDES,
        "dose": DOSE,
    },
    {
        "trade_name": texts(60, 6),
        "muscles": st.lists(st.sampled_from(["hamstrings", "calf", "glutes"]), max_size=3),
        "equipment": st.lists(texts(60, 4), max_size=4),
        "feel": texts(300),
        "tip": sided(texts(300, 30)),
        "avoid": texts(300),
        "easier": texts(300) | mapping({"text": texts(80), "exercise": st.just("one")}, {}),
        "harder": texts(300),
        "stop_if": STOPS,
        "video": VIDEO,
        "licence": texts(80, 4),
        "variants": st.dictionaries(st.sampled_from(["ball", "bar"]), VARIANT, max_size=2),
    },
)

USE = {"exercise": st.sampled_from(["one", "two"])}
USUAL_ENTRY = st.sampled_from(["one", "two"]) | mapping(USE, {"side": SIDES, "optional": st.booleans()})
ODD_ENTRY = mapping(USE, {"dose": CHANGE, "weeks": WEEKS, "duration": SECONDS, "option": st.just("ball")})
ENTRY = mostly(USUAL_ENTRY, ODD_ENTRY)
PARTS = ["mobilise", "warm-up", "strengthen", "stretch", "cool-down", "habit"]
WHOLE_PHASE: dict[str, Any] = {
    "id": st.sampled_from(["a", "b", "c"]),
    "name": texts(60, 5),
    "kind": mostly(st.sampled_from(PARTS), st.just("sequence")),
    "exercises": st.lists(ENTRY, min_size=1, max_size=5),
    "frequency": FREQUENCY,
}
ODD_PHASE = {
    "after": st.sampled_from(["a", "b"]),
    "days": st.just({"with": "a"}),
    "video": VIDEO,
    "length": SECONDS,
}
PHASE = mostly(mapping(WHOLE_PHASE, {"intro": texts(300)}), mapping(WHOLE_PHASE, ODD_PHASE))
MEASURE = mapping(
    {
        "id": st.sampled_from(["reach", "pain"]),
        "name": texts(120, 4),
        "unit": texts(16, 1),
        "min": st.integers(-100, 10) | st.floats(-10, 10, allow_nan=False),
        "max": st.integers(0, 200),
        "step": st.integers(1, 20) | st.floats(0.01, 50, allow_nan=False),
        "better": st.sampled_from(["lower", "higher"]),
        "how": texts(300),
    },
    {"change": st.integers(0, 30), "zero": texts(60, 3)},
)
ROUTINE = mapping(
    {
        "title": texts(60, 6),
        "version": st.sampled_from(["1.0", "1.2.3"]),
        "issued": st.just("2026-11-02"),
        "review_by": st.just("2029-11-01"),
        "author": texts(120, 6),
        "message": st.lists(texts(300), min_size=1, max_size=2),
        "why": texts(1200, 60),
        "phases": st.lists(PHASE, min_size=1, max_size=3, unique_by=lambda phase: phase["id"]),
    },
    {
        "video": VIDEO,
        "tags": st.just(["back-pain"]),
        "measures": st.lists(MEASURE, max_size=2, unique_by=lambda measure: measure["id"]),
        "remember": st.lists(texts(300), max_size=5),
        "stop_if": STOPS,
        "progress": mapping({"up": texts(300), "stay": texts(300), "back": texts(300)}, {}),
        "plates": st.sampled_from([["posterior-thigh"], ["none"]]),
    },
)
