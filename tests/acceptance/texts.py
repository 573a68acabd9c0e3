"""Made-up news of any shape, for properties: clauses with figures, dates, speakers, quotes and noise, in both scripts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import opencc
import yaml
from hypothesis import strategies as st

from factcheck import Article

_WORDS = yaml.safe_load(Path(__file__).with_name("vocabulary.yml").read_text(encoding="utf-8"))
LINE_ENDS = ["\n", "\n\n", "\r\n", "\r"]
INVISIBLE = ["\u200b", "\ufeff", "\x00", "\ud800", "\u3000\u3000", "---\n", "e\u0301", "\x85", "\u2028"]


def words(key: str) -> st.SearchStrategy[str]:
    """One of the words of vocabulary.yml under a key."""
    return st.sampled_from(_WORDS[key])


@cache
def converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


def widen(text: str) -> str:
    """The text with its ASCII digits in full width."""
    return text.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789"})


numerals = st.one_of(
    st.integers(0, 999_999).map(str),
    st.integers(1, 999).map(lambda n: f"{n / 10:.1f}万"),
    st.integers(1, 9999).map(lambda n: f"{n:,}"),
    st.integers(1, 999).map(lambda n: f"{n / 10:.1f}"),
    words("worded"),
)
clauses = st.tuples(*map(words, ("times", "openings", "subjects", "verbs", "hedges")), numerals, words("units")).map("".join)
plain_texts = st.lists(st.tuples(clauses, st.sampled_from("，。；")).map("".join), min_size=1, max_size=6).map("".join)
"""Simplified Chinese without noise."""

_traditional = clauses.map(lambda clause: converter("s2t").convert(clause))
_pieces = st.one_of(clauses, words("marks"), words("left_behind"), st.sampled_from(LINE_ENDS + INVISIBLE), _traditional, clauses.map(widen))
noisy_texts = st.lists(_pieces, max_size=14).map("".join)
"""Both scripts, any line ends, quotes that never close, what scrapers leave behind."""

any_texts = st.one_of(noisy_texts, st.text(max_size=80), st.text(st.characters(categories=None), max_size=60))
"""Anything at all, lone surrogates and control characters included."""

moments = st.sampled_from([None, "2025-04-28", "2025-04-28T08:30:00+08:00", "2024-12-31T23:59:59", "1969-01-01"])
outlets = st.sampled_from([None, "甲报", "乙網", "丙台"])


def articles(texts: st.SearchStrategy[str], *, most: int = 3) -> st.SearchStrategy[list[Article]]:
    """One to `most` articles with ids a0, a1, …"""

    def make(rows: list[tuple[str, str | None, str | None]]) -> list[Article]:
        return [Article.from_text(text, id=f"a{i}", source=source, published=when) for i, (text, source, when) in enumerate(rows)]

    return st.lists(st.tuples(texts, outlets, moments), min_size=1, max_size=most).map(make)
