"""A report as large as the page must bear: 500 articles, 5,000 findings, all invented."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from factcheck.model import (
    Article,
    Claim,
    Family,
    Finding,
    Hedge,
    Kind,
    Level,
    Quantity,
    Reason,
    Relation,
    Segment,
    Span,
    State,
    ValueGroup,
)
from factcheck.report.view import Report

SENTENCE = "据第{article}号采访组从第{line}处工地发回的消息，到当天傍晚为止，现场已经运走渣土{amount}吨，夜班还在接着清点剩下的部分。\n"
GATES = tuple((gate, "pass") for gate in ("unit", "attribute", "subject", "place", "part", "base", "qualifiers", "period", "event"))
CONFLICT_GATES = (*GATES, ("value", "values_disjoint"))


def make_large_report(articles: int = 500, findings: int = 5000, lines: int = 40) -> Report:
    """`lines` claims an article; a finding sets two, three or four articles against each other."""
    made = [_make_article(number, lines) for number in range(articles)]
    claims = [claim for _, of_article in made for claim in of_article]
    relations: list[Relation] = []
    found: list[Finding] = []
    for number in range(findings):
        line = number % lines
        sides = [claims[(number * 7 + step * 13) % articles * lines + line] for step in range(2 + number % 3)]
        groups = tuple(ValueGroup(side.quote, (side.id,), 1) for side in sides)
        for other in sides[1:]:
            relations.append(Relation(sides[0].id, other.id, Kind.CONTRADICTS, Reason.VALUES_DISJOINT, CONFLICT_GATES))
        message = "；".join(f"{side.quote}（{side.outlet}）" for side in sides)
        found.append(
            Finding(
                id=f"F{number:010x}",
                rule=f"FC1{number % 7}1",
                level=(Level.ERROR, Level.WARNING, Level.INFO)[number % 3],
                family=Family.MEASURE,
                message=f"第{line}处工地：渣土说法不一：{message}",
                fingerprint=f"v1:{number:064x}",
                values=groups,
                state=tuple(State)[number % 4],
                subject=f"第{line}处工地",
                attribute="渣土",
                advice="核对各方所指的范围、截至时间和最初来源。",
                translations=(
                    ("zh", f"第{line}处工地：渣土说法不一：{message}", "核对各方所指的范围、截至时间和最初来源。"),
                    ("en", f"Site {line}: accounts of rubble differ: {message}", "Check what each covers, up to when, and who said so."),
                ),
            )
        )
    return Report(
        articles=tuple(article for article, _ in made),
        claims=tuple(claims),
        relations=tuple(dict.fromkeys(relations)),
        findings=tuple(found),
        coverage={"articles": articles, "claims": len(claims), "pairs_considered": len(relations)},
        backend="none",
    )


def _make_article(number: int, lines: int) -> tuple[Article, list[Claim]]:
    published = datetime(2031, 1, 1) + timedelta(days=number % 90)
    text = ""
    claims = []
    source = f"第{number % 60}号晚报"
    for line in range(lines):
        amount = 100 + (number * 37 + line * 11) % 900
        sentence = SENTENCE.format(article=number, line=line, amount=amount)
        start = len(text) + sentence.index(str(amount) + "吨")
        quote = f"{amount}吨"
        claims.append(
            Claim(
                id=f"c{number:05d}-{line:03d}",
                article=f"a{number:05d}",
                outlet=source,
                span=Span(start, start + len(quote)),
                sentence=Span(len(text), len(text) + len(sentence) - 1),
                quote=quote,
                family=Family.MEASURE,
                subject=f"第{line}处工地",
                attribute="渣土",
                value=Quantity(Decimal(amount), Decimal(amount), Hedge.EXACT, "t", "mass", Decimal(1), None, str(amount), "渣土"),
                published=published,
            )
        )
        text += sentence
    body = Segment(Span(0, len(text)), "body")
    return Article(f"a{number:05d}", text, f"desk/{number:05d}.txt", source, f"第{number}组消息", published, segments=(body,)), claims
