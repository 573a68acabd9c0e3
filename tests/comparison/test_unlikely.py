"""Contradictions that nothing else in their sentences bears out are doubted, and told as incomparable with what speaks against them."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

import pytest
from one_affair import read_affair

from factcheck import Article, check
from factcheck.comparison import observations, unlikely
from factcheck.comparison.deed_observations import DEED_OBSERVED, DENIAL_OBSERVED, are_opposed
from factcheck.comparison.likelihood import KINDS, Likelihood
from factcheck.comparison.unlikely import DOUBTS, FEW, settle_unlikely
from factcheck.model import CONFLICT, Claim, Kind, Name, Period, Polarity, Quantity, Reason, Relation
from factcheck.report.messages import load_messages

YES, NO = "船匠修好了渡口的栈桥。渡口的栈桥长48米。茶摊照常营业。", "船匠没有修好渡口的栈桥。渡口的栈桥长84米。渔网晾在岸上。"


class Folder:
    """Articles of one affair as they are when contradictions are doubted."""

    def __init__(self, *texts: str) -> None:
        affair = read_affair({f"a{number}": text for number, text in enumerate(texts)})
        self.told, self.linker, self.observers = affair.told, affair.linker, affair.observers
        self.claims = {c.id: c for c in affair.claims}

    def of(self, article: int, value: type, quote: str = "") -> Claim:
        """The claim of an article with a value of a type, and some words."""
        return next(c for c in self.claims.values() if c.article == f"a{article}" and isinstance(c.value, value) and quote in c.quote)

    def settle(self, relations: Sequence[Relation]) -> list[Relation]:
        return settle_unlikely(relations, self.claims, self.observers, self.linker)


def against(a: Claim, b: Claim, kind: Kind = Kind.CONTRADICTS, reason: Reason = Reason.OPPOSITE) -> Relation:
    return Relation(a.id, b.id, kind, reason, (("stance", "pass"),))


@pytest.fixture(autouse=True)
def any_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(observations, "SHORTEST", 1)


def say(monkeypatch: pytest.MonkeyPatch, chance: float) -> None:
    """Lets every model have a probability."""
    made = {kind: Likelihood(log(chance / (1 - chance)), dict.fromkeys(names, 0.0), ()) for kind, names in KINDS.items()}
    monkeypatch.setattr(unlikely, "load_likelihoods", lambda: made)


PAIRS = [(Polarity, "deed", "修好"), (Quantity, "figure", "长")]


@pytest.mark.parametrize(("value", "kind", "quote"), PAIRS)
@pytest.mark.parametrize("conflict", sorted(CONFLICT))
def test_what_is_unlikely_is_told_as_incomparable(
    monkeypatch: pytest.MonkeyPatch, value: type, kind: str, quote: str, conflict: Kind
) -> None:
    folder = Folder(YES, NO)
    given = against(folder.of(0, value, quote), folder.of(1, value, quote), conflict)
    say(monkeypatch, DOUBTS[kind].most * 0.9)
    (settled,) = folder.settle([given])
    assert (settled.kind, settled.reason) == (Kind.INCOMPARABLE, DOUBTS[kind].reason)
    assert settled.gates == (*given.gates, ("likely", f"{DOUBTS[kind].most * 0.9:.2f}"))
    say(monkeypatch, DOUBTS[kind].most * 1.1)
    assert folder.settle([given]) == [given]


def test_what_somebody_admits_is_doubted_as_an_admission(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Folder("船匠自己承认，渡口的栈桥修好了。茶摊照常营业。", NO)
    given = against(folder.of(0, Polarity, "修好"), folder.of(1, Polarity, "修好"))
    say(monkeypatch, DOUBTS["deed"].most * 0.9)
    assert folder.settle([given]) == [given]
    say(monkeypatch, DOUBTS["avowal"].most * 0.9)
    assert {r.kind for r in folder.settle([given])} == {Kind.INCOMPARABLE}


def test_other_relations_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, 0.001)
    folder = Folder(YES, NO)
    for kind in set(Kind) - CONFLICT:
        given = against(folder.of(0, Polarity, "修好"), folder.of(1, Polarity, "修好"), kind)
        assert folder.settle([given]) == [given]


def test_one_likely_pair_keeps_what_is_told_of_the_same_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Folder(YES, NO, NO)
    yes, first, second = (folder.of(number, Polarity, "修好") for number in range(3))
    chances = {frozenset((yes.id, first.id)): 0.9, frozenset((yes.id, second.id)): 0.001}

    def rate(a: Claim, b: Claim, *observers: object) -> unlikely._Rated:
        return unlikely._Rated(DOUBTS["deed"], chances[frozenset((a.id, b.id))], ())

    monkeypatch.setattr(unlikely, "_rate", rate)
    given = [against(yes, first), against(yes, second)]
    assert folder.settle(given) == given
    chances[frozenset((yes.id, first.id))] = 0.002
    assert {r.kind for r in folder.settle(given)} == {Kind.INCOMPARABLE}


def test_what_many_newsrooms_tell_is_not_doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, 0.001)
    for tellers in (FEW - 1, FEW):
        folder = Folder(YES, *[NO] * tellers)
        yes = folder.of(0, Polarity, "修好")
        given = [against(yes, folder.of(number, Polarity, "修好")) for number in range(1, tellers + 1)]
        assert (folder.settle(given) == given) is (tellers + 1 > FEW)


def test_what_an_article_says_against_itself_is_judged_by_what_others_say(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, 0.001)
    folder = Folder(YES + NO, NO)
    yes, own = (
        next(c for c in folder.claims.values() if c.article == "a0" and c.value == Polarity(holds, "修好")) for holds in (True, False)
    )
    within, across = against(yes, own), against(yes, folder.of(1, Polarity, "修好"))
    assert folder.settle([within]) == [within]
    assert {r.kind for r in folder.settle([within, across])} == {Kind.INCOMPARABLE}


def test_articles_of_a_few_sentences_are_not_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, 0.001)
    folder = Folder(YES, NO)
    given = [against(folder.of(0, Polarity, "修好"), folder.of(1, Polarity, "修好"))]
    assert folder.settle(given) != given
    monkeypatch.setattr(observations, "SHORTEST", 99)
    assert folder.settle(given) == given


def test_sides_of_one_place_are_not_doubted() -> None:
    def place(key: str) -> Claim:
        claim = Folder("台风6月3日在云屏岛登陆。").of(0, Name)
        return unlikely.replace(claim, value=Name(key, key, "LOC"))

    assert unlikely._doubt_of(place("云屏岛以东海域"), place("云屏岛以西海域")) is None
    assert unlikely._doubt_of(place("云屏岛"), place("竹浦")) == DOUBTS["place"]


def test_values_of_two_sorts_are_not_doubted() -> None:
    folder = Folder(YES, "栈桥6月3日修好。")
    assert unlikely._doubt_of(folder.of(0, Polarity), folder.of(0, Quantity)) is None
    assert unlikely._doubt_of(folder.of(1, Period), folder.of(1, Period)) == DOUBTS["date"]


# ------------------------------------------------------------------ what is observed of a yes and a no


def test_observations_are_the_models_and_symmetric() -> None:
    folder = Folder(YES, NO)
    one, other = folder.of(0, Polarity, "修好"), folder.of(1, Polarity, "修好")
    observed = folder.observers.deeds.observe(one, other)
    assert observed is not None
    assert observed.keys() == set(DEED_OBSERVED)
    assert observed == folder.observers.deeds.observe(other, one)
    assert all(isinstance(value, (int, float)) for value in observed.values())


def test_a_yes_and_a_no_are_observed_and_nothing_else() -> None:
    folder = Folder(YES, NO, YES)
    yes, no, again, figure = (
        folder.of(0, Polarity, "修好"),
        folder.of(1, Polarity, "修好"),
        folder.of(2, Polarity, "修好"),
        folder.of(1, Quantity),
    )
    assert are_opposed(yes, no)
    for other in (again, figure):
        assert not are_opposed(yes, other)
        assert folder.observers.deeds.observe(yes, other) is None
    for pairs in (folder.observers.deeds.candidates(), folder.observers.deeds.pairs()):
        found = list(pairs)
        assert found
        assert all(are_opposed(a, b) and a.article != b.article for a, b in found)


def test_two_sentences_are_observed_by_the_yes_and_the_no_that_fit_best() -> None:
    folder = Folder("船匠修好了渡口的栈桥，渔网晾在岸上。", "渔网没有收回舱里，船匠没有修好渡口的栈桥。")
    one, other = (t[0] for t in folder.told.values())
    observed = folder.observers.deeds.observe_sentences(one, other)
    assert observed == folder.observers.deeds.observe_sentences(other, one)
    assert observed.keys() == set(DENIAL_OBSERVED)
    assert observed["opposed"] > 1
    assert observed["same_predicate"] == 1
    best = folder.observers.deeds.observe(folder.of(0, Polarity, "修好"), folder.of(1, Polarity, "修好"))
    assert best is not None
    assert observed.items() >= best.items()


def test_sentences_without_a_yes_and_a_no_are_observed_all_the_same() -> None:
    folder = Folder("船匠修好了渡口的栈桥。", "船匠修好了渡口的栈桥。")
    one, other = (t[0] for t in folder.told.values())
    observed = folder.observers.deeds.observe_sentences(one, other)
    assert observed.items() >= folder.observers.sentences.observe(one, other).items()
    assert observed["opposed"] == observed["same_predicate"] == observed["fit"] == 0


def test_what_the_two_words_share_is_seen() -> None:
    folder = Folder(YES, NO, "渔民没有晾干渔网。")
    yes = folder.of(0, Polarity, "修好")
    same, other = (folder.observers.deeds.observe(yes, folder.of(number, Polarity)) for number in (1, 2))
    assert same is not None
    assert other is not None
    assert same["same_predicate"] == 1 > other["same_predicate"]
    assert same["fit"] > other["fit"]
    assert same["alike"] > other["alike"]
    assert same["days_later"] == 0


def test_every_observation_has_a_name_in_both_languages() -> None:
    for lang in ("zh", "en"):
        messages = load_messages(lang)
        assert all(messages.find(f"gate.likely.{name}", "") for name in DENIAL_OBSERVED)


# ------------------------------------------------------------------ with the shipped models

TWO_THINGS = [
    "苇塘镇粮站站长魏长庚和苇塘镇水利所都到了现场。苇塘镇6月11日夜里溃堤，三百亩稻田进水。粮站的仓库没有进水。"
    "镇上的小学停课一天。抢险队连夜打桩。村民用船运走家具。水位次日回落。",
    "苇塘镇粮站站长魏长庚和苇塘镇水利所通报了情况。苇塘镇6月11日夜里堤坝溃决，稻田受淹三百亩。卫生院的地下车库进水，电瓶车泡坏。"
    "镇政府设了安置点。保险公司派员查勘。河道正在清淤。堤坝建于三十年前。",
]


def test_two_things_of_one_night_are_no_contradiction() -> None:
    articles = [Article.from_text(t, id=f"t{n}", source=f"{n}报", published="2033-06-12") for n, t in enumerate(TWO_THINGS)]
    assert not check(articles).findings
