"""A review sheet (审核单) per article: what the check found in it, what was decided, and room to sign."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError, UsageError
from factcheck.model import Article
from factcheck.report.markdown import escape_markdown, mark_words
from factcheck.report.messages import Messages, load_messages
from factcheck.report.outputs import write_atomically
from factcheck.report.showing import show_in
from factcheck.report.view import Evidence, FindingView, Report, build_view

if TYPE_CHECKING:
    from factcheck.review.decisions import Decision

__all__ = ["SHEET_FORMATS", "STAGES", "VERDICTS", "Sheet", "SheetFinding", "build_sheets", "render_sheet", "write_sheets"]

SHEET_FORMATS = {"markdown": "md", "docx": "docx"}
#: The steps of review a Chinese desk signs for, and the decisions that may be ticked.
STAGES = ("1", "2", "3")
VERDICTS = ("confirmed", "dismissed", "needs-check", "corrected")

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class SheetFinding:
    """A finding from the article's side: `own` is what the article says, `others` the values it does not share. `decided` is one line,
    "" when nobody
    has decided."""

    view: FindingView
    own: tuple[Evidence, ...]
    others: tuple[tuple[bool, str, tuple[Evidence, ...]], ...]
    verdict: str
    decided: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of one article; `name` is a file name without its ending, different for each sheet of a report. `facts` are (name,
    text)."""

    name: str
    title: str
    facts: tuple[tuple[str, str], ...]
    findings: tuple[SheetFinding, ...]
    notes: tuple[str, ...]
    messages: Messages


def build_sheets(report: Report, lang: str | None = None) -> tuple[Sheet, ...]:
    """A sheet for every article, in the report's order; those without a finding too: they are signed like the others."""
    view = build_view(show_in(report, "sheets"), lang)
    messages = view.messages
    articles = report.ordered_articles()
    names = _name_sheets(articles)
    by_article: dict[str, list[FindingView]] = {}
    for finding in view.findings:
        for article in dict.fromkeys(item.article for value in finding.values for item in value.evidence):
            by_article.setdefault(article, []).append(finding)
    return tuple(
        Sheet(
            name=name,
            title=article.title or article.path or article.id,
            facts=_tell_article(article, messages),
            findings=tuple(
                _take_side(finding, article, report.decisions.get(finding.finding.id), messages)
                for finding in by_article.get(article.id, ())
            ),
            notes=tuple(messages.translate(note) for note in article.notes),
            messages=messages,
        )
        for article, name in zip(articles, names, strict=True)
    )


def _tell_article(article: Article, messages: Messages) -> tuple[tuple[str, str], ...]:
    published = article.published.date().isoformat() if article.published else messages("date.unknown")
    told = [("outlet", article.source or messages("outlet.unknown")), ("date", published), ("file", article.path or article.id)]
    return tuple((messages(f"column.{key}"), text) for key, text in told)


def _take_side(finding: FindingView, article: Article, decision: Decision | None, messages: Messages) -> SheetFinding:
    own = tuple(item for value in finding.values for item in value.evidence if item.article == article.id)
    others = []
    for value in finding.values:
        rest = tuple(item for item in value.evidence if item.article != article.id)
        if rest:
            others.append((len(rest) < len(value.evidence), f"{value.label} · {value.support}", rest))
    decided = ""
    if decision is not None:
        made = decision.made.isoformat() if decision.made else ""
        verdict = messages.find(f"html.verdict.{decision.verdict.value}", decision.verdict.value)
        decided = " · ".join(part for part in (verdict, decision.note, decision.reviewer, decision.stage, made) if part)
    return SheetFinding(finding, own, tuple(others), decision.verdict.value if decision else "", decided)


def _name_sheets(articles: Sequence[Article]) -> list[str]:
    """File names from the articles' own: what no file system objects to, no two alike even where capitals do not count."""
    names: list[str] = []
    taken: set[str] = set()
    for article in articles:
        path = article.path or article.id
        stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1])
        stem = re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFC", stem)).strip("-. ")[:_LONGEST_NAME] or "article"
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        names.append(name)
    return names


