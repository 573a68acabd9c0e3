"""What can be observed of two sentences of two articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from math import inf, isfinite

import opencc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import Article
from factcheck.articles import mark_article
from factcheck.claims.statements import Statement
from factcheck.comparison import observations
from factcheck.comparison.counterparts import meanings
from factcheck.comparison.figure_observations import FIGURE_OBSERVED, FigureObserver
from factcheck.comparison.observations import LONGEST, NEAREST, OBSERVED, SHORTEST, Observer
from factcheck.engine.check import extract_articles, link_articles
from factcheck.lexicon import load_attributes
from factcheck.settings import Settings

ATTRIBUTES = tuple(load_attributes(()))
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
CONVERTER = opencc.OpenCC("s2t")
OF_NAMES = {"people_differ", "people_more", "places_same", "places_differ"}

FIRST = (
    "屏湖镇油坊3月2日停榨，三名榨工离开。坊主没有拆除木榨，菜籽全部退还农户。"
    "榨工说，木榨先断了撞杆，随后才停榨。镇里如果补贴，油坊可能复工。坊主承认欠薪2万元。"
)
SECOND = (
    "屏湖镇油坊3月3日停榨，五名榨工离开。坊主已经拆除木榨，菜籽还堆在仓里。"
    "农户说，停榨之后撞杆才断。镇里是否补贴？坊主否认欠薪。茶馆照常开门。"
)
THIRD = "屏湖镇油坊停榨后，农户把菜籽运往邻镇。邻镇油坊加收一成榨费。"


@pytest.fixture(autouse=True)
def any_length(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets articles of a few sentences have candidates, but where their length is what is tested."""
    if "length" not in request.node.name:
        monkeypatch.setattr(observations, "SHORTEST", 1)


@pytest.mark.parametrize(("sentences", "weighed"), [(SHORTEST - 1, False), (SHORTEST, True), (LONGEST, True), (LONGEST + 1, False)])
def test_only_articles_of_a_length_like_those_learned_from_have_candidates(sentences: int, weighed: bool) -> None:
    told = read(
        {"a": FIRST + "茶馆照常开门。渡船停在对岸。", "b": "".join(f"屏湖镇油坊停榨{n}日，菜籽退还农户。" for n in range(1, sentences + 1))}
    )
    observer = Observer(told, _always)
    assert observer.can_tell("b") is (sentences >= SHORTEST)
    assert bool([*observer.candidates()]) is weighed
    assert bool([*Observer(told, _always, longest=inf).candidates()]) is (sentences >= SHORTEST)


def test_what_shares_no_word_is_a_wide_candidate_by_its_characters() -> None:
    told = read({"a": "石碑撤进库房了。茶馆照常开门。", "b": "碑石没有离开展厅撤往库内。渔网晾在岸上。"})
    observer = Observer(told, _always)
    near, wide = ({(a.span.start, b.span.start) for a, b in found} for found in (observer.candidates(), observer.wide_candidates()))
    assert (0, 0) in wide
    assert near < wide


def test_figures_are_observed_by_name_and_in_either_order() -> None:
    articles = [
        mark_article(Article.from_text(t, id=i, source=f"{i}报", published="2033-03-05"))
        for i, t in {"a": "油坊退还菜籽36袋。榨工离开。", "b": "油坊退还菜籽63袋，欠薪2万元。茶馆开门。"}.items()
    ]
    extractions = extract_articles(articles, ATTRIBUTES, Settings())[1]
    observer = Observer({id: e.statements for id, e in extractions.items()}, _always)
    figures = FigureObserver(observer, [c for e in extractions.values() for c in e.claims])
    pairs = [*figures.candidates()]
    assert pairs
    for a, b in pairs:
        seen = figures.observe(a, b)
        assert seen is not None
        assert seen.keys() == set(FIGURE_OBSERVED)
        assert all(map(isfinite, seen.values()))
        assert seen == figures.observe(b, a)


def _always(one: str, other: str) -> bool:
    return True


def read(texts: Mapping[str, str], days: Mapping[str, str] | None = None) -> dict[str, list[Statement]]:
    """The sentences of articles by id."""
    articles = [
        mark_article(Article.from_text(text, id=id, source=f"{id}报", published=(days or {}).get(id, "2033-03-05")))
        for id, text in texts.items()
    ]
    return {id: list(e.statements) for id, e in extract_articles(articles, ATTRIBUTES, Settings())[1].items()}


def observed(one: str, other: str, **days: str) -> dict[str, float]:
    """What is observed of two articles of one sentence each beside sentences that have nothing to do with them."""
    told = read({"a": f"{one}茶馆照常开门。", "b": f"{other}渡船停在对岸。"}, days)
    return Observer(told, _always).observe(told["a"][0], told["b"][0])


