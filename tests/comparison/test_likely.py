"""Sentences set against each other because they very likely contradict each other, and claims that are not after all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

import pytest
from one_affair import read_affair

from factcheck import Article, check
from factcheck.alignment.linking import Linker
from factcheck.claims.naming import ACCOUNT
from factcheck.claims.statements import Statement
from factcheck.comparison import likely, observations
from factcheck.comparison.avowal_observations import AVOWAL_OBSERVED
from factcheck.comparison.figure_observations import FIGURE_OBSERVED, FigureObserver
from factcheck.comparison.likelihood import KINDS, Likelihood
from factcheck.comparison.likely import LEAST, MAX_ACCOUNT, find_likely, find_likely_figures
from factcheck.comparison.observations import OBSERVED, Observer
from factcheck.comparison.observers import Observers
from factcheck.comparison.surroundings import Surroundings
from factcheck.comparison.trees import Tree
from factcheck.model import Claim, Kind, Name, Period, Polarity, Quantity, Reason, Relation
from factcheck.report.messages import load_messages


@dataclass(frozen=True)
class Folder:
    """Articles of one affair as they are when likely contradictions are looked for."""

    texts: Mapping[str, str]
    told: Mapping[str, Sequence[Statement]]
    observer: Observer
    around: Surroundings
    claims: Sequence[Claim] = ()

    def find(self, claims: Sequence[Claim] = (), relations: Sequence[Relation] = ()) -> tuple[dict[str, Claim], list[Relation]]:
        observers = Observers.of(self.observer, self.claims, self.around)
        found, added = find_likely(observers, claims, relations, self.around)
        assert len({c.id for c in found}) == len(found)
        return {c.id: c for c in found}, added

    def pairs(self, claims: Sequence[Claim] = (), relations: Sequence[Relation] = ()) -> list[frozenset[tuple[str, int]]]:
        """The sentences that are set against each other, by article and number."""
        found, added = self.find(claims, relations)
        return [frozenset(map(self.number, (found[r.a], found[r.b]))) for r in added]

    def number(self, claim: Claim) -> tuple[str, int]:
        return claim.article, next(i for i, s in enumerate(self.told[claim.article]) if s.span == claim.sentence)


def read(**texts: str) -> Folder:
    affair = read_affair(texts)
    return Folder(texts, affair.told, affair.observers.sentences, affair.around, affair.claims)


def say(monkeypatch: pytest.MonkeyPatch, **models: float | tuple[Tree, ...]) -> None:
    """Lets the models of kinds have a probability, or trees from log odds of 0; those not named say that nothing is likely."""
    made = {
        kind: Likelihood(log(given / (1 - given)) if isinstance(given, float) else 0.0, dict.fromkeys(KINDS[kind], 0.0), ())
        for kind, given in {**dict.fromkeys(KINDS, 0.001), **models}.items()
    }
    made |= {kind: replace(made[kind], trees=trees) for kind, trees in models.items() if isinstance(trees, tuple)}
    monkeypatch.setattr(likely, "load_likelihoods", lambda: made)


def at(name: str, cut: float, low: float, high: float) -> Tree:
    return OBSERVED.index(name), cut, low, high


NAMED = "榆岭市木偶艺术周6月3日开幕，主办方榆岭剧院准备了二十一台戏。"
OTHERS = "票价三十元起。开幕当天有小雨。观众排队入场。后台堆满了箱子。闭幕式定在周末。"


def likely_pairs(one: str, other: str) -> list[tuple[Claim, Claim]]:
    """The claims of two articles, each of one sentence among others, that contradict each other by their odds alone."""
    report = check([Article.from_text(f"{NAMED}{text}{OTHERS}", id=text, source=text[:2], published="2031-06-04") for text in (one, other)])
    by_id = {c.id: c for c in report.claims}
    found = (r for r in report.relations if r.kind is Kind.CONTRADICTS and r.gates and r.gates[0][0] == "likely")
    return [(by_id[r.a], by_id[r.b]) for r in found]


@pytest.mark.parametrize(("chance", "found"), [(0.9, True), (0.3, False)])
@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("《白蛇》的主偶由学徒廖启铭修好。", "《白蛇》的主偶是邵文澜连夜补好的漆。", True),
        ("副团长廖启铭修好主偶。", "团长邵文澜补好了主偶的漆。", True),  # two posts are weighed, not barred
        ("《白蛇》的主偶由学徒廖启铭修好。", "主偶是邵文澜帮廖启铭连夜补好的漆。", False),  # whom the other names as well
    ],
)
def test_a_name_for_another_where_the_odds_say_so(
    one: str, other: str, may: bool, chance: float, found: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(monkeypatch, slot=chance)
    pairs = [{c.value.text for c in pair if isinstance(c.value, Name)} for pair in likely_pairs(one, other)]
    assert ({"廖启铭", "邵文澜"} in pairs) is (may and found)


@pytest.mark.parametrize(("chance", "found"), [(0.9, True), (0.3, False)])
@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("《白蛇》的主偶6月1日修缮一新。", "《白蛇》的主偶5月30日才补好漆。", True),
        ("《白蛇》的主偶6月1日修缮一新。", "《白蛇》的主偶要到6月1日才补好漆。", False),  # one day
        ("《白蛇》的主偶6月1日修缮一新。", "《白蛇》的主偶2029年5月30日才补好漆。", False),  # of another year
    ],
)
def test_a_day_for_another_where_the_odds_say_so(
    one: str, other: str, may: bool, chance: float, found: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(monkeypatch, day=chance)
    pairs = [{c.article for c in pair} for pair in likely_pairs(one, other) if isinstance(pair[0].value, Period)]
    assert ({one, other} in pairs) is (may and found)


@pytest.fixture
def any_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets articles of a few sentences be weighed, whether or not they negate: what length they must have is tested with the observations,
    what sign a sentence must bear at the end."""
    monkeypatch.setattr(observations, "SHORTEST", 1)
    monkeypatch.setattr(likely, "_has_sign", lambda kind, statement: True)


