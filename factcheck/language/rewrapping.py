"""Lines joined where a line end cuts a sentence: hard-wrapped text, and lines that stop at a comma or an opening mark."""

from __future__ import annotations

import re

from factcheck.language.draft import Draft, Edit

__all__ = ["join_lines"]

_BLANK = re.compile(r"[ \t\u3000]*\n[ \t\u3000\n]*")
_CLOSED = re.compile(r"(?:[。！？!?…”’」』）)》】：:；;]|(?<![0-9])\.)$")
_OPEN = re.compile(r"(?:[，、（“‘「『《【]|(?<=[\u3400-\u9fff”’」』》）)]),)$")
_CANNOT_START = re.compile(r"[，。、；：？！）”’」』》】]")
_ITEM = re.compile(r"(?:[0-9]{1,2}[.、．)）](?![0-9])|[（(]?[一二三四五六七八九十]{1,3}[)）、]|[•·▪●■◆\-*#>|])")
_NARROW_WORD = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u052f,;]$")

_FULL_SHARE = 0.85  # of the widest line: a wrapped line falls short of the margin by at most a Latin word
_LIMITS = {"characters": (16, 80), "columns": (30, 160)}


def join_lines(draft: Draft) -> None:
    """Join lines until no cut is left; afterwards one "\\n" parts two paragraphs and none stands at either end.

    A text is taken for hard-wrapped when the lines near its widest (in characters, or in columns of which a Chinese character takes
    two) are many and mostly stop in mid-sentence. A line end is dropped, or becomes a space between two Latin words.
    """
    draft.rewrite(_BLANK, lambda match: "\n" if match.start() > 0 and match.end() < len(match.string) else "")
    while draft.edit(_cuts(draft.text)):
        pass


def _cuts(text: str) -> list[Edit]:
    lines = text.split("\n")
    if len(lines) < 2:
        return []
    full = _wrapped_lines(lines)
    edits: list[Edit] = []
    at = 0
    for index, line in enumerate(lines[:-1]):
        at += len(line)
        following = lines[index + 1].lstrip(" \t\u3000")
        stripped = line.rstrip(" \t\u3000")
        cut = _OPEN.search(stripped[-2:]) or (index in full and not _CLOSED.search(stripped[-2:])) or _CANNOT_START.match(following)
        if cut and not _ITEM.match(following):
            narrow = _NARROW_WORD.search(stripped) and following[:1].isascii() and following[:1].isalpha()
            edits.append((at, at + 1, " " if narrow else ""))
        at += 1
    return edits


def _wrapped_lines(lines: list[str]) -> frozenset[int]:
    """The numbers of the lines that reach the margin of a hard-wrapped text; none when the text is not wrapped."""
    widths = {"characters": [len(line) for line in lines], "columns": [len(line.encode("gb18030", "replace")) for line in lines]}
    for measure, (low, high) in _LIMITS.items():
        sizes = widths[measure]
        margin = max(sizes)
        if not low <= margin <= high:
            continue
        full = [index for index, size in enumerate(sizes[:-1]) if size >= margin * _FULL_SHARE]
        cut = [index for index in full if not _CLOSED.search(lines[index].rstrip(" \t\u3000")[-2:])]
        if len(cut) >= 2 and len(cut) >= 0.6 * len(full) and len(full) >= 0.4 * (len(lines) - 1):
            return frozenset(full)
    return frozenset()
