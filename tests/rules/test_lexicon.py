"""Attribute files: what is shipped is sound, what is wrong is told with its place."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import jsonschema
import pytest

from factcheck.claims.concepts import load_concepts
from factcheck.datafile import read_data
from factcheck.errors import ConfigError
from factcheck.lexicon import AttributeEntry, load_attributes
from factcheck.mentions.ratios import RATIOS
from factcheck.mentions.unit_names import name_unit
from factcheck.model import Family, Quantity
from factcheck.rules.checking import attribute_schema

ENTRIES = load_attributes()
DATA = Path(__file__).parent.parent.parent / "factcheck" / "mentions" / "data"
GOOD = "- {id: a.b, name: {zh: 甲, en: a}, family: COUNT, time: stock, words: [甲]}\n"


def column(name: str, index: int) -> set[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[index] for line in lines if line and not line.startswith("#")}


def test_packs_are_there() -> None:
    assert {entry.pack for entry in ENTRIES} == {"core", "military", "diplomacy", "economy", "disaster", "sport", "health"}
    assert [entry.id for entry in ENTRIES] == sorted({entry.id for entry in ENTRIES})
    assert all(len(entry.words) == len(set(entry.words)) for entry in ENTRIES)


def test_units_and_dimensions_are_those_of_the_reader() -> None:
    units = column("units.tsv", 0) | column("measures.tsv", 0) | column("currencies.tsv", 0)
    dimensions = column("units.tsv", 1) | RATIOS | {"count", "money", "date", "time", "age"}
    assert {unit for entry in ENTRIES for unit in entry.units} <= units | {"", "second", "minute", "hour"}
    assert {entry.dimension for entry in ENTRIES} <= dimensions | {""}


def test_words_are_simplified() -> None:
    opencc = pytest.importorskip("opencc")
    converter = opencc.OpenCC("t2s")
    words = [word for entry in ENTRIES for word in (*entry.words, *entry.not_words, *entry.populations)]
    assert [word for word in words if converter.convert(word) != word] == []


def may_take_one_figure(one: AttributeEntry, other: AttributeEntry) -> bool:
    if one.dimension and other.dimension and one.dimension != other.dimension:
        return False
    if (one.dimension == "date") != (other.dimension == "date"):
        return False
    return not (one.units and other.units) or bool(set(one.units) & set(other.units))


def test_a_word_means_one_measure_of_a_kind() -> None:
    """Two entries share a word only where unit or dimension tells them apart; the exceptions are duration against count."""
    by_word: dict[str, list[AttributeEntry]] = {}
    for entry in ENTRIES:
        for word in entry.words:
            by_word.setdefault(word, []).append(entry)
    clashes = {
        (word, one.id, other.id)
        for word, entries in by_word.items()
        for one, other in combinations(entries, 2)
        if may_take_one_figure(one, other) and "time" not in (one.dimension, other.dimension)
    }
    # wind is given as a force (units) or a speed (dimension); a height has a length, storeys a count; the noun (populations) tells whether
    # flights or trains were cancelled
    assert {(one, other) for _, one, other in clashes} <= {
        ("disaster.flights_cancelled", "disaster.trains_stopped"),
        ("disaster.gust_level", "disaster.gust_speed"),
        ("disaster.wind_level", "disaster.wind_speed"),
        ("size.height", "size.storeys"),
        ("sport.distance", "sport.time"),
    }


@pytest.mark.parametrize("path", sorted((DATA.parent.parent.parent / "rules").glob("*/attributes.yml")), ids=lambda path: path.parent.name)
def test_shipped_files_meet_the_published_schema(path: Path) -> None:
    schema = attribute_schema()
    assert schema["items"]["properties"]["family"]["enum"] == [family.value for family in Family]
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(read_data(path, max_bytes=10**7).data, schema)


def test_near_is_mutual_and_of_one_family() -> None:
    known = {entry.id: entry for entry in ENTRIES}
    assert all(entry.id in known[name].near for entry in ENTRIES for name in entry.near)
    assert all(entry.family is known[name].family for entry in ENTRIES for name in entry.near)


def test_dates_do_not_take_figures() -> None:
    assert all((entry.family is Family.DATE) == (entry.dimension == "date") for entry in ENTRIES)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\n", ":1:1: an attribute file is a list of attributes"),
        ("- 甲\n", ":1:3: an attribute is a mapping with id, name, family, time, words"),
        (GOOD.replace("words", "wrods"), ':1:63: "wrods" is not a key of an attribute; did you mean "words"?'),
        (GOOD.replace("COUNT", "COUNTS"), "family: expected one of COUNT, MONEY, "),
        (GOOD.replace("stock", "stok"), 'time: expected one of fixed, stock, cumulative, flow; did you mean "stock"?'),
        (GOOD.replace("[甲]", "[]"), ":1:70: words: expected a list of texts"),
        (GOOD.replace("[甲]", "甲"), ":1:70: words: expected a list of texts"),
        (GOOD.replace("a.b", "A b"), ":1:8: id: expected a dotted name such as casualties.dead"),
        (GOOD.replace("{zh: 甲, en: a}", "甲"), "name: expected a mapping with zh and en"),
        (GOOD.replace(", words: [甲]", ""), ':1:3: an attribute needs "words"'),
        (GOOD.replace("}\n", ", side: left}\n"), "side: expected one of before, after, any"),
        (GOOD.replace("}\n", ", near: [law.arested]}\n"), 'there is no attribute "law.arested"; did you mean "law.arrested"?'),
        ("- {id: *x}\n", "uses an alias"),
    ],
)
def test_a_mistake_in_an_attribute_file(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "attributes.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_attributes([tmp_path])
    assert told in "\n".join(caught.value.problems)
    assert str(path) in "\n".join(caught.value.problems) or "attributes.yml" in "\n".join(caught.value.problems)


def test_a_desk_adds_words_and_attributes(tmp_path: Path) -> None:
    (tmp_path / "attributes.yml").write_text(
        "- {id: casualties.dead, name: {zh: 死者, en: dead}, family: COUNT, time: cumulative, words: [玉殒]}\n"
        "- {id: desk.pandas, name: {zh: 熊猫数, en: pandas}, family: COUNT, time: stock, words: [大熊猫], units: [只]}\n",
        encoding="utf-8",
    )
    entries = {entry.id: entry for entry in load_attributes([tmp_path])}
    assert {"玉殒", "遇难"} <= set(entries["casualties.dead"].words)
    assert entries["casualties.dead"].name.zh == "死者"
    assert entries["casualties.dead"].units
    assert entries["desk.pandas"].words == ("大熊猫",)
    assert "desk.pandas" not in {entry.id for entry in load_attributes()}


def test_an_id_twice_in_one_folder_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "attributes.yml").write_text(GOOD + GOOD, encoding="utf-8")
    with pytest.raises(ConfigError, match="described twice"):
        load_attributes([tmp_path])


def test_words_and_units_may_be_written_as_a_desk_writes_them(tmp_path: Path) -> None:
    (tmp_path / "attributes.yml").write_text(
        "- {id: zz.length, name: {zh: 河长, en: river}, family: MEASURE, time: fixed, words: [總長度], units: [公里]}\n", encoding="utf-8"
    )
    concepts = load_concepts(load_attributes([tmp_path]))
    text = "总长度3公里"
    kilometres = Quantity(Decimal(3), Decimal(3), unit="km", dimension="length")
    chosen = concepts.choose(concepts.find(text), kilometres, 3, 6, "")
    assert chosen is not None
    assert (chosen[0].id, text[chosen[1].start : chosen[1].end]) == ("zz.length", "总长度")
    metres = concepts.choose(concepts.find(text), replace(kilometres, unit="m"), 3, 6, "")
    assert metres is not None
    assert metres[0].id == "size.length"


@pytest.mark.parametrize(
    ("written", "id_"),
    [
        ("公里", "km"),
        ("km", "km"),
        ("名", "person"),
        ("小時", "hour"),
        ("second", "second"),
        ("元", "CNY"),
        ("", ""),
        ("公哩公里", None),
        ("甲", None),
    ],
)
def test_units_are_named_as_they_are_written(written: str, id_: str | None) -> None:
    assert name_unit(written) == id_


def test_a_lexicon_that_leads_out_of_its_pack_is_told(tmp_path: Path) -> None:
    (tmp_path / "outside.yml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "attributes.yml").symlink_to(tmp_path / "outside.yml")
    with pytest.raises(ConfigError, match="leads outside the folder of its pack"):
        load_attributes([tmp_path / "pack"])