PIER = read(
    a="栈桥的木桩没有腐烂。木桩由船匠更换。船匠先拆栏杆。茶摊照常营业。",
    b="栈桥的木桩已经腐烂。木桩由船匠更换。船匠随后拆栏杆。渔网晾在岸上。",
    c="栈桥木桩腐烂。船匠更换木桩。船匠拆栏杆。",
)

# ------------------------------------------------------------------ what is set against what


@pytest.mark.usefixtures("any_length")
def test_nothing_is_set_against_anything_where_nothing_is_likely(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, denial=LEAST["denial"] - 0.01, order=LEAST["order"] - 0.01, figure=0.99)
    assert PIER.find() == ({}, [])


@pytest.mark.parametrize("kind", ["denial", "order"])
@pytest.mark.usefixtures("any_length")
def test_a_sentence_is_set_against_at_most_one_of_each_other_article(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    say(monkeypatch, **{kind: 0.9})
    assert len(list(PIER.observer.candidates())) > len(PIER.pairs()) > 3
    sides = Counter((one, other[0]) for pair in PIER.pairs() for one in pair for other in pair - {one})
    assert set(sides.values()) == {1}
    assert all(len({article for article, _ in pair}) == 2 for pair in PIER.pairs())


@pytest.mark.usefixtures("any_length")
def test_two_sentences_are_set_against_each_other_in_one_thing(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, denial=0.8, order=0.9)
    pairs = PIER.pairs()
    assert len(set(pairs)) == len(pairs)
    assert {r.reason for r in PIER.find()[1]} == {Reason.OTHER_ORDER}
    say(monkeypatch, denial=0.9, order=0.8)
    assert {r.reason for r in PIER.find()[1]} == {Reason.OPPOSITE}


@pytest.mark.usefixtures("any_length")
def test_the_likeliest_pair_comes_first_and_takes_its_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = read(a="栈桥的木桩没有腐烂。茶摊照常营业。", b="栈桥木桩腐烂。栈桥的木桩腐烂，潮水漫过木桩。渔网晾在岸上。")
    first, second = (folder.observer.observe(folder.told["a"][0], other) for other in folder.told["b"][:2])
    name = next(n for n in ("content", "bigrams") if first[n] != second[n])
    cut = (first[name] + second[name]) / 2
    for leaves, taken in (((3.0, 1.0), first[name] > second[name]), ((1.0, 3.0), first[name] < second[name])):
        say(monkeypatch, denial=(at(name, cut, *leaves),))
        assert folder.pairs() == [frozenset({("a", 0), ("b", int(taken))})]


@pytest.mark.usefixtures("any_length")
def test_two_sentences_that_contradict_already_are_not_set_against_each_other_again(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, denial=(at("clause_opposed", 0.5, -4.0, 2.0),))
    a, b = PIER.told["a"][0].cut(0, 0), PIER.told["b"][0].cut(0, 0)
    pair = frozenset({("a", 0), ("b", 0)})
    assert pair in PIER.pairs()
    for one, other in ((a, b), (b, a)):
        for kind in (Kind.CONTRADICTS, Kind.DISPUTES):
            assert pair not in PIER.pairs([a, b], [Relation(one.id, other.id, kind, Reason.OPPOSITE)])
        for kind in (Kind.AGREES, Kind.REFINES, Kind.UPDATES, Kind.INCOMPARABLE):
            assert pair in PIER.pairs([a, b], [Relation(one.id, other.id, kind, Reason.OTHER_EVENT)])


@pytest.mark.usefixtures("any_length")
def test_relations_tell_how_likely_they_are_and_why(monkeypatch: pytest.MonkeyPatch) -> None:
    trees = (at("clause_opposed", 0.5, -4.0, 1.0), at("negations", 0.5, 0.0, 0.5), at("rank", 50, -0.25, 0.0))
    say(monkeypatch, denial=trees)
    found, relations = PIER.find()
    assert relations
    for relation in relations:
        gates = dict(relation.gates)
        assert relation.gates[0] == ("likely", "0.78")  # odds of 1 + 0.5 - 0.25
        assert relation.kind is Kind.CONTRADICTS
        assert gates["likely.clause_opposed"] == "1.00 (+5.00)"
        assert gates["likely.negations"] == "1.00 (+0.50)"
        assert "likely.rank" not in gates
        assert {found[relation.a].attribute, found[relation.b].attribute} == {ACCOUNT}
    assert {c for r in relations for c in (r.a, r.b)} == set(found)


@pytest.mark.usefixtures("any_length")
def test_every_account_quotes_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, denial=0.9)
    found, _ = PIER.find()
    assert found
    for claim in found.values():
        assert claim.quote == claim.span.of(PIER.texts[claim.article])
        assert claim.sentence.contains(claim.span)
    negated = [c for c in found.values() if "没有" in c.quote]
    assert negated
    assert all(c.value == Polarity("没有" not in c.quote) for c in found.values())


