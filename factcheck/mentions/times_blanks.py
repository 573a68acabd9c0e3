"""Blanks inside a time (2023 年 9 月), taken out before reading, with the way back."""

from __future__ import annotations

import re
from bisect import bisect_right

__all__ = ["Squeezed", "squeeze"]

_SPACE = re.compile(
    "[ \u3000](?:(?<=[0-9一-鿿][ \u3000])[ \u3000]?(?=[一-鿿])|(?<=[一-鿿][ \u3000])[ \u3000]?(?=[0-9])"
    "|(?<=[0-9年月日时点分][ ])[ ]?(?=[-–—~])|(?<=[-–—~][ ])[ ]?(?=[0-9]))"
)


class Squeezed:
    """A text without some of its blanks, and where each character stood before."""

    __slots__ = ("_breaks", "_shifts", "text")

    def __init__(self, text: str, breaks: list[int], shifts: list[int]) -> None:
        self.text, self._breaks, self._shifts = text, breaks, shifts

    def original(self, position: int) -> int:
        """The offset before squeezing of the character at `position`."""
        return position + self._shifts[bisect_right(self._breaks, position) - 1]


def squeeze(text: str) -> Squeezed | None:
    """`text` without blanks between a digit and a Chinese character or two of those; None when there are none."""
    if " " not in text and "\u3000" not in text:
        return None
    pieces: list[str] = []
    breaks, shifts = [0], [0]
    last = shift = 0
    for match in _SPACE.finditer(text):
        pieces.append(text[last : match.start()])
        last = match.end()
        shift += last - match.start()
        breaks.append(last - shift)
        shifts.append(shift)
    if not pieces:
        return None
    pieces.append(text[last:])
    return Squeezed("".join(pieces), breaks, shifts)
