"""Types settled by what stands around a name in the whole article, where the backend only guessed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from factcheck.mentions.names.identity import canonical_key
from factcheck.mentions.names.reading import Candidate, Reading
from factcheck.mentions.names.tables import industry_words, known_names, listed_words, suffixes, surnames

__all__ = ["retype_names"]

# Up to this weight a candidate is a backend's guess; above, a recogniser saw structure.
_GUESS = 52
_STATE_AFTER = re.compile(
    r"(?:共和国|联邦|王国|首都|总统|副总统|总理|首相|国王|外长|防长|政府|议会|国会|当局|军方|国防部|外交部|经济部|财政部|海关|方面|境内|"
    r"领土|领空|领海|海岸|海军|空军|民众|公民|人民|籍|北部|南部|东部|西部|央行|大使)"
)
_DATELINE = re.compile(r"(?:\d{1,2}月)?\d{1,2}日(?:电|讯|专电)")
_JOINT = re.compile(r"[与和、及暨同跟]|以及")


def retype_names(reading: Reading, found: list[Candidate]) -> list[Candidate]:
    """The candidates with guessed types mended.

    A guessed name is a state or town where the article treats it as one (X首都, X政府, X5月3日电, or beside one: 南屿与X), a weapon where
    its kind follows, and two places run together are parted.
    """
    text = reading.text
    weapons = tuple(sorted(listed_words("weapon")))
    places = {text[c.start : c.end] for c in found if c.type in ("GPE", "LOC") and c.weight > _GUESS}
    places |= {re.sub(r"(?:共和国|联邦|王国)$", "", p) for p in places}
    guessed = {text[c.start : c.end] for c in found if _is_guess(c)}
    states = {name for name in guessed if name in places or (_statelike(name) and _used_as_place(text, name))}
    parted = [piece for c in found for piece in _part_sums(text, c, states | places)]
    states |= {text[c.start : c.end] for c in _joined(text, parted, states | places) if _statelike(text[c.start : c.end])}
    settled: list[Candidate] = []
    for c in parted:
        name = text[c.start : c.end]
        if c.type == "ORG" and any(
            name.endswith(w) and name[: -len(w)] in states | places for w in (name[-2:], name[-3:]) if w in industry_words()
        ):
            continue  # 南屿|汽车: goods of a state, no firm
        if _is_guess(c):
            if text[c.start : c.end] in states and not c.title:
                c = replace(c, type="GPE", key="", weight=54)
            elif c.type in ("PER", "MISC") and not c.title and text.startswith(weapons, c.end) and "基地" not in text[c.end : c.end + 6]:
                c = replace(c, type="PRODUCT", key="", weight=55)
        settled.append(c)
    return settled


def _is_guess(c: Candidate) -> bool:
    return c.weight <= _GUESS and c.type in ("PER", "ORG", "LOC", "GPE", "MISC") and not c.key


def _statelike(name: str) -> bool:
    """A name that could be a state's or a town's: short, and no other last word says what it is."""
    if (
        not 2 <= len(name) <= 6
        or not all("\u4e00" <= ch <= "\u9fff" for ch in name)
        or name in known_names()
        or name[-1] in "社报网台局厅院会部党军队"
    ):
        return False
    return not any(suffixes().get(name[-n:], ("", "GPE"))[1] != "GPE" for n in (1, 2, 3) if len(name) > n)


def _used_as_place(text: str, name: str) -> bool:
    """Whether the article uses the name as that of a state or town; a name shaped like a person's needs two such places."""
    count = 0
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if _STATE_AFTER.match(text, end):
            count += 1
        elif _DATELINE.match(text, end):
            count += 2
        at = text.find(name, end)
    return count >= (2 if name[0] in surnames() and len(name) <= 3 else 1)


def _joined(text: str, found: list[Candidate], places: set[str]) -> Iterator[Candidate]:
    """Guessed names that stand beside places in a list or pair more often than beside other names."""
    votes: dict[str, Counter[bool]] = defaultdict(Counter)
    members: dict[str, Candidate] = {}
    for left, right in pairwise(found):
        between = text[left.end : right.start]
        if between and not _JOINT.fullmatch(between):
            continue
        for one, other in ((left, right), (right, left)):
            if not _is_guess(one) or one.title or other.title:
                continue
            name, partner = text[one.start : one.end], text[other.start : other.end]
            members[name] = one
            votes[name][other.type in ("GPE", "LOC") or partner in places] += 1
    for name, counted in votes.items():
        if counted[True] > counted[False]:
            yield members[name]


def _part_sums(text: str, c: Candidate, places: set[str]) -> Iterator[Candidate]:
    """A guessed name that is two places of the article side by side, parted."""
    name = text[c.start : c.end]
    if _is_guess(c) and name not in places:
        for cut in range(2, len(name) - 1):
            if name[:cut] in places and name[cut:] in places:
                for start, end in ((c.start, c.start + cut), (c.start + cut, c.end)):
                    yield Candidate(start, end, "GPE", 54, key=canonical_key(text[start:end], "GPE"))
                return
    yield c