@pytest.mark.usefixtures("any_length")
def test_articles_of_two_affairs_are_not_held_against_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, denial=0.9)
    linker = Linker({}, {}, (), affairs={"a": 0, "b": 1, "c": 1})
    around = Surroundings(linker)
    found, relations = find_likely(Observers.of(Observer(PIER.told, linker.one_affair), [], around), [], [], around)
    assert relations
    assert {c.article for c in found} == {"b", "c"}


# ------------------------------------------------------------------ how much of a sentence is shown

FILLER = "岸边的缆桩上系着七八条旧船，船篷补了又补，风一吹便哗哗作响"


def accounts(monkeypatch: pytest.MonkeyPatch, one: str, other: str) -> dict[str, str]:
    """What is quoted of two articles of one sentence each, by article."""
    say(monkeypatch, denial=(at("negations", 0.5, -4.0, 2.0),))
    found, relations = read(a=f"{one}。茶摊照常营业。", b=f"{other}。渔网晾在岸上。").find()
    assert len(relations) == 1
    return {c.article: c.quote for c in found.values()}


@pytest.mark.usefixtures("any_length")
def test_clauses_around_that_share_nothing_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = accounts(monkeypatch, "天色已晚，栈桥木桩没有腐烂，茶水凉了", "栈桥木桩腐烂")
    assert shown["a"] == "栈桥木桩没有腐烂"


@pytest.mark.usefixtures("any_length")
def test_of_clauses_that_share_no_word_the_one_that_shares_most_characters_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = accounts(monkeypatch, "林务站没有派出任何队伍", "茶客在山腰翻查名册，该站亦派了一个小队，专责清除枯枝")
    assert shown["b"] == "该站亦派了一个小队"


