"""Data files: plain trees with the place of every key and value."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.datafile import Position, one_line, parse_data, read_data, shipped_rules_directory
from factcheck.errors import ConfigError

TEXT = """\
a: [1, 二, 2.5, true, null, yes, 2024-05-01, '1', 1_000, 0x1f]
名: {zh: 数, en: "x"}
text: |
  第一行
  第二行
"""


def test_scalars_are_those_of_the_core_schema() -> None:
    found = parse_data(TEXT, name="x.yml")
    assert found.data["a"] == [1, "二", 2.5, True, None, "yes", "2024-05-01", "1", "1_000", "0x1f"]
    assert found.data["text"] == "第一行\n第二行\n"


def test_places_count_characters() -> None:
    found = parse_data(TEXT, name="x.yml")
    assert found.position(("a", 1)) == Position(1, 8)
    assert found.position(("名", "en"), key=True) == Position(2, 12)
    assert found.where(("名", "en")) == "x.yml:2:16"
    # a path that is not there: the nearest that is
    assert found.position(("名", "fr", 3)) == found.position(("名",))
    assert (found.line(2), found.line(99)) == ('名: {zh: 数, en: "x"}', "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: &x 1\n", "x.yml:1:4: uses an anchor"),
        ("a: 1\nb: *x\n", "x.yml:2:4: uses an alias"),
        ("a: !!int 1\n", "x.yml:1:4: uses a tag"),
        ("a: 1\na: 2\n", 'x.yml:2:1: has the key "a" twice'),
        ("{a: 1}: 2\n", "x.yml:1:1: has a key that is not a word"),
        ("a: [\n", "is not YAML"),
        ("a: 1\n---\nb: 2\n", "x.yml:2:1: holds more than one document"),
    ],
)
def test_what_a_data_file_has_no_business_to_hold(text: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_data(text, name="x.yml")
    assert told in str(caught.value)


def test_a_bomb_of_brackets_or_values_is_refused() -> None:
    with pytest.raises(ConfigError, match="nested deeper"):
        parse_data("[" * 100_000, name="x.yml")
    with pytest.raises(ConfigError, match="more than 100000 values"):
        parse_data("- 1\n" * 100_002, name="x.yml")


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        read_data(tmp_path / "missing.yml")
    (tmp_path / "large.yml").write_text("a: " + "x" * 2000, encoding="utf-8")
    with pytest.raises(ConfigError, match="larger than 1 KB"):
        read_data(tmp_path / "large.yml", max_bytes=1024)


def test_shipped_rules_are_found_and_text_is_flattened() -> None:
    assert (shipped_rules_directory() / "core" / "attributes.yml").is_file()
    assert one_line("a\n\tb\x1b[31m") == "a b�[31m"
