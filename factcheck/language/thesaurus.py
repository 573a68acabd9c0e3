"""Words by which two reporters say the same thing (`data/thesaurus.tsv`) and words of one scene (`data/related.tsv`).

`same_meaning` says that two words may stand for one another in reports of one happening (住院, 留医); `related` only that they belong
to one topic (罢工, 工会), which is evidence that two clauses are about one thing and never that they say the same. `one_morpheme` says so
of two verbs that no list holds, by the characters that they are made of. All take words in the characters of the shadow text, whether or
not a segmenter knows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

from factcheck.errors import ConfigError
from factcheck.language.script import simplify

__all__ = [
    "MAX_GROUPS",
    "PARTS",
    "fields_of",
    "groups_of",
    "is_verb",
    "one_morpheme",
    "parse_related",
    "parse_thesaurus",
    "related",
    "same_meaning",
]

PARTS = frozenset({"verb", "noun", "adj"})
MAX_GROUPS = 2  # a word of three meanings says too little to be evidence

_EMPTY: frozenset[str] = frozenset()
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


def same_meaning(a: str, b: str) -> bool:
    """Whether two words share a group. Symmetric, not transitive; every word means the same as itself."""
    return a == b or not groups_of(a).isdisjoint(groups_of(b))


def groups_of(word: str) -> frozenset[str]:
    """The groups of a word, at most MAX_GROUPS; empty for a word that is not listed."""
    return _words("thesaurus.tsv").get(word, _EMPTY)


@lru_cache(maxsize=65536)
def related(a: str, b: str) -> bool:
    """Whether two words belong to one scene: they share a field, or mean the same. Symmetric."""
    return same_meaning(a, b) or not fields_of(a).isdisjoint(fields_of(b))


def fields_of(word: str) -> frozenset[str]:
    """The fields of a word; empty for a word that is not listed."""
    return _words("related.tsv").get(word, _EMPTY)


@lru_cache(maxsize=65536)
def one_morpheme(a: str, b: str) -> bool:
    """Whether two words of two characters share one, in its place, and the other ones mean the same (进场, 入场; `data/morphemes.tsv`).
    Symmetric."""
    if len(a) != 2 or len(b) != 2 or (a[0] == b[0]) == (a[1] == b[1]):
        return False
    at = int(a[0] == b[0])
    meanings = _words("morphemes.tsv")
    return not meanings.get(a[at], _EMPTY).isdisjoint(meanings.get(b[at], _EMPTY))


@cache
def _text(name: str) -> str:
    """A shipped file, read once."""
    return (resources.files("factcheck.language") / "data" / name).read_text(encoding="utf-8")


@cache
def _verbs() -> frozenset[str]:
    """The words of the lines of verbs."""
    return frozenset(w for _, (_, part, *words) in _lines(_text("thesaurus.tsv"), "thesaurus.tsv") if part == "verb" for w in words)


def is_verb(word: str) -> bool:
    """Whether a word is listed as a verb."""
    return word in _verbs()


@cache
def _words(name: str) -> dict[str, frozenset[str]]:
    """The groups of every word of one of the three files."""
    text = _text(name)
    groups = parse_thesaurus(text, name=name) if name == "thesaurus.tsv" else parse_related(text, name=name)
    words: dict[str, set[str]] = {}
    for group, members in groups.items():
        for word in members:
            words.setdefault(word, set()).add(group)
    return {word: frozenset(of) for word, of in words.items()}


def parse_thesaurus(text: str, *, name: str) -> dict[str, tuple[str, ...]]:
    """The words of each group of a file of lines `group part word word …`, parted by tabs; blank lines and lines of # say nothing.

    Raises ConfigError with `name` and the line for a line that is malformed, a group named twice, two lines of the same words, and a word
    in more than MAX_GROUPS groups.
    """
    groups: dict[str, tuple[str, ...]] = {}
    lines: dict[frozenset[str], str] = {}
    places: dict[str, list[str]] = {}
    for where, fields in _lines(text, name):
        group, part, *words = fields
        if part not in PARTS:
            raise ConfigError(f'"{part}" is not a part of speech', where=where, hint="write verb, noun or adj")
        _check(group, words, groups, where)
        other = lines.setdefault(frozenset(words), group)
        if other != group:
            raise ConfigError(f"{group} holds the words of {other}", where=where, hint="keep one of them")
        for word in words:
            stands = places.setdefault(word, [])
            stands.append(group)
            if len(stands) > MAX_GROUPS:
                raise ConfigError(f"{word} stands in {', '.join(stands)}", where=where, hint=f"a word has at most {MAX_GROUPS} groups")
        groups[group] = tuple(words)
    return groups


def parse_related(text: str, *, name: str) -> dict[str, tuple[str, ...]]:
    """The words of each field of a file of lines `field word word …`, parted by tabs. Raises ConfigError as `parse_thesaurus` does; a word
    may stand in any number of fields."""
    fields: dict[str, tuple[str, ...]] = {}
    for where, (field, *words) in _lines(text, name):
        _check(field, words, fields, where)
        fields[field] = tuple(words)
    return fields


def _lines(text: str, name: str) -> Iterator[tuple[str, list[str]]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        where = f"{name}:{number}"
        fields = line.split("\t")
        if len(fields) < 3:
            raise ConfigError("holds too few words", where=where, hint="write an id and words, parted by tabs")
        if any(not field or field != "".join(field.split()) for field in fields):
            raise ConfigError("holds an empty word or a blank", where=where, hint="part the words by one tab")
        yield where, fields


def _check(group: str, words: list[str], known: dict[str, tuple[str, ...]], where: str) -> None:
    """Refuse a bad or repeated id, fewer than two words, a word twice in the line, and a word that is not as in the shadow text."""
    if not _SLUG.match(group):
        raise ConfigError(f'"{group}" is not an id', where=where, hint="write small letters, digits and hyphens")
    if group in known:
        raise ConfigError(f"{group} is there twice", where=where, hint="join the two lines")
    if len(words) < 2:
        raise ConfigError(f"{group} holds fewer than two words", where=where)
    for word in words:
        if words.count(word) > 1:
            raise ConfigError(f"{word} stands twice in {group}", where=where)
    whole = "\t".join(words)
    simple = simplify(whole)
    if simple != whole:
        word, good = next(pair for pair in zip(words, simple.split("\t"), strict=True) if pair[0] != pair[1])
        raise ConfigError(f"{word} is not in the characters of the shadow text", where=where, hint=f"write {good}")