@pytest.mark.usefixtures("any_length")
def test_a_longer_stretch_loses_the_end_that_shares_least(monkeypatch: pytest.MonkeyPatch) -> None:
    long = "，".join([FILLER] * 5)
    for one, kept in (
        (f"栈桥木桩没有腐烂，{long}，木桩", "栈桥木桩没有腐烂"),
        (f"木桩，{long}，栈桥木桩没有腐烂", "栈桥木桩没有腐烂"),
    ):
        shown = accounts(monkeypatch, one, "栈桥木桩腐烂")
        assert len(shown["a"]) <= MAX_ACCOUNT < len(one)
        assert kept in shown["a"]


@pytest.mark.usefixtures("any_length")
def test_a_clause_that_is_longer_by_itself_is_shown_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    clause = "栈桥木桩没有腐烂" + "而且十分结实" * 30
    assert len(clause) > MAX_ACCOUNT
    shown = accounts(monkeypatch, f"木桩，{clause}", "栈桥木桩腐烂")
    assert shown["a"] == clause


# ------------------------------------------------------------------ with the shipped models


def findings(texts: Sequence[str]) -> list[tuple[str, set[str]]]:
    """What is reported of articles: the rule and the sentences of each finding."""
    articles = [
        Article.from_text(text, id=name, source=f"{name}报", published=f"2032-12-{20 + day}T09:00")
        for day, (name, text) in enumerate(zip("甲乙丙", texts, strict=False))
    ]
    report = check(articles)
    by_id, by_article = {c.id: c for c in report.claims}, {a.id: a.text for a in articles}
    return [(f.rule, {by_id[c].sentence.of(by_article[by_id[c].article]) for c in f.claim_ids()}) for f in report.findings]


CONTRADICTING = {
    "library": (
        [
            "松烟区图书馆馆长白绮云与松烟区恒安物业公司都到了现场。松烟区图书馆古籍库房8月6日漏水，近千册线装书受潮。"
            "馆长白绮云说，库房水管每月都请物业检修。图书馆已把受潮书籍送去冷冻。修复师需要两年时间。读者服务照常。",
            "松烟区图书馆馆长白绮云与松烟区恒安物业公司都到了现场。松烟区图书馆8月6日库房漏水，一批线装书受潮。"
            "物业公司负责人反驳说，图书馆从来没有让他们检修过库房水管。有馆员连夜搬书。文化局要求提交报告。"
            "冷冻脱水费用不菲。",
            "松烟区图书馆馆长白绮云与松烟区恒安物业公司仍在交涉。受潮的线装书多为地方志。志愿者送来了吸水纸。文化局派人清点。",
        ],
        {"馆长白绮云说，库房水管每月都请物业检修。", "物业公司负责人反驳说，图书馆从来没有让他们检修过库房水管。"},
    ),
    "kiln": (
        [
            "青陶镇龙窑窑主辛伯衡与青陶镇镇政府都作了说明。青陶镇龙窑9月15日开窑时坍塌，两名窑工受伤。"
            "窑主辛伯衡坚称，他事先提醒过窑工窑顶有裂缝。伤者被送往县医院。龙窑始建于清代。镇上停止了所有烧窑活动。",
            "青陶镇龙窑窑主辛伯衡与青陶镇镇政府都作了说明。青陶镇一座龙窑9月15日坍塌，窑工两人受伤。"
            "受伤窑工说，压根没人跟他们提起过窑顶裂缝的事。窑场没有投保。应急部门封锁了现场。当地有窑三十多座。",
        ],
        {"窑主辛伯衡坚称，他事先提醒过窑工窑顶有裂缝。", "受伤窑工说，压根没人跟他们提起过窑顶裂缝的事。"},
    ),
    "ferry": (
        [
            "芦湾渡口由芦湾轮渡公司经营。芦湾渡口一艘轮渡3月8日撞上浮码头，十一人擦伤。"
            "船长屠景明承认，出事前他离开过驾驶台去接电话。轮渡载有九十名乘客。海事处扣留了航行记录仪。码头护栏变形。",
            "芦湾渡口由芦湾轮渡公司经营。芦湾渡口轮渡3月8日撞上浮码头，十一人受轻伤。"
            "轮渡公司在通告中称，船长屠景明自始至终守在驾驶台，一步也未离开。码头预计月底修复。乘客可以申请退票。"
            "公司已启动内部检查。",
        ],
        {"船长屠景明承认，出事前他离开过驾驶台去接电话。", "轮渡公司在通告中称，船长屠景明自始至终守在驾驶台，一步也未离开。"},
    ),
    "lighthouse": (
        [
            "鹭礁岛航标处处长卓远帆谈到鹭礁岛灯塔。鹭礁岛百年灯塔7月2日凌晨起火，塔顶木梯被烧毁。"
            "消防艇用了四十分钟将火扑灭。守塔人卓远帆回忆，他拉响警铃之后才下楼救出两名游客。灯塔将封闭整修。"
            "起火原因正在调查。",
            "鹭礁岛航标处处长卓远帆谈到鹭礁岛灯塔。鹭礁岛灯塔7月2日凌晨失火，火势一度映红海面。"
            "获救游客说，守塔人先把他们背到楼下，回头才去拉响警铃。消防艇随后赶到。灯塔由航标处管理。文物部门已介入评估。",
        ],
        {"守塔人卓远帆回忆，他拉响警铃之后才下楼救出两名游客。", "获救游客说，守塔人先把他们背到楼下，回头才去拉响警铃。"},
    ),
}

