"""The report in a notebook: a verdict and a table, plain enough for any theme, without script or style."""

from __future__ import annotations

from markupsafe import Markup, escape

from factcheck.report.text import flatten_text
from factcheck.report.view import FindingView, ReportView

__all__ = ["render_notebook"]

#: A notebook scrolls badly: more findings are counted, not shown.
MOST_ROWS = 100
_LONGEST = 300


def render_notebook(view: ReportView) -> str:
    """The verdict and at most MOST_ROWS findings as HTML, every word from outside escaped."""
    messages = view.messages
    heads = [messages(f"column.{key}") for key in ("number", "level", "rule", "fact", "values", "outlets")]
    lines = [Markup("<p><strong>{}</strong></p>").format(_say(view.verdict))]
    if view.findings:
        rows = [_render_row(finding) for finding in view.findings[:MOST_ROWS]]
        head = Markup("").join(Markup("<th>{}</th>").format(text) for text in heads)
        lines.append(Markup("<table><thead><tr>{}</tr></thead><tbody>\n{}\n</tbody></table>").format(head, Markup("\n").join(rows)))
    if (left := len(view.findings) - MOST_ROWS) > 0:
        lines.append(Markup("<p>{}</p>").format(messages("evidence.more", n=left)))
    return str(Markup("\n").join(lines)) + "\n"


def _render_row(finding: FindingView) -> Markup:
    breaks = Markup("<br>")
    values = breaks.join(_say(value.label) for value in finding.values)
    outlets = breaks.join(breaks.join(_say(outlet) for outlet in value.outlets) for value in finding.values)
    cells = (escape(finding.number), _say(finding.level), _say(finding.finding.rule), _say(finding.fact), values, outlets)
    return Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells))


def _say(text: str) -> Markup:
    flat = flatten_text(text)
    return escape(flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…")
