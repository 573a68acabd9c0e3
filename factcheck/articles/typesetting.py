"""Lines as they are set on pages, back to the paragraphs they were broken from.

Chinese is broken between any two characters, without a hyphen and without a space: what joins two lines again is where they stand, and
whether the next word would still have found room on the line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import NamedTuple

__all__ = ["Paragraph", "SetLine", "find_running_lines", "is_wide", "join_lines", "order_lines", "set_paragraphs"]

_WIDE = re.compile(
    "[\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff“”‘’…—]"
)
_UNIT = re.compile(f"(?:{_WIDE.pattern}|[^\\s{_WIDE.pattern[1:-1]}]+)[，。、；：？！」』）》〉”’…]*")
_END = re.compile("[。！？…；：][”’」』）》]*$")
_DIGITS = re.compile(r"\d+")
_FOLIO = re.compile(
    r"[-—–·•~\s]*(?:第\s*)?(?:\d{1,4}|[A-Z]\d{1,3})\s*[页頁版]?(?:\s*[/／|共，,]+\s*(?:共\s*)?\d{1,4}\s*[页頁]?)?[-—–·•~\s]*"
)
#: Lines within this share of the page's height from its upper or lower edge may be running heads and feet.
_MARGIN = 0.12
#: The share of the pages a line must stand on to be one: a little under half, since left and right pages may differ.
_SHARE = 0.4
_SAME_SIZE = 0.15
#: White space between lines that is wider than usual, as a share of the usual pitch.
_WIDE_GAP = 1.35

Measure = tuple[int, int, float]
"""Where a line begins and ends, and the size it is set in."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of text on a page, counted from 0.

    `left`, `right`, `top`, `bottom` and `size` (of its type) in points, the origin at the page's lower left; `height` is that of the page.
    """

    page: int
    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    height: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, in reading order."""

    lines: tuple[SetLine, ...]

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def text(self) -> str:
        """The lines as one."""
        whole = ""
        for line in self.lines:
            whole = join_lines(whole, line.text)
        return whole


def is_wide(character: str) -> bool:
    """A Chinese (or Japanese) character or mark, which is set without spaces around it; "" is none."""
    return bool(_WIDE.match(character))


def join_lines(first: str, second: str) -> str:
    """One line of two: no space beside a Chinese character or within a number; a word hyphenated at the end of a line is whole again."""
    first, second = first.rstrip(), second.lstrip()
    if not first or not second:
        return first + second
    before, after = first[-1], second[0]
    if _WIDE.match(before) or _WIDE.match(after):
        return first + second
    if before.isdigit() and after.isdigit():
        return first + second
    if before in ",." and first[-2:-1].isdigit() and after.isdigit():
        return first + second
    if after in "%‰℃°" or (after in ",.)" and not second[1:2].isspace()):
        return first + second
    if before == "-" and first[-2:-1].isalpha() and after.islower():
        return first[:-1] + second
    return f"{first} {second}"


def order_lines(lines: Sequence[SetLine]) -> list[SetLine]:
    """The lines of one page in reading order: from the top down, columns that stand beside each other from left to right.

    Columns are at least three lines each with a gutter of most of a character between them that no line crosses.
    """
    bands = _cut_bands(sorted(lines, key=lambda line: (-line.top, line.left)))
    ordered: list[SetLine] = []
    at = 0
    while at < len(bands):
        after, block = at + 1, bands[at]
        # The first line of a column may stand higher than that of its neighbour.
        while after < len(bands) and len(_cut_columns([*block, *bands[after]])) > 1:
            block = [*block, *bands[after]]
            after += 1
        columns = _cut_columns(block)
        if len(columns) > 1 and min(map(len, columns)) >= 3:
            for column in columns:
                ordered += order_lines(column)
            at = after
        else:
            ordered += sorted(bands[at], key=lambda line: (line.left, -line.top))
            at += 1
    return ordered


def _cut_bands(lines: Sequence[SetLine]) -> list[list[SetLine]]:
    """Lines, sorted from the top, that stand beside each other."""
    bands: list[list[SetLine]] = []
    floor = float("inf")
    for line in lines:
        # Type that is set close overlaps a little.
        if not bands or line.top - 0.25 * line.size <= floor:
            bands.append([line])
            floor = line.bottom
        else:
            bands[-1].append(line)
            floor = min(floor, line.bottom)
    return bands


def _cut_columns(lines: Sequence[SetLine]) -> list[list[SetLine]]:
    """The lines parted by every gutter that runs through all of them, from left to right."""
    columns: list[list[SetLine]] = []
    edge = float("-inf")
    for line in sorted(lines, key=lambda line: line.left):
        if line.left - edge >= 0.8 * line.size:
            columns.append([])
        columns[-1].append(line)
        edge = max(edge, line.right)
    return columns


