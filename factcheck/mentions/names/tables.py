"""The data files of names, loaded once, and a fast look-up of many words in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Generic, TypeVar

import opencc
from babel import Locale

__all__ = [
    "Lexicon",
    "NameEntry",
    "Territories",
    "bureau_words",
    "cities",
    "industry_words",
    "known_names",
    "listed_words",
    "load_rows",
    "metonyms",
    "name_sounds",
    "say_words",
    "simplify",
    "stop_words",
    "suffixes",
    "surnames",
    "territories",
    "titles",
]

T = TypeVar("T")


class Lexicon(Generic[T]):
    """Many words, found in a text by the longest match at each place."""

    def __init__(self, entries: Iterable[tuple[str, T]] = ()) -> None:
        self._words: dict[str, T] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for word, value in entries:
            if word:
                self._words.setdefault(word, value)
        heads: dict[str, set[int]] = {}
        for word in self._words:
            heads.setdefault(word[0], set()).add(len(word))
        self._lengths = {head: tuple(sorted(lengths, reverse=True)) for head, lengths in heads.items()}

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def __len__(self) -> int:
        return len(self._words)

    def get(self, word: str) -> T | None:
        return self._words.get(word)

    def at(self, text: str, start: int) -> tuple[int, T] | None:
        """End and value of the longest word that starts here."""
        for length in self._lengths.get(text[start : start + 1], ()):
            value = self._words.get(text[start : start + length])
            if value is not None and start + length <= len(text):
                return start + length, value
        return None

    def find(self, text: str, accept: Callable[[int, int], bool] | None = None) -> Iterator[tuple[int, int, T]]:
        """Every place where a word stands, longest first, not overlapping. `accept(start, end)` may turn a place down; a shorter word
        is tried then."""
        lengths_of, words = self._lengths, self._words
        at, size = 0, len(text)
        while at < size:
            lengths = lengths_of.get(text[at])
            if lengths is None:
                at += 1
                continue
            for length in lengths:
                end = at + length
                value = words.get(text[at:end])
                if value is not None and end <= size and (accept is None or accept(at, end)):
                    yield at, end, value
                    at = end
                    break
            else:
                at += 1


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A known name: its type, its canonical key, and the body it speaks for ("" for none)."""

    type: str
    key: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Territories:
    """Countries and regions: every name (simplified) to the short mainland name, and the one-character forms (several where ambiguous).
    `beside`: what a one-character form means beside another (澳 beside 港)."""

    names: dict[str, str]
    single: dict[str, str]
    countries: frozenset[str]
    beside: dict[tuple[str, str], str]


