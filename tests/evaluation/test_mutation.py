"""Facts are changed in the style in which they are written, throughout an article; and one corpus is measured so."""

from __future__ import annotations

from decimal import Decimal

import pytest
from altering import ALTERATIONS, Name, find_figures, write_figure
from groups import HELD_OUT
from mutation import KINDS, Case, describe, find_cases, pick_corpora, plan_rounds, read_corpus, rewrite_article, run_corpus


@pytest.mark.parametrize(
    ("value", "like", "written"),
    [
        (3260, "3620", "3260"),
        (3260, "3,620", "3,260"),
        (3260, "３６２０", "３２６０"),
        (32600, "3.62万", "3.26万"),
        (32600, "3萬6千2百", "3.26萬"),
        (326, "三百六十二", "三百二十六"),
        (20300, "兩萬", "二萬零三百"),
        (Decimal("37.6"), "36.7", "37.6"),
        (Decimal("37.6"), "三十七", None),
    ],
)
def test_a_figure_is_written_in_its_style(value: int | Decimal, like: str, written: str | None) -> None:
    assert write_figure(Decimal(value), like) == written


def test_dates_and_ordinals_are_no_figures() -> None:
    text = "12日，第3批共58名乘客在2031年4月获救，另有三人和一千二百件行李。"
    assert [int(f.value) for f in find_figures(text)] == [58, 3, 1200]


@pytest.mark.parametrize(
    ("kind", "quote", "other", "names", "passage", "changed"),
    [
        (
            "transposed",
            "共售出361张票",
            "賣出三百六十一張",
            (),
            "三百六十一张，361张，36人",
            {"三百一十六张，316张，36人", "六百三十一张，631张，36人"},
        ),
        ("day", "演出12日开始", "昨日開演", (), "12日开始，22日结束", {f"{d}日开始，22日结束" for d in (9, 10, 11, 13, 14, 15)}),
        ("hour", "晚上8时开演", "20時開演", (), "晚上8时，18时", {f"晚上{h}时，18时" for h in (9, 10, 11)}),
        ("polarity", "票价没有上涨", "票價未漲", (), "他说票价没有上涨。", {"他说票价有上涨。"}),
        ("order", "在开演之前离场", "開演前離場", (), "他在开演之前离场", {"他在开演之后离场"}),
    ],
)
def test_a_fact_is_changed(kind: str, quote: str, other: str, names: tuple[Name, ...], passage: str, changed: set[str]) -> None:
    found = {change.apply(passage) for seed in range(12) if (change := ALTERATIONS[kind](quote, other, names, seed)) is not None}
    assert found
    assert found <= changed


def test_names_are_replaced_wherever_they_stand() -> None:
    place = ALTERATIONS["place"]("演出在青石镇举行", "青石鎮的演出", [Name("青石镇", "GPE")], 0)
    person = ALTERATIONS["person"]("导演顾明致辞", "顧明說", [Name("顾明", "PER")], 0)
    assert place is not None
    assert place.apply("青石镇人说，青石的戏好") == "柳坪镇人说，柳坪的戏好"
    assert person is not None
    assert person.apply("顾明（顾某）与顾客") == "裴晓（裴某）与顾客"


@pytest.mark.parametrize(
    ("kind", "quote", "other"),
    [
        ("transposed", "共售出55张票", "賣出五十五張"),  # no two digits that differ
        ("digit", "约售出361张，另有52人", "五成座位"),  # which of the two both tell is not known
        ("day", "演出开始", "昨日開演"),
        ("place", "演出在镇上举行", "鎮上的演出"),
        ("polarity", "票价上涨", "票價上漲"),
        ("order", "离场", "離場"),
    ],
)
def test_what_holds_no_such_fact_is_left(kind: str, quote: str, other: str) -> None:
    assert all(ALTERATIONS[kind](quote, other, (), seed) is None for seed in range(6))


def test_one_change_an_article_and_the_other_side_untouched() -> None:
    corpus = read_corpus("163_tennis")
    for texts, cases in plan_rounds(corpus, find_cases(corpus, ["transposed", "digit", "last year"]), 3):
        assert len({c.file for c in cases}) == len(cases)
        assert all(c.other[1] in texts[c.other[0]] for c in cases)
        assert all(text.split("\n---\n")[0].count("published") == 1 for text in texts.values())


def test_a_clause_of_another_year_leaves_the_fact_alone() -> None:
    corpus = read_corpus("163_tennis")
    cases: list[Case] = find_cases(corpus, ["last year"])
    for case in cases:
        changed = rewrite_article(corpus.texts[case.file], case)
        assert case.quote in changed
        assert "而去年同期为" in changed


def test_a_corpus_is_measured() -> None:
    outcomes = run_corpus("163_tennis", ["transposed", "other district"], 1)
    assert {o.stage for o in outcomes if o.case.kind in {"unchanged", "other district"}} == {"silent"}
    assert "must be silent" in describe(outcomes, verbose=True)


def test_held_out_corpora_are_never_picked() -> None:
    assert not {*pick_corpora([])} & {*HELD_OUT}
    for word in ("held_out", HELD_OUT[0].split("_")[0], "nothing"):
        with pytest.raises(ValueError, match="no open group"):
            pick_corpora([word])
    assert {*ALTERATIONS} < {*KINDS}
