"""Words that stand against each other (`data/contrasts.tsv`): the other party, stage or part of one affair, and the halves of a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from factcheck.errors import ConfigError

__all__ = ["Contrasts", "contrasted", "contrasts", "differ_by_letter", "make_whole", "parse_contrasts"]


@dataclass(frozen=True, slots=True)
class Contrasts:
    """`apart`: sets of which a thing has one; `whole`: pairs that make a whole; `letter`: characters that tell two of a kind apart;
    `pattern` finds the words of `apart`; `standing`: word -> the first of its synonyms."""

    apart: tuple[frozenset[str], ...]
    whole: tuple[frozenset[str], ...]
    letter: tuple[frozenset[str], ...]
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
    sets: dict[str, list[frozenset[str]]] = {"apart": [], "whole": [], "letter": []}
    standing: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        kind, *members = line.split("\t")
        words = [word for member in members for word in member.split("|")]
        if kind not in sets:
            raise ConfigError(f"unknown kind {kind!r}", where=f"{name}:{number}", hint="write apart, whole or letter")
        if len(set(words)) < 2 or (kind == "whole" and len(set(words)) > 2):
            raise ConfigError("holds too few or too many words", where=f"{name}:{number}", hint="two for a whole, two or more for apart")
        if kind == "letter" and any(len(word) != 1 for word in words):
            raise ConfigError("holds a word of several characters", where=f"{name}:{number}", hint="write it as apart")
        sets[kind].append(frozenset(words))
        standing.update({word: member.partition("|")[0] for member in members for word in member.split("|")})
    listed = sorted({word for group in sets["apart"] for word in group}, key=lambda w: (-len(w), w))
    return Contrasts(
        tuple(sets["apart"]), tuple(sets["whole"]), tuple(sets["letter"]), re.compile("|".join(map(re.escape, listed)) or "(?!)"), standing
    )


def contrasted(a: str, b: str) -> bool:
    """Whether one text has a word of a set and the other has another of it, and neither has both. Symmetric."""
    known = contrasts()
    one, two = ({known.standing[word] for word in known.pattern.findall(text)} for text in (a, b))
    return any(one & group and two & group and not one & two & group for group in known.apart)


def make_whole(a: str, b: str) -> bool:
    """Whether one text names one half of a whole and the other the other half, and neither names both (旅客, 船员). Symmetric."""
    orders = ((x, y) for pair in contrasts().whole for x in pair for y in pair if x != y)
    return any(_names_one(a, one, two) and _names_one(b, two, one) for one, two in orders)


def _names_one(text: str, one: str, other: str) -> bool:
    return one in text and other not in text


def differ_by_letter(a: str, b: str) -> bool:
    """Whether two words hold a character before or behind the same other one by which they are two of a kind: 东看台, 西看台; 满场, 空场;
    税前, 税后. Symmetric."""
    for group in contrasts().letter:
        for x, y in ((x, y) for x in group if x in a for y in group if y in b and y != x):
            before = {a[i + 1] for i in _places(a, x) if i + 1 < len(a)} & {b[i + 1] for i in _places(b, y) if i + 1 < len(b)}
            behind = {a[i - 1] for i in _places(a, x) if i} & {b[i - 1] for i in _places(b, y) if i}
            if any(x + w not in b and y + w not in a for w in before) or any(w + x not in b and w + y not in a for w in behind):
                return True
    return False


def _places(text: str, letter: str) -> list[int]:
    return [i for i, c in enumerate(text) if c == letter]