@cache
def load_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a data file, comments and empty lines left out."""
    text = (resources.files("factcheck.mentions") / "data" / f"names_{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def simplify(text: str) -> str:
    """Simplified characters (OpenCC t2s keeps the length)."""
    converted: str = _converter().convert(text)
    return converted


@cache
def territories() -> Territories:
    """From CLDR (zh, zh_Hant, zh_Hant_HK) and `names_territories.tsv`."""
    rows = {row[0]: (*row[1:], "", "", "", "")[:4] for row in load_rows("territories")}
    names: dict[str, str] = {}
    countries: set[str] = set()
    tables = [Locale.parse(locale).territories for locale in ("zh", "zh_Hant", "zh_Hant_HK")]
    for code in sorted(set().union(*tables) | set(rows)):
        key = rows[code][0] if code in rows else tables[0].get(code, "")
        if not key or code in ("ZZ", "QO", "XA", "XB", "001"):
            continue
        if not code.isalpha():
            names.setdefault(key, key)  # regions: the forms of Taiwan and Hong Kong are other regions (加勒比海)
            continue
        surfaces = {key, *(simplify(t[code]) for t in tables if code in t), *rows.get(code, ("", ""))[1].split(",")}
        for surface in surfaces - {""}:
            names.setdefault(surface, key)
        countries.add(key)
    single = {row[2]: row[0] for row in sorted(rows.values()) if row[2] and not row[3]}
    beside = {(row[2], other): row[0] for row in sorted(rows.values()) for other in row[3]}
    return Territories(names, single, frozenset(countries), beside)


@cache
def cities() -> dict[str, bool]:
    """The prefectures and cities of `names_places.tsv`, short names: true where that is a name by itself, false where it is a word
    too (日照)."""
    table: dict[str, bool] = {}
    for row in load_rows("places"):
        for known, cell in ((True, row[1:2]), (False, row[2:3])):
            for name in cell[0].split(",") if cell else ():
                if name:
                    table.setdefault(name, known)
    return table


@cache
def metonyms() -> dict[str, tuple[NameEntry, bool]]:
    """Names that speak for a body; the flag says whether they do so only before a verb of saying."""
    return {row[0]: (NameEntry(row[1], row[0], row[2]), row[3] == "speaker") for row in load_rows("metonyms")}


@cache
def known_names() -> Lexicon[NameEntry]:
    """Every name the data files and CLDR know, simplified, with its canonical key."""
    states = territories().countries
    entries: dict[str, NameEntry] = {name: NameEntry("GPE" if key in states else "LOC", key) for name, key in territories().names.items()}
    for name, key in territories().names.items():
        if key in listed_words("union"):
            entries[name] = NameEntry("ORG", key)
    for row in (*load_rows("variants"), *load_rows("bodies"), *load_rows("markets")):
        type_, key = row[0], row[1]
        for surface in (key, *(row[2].split(",") if len(row) > 2 else ())):
            if surface:
                entries.setdefault(surface, NameEntry(type_, key))
    for city, alone in cities().items():
        if alone:
            entries.setdefault(city, NameEntry("GPE", city))
    for name, (entry, only_speaker) in metonyms().items():
        if not only_speaker or entry.type == "ORG":
            entries[name] = NameEntry(entry.type, name, "" if only_speaker else entry.of)
        else:
            entries.setdefault(name, NameEntry(entry.type, name))
    return Lexicon(sorted(entries.items()))


@cache
def surnames() -> frozenset[str]:
    """Chinese and Korean surnames (one or two characters) and common Japanese ones."""
    return frozenset(name for row in load_rows("surnames") for name in row[1].split(","))


@cache
def titles() -> dict[str, frozenset[str]]:
    """Words by kind: prefix, office, rank, profession, address, field."""
    return {row[0]: frozenset(row[1].split(",")) for row in load_rows("titles")}


@cache
def suffixes() -> dict[str, tuple[str, str]]:
    """The last words of names: word to (kind, type). The first row that lists a word counts; `body` outranks `strong`."""
    table: dict[str, tuple[str, str]] = {}
    order = {"body": 0, "strong": 1, "place": 2, "feature": 3, "event": 4, "occasion": 5, "bureau": 6, "group": 7}
    for kind, type_, words in sorted(load_rows("suffixes"), key=lambda r: order[r[0]]):
        for word in words.split(","):
            table.setdefault(word, (kind, type_))
    return table


@cache
def bureau_words() -> frozenset[str]:
    """Last words that make a name with a plain noun before them."""
    return frozenset(w for row in load_rows("suffixes") if row[0] == "bureau" for w in row[2].split(","))


@cache
def listed_words(kind: str) -> frozenset[str]:
    """The words of one kind in `names_stops.tsv`."""
    return frozenset(w for row in load_rows("stops") if row[0] == kind for w in row[1].split(","))


def stop_words() -> frozenset[str]:
    """Words that are no part of a name."""
    return listed_words("stop")


def industry_words() -> frozenset[str]:
    """Last words that make a name only of a brand right before them (瑞舟科技), not of a country (中国汽车)."""
    return listed_words("industry")


@cache
def say_words() -> tuple[str, ...]:
    """Verbs of saying, longest first."""
    return tuple(sorted((w for row in load_rows("says") for w in row[0].split(",")), key=lambda w: (-len(w), w)))


@cache
def name_sounds() -> dict[str, tuple[str, int]]:
    """Characters that write foreign names: pinyin without tone, and the weight explained in the file."""
    return {row[0]: (row[1], int(row[2])) for row in load_rows("sounds")}
