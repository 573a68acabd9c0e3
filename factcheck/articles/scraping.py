"""What scrapers leave inside a text: readings put behind characters, and characters lost on the way.

Pages that show traditional characters with their pinyin give `已經(jīng)`; the reading is dropped. Where such a page was converted as GBK
bytes at the wrong place, two halves of neighbouring characters were taken for one, its reading was put in, and the bytes behind slipped:
變為現(xiàn) = D783 9EE9 AC46 became 變?yōu)楝F(xiàn) = D783 (9E lost) ( y ō u ) E9AC 46. The reading tells the character that was taken
(83 9E is the only one of its lead byte that is read yōu), so the lost byte is known and what follows falls into place again.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

__all__ = ["Insertion", "find_insertions"]

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿêế"
_READING = f"[a-zü{_TONED}]{{1,6}}"
_INSERTED = re.compile(f"(?<=[\u3400-\u9fff])[(（]({_READING})[)）]")
_SLIPPED = re.compile(f"([\u4e00-\u9fff])([?？\ufffd])({_READING})[)）]")
_BEHIND = re.compile(f"[(（]{_READING}[)）]")
_HAS_TONE = re.compile(f"[{_TONED}]")
_LOST = re.compile("\ufffd+|锟斤拷")
_RUN = 40  # characters within which bytes that slipped must have fallen into place
_TONELESS_EVIDENCE = 3


@dataclass(frozen=True, slots=True)
class Insertion:
    """text[start:end] is to be read as `reading` ("" for nothing); `lost`: nothing is known of what stood there."""

    start: int
    end: int
    reading: str = ""
    lost: bool = False


@lru_cache(maxsize=1)
def _readings() -> dict[str, str]:
    lines = files("factcheck.articles").joinpath("readings.tsv").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {pair[0]: pair[1] for pair in pairs}


@lru_cache(maxsize=1)
def _toneless() -> frozenset[str]:
    return frozenset(
        "".join(char for char in unicodedata.normalize("NFD", reading) if not unicodedata.combining(char) or char == "\u0308")
        for reading in _readings()
    )


def find_insertions(text: str) -> list[Insertion]:
    """Readings put into a text, and the slips that can or cannot be repaired, in order and apart from each other."""
    toned = [match for match in _INSERTED.finditer(text) if _HAS_TONE.search(match[1])]
    found = [Insertion(match.start(), match.end()) for match in toned]
    if len(toned) >= _TONELESS_EVIDENCE:
        plain = (match for match in _INSERTED.finditer(text) if not _HAS_TONE.search(match[1]) and match[1] in _toneless())
        found += [Insertion(match.start(), match.end()) for match in plain]
    for match in _SLIPPED.finditer(text):
        if _HAS_TONE.search(match[3]):
            repaired = _repair(text, match)
            found.append(repaired)
            if behind := _BEHIND.match(text, repaired.end):
                found.append(Insertion(behind.start(), behind.end()))
    found += [Insertion(match.start(), match.end(), lost=True) for match in _LOST.finditer(text)]
    found.sort(key=lambda insertion: (insertion.start, -insertion.end))
    apart: list[Insertion] = []
    for insertion in found:
        if not apart or insertion.start >= apart[-1].end:
            apart.append(insertion)
    return apart


def _repair(text: str, match: re.Match[str]) -> Insertion:
    """The slip read right, from the character before the lost one's place to where the bytes fall into place."""
    unknown = Insertion(match.start(2), match.end(), lost=True)
    try:
        lead = match[1].encode("gbk")[1:]
    except UnicodeEncodeError:
        return unknown
    taken = {char.encode("gbk")[1:] for char in _readings().get(match[3], "") if char.encode("gbk")[:1] == lead}
    fits = sorted({fit for trail in taken if (fit := _realign(text, match.end(), trail)) is not None})
    if len(fits) != 1:
        return unknown
    end, reading = fits[0]
    return Insertion(match.start(2), end, reading)


def _realign(text: str, at: int, lost: bytes) -> tuple[int, str] | None:
    """Put the lost byte back before text[at:]: the first place where the bytes are whole characters again, and what they say."""
    data = lost
    for end in range(at, min(len(text), at + _RUN)):
        try:
            data += text[end].encode("gbk")
        except UnicodeEncodeError:
            return None
        if len(text[end].encode("gbk")) == 2:
            continue
        try:
            return end + 1, data.decode("gbk")
        except UnicodeDecodeError:
            return None
    return None