# ------------------------------------------------------------------ Markdown


def render_sheet(sheet: Sheet) -> str:
    """The sheet as Markdown, ending in a line feed."""
    messages = sheet.messages
    lines = [f"# {escape_markdown(messages.label(messages('sheet.title'), sheet.title))}", ""]
    lines += [f"- {escape_markdown(messages.label(name, text))}" for name, text in sheet.facts]
    lines += [f"- {escape_markdown(note)}" for note in sheet.notes]
    lines += ["", f"## {messages('heading.findings')} ({len(sheet.findings)})"]
    if not sheet.findings:
        lines += ["", messages("sheet.nothing")]
    for finding in sheet.findings:
        lines += ["", *_render_finding(finding, messages)]
    lines += ["", f"## {messages('sheet.sign')}", "", *_render_signatures(messages)]
    return "\n".join(lines) + "\n"


def _render_finding(finding: SheetFinding, messages: Messages) -> list[str]:
    view = finding.view
    tags = (view.level, view.finding.rule, view.state, view.finding.id)
    lines = [f"### {view.number}. {escape_markdown(view.fact)}", "", escape_markdown(view.message), ""]
    lines.append(f"- {' · '.join(escape_markdown(tag) for tag in tags)}")
    if view.advice:
        lines.append(f"- {escape_markdown(messages.label(messages('heading.advice'), view.advice))}")
    lines += ["", f"**{messages('sheet.own')}**", "", *(line for item in finding.own for line in _render_evidence(item, with_source=False))]
    for same, value, evidence in finding.others:
        heading = messages("sheet.same" if same else "sheet.others")
        lines += ["", f"**{escape_markdown(messages.label(heading, value))}**", ""]
        lines += [line for item in evidence for line in _render_evidence(item, with_source=True)]
    boxes = "　".join(f"{'☑' if finding.verdict == verdict else '☐'} {messages(f'html.verdict.{verdict}')}" for verdict in VERDICTS)
    lines += ["", messages.label(messages("html.decision"), boxes), ""]
    lines.append(escape_markdown(messages.label(messages("sheet.decided"), finding.decided)) if finding.decided else messages("sheet.note"))
    return lines


def _render_evidence(item: Evidence, *, with_source: bool) -> list[str]:
    told = [item.where]
    if with_source:
        told = [f"{item.outlet} {item.date}".rstrip(), *told]
    if item.speaker:
        told.append(f"{item.speaker} {item.stance_name}")
    return [f"- {' · '.join(escape_markdown(part) for part in told)}", f"  > {mark_words(item)}"]


def _render_signatures(messages: Messages) -> list[str]:
    heads = [messages(key) for key in ("html.stage", "sheet.opinion", "html.reviewer", "column.date")]
    lines = ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
    return lines + [f"| {messages(f'html.stage.{stage}')} |  |  |  |" for stage in STAGES]


# ------------------------------------------------------------------ files


def write_sheets(report: Report, folder: Path, *, format: str = "markdown", lang: str | None = None) -> tuple[Path, ...]:
    """A file per article in `folder`, which is made; returns the paths. FactcheckError for the first that cannot be written."""
    if format not in SHEET_FORMATS:
        raise UsageError(f"unknown format of sheets {format!r}", hint=f"one of {', '.join(SHEET_FORMATS)}")
    if folder.exists() and not folder.is_dir():
        raise FactcheckError("the sheets need a folder, and this is a file", where=str(folder), hint="name a folder")
    written = []
    for sheet in build_sheets(report, lang or load_messages(report.lang).lang):
        path = folder / f"{sheet.name}.{SHEET_FORMATS[format]}"
        if format == "docx":
            from factcheck.report.word import fill_sheet

            write_atomically(path, lambda part, sheet=sheet: fill_sheet(sheet, part))  # type: ignore[misc]
        else:
            data = render_sheet(sheet).encode("utf-8", errors="backslashreplace")
            write_atomically(path, lambda part, data=data: part.write_bytes(data))  # type: ignore[misc]
        written.append(path)
    return tuple(written)
