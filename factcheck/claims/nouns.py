"""Synonyms of counted nouns (`data/nouns.yml`), and which nouns tell who acts."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path

from factcheck.datafile import read_data

__all__ = ["can_act", "is_listed", "noun_group"]


@cache
def _groups() -> dict[str, str]:
    with resources.as_file(resources.files("factcheck.claims") / "data" / "nouns.yml") as path:
        return read_data(Path(path)).invert("groups")


@cache
def noun_group(noun: str) -> str:
    """The group of the longest listed noun that ends `noun` (水面舰艇 in 各型水面舰艇), "" when none does."""
    groups = _groups()
    for start in range(len(noun)):
        if noun[start:] in groups:
            return groups[noun[start:]]
    return ""


def is_listed(noun: str) -> bool:
    """Whether a noun is itself a listed word of a group, without anything before it that would narrow it."""
    return noun in _groups()


_ACTORS = frozenset("人员者方兵警民师生友客工长队部局院厂司会社团府委家夫妻父母子女场站港馆店校国省市县区镇村")
"""Ends of words for those who act."""
_POSTS = ("总统", "总理", "主席", "总裁", "总监", "主帅", "经理", "大臣", "官", "们", "教授")
"""The same of more than one character, or of posts."""


def can_act(noun: str) -> bool:
    """Whether a noun that no name is made of tells who acts; any other that stands where they would is what it is done to or happens to."""
    return noun[-1] in _ACTORS or noun.endswith(_POSTS)
