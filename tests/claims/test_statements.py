"""Every sentence of an article as it tells something: where it stands, and which of its clauses denies or puts in order."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations_with_replacement, pairwise

import opencc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import Article
from factcheck.articles import mark_article
from factcheck.claims.naming import ACCOUNT
from factcheck.claims.statements import Statement
from factcheck.engine.check import extract_articles
from factcheck.lexicon import load_attributes
from factcheck.model import Family, Polarity
from factcheck.settings import Settings

ATTRIBUTES = tuple(load_attributes(()))
CONVERTER = opencc.OpenCC("s2t")
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WIDE = {ord(c): ord(c) + 0xFEE0 for c in "0123456789%"}


def read(text: str, id: str = "a") -> list[Statement]:
    """The sentences of an article."""
    article = mark_article(Article.from_text(text, id=id, source="甲报", published="2033-04-02T09:00"))
    return list(extract_articles([article], ATTRIBUTES, Settings())[1][id].statements)


def one(text: str) -> Statement:
    (statement,) = read(text)
    return statement


CLAUSES = [
    "4月1日夜间",
    "汪村砖窑停烧",
    "窑工石满仓称",
    "他没有动过风门",
    "损失约12.5万元",
    "镇政府否认收过罚款",
    "37名窑工随后返乡",
    "“火是自己灭的”",
    "窑顶（约3米高）塌了",
    "烟囱高出树梢20%",
    "先封窑后浇水",
    "谁也没料到",
]
MARKS = ["，", "。", "；", "？", "！”", "……", "\n", "\n\n", "\u3000\u3000", "、", "：", "\r\n", "[1]", " "]
pieces = st.lists(st.tuples(st.sampled_from(CLAUSES), st.sampled_from(MARKS)).map("".join), min_size=1, max_size=9).map("".join)
texts = st.one_of(pieces, pieces.map(CONVERTER.convert), pieces.map(lambda t: t.translate(WIDE)))


@given(texts)
@QUICK
def test_every_span_lies_in_the_text_and_every_claim_quotes_it(text: str) -> None:
    statements = read(text)
    for statement in statements:
        assert 0 <= statement.span.start < statement.span.end <= len(text)
        assert statement.claim.quote == statement.span.of(text)
        assert statement.claim.sentence == statement.span
        assert statement.passages
        for passage in statement.passages:
            assert statement.span.contains(passage.span), (passage.span.of(text), statement.claim.quote)
            assert passage.span.start < passage.span.end
        assert [p.span for p in statement.passages] == sorted(p.span for p in statement.passages)
    assert all(a.span.end <= b.span.start for a, b in pairwise(statements))


@given(texts)
@QUICK
def test_a_cut_quotes_the_original_and_has_an_id_of_its_own(text: str) -> None:
    for statement in read(text):
        numbers = range(len(statement.passages))
        cuts = [statement.cut(first, last) for first, last in combinations_with_replacement(numbers, 2)]
        assert all(c.quote == c.span.of(text) for c in cuts)
        assert all(c.sentence == statement.claim.sentence for c in cuts)
        assert len({c.id for c in cuts}) == len({(c.span, c.value) for c in cuts})
        assert all(c.id != statement.claim.id for c in cuts if c.span != statement.claim.span)


def test_a_cut_is_negated_where_one_of_its_clauses_is() -> None:
    statement = one("窑工石满仓称，风门当晚关着，他没有动过风门，随后就回了家。")
    negated = [p.negated for p in statement.passages]
    assert sum(negated) == 1
    at = negated.index(True)
    assert statement.cut(at, at).value == Polarity(False)
    assert statement.cut(0, len(negated) - 1).value == Polarity(False)
    assert statement.cut(0, at - 1).value == Polarity(True)
    assert statement.cut(at + 1, len(negated) - 1).value == Polarity(True)


def test_a_cut_runs_from_its_first_clause_to_its_last() -> None:
    text = "窑门已封，窑工散去，烟囱还冒着烟。"
    statement = one(text)
    assert statement.cut(1, 2).quote.startswith("窑工散去，烟囱")
    assert statement.cut(1, 1).quote == "窑工散去"
    assert statement.cut(0, 1).quote == "窑门已封，窑工散去"


def test_a_sentence_is_an_account_of_its_article() -> None:
    first, second = read("汪村砖窑停烧。窑工领到了工钱。", id="kiln")
    assert [s.claim.quote for s in (first, second)] == ["汪村砖窑停烧。", "窑工领到了工钱。"]
    assert {s.article for s in (first, second)} == {"kiln"}
    assert {(s.claim.attribute, s.claim.family) for s in (first, second)} == {(ACCOUNT, Family.ACT)}
    assert first.claim.id != second.claim.id


def test_one_sentence_twice_is_two_statements() -> None:
    first, second = read("窑火灭了。\n\n窑火灭了。")
    assert first.claim.id != second.claim.id
    assert first.words == second.words


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("窑主没有收到停烧通知。", [True]),
        ("窑主说砖坯还湿着，从未点火。", [False, True]),
        ("窑火不断蹿高，窑工非常着急。", [False, False]),
        ("砖坯被没收，无人机拍下全程。", [False, False]),
        ("镇政府否认收过罚款。", [True]),
        ("汪村砖窑停烧，窑工返乡。", [False, False]),
    ],
)
def test_which_clauses_negate(text: str, negated: list[bool]) -> None:
    assert [p.negated for p in one(text).passages] == negated
    assert [p.negated for p in one(CONVERTER.convert(text)).passages] == negated


def test_the_words_behind_a_negation_are_denied_in_order() -> None:
    (passage,) = one("窑主并未拆除烟囱。").passages
    assert [w for w in passage.denied if w in {"拆除", "烟囱"}] == ["拆除", "烟囱"]
    assert "窑主" not in passage.denied


def test_a_clause_that_negates_nothing_denies_no_word() -> None:
    assert all(p.denied == () for p in one("窑主拆除烟囱，非常小心。").passages)


@given(texts)
@QUICK
def test_only_what_negates_denies_words(text: str) -> None:
    passages = [p for s in read(text) for p in s.passages]
    assert all(p.negated for p in passages if p.denied)
    assert all(len(word) > 1 for p in passages for word in p.denied)


@pytest.mark.parametrize(
    ("text", "ordered"),
    [
        ("窑工封门之后，砖坯裂开。", [True, False]),
        ("窑工先封门，砖坯随后裂开。", [True, True]),
        ("砖坯其实是湿的。", [True]),
        ("砖坯裂开，窑工封门。", [False, False]),
    ],
)
def test_which_clauses_put_in_order_or_insist(text: str, ordered: list[bool]) -> None:
    assert [p.ordered for p in one(text).passages] == ordered


def test_claims_about_what_came_first_are_counted_where_they_stand() -> None:
    first, second = read("窑工石满仓回家吃饭。窑主先封闭窑门，随后拆除烟囱。")
    assert first.orders == 0
    assert second.orders > 0
    assert first.order == ()
    assert second.order == ("先", "随后")


def test_the_classes_that_stand_in_a_sentence() -> None:
    statement = one("窑主承认，如果重新点火，砖坯一律报废。")
    assert {"admits", "unreal", "sweeping"} <= statement.signals
    assert not {"negates", "affirms", "order"} & statement.signals


def test_names_days_and_figures_of_a_sentence() -> None:
    first, second = read("4月1日，汪村砖窑的37名窑工返乡，由石满仓带队。窑门已封。")
    assert first.times
    assert first.figures
    assert "石满仓" in first.people
    assert not (second.times)
    assert not (second.figures)
    assert not (second.people)


@pytest.mark.parametrize("change", [CONVERTER.convert, lambda t: t.translate(WIDE)])
def test_script_and_width_do_not_matter(change: Callable[[str], str]) -> None:
    text = "4月1日，37名窑工离开砖窑，损失12万元。窑主没有拆除烟囱，随后封闭窑门。"
    assert change(text) != text
    for plain, other in zip(read(text), read(change(text)), strict=True):
        assert plain.text == other.text
        assert plain.span == other.span
        assert (plain.words, plain.times, plain.figures, plain.signals) == (other.words, other.times, other.figures, other.signals)
        assert [(p.span, p.words, p.denied, p.negated, p.ordered) for p in plain.passages] == [
            (p.span, p.words, p.denied, p.negated, p.ordered) for p in other.passages
        ]


def test_a_headline_is_a_statement_too() -> None:
    headline, body = read("汪村砖窑停烧\n\n窑主石满仓说，窑门四月一日已经封闭，砖坯会运往邻县出售，窑工可以领到补偿。")
    assert headline.claim.headline
    assert not body.claim.headline
