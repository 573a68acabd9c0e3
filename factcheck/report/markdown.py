"""The report as Markdown (GitHub flavour): one file to read, to mail, or to keep beside the articles.

The exact words stand in <mark>; every word from outside is escaped, so that none of it is taken for Markdown or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.report.messages import Messages
from factcheck.report.text import flatten_text
from factcheck.report.view import Evidence, FindingView, Report, ReportView, build_view

__all__ = ["escape_markdown", "mark_words", "render_markdown", "render_report"]

_ACTIVE = re.compile(r"([\\`*_{}\[\]#|~$])")
# What GitHub makes a link of by itself.
_LINKS = re.compile(r"(?i)(:)(?=//)|(?<=\bwww)(\.)|(@)")


def escape_markdown(text: str) -> str:
    """`text` on one line, showing as itself wherever it stands in a Markdown line."""
    text = _ACTIVE.sub(r"\\\1", flatten_text(text))
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _LINKS.sub(lambda match: f"&#{ord(match.group())};", text)
    # What would open a list, a heading's underline or an ordered item at the start of a line.
    return re.sub(r"^(?:([-+=])|(\d+)([.)])(?= |$))", lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text)


def render_report(report: Report, lang: str | None = None) -> str:
    """The report in `lang` (its own language by default)."""
    return render_markdown(build_view(report, lang))


def render_markdown(view: ReportView) -> str:
    """The whole report, ending in a line feed."""
    messages = view.messages
    lines = [f"# {messages('heading.title')}", "", f"**{escape_markdown(view.verdict)}**"]
    if view.backend:
        lines += ["", escape_markdown(messages.label(messages("heading.backend"), view.backend))]
    if view.findings:
        lines += ["", f"## {messages('heading.summary')}", "", *_summary(view)]
        lines += ["", f"## {messages('heading.findings')}"]
        for finding in view.findings:
            lines += ["", *_finding(finding, messages)]
    lines += _section(messages("heading.errors"), view.errors)
    lines += _section(messages("heading.coverage"), view.coverage)
    if view.articles:
        keys = ("file", "outlet", "date", "title")
        lines += ["", f"## {messages('heading.articles')}", "", *_table([messages(f"column.{key}") for key in keys], view.articles)]
    lines += _section(messages("heading.notes"), view.notes)
    return "\n".join(lines) + "\n"


def _section(heading: str, items: Sequence[str]) -> list[str]:
    return ["", f"## {heading}", "", *(f"- {escape_markdown(item)}" for item in items)] if items else []


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table of plain cells."""
    return [
        _row([escape_markdown(head) for head in heads]),
        _row(["---"] * len(heads)),
        *(_row([escape_markdown(c) for c in r]) for r in rows),
    ]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _summary(view: ReportView) -> list[str]:
    messages = view.messages
    heads = [messages(f"column.{key}") for key in ("number", "level", "rule", "fact", "values", "outlets")]
    lines = [_row(heads), _row(["---"] * len(heads))]
    for finding in view.findings:
        cells = [str(finding.number), finding.level, escape_markdown(finding.finding.rule), escape_markdown(finding.fact)]
        cells.append("<br>".join(escape_markdown(value.label) for value in finding.values))
        cells.append("<br>".join(escape_markdown(messages.join(value.outlets)) for value in finding.values))
        lines.append(_row(cells))
    return lines


def _finding(finding: FindingView, messages: Messages) -> list[str]:
    tags = (finding.level, finding.finding.rule, finding.family, finding.kind, finding.state, finding.finding.id)
    lines = [f"### {finding.number}. {escape_markdown(finding.fact)}", "", escape_markdown(finding.message), ""]
    lines.append(f"- {' · '.join(escape_markdown(tag) for tag in tags)}")
    lines.append(f"- {escape_markdown(messages.label(messages('heading.reason'), finding.reason))}")
    if finding.advice:
        lines.append(f"- {escape_markdown(messages.label(messages('heading.advice'), finding.advice))}")
    for value in finding.values:
        lines += ["", "#### " + escape_markdown(f"{value.label} · {value.support}")]
        for item in value.evidence:
            lines += ["", *_evidence(item, messages)]
    return lines


def _evidence(item: Evidence, messages: Messages) -> list[str]:
    told = [f"{item.outlet} {item.date or messages('date.unknown')}"]
    told.append(messages.label(item.speaker, item.stance_name) if item.speaker else item.stance_name)
    if item.headline:
        told.append(messages("evidence.headline"))
    if item.as_of:
        told.append(messages.label(messages("column.as_of"), item.as_of))
    if item.value:
        told.append(f"= {item.value}")
    told.append(item.where)
    return [f"- {' · '.join(escape_markdown(part) for part in told)}", f"  > {mark_words(item)}"]


def mark_words(item: Evidence) -> str:
    """The sentence of a claim with its exact words in <mark>, everything escaped."""
    gap = " " if item.before[-1:].isspace() else ""
    space = " " if item.after[:1].isspace() else ""
    before, quote, after = (escape_markdown(part) for part in (item.before, item.quote, item.after))
    return f"{before}{gap}<mark>{quote}</mark>{space}{after}"