LOOK_ALIKES = {
    "garden": [
        "梧溪植物园主任韦慕青与梧溪县文旅局都到了现场。梧溪植物园10月3日迎来兰花展，展出兰花三百盆。"
        "园方介绍，温室玻璃在展前全部更换。花农从云岭运来新品种。展览持续两周。周边停车场免费。",
        "梧溪植物园主任韦慕青与梧溪县文旅局都到了现场。梧溪植物园兰花展10月3日开幕，游客络绎不绝。"
        "一名花农说，路上没有一盆花受冻。展厅之外还设了茶席。孩子们可以领取种子。闭幕日尚未确定是否延后。",
    ],
    "night bus": [
        "榕岸市公交集团经理孟知远与榕岸市交通局都到了现场。榕岸市11月5日开通夜间公交，首班车晚上十点发出。"
        "公交集团介绍，司机上岗前接受了两周培训。夜班线路共六条。票价两元。乘客可以扫码付费。",
        "榕岸市公交集团经理孟知远与榕岸市交通局都到了现场。榕岸市夜间公交11月5日上路，市民深夜出行多了选择。"
        "一名护士说，以前下夜班打不到车，只能走路回家。车厢里不允许饮食。公交集团尚未公布客流。司机随后还要轮换线路。",
    ],
    "canoeists": [
        "雁洲县皮划艇队教练穆清和与雁洲县体育局都到了现场。雁洲县皮划艇队8月9日夺冠，教练穆清和激动落泪。"
        "队员们赛后先去海边合影，再回酒店休息。皮划艇由本地工厂赞助。县里将举行欢迎会。下一站比赛在十月。",
        "雁洲县皮划艇队教练穆清和与雁洲县体育局都到了现场。雁洲县皮划艇队8月9日夺得冠军，全队欢呼。"
        "教练穆清和说，队员没有因为大风乱了节奏。赛道全长两千米。欢迎会之前还要体检。赞助工厂未透露金额。",
    ],
}


COUNTS = read(
    a="栈桥换下木桩36根。茶摊照常营业。",
    b="栈桥换下木桩63根。渔网晾在岸上。",
    c="栈桥换下木桩39根。",
)


def figures_found(relations: Sequence[Relation] = ()) -> list[Relation]:
    claims = [c for c in COUNTS.claims if isinstance(c.value, Quantity)]
    return find_likely_figures(FigureObserver(COUNTS.observer, claims), claims, relations, COUNTS.around)


@pytest.mark.usefixtures("any_length")
def test_a_figure_is_set_against_one_of_each_other_article(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, figure=0.9)
    found = figures_found()
    article = {c.id: c.article for c in COUNTS.claims}
    sides = Counter((one, article[other]) for r in found for one, other in ((r.a, r.b), (r.b, r.a)))
    assert found
    assert set(sides.values()) == {1}
    assert all(dict(r.gates)["likely"] == "0.90" for r in found)
    say(monkeypatch, figure=0.6)
    assert figures_found() == []


