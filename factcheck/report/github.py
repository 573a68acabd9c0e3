"""GitHub Actions: annotations on the lines of a change, and the job summary."""

from __future__ import annotations

from factcheck.model import Level
from factcheck.report.markdown import escape_markdown
from factcheck.report.messages import Messages
from factcheck.report.places import OPEN_STATES, Place, Places, describe_sides
from factcheck.report.text import flatten_text
from factcheck.report.verdict import LEVELS
from factcheck.report.view import FindingView, Report, ReportView, build_view

__all__ = ["ANNOTATIONS", "SUMMARY_BYTES", "render_annotations", "render_summary"]

ANNOTATIONS = 10
"""GitHub shows at most ten annotations of a level from one step; what is beyond is told in a line."""
SUMMARY_BYTES = 1_000_000
"""A job summary may have 1 MiB; room is left for what else the step writes."""

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def render_annotations(report: Report, lang: str | None = None) -> str:
    """Workflow commands, one a line: at most ANNOTATIONS, errors first, of what is new or changed; then for the log how many more there
    are, and the verdict."""
    view = build_view(report, lang)
    places = Places(report)
    news = _pick_news(view)
    lines = [f"::error title=factcheck::{_data(error)}" for error in view.errors[:ANNOTATIONS]]
    room = ANNOTATIONS - len(lines)
    lines += [_annotate(found, places) for found in news[:room]]
    if left := max(len(news) - room, 0) + len(view.errors[ANNOTATIONS:]):
        lines.append(flatten_text(view.messages("github.more", n=left)))
    lines.append(flatten_text(view.verdict))
    return "\n".join(lines) + "\n"


def _pick_news(view: ReportView) -> list[FindingView]:
    found = [found for found in view.findings if found.finding.state in OPEN_STATES]
    return sorted(found, key=lambda one: (LEVELS.index(one.finding.level), one.number))


def _annotate(found: FindingView, places: Places) -> str:
    finding = found.finding
    fields = {"title": f"{finding.rule} {found.fact}"}
    placed = next((place for name in places.order(found) if (place := places.find(name))), None)
    if placed is not None and not placed.path.startswith("/"):
        fields = {**_position(placed), **fields}
    told = ",".join(f"{key}={_property(value)}" for key, value in fields.items())
    return f"::{_COMMANDS[finding.level]} {told}::{_data(f'{found.message} {describe_sides(found)}')}"


def _position(place: Place) -> dict[str, str]:
    told = {"file": place.path, "line": str(place.line)}
    if place.exact:
        told["endLine"] = str(place.end_line)
        if place.line == place.end_line:
            told |= {"col": str(place.column), "endColumn": str(place.end_column)}
    return told


def _data(text: str) -> str:
    return flatten_text(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def render_summary(report: Report, lang: str | None = None) -> str:
    """Markdown for the job summary: the verdict, a table of what is new or changed, how much is known, what was read. Never larger than
    SUMMARY_BYTES: rows that do not fit are counted."""
    view = build_view(report, lang)
    messages = view.messages
    news = _pick_news(view)
    head = [f"## {messages('heading.title')}", "", f"**{escape_markdown(view.verdict)}**", ""]
    tail = [*(f"- {escape_markdown(line)}" for line in (*view.errors[:20], *view.coverage))]
    size = sum(len(line.encode()) + 1 for line in (*head, *tail))
    rows: list[str] = []
    if news:
        keys = ("level", "rule", "fact", "values", "state")
        rows += ["| " + " | ".join(messages(f"column.{key}") if key != "state" else messages("github.state") for key in keys) + " |"]
        rows += ["|---|---|---|---|---|"]
    for position, found in enumerate(news):
        row = _describe_row(found, messages)
        size += len(row.encode()) + 1
        if size > SUMMARY_BYTES:
            tail = ["", messages("github.more", n=len(news) - position), "", *tail]
            break
        rows.append(row)
    return "\n".join([*head, *rows, "", *tail]).rstrip("\n") + "\n"


def _describe_row(found: FindingView, messages: Messages) -> str:
    values = "<br>".join(escape_markdown(messages.label(value.label, messages.join(value.outlets))) for value in found.values)
    return f"| {found.level} | {escape_markdown(found.finding.rule)} | {escape_markdown(found.fact)} | {values} | {found.state} |"
