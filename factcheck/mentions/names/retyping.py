"""Types settled by what stands around a name in the whole article, where the backend only guessed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from factcheck.language.segmenter import tag_tokens
from factcheck.mentions.names.identity import canonical_key
from factcheck.mentions.names.known import speaks_at
from factcheck.mentions.names.reading import Candidate, Reading
from factcheck.mentions.names.tables import industry_words, known_names, listed_words, stop_words, suffixes, surnames

__all__ = ["find_states", "retype_names"]

_QUOTES = tuple("“”「」『』‘’")
# Up to this weight a candidate is a backend's guess; above, a recogniser saw structure.
_GUESS = 52
_STATE_AFTER = re.compile(
    r"(?:共和国|联邦|王国|首都|总统|副总统|总理|首相|国王|外长|防长|政府|议会|国会|当局|军方|国防部|外交部|经济部|财政部|海关|境内|"
    r"领土|领空|领海|海岸|海军|空军|民众|公民|人民|居民|市民|灾民|灾区|市区|郊区|籍|北部|南部|东部|西部|央行|大使)"
)
_PLACE_BEFORE = re.compile(r"(?:邻国|盟国|小镇|城镇|城市|港市|县城|村庄|村落|首都|首府|省会|古城|小岛|岛屿|州府|小城|重镇|港口|海港)$")
# What shows that a state's name and a trade word are a firm all the same (南屿汽车公司; 南屿航空发言人).
_FIRM_BEHIND = re.compile(r"”|公司|股份|集团|有限|（|\(|\d{6}|总部|旗下|股价|财报|年报|客机|航班|方面")
_WORKS = re.compile(r"(?:厂|工厂|仓库|工地|煤矿)$")
_DATELINE = re.compile(r"(?:\d{1,2}月)?\d{1,2}日(?:电|讯|专电)")
_JOINT = re.compile(r"[与和、及暨同跟]|以及")


def find_states(reading: Reading) -> Iterator[Candidate]:
    """Words of no dictionary that the article uses as the name of a state or town at least twice (南屿首都, 南屿外长)."""
    text = reading.text
    names = {t.text for t in reading.tokens if t.tag in ("PROPN", "X") and t.text not in known_names() and t.text not in stop_words()}
    states = {name for name in names if _statelike(name) and _used_as_place(text, name, least=2)}
    for token in reading.tokens:
        if token.text in states:
            yield Candidate(token.start, token.end, "GPE", 53)


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
    local = states | places | _mostly_places(text, found)
    settled: list[Candidate] = []
    for c in parted:
        name = text[c.start : c.end]
        if c.type == "ORG" and _is_goods(reading, c, local):
            continue  # 南屿|汽车: goods of a state, no firm
        if c.type == "ORG" and _WORKS.search(name):
            head = _place_of_works(name, local)
            if head:
                settled.append(replace(c, end=c.start + len(head), type="GPE", key="", weight=54))
                continue  # 柳港|化纤厂: works in a town, no name
        if (
            _is_guess(c)
            and c.type == "PER"
            and not c.title
            and text[c.start - 1 : c.start] in _QUOTES
            and text[c.end : c.end + 1] in _QUOTES
        ):
            continue  # “青鸾”: what is set off by marks is hardly a person
        if _is_guess(c):
            if text[c.start : c.end] in states and not c.title:
                c = replace(c, type="GPE", key="", weight=54)
            elif c.type in ("PER", "MISC") and not c.title and text.startswith(weapons, c.end) and "基地" not in text[c.end : c.end + 6]:
                c = replace(c, type="PRODUCT", key="", weight=55)
        settled.append(c)
    return settled


def _mostly_places(text: str, found: list[Candidate]) -> set[str]:
    """Guessed names that are places wherever the backend met them, and the bare names of towns (柳港市 -> 柳港)."""
    types: dict[str, set[str]] = defaultdict(set)
    for c in found:
        types[text[c.start : c.end]].add(c.type)
    sure = {name for name, seen in types.items() if seen <= {"GPE", "LOC"}}
    bare = {name[:-1] for name in sure if name[-1] in "市县省州镇" and len(name) >= 3}
    return sure | {canonical_key(name, "GPE") for name in sure} | bare


def _is_goods(reading: Reading, c: Candidate, places: set[str]) -> bool:
    """Whether a state or town and a trade word are what it makes, not a firm: nothing beside them shows a firm."""
    text = reading.text
    name = text[c.start : c.end]
    for length in (4, 3, 2):
        if name[-length:] in industry_words():
            if name[:-length] not in places:
                return False
            shown = c.end in reading.titled or speaks_at(text, c.end) or _FIRM_BEHIND.match(text, c.end)
            return not shown
    return False


def _place_of_works(name: str, places: set[str]) -> str:
    """The place that the works in a name stand in, where only plain nouns follow it; "" where a name of their own does."""
    for length in range(min(len(name) - 1, 10), 1, -1):
        head = name[:length]
        known = known_names().get(head)
        if head in places or (known is not None and known.type == "GPE"):
            rest = tag_tokens(name[length:])
            return head if all(token.tag in ("NOUN", "VERB", "NUM", "ADJ") for token in rest) else ""
    return ""


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


def _used_as_place(text: str, name: str, least: int = 1) -> bool:
    """Whether the article uses the name as that of a state or town; a name shaped like a person's needs two such places."""
    count = 0
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if _STATE_AFTER.match(text, end):
            count += 1
        elif _DATELINE.match(text, end):
            count += 2
        elif _PLACE_BEFORE.search(text[max(0, at - 2) : at]):
            count += 1
        at = text.find(name, end)
    return count >= max(least, 2 if name[0] in surnames() and len(name) <= 3 else 1)


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
