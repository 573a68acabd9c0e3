"""Part-of-speech tags: from each segmenter's own set to Universal POS, by a data table."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Literal

__all__ = ["Scheme", "universal_tags"]

Scheme = Literal["ictclas", "lac", "ctb"]


@cache
def universal_tags(scheme: Scheme) -> dict[str, str]:
    """The map from one scheme's tags to Universal POS (`data/tags.tsv`). Tags that are not listed are X for the caller."""
    table: dict[str, str] = {}
    text = (resources.files("factcheck.language") / "data" / "tags.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, tag, upos, *_ = line.split("\t")
            if name == scheme:
                table[tag] = upos
    return table
