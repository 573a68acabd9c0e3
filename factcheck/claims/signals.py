"""The closed classes of `data/signals.yml`: which of them a text holds.

They are kept apart from the lists of `data/cues.yml` although some words are in both. Cues decide what a claim is and are compared with the
tokens of a clause; a list may grow as readings are mended. Signals are only observed, anywhere in a text, and the weights of
`comparison/data/likelihood.json` were learned with exactly these words: no class has just the words of a list of cues (`admits` here has
证实 and 坦言, that of the cues only words for giving in), and one that changed would ask for learning anew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path

from factcheck.claims.cues import read_word_lists, word_pattern
from factcheck.datafile import DataFile, read_data

__all__ = ["CLASSES", "is_negated", "load_signals", "parse_signals"]

CLASSES = ("order", "insists", "admits", "sweeping", "unreal", "says", "where", "doer")
"""The classes that are observed as they stand; `negates` and `affirms` belong together (`is_negated`)."""


@cache
def load_signals() -> Mapping[str, re.Pattern[str]]:
    """The shipped classes as patterns that find the longest word at each place."""
    with resources.as_file(resources.files("factcheck.claims") / "data" / "signals.yml") as path:
        return parse_signals(read_data(Path(path)))


def parse_signals(file: DataFile) -> dict[str, re.Pattern[str]]:
    """The classes of a file; `negates` finds the words of `affirms` as well. Raises ConfigError (path:line) as
    `cues.read_word_lists` does."""
    lists = read_word_lists(file, {*CLASSES, "negates", "affirms"})
    patterns = {name: word_pattern(lists[name]) for name in CLASSES}
    negates, affirms = lists["negates"], lists["affirms"]
    return {**patterns, "negates": word_pattern(negates | affirms), "affirms": word_pattern(affirms)}


def is_negated(text: str) -> bool:
    """Whether a text holds a word that negates, those left out that only look so (不断, 没收), and questions that leave it open (值不值).

    Not `stance.is_negated`, which tells whether what stands at one place of a clause is negated, by its tokens and how far a negation
    reaches: this is what the learned models observe of any text, with no tokens and no place in it."""
    signals = load_signals()
    return any(signals["affirms"].fullmatch(m.group()) is None and not _asks(text, m) for m in signals["negates"].finditer(text))


def _asks(text: str, negation: re.Match[str]) -> bool:
    """Whether a word stands on both sides of a negation: 该不该, 开没开."""
    around = text[max(0, negation.start() - 1) : negation.start()], text[negation.end() : negation.end() + 1]
    return negation.group() in {"不", "没"} and around[0] == around[1] != ""
