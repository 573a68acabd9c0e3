"""Chinese text in columns of a fixed width. Widths are terminal cells: a Chinese character takes two."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["cut_cells", "wrap_cells"]

Measure = Callable[[str], int]

#: Marks that must not begin a line, and those that must not end one (GB/T 15834, reduced to what news uses).
_NOT_FIRST = frozenset("，。、；：！？）》」』】〗”’…％%,.;:!?)]}·")
_NOT_LAST = frozenset("（《「『【〖“‘([{$¥￥")


def wrap_cells(text: str, width: int, measure: Measure) -> list[str]:
    """`text` in lines of at most `width` cells; at least one line.

    Breaks between Chinese characters, and between words of other scripts where they fit; closing marks begin no line where that can be
    helped. `width` must hold the widest character.
    """
    lines: list[str] = []
    line: list[str] = []
    used = 0
    for piece in _pieces(text, width):
        size = measure(piece)
        if used + size > width:
            kept, line = _break_line(line, piece)
            lines.append("".join(kept).rstrip())
            used = sum(measure(item) for item in line)
            if used + size > width:
                lines.append("".join(line).rstrip())
                line, used = [], 0
        if piece != " " or line:
            line.append(piece)
            used += size
    if line or not lines:
        lines.append("".join(line).rstrip())
    return [item for item in lines if item] or [""]


def cut_cells(text: str, width: int, measure: Measure, *, ending: str = "…") -> str:
    """`text`, cut to `width` cells with `ending` where it had to be cut."""
    if measure(text) <= width:
        return text
    room = width - measure(ending)
    kept = 0
    used = 0
    for character in text:
        used += measure(character)
        if used > room:
            break
        kept += 1
    return text[:kept] + ending


def _pieces(text: str, width: int) -> list[str]:
    """Unbreakable pieces: a wide character, a space, or a run of narrow characters no longer than a line."""
    pieces: list[str] = []
    run = ""
    for character in text:
        if character.isspace() or ord(character) >= 0x2E80 or len(run) >= width:
            if run:
                pieces.append(run)
            run = ""
        if character.isspace():
            pieces.append(" ")
        elif ord(character) >= 0x2E80:
            pieces.append(character)
        else:
            run += character
    if run:
        pieces.append(run)
    return pieces


def _break_line(line: list[str], piece: str) -> tuple[list[str], list[str]]:
    """The pieces that stay on the line to end before `piece`, and those that go to the next one with it.

    A mark that may not begin a line takes the piece before it along, and an opening mark goes with what it opens. Something always stays.
    """
    take = 0
    if piece[0] in _NOT_FIRST and len(line) > 1 and line[-1] != " ":
        take = 1
    while take < len(line) - 1 and line[len(line) - take - 1][-1] in _NOT_LAST:
        take += 1
    cut = len(line) - take
    return line[:cut], line[cut:]
