"""Counts of people and lengths of time as they are spoken: 四百来号人, 九死二十三伤, 34天才过关."""

from __future__ import annotations

from datetime import datetime

import pytest

from factcheck import Article, check
from factcheck.model import Quantity


def figures(text: str) -> dict[str, tuple[str, int | None]]:
    """The figures of a text that become claims: digits as written, with the unit and the lower bound."""
    day = datetime(2027, 4, 12, 20)
    report = check([Article.from_text(t, id=n, source=n, published=day) for n, t in (("甲报", text), ("乙报", "无关。"))])
    values = [c.value for c in report.claims if isinstance(c.value, Quantity)]
    return {v.digits: (v.unit, None if v.low is None else int(v.low)) for v in values}


@pytest.mark.parametrize(
    ("text", "digits", "found"),
    [
        ("商队三百来号人驻扎在河滩上。", "三百来", ("person", 300)),
        ("一千六百号员工排队领工资。", "一千六百", ("person", 1600)),
        ("礦井透水釀六死十九傷。", "十九", ("person", 19)),
        ("车祸已致2死15伤。", "2", ("person", 2)),
        ("劫匪合共開了二十三槍。", "二十三", ("发", 23)),
        ("足足二十六日才修好。", "二十六日", ("day", 26)),
        ("新药审了47天才获批。", "47天", ("day", 47)),
    ],
)
def test_spoken_measures_are_read(text: str, digits: str, found: tuple[str, int]) -> None:
    assert figures(text).get(digits) == found


@pytest.mark.parametrize("text", ["他九死一生逃了出来。", "他们住在8号楼。", "请看12号文件。", "三伤者已出院。", "他是公认的十大天才。"])
def test_other_words_are_no_counts(text: str) -> None:
    assert not {unit for unit, _ in figures(text).values()} & {"发", "day"}
    assert all(unit != "person" or "者" in text for unit, _ in figures(text).values())
