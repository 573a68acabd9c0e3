"""Words from outside, made harmless before they are shown: nothing in an article can steer a terminal or turn a line around."""

from __future__ import annotations

import re

__all__ = ["flatten_text", "make_visible"]

# Dropped: they show nothing and would only upset the measuring of width. Zero-width space, word joiner, byte-order mark, soft hyphen.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
# Shown by name: what would act. Controls (C0 but tab and line ends, DEL, C1), bidirectional marks and overrides, line separators,
# interlinear marks, lone surrogates.
_ACTIVE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2061-\u2069\ufff9-\ufffb\ud800-\udfff]")
# More than three marks on one character paint over the lines around it.
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_PILED = re.compile(f"({_MARK}{{3}}){_MARK}+")
_SPACE = re.compile(r"\s+")


def make_visible(text: str) -> str:
    """`text` with every character that would act upon a screen replaced by its name, such as <U+202E>. Line ends and tabs stay."""
    text = _INVISIBLE.sub("", text)
    text = _PILED.sub(r"\1", text)
    return _ACTIVE.sub(lambda match: f"<U+{ord(match.group()):04X}>", text)


def flatten_text(text: str) -> str:
    """`text` made visible and on one line: every run of white space is one space, none at the ends."""
    return _SPACE.sub(" ", make_visible(text)).strip()
