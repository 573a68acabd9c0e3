"""The report on a terminal: a line of verdict, a table of findings, what was read, what could not be. Readable at 80 columns.

Nothing is parsed as markup: every word from outside goes through `flatten_text` into a `rich.text.Text`.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from factcheck.model import Level
from factcheck.report.layout import cut_cells, wrap_cells
from factcheck.report.messages import Messages
from factcheck.report.text import flatten_text
from factcheck.report.view import Evidence, FindingView, Report, ReportView, ValueView, build_view

__all__ = ["VALUE_STYLES", "render_console", "render_finding", "render_gates", "render_terminal", "wrap_line"]

LEVEL_STYLES = {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.INFO: "cyan"}
VALUE_STYLES = ("bold magenta", "bold blue", "bold green", "bold yellow", "bold cyan")

#: The narrowest screen a table is drawn on.
TABLE_WIDTH = 64

#: Longest cells of the summary table; the rest is a `factcheck show` away.
FACT_LINES = 5
OUTLETS_SHOWN = 4
#: Characters of a sentence shown on either side of the exact words.
CONTEXT = 60


def render_console(parts: Iterable[RenderableType], *, width: int = 80, colours: str | None = None) -> str:
    """The parts laid out at `width` cells. `colours` is a rich colour system ("standard", "256", "truecolor"), None for plain text."""
    styled = colours is not None
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=styled,
        color_system=colours,  # type: ignore[arg-type]
        no_color=not styled,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for part in parts:
        console.print(part, soft_wrap=False)
    text: str = console.file.getvalue()  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in text.split("\n")) if not styled else text


def render_plain(report: Report, lang: str | None = None) -> str:
    """The report for a file: 80 columns, no colours, with the evidence."""
    return render_terminal(build_view(report, lang), verbose=True)


def render_terminal(view: ReportView, *, width: int = 80, colours: str | None = None, verbose: bool = False, ruled: bool = True) -> str:
    """The whole report as text. `verbose` adds the evidence of every finding under the table.

    `ruled` draws the table with box characters; without it with ASCII, for consoles such as GBK ones where those are two cells wide. Under
    TABLE_WIDTH cells the findings are a list.
    """
    messages = view.messages
    parts: list[RenderableType] = [wrap_line(messages("heading.title"), "bold", width)]
    if view.backend:
        parts.append(wrap_line(messages.label(messages("heading.backend"), view.backend), "dim", width))
    parts.append(wrap_line(view.verdict, "bold", width))
    if view.findings:
        parts += [_summary_table(view, width, ruled)] if width >= TABLE_WIDTH else _summary_list(view, width)
        parts.append(wrap_line(messages("hint.show"), "dim", width))
    if verbose:
        for finding in view.findings:
            parts += [Text(), *_evidence_list(finding, messages, width)]
    parts += _section(messages("heading.coverage"), view.coverage, "dim", width)
    parts += _section(messages("heading.notes"), view.notes, "dim", width)
    parts += _section(messages("heading.errors"), view.errors, "red", width)
    return render_console(parts, width=width, colours=colours)


def render_finding(finding: FindingView, messages: Messages, *, width: int = 80, colours: str | None = None, ruled: bool = True) -> str:
    """One finding side by side, one column a value; columns that do not fit go below."""
    parts = _finding_head(finding, messages, width)
    across = max(1, min(len(finding.values), width // 26))
    for start in range(0, len(finding.values), across):
        shown = finding.values[start : start + across]
        table = Table(box=box.SQUARE if ruled else box.ASCII, padding=(0, 1))
        inner = (width - 1) // len(shown) - 3
        for index, value in enumerate(shown, start=start):
            header = Text("\n").join(Text(line, VALUE_STYLES[index % len(VALUE_STYLES)]) for line in _wrap(value.label, inner))
            table.add_column(header, width=inner, vertical="top", no_wrap=True)
        table.add_row(*(_value_column(value, messages, inner) for value in shown))
        parts.append(table)
    parts.append(wrap_line(messages("mark.legend"), "dim", width))
    return render_console(parts, width=width, colours=colours)


def render_gates(finding: FindingView, messages: Messages, *, width: int = 80, colours: str | None = None) -> str:
    """Why the claims of a finding were compared: every pair, its relation and the gates that were tried, in order."""
    parts = _finding_head(finding, messages, width)
    evidence = {item.claim: item for value in finding.values for item in value.evidence}
    for pair in finding.pairs:
        parts.append(Text())
        for claim in (pair.a, pair.b):
            if claim in evidence:
                item = evidence[claim]
                parts.append(wrap_line(f"{item.outlet} {item.date} {item.where} 〖{item.quote}〗", "", width))
        parts.append(wrap_line(f"→ {pair.kind}{messages.bracket(pair.reason)}", "bold", width))
        for gate, outcome in pair.gates:
            parts.append(wrap_line(f"  {messages.label(gate, outcome)}", "dim", width))
    return render_console(parts, width=width, colours=colours)


# ------------------------------------------------------------------ parts


def wrap_line(text: str, style: str, width: int) -> Text:
    """A line of ours or of an article's, made harmless, wrapped where Chinese breaks; what it is indented by stays on every line."""
    indent = len(text) - len(text.lstrip(" "))
    lines = _wrap(text, width - indent)
    return Text("\n").join(Text(" " * indent + line, style) for line in lines)


