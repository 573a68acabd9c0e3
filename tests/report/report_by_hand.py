"""A report made by hand: three invented articles on one invented affair, and what a check could say about them."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from factcheck.errors import ReadError
from factcheck.model import (
    Article,
    Claim,
    ConflictSet,
    Family,
    Finding,
    Hedge,
    Kind,
    Level,
    Period,
    Polarity,
    Quantity,
    Reason,
    Relation,
    Scope,
    Span,
    Stance,
    State,
    ValueGroup,
)
from factcheck.report.view import Report

HAN = """青屿港扩建工程3月6日完成竣工验收。青屿港务局局长贺砚秋当天表示，工程总投资约38.6亿元，共建成12个深水泊位。
他说，施工期间没有发生人员死亡事故。
"""
MING = """青嶼港擴建工程三月六日竣工。據《海潮日報》看到的審計報告，工程總投資已經達到四十五億元。
一名不願具名的工程師說，去年十月的塌方造成2人死亡。
"""
DUAN = """[青屿港] 泊位共有 12 个，投资 38.6 亿元——这是官方说法。
"""


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _sentence(text: str, words: str) -> Span:
    at = text.index(words)
    start = max(text.rfind("。", 0, at), text.rfind("\n", 0, at)) + 1
    return Span(start, text.index("。", at) + 1)


def make_claim(number: int, article: Article, words: str, family: Family, value: object, **fields: object) -> Claim:
    return Claim(
        id=f"c{number:02d}",
        article=article.id,
        outlet=article.source or "",
        span=_span(article.text, words),
        sentence=_sentence(article.text, words),
        quote=words,
        family=family,
        subject="青屿港扩建工程",
        attribute=str(fields.pop("attribute")),
        value=value,  # type: ignore[arg-type]
        published=article.published,
        **fields,  # type: ignore[arg-type]
    )


def make_report() -> Report:
    han = Article(
        "a-han",
        HAN,
        "desk/han.md",
        "澜州新闻网",
        "青屿港扩建工程通过验收",
        datetime.fromisoformat("2031-03-06T18:20:00+08:00"),
        script="hans",
    )
    ming = Article("b-ming", MING, "desk/ming.txt", "海潮日報", "青嶼港擴建超支", datetime(2031, 3, 9), encoding="big5", script="hant")
    duan = Article("c-duan", DUAN, "desk/短讯.txt", script="hans", notes=("没有日期",))

    def money(low: str, hedge: Hedge, digits: str, step: str) -> Quantity:
        return Quantity(Decimal(low), Decimal(low), hedge, "CNY", "money", Decimal(step), None, digits, "")

    year = Period(datetime(2031, 1, 1), datetime(2032, 1, 1), "year")
    claims = (
        make_claim(
            1, han, "约38.6亿元", Family.MONEY, money("3860000000", Hedge.ABOUT, "38.6亿", "10000000"), attribute="总投资", speaker="贺砚秋"
        ),
        make_claim(
            2,
            han,
            "没有发生人员死亡事故",
            Family.ACT,
            Polarity(False, "发生死亡事故"),
            attribute="发生死亡事故",
            speaker="贺砚秋",
            stance=Stance.DENIES,
        ),
        make_claim(
            3,
            ming,
            "四十五億元",
            Family.MONEY,
            money("4500000000", Hedge.EXACT, "四十五億", "100000000"),
            attribute="总投资",
            speaker="审计报告",
            as_of=year,
        ),
        make_claim(
            4,
            ming,
            "造成2人死亡",
            Family.ACT,
            Polarity(True, "造成死亡"),
            attribute="发生死亡事故",
            speaker="工程师",
            scope=Scope(event="塌方"),
        ),
        make_claim(5, duan, "38.6 亿元", Family.MONEY, money("3860000000", Hedge.EXACT, "38.6 亿", "10000000"), attribute="总投资"),
    )
    gates = (("subject", "same"), ("value", "values_disjoint"), ("unit", "pass"), ("later", "new outcome"))
    relations = (
        Relation("c01", "c05", Kind.AGREES, Reason.ROUNDING),
        Relation("c01", "c03", Kind.CONTRADICTS, Reason.VALUES_DISJOINT, gates),
        Relation("c03", "c05", Kind.CONTRADICTS, Reason.VALUES_DISJOINT, gates),
        Relation("c02", "c04", Kind.DISPUTES, Reason.DENIED, (("subject", "same"), ("stance", "denies / asserts"))),
        Relation("c01", "c04", Kind.INCOMPARABLE, Reason.OTHER_UNIT),
    )
    invested = (ValueGroup("约38.6亿元", ("c01", "c05"), 1), ValueGroup("四十五億元", ("c03",), 1))
    deaths = (ValueGroup("发生死亡事故", ("c02",), 1), ValueGroup("造成死亡", ("c04",), 1))
    findings = (
        Finding(
            id="f-deaths",
            rule="FC601",
            level=Level.WARNING,
            family=Family.ACT,
            message="一方说施工期间没有人员死亡，另一方说塌方造成2人死亡。",
            fingerprint="9f2c",
            values=deaths,
            subject="青屿港扩建工程",
            attribute="发生死亡事故",
            kind=Kind.DISPUTES,
            reason=Reason.DENIED,
            state=State.KNOWN,
        ),
        Finding(
            id="f-money",
            rule="FC201",
            level=Level.ERROR,
            family=Family.MONEY,
            message="总投资说法不一：约38.6亿元；四十五億元。",
            fingerprint="71aa",
            values=invested,
            subject="青屿港扩建工程",
            attribute="总投资",
            advice="核对审计报告的口径与日期。",
        ),
    )
    sets = tuple(
        ConflictSet(
            f"s{i}", f.family, f.subject, f.attribute, "", f.values, tuple(r for r in relations if {r.a, r.b} <= set(f.claim_ids()))
        )
        for i, f in enumerate(findings)
    )
    return Report(
        articles=(ming, han, duan),
        claims=claims[::-1],
        relations=relations,
        findings=findings,
        conflict_sets=sets,
        coverage={
            "articles": 3,
            "characters_read": 173,
            "characters_boilerplate": 0,
            "sentences": 6,
            "sentences_with_figures": 5,
            "sentences_with_claims": 4,
            "claims": 5,
            "claims_compared": 5,
            "claims_uncompared": {"other_subject": 1, "some_new_reason": 2},
            "pairs_considered": 5,
            "relations": {"agrees": 1, "contradicts": 2, "disputes": 1},
            "unread": [],
        },
        errors=(ReadError("the file is empty", where="desk/empty.txt", hint="remove it or fill it"),),
        backend="rjieba 0.2 (fast)",
    )