def find_running_lines(lines: Sequence[SetLine]) -> list[SetLine]:
    """Heads, feet and page numbers: lines at the edge of a page that are the same, but for their figures, on at least two pages and two
    fifths of all, and lines there that are nothing but a page number. They stand at one height on all pages, nothing stands outside them,
    and their size or white space parts them from the text.
    """
    pages = {line.page for line in lines}
    seen: Counter[tuple[int, str]] = Counter()
    edges = [line for line in lines if line.top > (1 - _MARGIN) * line.height or line.bottom < _MARGIN * line.height]
    for _, key in {(line.page, _running_key(line)) for line in edges}:
        seen[key] += 1
    apart = _WIDE_GAP * _usual_pitch(lines, _body_size(lines)) if lines else 0.0
    returns = {id(line) for line in edges if seen[_running_key(line)] >= max(2, _SHARE * len(pages)) or _FOLIO.fullmatch(line.text)}
    found: list[SetLine] = []
    for page in sorted(pages):
        down = sorted((line for line in lines if line.page == page), key=lambda line: -line.top)
        found += _take_edge(down, returns, apart)
        # What is left of a page of nothing but heads is not counted twice.
        found += [line for line in _take_edge(down[::-1], returns, apart) if line not in found]
    return found


def _take_edge(inward: Sequence[SetLine], returns: Collection[int], apart: float) -> list[SetLine]:
    """The lines from the edge of a page inward that return on other pages, as far as white space or size parts them from the rest."""
    run = list(takewhile(lambda line: id(line) in returns, inward))
    if len(run) == len(inward):
        return run
    while run and abs(inward[len(run)].top - run[-1].top) <= apart and _same_size(inward[len(run)], run[-1]):
        run.pop()
    return run


def _running_key(line: SetLine) -> tuple[int, str]:
    return round(50 * line.top / line.height), _DIGITS.sub("#", "".join(line.text.split()))


def set_paragraphs(lines: Sequence[SetLine]) -> list[Paragraph]:
    """The paragraphs of `lines`, which are in reading order.

    Two lines are of one paragraph when both are set in one size, the second is not indented, no wider gap than usual parts them, and the
    first is full: its column has no room for the word the second begins with. Lines of a headline, which are larger than the text, are
    joined whatever room they leave.
    """
    if not lines:
        return []
    body = _body_size(lines)
    columns = _find_columns(lines)
    pitch = _usual_pitch(lines, body)
    found: list[list[SetLine]] = [[lines[0]]]
    for first, second in pairwise(lines):
        if _continues(first, second, columns[_measure(first)], columns[_measure(second)], pitch, body):
            found[-1].append(second)
        else:
            found.append([second])
    return [Paragraph(tuple(group)) for group in found]


def _body_size(lines: Sequence[SetLine]) -> float:
    """The size most characters are set in."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size))


def _measure(line: SetLine) -> Measure:
    return round(line.left), round(line.right), round(line.size, 1)


class _Column(NamedTuple):
    """Where lines begin and end, and the share of them that end with a sentence."""

    left: float
    right: float
    closed: float


def _find_columns(lines: Sequence[SetLine]) -> dict[Measure, _Column]:
    """The left and right edge of the column that lines of each measure stand in: that of all lines of their size above or below them, on
    any page. A single line that stands further out is no edge."""
    counts = Counter(map(_measure, lines))
    closed = Counter(_measure(line) for line in lines if _END.search(line.text))
    columns = {}
    for left, right, size in counts:
        edges: Counter[int] = Counter()
        ends = []
        sentences = 0
        for (other_left, other_right, other_size), count in counts.items():
            shared = min(right, other_right) - max(left, other_left)
            if abs(size - other_size) <= _SAME_SIZE * max(size, other_size) and 2 * shared >= min(right - left, other_right - other_left):
                edges[other_left] += count
                ends.append(other_right)
                sentences += closed[other_left, other_right, other_size]
        edge = min((edge for edge in edges if edges[edge] > 1), default=min(edges))
        columns[left, right, size] = _Column(edge, max(ends), sentences / edges.total())
    return columns


def _same_size(one: SetLine, other: SetLine) -> bool:
    return abs(one.size - other.size) <= _SAME_SIZE * max(one.size, other.size)


def _usual_pitch(lines: Sequence[SetLine], body: float) -> float:
    """How far the lines of the text are usually apart, top to top."""
    steps = Counter(round(step) for step in _steps(lines, body))
    return float(min(steps, key=lambda step: (-steps[step], step))) if steps else 2 * body


def _steps(lines: Sequence[SetLine], body: float) -> Iterator[float]:
    for first, second in pairwise(lines):
        if first.page == second.page and 0 < first.top - second.top < 4 * body:
            yield first.top - second.top


def _continues(first: SetLine, second: SetLine, column: _Column, next_column: _Column, pitch: float, body: float) -> bool:
    if not _same_size(first, second):
        return False
    below = first.page == second.page and first.top > second.top
    gap = first.top - second.top if below else pitch
    if first.size > (1 + _SAME_SIZE) * body:
        return below and gap <= 1.8 * first.size
    if gap > _WIDE_GAP * pitch or second.left - next_column.left >= 1.2 * second.size:
        return False
    unit = _UNIT.match(second.text.lstrip())
    needed = sum(second.size * (1.0 if _WIDE.match(c) else 0.5) for c in unit.group()) if unit else 0.0
    if column.right - first.right >= needed + 0.5 * first.size:
        return False
    # Where most lines end with a sentence, each is a paragraph of its own.
    return not (column.closed > 0.5 and _END.search(first.text))
