"""What a clause is about when it does not say so by name."""

from __future__ import annotations

import pytest

from factcheck import Article, check


@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        ("沅宁市第三人民医院6日通报情况。院方共购进药品2.4万支。", "2.4万支", "沅宁市第三人民医院"),
        ("云岭大桥6日通车。该桥宽14.2米。", "14.2米", "云岭大桥"),
        ("市长沈奕川6日辞职。他收受回扣740万元。", "740万元", "沈奕川"),
    ],
)
def test_the_name_taken_up(text: str, words: str, subject: str) -> None:
    claims = check([Article.from_text(text, id="a", published="2031-03-07")]).claims
    (claim,) = [c for c in claims if words in c.quote and c.value.as_dict()["kind"] == "quantity"]
    assert subject in claim.subject or claim.subject in subject


def test_a_relative_is_another_person() -> None:
    claims = check([Article.from_text("顾承安的妻子从未离开澜州。", id="a", published="2031-03-07")]).claims
    assert {c.subject for c in claims if c.subject.startswith("顾承安")} == {"顾承安/妻子"}