def _wrap(text: str, width: int) -> list[str]:
    return wrap_cells(flatten_text(text), max(width, 2), cell_len)


def _section(heading: str, lines: Sequence[str], style: str, width: int) -> list[RenderableType]:
    if not lines:
        return []
    return [Text(), Text(heading, "bold"), *(wrap_line(line, style, width) for line in lines)]


def _summary_list(view: ReportView, width: int) -> list[RenderableType]:
    parts: list[RenderableType] = []
    for finding in view.findings:
        parts.append(wrap_line(f"{finding.number}. {finding.level} {finding.finding.rule}", LEVEL_STYLES[finding.finding.level], width))
        parts.append(wrap_line(finding.fact or finding.message, "", width))
        for index, value in enumerate(finding.values):
            line = view.messages.label(view.messages.join(value.outlets), value.label)
            parts.append(wrap_line(f"- {line}", VALUE_STYLES[index % len(VALUE_STYLES)], width))
    return parts


def _summary_table(view: ReportView, width: int, ruled: bool) -> Table:
    messages = view.messages
    heads = [messages(f"column.{key}") for key in ("number", "level", "rule", "fact", "values", "outlets")]
    number = max(cell_len(heads[0]), len(str(len(view.findings))))
    level = max(cell_len(heads[1]), *(cell_len(f.level) for f in view.findings))
    rule = min(12, max(cell_len(heads[2]), *(cell_len(flatten_text(f.finding.rule)) for f in view.findings)))
    # Six columns: seven rules and a blank on either side of each cell.
    room = max(width - number - level - rule - 6 * 2 - 7, 36)
    fact, values = room * 30 // 100, room * 42 // 100
    outlets = room - fact - values
    table = Table(box=box.SQUARE if ruled else box.ASCII, padding=(0, 1), show_lines=True)
    for head, size in zip(heads, (number, level, rule, fact, values, outlets), strict=True):
        table.add_column(Text(head), width=size, no_wrap=True, vertical="top")
    for finding in view.findings:
        said, by_whom = _values_block(finding.values, values, outlets, messages)
        table.add_row(
            Text(str(finding.number)),
            Text(finding.level, LEVEL_STYLES[finding.finding.level]),
            Text(cut_cells(flatten_text(finding.finding.rule), rule, cell_len)),
            Text("\n".join(_limit(_wrap(finding.fact or finding.message, fact), FACT_LINES, fact))),
            said,
            by_whom,
        )
    return table


def _values_block(groups: Sequence[ValueView], width: int, outlet_width: int, messages: Messages) -> tuple[Text, Text]:
    """Two columns kept in step: each value begins on the line its outlets begin on."""
    left, right = [], []
    for index, group in enumerate(groups):
        said = _limit(_wrap(group.label, width), FACT_LINES, width)
        names = [cut_cells(flatten_text(name), outlet_width, cell_len) for name in group.outlets[:OUTLETS_SHOWN]]
        if len(group.outlets) > OUTLETS_SHOWN:
            names.append(cut_cells(messages("evidence.more", n=len(group.outlets) - OUTLETS_SHOWN), outlet_width, cell_len))
        height = max(len(said), len(names))
        style = VALUE_STYLES[index % len(VALUE_STYLES)]
        left += [Text(line, style) for line in said] + [Text()] * (height - len(said))
        right += [Text(name) for name in names] + [Text()] * (height - len(names))
    return Text("\n").join(left), Text("\n").join(right)


