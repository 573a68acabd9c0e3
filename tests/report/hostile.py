"""Texts that would act on a screen, a page or a table if they were let through."""

from __future__ import annotations

from dataclasses import replace

from factcheck.errors import ReadError
from factcheck.model import Finding
from factcheck.report.view import Report

HOSTILE = (
    "[bold red]markup[/bold red] [/] [link=file:///etc]x[/link] :smile:",
    "\x1b[2J\x1b]0;title\x07 \x9b31m \x08\x08\x7f",
    "\u202egnp.exe\u202c \u2066left\u2069 \u200f\u061c",
    "<script>alert(1)</script> </mark> <!-- --> ]]> &amp; <img src=x onerror=alert(1)>",
    "| cell | **bold** | `code` | [a](javascript:alert(1)) | ![i](http://x.example/i.png) | # head\n# head\n- item\n1. one\n===\n```",
    '=HYPERLINK("http://x.example") +1 -1 @me http://x.example www.x.example ~~s~~ $x$ _e_ *e* 1. a',
    "长" * 3000,
    "w" * 20_000,
    "😀👩‍👩‍👧‍👦🇨🇳 e\u0301" + "\u0301" * 500 + " \ufeff\u200b\u00ad\ud800 \u2028\u2029 \t\r\n\x00 end",
    "",
    " ",
)


def spoil(report: Report, text: str) -> Report:
    """The report with `text` in every field that comes from outside."""
    articles = tuple(
        replace(a, text=text + a.text, source=text, title=text, path=f"{text}{i}", notes=(text,)) for i, a in enumerate(report.articles)
    )
    shift = len(text)
    claims = tuple(
        replace(
            c,
            outlet=text,
            speaker=text,
            subject=text,
            attribute=text,
            subject_text=text,
            attribute_text=text,
            span=replace(c.span, start=c.span.start + shift, end=c.span.end + shift),
            sentence=replace(c.sentence, start=0, end=c.sentence.end + shift),
        )
        for c in report.claims
    )
    return replace(
        report,
        articles=articles,
        claims=claims,
        findings=tuple(_spoil_finding(f, text) for f in report.findings),
        relations=tuple(replace(r, gates=((text, text),)) for r in report.relations),
        coverage={**report.coverage, "unread": [text], "claims_uncompared": {text: 1}},
        errors=(ReadError(text, where=text, hint=text),),
        backend=text,
    )


def _spoil_finding(finding: Finding, text: str) -> Finding:
    values = tuple(replace(group, label=text) for group in finding.values)
    return replace(finding, rule=text, message=text, advice=text, subject=text, attribute=text, values=values)
