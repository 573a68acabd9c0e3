"""Tables for spreadsheets: the findings as an editor sorts them, claims and relations as an analyst does.

Words from outside can do nothing in a spreadsheet: what a program would take for a formula is written as text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.report.archives import freeze_archive, xml_text
from factcheck.report.text import flatten_text
from factcheck.report.view import Evidence, FindingView, Report, build_view

if TYPE_CHECKING:
    import pandas

__all__ = ["FINDING_COLUMNS", "disarm_cell", "render_claims", "render_findings", "render_relations", "write_workbook"]

#: One row a claim of a finding: what is found, then who says what.
FINDING_COLUMNS = (
    "number",
    "level",
    "state",
    "rule",
    "family",
    "kind",
    "reason",
    "fact",
    "message",
    "value",
    "label",
    "support",
    "outlet",
    "published",
    "speaker",
    "stance",
    "as_of",
    "normalised",
    "quote",
    "sentence",
    "headline",
    "path",
    "line",
    "page",
    "decision",
    "note",
    "finding",
    "fingerprint",
    "claim",
)

# What Excel, LibreOffice or Google Sheets may take for the beginning of a formula, full width too (OWASP, CSV injection).
_ARMED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: The most characters a cell of a workbook holds.
_LONGEST_CELL = 32_767
_WIDTHS = {"message": 60, "sentence": 60, "quote": 28, "fact": 28, "label": 20, "outlet": 18, "path": 28, "title": 28}


def render_findings(report: Report, lang: str | None = None) -> str:
    """The findings as CSV, one row a claim (UTF-8 with a byte-order mark when written, so that Excel reads the Chinese)."""
    return _render_csv(FINDING_COLUMNS, _finding_rows(report, lang))


def render_claims(report: Report, lang: str | None = None) -> str:
    """Every claim as CSV, the columns of `Report.claims_frame`."""
    frame = report.claims_frame()
    return _render_csv(list(frame.columns), _frame_rows(frame))


def render_relations(report: Report, lang: str | None = None) -> str:
    """Every relation as CSV, the columns of `Report.relations_frame`."""
    frame = report.relations_frame()
    return _render_csv(list(frame.columns), _frame_rows(frame))


def disarm_cell(text: str) -> str:
    """`text` on one line; an apostrophe goes before what would be a formula."""
    flat = flatten_text(text)
    return f"'{flat}" if flat.startswith(_ARMED) else flat


def _render_csv(columns: Sequence[str], rows: Iterator[list[Any]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([disarm_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return "\ufeff" + written.getvalue()


def _finding_rows(report: Report, lang: str | None) -> Iterator[list[Any]]:
    view = build_view(report, lang)
    for finding in view.findings:
        decision = report.decisions.get(finding.finding.id)
        told = view.messages.find(f"html.verdict.{decision.verdict.value}", decision.verdict.value) if decision else ""
        for number, value in enumerate(finding.values, start=1):
            for item in value.evidence:
                yield [
                    *_finding_cells(finding),
                    number,
                    value.label,
                    value.support,
                    *_evidence_cells(item),
                    told,
                    decision.note if decision else "",
                    finding.finding.id,
                    finding.finding.fingerprint,
                    item.claim,
                ]


def _finding_cells(finding: FindingView) -> list[Any]:
    told = (finding.level, finding.state, finding.finding.rule, finding.family, finding.kind, finding.reason, finding.fact, finding.message)
    return [finding.number, *told]


def _evidence_cells(item: Evidence) -> list[Any]:
    sentence = f"{item.before}{item.quote}{item.after}"
    told = (item.outlet, item.date, item.speaker, item.stance_name, item.as_of, item.value, item.quote, sentence)
    return [*told, 1 if item.headline else 0, item.path or item.article, item.line, item.page or ""]


def _frame_rows(frame: pandas.DataFrame) -> Iterator[list[Any]]:
    """The cells as plain values: "" where one is missing, whole numbers without a decimal point, true and false as 1 and 0."""
    for row in frame.astype(object).itertuples(index=False):
        yield [_plain(cell) for cell in row]


def _plain(cell: Any) -> Any:
    import pandas

    if pandas.isna(cell):
        return ""
    if isinstance(cell, bool):
        return int(cell)
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell


def write_workbook(report: Report, path: Path) -> None:
    """A workbook (XLSX) with the sheets findings, claims and relations: the same report gives the same bytes.

    No cell is a formula. Needs openpyxl.
    """
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    book.properties.creator = "factcheck"
    claims, relations = report.claims_frame(), report.relations_frame()
    _add_sheet(book, "findings", FINDING_COLUMNS, _finding_rows(report, None))
    _add_sheet(book, "claims", list(claims.columns), _frame_rows(claims))
    _add_sheet(book, "relations", list(relations.columns), _frame_rows(relations))
    written = io.BytesIO()
    book.save(written)
    path.write_bytes(freeze_archive(written.getvalue()))


def _add_sheet(book: Any, title: str, columns: Sequence[str], rows: Iterator[list[Any]]) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, name in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, 12)
    heads = []
    for name in columns:
        cell = WriteOnlyCell(sheet, value=name)
        cell.font = Font(bold=True)
        heads.append(cell)
    sheet.append(heads)
    count = 1
    for row in rows:
        sheet.append([_text_cell(sheet, cell) if isinstance(cell, str) else cell for cell in row])
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count}"


def _text_cell(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value="")
    # Set past the setter, which would make a formula of what begins with "=".
    cell._value = xml_text(flatten_text(text))[:_LONGEST_CELL]
    cell.data_type = "s"
    return cell
