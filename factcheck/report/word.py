"""The review sheet as a Word document, for desks that live in Word."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import UsageError
from factcheck.report.archives import freeze_archive, xml_text
from factcheck.report.sheets import STAGES, VERDICTS
from factcheck.report.text import flatten_text

if TYPE_CHECKING:
    from factcheck.report.sheets import Sheet, SheetFinding
    from factcheck.report.view import Evidence

__all__ = ["fill_sheet"]

_FONT = "Microsoft YaHei"


def fill_sheet(sheet: Sheet, path: Path) -> None:
    """Write the sheet to `path`: the same sheet gives the same bytes. UsageError when python-docx is not installed."""
    try:
        import docx
    except ImportError as error:
        raise UsageError("Word documents need python-docx", hint="pip install 'factcheck[office]', or write Markdown sheets") from error
    document = docx.Document()
    _set_font(document)
    messages = sheet.messages
    document.core_properties.author = "factcheck"
    document.core_properties.title = _say(sheet.title)[:200]
    document.add_heading(_say(messages.label(messages("sheet.title"), sheet.title)), 1)
    for name, text in sheet.facts:
        document.add_paragraph(_say(messages.label(name, text)), style="List Bullet")
    for note in sheet.notes:
        document.add_paragraph(_say(note), style="List Bullet")
    document.add_heading(f"{messages('heading.findings')} ({len(sheet.findings)})", 2)
    if not sheet.findings:
        document.add_paragraph(messages("sheet.nothing"))
    for finding in sheet.findings:
        _add_finding(document, finding, sheet)
    document.add_heading(messages("sheet.sign"), 2)
    _add_signatures(document, sheet)
    written = io.BytesIO()
    document.save(written)
    path.write_bytes(freeze_archive(written.getvalue()))


def _say(text: str) -> str:
    return xml_text(flatten_text(text))


def _set_font(document: Any) -> None:
    """A font that has Chinese characters, for all text."""
    from docx.oxml.ns import qn

    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3"):
        style = document.styles[name]
        style.font.name = _FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:eastAsia", "w:hAnsi", "w:ascii"):
            fonts.set(qn(script), _FONT)


def _add_finding(document: Any, finding: SheetFinding, sheet: Sheet) -> None:
    messages, view = sheet.messages, finding.view
    document.add_heading(_say(f"{view.number}. {view.fact}"), 3)
    document.add_paragraph(_say(view.message))
    document.add_paragraph(_say(" · ".join((view.level, view.finding.rule, view.state, view.finding.id))))
    if view.advice:
        document.add_paragraph(_say(messages.label(messages("heading.advice"), view.advice)))
    document.add_paragraph().add_run(messages("sheet.own")).bold = True
    for item in finding.own:
        _add_evidence(document, item, with_source=False)
    for same, value, evidence in finding.others:
        heading = messages("sheet.same" if same else "sheet.others")
        document.add_paragraph().add_run(_say(messages.label(heading, value))).bold = True
        for item in evidence:
            _add_evidence(document, item, with_source=True)
    boxes = "　".join(f"{'☑' if finding.verdict == verdict else '☐'} {messages(f'html.verdict.{verdict}')}" for verdict in VERDICTS)
    document.add_paragraph(messages.label(messages("html.decision"), boxes))
    document.add_paragraph(_say(messages.label(messages("sheet.decided"), finding.decided)) if finding.decided else messages("sheet.note"))


def _add_evidence(document: Any, item: Evidence, *, with_source: bool) -> None:
    """Where it stands, then the sentence with the exact words in bold, underlined."""
    told = [f"{item.outlet} {item.date}".rstrip(), item.where] if with_source else [item.where]
    if item.speaker:
        told.append(f"{item.speaker} {item.stance_name}")
    paragraph = document.add_paragraph(style="Intense Quote" if "Intense Quote" in document.styles else None)
    paragraph.add_run(_say(" · ".join(told))).italic = True
    paragraph.add_run().add_break()
    paragraph.add_run(_say(item.before))
    words = paragraph.add_run(_say(item.quote))
    words.bold = True
    words.underline = True
    paragraph.add_run(_say(item.after))


def _add_signatures(document: Any, sheet: Sheet) -> None:
    messages = sheet.messages
    table = document.add_table(rows=1, cols=4, style="Table Grid")
    for cell, key in zip(table.rows[0].cells, ("html.stage", "sheet.opinion", "html.reviewer", "column.date"), strict=True):
        cell.text = messages(key)
    for stage in STAGES:
        table.add_row().cells[0].text = messages(f"html.stage.{stage}")
