"""A desk's own names (settings, `[aliases]`): found in a text though no data file knows them, and each called by one key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from factcheck.language.script import fold_key
from factcheck.mentions.names.identity import canonical_key
from factcheck.mentions.names.reading import Candidate, Reading
from factcheck.mentions.names.tables import Lexicon, known_names, suffixes

__all__ = ["DeskNames", "name_stands"]

_TYPES: Final = ("PER", "ORG", "GPE", "LOC", "WORK", "EVENT", "PRODUCT", "MISC")
# Above every recogniser: the desk says that this is a name.
_WEIGHT: Final = 70
_SURE: Final = 4
"""From this many characters on a name is taken for one wherever its characters stand; a shorter one must not cut a word in two
(东能 in 广东能源)."""


class DeskNames:
    """What a desk calls things: name -> other names of the same, in either script."""

    def __init__(self, aliases: Mapping[str, Sequence[str]] = MappingProxyType({})) -> None:
        self._homes: dict[str, str] = {}
        entries: list[tuple[str, tuple[str, str]]] = []
        for name, others in sorted(aliases.items()):
            forms = [fold_key(form) for form in (name, *others)]
            type_ = next((found for form in forms if (found := _type_of(form))), "")
            home = canonical_key(forms[0], type_ or "ORG")
            for form in forms:
                entries.append((form, (type_, home)))
                for key in (form, *(canonical_key(form, each) for each in _TYPES)):
                    self._homes.setdefault(key, home)
        self._lexicon = Lexicon(entries)

    def key(self, key: str) -> str:
        """The desk's key for the key of a name; the same where the desk says nothing of it."""
        return self._homes.get(key, key)

    def find(self, reading: Reading, others: Iterable[Candidate]) -> Iterator[Candidate]:
        """The desk's names where they stand. What sort of thing one is: as its form tells, else as another recogniser (`others`) reads the
        very same stretch, else an organisation."""
        if not len(self._lexicon):
            return
        read = {(c.start, c.end): c.type for c in sorted(others, key=lambda c: (c.weight, c.type))}
        for start, end, (type_, home) in self._lexicon.find(reading.text, lambda a, b: name_stands(reading, a, b)):
            yield Candidate(start, end, type_ or read.get((start, end), "ORG"), _WEIGHT, key=home)


def _type_of(name: str) -> str:
    """The type a name's form tells: a known name, the dot of a foreign person's name, a last word (集团, 市); "" where it tells none."""
    known = known_names().get(name)
    if known is not None:
        return known.type
    if "·" in name:
        return "PER"
    for length in (4, 3, 2, 1):
        kind, type_ = suffixes().get(name[-length:], ("", ""))
        if type_ and len(name) - length >= 2 and (length > 1 or kind == "place"):
            return type_
    return ""


def name_stands(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch that reads like a given name is one there: no part of a longer word."""
    text = reading.text
    if text[start:end].isascii():
        return not any(char.isascii() and char.isalnum() for char in (text[start - 1 : start], text[end : end + 1]))
    return end - start >= _SURE or not (_cuts_word(reading, start) or _cuts_word(reading, end))


def _cuts_word(reading: Reading, border: int) -> bool:
    """Whether a border lies inside a word of the dictionary."""
    token = reading.token_at(border)
    return token is not None and token.start < border and token.tag not in ("X", "PROPN")