CLAUSES = [
    "坊主没有拆除木榨",
    "坊主拆除了木榨",
    "3月2日停榨",
    "榨工郎照庭离开屏湖镇",
    "菜籽先退还农户",
    "随后撞杆断了",
    "欠薪约2.6万元",
    "镇里是否补贴？",
    "农户一律领到榨费",
    "木榨重800公斤",
    "油坊其实早已停工",
]
texts = st.lists(st.tuples(st.sampled_from(CLAUSES), st.sampled_from("，。")).map("".join), min_size=1, max_size=7).map("".join)


@given(texts, texts, texts)
@QUICK
def test_every_observation_is_a_finite_number_whichever_sentence_comes_first(one: str, other: str, third: str) -> None:
    told = read({"a": one, "b": other, "c": third})
    observer = Observer(told, _always)
    for a in told["a"]:
        for b in told["b"]:
            found = observer.observe(a, b)
            assert found.keys() == set(OBSERVED)
            assert all(isfinite(value) for value in found.values())
            assert observer.observe(b, a) == found


@given(texts, texts)
@QUICK
def test_the_order_in_which_articles_are_given_does_not_matter(one: str, other: str) -> None:
    told = read({"a": one, "b": other})
    there, back = Observer(told, _always), Observer(dict(reversed(told.items())), _always)
    assert all(there.observe(a, b) == back.observe(a, b) for a in told["a"] for b in told["b"])
    pairs = {frozenset((a.claim.id, b.claim.id)) for a, b in there.candidates()}
    assert pairs == {frozenset((a.claim.id, b.claim.id)) for a, b in back.candidates()}


def test_an_observation_has_one_name() -> None:
    assert len(set(OBSERVED)) == len(OBSERVED)


def test_the_script_does_not_matter() -> None:
    plain, mixed = read({"a": FIRST, "b": SECOND, "c": THIRD}), read({"a": CONVERTER.convert(FIRST), "b": SECOND, "c": THIRD})
    assert mixed["a"][1].claim.quote != plain["a"][1].claim.quote
    here, there = Observer(plain, _always), Observer(mixed, _always)
    assert [(a.span, b.span) for a, b in here.candidates()] == [(a.span, b.span) for a, b in there.candidates()]
    for (a, b), (c, d) in zip(here.candidates(), there.candidates(), strict=True):
        one, other = here.observe(a, b), there.observe(c, d)
        assert {n: v for n, v in one.items() if n not in OF_NAMES} == {n: v for n, v in other.items() if n not in OF_NAMES}


@given(texts, texts, texts)
@QUICK
def test_candidates_are_of_two_articles_of_one_affair(one: str, other: str, third: str) -> None:
    told = read({"a": one, "b": other, "x": third})
    for a, b in Observer(told, lambda p, q: (p == "x") == (q == "x")).candidates():
        assert {a.article, b.article} == {"a", "b"}


def test_two_affairs_give_no_candidates_and_one_does() -> None:
    told = read({"a": FIRST, "b": SECOND})
    assert not list(Observer(told, lambda p, q: p == q).candidates())
    pairs = list(Observer(told, _always).candidates())
    assert pairs
    assert len({(a.claim.id, b.claim.id) for a, b in pairs}) == len(pairs)
    assert pairs == sorted(pairs, key=lambda p: (p[0].span, p[1].span))


def test_two_sentences_that_several_others_are_nearer_to_are_no_candidates() -> None:
    # each of the last two shares more with the first ones of the other article than they share with each other
    words = {"a": [{"木榨", "撞杆", "铁箍"}] * 4 + [{"木榨", "撞杆"}], "b": [{"木榨", "撞杆", "铁箍"}] * 4 + [{"木榨", "铁箍"}]}
    clauses = ["油坊停榨。", "渡船靠岸。", "茶馆开门。", "农户回家。", "镇里开会。", "坊主说话。"]
    told = read(dict.fromkeys("ab", "".join(clauses)))
    held = {id: [replace(s, words=frozenset(w)) for s, w in zip(told[id], [*words[id], set()], strict=True)] for id in "ab"}
    pairs = [(a.span.start, b.span.start) for a, b in Observer(held, _always).candidates()]
    last = held["a"][NEAREST + 2].span.start
    assert (last, last) not in pairs
    assert (0, last) in pairs
    assert (last, 0) in pairs
    assert not {held["a"][5].span.start} & {start for pair in pairs for start in pair}


def test_a_sentence_is_found_where_it_starts() -> None:
    told = read({"a": FIRST, "b": SECOND})
    observer = Observer(told, _always)
    assert all(observer.statement("a", s.span.start) is s for s in told["a"])
    assert observer.statement("a", 1) is None
    assert observer.statement("z", 0) is None


def test_words_of_one_article_fit_what_they_share() -> None:
    told = read({"a": FIRST, "b": SECOND})
    observer = Observer(told, _always)
    assert observer.fit("a", frozenset({"木榨", "撞杆"}), frozenset({"撞杆", "农户"})) > 0
    assert observer.fit("a", frozenset({"木榨"}), frozenset({"农户"})) == 0


