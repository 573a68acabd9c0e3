"""What the articles of a folder teach each other: a name that one of them spells out is a name in the others, too.

飞橙外送 stands in quotation marks in one article and bare in the next; 铁桥镇 is called a town only once. Names are taken over from three
characters on, where no reader of the second article could take them for other words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from factcheck.mentions.names.desk import name_stands
from factcheck.mentions.names.reading import Candidate, Reading
from factcheck.mentions.names.tables import Lexicon, known_names
from factcheck.mentions.types import EntityMention

__all__ = ["FolderNames"]

_WEIGHT: Final = 53
"""Above a backend's guess, under what an article's own grammar tells."""
_LEAST: Final = 3
"""Characters of a name that is taken over."""
_SURE: Final = 4
"""From this many characters on a name counts though it was found only once."""


class FolderNames:
    """Names by how they are written: type, key, and the articles (ids) that were found to use them."""

    def __init__(self, found: Mapping[str, Sequence[EntityMention]]) -> None:
        read: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for mentions in found.values():
            for mention in mentions:
                if mention.type != "MISC" and len(mention.text) >= _LEAST and not mention.text.isascii():
                    read[mention.text][mention.type, mention.key] += 1
        entries = []
        for name, counts in sorted(read.items()):
            (best, times), total = counts.most_common(1)[0], counts.total()
            if name not in known_names() and 2 * times > total and (total > 1 or len(name) >= _SURE):
                entries.append((name, best))
        self._lexicon: Lexicon[tuple[str, str]] = Lexicon(entries)

    def teaches(self, text: str, found: Sequence[EntityMention]) -> bool:
        """Whether a text (a shadow) holds a name of the folder where nothing, or only part of it, was found."""
        spans = {(m.start, m.end) for m in found}
        return any((start, end) not in spans for start, end, _ in self._lexicon.find(text))

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """The folder's names where they stand."""
        for start, end, (type_, key) in self._lexicon.find(reading.text, lambda a, b: name_stands(reading, a, b)):
            yield Candidate(start, end, type_, _WEIGHT, key=key)