@pytest.mark.usefixtures("any_length")
@pytest.mark.parametrize(
    ("kind", "reason", "again"),
    [
        (Kind.INCOMPARABLE, Reason.OTHER_SUBJECT, True),
        (Kind.INCOMPARABLE, Reason.OTHER_PERIOD, False),
        (Kind.UPDATES, Reason.UPDATE_OVER_TIME, False),
        (Kind.AGREES, Reason.SAME_VALUE, False),
    ],
)
def test_what_the_gates_are_sure_of_stays(monkeypatch: pytest.MonkeyPatch, kind: Kind, reason: Reason, again: bool) -> None:
    say(monkeypatch, figure=0.9)
    first = figures_found()[0]
    after = {frozenset((r.a, r.b)) for r in figures_found([Relation(first.a, first.b, kind, reason)])}
    assert (frozenset((first.a, first.b)) in after) is again


@pytest.mark.parametrize("name", CONTRADICTING)
def test_two_accounts_that_contradict_each_other_are_reported(name: str) -> None:
    texts, sentences = CONTRADICTING[name]
    for given in (texts, texts[::-1]):
        assert any(found == sentences for _, found in findings(given))


def test_what_only_the_weighing_finds_is_reported_by_its_own_rule() -> None:
    texts, sentences = CONTRADICTING["library"]
    assert ("FC431", sentences) in findings(texts)


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_articles_that_tell_of_one_affair_without_contradicting_each_other(name: str) -> None:
    assert findings(LOOK_ALIKES[name]) == []


def test_every_observation_has_a_name_in_both_languages() -> None:
    for lang in ("zh", "en"):
        messages = load_messages(lang)
        assert all(messages.find(f"gate.likely.{name}", "") for name in FIGURE_OBSERVED)


def test_only_sentences_that_bear_a_sign_of_it_are_rated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(observations, "SHORTEST", 1)
    say(monkeypatch, denial=0.9)
    assert read(a="栈桥的木桩没有腐烂。", b="栈桥的木桩腐烂。").pairs()
    assert not read(a="栈桥的木桩开裂。", b="栈桥的木桩腐烂。").pairs()
    say(monkeypatch, order=0.9)
    assert read(a="船匠先拆栏杆。", b="船匠拆栏杆。").pairs()
    assert not read(a="船匠修栏杆。", b="船匠拆栏杆。").pairs()


def test_two_denials_of_one_thing_are_not_set_against_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(observations, "SHORTEST", 1)
    say(monkeypatch, denial=0.9, avowal=0.9)
    assert read(a="船匠说栈桥没有腐烂。", b="镇公所确认栈桥腐烂。").pairs()
    assert not read(a="船匠说栈桥没有腐烂。", b="镇公所确认栈桥并未腐烂。").pairs()
    assert read(a="船匠说栈桥没有腐烂，木桩开裂。", b="镇公所确认木桩并未开裂。").pairs()


def test_a_figure_brought_up_to_date_is_no_denial(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = read(a="雾桥镇公所说，溃堤无人死亡。镇上的菜场照常开门。", b="镇公所自己承认，溃堤造成3人死亡。茶馆里坐满了人。")
    say(monkeypatch, avowal=0.9)
    monkeypatch.setattr(observations, "SHORTEST", 1)
    none, some = (next(c for c in folder.claims if c.article == a and isinstance(c.value, Quantity)) for a in "ab")
    between = frozenset(map(folder.number, (none, some)))
    assert between in folder.pairs([none, some])
    assert between not in folder.pairs([none, some], [Relation(none.id, some.id, Kind.UPDATES, Reason.UPDATE_OVER_TIME)])


DENIES_IT = "雾桥镇供水站站长乌兰舟否认停过水。镇上的菜场照常开门。河面起了大雾。学校提前放学。渡口停航半天。桥头修好了路灯。"
ADMITS_IT = "赶集的人比往年少。供水站自己承认，那天断流了两个钟头。茶馆里坐满了人。戏台搭在河滩。糖画摊排起长队。船票涨了一元。"


def test_who_admits_is_set_against_who_denies_by_the_odds_of_admissions(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = read(a=DENIES_IT, b=ADMITS_IT)
    expected = frozenset({("a", 0), ("b", 1)})
    say(monkeypatch, avowal=(at_avowal("gives_in", 0.5, -5.0, 3.0), at_avowal("denial_said", 0.5, -5.0, 3.0)))
    assert folder.pairs() == [expected]
    say(monkeypatch, denial=0.9)
    assert expected not in folder.pairs()


def at_avowal(name: str, cut: float, low: float, high: float) -> Tree:
    return AVOWAL_OBSERVED.index(name), cut, low, high
