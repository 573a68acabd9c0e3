"""The backend's places, organisations and other names, their borders mended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.language.segmenter import tag_tokens
from factcheck.mentions.names.bodies import is_backed, settle_type
from factcheck.mentions.names.persons import TitleSpan
from factcheck.mentions.names.reading import Candidate, Reading
from factcheck.mentions.names.tables import cities, known_names, listed_words, stop_words, suffixes

__all__ = ["find_guessed"]

_NUMBERED = re.compile(r"[\u4e00-\u9fff]{2,}[一二三四五六七八九十百零\d]+号")


def find_guessed(reading: Reading, titles: list[TitleSpan]) -> Iterator[Candidate]:
    """The backend's places, organisations and other names; persons are read by `find_persons`."""
    text = reading.text
    title_at = {span.end: span.start for span in titles}
    builtin = "lac" not in reading.document.backend and "zh_core" not in reading.document.backend
    for name in reading.document.names:
        if name.type == "PER":
            continue
        start, end = name.start, name.end
        surface = reading.text[start:end]
        if surface[-1] == "人" and surface[:-1] in known_names():
            continue
        if _is_common(surface) or surface in stop_words() or text[start - 1 : start] in tuple("两三各多该") or _is_sum(reading, start, end):
            continue
        if name.type in ("LOC", "GPE") and (builtin or surface in cities()) and not is_backed(text, start, end):
            continue
        if name.type in ("LOC", "GPE") and surface in suffixes() and surface not in known_names():
            continue  # 机场, 海峡: what a place is, not its name
        joined = _joined_body(reading, start, end) if surface[-1] in "与和及暨" else None
        if joined is not None:
            yield Candidate(start, joined, "ORG", 66)
            continue
        last = reading.token_at(end - 1)
        ordinary = last is not None and (last.tag in ("NOUN", "VERB", "ADJ") or (last.tag == "ADP" and last.text[-1] in "部面边侧端方"))
        if last is not None and ordinary and last.end > end and last.start > start + 1:
            end = last.start  # the border cuts a word in two (夏威夷山|火)
            surface = text[start:end]
        if start and surface[-1:] in "社报网台" and len(surface) <= 3 and _opens_line(reading, start - 1):
            start -= 1
            surface = text[start:end]
        if "\n" in surface or not any(c.isalpha() for c in surface) or len(surface.strip()) < 2:
            continue
        if name.type in ("ORG", "LOC", "GPE") and start in title_at.values() and end in title_at:
            continue
        if name.type == "WORK" and reading.text[start - 1 : start] not in "《〈“「":
            continue
        if name.type in ("LOC", "GPE") and _NUMBERED.fullmatch(surface):
            yield Candidate(start, end, "PRODUCT", 55)  # 青洲一号
            continue
        weight = 50 if name.type in ("LOC", "GPE", "ORG") else 48
        yield Candidate(start, end, settle_type(surface, name.type), weight)


def _joined_body(reading: Reading, start: int, end: int) -> int | None:
    """Where a body's name ends of which the backend took only the part before a conjunction (南屿贸易与|工业部)."""
    token = reading.token_at(end) if end < len(reading.text) else None
    if token is None or token.start != end or token.text[-1] not in "部委局署" or len(token.text) < 2:
        return None
    return token.end if any(suffixes().get(token.text[-n:], ("",))[0] == "body" for n in (2, 3, 4)) else None


def _is_common(surface: str) -> bool:
    """Whether a backend's organisation is only plain words (军事联盟)."""
    if not any(surface.endswith(word) for word in listed_words("common")):
        return False
    return all(token.tag in ("NOUN", "ADJ", "VERB") for token in tag_tokens(surface))


def _opens_line(reading: Reading, position: int) -> bool:
    """Whether a single Chinese character stands here at the beginning of a line or behind a mark: the cut-off head of an agency's name."""
    text = reading.text
    return "\u4e00" <= text[position] <= "\u9fff" and (position == 0 or text[position - 1] in "\n（【〔。 ")


def _is_sum(reading: Reading, start: int, end: int) -> bool:
    """Whether a backend's name is only known names side by side (俄罗斯泽连斯基)."""
    text = reading.text
    at, parts = start, 0
    while at < end:
        found = known_names().at(text, at)
        if found is None or found[0] > end:
            return False
        at, parts = found[0], parts + 1
    return parts > 1
