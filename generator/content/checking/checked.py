"""The text of a content file and its model come in; the checked value goes out, or every problem at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from generator.content.checking.explain import explain
from generator.problems import ContentError, Place, Problem
from generator.source.document import Document, Value
from generator.source.reader import scan

M = TypeVar("M", bound=BaseModel)
# Tells a model that its errors are explained here, where the places are known.
EXPLAINED_HERE = "explained here"


def load(model: type[M], text: str, file: str, whole: Callable[[Document], Value] | None = None) -> tuple[M, Document]:
    """The value that `text` describes, and the document that knows its places. Raises `ContentError`.

    `whole` is what the document stands for where that is more than it says.
    """
    document, problems = scan(text, file)
    if document.value is None and not problems:
        raise ContentError([Problem("the file is empty", Place(file, 1, 1))])
    written = whole(document) if whole else document.value
    try:
        value = model.model_validate(written, context=EXPLAINED_HERE)
    except ValidationError as error:
        # What the reader has refused reaches the model as nothing: do not complain twice at one place.
        refused = {problem.place for problem in problems}
        problems += [problem for problem in explain(error, model, document) if problem.place not in refused]
        raise ContentError(problems) from None
    if problems:
        raise ContentError(problems)
    return value, document


def build(model: type[M], written: Value) -> M:
    """The value that plain data without a file describes: flags, a row. Raises `ContentError` without places."""
    try:
        return model.model_validate(written, context=EXPLAINED_HERE)
    except ValidationError as error:
        raise ContentError(explain(error, model, None)) from None
