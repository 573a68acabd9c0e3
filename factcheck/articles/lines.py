"""A text cut into lines, and what each line looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Line", "split_lines"]

_LINE = re.compile(r"[^\r\n]+")
_INK = re.compile(r"\S(?:.*\S)?", re.S)
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
_FOREIGN = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f]")
_STOP = re.compile("[。！？…]")
_CLOSED = re.compile("[。！？…；:][”’」』》)）】]*$")
_BARE_ADDRESS = re.compile(r"https?://[!-~]+|<[^<>\u4e00-\u9fff]{1,40}>")
_PROSE = 30  # Chinese characters from which a line with a sentence end is a paragraph
_LONG_PROSE = 60


@dataclass(slots=True)
class Line:
    """One line without the white space around it; `plain` is its part of the plain copy. `kind`, `detail` are filled in by marking."""

    start: int
    end: int
    plain: str
    blank_before: bool
    han: int
    foreign: int
    kind: str = "body"
    detail: str = ""

    @property
    def closed(self) -> bool:
        """Ends like a sentence."""
        return bool(_CLOSED.search(self.plain))

    @property
    def stops(self) -> int:
        """How many sentence ends it holds."""
        return len(_STOP.findall(self.plain))

    @property
    def prose(self) -> bool:
        """Reads like a paragraph of an article: long enough, with a sentence end; or long and full of commas."""
        if self.han >= _LONG_PROSE and ("," in self.plain or self.stops):
            return True
        return self.han >= _PROSE and self.stops > 0 and (self.closed or self.stops > 1)

    @property
    def in_other_language(self) -> bool:
        return self.foreign >= 15 and self.han * 9 < self.foreign

    def mark(self, kind: str, detail: str) -> None:
        """Set what the line is."""
        self.kind, self.detail = kind, detail


def split_lines(text: str, plain: str, start: int = 0) -> list[Line]:
    """The lines of text[start:] that hold more than white space, in order."""
    lines: list[Line] = []
    last = start
    for match in _LINE.finditer(text, start):
        ink = _INK.search(text, match.start(), match.end())
        if not ink:
            continue
        gap = text[last : ink.start()]
        breaks = gap.count("\n") or gap.count("\r")
        words = plain[ink.start() : ink.end()]
        bare = _BARE_ADDRESS.sub("", words)
        lines.append(Line(ink.start(), ink.end(), words, not lines or breaks > 1, len(_HAN.findall(bare)), len(_FOREIGN.findall(bare))))
        last = ink.end()
    return lines
