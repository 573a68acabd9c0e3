"""Classes of things by the ends of words."""

from __future__ import annotations

import pytest

from factcheck.errors import ConfigError
from factcheck.language.kinds import classes_of, is_kind_of, parse_kinds


def test_a_class_holds_its_kinds_and_not_the_other_way_round() -> None:
    assert is_kind_of("左轮手枪", "枪支")
    assert not is_kind_of("枪支", "手枪")
    assert not is_kind_of("渔船", "车辆")
    assert is_kind_of("橡皮艇", "船只")
    assert is_kind_of("草莓", "草莓")


def test_two_class_words_in_a_row_are_either() -> None:
    assert is_kind_of("步枪", "枪支弹药")
    assert is_kind_of("子弹", "枪支弹药")
    assert not is_kind_of("匕首", "枪支弹药")


def test_a_class_and_its_kind_share_a_class() -> None:
    assert classes_of("货车") & classes_of("车辆")
    assert not classes_of("绯闻")


@pytest.mark.parametrize("line", ["车辆", "车辆\t车\t车", "车辆|\t车", "車輛\t車", "车辆\t车 船"])
def test_a_bad_line_is_told_with_its_number(line: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_kinds(f"# head\n{line}\n", name="x.tsv")
    assert "x.tsv:2" in str(caught.value)
