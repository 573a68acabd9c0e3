"""Words that stand against each other (`data/contrasts.tsv`): the other party, stage or part of one affair, and the halves of a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from factcheck.errors import ConfigError

__all__ = ["Contrasts", "contrasted", "contrasts", "parse_contrasts"]


@dataclass(frozen=True, slots=True)
class Contrasts:
    """`apart`: sets of which a thing has one; `whole`: pairs that make a whole; `pattern` finds the words of `apart`; `standing`: word ->
    the first of its synonyms."""

    apart: tuple[frozenset[str], ...]
    whole: tuple[frozenset[str], ...]
    pattern: re.Pattern[str]
    standing: dict[str, str]


@cache
def contrasts() -> Contrasts:
    """The shipped sets."""
    text = (resources.files("factcheck.language") / "data" / "contrasts.tsv").read_text(encoding="utf-8")
    return parse_contrasts(text, name="contrasts.tsv")


def parse_contrasts(text: str, *, name: str) -> Contrasts:
    """The sets of a file of lines `kind word word …`, parted by tabs. Raises ConfigError (name:line) for an unknown kind, fewer than two
    words, or a whole of more than two."""
    sets: dict[str, list[frozenset[str]]] = {"apart": [], "whole": []}
    standing: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        kind, *members = line.split("\t")
        words = [word for member in members for word in member.split("|")]
        if kind not in sets:
            raise ConfigError(f"unknown kind {kind!r}", where=f"{name}:{number}", hint="write apart or whole")
        if len(set(words)) < 2 or (kind == "whole" and len(set(words)) > 2):
            raise ConfigError("holds too few or too many words", where=f"{name}:{number}", hint="two for a whole, two or more for apart")
        sets[kind].append(frozenset(words))
        standing.update({word: member.partition("|")[0] for member in members for word in member.split("|")})
    listed = sorted({word for group in sets["apart"] for word in group}, key=lambda w: (-len(w), w))
    return Contrasts(tuple(sets["apart"]), tuple(sets["whole"]), re.compile("|".join(map(re.escape, listed)) or "(?!)"), standing)


def contrasted(a: str, b: str) -> bool:
    """Whether one text has a word of a set and the other has another of it, and neither has both. Symmetric."""
    known = contrasts()
    one, two = ({known.standing[word] for word in known.pattern.findall(text)} for text in (a, b))
    return any(one & group and two & group and not one & two & group for group in known.apart)