def _limit(lines: list[str], count: int, width: int) -> list[str]:
    if len(lines) <= count:
        return lines
    return [*lines[: count - 1], cut_cells(lines[count - 1] + "……", width, cell_len)]


def _finding_head(finding: FindingView, messages: Messages, width: int) -> list[RenderableType]:
    style = LEVEL_STYLES[finding.finding.level]
    tags = f"{finding.level} {finding.finding.rule} {finding.family} {finding.state} {finding.finding.id}"
    parts: list[RenderableType] = [wrap_line(f"{finding.number}. {finding.fact}", "bold", width), wrap_line(tags, style, width)]
    parts.append(wrap_line(finding.message, "", width))
    parts.append(wrap_line(messages.label(messages("heading.reason"), finding.reason), "dim", width))
    if finding.advice:
        parts.append(wrap_line(messages.label(messages("heading.advice"), finding.advice), "dim", width))
    return parts


def _evidence_list(finding: FindingView, messages: Messages, width: int) -> list[RenderableType]:
    parts = _finding_head(finding, messages, width)
    for index, value in enumerate(finding.values):
        parts.append(wrap_line(f"● {value.label} · {value.support}", VALUE_STYLES[index % len(VALUE_STYLES)], width))
        for item in value.evidence:
            lines = _wrap(_source_line(item, messages), width - 4)
            parts += [Text("    " + line) for line in lines]
            parts.append(_indent(_marked_sentence(item, width - 6), 6))
    return parts


def _value_column(value: ValueView, messages: Messages, width: int) -> Text:
    lines = [Text(line, "dim") for line in _wrap(value.support, width)]
    for item in value.evidence:
        lines.append(Text())
        lines += [Text(line, "bold") for line in _wrap(f"{item.outlet} {item.date or messages('date.unknown')}", width)]
        lines += [Text(line, "dim") for part in _manner(item, messages) for line in _wrap(part, width)]
        lines += [Text(line, "dim") for line in _wrap(item.where, width)]
        lines.append(_marked_sentence(item, width))
    return Text("\n").join(lines)


def _source_line(item: Evidence, messages: Messages) -> str:
    return f"{item.outlet} {item.date or messages('date.unknown')} · {' · '.join(_manner(item, messages))} · {item.where}"


def _manner(item: Evidence, messages: Messages) -> list[str]:
    """Who says it and how, for which time, and the value it comes to."""
    told = [messages.label(item.speaker, item.stance_name) if item.speaker else item.stance_name]
    if item.headline:
        told.append(messages("evidence.headline"))
    if item.as_of:
        told.append(messages.label(messages("column.as_of"), item.as_of))
    if item.value:
        told.append(f"= {item.value}")
    return told


def _marked_sentence(item: Evidence, width: int) -> Text:
    """The sentence with the exact words in 〖 〗, bold and underlined."""
    before, quote, after = (flatten_text(part) for part in (item.before, item.quote, item.after))
    before = before if len(before) <= CONTEXT else "…" + before[-CONTEXT:]
    after = after if len(after) <= CONTEXT else after[:CONTEXT] + "…"
    gap_before = " " if before and item.before[-1:].isspace() else ""
    gap_after = " " if after and item.after[:1].isspace() else ""
    whole = f"{before}{gap_before}〖{quote}〗{gap_after}{after}"
    text = Text("\n".join(wrap_cells(whole, max(width, 2), cell_len)))
    start = text.plain.find("〖", _position(text.plain, len(before + gap_before)))
    end = text.plain.find("〗", _position(text.plain, len(before + gap_before) + 1 + len(quote))) + 1
    if 0 <= start < end:
        text.stylize("bold underline", start, end)
    return text


def _position(wrapped: str, count: int) -> int:
    """Where the `count`-th character of the unwrapped text stands in the wrapped one, at the earliest.

    Line ends are extra; spaces may be gone.
    """
    seen = 0
    for index, character in enumerate(wrapped):
        if seen >= count:
            return index
        seen += character != "\n"
    return len(wrapped)


def _indent(text: Text, by: int) -> Text:
    return Text("\n").join(Text(" " * by) + line for line in text.split("\n"))
