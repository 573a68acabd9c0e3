"""Candidate pairs: each once, near linear in number; words alike or not, whichever comes first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.alignment.linking import link_entities
from factcheck.alignment.pairing import blocking_keys, candidate_pairs
from factcheck.alignment.similarity import noun_similarity, same_predicate, shared_words
from factcheck.model import Claim, Family, Frame, Polarity, Quantity, Span, Stance, Value

QUIET = settings(max_examples=150, deadline=None, derandomize=True)
NOUNS = ["护卫舰", "水面舰艇", "船员", "进口额", "出口额", "净利润", "受伤乘客", "学生", "志愿者", "税目产品", "人", ""]
VERBS = ["派出", "派", "撤", "撤离", "抵达", "签署", "否决", "上涨", "下跌", "死亡", "有", ""]
LINKER = link_entities({})


def make_claim(
    number: int, value: Value, *, article: str = "", family: Family = Family.COUNT, headline: bool = False, **frame: str
) -> Claim:
    """A claim made of a value and the words it is matched by; its id is its number."""
    return Claim(
        id=f"c{number:06d}",
        article=article or f"a{number % 7}",
        outlet="",
        span=Span(number * 10, number * 10 + 5),
        sentence=Span(number * 10, number * 10 + 9),
        quote="",
        family=family,
        subject="",
        attribute=frame.get("noun", ""),
        value=value,
        stance=Stance.ASSERTS,
        headline=headline,
        published=datetime(2025, 1, 1) + timedelta(days=number % 300),
        frame=Frame(**frame),
    )


def count_of(number: int) -> Quantity:
    return Quantity(Decimal(number), Decimal(number), unit="person", dimension="count", step=Decimal(1))


def pairs_of(claims: Sequence[Claim]) -> list[tuple[str, str]]:
    return [(a.id, b.id) for a, b in candidate_pairs(claims, LINKER)]


def many(number: int) -> list[Claim]:
    """Claims of as many articles as a growing folder has: all of one noun and verb, which is the worst case."""
    return [make_claim(i, count_of(i), article=f"a{i // 10}", noun="伤员", head="伤员", predicate="转移") for i in range(number)]


def test_the_number_of_pairs_grows_near_linearly() -> None:
    """Doubling a large folder may double the pairs, not quadruple them."""
    small, large = len(pairs_of(many(2000))), len(pairs_of(many(4000)))
    assert small > 0
    assert large <= 2.6 * small
    assert large < 4000 * 4000 / 2 / 10


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    made = []
    for number in range(draw(st.integers(2, 14))):
        value = draw(st.sampled_from([count_of(3), count_of(9), Polarity(True, "签署"), Polarity(False, "签署")]))
        noun, verb = draw(st.sampled_from(NOUNS)), draw(st.sampled_from(VERBS))
        family = Family.COUNT if isinstance(value, Quantity) else Family.ACT
        words = {"noun": noun, "head": noun, "predicate": verb, "concept": "" if family is Family.COUNT else "sign"}
        article = f"a{draw(st.integers(0, 2))}"
        made.append(make_claim(number, value, article=article, family=family, headline=draw(st.booleans()), **words))
    return made


@given(claims())
@QUIET
def test_no_pair_comes_twice_and_none_is_a_claim_with_itself(given_claims: list[Claim]) -> None:
    pairs = pairs_of(given_claims)
    assert len({frozenset(p) for p in pairs}) == len(pairs)
    assert all(a != b for a, b in pairs)


@given(claims())
@QUIET
def test_pairs_share_a_key_come_in_reading_order_and_from_two_texts(given_claims: list[Claim]) -> None:
    place = {c.id: i for i, c in enumerate(given_claims)}
    by_id = {c.id: c for c in given_claims}
    pairs = pairs_of(given_claims)
    assert [(place[a], place[b]) for a, b in pairs] == sorted((place[a], place[b]) for a, b in pairs)
    for first, second in pairs:
        a, b = by_id[first], by_id[second]
        assert place[first] < place[second]
        assert set(blocking_keys(a, LINKER)) & set(blocking_keys(b, LINKER))
        assert a.article != b.article or a.headline != b.headline


@given(claims())
@QUIET
def test_which_pairs_there_are_does_not_depend_on_order(given_claims: list[Claim]) -> None:
    assert {frozenset(p) for p in pairs_of(given_claims)} == {frozenset(p) for p in pairs_of(given_claims[::-1])}


@given(claims())
@QUIET
def test_two_claims_of_one_polarity_are_no_pair(given_claims: list[Claim]) -> None:
    holds = {c.id: c.value.holds for c in given_claims if isinstance(c.value, Polarity)}
    assert all(holds[a] != holds[b] for a, b in pairs_of(given_claims) if a in holds and b in holds)


@pytest.mark.parametrize(("one", "two"), list(product(NOUNS, NOUNS)))
def test_likeness_of_nouns_is_symmetric_and_a_share(one: str, two: str) -> None:
    alike = noun_similarity(one, two)
    assert alike == noun_similarity(two, one)
    assert alike is None or 0 <= alike <= 1
    if one == two and one:
        assert alike == 1


def test_nouns_that_differ_by_an_opposed_character_are_not_alike() -> None:
    assert noun_similarity("进口额", "出口额") == 0
    assert noun_similarity("上涨幅度", "下跌幅度") == 0
    assert noun_similarity("男性", "女性") == 0


def test_opposed_characters_tell_nouns_of_one_group_apart() -> None:
    assert noun_similarity("男学生", "女学生") == 0


@pytest.mark.parametrize(("one", "two"), list(product(VERBS, VERBS)))
def test_likeness_of_verbs_is_symmetric(one: str, two: str) -> None:
    assert same_predicate(one, two) == same_predicate(two, one)


@pytest.mark.parametrize(
    ("one", "two", "same"), [("撤", "撤离", True), ("上涨", "下跌", False), ("", "签署", None), ("签署", "签署", True)]
)
def test_verbs_of_one_sort_of_happening(one: str, two: str, same: bool | None) -> None:
    assert same_predicate(one, two) is same


def test_shared_words_are_counted_once() -> None:
    assert shared_words(("港口", "港口", "风暴"), ("港口", "渔船")) == 1
