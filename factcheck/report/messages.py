"""The words of every report, Chinese and English side by side, from one catalogue (messages.tsv).

A catalogue line is `key<TAB>Chinese<TAB>English`. `{name}` is filled in by the caller. A cell may hold two forms, `one||many`: the
first is used when the field `n` is 1.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from factcheck.errors import UsageError
from factcheck.model import Family, Hedge, Kind, Level, Reason, Stance, State

__all__ = ["ENUMS", "LANGUAGES", "Messages", "load_messages", "read_catalogue"]

LANGUAGES: tuple[str, ...] = ("zh", "en")

#: Closed lists of the model whose every member has a text, by the prefix of their keys.
ENUMS: dict[str, type[StrEnum]] = {
    "family": Family,
    "hedge": Hedge,
    "kind": Kind,
    "level": Level,
    "reason": Reason,
    "stance": Stance,
    "state": State,
}


@dataclass(frozen=True, slots=True)
class Messages:
    """The catalogue in one language.

    `outside` recognises what other stages say in English (`said.` keys): a pattern of the English text, and the text in this language.
    """

    lang: str
    texts: Mapping[str, str]
    outside: tuple[tuple[re.Pattern[str], str], ...] = ()

    def __call__(self, key: str, **fields: object) -> str:
        """The text of `key` with its fields filled in. KeyError when the catalogue has no such key (a mistake of ours, not of the user)."""
        text = self.texts[key]
        if "||" in text:
            one, many = text.split("||", 1)
            text = one if fields.get("n") == 1 else many
        return text.format(**fields) if fields else text

    def name(self, member: StrEnum) -> str:
        """What a member of one of the closed lists is called."""
        return self.texts[f"{type(member).__name__.lower()}.{member.value}"]

    def join(self, parts: Iterable[str]) -> str:
        """The parts as a list in a sentence."""
        return (", " if self.lang == "en" else "、").join(parts)

    def chain(self, first: str, second: str) -> str:
        """Two statements in one line."""
        return f"{first.rstrip('.')}; {second}" if self.lang == "en" else f"{first.rstrip('。')}；{second}"

    def bracket(self, text: str) -> str:
        """An aside, with the brackets of the language and the space they need before them."""
        return f" ({text})" if self.lang == "en" else f"（{text}）"

    def label(self, name: str, text: str) -> str:
        """`name: text` as the language writes it."""
        return f"{name}: {text}" if self.lang == "en" else f"{name}：{text}"

    def translate(self, text: str) -> str:
        """What another stage says in English (a note on an article, why a figure was left), in this language.

        What is not in the catalogue stays as it is.
        """
        for pattern, told in self.outside:
            if match := pattern.fullmatch(text):
                return told.format(**match.groupdict())
        return text

    def find(self, key: str, default: str) -> str:
        """The text of `key`, or `default` where the catalogue has none (keys that come from outside, such as reasons in the coverage)."""
        return self.texts.get(key, default)


def read_catalogue() -> dict[str, tuple[str, str]]:
    """Every key with its Chinese and English text. ValueError on a line that has not three cells, or a key that stands twice."""
    rows: dict[str, tuple[str, str]] = {}
    lines = files("factcheck.report").joinpath("messages.tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 3 or not all(cells):
            raise ValueError(f"messages.tsv:{number}: three cells are needed: key, Chinese, English")
        key, chinese, english = cells
        if key in rows:
            raise ValueError(f"messages.tsv:{number}: {key} stands twice")
        rows[key] = (chinese, english)
    return rows


@cache
def load_messages(lang: str = "zh") -> Messages:
    """The catalogue in `lang` (zh or en). UsageError for any other language."""
    if lang not in LANGUAGES:
        raise UsageError(f"unknown language {lang!r}", hint=f"one of {', '.join(LANGUAGES)}")
    column = LANGUAGES.index(lang)
    rows = read_catalogue()
    said = [cells for key, cells in rows.items() if key.startswith("said.")]
    return Messages(
        lang, {key: cells[column] for key, cells in rows.items()}, tuple((_recognise(cells[1]), cells[column]) for cells in said)
    )


def _recognise(template: str) -> re.Pattern[str]:
    """A pattern of every text the template can make; its fields are groups."""
    parts = string.Formatter().parse(template)
    return re.compile("".join(re.escape(literal) + (f"(?P<{name}>.*)" if name else "") for literal, name, _, _ in parts), re.DOTALL)
