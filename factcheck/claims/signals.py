"""The closed classes of `data/signals.yml`: which of them a text holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path

from factcheck.claims.cues import word_pattern
from factcheck.datafile import DataFile, read_data
from factcheck.errors import ConfigError

__all__ = ["CLASSES", "is_negated", "load_signals", "parse_signals"]

CLASSES = ("order", "insists", "admits", "sweeping", "unreal", "says", "where", "doer")
"""The classes that are observed as they stand; `negates` and `affirms` belong together (`is_negated`)."""


@cache
def load_signals() -> Mapping[str, re.Pattern[str]]:
    """The shipped classes as patterns that find the longest word at each place."""
    with resources.as_file(resources.files("factcheck.claims") / "data" / "signals.yml") as path:
        return parse_signals(read_data(Path(path)))


def parse_signals(file: DataFile) -> dict[str, re.Pattern[str]]:
    """The classes of a file; `negates` finds the words of `affirms` as well. Raises ConfigError (path:line) for a class that is missing,
    unknown or no list of words."""
    known = {*CLASSES, "negates", "affirms"}
    lists: dict[str, frozenset[str]] = {}
    if not isinstance(file.data, dict):
        raise ConfigError("must map classes to lists of words", where=f"{file.name}:1")
    for name, words in file.data.items():
        place = f"{file.name}:{file.position((name,), key=True).line}"
        if name not in known:
            raise ConfigError(f"unknown class {name!r}", where=place, hint=f"known: {', '.join(sorted(known))}")
        if not isinstance(words, list) or not words or not all(isinstance(w, str) and w for w in words):
            raise ConfigError(f"{name} must be a list of words", where=place)
        lists[name] = frozenset(words)
    if missing := known - lists.keys():
        raise ConfigError(f"missing classes: {', '.join(sorted(missing))}", where=file.name)
    patterns = {name: word_pattern(lists[name]) for name in CLASSES}
    negates, affirms = lists["negates"], lists["affirms"]
    return {**patterns, "negates": word_pattern(negates | affirms), "affirms": word_pattern(affirms)}


def is_negated(text: str) -> bool:
    """Whether a text holds a word that negates, those left out that only look so (不断, 没收)."""
    signals = load_signals()
    return any(signals["affirms"].fullmatch(m.group()) is None for m in signals["negates"].finditer(text))
