"""Which script a text is written in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

import opencc

from factcheck.model import Segment

__all__ = ["Script", "find_script"]

Script = Literal["hans", "hant", "mixed", "none"]

_SHARE = 0.1  # of the characters that tell: 后, 里, 台 and the like stand in both scripts


@lru_cache(maxsize=1)
def _to_traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


def find_script(text: str, plain: str, segments: Iterable[Segment]) -> Script:
    """Simplified, traditional, mixed (both well represented) or none (no Chinese character), judged on headline and body.

    `plain` is the copy in simplified characters: a character that differs from it is traditional, one that OpenCC would make traditional is
    simplified; the rest do not tell. Text in which nothing tells counts as simplified.
    """
    pairs = [(text[s.span.start : s.span.end], plain[s.span.start : s.span.end]) for s in segments if s.kind in ("headline", "body")]
    words = "".join(pair[0] for pair in pairs)
    han = [(char, simple) for pair in pairs for char, simple in zip(*pair, strict=True) if "\u4e00" <= char <= "\u9fff"]
    if not han:
        return "none"
    traditional = sum(char != simple for char, simple in han)
    converted = _to_traditional().convert(words.encode("utf-8", "replace").decode("utf-8"))
    simplified = 0
    if len(converted) == len(words):
        simplified = sum(char != new for char, new in zip(words, converted, strict=True) if "\u4e00" <= char <= "\u9fff")
    telling = traditional + simplified
    if telling == 0 or traditional <= _SHARE * telling:
        return "hans"
    return "hant" if simplified <= _SHARE * telling else "mixed"
