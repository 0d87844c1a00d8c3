"""One error of pydantic comes in; the words for it go out: what was found, what is allowed, how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic_core import ErrorDetails

from generator.content.checking.other_keys import OTHER_KEYS
from generator.content.choices import listed
from generator.content.fields import quoted
from generator.problems import overlong

Words = tuple[str, str]  # message, hint

_NUMBER_WORDS = (
    "none",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_YES = frozenset(("yes", "y", "on", "true"))
_NO = frozenset(("no", "n", "off", "false"))


def fault_words(details: ErrorDetails, keys: Sequence[str] = ()) -> Words:
    """Message and hint; `keys` are those that are known where an unknown one was found."""
    if details["type"] == "extra_forbidden":
        return _unknown_key(str(details["loc"][-1]), keys)
    say = _SAY.get(details["type"])
    context = details.get("ctx", {})
    return say(details["input"], context) if say else (f"cannot be {quoted(details['input'])}", "")


def near(word: str, known: Sequence[str]) -> str:
    """The known word that was probably meant, or nothing; capitals do not matter."""
    from difflib import get_close_matches  # only where something is wrong: it costs a cold start some milliseconds

    lowered = {name.lower(): name for name in known}
    found = get_close_matches(word[:80].lower().replace("_", "-"), [n.replace("_", "-") for n in lowered], 1, 0.6)
    by_form = {name.replace("_", "-"): meant for name, meant in lowered.items()}
    return by_form[found[0]] if found else ""


def one_of(name: str, value: object, allowed: Sequence[str]) -> str:
    """The value of a choice made in Python. Raises ValueError with what is allowed, and what was probably meant."""
    if isinstance(value, str) and value in allowed:
        return value
    choices = listed([choice or '""' for choice in allowed])
    meant = near(value, [choice for choice in allowed if choice]) if isinstance(value, str) else ""
    raise ValueError(f"{name}: needs {choices}, not {quoted(value)}" + (f"; did you mean {meant}?" if meant else ""))


def yes_or_no(name: str, value: object) -> None:
    """Raises ValueError for what is neither True nor False."""
    if not isinstance(value, bool):
        raise ValueError(f"{name}: needs True or False, not {quoted(value)}")


def of_kind(name: str, value: object, kind: type, hint: str) -> None:
    """Raises ValueError for an argument of another kind, whose own words are not repeated: it may be a name."""
    if not isinstance(value, kind):
        raise ValueError(f"{name}: needs a {kind.__name__}, {hint}, not a value of type {type(value).__name__}")


def _unknown_key(key: str, keys: Sequence[str]) -> Words:
    meant = near(key, keys)
    hint = f"did you mean {meant}?" if meant else f"known here: {', '.join(keys)}"
    return f"{quoted(key)} is not a known key", OTHER_KEYS.get(key, hint)


def _missing(found: Any, context: Mapping[str, Any]) -> Words:
    return "this key is missing", ""


def _text(found: Any, context: Mapping[str, Any]) -> Words:
    if found is None:
        return "needs a text, but is empty", "write the text after the colon"
    if isinstance(found, dict):
        return "needs a text, not a mapping", "put a text that holds a colon and a space in quotes"
    if isinstance(found, tuple):
        return "needs one text, not a list", ""
    return f"needs a text, not {quoted(found)}", f'put it in quotes: "{quoted(found)}"'


def _too_long(found: Any, context: Mapping[str, Any]) -> Words:
    return overlong(found, context["max_length"]), "say it in fewer words"


def _empty(found: Any, context: Mapping[str, Any]) -> Words:
    return "is empty", "write the text, or remove the key"


def _whole(found: Any, context: Mapping[str, Any]) -> Words:
    hint = ""
    if isinstance(found, str) and found.strip().lower() in _NUMBER_WORDS:
        hint = f"write {_NUMBER_WORDS.index(found.strip().lower())}"
    elif isinstance(found, str) and found.isdecimal():
        hint = f"write {found[:20]} without quotes"
    return f"needs a whole number, not {quoted(found)}", hint


def _number(found: Any, context: Mapping[str, Any]) -> Words:
    return _whole(found, context)[0].replace("whole ", ""), _whole(found, context)[1]


def _yes_or_no(found: Any, context: Mapping[str, Any]) -> Words:
    word = str(found).lower()
    hint = "write true" if word in _YES else "write false" if word in _NO else ""
    return f"needs true or false, not {quoted(found)}", hint


def _limit(name: str, words: str) -> Callable[[Any, Mapping[str, Any]], Words]:
    return lambda found, context: (f"is {quoted(found).strip(chr(34))}, {words} {context[name]:g}", "")


def _one_of(found: Any, context: Mapping[str, Any]) -> Words:
    # `expected` lists the allowed values as Python literals: 'a', 'b' or 'c'.
    allowed = [name.replace("\\'", "'") for name in re.findall(r"'((?:[^'\\]|\\.)*)'", str(context["expected"]))]
    meant = near(found, allowed) if isinstance(found, str) else ""
    return (
        f"needs {listed(allowed) or context['expected']}, not {quoted(found)}",
        f"did you mean {meant}?" if meant else "",
    )


def _list(found: Any, context: Mapping[str, Any]) -> Words:
    return f"needs a list, not {quoted(found)}", "begin each item with - on its own line, or write [one, two]"


def _keys(found: Any, context: Mapping[str, Any]) -> Words:
    hint = "remove the key, or write lines below it" if found is None else ""
    if isinstance(found, str | int | float):
        hint = "in one line: {key: value, key: value}"
    return f"needs lines of key: value, not {quoted(found)}", hint


def _count(name: str, words: str) -> Callable[[Any, Mapping[str, Any]], Words]:
    return lambda found, context: (f"has {len(found)} items, {words} {context[name]}", "")


def _kind(found: Any, context: Mapping[str, Any]) -> Words:
    return f"is of an unknown kind: {quoted(found)}", ""


def _ours(found: Any, context: Mapping[str, Any]) -> Words:
    return str(context["message"]), str(context["hint"])


def _reason(found: Any, context: Mapping[str, Any]) -> Words:
    return f"{context['error']}, not {quoted(found)}", ""


_SAY: dict[str, Callable[[Any, Mapping[str, Any]], Words]] = {
    "wrong": _ours,
    "missing": _missing,
    "string_type": _text,
    "string_too_long": _too_long,
    "string_too_short": _empty,
    "int_type": _whole,
    "int_parsing": _whole,
    "int_from_float": _whole,
    "float_type": _number,
    "float_parsing": _number,
    "finite_number": _number,
    "bool_type": _yes_or_no,
    "bool_parsing": _yes_or_no,
    "greater_than_equal": _limit("ge", "the least allowed is"),
    "greater_than": _limit("gt", "it must be more than"),
    "less_than_equal": _limit("le", "the most allowed is"),
    "less_than": _limit("lt", "it must be less than"),
    "literal_error": _one_of,
    "enum": _one_of,
    "tuple_type": _list,
    "list_type": _list,
    "too_short": _count("min_length", "the least allowed is"),
    "too_long": _count("max_length", "the most allowed is"),
    "dict_type": _keys,
    "model_type": _keys,
    "model_attributes_type": _keys,
    "union_tag_invalid": _kind,
    "union_tag_not_found": _kind,
    "value_error": _reason,
}
