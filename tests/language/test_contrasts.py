"""Words that stand against each other."""

from __future__ import annotations

import pytest

from factcheck.errors import ConfigError
from factcheck.language.contrasts import contrasted, contrasts, make_whole_together, parse_contrasts


def test_one_stands_against_the_other_only_where_each_has_its_own() -> None:
    assert contrasted("客队教练", "主队教练")
    assert contrasted("主队教练", "客队教练")
    assert not contrasted("客船船长", "渡轮船长")
    assert not contrasted("主队对客队", "客队教练")
    assert frozenset({"进口", "出口"}) in contrasts().whole


def test_the_members_of_a_whole_are_each_named_once() -> None:
    assert make_whole_together(["8金", "7银", "6铜"])
    assert make_whole_together(["未成年人", "成年人"])
    assert make_whole_together(["进港航班", "出港航班"])
    assert not make_whole_together(["8金", "7银"])
    assert not make_whole_together(["8金7银", "6铜", "5铜"])


@pytest.mark.parametrize("line", ["near\t一\t二", "apart\t一", "whole\t一\t二\t三"])
def test_a_bad_line_is_told_with_its_number(line: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_contrasts(f"# head\n{line}\n", name="x.tsv")
    assert "x.tsv:2" in str(caught.value)
