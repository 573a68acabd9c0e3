"""What is observed of a sentence that tells what is admitted and of one that may deny it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from one_affair import OneAffair, read_affair

from factcheck.claims.statements import Statement
from factcheck.comparison import observations
from factcheck.comparison.avowal_observations import AVOWAL_OBSERVED
from factcheck.report.messages import load_messages

DENIES = "青砚湖水务局发言人贺知远昨日否认，强调「阀门从来没有开过」。"
ADMITS = "青砚湖水务局自己都承认了，阀门那天开过一回。"


@pytest.fixture(autouse=True)
def _any_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(observations, "SHORTEST", 1)


def candidates(affair: OneAffair) -> list[tuple[str, str]]:
    return [(a.text, b.text) for a, b in affair.observers.avowals.candidates()]


def only(affair: OneAffair, article: str, number: int = 0) -> Statement:
    return affair.told[article][number]


def observe(admission: str, other: str) -> Mapping[str, float]:
    affair = read_affair({"a": admission, "b": other})
    return affair.observers.avowals.observe(only(affair, "a"), only(affair, "b"))


def test_an_admission_is_held_against_what_another_article_denies() -> None:
    affair = read_affair({"a": ADMITS, "b": DENIES + "湖边的游客很多。"})
    assert [(a[:6], b[:6]) for a, b in candidates(affair)] == [("青砚湖水务局", "青砚湖水务局")]


def test_where_neither_negates_there_is_nothing_to_deny() -> None:
    assert not candidates(read_affair({"a": ADMITS, "b": "湖边的游客很多。"}))


def test_an_admission_that_negates_is_held_against_all() -> None:
    assert len(candidates(read_affair({"a": "水务局承认，警报没有响过。", "b": "警报响了三遍。湖边的游客很多。"}))) == 2


def test_a_denial_is_no_admission() -> None:
    affair = read_affair({"a": ADMITS, "b": DENIES})
    (one,), (other,) = affair.told["a"], affair.told["b"]
    assert affair.observers.avowals.is_candidate(one, other)
    assert not affair.observers.avowals.is_candidate(other, one)


@pytest.mark.parametrize(("headline", "held"), [("水务局否认开过阀门", True), ("水务局承认开阀　镇民：从未有人道歉", False)])
def test_a_headline_is_held_against_an_admission_where_it_says_that_somebody_denies(headline: str, held: bool) -> None:
    affair = read_affair({"a": ADMITS, "b": f"# {headline}\n\n湖边的游客很多。"})
    title = affair.told["b"][0]
    assert title.claim.headline
    assert affair.observers.avowals.is_candidate(only(affair, "a"), title) is held


@pytest.mark.parametrize(
    ("denial", "expected"),
    [
        (DENIES, 2),
        ("雁回岭林业站昨日否认，强调「阀门从来没有开过」。", -1),
        ("阀门从来没有开过。", 0),
    ],
)
def test_who_denies_is_held_against_who_admits(denial: str, expected: int) -> None:
    assert observe(ADMITS, denial)["one_speaker"] == expected


def test_the_words_for_who_admits_are_looked_for_in_the_other_sentence_and_before_it() -> None:
    affair = read_affair({"a": ADMITS, "b": "青砚湖水务局开了发布会。阀门从来没有开过。"})
    first, second = affair.told["b"]
    one, other = (affair.observers.avowals.observe(only(affair, "a"), told) for told in (first, second))
    assert (one["speaker_told"], one["speaker_told_before"]) == (6, 0)
    assert (other["speaker_told"], other["speaker_told_before"]) == (0, 6)
    assert one["speaker_ending"] > other["speaker_ending"]


def test_giving_in_is_more_than_bearing_out() -> None:
    gives, bears = observe(ADMITS, DENIES), observe("青砚湖水务局证实，阀门那天开过一回。", DENIES)
    assert (gives["gives_in"], bears["gives_in"]) == (1, 0)
    assert (gives["borne_out"], bears["borne_out"]) == (1, 0)
    assert gives["avowed"] == bears["avowed"] == 1


def test_the_denial_that_is_more_like_the_admission_ranks_first() -> None:
    affair = read_affair({"a": ADMITS, "b": "水泵没有停过电。阀门从来没有开过。"})
    other, like = affair.told["b"]
    worse, better = (affair.observers.avowals.observe(only(affair, "a"), told) for told in (other, like))
    assert worse["rivals"] == better["rivals"] == 1
    assert (worse["characters_rank"], better["characters_rank"]) == (1, 0)
    assert worse["characters_beyond"] < 0 < better["characters_beyond"]


def test_the_observations_are_those_of_the_model_and_each_has_a_name_in_both_languages() -> None:
    assert set(observe(ADMITS, DENIES)) == set(AVOWAL_OBSERVED)
    for lang in ("zh", "en"):
        messages = load_messages(lang)
        assert all(messages.find(f"gate.likely.{name}", "") for name in AVOWAL_OBSERVED)
