"""What on a page is not the article: the patterns of furniture.yaml and the copy of a text they are matched against."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import opencc
from ruamel.yaml import YAML

__all__ = ["Furniture", "load_furniture", "plain_copy"]

Patterns = Mapping[str, re.Pattern[str]]

_WIDTHS = str.maketrans("０１２３４５６７８９：（）｜丨／＃＞　\xa0，［］!?", "0123456789:()||/#>  ,[]！？")


@dataclass(frozen=True, slots=True)
class Furniture:
    """Compiled patterns by detail; see furniture.yaml for what each group means."""

    lines: Patterns
    edges: Patterns
    openers: Patterns
    sentences: Patterns
    tails: Patterns
    inline: Patterns
    reference_starts: re.Pattern[str]
    reference_cues: re.Pattern[str]
    reported: re.Pattern[str]


@lru_cache(maxsize=1)
def load_furniture() -> Furniture:
    """The patterns of furniture.yaml, compiled once."""
    data = YAML(typ="safe", pure=True).load(files("factcheck.articles").joinpath("furniture.yaml").read_text("utf-8"))

    def compile_group(name: str) -> Patterns:
        return {detail: re.compile("|".join(f"(?:{pattern})" for pattern in patterns)) for detail, patterns in data[name].items()}

    def compile_list(name: str) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{pattern})" for pattern in data[name]))

    return Furniture(
        lines=compile_group("lines"),
        edges=compile_group("edges"),
        openers=compile_group("openers"),
        sentences=compile_group("sentences"),
        tails=compile_group("tails"),
        inline=compile_group("inline"),
        reference_starts=compile_list("reference_starts"),
        reference_cues=compile_list("reference_cues"),
        reported=compile_list("reported"),
    )


@lru_cache(maxsize=1)
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def plain_copy(text: str) -> str:
    """The text in simplified characters and one width, of the same length: what patterns are matched against."""
    safe = re.sub("[\ud800-\udfff]", "\ufffd", text)
    simplified = _converter().convert(safe) if safe else ""
    return (simplified if len(simplified) == len(text) else safe).translate(_WIDTHS)
