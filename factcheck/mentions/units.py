"""Units: what a figure is counted or measured in, read from the tables beside this module."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources

from factcheck.errors import ConfigError

__all__ = [
    "AGE",
    "NUMBER",
    "CurrencyWords",
    "Unit",
    "convert",
    "currency_words",
    "find_unit",
    "read_table",
    "unit_by_id",
    "unit_heads",
]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit. `kind` is the mention kind of a figure in it; `factor` one unit in the base unit of its dimension (None: never converted)."""

    id: str
    dimension: str
    kind: str
    factor: Decimal | None = None
    scale: Decimal = Decimal(1)
    """What a figure is multiplied by to be in this unit (角 -> 0.1 CNY)."""


NUMBER = Unit("", "number", "number")
"""No unit."""

Entry = tuple[str, Unit, tuple[str, ...], bool, tuple[str, ...]]
"""A word, its unit, what must not follow it, whether it ends in a Latin letter or digit, and what must follow it (empty: anything)."""


@dataclass(frozen=True, slots=True)
class CurrencyWords:
    """Words for money: `names` and `signs` that may stand before a number, by their last character, longest first; `parts` (角, 美分) by
    currency, as (word, value in whole units)."""

    before: dict[str, tuple[tuple[str, Unit], ...]]
    parts: dict[str, tuple[tuple[str, Decimal], ...]]


def read_table(name: str, columns: int) -> list[list[str]]:
    """The rows of a tab-separated data file beside this module, comments and blank lines left out, padded to `columns`.

    Raises ConfigError for a row with more columns.
    """
    text = resources.files("factcheck.mentions").joinpath("data", name).read_text("utf-8")
    rows = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) > columns:
            raise ConfigError(f"has {len(cells)} columns instead of {columns}", where=f"factcheck/mentions/data/{name}:{number}")
        rows.append(cells + [""] * (columns - len(cells)))
    return rows


def _entry(word: str, unit: Unit, cancel: str = "", needs: str = "") -> Entry:
    return word, unit, tuple(cancel.split()), word[-1].isascii() and word[-1].isalnum(), tuple(needs.split())


def _kind(dimension: str) -> str:
    if dimension in ("share", "points"):
        return "percent"
    return "temperature" if dimension == "temperature" else "quantity"


@cache
def _units() -> tuple[dict[str, tuple[Entry, ...]], dict[str, Unit]]:
    words: dict[str, Entry] = {}
    by_id: dict[str, Unit] = {"": NUMBER}
    for id_, dimension, factor, _, names, cancel in read_table("units.tsv", 6):
        unit = by_id[id_] = Unit(id_, dimension, _kind(dimension), None if factor == "-" else Decimal(factor))
        for word in names.split():
            words[word] = _entry(word, unit, cancel)
    for id_, names, cancel, needs in read_table("measures.tsv", 4):
        unit = by_id.setdefault(id_, Unit(id_, "count", "quantity"))
        for word in names.split():
            words.setdefault(word, _entry(word, unit, cancel, needs))
    for sort, code, names, extra in read_table("currencies.tsv", 4):
        unit = by_id.setdefault(code, Unit(code, "money", "money"))
        for word in names.split():
            if sort == "name":
                words[word] = _entry(word, unit, extra)
            elif sort == "part":
                words[word] = _entry(word, Unit(code, "money", "money", None, Decimal(extra)))
    for word, unit in (("周岁", AGE), ("岁", AGE)):
        words[word] = _entry(word, unit)
    by_first: dict[str, list[Entry]] = {}
    for entry in words.values():
        by_first.setdefault(entry[0][0], []).append(entry)
    return {first: tuple(sorted(found, key=lambda e: (-len(e[0]), e[0]))) for first, found in by_first.items()}, by_id


AGE = Unit("year", "age", "age", Decimal(1))
"""Years of age."""


@cache
def currency_words() -> CurrencyWords:
    """The words of money that stand before a number, and the parts of currencies."""
    _, by_id = _units()
    before: dict[str, list[tuple[str, Unit]]] = {}
    parts: dict[str, list[tuple[str, Decimal]]] = {}
    for sort, code, names, extra in read_table("currencies.tsv", 4):
        for word in names.split():
            if sort == "part":
                parts.setdefault(code, []).append((word, Decimal(extra)))
            elif sort == "sign" or (len(word) > 1 and not word.startswith(("元", "块"))):
                before.setdefault(word[-1], []).append((word, by_id[code]))
    parts["CNY"].append(("分", Decimal("0.01")))
    parts["USD"].append(("分", Decimal("0.01")))
    return CurrencyWords(
        {last: tuple(sorted(found, key=lambda e: (-len(e[0]), e[0]))) for last, found in before.items()},
        {code: tuple(sorted(found, key=lambda e: (-len(e[0]), e[0]))) for code, found in parts.items()},
    )


def unit_by_id(id_: str) -> Unit:
    """The unit of a canonical id. Raises KeyError for none."""
    return _units()[1][id_]


def find_unit(text: str, at: int) -> tuple[Unit, int] | None:
    """The unit written at text[at:] (longest match) and where it ends. A symbol of Latin letters must not run on into a word."""
    if at >= len(text):
        return None
    table = _TABLE or _load()
    pair = text[at : at + 2]
    for word, unit, cancel, latin, needs in table.get(pair) or table.get(pair[0], ()):
        if text.startswith(word, at):
            end = at + len(word)
            if (cancel and text.startswith(cancel, end)) or (needs and not text.startswith(needs, end)):
                continue
            if latin and end < len(text) and text[end].isascii() and text[end].isalnum():
                continue
            return unit, end
    return None


_TABLE: dict[str, tuple[Entry, ...]] = {}


def _load() -> dict[str, tuple[Entry, ...]]:
    """The entries by their first two characters (with the shorter ones that may stand there as well), and those of one character."""
    for first, entries in _units()[0].items():
        short = tuple(entry for entry in entries if len(entry[0]) == 1)
        for pair in {entry[0][:2] for entry in entries if len(entry[0]) > 1}:
            _TABLE[pair] = tuple(entry for entry in entries if entry[0].startswith(pair)) + short
        if short:
            _TABLE[first] = short
    return _TABLE


def unit_heads() -> frozenset[str]:
    """The characters a unit may begin with."""
    return frozenset(_units()[0])


def convert(value: Decimal, unit: Unit, other: Unit) -> Decimal | None:
    """`value` of `unit` in `other`; None where the two do not convert into each other. Temperatures convert as differences."""
    if unit == other:
        return value
    if unit.dimension != other.dimension or unit.factor is None or other.factor is None:
        return None
    return value * unit.factor / other.factor
