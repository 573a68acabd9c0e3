"""What a headline says against its own text: an article needs more than two articles to be set against itself."""

from __future__ import annotations

import pytest

from factcheck import Article, check

OTHER = Article.from_text("青苇水厂在镇东，有职工90人。", id="b", source="乙报", published="2033-06-06")


def rules(title: str, text: str) -> set[str]:
    article = Article.from_text(f"{title}\n\n{text}", id="a", title=title, source="甲报", published="2033-06-06")
    return {f.rule for f in check([article, OTHER]).findings}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("青苇水厂没有停产", "青苇水厂6月3日停电。纸厂因停电停产两天。"),
        ("水厂尚未恢复供水", "青苇水厂6月3日停电。纸厂恢复供水。"),
        ("青苇水厂停电 没有人受伤", "青苇水厂6月3日停电。去年停电时一名工人受伤。"),
    ],
)
def test_a_headline_is_not_denied_by_what_its_text_tells_of_others(title: str, text: str) -> None:
    assert rules(title, text) == set()


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("青苇水厂没有停产", "青苇水厂6月3日停产，青苇水厂职工回家。"),
        ("青苇水厂恢复供水", "青苇水厂6月3日停电。青苇水厂至今没有恢复供水。"),
    ],
)
def test_a_headline_that_its_text_denies_is_reported(title: str, text: str) -> None:
    assert rules(title, text) == {"FC511"}
