"""The tables of units against pint and babel, and the form of the tables."""

from __future__ import annotations

from decimal import Decimal

import opencc
import pint
import pytest
from babel import Locale
from babel.core import get_global

from factcheck.mentions.units import convert, find_unit, read_table, unit_by_id

ROWS = read_table("units.tsv", 6)
BASE = {
    "length": "meter", "area": "meter**2", "volume": "meter**3", "mass": "kilogram", "data": "bit", "data rate": "bit/second",
    "frequency": "hertz", "power": "watt", "energy": "joule", "pressure": "pascal", "voltage": "volt", "current": "ampere",
    "charge": "coulomb", "force": "newton", "speed": "meter/second", "temperature": "kelvin",
    "amount": "mole", "radioactivity": "becquerel", "radiation dose": "sievert", "illuminance": "lux", "luminous flux": "lumen",
    "rotation": "radian/second",
}  # fmt: skip
OWN = {"li", "zhang", "chi", "mu", "qing", "ping", "jin", "liang", "qian", "taijin"}  # traditional measures that pint does not know


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry:
    return pint.UnitRegistry()


@pytest.mark.parametrize("row", [row for row in ROWS if row[3] not in ("-", "")], ids=lambda row: row[0])
def test_factors_agree_with_pint(row: list[str], registry: pint.UnitRegistry) -> None:
    id_, dimension, factor, expression, _, _ = row
    expected = registry.parse_expression(expression).to(BASE[dimension]).magnitude
    assert float(factor) == pytest.approx(expected, rel=1e-9), id_


def test_measured_units_without_pint_are_the_traditional_ones() -> None:
    assert {row[0] for row in ROWS if row[3] == "-" and row[1] in BASE and row[2] != "-"} == OWN


def test_traditional_measures_stand_in_their_legal_ratios() -> None:
    ratios = {("qing", "mu"): 100, ("jin", "liang"): 10, ("liang", "qian"): 10, ("zhang", "chi"): 10, ("li", "chi"): 1500}
    for (big, small), ratio in ratios.items():
        assert convert(Decimal(1), unit_by_id(big), unit_by_id(small)) == pytest.approx(Decimal(ratio), rel=Decimal("1e-20"))
    assert float(unit_by_id("ping").factor or 0) == pytest.approx(400 / 121, rel=1e-6)


def test_words_are_simplified_and_belong_to_one_unit() -> None:
    fold = opencc.OpenCC("t2s").convert
    seen: dict[str, str] = {}
    for id_, _, _, _, words, _ in ROWS:
        for word in words.split():
            assert fold(word) == word, word
            assert seen.setdefault(word, id_) == id_, word


def test_every_current_currency_of_cldr_is_known_by_its_names() -> None:
    fold = opencc.OpenCC("t2s").convert
    current = {code for rows in get_global("territory_currencies").values() for code, _, end, tender in rows if end is None and tender}
    missing = []
    for locale in ("zh_Hans", "zh_Hant", "zh_Hans_HK", "zh_Hant_HK"):
        for code, name in Locale.parse(locale).currencies.items():
            word = fold(name)
            if code in current and "(" not in word and "（" not in word:
                found = find_unit(word + "。", 0)
                if found is None or found[0].id != code or found[1] != len(word):
                    missing.append((locale, code, word, found))
    assert missing == []


def test_currencies_and_counts_never_convert() -> None:
    assert convert(Decimal(1), unit_by_id("CNY"), unit_by_id("USD")) is None
    assert convert(Decimal(1), unit_by_id("person"), unit_by_id("艘")) is None
    assert convert(Decimal(3), unit_by_id("km"), unit_by_id("m")) == 3000


def test_a_symbol_does_not_run_on_into_a_word() -> None:
    assert find_unit("km。", 0) is not None
    assert find_unit("mmx", 0) is None