def test_what_is_denied_and_what_is_told() -> None:
    found = observed("坊主没有拆除木榨。", "坊主拆除了木榨。")
    same = observed("坊主拆除木榨。", "坊主拆除了木榨。")
    both = observed("坊主没有拆除木榨。", "坊主并未拆除木榨。")
    assert [x["negations"] for x in (found, same, both)] == [1, 0, 1]
    assert [x["negations_least"] for x in (found, same, both)] == [0, 0, 1]
    assert [x["clause_opposed"] for x in (found, same, both)] == [1, 0, 0]
    assert found["denied_words"] > same["denied_words"] == 0
    assert found["denied_told"] > 0 > both["denied_told"]
    assert found["denied_characters"] > both["denied_characters"] == same["denied_characters"] == 0


@pytest.mark.parametrize(
    ("one", "other", "name", "value"),
    [
        ("欠薪2万元。", "欠薪3万元。", "figures_differ", 1),
        ("欠薪2万元。", "欠薪2万元。", "figures_same", 1),
        ("欠薪2万元。", "欠薪两万元。", "figures_differ", 0),
        ("油坊3月2日停榨。", "油坊3月3日停榨。", "times_differ", 1),
        ("油坊3月2日停榨。", "油坊3月2日停榨。", "times_same", 1),
        ("油坊停榨。", "油坊3月2日停榨。", "times_differ", 0),
        ("镇里会补贴油坊？", "镇里补贴油坊。", "asks", 1),
        ("镇里会补贴油坊。", "镇里补贴油坊。", "asks", 0),
        ("坊主承认拖欠。", "坊主拖欠榨工。", "admits_one", 1),
        ("坊主承认拖欠。", "坊主拖欠榨工。", "admits_both", 0),
        ("坊主承认拖欠。", "坊主坦言拖欠。", "admits_both", 1),
        ("榨工先停榨。", "榨工随后停榨。", "order_both", 1),
        ("榨工停榨。", "榨工随后停榨。", "order_both", 0),
        ("榨工先停榨。", "榨工随后停榨。", "order_differs", 2),
        ("榨工随后停榨。", "榨工随后停榨。", "order_differs", 0),
        ("农户一律退钱。", "农户退钱。", "sweeping", 1),
        ("农户退钱。", "农户退钱。", "sweeping", 0),
    ],
)
def test_each_difference_is_observed(one: str, other: str, name: str, value: float) -> None:
    assert observed(one, other)[name] == value
    assert observed(other, one)[name] == value


def test_days_between_two_articles() -> None:
    assert observed("油坊停榨。", "油坊停榨。", a="2033-03-05T23:30", b="2033-03-08T00:10")["days_apart"] == 3
    assert observed("油坊停榨。", "油坊停榨。", a="2033-03-05T23:30", b="2033-03-05T01:00")["days_apart"] == 0


def test_what_a_third_article_shares_is_elsewhere() -> None:
    two, three = read({"a": FIRST, "b": SECOND}), read({"a": FIRST, "b": SECOND, "c": THIRD})
    pair = {len(told): Observer(told, _always).observe(told["a"][0], told["b"][0]) for told in (two, three)}
    assert pair[2]["elsewhere"] == 0 < pair[3]["elsewhere"]
    assert pair[3]["beyond_elsewhere"] == pair[3]["likeness"] - pair[3]["elsewhere"]
    for found in pair.values():
        assert found["elsewhere_least"] <= found["elsewhere"]
        assert found["other_margin"] <= found["margin"] <= found["likeness"]


def test_names_are_held_against_each_other_by_their_key() -> None:
    told = read({"a": "榨工郎照庭回乡。茶馆开门。", "b": "榨工祝汝舟回乡。渡船靠岸。"})
    one, other = told["a"][0], told["b"][0]
    assert one.people
    assert other.people
    assert Observer(told, _always).observe(one, other)["people_differ"] == 1
    assert Observer(told, _always, lambda name: "榨工").observe(one, other)["people_differ"] == 0


def test_the_linker_of_a_run_serves_the_observer() -> None:
    articles = [mark_article(Article.from_text(t, id=i, published="2033-03-05")) for i, t in (("a", FIRST), ("b", SECOND))]
    extractions = extract_articles(articles, ATTRIBUTES, Settings())[1]
    linker = link_articles(articles, extractions)
    observer = Observer({key: e.statements for key, e in extractions.items()}, linker.one_affair, linker.key)
    assert bool(list(islice(observer.candidates(), 1))) is linker.one_affair("a", "b")


def test_a_compound_that_is_not_listed_means_what_it_ends_in() -> None:
    assert observations.loose_meanings("柴电潜舰") == observations.loose_meanings("潜艇") != set()
    assert observations.loose_meanings("潜艇") == meanings("潜艇")
    assert meanings("柴电潜舰") == set()
