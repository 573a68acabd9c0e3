"""How firmly a clause is told, by whom, and how far that reaches."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims.extract import Extraction
from factcheck.model import Claim, Polarity, Quantity, Stance

Extract = Callable[..., Extraction]


def counted(extraction: Extraction, value: int) -> Claim:
    """The claim that gives a figure."""
    found = [c for c in extraction.claims if isinstance(c.value, Quantity) and value in {c.value.low, c.value.high}]
    assert len(found) == 1, [c.quote for c in extraction.claims]
    return found[0]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("青桥市火灾造成12人死亡。", Stance.ASSERTS),
        ("据消防局通报，青桥市火灾造成12人死亡。", Stance.ASSERTS),
        ("预计今年将有12艘渔船沉没。", Stance.FORECASTS),
        ("气象台估计，风暴会造成12人死亡。", Stance.FORECASTS),
        ("青桥市计划明年购买12辆消防车。", Stance.PLANS),
        ("海军拟于六月派出12艘军舰。", Stance.PLANS),
        ("如果堤坝决口，将有12个村庄被淹。", Stance.SUPPOSES),
        ("若谈判破裂，12家工厂会关闭。", Stance.SUPPOSES),
        ("网传青桥市火灾造成12人死亡。", Stance.UNCONFIRMED),
        ("未经证实的消息称，12名船员失踪。", Stance.UNCONFIRMED),
        ("消防局否认火灾造成12人死亡。", Stance.DENIES),
        ("最令人担忧的是，青桥市火灾造成12人死亡。", Stance.ASSERTS),
        ("公司认为罚款过重，已经辞退12名员工。", Stance.ASSERTS),
        ("专家认为，火灾造成12人死亡。", Stance.OPINES),
        ("如果堤坝决口，洪水漫过了公路，12个村庄已被淹。", Stance.SUPPOSES),
    ],
)
def test_words_that_say_how_firm_a_figure_is(extract: Extract, text: str, stance: Stance) -> None:
    assert counted(extract(text), 12).stance is stance


@pytest.mark.parametrize(
    "text",
    [
        "预计下周有雨。青桥市火灾造成12人死亡。",
        "公司计划扩建。青桥市火灾造成12人死亡。",
        "如果天气转好，搜救会继续。青桥市火灾造成12人死亡。",
        "当局否认失职。青桥市火灾造成12人死亡。",
    ],
)
def test_a_stance_ends_with_its_sentence(extract: Extract, text: str) -> None:
    assert counted(extract(text), 12).stance is Stance.ASSERTS


def test_the_speaker_is_who_stands_before_the_verb_of_saying(extract: Extract) -> None:
    extraction = extract("青桥市消防局表示，火灾造成12人死亡。东岭县气象台说，风速达到36米每秒。")
    first, second = counted(extraction, 12), counted(extraction, 36)
    assert first.speaker
    assert second.speaker
    assert first.speaker != second.speaker


def test_what_nobody_is_quoted_with_has_no_speaker(extract: Extract) -> None:
    assert counted(extract("青桥市火灾造成12人死亡。"), 12).speaker == ""


def test_a_denied_deed_does_not_hold_and_a_doubly_negated_one_does(extract: Extract) -> None:
    def holds(text: str) -> set[bool]:
        return {c.value.holds for c in extract(text).claims if isinstance(c.value, Polarity) and "签署" in c.quote}

    assert holds("东岭县没有签署协议。") == {False}
    assert holds("东岭县签署了协议。") == {True}
    assert False not in holds("东岭县不得不签署协议。")


def test_traditional_characters_are_read_alike(extract: Extract) -> None:
    for simplified, traditional in (
        ("网传火灾造成12人死亡。", "網傳火災造成12人死亡。"),
        ("预计将有12艘渔船沉没。", "預計將有12艘漁船沉沒。"),
    ):
        assert counted(extract(simplified), 12).stance is counted(extract(traditional), 12).stance


def test_a_denial_in_the_passive_is_of_its_own_clause(extract: Extract) -> None:
    found = extract("帕岭强震引发海啸，油槽外泄说遭否认。")
    assert not [c for c in found.claims if "海啸" in c.quote and (c.stance is Stance.DENIES or c.value == Polarity(False, "引发"))]


def test_of_whom_nothing_was_found_reaches_to_the_last_verb(extract: Extract) -> None:
    claims = extract("截至目前，未发现有患者因服用涉案药品死亡。").claims
    assert {c.value.holds for c in claims if c.frame.concept == "die" and isinstance(c.value, Polarity)} == {False}


def test_a_vote_of_eleven_to_two(extract: Extract) -> None:
    votes = {c.frame.concept: c.value.low for c in extract("委员会以十一比二通过决议。").claims if isinstance(c.value, Quantity)}
    assert votes["vote.for"] == 11
    assert votes["vote.against"] == 2
