"""A text being rewritten that remembers, for every character, the stretch of the original it was made from."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable

__all__ = ["Draft", "Edit"]

Edit = tuple[int, int, str]
"""Replace draft[start:end] by a string. A replacement of equal length maps character to character, any other to the whole stretch."""


class Draft:
    """Text with the start and end, in the original, of each character. Starts and ends never decrease."""

    __slots__ = ("ends", "starts", "text")

    def __init__(self) -> None:
        self.text = ""
        self.starts: array[int] = array("q")
        self.ends: array[int] = array("q")

    @classmethod
    def from_pieces(cls, pieces: Iterable[tuple[str, int, int]]) -> Draft:
        """Build from (text, start, end): a piece as long as its stretch maps character to character, any other to the whole stretch."""
        draft = cls()
        texts: list[str] = []
        for text, start, end in pieces:
            texts.append(text)
            if end - start == len(text):
                draft.starts.extend(range(start, end))
                draft.ends.extend(range(start + 1, end + 1))
            else:
                draft.starts.extend([start] * len(text))
                draft.ends.extend([end] * len(text))
        draft.text = "".join(texts)
        return draft

    def replace(self, text: str) -> None:
        """Put a text of the same length in place of this one."""
        if len(text) != len(self.text):
            raise ValueError("a replacement of the whole text must keep its length")
        self.text = text

    def edit(self, edits: Iterable[Edit]) -> bool:
        """Apply edits (sorted, apart from each other, none empty); say whether there were any."""
        texts: list[str] = []
        starts, ends = array("q"), array("q")
        at = 0
        for start, end, new in edits:
            texts += (self.text[at:start], new)
            if len(new) == end - start:
                starts += self.starts[at:end]
                ends += self.ends[at:end]
            else:
                starts += self.starts[at:start]
                ends += self.ends[at:start]
                starts.extend([self.starts[start]] * len(new))
                ends.extend([self.ends[end - 1]] * len(new))
            at = end
        if at == 0:
            return False
        texts.append(self.text[at:])
        self.text = "".join(texts)
        self.starts = starts + self.starts[at:]
        self.ends = ends + self.ends[at:]
        return True

    def rewrite(self, pattern: re.Pattern[str], change: Callable[[re.Match[str]], str | None]) -> bool:
        """Replace every match by what `change` says; None leaves it."""

        def edits() -> Iterable[Edit]:
            for match in pattern.finditer(self.text):
                new = change(match)
                if new is not None and new != match[0]:
                    yield match.start(), match.end(), new

        return self.edit(edits())
