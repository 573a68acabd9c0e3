"""What a finding is across runs: the fingerprint, and the state against what was kept."""

from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kept_by_hand import article, claim, identify, seen

from factcheck.errors import ConfigError
from factcheck.language.script import fold_key
from factcheck.model import Name, Polarity, Span, State
from factcheck.review.baseline import parse_baseline
from factcheck.review.identity import compare_identities
from factcheck.rules.fingerprint import VERSION, fingerprint_conflict

A, B = claim("甲报", 3), claim("乙报", 5)


def test_a_fingerprint_says_its_version() -> None:
    version, _, digest = identify(A, B).fingerprint.partition(":")
    assert (version, len(digest)) == (VERSION, 64)


@pytest.mark.parametrize(
    "same",
    [
        (B, A),
        (A, A, B),
        (dataclasses.replace(A, id="x", article="elsewhere/z.md", span=Span(70, 99), sentence=Span(60, 120), quote="死者三人"), B),
        (dataclasses.replace(A, outlet="甲報"), B),
        (dataclasses.replace(A, subject="東灣化工廠"), B),
        (dataclasses.replace(A, subject_text="该厂", attribute_text="遇难者", speaker="消防局", headline=True, published=None), B),
        (dataclasses.replace(A, value=dataclasses.replace(A.value, digits="三", step=A.value.step + 1)), B),
    ],
)
def test_what_does_not_change_a_fingerprint(same: tuple[object, ...]) -> None:
    assert identify(*same).fingerprint == identify(A, B).fingerprint  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "other",
    [
        (A,),
        (A, claim("乙报", 6)),
        (A, claim("丙报", 5)),
        (A, B, claim("丙报", 5)),
        (claim("甲报", 5), claim("乙报", 3)),
        (claim("甲报", 3, subject="西湾化工厂"), claim("乙报", 5, subject="西湾化工厂")),
        (claim("甲报", 3, attribute="casualties.injured"), claim("乙报", 5, attribute="casualties.injured")),
        (claim("甲报", 3, event="演习"), claim("乙报", 5, event="演习")),
    ],
)
def test_what_changes_a_fingerprint(other: tuple[object, ...]) -> None:
    assert identify(*other).fingerprint != identify(A, B).fingerprint  # type: ignore[arg-type]


def test_the_rule_is_part_of_it() -> None:
    assert identify(A, B, rule="FC101").fingerprint != identify(A, B).fingerprint


def test_an_article_without_an_outlet_is_known_by_what_it_declares_never_by_its_path() -> None:
    nameless = dataclasses.replace(A, outlet="")
    by_path = identify(nameless, B, articles=[article("甲报", source=None)])
    renamed = identify(
        dataclasses.replace(nameless, article="b.md"),
        B,
        articles=[dataclasses.replace(article("甲报", source=None), id="b.md", path="b.md")],
    )
    assert by_path == renamed
    by_url = identify(nameless, B, articles=[article("甲报", source=None, url="https://news.example/1")])
    by_id = identify(dataclasses.replace(nameless, article="n-1"), B, articles=[article("甲报", source=None, id="n-1")])
    assert len({by_path.fingerprint, by_url.fingerprint, by_id.fingerprint}) == 3
    assert ("https://news.example/1", "3..3 person") in by_url.pairs


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.sampled_from(["甲报", "乙報", "丙"]), st.integers(1, 4)), min_size=2, max_size=6), st.randoms())
def test_the_order_of_claims_does_not_matter(told: list[tuple[str, int]], random: object) -> None:
    members = [claim(outlet, number, subject=f"厂{number}") for outlet, number in told]
    mixed = members[:]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert identify(*members) == identify(*mixed)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.text(max_size=12))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold_key(fold_key(text)) == fold_key(text)


C, D = claim("丙报", 5), claim("丁报", 7)


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ([[A], [B]], State.KNOWN),
        ([[A], [B, C]], State.EXPANDED),
        ([[claim("丙报", 3)], [B]], State.EXPANDED),
        ([[A], [B], [D]], State.CHANGED),
        ([[A], [D]], State.CHANGED),
        ([[claim("丙报", 3)], [claim("丁报", 5)]], State.NEW),
        ([[claim("甲报", 8)], [claim("乙报", 9)]], State.NEW),
        ([[A, claim("丙报", 4)], [B]], State.EXPANDED),
    ],
)
def test_states_against_a_known_conflict(now: list[list[object]], state: State) -> None:
    assert compare_identities(seen(*now), identify(A, B)) is state  # type: ignore[arg-type]


def test_who_falls_silent_leaves_it_known() -> None:
    assert compare_identities(seen([A], [B]), identify(A, B, D)) is State.KNOWN


@pytest.mark.parametrize(
    "kept",
    [
        identify(A, B, rule="FC101"),
        identify(claim("甲报", 3, subject="西湾化工厂"), claim("乙报", 5, subject="西湾化工厂")),
        identify(claim("甲报", 3, attribute="casualties.injured"), claim("乙报", 5, attribute="casualties.injured")),
    ],
)
def test_another_fact_is_new_though_the_values_are_the_same(kept: object) -> None:
    assert compare_identities(seen([A], [B]), kept) is State.NEW  # type: ignore[arg-type]


def test_one_denial_does_not_stand_in_for_another() -> None:
    def denied(subject: str) -> list[list[object]]:
        return [[claim("甲报", 1, subject=subject, value=Polarity(True))], [claim("乙报", 2, subject=subject, value=Polarity(False))]]

    first = seen(*denied("东屿公司"))  # type: ignore[arg-type]
    assert compare_identities(seen(*denied("西屿公司")), first.identity) is State.NEW  # type: ignore[arg-type]
    assert compare_identities(seen(*denied("东屿公司")), first.identity) is State.KNOWN  # type: ignore[arg-type]


def test_a_subject_that_is_named_differently_by_whoever_joins() -> None:
    joined = seen([A], [B, claim("丙报", 5, subject="东湾厂")])
    assert joined.identity.subjects == ("东湾化工厂", "东湾厂")
    assert compare_identities(joined, identify(A, B)) is State.EXPANDED


def test_a_name_is_one_in_both_scripts() -> None:
    one = identify(claim("甲报", 1, value=Name("衛德明", "衛德明")), B)
    assert one == identify(claim("甲报", 1, value=Name("卫德明", "卫德明")), B)


def test_version_1_is_read_with_the_hashes_of_version_2() -> None:
    old = claim("乙報", 5)
    print_1 = fingerprint_conflict("FC631", "東灣化工廠", "casualties.dead", "", [A, old])
    assert print_1.startswith("v1:")
    record = {
        "fingerprint": print_1,
        "rule": "FC631",
        "subject": "東灣化工廠",
        "attribute": "casualties.dead",
        "event": "",
        "values": {"3..3 person": ["甲报"], "5..5 person": ["乙報"]},
    }
    entries = parse_baseline(json.dumps(record).encode(), "b.jsonl")
    assert list(entries) == [identify(A, B).fingerprint]


def test_a_version_of_the_future_is_refused() -> None:
    record = {"fingerprint": "v9:" + "0" * 64, "rule": "FC1", "values": {"1": ["a"]}}
    with pytest.raises(ConfigError, match="newer factcheck"):
        parse_baseline(json.dumps(record).encode(), "b.jsonl")
